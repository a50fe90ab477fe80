#include "core/providers/magento/magento.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

/// Shipments and credit memos stand in lists of their own. They are asked for of all orders of a page together and put
/// into the orders, which wait for them in HttpRequest::state: "parcels 1 ORDERS".
namespace supercargo::magento {
namespace {

struct Part {
  const char* kind;
  const char* path; ///< of the list, and where an order keeps what it has got of it
  bool (*isWanted)(const JsonReader& order);
  bool mayBeHidden; ///< orders are read without it, when the token has no right to it
};

constexpr int kHidden[]{401, 403};
/// Of refunds, an order itself tells the sum.
constexpr Part kParts[]{{"parcels", "shipments", hasShipped, false}, {"refunds", "creditmemos", wasRefunded, true}};

const Part* partNamed(const QString& kind)
{
  const auto* found = std::find_if(std::begin(kParts), std::end(kParts),
                                   [&](const Part& part) { return kind == QLatin1String(part.kind); });
  return found == std::end(kParts) ? nullptr : found;
}

bool waitsFor(const QJsonValue& order, const Part& part)
{
  return order.toObject().contains(QLatin1String(part.path));
}

void askFor(const FetchContext& context, const Part& part, int page, const QJsonArray& orders, FetchStep& step)
{
  QStringList ids;
  for (const QJsonValue& order : orders)
    if (waitsFor(order, part))
      ids.append(order[QLatin1String("entity_id")].toVariant().toString());
  const Search wanted{{{QStringLiteral("order_id"), ids.join(u','), QStringLiteral("in")}},
                      QStringLiteral("entity_id"), // so that what is new comes last and moves no other
                      kMaxPageSize,
                      page};
  HttpRequest request = search(context, QLatin1String(part.path), wanted, operationOf(context, part.kind),
                               QStringLiteral("%1 %2 ").arg(QLatin1String(part.kind)).arg(page) + compact(orders));
  if (part.mayBeHidden)
    request.expected.assign(std::begin(kHidden), std::end(kHidden));
  step.next.push_back(std::move(request));
}

void readInto(const FetchContext& context, const JsonReader& record, FetchStep& step)
{
  OrderSnapshot order = readOrder(*context.declaration, record, step.snapshots);
  if (record.problems().isEmpty())
    step.snapshots.orders.push_back(std::move(order));
  else
    reportFailure(record, "entity_id", step.snapshots);
}

/// Asks for the first list, from `part` on, that one of the orders waits for. False: there is none.
bool askForNext(const FetchContext& context, const Part* part, const QJsonArray& orders, FetchStep& step)
{
  const auto isAwaited = [&](const Part& one) {
    return std::any_of(orders.begin(), orders.end(), [&](const QJsonValue& order) { return waitsFor(order, one); });
  };
  part = std::find_if(part, std::end(kParts), isAwaited);
  if (part == std::end(kParts))
    return false;
  askFor(context, *part, 1, orders, step);
  return true;
}

} // namespace

bool isOrderPart(const QString& kind)
{
  return partNamed(kind) != nullptr;
}

bool isHiddenPart(const QString& kind, const HttpResponse& got)
{
  const Part* part = partNamed(kind);
  return part && part->mayBeHidden && std::count(std::begin(kHidden), std::end(kHidden), got.status) > 0;
}

void readOrders(const FetchContext& context, const std::vector<JsonReader>& items, FetchStep& step)
{
  QJsonArray waiting;
  for (const JsonReader& item : items) {
    QJsonObject order = QJsonDocument::fromJson(item.json()).object();
    bool waits = false;
    for (const Part& part : kParts)
      if (part.isWanted(item.isolated())) {
        order.insert(QLatin1String(part.path), QJsonArray());
        waits = true;
      }
    if (waits)
      waiting.append(order);
    else
      readInto(context, item.isolated(), step);
  }
  askForNext(context, kParts, waiting, step);
}

Result<FetchStep> parseOrderPart(const FetchContext& context, const QString& state, const JsonReader& root)
{
  const Part& part = *partNamed(state.section(u' ', 0, 0));
  const int page = state.section(u' ', 1, 1).toInt();
  const QJsonArray waiting = QJsonDocument::fromJson(state.section(u' ', 2).toUtf8()).array();
  const qint64 total = root["total_count"].integerIfAny().value_or(0);
  QMap<QString, QJsonArray> found; // order id -> records
  for (const JsonReader& item : root["items"].itemsIfAny())
    found[item["order_id"].text()].append(QJsonDocument::fromJson(item.json()).object());
  SC_TRY(root.check());
  QJsonArray orders;
  bool toldSome = false; // else the list would never end, whatever its total says
  for (const QJsonValue& one : waiting) {
    QJsonObject order = one.toObject();
    QJsonArray records = order.value(QLatin1String(part.path)).toArray();
    const qsizetype before = records.size();
    for (const QJsonValue& record : found.value(order.value(QLatin1String("entity_id")).toVariant().toString()))
      records.append(record);
    toldSome |= records.size() > before;
    if (waitsFor(order, part))
      order.insert(QLatin1String(part.path), records);
    orders.append(order);
  }
  FetchStep step;
  if (total > qint64(page) * kMaxPageSize && toldSome) {
    if (page >= kMostPages)
      return fail(ErrorKind::BadResponse, QStringLiteral("the list of %1 does not end").arg(QLatin1String(part.path)));
    askFor(context, part, page + 1, orders, step);
    return step;
  }
  if (askForNext(context, &part + 1, orders, step))
    return step;
  SC_TRY_ASSIGN(whole, JsonReader::parse(compact(orders).toUtf8()));
  for (const JsonReader& order : whole.items())
    readInto(context, order.isolated(), step);
  return step;
}

} // namespace supercargo::magento
