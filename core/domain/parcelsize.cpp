#include "core/domain/parcelsize.h"

#include <array>

namespace supercargo {

std::optional<ParcelSize> parcelSizeOf(QStringView centimetres)
{
  QString text = centimetres.toString().toLower();
  for (const QChar sign : {QChar(0x00d7), QChar(u'*'), QChar(0xff0a), QChar(0xff38), QChar(0xff58)})
    text.replace(sign, u'x');
  const QStringList sides = text.split(u'x');
  if (sides.size() != 3)
    return std::nullopt;
  std::array<int, 3> millimetres{};
  for (int i = 0; i < 3; ++i) {
    bool isNumber = false;
    const double side = sides[i].trimmed().toDouble(&isNumber);
    if (!isNumber || !(side >= 0.1 && side <= 1000))
      return std::nullopt;
    millimetres[std::size_t(i)] = qRound(side * 10);
  }
  return ParcelSize{millimetres[0], millimetres[1], millimetres[2]};
}

QString parcelSizeText(const ParcelSize& size)
{
  QStringList sides;
  for (const int millimetres : {size.lengthMm, size.widthMm, size.heightMm})
    sides << QString::number(millimetres / 10.0);
  return sides.join(QStringLiteral(" \u00d7 "));
}

} // namespace supercargo
