#include "core/domain/courier.h"

#include <QRegularExpression>

#include <array>

// The rules of UPU S10 and of the carriers' public numbering pages; `check` is always the digit that should be there.
namespace supercargo {
namespace {

struct Scheme {
  NumberScheme scheme;
  const char* name;
  const char* shape;
  const char* courier;
};

constexpr std::array<Scheme, 10> kSchemes{{
    {NumberScheme::S10, "s10", "[A-Z]{2}[0-9]{9}[A-Z]{2}", ""},
    {NumberScheme::Ups, "ups_1z", "1Z[A-Z0-9]{15}[0-9]", "ups"},
    {NumberScheme::Fedex12, "fedex_12", "[0-9]{12}", "fedex"},
    {NumberScheme::Fedex15, "fedex_15", "[0-9]{15}", "fedex"},
    {NumberScheme::Fedex22, "fedex_96_22", "96[0-9]{20}", "fedex"},
    {NumberScheme::Fedex34, "fedex_34", "[0-9]{34}", "fedex"},
    {NumberScheme::Usps20, "usps_20", "[0-9]{20}", "usps"},
    {NumberScheme::Usps22, "usps_22", "9[0-9]{21}", "usps"},
    {NumberScheme::Usps30, "usps_30_420", "420[0-9]{27}", "usps"},
    {NumberScheme::Dhl, "dhl_express", "[0-9]{10,11}", "dhl"},
}};

const Scheme& entry(NumberScheme scheme)
{
  return kSchemes[static_cast<size_t>(scheme)];
}

int digit(QChar c)
{
  return c.unicode() - u'0';
}

/// Sum of digits times weights; the weights repeat from the left.
int weighted(QStringView digits, std::initializer_list<int> weights)
{
  int sum = 0;
  auto weight = weights.begin();
  for (const QChar c : digits) {
    sum += digit(c) * *weight;
    if (++weight == weights.end())
      weight = weights.begin();
  }
  return sum;
}

/// Modulus 10, weights 3 and 1 from the right.
int luhnLike(QStringView digits)
{
  int sum = 0;
  int weight = 3;
  for (auto c = digits.rbegin(); c != digits.rend(); ++c) {
    sum += digit(*c) * weight;
    weight = 4 - weight;
  }
  return (10 - sum % 10) % 10;
}

int s10Check(QStringView serial)
{
  const int check = 11 - weighted(serial, {8, 6, 4, 2, 3, 5, 9, 7}) % 11;
  return check == 10 ? 0 : check == 11 ? 5 : check;
}

int upsCheck(QStringView body)
{
  int sum = 0;
  for (qsizetype i = 0; i < body.size(); ++i) {
    const int value = body[i].isDigit() ? digit(body[i]) : (body[i].unicode() - 63) % 10;
    sum += i % 2 == 0 ? value : value * 2;
  }
  return (10 - sum % 10) % 10;
}

int remainder7(QStringView digits)
{
  int rest = 0;
  for (const QChar c : digits)
    rest = (rest * 10 + digit(c)) % 7;
  return rest;
}

} // namespace

QString numberSchemeName(NumberScheme scheme)
{
  return QString::fromLatin1(entry(scheme).name);
}

std::optional<bool> checkDigit(NumberScheme scheme, QStringView number)
{
  const QString text = normalisedNumber(number);
  const QRegularExpression shape(QRegularExpression::anchoredPattern(QLatin1String(entry(scheme).shape)));
  if (!shape.match(text).hasMatch())
    return std::nullopt;
  const QStringView all(text);
  const QStringView body = all.chopped(1);
  const int last = digit(all.back());
  switch (scheme) {
  case NumberScheme::S10:
    return s10Check(all.mid(2, 8)) == digit(all[10]);
  case NumberScheme::Ups:
    return upsCheck(body.mid(2)) == last;
  case NumberScheme::Fedex12:
    return weighted(body, {3, 1, 7}) % 11 % 10 == last;
  case NumberScheme::Fedex15:
  case NumberScheme::Usps22:
    return luhnLike(body) == last;
  case NumberScheme::Fedex22:
    return luhnLike(body.right(14)) == last;
  case NumberScheme::Fedex34:
    return weighted(body.right(13), {1, 7, 3}) % 11 % 10 == last;
  case NumberScheme::Usps20: // some are sent without the leading 91 that their check digit covers
    return luhnLike(body) == last || luhnLike(QString(QStringLiteral("91") + body.toString())) == last;
  case NumberScheme::Usps30: // 420 and the ZIP code are routing
    return luhnLike(body.mid(8)) == last;
  case NumberScheme::Dhl:
    return remainder7(body) == last;
  }
  return std::nullopt;
}

std::vector<CheckDigitFinding> checkDigits(QStringView number)
{
  std::vector<CheckDigitFinding> findings;
  for (const Scheme& scheme : kSchemes)
    if (const auto isRight = checkDigit(scheme.scheme, number))
      findings.push_back({scheme.scheme, *isRight, QString::fromLatin1(scheme.courier)});
  return findings;
}

bool looksMistyped(QStringView number, const QString& courier)
{
  const bool isAnyones = courier.isEmpty() && courierCandidates(number).empty();
  bool isWrong = false;
  for (const CheckDigitFinding& finding : checkDigits(number)) {
    if (finding.isRight)
      return false;
    isWrong |= isAnyones || finding.courier.isEmpty() || finding.courier == courier;
  }
  return isWrong;
}

} // namespace supercargo
