#include "app/cli/orderplans.h"
#include "app/cli/rowlist.h"
#include "app/cli/statustext.h"
#include "core/base/text.h"
#include "core/store/orders.h"

#include <QJsonArray>

namespace supercargo::cli {
namespace {

struct SortKey {
  const char* name;
  OrderSort sort;
};
constexpr SortKey kSorts[] = {{"-placed", OrderSort::PlacedDescending},
                              {"placed", OrderSort::PlacedAscending},
                              {"-total", OrderSort::TotalDescending},
                              {"total", OrderSort::TotalAscending},
                              {"-updated", OrderSort::UpdatedDescending}};

Outcome<OrderQuery> query(Session& session)
{
  OrderQuery query;
  SC_TRY_ASSIGN(names, session.filterNames());
  auto filter = parseOrderFilter(session.value(QStringLiteral("--filter")), names, systemNow());
  if (!filter)
    return wrongUse(filter.error().detail, filter.error().subject);
  query.filter = std::move(*filter);
  if (session.has(QStringLiteral("--sort"))) {
    const QString wanted = session.value(QStringLiteral("--sort"));
    QStringList known;
    bool isFound = false;
    for (const SortKey& key : kSorts) {
      known += QString::fromLatin1(key.name);
      if (known.last() == wanted) {
        query.sort = key.sort;
        isFound = true;
      }
    }
    if (!isFound)
      return wrongUse(QCoreApplication::translate("cli", "orders cannot be sorted by \"%1\"").arg(wanted),
                      QStringLiteral("--sort"),
                      QCoreApplication::translate("cli", "There are: %1").arg(known.join(QStringLiteral(", "))));
  }
  if (session.has(QStringLiteral("--after"))) {
    const auto cursor = OrderCursor::parse(session.value(QStringLiteral("--after")));
    if (!cursor)
      return wrongUse(
          cursor.error().detail, QStringLiteral("--after"),
          QCoreApplication::translate("cli", "It is the \"cursor\" of an order that orders list --json printed."));
    query.after = *cursor;
  }
  return query;
}

/// Hands out rows page by page, so that listing a million orders needs the memory of one page.
template <class Each>
Outcome<qint64> eachOrder(Connection& connection, OrderQuery query, int limit, Each each)
{
  constexpr int kPage = 2000;
  qint64 seen = 0;
  while (limit == 0 || seen < limit) {
    query.limit = limit == 0 ? kPage : static_cast<int>(std::min<qint64>(kPage, limit - seen));
    SC_TRY_ASSIGN(rows, orderRows(connection, query));
    for (const OrderRow& row : rows)
      each(row);
    seen += static_cast<qint64>(rows.size());
    if (static_cast<int>(rows.size()) < query.limit)
      break;
    query.after = cursorOf(rows.back(), query.sort);
  }
  return seen;
}

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(wanted, query(session));
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  if (session.isJson()) {
    JsonList list;
    SC_TRY(eachOrder(*connection, wanted, limit, [&](const OrderRow& row) {
      QJsonObject object = rowJson(row);
      object.insert(QStringLiteral("cursor"), cursorOf(row, wanted.sort).text());
      list.add(object);
    }));
    list.end();
    return Exit::Done;
  }
  Table table({QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Number"),
               QCoreApplication::translate("cli", "Placed"), QCoreApplication::translate("cli", "Status"),
               QCoreApplication::translate("cli", ">Total"), QCoreApplication::translate("cli", "Customer"),
               QCoreApplication::translate("cli", "City"), QCoreApplication::translate("cli", "First article")});
  SC_TRY_ASSIGN(seen, eachOrder(*connection, wanted, limit, [&](const OrderRow& row) {
                  table.add({QString::number(row.id.value()), row.number, timeText(row.placedAt, session.zone()),
                             statusText(row.status), moneyText(row.total), maskName(row.customer), row.city,
                             row.firstTitle});
                }));
  table.print();
  if (limit > 0 && seen >= limit)
    say(QCoreApplication::translate("cli", "Only the first %1 are shown; --limit all shows all.").arg(limit));
  return Exit::Done;
}

QJsonArray itemsJson(const OrderDetails& order)
{
  QJsonArray items;
  for (const LineSnapshot& line : order.lines)
    items += QJsonObject{{QStringLiteral("external_id"), line.externalId},
                         {QStringLiteral("sku"), line.sku},
                         {QStringLiteral("title"), line.title},
                         {QStringLiteral("options"), line.options},
                         {QStringLiteral("quantity"), line.quantity},
                         {QStringLiteral("shipped_quantity"), line.shippedQuantity},
                         {QStringLiteral("unit_price"), toJson(line.unitPrice)},
                         {QStringLiteral("discount"), toJson(line.discount)},
                         {QStringLiteral("total"), toJson(line.total)}};
  return items;
}

QJsonArray timelineJson(const OrderDetails& order)
{
  QJsonArray timeline;
  for (const TimelineEntry& entry : order.timeline)
    timeline += QJsonObject{{QStringLiteral("at"), toIso(entry.at)},
                            {QStringLiteral("kind"), entry.kind},
                            {QStringLiteral("text"), entry.text},
                            {QStringLiteral("call"), jsonOrNull(entry.call)}};
  return timeline;
}

QJsonArray shipmentsJson(const OrderDetails& order)
{
  QJsonArray shipments;
  for (const OrderShipment& s : order.shipments)
    shipments += QJsonObject{{QStringLiteral("id"), s.id.value()},
                             {QStringLiteral("courier"), s.courier},
                             {QStringLiteral("number"), s.number},
                             {QStringLiteral("status"), statusName(s.status)},
                             {QStringLiteral("reason"), jsonOrNull(s.reason)},
                             {QStringLiteral("place"), jsonOrNull(s.place)},
                             {QStringLiteral("shipped_at"), jsonOrNull(s.shippedAt)},
                             {QStringLiteral("delivered_at"), jsonOrNull(s.deliveredAt)},
                             {QStringLiteral("last_event_at"), jsonOrNull(s.lastEventAt)}};
  return shipments;
}

QJsonObject detailsJson(const OrderDetails& order)
{
  QJsonArray payments, refunds;
  for (const OrderPayment& p : order.payments)
    payments += QJsonObject{{QStringLiteral("id"), p.id.value()},
                            {QStringLiteral("account"), p.account.value()},
                            {QStringLiteral("external_id"), p.externalId},
                            {QStringLiteral("amount"), toJson(p.amount)},
                            {QStringLiteral("fee"), jsonOrNull(p.fee)},
                            {QStringLiteral("status"), statusName(p.status)},
                            {QStringLiteral("paid_at"), jsonOrNull(p.paidAt)}};
  for (const RefundSnapshot& r : order.refunds)
    refunds += QJsonObject{{QStringLiteral("external_id"), r.externalId},
                           {QStringLiteral("amount"), toJson(r.amount)},
                           {QStringLiteral("status"), statusName(r.status)},
                           {QStringLiteral("reason"), r.reason},
                           {QStringLiteral("created_at"), jsonOrNull(r.createdAt)}};
  QJsonObject object = rowJson(order.row);
  object.insert(QStringLiteral("items"), itemsJson(order));
  object.insert(QStringLiteral("timeline"), timelineJson(order));
  object.insert(QStringLiteral("shipments"), shipmentsJson(order));
  object.insert(QStringLiteral("payments"), payments);
  object.insert(QStringLiteral("refunds"), refunds);
  object.insert(QStringLiteral("goods"), toJson(order.goods));
  object.insert(QStringLiteral("shipping"), toJson(order.shipping));
  object.insert(QStringLiteral("discount"), toJson(order.discount));
  object.insert(QStringLiteral("tax"), toJson(order.tax));
  object.insert(QStringLiteral("paid_at"), jsonOrNull(order.paidAt));
  object.insert(QStringLiteral("ship_by"), jsonOrNull(order.shipBy));
  object.insert(QStringLiteral("deliver_by"), jsonOrNull(order.deliverBy));
  object.insert(QStringLiteral("shipped_at"), jsonOrNull(order.shippedAt));
  object.insert(QStringLiteral("completed_at"), jsonOrNull(order.completedAt));
  object.insert(QStringLiteral("payment_method"), order.paymentMethod);
  object.insert(QStringLiteral("payment_reference"), order.paymentReference);
  object.insert(QStringLiteral("phone"), maskPhone(order.customerPhone));
  object.insert(QStringLiteral("email"), maskEmail(order.customerEmail));
  object.insert(QStringLiteral("warnings"), QJsonArray::fromStringList(order.warnings));
  return object;
}

void printDetails(const OrderDetails& order, const QTimeZone& zone)
{
  Table facts({QString(), QString()});
  facts.add({QCoreApplication::translate("cli", "Number"), order.row.number});
  facts.add({QCoreApplication::translate("cli", "Status"),
             statusText(order.row.status) + QStringLiteral(" (%1)").arg(order.row.rawStatus)});
  facts.add({QCoreApplication::translate("cli", "Placed"), timeText(order.row.placedAt, zone)});
  facts.add({QCoreApplication::translate("cli", "Customer"),
             maskName(order.row.customer) + u' ' + maskPhone(order.customerPhone)});
  facts.add({QCoreApplication::translate("cli", "City"), order.row.province + u' ' + order.row.city});
  facts.add({QCoreApplication::translate("cli", "Total"), moneyText(order.row.total)});
  facts.add({QCoreApplication::translate("cli", "Paid"), moneyText(order.row.paid)});
  facts.add({QCoreApplication::translate("cli", "Refunded"), moneyText(order.row.refunded)});
  for (const QString& warning : order.warnings)
    facts.add({QCoreApplication::translate("cli", "Warning"), warning});
  facts.print();
  Table items({QCoreApplication::translate("cli", "SKU"), QCoreApplication::translate("cli", "Title"),
               QCoreApplication::translate("cli", ">Quantity"), QCoreApplication::translate("cli", ">Price"),
               QCoreApplication::translate("cli", ">Total")});
  for (const LineSnapshot& line : order.lines)
    items.add({line.sku, line.title, QString::number(line.quantity), line.unitPrice.text(), line.total.text()});
  items.print();
  Table timeline({QCoreApplication::translate("cli", "Time"), QCoreApplication::translate("cli", "What"),
                  QCoreApplication::translate("cli", "Details"), QCoreApplication::translate("cli", ">Call")});
  for (const TimelineEntry& entry : order.timeline)
    timeline.add({timeText(entry.at, zone), entry.kind, entry.text,
                  entry.call ? QString::number(entry.call->value()) : QString()});
  timeline.print();
}

Outcome<Exit> show(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(order, orderDetails(*connection, id));
  if (!order)
    return fail(notFound(QStringLiteral("order %1").arg(id.value())));
  if (session.isJson()) {
    QJsonObject object = detailsJson(*order);
    SC_TRY_ASSIGN(plan, planJson(*connection, *order));
    object.insert(QStringLiteral("plan"), plan);
    printJson(object);
  } else {
    printDetails(*order, session.zone());
  }
  return Exit::Done;
}

} // namespace

QJsonObject rowJson(const OrderRow& row)
{
  return {{QStringLiteral("id"), row.id.value()},
          {QStringLiteral("account"), row.account.value()},
          {QStringLiteral("external_id"), row.externalId},
          {QStringLiteral("number"), row.number},
          {QStringLiteral("placed_at"), toIso(row.placedAt)},
          {QStringLiteral("updated_at"), toIso(row.updatedAt)},
          {QStringLiteral("status"), statusName(row.status)},
          {QStringLiteral("raw_status"), row.rawStatus},
          {QStringLiteral("stage"), flowStageName(row.stage)},
          {QStringLiteral("payment"), statusName(row.payment)},
          {QStringLiteral("fulfilment"), statusName(row.fulfilment)},
          {QStringLiteral("aftersale"), statusName(row.aftersale)},
          {QStringLiteral("total"), toJson(row.total)},
          {QStringLiteral("paid"), toJson(row.paid)},
          {QStringLiteral("refunded"), toJson(row.refunded)},
          {QStringLiteral("lines"), row.lineCount},
          {QStringLiteral("units"), row.units},
          {QStringLiteral("customer"), maskName(row.customer)},
          {QStringLiteral("city"), row.city},
          {QStringLiteral("province"), row.province},
          {QStringLiteral("tags"), QJsonArray::fromStringList(row.tags)},
          {QStringLiteral("gone"), row.gone}};
}

std::vector<Command> orderCommands()
{
  std::vector<Command> all{
      {QStringLiteral("orders list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the orders of all shops"),
       {{QStringLiteral("--filter"), QStringLiteral("TEXT"),
         QCoreApplication::translate(
             "cli", "status: stage: account: shop: placed: total: province: city: tag: and words to search for")},
        {QStringLiteral("--sort"), QStringLiteral("KEY"),
         QCoreApplication::translate("cli", "-placed (default), placed, -total, total or -updated")},
        limitOption(),
        {QStringLiteral("--after"), QStringLiteral("CURSOR"),
         QCoreApplication::translate("cli", "go on behind the order with this cursor")}},
       list},
      {QStringLiteral("orders show"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "show an order with its lines and its history"),
       {},
       show},
  };
  for (Command& command : orderPlanCommands())
    all.push_back(std::move(command));
  return all;
}

} // namespace supercargo::cli
