#include "core/files/records.h"

#include <QRegularExpression>

#include <cmath>

namespace supercargo {

Result<Money> parseAmount(QString text, Currency currency)
{
  static const QRegularExpression kSigns(QStringLiteral("[¥￥$€£元\\s\\x{00A0}]"));
  const QString before = text;
  text.remove(kSigns);
  const qsizetype comma = text.lastIndexOf(u','), point = text.lastIndexOf(u'.');
  const bool thousands = comma >= 0 && point < 0 && (text.size() - comma == 4 || text.count(u',') > 1);
  if (comma > point && !thousands) { // the later sign is the decimal one
    text.remove(u'.');
    text.replace(u',', u'.');
  } else {
    text.remove(u',');
  }
  auto amount = Money::parseRounded(text, currency);
  if (!amount)
    return fail(ErrorKind::Invalid, QStringLiteral("no amount: \"%1\"").arg(before));
  return amount;
}

Result<qint64> parsePieces(const QString& text)
{
  static const QRegularExpression kWhole(QStringLiteral("^\\s*([+-]?\\d{1,12})([.,]0{1,2})?\\s*$"));
  const auto match = kWhole.match(text);
  if (!match.hasMatch())
    return fail(ErrorKind::Invalid, QStringLiteral("no number of pieces: \"%1\"").arg(text));
  return match.captured(1).toLongLong();
}

Result<Instant> parseTime(QString text, std::chrono::seconds offset)
{
  static const QRegularExpression kZone(QStringLiteral("^(.*\\d)\\s+([+-]\\d{2}):?(\\d{2})$"));
  static const QRegularExpression kParts(
      QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?$"));
  text = text.trimmed();
  if (const auto zone = kZone.match(text); zone.hasMatch())
    return parseIso(QString(zone.captured(1) + zone.captured(2) + u':' + zone.captured(3)));
  if (const auto parts = kParts.match(text); parts.hasMatch()) {
    const auto two = [&](int part) { return parts.captured(part).rightJustified(2, u'0'); };
    return parseLocal(
        QStringLiteral("%1-%2-%3 %4:%5:%6").arg(parts.captured(1), two(2), two(3), two(4), two(5), two(6)), offset);
  }
  return parseLocal(text, offset); // an offset in the text wins
}

} // namespace supercargo
