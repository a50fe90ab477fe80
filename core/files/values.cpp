#include "core/files/reading.h"

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

namespace {

/// Grams of a unit of weight, as a fraction.
struct WeightUnit {
  qint64 grams = 0, per = 1;
};

const QString kWeightUnits = QStringLiteral("kg|千克|公斤|grams?|g|克|lbs?|磅|oz|盎司");

/// No grams: it is none.
WeightUnit weightUnitNamed(const QString& name)
{
  constexpr WeightUnit kKilogram{1000, 1}, kGram{1, 1}, kPound{45'359'237, 100'000}, kOunce{45'359'237, 1'600'000};
  static const QHash<QString, WeightUnit> kUnits{
      {QStringLiteral("kg"), kKilogram}, {QStringLiteral("千克"), kKilogram}, {QStringLiteral("公斤"), kKilogram},
      {QStringLiteral("g"), kGram},      {QStringLiteral("gram"), kGram},     {QStringLiteral("grams"), kGram},
      {QStringLiteral("克"), kGram},     {QStringLiteral("lb"), kPound},      {QStringLiteral("lbs"), kPound},
      {QStringLiteral("磅"), kPound},    {QStringLiteral("oz"), kOunce},      {QStringLiteral("盎司"), kOunce}};
  return kUnits.value(name.trimmed().toLower());
}

} // namespace

QString files::weightUnitIn(const QString& heading)
{
  static const QRegularExpression kUnit(QStringLiteral("(?:^|[^a-z])(%1)\\s*[)）]?\\s*$").arg(kWeightUnits),
                                        QRegularExpression::CaseInsensitiveOption);
  return kUnit.match(heading).captured(1);
}

Result<qint64> parseGrams(const QString& text, const QString& unit)
{
  static const QRegularExpression kParts(
      QStringLiteral("^\\s*(\\d{1,9})(?:([.,])(\\d{1,6}))?\\s*(%1)?\\s*$").arg(kWeightUnits),
      QRegularExpression::CaseInsensitiveOption);
  const auto parts = kParts.match(text);
  if (!parts.hasMatch())
    return fail(ErrorKind::Invalid, QStringLiteral("no weight: \"%1\"").arg(text));
  const WeightUnit own = weightUnitNamed(parts.captured(4).isEmpty() ? unit : parts.captured(4));
  if (own.grams == 0)
    return fail(ErrorKind::Invalid, QStringLiteral("no unit of weight: \"%1\"").arg(text));
  // "1,200" grams are more likely a thousand and more than one and a bit.
  const bool maybeThousands = own.grams == own.per && parts.captured(2) == u"," && parts.captured(3).size() == 3;
  const qint64 millionths =
      parts.captured(1).toLongLong() * 1'000'000 + parts.captured(3).leftJustified(6, u'0').toLongLong();
  const qint64 perGram = own.per * 1'000'000;
  qint64 product = 0;
  if (maybeThousands || qMulOverflow(millionths, own.grams, &product))
    return fail(ErrorKind::Invalid, QStringLiteral("no weight: \"%1\"").arg(text));
  return product / perGram + (product % perGram > 0 ? 1 : 0);
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
