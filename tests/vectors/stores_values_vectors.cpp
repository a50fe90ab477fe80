/// stores/status-map.json and stores/money-time.json: tables and values that all shops share.
#include "core/files/records.h"
#include "core/providers/marketplace.h"
#include "core/providers/sortedfields.h"
#include "tests/vectors/cases.h"
#include "tests/vectors/stores_support.h"

namespace supercargo::vectors {
namespace {

QString textOf(const QJsonObject& object, const char* key)
{
  return object.value(QLatin1String(key)).toString();
}

// --- status tables --------------------------------------------------------------------------------------------------

QString checkRow(const Declaration& declaration, const QJsonObject& given)
{
  QMap<QString, QString> raw;
  const QJsonObject fields = given.value(QLatin1String("raw")).toObject();
  for (auto it = fields.begin(); it != fields.end(); ++it)
    raw.insert(it.key(), it.value().toVariant().toString());
  const StatusRow* row = declaration.status(raw);
  if (!row)
    return QStringLiteral("no row");
  const QString wanted =
      QStringList{textOf(given, "order"), textOf(given, "payment"), textOf(given, "fulfilment"),
                  given.value(QLatin1String("shippable")).toBool() ? QStringLiteral("shippable") : QString()}
          .join(u' ');
  const QString got = QStringList{statusName(row->order), statusName(row->payment), statusName(row->fulfilment),
                                  row->shippable ? QStringLiteral("shippable") : QString()}
                          .join(u' ');
  return differs("states", wanted, got);
}

/// "vendure_refund": {"Pending": "REFUNDING"}; the same table is in the provider's declaration.
void checkAftersale(const QString& name, const QJsonObject& table, const Report& report)
{
  const Provider* provider = findProvider(name.section(u'_', 0, 0));
  if (!provider) // the runner tells
    return;
  const QJsonObject& extra = provider->declaration.extra;
  const QString own = name.endsWith(QLatin1String("_returnStatus")) ? QStringLiteral("return_statuses")
                                                                    : QStringLiteral("refund_statuses");
  const QJsonObject ours = extra.value(own).toObject();
  for (auto it = table.begin(); it != table.end(); ++it)
    run(report, name + u' ' + it.key(),
        [&] { return differs("state", it.value().toString(), ours.value(it.key()).toString()); });
}

void checkStatusMap(const QString&, const QJsonObject& file, const Report& report)
{
  forEachCase(file, "rows", [&](const QString& name, const QJsonObject& row) {
    const QString platform = textOf(row, "platform");
    QStringList id{name, platform};
    const QJsonObject raw = row.value(QLatin1String("raw")).toObject();
    for (auto it = raw.begin(); it != raw.end(); ++it)
      id.append(it.key() + u'=' + it.value().toVariant().toString());
    if (const Provider* provider = findProvider(platform))
      run(report, id.join(u' '), [&] { return checkRow(provider->declaration, row); });
  });
  const QJsonObject tables = file.value(QLatin1String("aftersale")).toObject();
  for (auto it = tables.begin(); it != tables.end(); ++it)
    checkAftersale(it.key(), it.value().toObject(), report);
}

// --- money ----------------------------------------------------------------------------------------------------------

QString checkDecimal(const QJsonObject& given)
{
  const auto currency = Currency::of(textOf(given, "currency"));
  if (!currency)
    return currency.error().detail;
  const QString text = textOf(given, "text");
  const auto exact = Money::parse(text, *currency), rounded = Money::parseRounded(text, *currency);
  if (!given.value(QLatin1String("fits_int64")).toBool())
    return exact || rounded ? QStringLiteral("an amount beyond 64 bits was accepted") : QString();
  if (exact.has_value() != given.value(QLatin1String("exact")).toBool())
    return exact ? QStringLiteral("digits were dropped silently") : exact.error().detail;
  if (!rounded)
    return rounded.error().detail;
  if (exact && exact->minor() != rounded->minor())
    return QStringLiteral("rounding changed an exact amount");
  return differs("minor", textOf(given, "minor"), QString::number(rounded->minor()));
}

QString checkBadAmount(const QString& text)
{
  const Currency currency = *Currency::of(u"USD");
  return Money::parse(text, currency) || Money::parseRounded(text, currency) ? QStringLiteral("accepted") : QString();
}

QString checkNumber(const QJsonObject& given)
{
  const auto currency = Currency::of(textOf(given, "currency"));
  const auto reader = JsonReader::parse(textOf(given, "json_number_token").toUtf8());
  if (!currency || !reader)
    return QStringLiteral("not a number");
  const Money money = reader->money(*currency);
  if (!reader->problems().isEmpty())
    return reader->problems().join(u';');
  return differs("minor", textOf(given, "minor"), QString::number(money.minor()));
}

// --- time -----------------------------------------------------------------------------------------------------------

/// What a provider's own reader makes of the value of a record: "" for none, "error" for a fault of the record.
QString readBy(std::optional<Instant> (*read)(const JsonReader&), const QJsonValue& value)
{
  const QByteArray json = QJsonDocument(QJsonObject{{QStringLiteral("at"), value}}).toJson();
  const auto record = JsonReader::parse(json);
  if (!record)
    return record.error().detail;
  const auto time = read((*record)["at"]);
  if (!record->problems().isEmpty())
    return QStringLiteral("error");
  return time ? toIso(*time) : QString();
}

QString readAs(const Result<Instant>& time)
{
  return time ? toIso(*time) : QStringLiteral("error");
}

/// Pinduoduo lists orders between two times, in seconds: the one that a request bears must be the one asked for.
QString askedByPinduoduo(const QString& wanted)
{
  const Provider& provider = *findProvider(u"pinduoduo");
  FetchContext context = contextOf(provider, Stream::Orders);
  context.from = *parseIso(wanted);
  context.to = context.from + std::chrono::minutes(20);
  context.now = context.to;
  const auto requests = provider.functions.first(context);
  if (requests.empty())
    return {};
  return readBy(unixTime, formFields(requests.front().body).value("start_updated_at").toLongLong());
}

/// How we read the time of a shop, by the function that reads its records; empty text: none. nullopt: nobody of ours.
std::optional<QString> readTime(const QString& where, const QJsonValue& value, const QString& wanted)
{
  const auto begins = [&](const char* prefix) { return where.startsWith(QLatin1String(prefix)); };
  const QTimeZone china(int(kChinaOffset.count()));
  if (begins("TOP") || where == QLatin1String("JD stamp") || where == QLatin1String("JD unset") ||
      where == QLatin1String("PDD empty"))
    return readBy(chinaTime, value);
  if (begins("Douyin"))
    return readBy(unixTime, value);
  if (where == QLatin1String("JD ware epoch ms"))
    return readBy(unixMilliseconds, value);
  if (where == QLatin1String("PDD request unix"))
    return askedByPinduoduo(wanted);
  if (begins("Woo") || begins("Magento"))
    return readAs(parseLocal(value.toString(), std::chrono::seconds(0)));
  if (begins("Vendure") || where == QLatin1String("Shopify") || where == QLatin1String("Shopify webhook"))
    return readAs(parseIso(value.toString()));
  if (where == QLatin1String("Shopify CSV") || where == QLatin1String("Taobao CSV"))
    return readAs(parseTime(value.toString(), china));
  if (begins("Excel serial 1900"))
    return toIso(serialTime(value.toDouble(), china));
  return std::nullopt;
}

void checkTime(const QString& name, const QJsonObject& given, const Report& report)
{
  const QString where = textOf(given, "where"), wanted = textOf(given, "utc");
  const QJsonValue value = given.value(QLatin1String("value"));
  const auto got = readTime(where, value, wanted);
  run(report, QStringLiteral("%1 %2 %3").arg(name, where, value.toVariant().toString()),
      [&] { return got ? differs("utc", wanted, *got) : QStringLiteral("no shop of ours writes such a time"); });
}

void checkMoneyTime(const QString&, const QJsonObject& file, const Report& report)
{
  const QJsonObject digits = file.value(QLatin1String("currency_exponent")).toObject();
  for (auto it = digits.begin(); it != digits.end(); ++it)
    run(report, it.key(), [&] {
      const auto currency = Currency::of(it.key());
      return differs("digits", QString::number(it.value().toInt()),
                     currency ? QString::number(currency->digits()) : QString());
    });
  const auto each = [&](const char* list, const char* shown, const std::function<QString(const QJsonObject&)>& check) {
    forEachCase(file, list, [&](const QString& name, const QJsonObject& given) {
      run(report, name + u' ' + textOf(given, shown), [&] { return check(given); });
    });
  };
  each("decimal_text", "text", checkDecimal);
  each("bad", "text", [](const QJsonObject& given) { return checkBadAmount(textOf(given, "text")); });
  each("floats", "json_number_token", checkNumber);
  each("ints", "where", [](const QJsonObject& given) {
    const Money money(given.value(QLatin1String("minor_int")).toInteger(), *Currency::of(u"CNY"));
    return differs("decimal", textOf(given, "decimal"), money.text());
  });
  forEachCase(file, "time", [&](const QString& name, const QJsonObject& given) { checkTime(name, given, report); });
}

const Register kStatusMap({"stores/status-map.json", checkStatusMap});
const Register kMoneyTime({"stores/money-time.json", checkMoneyTime});

} // namespace
} // namespace supercargo::vectors
