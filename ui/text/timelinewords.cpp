#include "ui/text/timelinewords.h"

#include "ui/text/couriertext.h"
#include "ui/text/format.h"

namespace supercargo {
namespace {

/// "yto YT1"
QString withCourierNamed(const QString& text)
{
  const qsizetype end = text.indexOf(u' ');
  return end > 0 ? courierText(text.left(end)) + text.mid(end) : text;
}

/// "YT1 in_transit: what the courier wrote"
QString withStateWorded(const QString& text)
{
  const qsizetype begin = text.indexOf(u' ') + 1, colon = text.indexOf(u':', begin);
  const qsizetype end = colon < 0 ? text.size() : colon;
  const auto status = begin > 0 ? parcelStatusNamed(QStringView(text).mid(begin, end - begin)) : std::nullopt;
  return status ? text.left(begin) + statusWord(*status).word + text.mid(end) : text;
}

} // namespace

QString timelineText(const QString& kind, const QString& text)
{
  if (kind == u"booked" || kind == u"told_shop")
    return withCourierNamed(text);
  if (kind == u"parcel" || kind == u"delivered" || kind == u"returned")
    return withStateWorded(text);
  return text;
}

} // namespace supercargo
