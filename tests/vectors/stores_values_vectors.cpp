/// stores/status-map.json and stores/money-time.json: tables and values that all shops share.
#include "core/base/jsonreader.h"
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
  if (!provider)
    return report.skipped(name, name.section(u'_', 0, 0));
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
  for (const QJsonValue& value : file.value(QLatin1String("rows")).toArray()) {
    const QJsonObject row = value.toObject();
    const QString platform = textOf(row, "platform");
    QStringList id{platform};
    const QJsonObject raw = row.value(QLatin1String("raw")).toObject();
    for (auto it = raw.begin(); it != raw.end(); ++it)
      id.append(it.key() + u'=' + it.value().toVariant().toString());
    if (const Provider* provider = findProvider(platform))
      run(report, id.join(u' '), [&] { return checkRow(provider->declaration, row); });
    else
      report.skipped(id.join(u' '), platform);
  }
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

/// How the shop writes a time; nullopt: a rule of a provider that is not built, or of a file format.
std::optional<Result<Instant>> readTime(const QString& where, const QString& value)
{
  const auto begins = [&](const char* prefix) { return where.startsWith(QLatin1String(prefix)); };
  if (begins("TOP") || where == QLatin1String("JD stamp"))
    return parseLocal(value, kChinaOffset);
  if (begins("Woo") || begins("Magento"))
    return parseLocal(value, std::chrono::seconds(0));
  if (begins("Vendure") || where == QLatin1String("Shopify") || where == QLatin1String("Shopify webhook"))
    return parseIso(value);
  return std::nullopt;
}

void checkTime(const QJsonObject& given, const Report& report)
{
  const QString where = textOf(given, "where"), wanted = textOf(given, "utc");
  const QString id = where + u' ' + given.value(QLatin1String("value")).toVariant().toString();
  const auto time =
      given.value(QLatin1String("value")).isString() ? readTime(where, textOf(given, "value")) : std::nullopt;
  if (!time)
    return report.skipped(id, where.section(u' ', 0, 0).toLower());
  const QString got = *time ? toIso(**time) : QStringLiteral("error");
  run(report, id, [&] { return differs("utc", wanted, got); });
}

void checkMoneyTime(const QString&, const QJsonObject& file, const Report& report)
{
  const auto each = [&](const char* list, const std::function<void(const QJsonObject&)>& check) {
    for (const QJsonValue& value : file.value(QLatin1String(list)).toArray())
      check(value.toObject());
  };
  const QJsonObject digits = file.value(QLatin1String("currency_exponent")).toObject();
  for (auto it = digits.begin(); it != digits.end(); ++it)
    run(report, it.key(), [&] {
      const auto currency = Currency::of(it.key());
      return differs("digits", QString::number(it.value().toInt()),
                     currency ? QString::number(currency->digits()) : QString());
    });
  each("decimal_text", [&](const QJsonObject& given) {
    run(report, textOf(given, "currency") + u' ' + textOf(given, "text"), [&] { return checkDecimal(given); });
  });
  each("bad", [&](const QJsonObject& given) {
    run(report, QStringLiteral("bad \"%1\"").arg(textOf(given, "text")),
        [&] { return checkBadAmount(textOf(given, "text")); });
  });
  each("floats", [&](const QJsonObject& given) {
    run(report, QStringLiteral("number ") + textOf(given, "json_number_token"), [&] { return checkNumber(given); });
  });
  each("ints", [&](const QJsonObject& given) {
    run(report, textOf(given, "where"), [&] {
      const Money money(given.value(QLatin1String("minor_int")).toInteger(), *Currency::of(u"CNY"));
      return differs("decimal", textOf(given, "decimal"), money.text());
    });
  });
  each("time", [&](const QJsonObject& given) { checkTime(given, report); });
}

const Register kStatusMap({"stores/status-map.json", checkStatusMap});
const Register kMoneyTime({"stores/money-time.json", checkMoneyTime});

} // namespace
} // namespace supercargo::vectors
