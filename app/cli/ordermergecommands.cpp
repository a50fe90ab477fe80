#include "app/cli/orderplans.h"
#include "app/cli/rowlist.h"
#include "app/cli/statustext.h"
#include "core/base/text.h"
#include "core/outbox/parcelplans.h"
#include "core/outbox/reviewqueue.h"
#include "core/store/orderflow.h"
#include "ui/text/reviewwords.h"

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");
const QString kReason = QStringLiteral("--reason"), kUndo = QStringLiteral("--undo"), kPart = QStringLiteral("--part"),
              kApprove = QStringLiteral("--approve");

Outcome<std::vector<OrderId>> orderOperands(Session& session)
{
  std::vector<OrderId> orders;
  for (int i = 0; i < int(session.arguments().operands.size()); ++i) {
    SC_TRY_ASSIGN(id, session.idOperand<OrderId>(i));
    orders.push_back(id);
  }
  return orders;
}

QString reasonOr(const Session& session, const char* usual)
{
  const QString given = session.value(kReason).trimmed();
  return given.isEmpty() ? QString::fromLatin1(usual) : given;
}

// ---- review
// ----------------------------------------------------------------------------------------------------------

QJsonObject reviewJson(const ReviewRow& row)
{
  QJsonArray reasons, others;
  for (const ReviewFinding& finding : row.findings)
    reasons += QJsonObject{{QStringLiteral("reason"), reviewReasonName(finding.reason)},
                           {QStringLiteral("subject"), jsonOrNull(finding.subject)},
                           {QStringLiteral("text"), reviewText(finding)}};
  for (const OrderId other : row.mergeWith)
    others += other.value();
  QJsonObject object = rowJson(row.order);
  object.insert(QStringLiteral("reasons"), reasons);
  object.insert(QStringLiteral("merge_with"), others);
  return object;
}

QStringList reviewCells(const ReviewRow& row, const QTimeZone& zone)
{
  QStringList reasons;
  for (const ReviewFinding& finding : row.findings)
    reasons << reviewText(finding);
  return {QString::number(row.order.id.value()), row.order.number,           timeText(row.order.placedAt, zone),
          statusText(row.order.status),          moneyText(row.order.total), maskName(row.order.customer),
          reasons.join(QStringLiteral("; "))};
}

Outcome<Exit> approve(Session& session, const std::vector<OrderId>& orders)
{
  if (orders.empty())
    return wrongUse(QCoreApplication::translate("cli", "name the orders to approve"), kApprove,
                    QCoreApplication::translate("cli", "They are listed by: orders review"));
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  JsonList list;
  size_t refused = 0;
  for (const OrderId order : orders) {
    const Result<bool> approved =
        c->transaction([&] { return approveOrder(*c, order, session.value(kReason), kActor, systemNow(), changes); });
    refused += approved ? 0 : 1;
    if (session.isJson()) {
      list.add({{QStringLiteral("id"), order.value()},
                {QStringLiteral("approved"), approved.has_value()},
                {QStringLiteral("already"), approved && !*approved},
                {QStringLiteral("error"), approved ? QJsonValue() : QJsonValue(toJson(approved.error()))}});
      continue;
    }
    print(!approved
              ? QCoreApplication::translate("cli", "Order %1: %2").arg(order.value()).arg(errorText(approved.error()))
          : *approved ? QCoreApplication::translate("cli", "Order %1 may be shipped.").arg(order.value())
                      : QCoreApplication::translate("cli", "Order %1 was to be shipped already.").arg(order.value()));
  }
  if (session.isJson())
    list.end();
  return refused == 0 ? Exit::Done : refused == orders.size() ? Exit::Failed : Exit::Partly;
}

Outcome<std::vector<ReviewRow>> reviewed(Connection& c, const std::vector<OrderId>& orders)
{
  ReviewReader reader(c);
  std::vector<ReviewRow> rows;
  for (const OrderId id : orders) {
    SC_TRY_ASSIGN(row, reader.row(id));
    if (!row)
      return fail(notFound(QStringLiteral("order %1").arg(id.value())));
    rows.push_back(std::move(*row));
  }
  return rows;
}

Outcome<Exit> review(Session& session)
{
  SC_TRY_ASSIGN(orders, orderOperands(session));
  if (session.has(kApprove))
    return approve(session, orders);
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(c, session.reader());
  std::vector<ReviewRow> rows;
  if (orders.empty()) {
    SC_TRY_ASSIGN(queue, reviewQueue(*c, limit));
    rows = std::move(queue);
  } else {
    SC_TRY_ASSIGN(named, reviewed(*c, orders));
    rows = std::move(named);
  }
  printRows(session, rows, limit,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Number"),
             QCoreApplication::translate("cli", "Placed"), QCoreApplication::translate("cli", "Status"),
             QCoreApplication::translate("cli", ">Total"), QCoreApplication::translate("cli", "Customer"),
             QCoreApplication::translate("cli", "Reasons")},
            reviewJson, [&](const ReviewRow& row) { return reviewCells(row, session.zone()); });
  return Exit::Done;
}

// ---- merge and split
// ---------------------------------------------------------------------------------------------------

QJsonObject planObject(const ParcelPlan& plan, const OrderDetails& head)
{
  QJsonArray orders, parcels;
  for (const OrderId order : plan.orders)
    orders += order.value();
  for (const PlannedParcel& parcel : plan.parcels) {
    QJsonArray items;
    for (const ParcelPiece& piece : parcel.pieces)
      if (piece.line >= 0 && piece.line < qint64(head.lines.size()))
        items += QJsonObject{{QStringLiteral("line"), piece.line + 1},
                             {QStringLiteral("sku"), head.lines[size_t(piece.line)].sku},
                             {QStringLiteral("quantity"), piece.quantity}};
    parcels += QJsonObject{{QStringLiteral("part"), parcel.part == 0 ? QJsonValue() : QJsonValue(parcel.part)},
                           {QStringLiteral("booked"), parcel.booked},
                           {QStringLiteral("items"), items}};
  }
  return {{QStringLiteral("id"), plan.id.value()},
          {QStringLiteral("kind"), planKindName(plan.kind)},
          {QStringLiteral("orders"), orders},
          {QStringLiteral("numbers"), QJsonArray::fromStringList(plan.numbers)},
          {QStringLiteral("reason"), plan.reason},
          {QStringLiteral("actor"), plan.actor},
          {QStringLiteral("created_at"), toIso(plan.createdAt)},
          {QStringLiteral("parcels"), parcels}};
}

Outcome<Exit> tell(Session& session, Connection& c, const PlanAnswer& answer)
{
  SC_TRY_ASSIGN(head, orderDetails(c, answer.plan.orders.front()));
  if (session.isJson()) {
    QJsonObject object = planObject(answer.plan, head.value_or(OrderDetails()));
    object.insert(QStringLiteral("already"), answer.alreadySo);
    printJson(object);
    return Exit::Done;
  }
  const QString numbers = answer.plan.numbers.join(QStringLiteral(", "));
  if (answer.alreadySo)
    print(QCoreApplication::translate("cli", "It was so already."));
  if (answer.plan.kind == PlanKind::Merge)
    print(QCoreApplication::translate("cli", "One parcel: %1").arg(numbers));
  for (const PlannedParcel& parcel : answer.plan.parcels) {
    QStringList items;
    for (const ParcelPiece& piece : parcel.pieces)
      items << QStringLiteral("%1 × %2").arg(piece.quantity).arg(head->lines[size_t(piece.line)].title);
    if (parcel.part > 0)
      print(QCoreApplication::translate("cli", "Parcel %1: %2").arg(parcel.part).arg(items.join(QStringLiteral(", "))));
  }
  return Exit::Done;
}

Outcome<Exit> undo(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(plan, c->transaction([&] {
    return undoParcelPlan(*c, order, session.value(kReason), kActor, systemNow(), changes);
  }));
  if (session.isJson()) {
    QJsonArray orders;
    for (const OrderId member : plan ? plan->orders : std::vector<OrderId>{order})
      orders += member.value();
    printJson(QJsonObject{{QStringLiteral("undone"), plan.has_value()},
                          {QStringLiteral("already"), !plan.has_value()},
                          {QStringLiteral("orders"), orders}});
    return Exit::Done;
  }
  print(plan ? QCoreApplication::translate("cli", "Each on its own again: %1")
                   .arg(plan->numbers.join(QStringLiteral(", ")))
             : QCoreApplication::translate("cli", "The order is neither merged nor split."));
  return Exit::Done;
}

Outcome<Exit> merge(Session& session)
{
  if (session.has(kUndo))
    return undo(session);
  SC_TRY_ASSIGN(orders, orderOperands(session));
  if (orders.size() < 2)
    return wrongUse(QCoreApplication::translate("cli", "name two orders or more"), QStringLiteral("ID"));
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  const auto answer = c->transaction(
      [&] { return mergeOrders(*c, orders, reasonOr(session, "same recipient"), kActor, systemNow(), changes); });
  if (answer)
    return tell(session, *c, *answer);
  Failure failure(answer.error());
  if (answer.error().kind == ErrorKind::Rejected) {
    SC_TRY_ASSIGN(findings, mergeObstacles(*c, orders));
    failure.hint = mergeTexts(findings).join(u'\n');
  }
  return fail(failure);
}

/// "TEA=2,CUP=1" or by the lines' numbers "1=2,2=1".
Outcome<ParcelPieces> parcelOf(Session& session, const OrderDetails& order, const QString& text)
{
  ParcelPieces pieces;
  for (const QString& piece : text.split(u',', Qt::SkipEmptyParts)) {
    const qsizetype equals = piece.lastIndexOf(u'=');
    const QString name = piece.left(std::max<qsizetype>(equals, 0)).trimmed();
    if (name.isEmpty())
      return wrongUse(QCoreApplication::translate("cli", "\"%1\" is not SKU=N").arg(piece), kPart);
    SC_TRY_ASSIGN(quantity, session.integer(piece.mid(equals + 1).trimmed(), kPart));
    std::vector<qint64> found;
    for (size_t i = 0; i < order.lines.size(); ++i)
      if (order.lines[i].sku == name)
        found.push_back(qint64(i));
    bool isNumber = false;
    if (const qint64 line = name.toLongLong(&isNumber); found.empty() && isNumber)
      found.push_back(line - 1);
    if (found.size() != 1)
      return wrongUse(found.empty() ? QCoreApplication::translate("cli", "the order has no line \"%1\"").arg(name)
                                    : QCoreApplication::translate("cli", "several lines have the SKU \"%1\"").arg(name),
                      kPart, QCoreApplication::translate("cli", "Lines have numbers too: 1 is the first."));
    pieces.push_back({found.front(), quantity});
  }
  return pieces;
}

/// What no parcel was given, as one more.
ParcelPieces restOf(const OrderDetails& order, const std::vector<ParcelPieces>& parcels)
{
  ParcelPieces rest;
  for (size_t i = 0; i < order.lines.size(); ++i)
    rest.push_back({qint64(i), order.lines[i].quantity});
  for (const ParcelPieces& parcel : parcels)
    for (const ParcelPiece& piece : parcel)
      rest.push_back({piece.line, -piece.quantity});
  rest = sortedPieces(std::move(rest));
  std::erase_if(rest, [](const ParcelPiece& piece) { return piece.quantity < 0; }); // too many: the split says so
  return rest;
}

Outcome<Exit> split(Session& session)
{
  if (session.has(kUndo))
    return undo(session);
  SC_TRY_ASSIGN(id, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(c, session.writer());
  SC_TRY_ASSIGN(order, orderDetails(*c, id));
  if (!order)
    return fail(notFound(QStringLiteral("order %1").arg(id.value())));
  std::vector<ParcelPieces> parcels;
  for (const QString& text : session.arguments().values(kPart)) {
    SC_TRY_ASSIGN(pieces, parcelOf(session, *order, text));
    parcels.push_back(std::move(pieces));
  }
  if (parcels.empty())
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(kPart), kPart,
                    QCoreApplication::translate("cli", "What no --part names goes into a last parcel."));
  if (ParcelPieces rest = restOf(*order, parcels); !rest.empty())
    parcels.push_back(std::move(rest));
  ChangeSet changes;
  const auto answer = c->transaction(
      [&] { return splitOrder(*c, id, parcels, reasonOr(session, "sent separately"), kActor, systemNow(), changes); });
  if (!answer && answer.error().kind == ErrorKind::Invalid)
    return wrongUse(answer.error().detail, kPart);
  if (!answer)
    return fail(answer.error());
  return tell(session, *c, *answer);
}

} // namespace

Outcome<QJsonValue> planJson(Connection& c, const OrderDetails& order)
{
  SC_TRY_ASSIGN(plan, parcelPlanOf(c, order.row.id));
  if (!plan)
    return QJsonValue();
  return QJsonValue(planObject(*plan, order));
}

std::vector<Command> orderPlanCommands()
{
  constexpr int kMany = 1000;
  const Option reason{kReason, QStringLiteral("TEXT"),
                      QCoreApplication::translate("cli", "why; it stands in the orders' timelines")};
  const Option takeBack{kUndo, {}, QCoreApplication::translate("cli", "take it back, until a parcel is booked")};
  return {
      {QStringLiteral("orders review"),
       QStringLiteral("[ID…]"),
       0,
       kMany,
       QCoreApplication::translate("cli", "list the orders that wait for a person, or these ones, and why"),
       {{kApprove, {}, QCoreApplication::translate("cli", "these orders may be shipped")}, reason, limitOption()},
       review},
      {QStringLiteral("orders merge"),
       QStringLiteral("ID…"),
       1,
       kMany,
       QCoreApplication::translate("cli",
                                   "send orders of one recipient as one parcel; the first one is booked for all"),
       {reason, takeBack},
       merge},
      {QStringLiteral("orders split"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "send an order as several parcels"),
       {{kPart, QStringLiteral("SKU=N,…"),
         QCoreApplication::translate(
             "cli", "what a parcel holds, by SKUs or line numbers; may be repeated; the rest makes the last parcel")},
        reason,
        takeBack},
       split},
  };
}

} // namespace supercargo::cli
