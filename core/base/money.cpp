#include "core/base/money.h"

#include <QtNumeric>

#include <limits>
#include <string_view>

namespace supercargo {
namespace {

// ISO 4217, codes by number of minor digits; two digits is the rule, so only the rest is grouped apart.
constexpr std::string_view kNoDigits = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";
constexpr std::string_view kThreeDigits = "BHD IQD JOD KWD LYD OMR TND";
constexpr std::string_view kFourDigits = "CLF UYW";
constexpr std::string_view kTwoDigits =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP "
    "CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR "
    "JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN "
    "NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP "
    "SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VED VES WST XCD YER ZAR ZMW ZWG";

bool listed(std::string_view list, std::string_view code)
{
  for (size_t at = 0; at + 3 <= list.size(); at += 4)
    if (list.substr(at, 3) == code)
      return true;
  return false;
}

Result<Money> parseDecimal(QStringView text, Currency currency, bool round)
{
  const auto bad = [&](const char* why) {
    return fail(
        ErrorKind::Invalid,
        QStringLiteral("not an amount in %1 (%2): \"%3\"").arg(currency.code(), QLatin1String(why), text.left(40)));
  };
  qsizetype pos = 0;
  const bool negative = text.startsWith(u'-');
  if (negative || text.startsWith(u'+'))
    ++pos;
  quint64 value = 0;
  int integerDigits = 0, fractionDigits = 0, roundingDigit = -1;
  bool point = false, lost = false;
  constexpr quint64 kLimit = static_cast<quint64>(std::numeric_limits<qint64>::max());
  for (; pos < text.size(); ++pos) {
    const ushort c = text[pos].unicode();
    if (c == '.' && !point) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9')
      return bad("unexpected character");
    const int digit = c - '0';
    if (!point) {
      ++integerDigits;
    } else if (fractionDigits < currency.digits()) {
      ++fractionDigits;
    } else {
      if (roundingDigit < 0)
        roundingDigit = digit;
      lost = lost || digit != 0;
      continue;
    }
    if (value > (kLimit - static_cast<quint64>(digit)) / 10)
      return bad("too large");
    value = value * 10 + static_cast<quint64>(digit);
  }
  if (integerDigits == 0 || (point && text.back() == u'.'))
    return bad("no digits");
  if (lost && !round)
    return bad("more digits than the currency has");
  for (; fractionDigits < currency.digits(); ++fractionDigits) {
    if (value > kLimit / 10)
      return bad("too large");
    value *= 10;
  }
  if (round && roundingDigit >= 5)
    ++value;
  if (value > kLimit)
    return bad("too large");
  const auto minor = static_cast<qint64>(value);
  return Money(negative ? -minor : minor, currency);
}

} // namespace

Result<Currency> Currency::of(QStringView code)
{
  const QByteArray upper = code.toLatin1().toUpper();
  const std::string_view name(upper.constData(), static_cast<size_t>(upper.size()));
  const auto make = [&](int digits) { return Currency({name[0], name[1], name[2]}, digits); };
  if (name.size() == 3) {
    if (listed(kTwoDigits, name))
      return make(2);
    if (listed(kNoDigits, name))
      return make(0);
    if (listed(kThreeDigits, name))
      return make(3);
    if (listed(kFourDigits, name))
      return make(4);
  }
  return fail(ErrorKind::Invalid, QStringLiteral("unknown currency \"%1\"").arg(code.left(20)));
}

Result<Money> Money::parse(QStringView text, Currency currency)
{
  return parseDecimal(text, currency, false);
}
Result<Money> Money::parseRounded(QStringView text, Currency currency)
{
  return parseDecimal(text, currency, true);
}

QString Money::text() const
{
  // The negation is done unsigned so that the smallest 64-bit value is written correctly too.
  const quint64 magnitude = m_minor < 0 ? 0 - static_cast<quint64>(m_minor) : static_cast<quint64>(m_minor);
  QString digits = QString::number(magnitude);
  const int places = m_currency.digits();
  if (places > 0) {
    digits = digits.rightJustified(places + 1, u'0');
    digits.insert(digits.size() - places, u'.');
  }
  return m_minor < 0 ? u'-' + digits : digits;
}

QString Money::withCode() const
{
  return m_currency.code() + u' ' + text();
}

Result<Money> Money::plus(Money other) const
{
  Q_ASSERT(m_currency == other.m_currency);
  qint64 sum = 0;
  if (qAddOverflow(m_minor, other.m_minor, &sum))
    return fail(ErrorKind::Invalid, QStringLiteral("sum of amounts is too large"));
  return Money(sum, m_currency);
}

Result<Money> Money::times(qint64 factor) const
{
  qint64 product = 0;
  if (qMulOverflow(m_minor, factor, &product))
    return fail(ErrorKind::Invalid, QStringLiteral("amount times %1 is too large").arg(factor));
  return Money(product, m_currency);
}

void MoneyBag::add(Money amount)
{
  qint64& sum = m_sums[amount.currency()];
  if (qAddOverflow(sum, amount.minor(), &sum)) {
    sum = amount.minor() > 0 ? std::numeric_limits<qint64>::max() : std::numeric_limits<qint64>::min();
    m_overflowed = true;
  }
}

QList<Money> MoneyBag::amounts() const
{
  QList<Money> list;
  for (auto it = m_sums.cbegin(); it != m_sums.cend(); ++it)
    list.append(Money(it.value(), it.key()));
  return list;
}

} // namespace supercargo
