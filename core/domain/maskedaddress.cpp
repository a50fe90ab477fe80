#include "core/domain/maskedaddress.h"

#include <algorithm>

namespace supercargo {
namespace {

bool hides(QChar character)
{
  return character == u'*' || character == u'＊' || character == u'•' || character == u'●';
}

bool hasMask(QStringView text)
{
  return std::any_of(text.begin(), text.end(), hides);
}

/// One asterisk alone may be part of a real address.
bool hasLongMask(QStringView text)
{
  for (qsizetype i = 1; i < text.size(); ++i)
    if (hides(text[i - 1]) && hides(text[i]))
      return true;
  return false;
}

} // namespace

bool isMasked(const AddressSnapshot& address)
{
  return hasMask(address.name) || hasMask(address.phone) || hasLongMask(address.street);
}

} // namespace supercargo
