#include "core/outbox/parcelplans.h"
#include "core/outbox/shipping.h"
#include "core/store/accounts.h"
#include "core/store/parcels.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace supercargo;
using namespace supercargo::test;

namespace {
constexpr Instant kNow{std::chrono::milliseconds(1'767'600'000'000)};
const QString kOwner = QStringLiteral("owner"), kWhy = QStringLiteral("same door");

AddressSnapshot home()
{
  return {
      QStringLiteral("王小明"), QStringLiteral("13812341234"), QStringLiteral("CN"),          QStringLiteral("浙江省"),
      QStringLiteral("杭州市"), QStringLiteral("西湖区"),      QStringLiteral("文一路 1 号"), {}};
}

OrderSnapshot orderOf(const QString& number, const std::vector<qint64>& quantities = {1})
{
  OrderSnapshot made;
  made.externalId = made.number = number;
  made.rawStatus = QStringLiteral("processing");
  made.status = OrderStatus::ToShip;
  made.payment = PaymentStatus::Paid;
  made.shipTo = home();
  made.total = made.goods = made.paid = Money(1000, Currency());
  made.placedAt = kNow;
  for (size_t i = 0; i < quantities.size(); ++i) {
    LineSnapshot line;
    line.externalId = QStringLiteral("%1-L%2").arg(number).arg(i);
    line.sku = QStringLiteral("SKU%1").arg(i);
    line.title = QStringLiteral("%1 of %2").arg(line.sku, number);
    line.quantity = quantities[i];
    made.lines.push_back(line);
  }
  return made;
}

struct Desk {
  explicit Desk(const QString& provider = QStringLiteral("shopify"))
  {
    shop = add(provider);
    courier = add(QStringLiteral("sf"));
    Sender from;
    from.address = home();
    sender = must(saveSender(c, from));
  }
  AccountId add(const QString& provider)
  {
    AccountRow row;
    row.provider = row.name = provider;
    row.createdAt = kNow;
    return must(addAccount(c, row));
  }
  OrderId put(const OrderSnapshot& made)
  {
    must(upsertOrders(c, {shop, std::nullopt, kNow}, {made}, changes));
    return OrderId(must(c.number(QStringLiteral("SELECT id FROM orders WHERE number = ?"), {made.number})));
  }
  OrderId put(const QString& number, const std::vector<qint64>& quantities = {1})
  {
    return put(orderOf(number, quantities));
  }
  Result<ActionId> book(OrderId order)
  {
    Booking booking;
    booking.account = courier;
    booking.sender = sender;
    booking.weightGrams = 500;
    return bookShipment(c, order, booking, kOwner, kNow, changes);
  }
  OutboxEntry entry(ActionId id) { return *must(outboxEntry(c, id)); }
  /// The courier says yes.
  void answer(ActionId id, const QString& number)
  {
    ActionOutcome outcome;
    outcome.accepted = true;
    outcome.number = number;
    must(noteOutcome(c, entry(id), outcome, std::nullopt, kNow, kNow, changes));
  }
  OutboxEntry bookAndAnswer(OrderId order, const QString& number)
  {
    const ActionId id = must(book(order));
    const OutboxEntry asked = entry(id);
    answer(id, number);
    return asked;
  }
  void move(const QString& number, ParcelStatus status)
  {
    TrackingSnapshot parcel;
    parcel.courier = QStringLiteral("sf");
    parcel.number = number;
    parcel.status = status;
    TrackingEvent event;
    event.at = kNow;
    event.status = status;
    event.text = statusName(status);
    parcel.events = {event};
    must(upsertTracking(c, {courier, std::nullopt, kNow}, {parcel}, changes));
  }
  std::vector<MarkShipped> told()
  {
    std::vector<MarkShipped> list;
    for (const OutboxEntry& one : must(outboxEntries(c, {}, 1000)))
      if (const auto* shipped = std::get_if<MarkShipped>(&one.action.what))
        list.push_back(*shipped);
    std::ranges::reverse(list); // oldest first
    return list;
  }
  Result<PlanAnswer> merge(const std::vector<OrderId>& orders)
  {
    return mergeOrders(c, orders, kWhy, kOwner, kNow, changes);
  }
  Result<PlanAnswer> split(OrderId order, const std::vector<ParcelPieces>& parcels)
  {
    return splitOrder(c, order, parcels, kWhy, kOwner, kNow, changes);
  }
  Result<std::optional<ParcelPlan>> undo(OrderId order) { return undoParcelPlan(c, order, {}, kOwner, kNow, changes); }
  OrderStatus status(OrderId order) { return must(orderRow(c, order))->status; }
  QStringList kinds(OrderId order)
  {
    QStringList list;
    const auto details = must(orderDetails(c, order));
    for (const TimelineEntry& one : details->timeline)
      list << one.kind;
    return list;
  }
  /// Everything but the timelines, as text.
  QString state()
  {
    QStringList lines;
    for (const char* sql :
         {"SELECT id || ' ' || status || ' ' || stage || ' ' || total_minor FROM orders ORDER BY id",
          "SELECT order_id || ' ' || external_id || ' ' || quantity || ' ' || shipped_quantity || ' ' || reserved || "
          "' ' || taken FROM order_lines ORDER BY order_id, position",
          "SELECT sku || ' ' || on_hand || ' ' || reserved FROM stock ORDER BY sku",
          "SELECT id || ' ' || number FROM shipments ORDER BY id", "SELECT id || ' ' || state FROM outbox ORDER BY id",
          "SELECT order_id || ' ' || plan_id FROM parcel_plan_orders ORDER BY order_id",
          "SELECT plan_id || ' ' || part || ' ' || line || ' ' || quantity FROM parcel_plan_lines ORDER BY plan_id, "
          "part, line",
          "SELECT id || ' ' || kind FROM parcel_plans ORDER BY id",
          "SELECT order_id || ' ' || shipment_id FROM shipment_orders ORDER BY order_id"})
      for (const QString& line : must(c.rows(QString::fromLatin1(sql), {}, [](const Row& row) { return row.text(0); })))
        lines << line;
    return lines.join(u'\n');
  }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  ChangeSet changes;
  AccountId shop, courier;
  SenderId sender;
};

/// Every piece of every line into one of up to four parcels; empty when all fell into one.
std::vector<ParcelPieces> randomParcels(QRandomGenerator& dice, const std::vector<qint64>& quantities)
{
  std::vector<ParcelPieces> parcels(2 + dice.bounded(3));
  for (size_t line = 0; line < quantities.size(); ++line)
    for (qint64 piece = 0; piece < quantities[line]; ++piece)
      parcels[dice.bounded(quint32(parcels.size()))].push_back({qint64(line), 1});
  for (ParcelPieces& parcel : parcels)
    parcel = sortedPieces(std::move(parcel));
  std::erase_if(parcels, [](const ParcelPieces& parcel) { return parcel.empty(); });
  return parcels.size() < 2 ? std::vector<ParcelPieces>() : parcels;
}

} // namespace

class ParcelPlansTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void merged_areOneParcelAndEveryShopOrderIsTold()
  {
    Desk desk;
    const OrderId first = desk.put(QStringLiteral("A"), {1, 2}), second = desk.put(QStringLiteral("B"), {3});
    QVERIFY(!must(desk.merge({first, second})).alreadySo);
    const OutboxEntry booking = desk.bookAndAnswer(second, QStringLiteral("SF1")); // any of them stands for all
    QCOMPARE(booking.order, std::optional(first));
    const auto& parcel = std::get<BookParcel>(booking.action.what);
    QCOMPARE(parcel.items.size(), 3);
    QCOMPARE(parcel.items.back().quantity, 3);
    const auto told = desk.told();
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[0].orderExternalId + told[1].orderExternalId, QStringLiteral("AB"));
    QVERIFY(told[0].number == told[1].number && told[0].lines.empty() && told[1].lines.empty());
    for (const OrderId order : {first, second}) {
      QVERIFY(desk.kinds(order).contains(QStringLiteral("merged")));
      QVERIFY(desk.kinds(order).contains(QStringLiteral("booked")));
      QCOMPARE(must(orderDetails(desk.c, order))->shipments.size(), 1);
    }
    QCOMPARE(desk.book(first).error().kind, ErrorKind::Conflict);
    desk.move(QStringLiteral("SF1"), ParcelStatus::InTransit);
    QCOMPARE(desk.status(first), OrderStatus::Shipped);
    QCOMPARE(desk.status(second), OrderStatus::Shipped);
    QCOMPARE(desk.undo(second).error().kind, ErrorKind::Conflict);
    for (const VerifyCheck& check : must(verify(desk.c)))
      QVERIFY2(check.ok, qPrintable(check.name + check.differences.join(u'\n')));
  }

  void merge_refusesWhatDoesNotBelongTogether()
  {
    Desk desk;
    const OrderId first = desk.put(QStringLiteral("A"));
    OrderSnapshot other = orderOf(QStringLiteral("B"));
    other.shipTo.phone = QStringLiteral("13900000000");
    other.payment = PaymentStatus::Unpaid;
    const auto refused = desk.merge({first, desk.put(other)});
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("B: unpaid, phone")), qPrintable(refused.error().detail));
    QCOMPARE(desk.merge({first, first}).error().kind, ErrorKind::Invalid);
    QCOMPARE(desk.merge({first, OrderId(1)}).error().kind, ErrorKind::NotFound);
    const OrderId third = desk.put(QStringLiteral("C"));
    QCOMPARE(mergeOrders(desk.c, {first, third}, QStringLiteral("  "), kOwner, kNow, desk.changes).error().kind,
             ErrorKind::Invalid);
    must(desk.book(third));
    QVERIFY(desk.merge({first, third}).error().detail.contains(QStringLiteral("booked")));
  }

  void merged_thatMovedMeanwhileAreNotBooked()
  {
    Desk desk;
    const OrderId first = desk.put(QStringLiteral("A")), second = desk.put(QStringLiteral("B"));
    must(desk.merge({first, second}));
    OrderSnapshot moved = orderOf(QStringLiteral("B"));
    moved.shipTo.street = QStringLiteral("文二路 9 号");
    desk.put(moved);
    const auto refused = desk.book(first);
    QCOMPARE(refused.error().kind, ErrorKind::Rejected);
    QVERIFY2(refused.error().detail.contains(QStringLiteral("B: address")), qPrintable(refused.error().detail));
    must(desk.undo(first));
    QVERIFY(desk.book(first).has_value());
  }

  void repeating_changesNothing()
  {
    Desk desk;
    const OrderId a = desk.put(QStringLiteral("A")), b = desk.put(QStringLiteral("B")),
                  d = desk.put(QStringLiteral("D"));
    must(desk.merge({a, b}));
    const QString before = desk.state();
    QVERIFY(must(desk.merge({b, a, b})).alreadySo);
    QCOMPARE(desk.merge({a, b, d}).error().kind, ErrorKind::Rejected);
    QCOMPARE(desk.kinds(a).count(QStringLiteral("merged")), 1);
    const OrderId two = desk.put(QStringLiteral("E"), {2, 1});
    must(desk.split(two, {{{0, 1}}, {{0, 1}, {1, 1}}}));
    QVERIFY(must(desk.split(two, {{{1, 1}, {0, 1}}, {{0, 1}}})).alreadySo);
    QCOMPARE(desk.split(two, {{{0, 2}}, {{1, 1}}}).error().kind, ErrorKind::Conflict);
    QCOMPARE(desk.split(two, {{{0, 2}}, {{1, 2}}}).error().kind, ErrorKind::Invalid);
    QVERIFY(must(desk.undo(two)).has_value());
    QVERIFY(!must(desk.undo(two)).has_value());
    QVERIFY(desk.state().startsWith(before.section(u'\n', 0, 0)));
    QCOMPARE(must(parcelPlanOf(desk.c, b))->orders, (std::vector<OrderId>{a, b}));
  }

  void splitParts_areBookedOneByOneAndToldWithTheirLines()
  {
    Desk desk;
    const OrderId order = desk.put(QStringLiteral("A"), {3, 1});
    must(desk.split(order, {{{0, 2}}, {{0, 1}, {1, 1}}}));
    const auto first = desk.bookAndAnswer(order, QStringLiteral("SF1"));
    QCOMPARE(std::get<BookParcel>(first.action.what).items.front().quantity, 2);
    QCOMPARE(desk.undo(order).error().kind, ErrorKind::Conflict);
    desk.move(QStringLiteral("SF1"), ParcelStatus::InTransit);
    QCOMPARE(desk.status(order), OrderStatus::PartShipped);
    desk.bookAndAnswer(order, QStringLiteral("SF2"));
    QCOMPARE(desk.book(order).error().kind, ErrorKind::Conflict);
    using Lines = std::vector<std::pair<QString, qint64>>;
    const auto told = desk.told();
    QCOMPARE(told.size(), 2);
    QCOMPARE(told[0].lines, (Lines{{QStringLiteral("A-L0"), 2}}));
    QCOMPARE(told[1].lines, (Lines{{QStringLiteral("A-L0"), 1}, {QStringLiteral("A-L1"), 1}}));
    QCOMPARE(told[1].number, QStringLiteral("SF2"));
    desk.move(QStringLiteral("SF2"), ParcelStatus::InTransit);
    QCOMPARE(desk.status(order), OrderStatus::Shipped);
    desk.move(QStringLiteral("SF1"), ParcelStatus::Delivered);
    QCOMPARE(desk.status(order), OrderStatus::Shipped);
    desk.move(QStringLiteral("SF2"), ParcelStatus::Delivered);
    QCOMPARE(desk.status(order), OrderStatus::Delivered);
  }

  void shopThatShipsWholeOrders_isToldOnceWithTheLastPart()
  {
    Desk desk(QStringLiteral("pinduoduo"));
    const OrderId order = desk.put(QStringLiteral("A"), {1, 1});
    must(desk.split(order, {{{0, 1}}, {{1, 1}}}));
    desk.bookAndAnswer(order, QStringLiteral("SF1"));
    QCOMPARE(desk.told().size(), 0);
    desk.bookAndAnswer(order, QStringLiteral("SF2"));
    QCOMPARE(desk.told().size(), 1);
    QVERIFY(desk.told().front().lines.empty());
    QCOMPARE(desk.told().front().number, QStringLiteral("SF2"));
  }

  void splitWhoseLinesChanged_isNotBooked()
  {
    Desk desk;
    const OrderId order = desk.put(QStringLiteral("A"), {1, 1});
    must(desk.split(order, {{{0, 1}}, {{1, 1}}}));
    desk.put(QStringLiteral("A"), {1, 2});
    QCOMPARE(desk.book(order).error().kind, ErrorKind::Conflict);
    must(desk.undo(order));
    QVERIFY(desk.book(order).has_value());
  }

  void bookingThatIsTakenBack_canBeMadeAgainOrThePlanUndone()
  {
    Desk desk;
    const OrderId order = desk.put(QStringLiteral("A"), {1, 1});
    must(desk.split(order, {{{0, 1}}, {{1, 1}}}));
    const ActionId first = must(desk.book(order));
    must(cancelAction(desk.c, first, kNow, desk.changes));
    const ActionId again = must(desk.book(order));
    QVERIFY(again != first);
    QCOMPARE(std::get<BookParcel>(desk.entry(again).action.what).items.front().name, QStringLiteral("SKU0 of A"));
    must(noteSending(desk.c, again, ActionState::Waiting, kNow, desk.changes));
    must(noteSetback(desk.c, again, {ActionState::Failed, QStringLiteral("rejected"), QStringLiteral("no"), {}}, kNow,
                     desk.changes));
    QVERIFY(must(desk.undo(order)).has_value());
    QCOMPARE(desk.entry(again).state, ActionState::Cancelled); // sent again it would carry a part of nothing
  }

  void cancelledParcel_freesItsOrders()
  {
    Desk desk;
    const OrderId first = desk.put(QStringLiteral("A")), second = desk.put(QStringLiteral("B"));
    must(desk.merge({first, second}));
    desk.bookAndAnswer(first, QStringLiteral("SF1"));
    const ShipmentId parcel = must(orderDetails(desk.c, second))->shipments.front().id;
    desk.answer(must(cancelShipment(desk.c, parcel, kOwner, kNow, desk.changes)), QStringLiteral("SF1"));
    QVERIFY(desk.kinds(second).contains(QStringLiteral("booking_cancelled")));
    QVERIFY(must(desk.undo(second)).has_value());
    desk.bookAndAnswer(second, QStringLiteral("SF2"));
    desk.move(QStringLiteral("SF2"), ParcelStatus::InTransit);
    desk.move(QStringLiteral("SF2"), ParcelStatus::Delivered);
    QCOMPARE(desk.status(second), OrderStatus::Delivered); // the cancelled one is not waited for
    QCOMPARE(desk.status(first), OrderStatus::ToShip);
  }

  void randomPlans_keepEveryPromise()
  {
    Desk desk;
    QRandomGenerator dice(11);
    std::vector<OrderId> orders;
    std::vector<std::vector<qint64>> quantities;
    for (int i = 0; i < 8; ++i) {
      quantities.emplace_back(1 + dice.bounded(3));
      for (qint64& quantity : quantities.back())
        quantity = 1 + dice.bounded(4);
      orders.push_back(desk.put(QStringLiteral("O%1").arg(i), quantities.back()));
    }
    const QString alone = desk.state();
    for (int round = 0; round < 25; ++round) {
      const size_t one = dice.bounded(8u), other = dice.bounded(8u), third = dice.bounded(8u);
      const auto parcels = randomParcels(dice, quantities[one]);
      if (dice.bounded(2) == 0 && one != other)
        must(desk.merge({orders[one], orders[other], orders[third]}));
      else if (!parcels.empty())
        must(desk.split(orders[one], parcels));
      else
        continue;
      const ParcelPlan plan = *must(parcelPlanOf(desk.c, orders[one]));
      if (plan.kind == PlanKind::Split) {
        std::vector<ParcelPieces> kept;
        for (const PlannedParcel& parcel : plan.parcels)
          kept.push_back(parcel.pieces);
        QVERIFY(!splitFault(quantities[one], kept));
      }
      QVERIFY(must(desk.undo(plan.orders.back())).has_value());
      QCOMPARE(desk.state(), alone); // undone is as if it had never been
    }
    for (size_t i = 0; i < orders.size(); ++i) // booked to the end: what shops are told never exceeds what was ordered
      if (const auto parcels = randomParcels(dice, quantities[i]); !parcels.empty()) {
        must(desk.split(orders[i], parcels));
        for (size_t part = 0; part < parcels.size(); ++part)
          desk.bookAndAnswer(orders[i], QStringLiteral("SF%1-%2").arg(i).arg(part));
      }
    std::map<QString, qint64> sent;
    for (const MarkShipped& told : desk.told())
      for (const auto& [line, quantity] : told.lines)
        sent[line] += quantity;
    for (size_t i = 0; i < orders.size(); ++i)
      if (must(parcelPlanOf(desk.c, orders[i])))
        for (size_t line = 0; line < quantities[i].size(); ++line)
          QCOMPARE(sent[QStringLiteral("O%1-L%2").arg(i).arg(line)], quantities[i][line]);
  }
};

SC_TEST(ParcelPlansTest)
#include "parcelplans_test.moc"
