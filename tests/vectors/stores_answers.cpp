/// Sample answers of shops: what our parsers make of them against what the vectors expect.
#include "tests/vectors/stores_support.h"

namespace supercargo::vectors {
namespace {

QString textOf(const QJsonObject& object, const char* key)
{
  return object.value(QLatin1String(key)).toString();
}

QString isoOrNull(const std::optional<Instant>& instant)
{
  return instant ? toIso(*instant) : QStringLiteral("null");
}

QString lineValue(const LineSnapshot& line, const QString& key)
{
  static const QMap<QString, QString LineSnapshot::*> kTexts{
      {QStringLiteral("externalId"), &LineSnapshot::externalId},
      {QStringLiteral("productId"), &LineSnapshot::productExternalId},
      {QStringLiteral("variantId"), &LineSnapshot::variantExternalId},
      {QStringLiteral("sku"), &LineSnapshot::sku},
      {QStringLiteral("title"), &LineSnapshot::title}};
  if (kTexts.contains(key))
    return line.*kTexts.value(key);
  if (key == QLatin1String("qty"))
    return QString::number(line.quantity);
  if (key == QLatin1String("total"))
    return line.total.text();
  return QStringLiteral("(no such value)");
}

QString orderValue(const OrderSnapshot& order, const QString& key)
{
  const QMap<QString, QString> values{
      {QStringLiteral("externalId"), order.externalId},
      {QStringLiteral("externalNo"), order.number},
      {QStringLiteral("rawStatus"), order.rawStatus},
      {QStringLiteral("status"), statusName(order.status)},
      {QStringLiteral("payment"), statusName(order.payment)},
      {QStringLiteral("fulfilment"), statusName(order.fulfilment)},
      {QStringLiteral("aftersale"), statusName(order.aftersale)},
      {QStringLiteral("currency"), order.total.currency().code()},
      {QStringLiteral("createdAt"), toIso(order.placedAt)},
      {QStringLiteral("updatedAt"), isoOrNull(order.updatedAt)},
      {QStringLiteral("paidAt"), isoOrNull(order.paidAt)},
      {QStringLiteral("shippable"), order.shippable ? QStringLiteral("true") : QStringLiteral("false")},
      {QStringLiteral("skip"), order.status == OrderStatus::Draft ? QStringLiteral("true") : QStringLiteral("false")},
  };
  return values.value(key, QStringLiteral("(no such value)"));
}

QString plain(const QJsonValue& value)
{
  if (value.isNull())
    return QStringLiteral("null");
  if (value.isBool())
    return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
  return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

/// "61.0000", "25.5" and "61.00" say the same.
bool sameAmount(const QString& wanted, Money got)
{
  const auto money = Money::parse(wanted, got.currency());
  return money && *money == got;
}

QString compareParcels(const QJsonArray& wanted, const OrderSnapshot& order)
{
  if (size_t(wanted.size()) != order.parcels.size())
    return QStringLiteral("%1 parcels instead of %2").arg(order.parcels.size()).arg(wanted.size());
  for (qsizetype i = 0; i < wanted.size(); ++i)
    if (const OrderParcelSnapshot& parcel = order.parcels[size_t(i)];
        parcel.number != textOf(wanted[i].toObject(), "trackingNo"))
      return differs("parcel", textOf(wanted[i].toObject(), "trackingNo"), parcel.number);
  return {};
}

QString compareOrder(const QJsonObject& wanted, const OrderSnapshot& order)
{
  for (auto it = wanted.begin(); it != wanted.end(); ++it) {
    if (it.key().startsWith(QLatin1String("note")))
      continue;
    if (it.key() == QLatin1String("shipments")) {
      if (const QString why = compareParcels(it.value().toArray(), order); !why.isEmpty())
        return why;
    } else if (it.key() == QLatin1String("total") || it.key() == QLatin1String("refunded")) {
      const Money got = it.key() == QLatin1String("total") ? order.total : order.refunded;
      if (!sameAmount(it.value().toString(), got))
        return differs(qPrintable(it.key()), it.value().toString(), got.text());
    } else if (it.key() == QLatin1String("lines")) {
      const QJsonArray lines = it.value().toArray();
      if (size_t(lines.size()) != order.lines.size())
        return QStringLiteral("%1 lines instead of %2").arg(order.lines.size()).arg(lines.size());
      for (qsizetype i = 0; i < lines.size(); ++i) {
        const QJsonObject line = lines[i].toObject();
        for (auto part = line.begin(); part != line.end(); ++part)
          if (const QString got = lineValue(order.lines[size_t(i)], part.key()); got != plain(part.value()))
            return differs(qPrintable(part.key()), plain(part.value()), got);
      }
    } else if (const QString got = orderValue(order, it.key()); got != plain(it.value())) {
      return differs(qPrintable(it.key()), plain(it.value()), got);
    }
  }
  return {};
}

QString checkOrders(const Provider& provider, const QJsonObject& given, const QJsonArray& wanted)
{
  const auto step = readPage(provider, Stream::Orders, answerOf(given));
  if (!step)
    return step.error().detail;
  if (!step->snapshots.failures.empty())
    return step->snapshots.failures.front().reason;
  if (wanted.size() == 1 && wanted[0].toObject().value(QLatin1String("linesComplete")).isBool())
    return step->snapshots.orders.empty() && step->next.size() == 1 ? QString()
                                                                    : QStringLiteral("the rest is not asked for");
  if (step->snapshots.orders.size() != size_t(wanted.size()))
    return QStringLiteral("%1 orders").arg(step->snapshots.orders.size());
  for (qsizetype i = 0; i < wanted.size(); ++i)
    if (const QString why = compareOrder(wanted[i].toObject(), step->snapshots.orders[size_t(i)]); !why.isEmpty())
      return why;
  return {};
}

/// Our products keep prices and stock in their variants; those of a product with variations come with another call, so
/// what the vector says of the product itself can be compared only for a product that is its own variant.
QString checkProducts(const Provider& provider, const QJsonObject& given, const QJsonObject& wanted)
{
  const auto step = readPage(provider, Stream::Products, answerOf(given));
  if (!step || step->snapshots.products.empty())
    return step ? QStringLiteral("no product") : step.error().detail;
  const ProductSnapshot& product = step->snapshots.products.front();
  QStringList ids;
  for (const QJsonValue& id : wanted.value(QLatin1String("variantIds")).toArray())
    ids.append(id.toString());
  if (product.externalId != textOf(wanted, "externalId") || product.variantIds != ids)
    return differs("variants", ids.join(u','), product.variantIds.join(u','));
  for (const VariantSnapshot& variant : product.variants) {
    if (variant.externalId != product.externalId)
      continue;
    if (wanted.contains(QLatin1String("price")) && (!variant.price || variant.price->text() != textOf(wanted, "price")))
      return QStringLiteral("price");
    if (wanted.value(QLatin1String("stock")).isNull() && variant.stock)
      return QStringLiteral("stock is not counted");
  }
  const auto stock = readPage(provider, Stream::Stock, answerOf(given));
  return wanted.value(QLatin1String("stock")).isNull() && (!stock || !stock->snapshots.stock.empty())
             ? QStringLiteral("stock is not counted")
             : QString();
}

QString checkVariants(const Provider& provider, const QJsonObject& given, const QJsonObject& wanted)
{
  HttpRequest sent;
  sent.operation = QStringLiteral("products.variations");
  sent.state = QStringLiteral("variations 1 {\"id\":1,\"name\":\"parent\",\"variations\":[%1]}")
                   .arg(textOf(wanted, "externalId"));
  const auto step = provider.functions.parse(contextOf(provider, Stream::Products), sent, answerOf(given));
  if (!step || step->snapshots.products.empty() || step->snapshots.products.front().variants.empty())
    return step ? QStringLiteral("no variation") : step.error().detail;
  const VariantSnapshot& variant = step->snapshots.products.front().variants.front();
  if (variant.externalId != textOf(wanted, "externalId"))
    return differs("id", textOf(wanted, "externalId"), variant.externalId);
  const bool parent = textOf(wanted, "stockManagedBy") == QLatin1String("parent");
  return parent == (variant.managedBy == StockManagedBy::Parent) ? QString() : QStringLiteral("stockManagedBy");
}

/// Errors come as answers to a page, to a login, or to an action.
QString checkError(const Provider& provider, const QJsonObject& given, const QJsonObject& expect)
{
  const HttpResponse answer = answerOf(given);
  const FetchContext context = contextOf(provider, Stream::Orders);
  std::optional<Error> error;
  if (answer.body.contains("\"login\"")) {
    if (const auto session = provider.functions.parseLogin(context, answer); !session)
      error = session.error();
  } else if (answer.body.contains("\"addFulfillmentToOrder\"")) {
    const Action action{{}, MarkShipped{}};
    if (const auto outcome = provider.functions.parseAction(context, action, answer); !outcome)
      error = outcome.error();
  } else if (const auto step = readPage(provider, Stream::Orders, answer); !step) {
    error = step.error();
  }
  if (!error)
    return QStringLiteral("no error");
  const qint64 wait = std::max(expect.value(QLatin1String("retryAfter")).toInteger(),
                               expect.value(QLatin1String("waitSecondsAtLeast")).toInteger());
  if (wait > 0 && (!error->retryAfter || *error->retryAfter < std::chrono::seconds(wait)))
    return QStringLiteral("it must wait %1 s").arg(wait);
  if (const QString text = textOf(expect, "text"); !error->detail.contains(text))
    return differs("text", text, error->detail);
  return differs("error", textOf(expect, "error"), errorClass(error->kind));
}

/// Whether there are more pages, and behind which cursor.
QString checkPaging(const Provider& provider, const QJsonObject& given, const QJsonObject& wanted)
{
  const auto step = readPage(provider, Stream::Orders, answerOf(given));
  if (!step)
    return step.error().detail;
  if (step->next.empty() == wanted.value(QLatin1String("hasMore")).toBool())
    return QStringLiteral("%1 further requests").arg(step->next.size());
  const QByteArray cursor = textOf(wanted, "cursor").toUtf8();
  return cursor.isEmpty() || (step->next.front().body + step->next.front().url).contains(cursor)
             ? QString()
             : QStringLiteral("the next request does not hold the cursor");
}

/// What must be reported beside the records.
QString checkNotices(const Provider& provider, const QJsonObject& given, const QJsonObject& wanted)
{
  const auto step = readPage(provider, Stream::Orders, answerOf(given));
  if (!step)
    return step.error().detail;
  const QString deprecated = textOf(wanted, "deprecationWarning");
  for (const ChangeNotice& notice : step->snapshots.changes)
    if (wanted.contains(QLatin1String("warning")) ||
        (notice.kind == ChangeNotice::Kind::Version && (deprecated.isEmpty() || notice.sample == deprecated)))
      return {};
  return QStringLiteral("nothing was reported");
}

} // namespace

void checkAnswer(const Provider& provider, const QJsonObject& given, const Report& report)
{
  const QJsonObject wanted = given.value(QLatin1String("expect")).toObject();
  const auto expects = [&](const char* key) { return wanted.contains(QLatin1String(key)); };
  const auto list = [&](const char* key) { return wanted.value(QLatin1String(key)).toArray(); };
  run(report, textOf(given, "id"), [&]() -> QString {
    if (expects("error"))
      return checkError(provider, given, wanted);
    if (expects("warning") || expects("versionWarning") || expects("deprecationWarning"))
      if (const QString why = checkNotices(provider, given, wanted); !why.isEmpty())
        return why;
    if (expects("hasMore"))
      if (const QString why = checkPaging(provider, given, wanted); !why.isEmpty() || !expects("orders"))
        return why;
    if (expects("orders"))
      return checkOrders(provider, given, list("orders"));
    if (expects("products"))
      return checkProducts(provider, given, list("products").first().toObject());
    if (expects("variants"))
      return checkVariants(provider, given, list("variants").first().toObject());
    return QStringLiteral("nothing that this checker knows is expected");
  });
}

} // namespace supercargo::vectors
