#include "core/providers/easypost/easypost_protocol.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>

// What customs want to know of a parcel to another country. All of it must be true, so what is not known is not made
// up: the parcel is refused before anything is sent.
namespace supercargo::easypost {
namespace {

constexpr double kGramsPerOunce = 28.349523125;
constexpr double kMillimetresPerInch = 25.4;

QString countryOf(const AddressSnapshot& address)
{
  return firstText({address.country.trimmed().toUpper(), QStringLiteral("CN")});
}

double tenths(double value)
{
  return std::max(0.1, std::round(value * 10) / 10);
}

/// Rounded down, so that all of them together weigh no more than the parcel.
double ouncesOfItem(qint64 grams)
{
  return std::max(0.1, std::floor(double(grams) / kGramsPerOunce * 10) / 10);
}

/// The field holds "691200" for all goods, and "TEA=090210" for one article.
QString hsCode(const FetchContext& context, const QString& sku)
{
  QString ofAll;
  for (const QString& part : context.fields.value(QStringLiteral("hs_code")).split(u',', Qt::SkipEmptyParts)) {
    const QString code = part.section(u'=', -1).trimmed(), of = part.section(u'=', 0, -2).trimmed();
    if (of.isEmpty())
      ofAll = code;
    else if (of == sku)
      return code;
  }
  return ofAll;
}

Error lacks(const QString& what, const ParcelItem& item)
{
  return {ErrorKind::Invalid, QStringLiteral("customs want %1").arg(what), firstText({item.sku, item.name}), {}};
}

Result<QJsonObject> customsItem(const FetchContext& context, const ParcelItem& item, const QString& origin)
{
  const QString code = hsCode(context, item.sku), called = firstText({item.sku, item.name});
  if (item.name.trimmed().isEmpty())
    return fail(lacks(QStringLiteral("the name of what is in the parcel: give the article a title in the shop"), item));
  if (code.isEmpty())
    return fail(lacks(
        QStringLiteral("the HS code of \"%1\": write it in the field \"HS codes\" of the EasyPost account").arg(called),
        item));
  if (!item.value || item.value->minor() <= 0)
    return fail(
        lacks(QStringLiteral("the value of \"%1\", and the order has no price for it: book this parcel at EasyPost")
                  .arg(called),
              item));
  if (item.grams.value_or(0) <= 0)
    return fail(lacks(
        QStringLiteral("the weight of \"%1\": say in the inventory what a piece of it weighs").arg(called), item));
  return QJsonObject{{QStringLiteral("description"), item.name},
                     {QStringLiteral("quantity"), item.quantity},
                     {QStringLiteral("value"), item.value->text()},
                     {QStringLiteral("currency"), item.value->currency().code()},
                     {QStringLiteral("weight"), ouncesOfItem(*item.grams)},
                     {QStringLiteral("hs_tariff_number"), code},
                     {QStringLiteral("origin_country"), origin}};
}

/// Where exports of little value need no declaration of their own, that is said, and of other countries nothing.
Result<void> settleExemption(QJsonObject& info, const QString& home, const BookParcel& parcel)
{
  const QString country = info.take(QStringLiteral("eel_pfc_of")).toString();
  const QString most = info.take(QStringLiteral("eel_pfc_most")).toString();
  if (home != country) {
    info.remove(QStringLiteral("eel_pfc"));
    return {};
  }
  SC_TRY_ASSIGN(dollar, Currency::of(u"USD"));
  SC_TRY_ASSIGN(limit, Money::parse(most, dollar));
  MoneyBag sum;
  for (const ParcelItem& item : parcel.items) {
    if (item.value && item.value->currency() != dollar)
      return fail(
          ErrorKind::Invalid,
          QStringLiteral("whether goods priced in %1 may leave %2 without an export declaration of their own is "
                         "not known: book this parcel at EasyPost")
              .arg(item.value->currency().code(), country));
    if (item.value)
      sum.add(*item.value);
  }
  if (sum.of(dollar).minor() > limit.minor())
    return fail(ErrorKind::Invalid,
                QStringLiteral("goods worth more than %1 USD leave %2 with an export declaration of "
                               "their own: book this parcel at EasyPost")
                    .arg(most, country));
  return {};
}

} // namespace

double ounces(qint64 grams)
{
  return tenths(double(grams) / kGramsPerOunce);
}

QJsonObject measured(const BookParcel& parcel)
{
  QJsonObject json{{QStringLiteral("weight"), ounces(parcel.weightGrams)}};
  if (!parcel.size)
    return json;
  const auto inches = [](int millimetres) { return tenths(double(millimetres) / kMillimetresPerInch); };
  json.insert(QStringLiteral("length"), inches(parcel.size->lengthMm));
  json.insert(QStringLiteral("width"), inches(parcel.size->widthMm));
  json.insert(QStringLiteral("height"), inches(parcel.size->heightMm));
  return json;
}

Result<std::optional<QJsonObject>> customsInfo(const FetchContext& context, const BookParcel& parcel)
{
  const QString home = countryOf(parcel.sender);
  if (home == countryOf(parcel.recipient))
    return std::nullopt;
  const QString origin = firstText({context.fields.value(QStringLiteral("origin_country")), home});
  QJsonObject info = context.declaration->extra[QLatin1String("customs")].toObject();
  SC_TRY(settleExemption(info, home, parcel));
  QJsonArray items;
  qint64 grams = 0;
  for (const ParcelItem& item : parcel.items) {
    SC_TRY_ASSIGN(told, customsItem(context, item, origin));
    items.append(told);
    grams += *item.grams;
  }
  if (items.isEmpty())
    return fail(ErrorKind::Invalid,
                QStringLiteral("customs want to know what is in the parcel: the order has no lines"));
  if (grams > parcel.weightGrams)
    return fail(
        ErrorKind::Invalid,
        QStringLiteral("the articles weigh %1 g and the parcel only %2 g, which customs would not believe: weigh "
                       "the parcel again, or correct the weight of an article")
            .arg(grams)
            .arg(parcel.weightGrams));
  info.insert(QStringLiteral("customs_certify"), true);
  info.insert(QStringLiteral("customs_signer"), parcel.sender.name);
  info.insert(QStringLiteral("customs_items"), items);
  return info;
}

} // namespace supercargo::easypost
