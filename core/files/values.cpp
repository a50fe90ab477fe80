#include "core/files/records.h"

#include <QDateTime>
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

Result<qint64> parseGrams(const QString& text, const QString& unit)
{
  static const QRegularExpression kParts(
      QStringLiteral("^\\s*(\\d{1,9})(?:[.,](\\d{1,6}))?\\s*(kg|千克|公斤|g|克)?\\s*$"),
      QRegularExpression::CaseInsensitiveOption);
  const auto parts = kParts.match(text);
  if (!parts.hasMatch())
    return fail(ErrorKind::Invalid, QStringLiteral("no weight: \"%1\"").arg(text));
  const QString own = parts.captured(3).isEmpty() ? unit : parts.captured(3).toLower();
  if (own.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("no unit of weight: \"%1\"").arg(text));
  const bool isGrams = own == QLatin1String("g") || own == QStringLiteral("克");
  const qint64 millionths =
      parts.captured(1).toLongLong() * 1'000'000 + parts.captured(2).leftJustified(6, u'0').toLongLong();
  const qint64 perGram = isGrams ? 1'000'000 : 1000;
  return (millionths + perGram - 1) / perGram;
}

Instant serialTime(double days, const QTimeZone& zone)
{
  constexpr qint64 kDaysTo1970 = 25'569;
  return momentOf(Instant(std::chrono::seconds(std::llround((days - kDaysTo1970) * 86'400))), zone);
}

Instant momentOf(Instant wallClock, const QTimeZone& zone)
{
  const QDateTime shown = QDateTime::fromMSecsSinceEpoch(toMs(wallClock), Qt::UTC);
  return fromMs(QDateTime(shown.date(), shown.time(), zone).toMSecsSinceEpoch());
}

Result<Instant> parseTime(QString text, const QTimeZone& zone)
{
  static const QRegularExpression kZone(QStringLiteral("^(.*\\d)\\s+([+-]\\d{2}):?(\\d{2})$"));
  static const QRegularExpression kParts(QStringLiteral("^(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:[ "
                                                        "T]+(\\d{1,2}):(\\d{2})(?::(\\d{2}))?)?$"));
  text = text.trimmed();
  if (const auto named = kZone.match(text); named.hasMatch())
    return parseIso(QString(named.captured(1) + named.captured(2) + u':' + named.captured(3)));
  if (const auto moment = parseIso(text))
    return moment;
  if (const auto parts = kParts.match(text); parts.hasMatch()) {
    const auto two = [&](int part) { return parts.captured(part).rightJustified(2, u'0'); };
    text = QStringLiteral("%1-%2-%3 %4:%5:%6").arg(parts.captured(1), two(2), two(3), two(4), two(5), two(6));
  }
  SC_TRY_ASSIGN(wallClock, parseLocal(text, std::chrono::seconds(0)));
  return momentOf(wallClock, zone);
}

} // namespace supercargo
