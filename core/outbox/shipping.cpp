#include "core/outbox/shipping.h"

#include "core/outbox/knownorder.h"
#include "core/outbox/parcelmoney.h"
#include "core/outbox/waitingorders.h"
#include "core/providers/provider.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/store/parcels.h"

#include <array>

namespace supercargo {
namespace {

constexpr std::array kFaultNames{
    "no_order",       "no_rule",   "not_waiting", "refund_under_way", "booked_already", "plan_unfit",
    "no_courier",     "no_sender", "no_weight",   "courier_refuses",  "parcel_lacks",   "address_incomplete",
    "address_masked", "other"};
static_assert(kFaultNames.size() == std::size_t(BookingFault::Other) + 1);

/// Bookings of an order that stand or are on their way, those taken back, and how many there ever were.
struct Bookings {
  int live = 0, cancelled = 0, all = 0;
  MoneyBag collect; ///< what those that stand take at the door
};

Result<Bookings> bookingsOf(Connection& c, OrderId order)
{
  Bookings bookings;
  SC_TRY_ASSIGN(entries, outboxEntries(c, {{}, {}, order}, 1000));
  for (const OutboxEntry& entry : entries) {
    const auto* parcel = std::get_if<BookParcel>(&entry.action.what);
    if (!parcel)
      continue;
    ++bookings.all;
    const auto cancels = [&](const OutboxEntry& other) {
      return other.compensates == entry.id && other.state == ActionState::Done;
    };
    const bool takenBack = std::ranges::any_of(entries, cancels);
    const bool over = entry.state == ActionState::Failed || entry.state == ActionState::Cancelled || takenBack;
    bookings.live += over ? 0 : 1;
    if (!over && parcel->collect)
      bookings.collect.add(*parcel->collect);
    bookings.cancelled += takenBack ? 1 : 0;
  }
  return bookings;
}

/// The shop calls it shipped, but the parcel of which it was told has been taken back and there is no other.
bool isShippedByName(const OrderDetails& order, const Bookings& bookings)
{
  const auto ended = [](const OrderShipment& parcel) { return parcel.status == ParcelStatus::Cancelled; };
  return order.row.status == OrderStatus::Shipped && bookings.cancelled > 0 &&
         std::ranges::all_of(order.shipments, ended);
}

using Objection = std::optional<BookingObstacle>;

BookingObstacle obstacle(BookingFault fault, ErrorKind kind, const QString& detail, const QString& number)
{
  return {fault, Error{kind, detail, number}};
}

/// What a check refuses is an obstacle; when the database fails, nobody knows whether there is one.
Result<Objection> objection(BookingFault fault, const Error& error)
{
  if (isOfDatabase(error.kind))
    return fail(error);
  return BookingObstacle{fault, error};
}

Objection statusObjection(const OrderDetails& order, const Bookings& bookings)
{
  const OrderStatus status = order.row.status;
  if (order.row.stage == FlowStage::AfterSales)
    return obstacle(BookingFault::RefundUnderWay, ErrorKind::Rejected,
                    QStringLiteral("the buyer has asked for a refund: it is not shipped meanwhile"), order.row.number);
  if (status == OrderStatus::ToShip || status == OrderStatus::PartShipped || isShippedByName(order, bookings))
    return std::nullopt;
  return obstacle(BookingFault::NotWaiting, ErrorKind::Rejected,
                  QStringLiteral("the order is \"%1\" and not waiting to be shipped").arg(statusName(status)),
                  order.row.number);
}

Result<std::optional<AddressSnapshot>> senderAddress(Connection& c, SenderId id)
{
  SC_TRY_ASSIGN(all, senders(c));
  for (const Sender& sender : all)
    if (sender.id == id)
      return sender.address;
  return std::nullopt;
}

/// Fills in what order and booking say; what is missing for that. `turn`: the how manieth parcel of this order, part of
/// its number.
Result<Objection> fillParcel(Connection& c, const OrderDetails& order, const Booking& booking, int turn,
                             BookParcel& parcel)
{
  SC_TRY_ASSIGN(sender, senderAddress(c, booking.sender));
  if (!sender)
    return obstacle(BookingFault::NoSender, ErrorKind::Invalid,
                    QStringLiteral("no sender's address is set: say where parcels leave from"), {});
  if (booking.weightGrams <= 0)
    return obstacle(BookingFault::NoWeight, ErrorKind::Invalid, QStringLiteral("the parcel's weight is missing"),
                    order.row.number);
  parcel.orderNumber = QStringLiteral("SC%1-%2").arg(order.row.id.value()).arg(turn);
  parcel.sender = *sender;
  parcel.service = booking.service;
  parcel.payMethod = booking.payMethod;
  parcel.remark = booking.remark;
  parcel.weightGrams = booking.weightGrams;
  parcel.size = booking.size;
  parcel.parcels = booking.parcels;
  parcel.insured = booking.insured;
  return std::nullopt;
}

/// `bookings`: of the draft's order, with those counted as booked.
Result<Objection> fillDraft(Connection& c, const Booking& booking, const Bookings& bookings, BookingDraft& draft)
{
  const OrderDetails& order = draft.order;
  if (auto status = statusObjection(order, bookings))
    return status;
  auto load = nextLoad(c, order);
  if (!load)
    return objection(BookingFault::PlanUnfit, load.error());
  draft.load = std::move(*load);
  if (bookings.live > 0 && draft.load.part == 0)
    return obstacle(BookingFault::BookedAlready, ErrorKind::Conflict,
                    QStringLiteral("a parcel is booked already: cancel it first"), order.row.number);
  SC_TRY_ASSIGN(missing, fillParcel(c, order, booking, bookings.all + 1, draft.parcel));
  if (missing)
    return missing;
  SC_TRY(weighItems(c, draft.load));
  draft.parcel.items = draft.load.items;
  SC_TRY_ASSIGN(collect, moneyToCollect(c, order, bookings.collect));
  draft.parcel.collect = collect;
  if (const auto takes = checkCourierTakes(c, booking.account, draft.parcel); !takes)
    return objection(BookingFault::CourierRefuses, takes.error());
  return std::nullopt;
}

struct BookedParcel {
  ShipmentRow shipment;
  std::optional<OutboxEntry> booking; ///< nullopt: it was not booked here
};

Result<BookedParcel> bookedParcel(Connection& c, ShipmentId id)
{
  SC_TRY_ASSIGN(row, shipmentRow(c, id));
  if (!row)
    return fail(ErrorKind::NotFound, QStringLiteral("no such parcel"), QString::number(id.value()));
  BookedParcel parcel{*row, std::nullopt};
  if (!row->order)
    return parcel;
  SC_TRY_ASSIGN(entries, outboxEntries(c, {{ActionState::Done}, {}, row->order}, 1000));
  for (OutboxEntry& entry : entries)
    if (std::holds_alternative<BookParcel>(entry.action.what) && entry.outcome.number == row->number)
      parcel.booking = std::move(entry);
  return parcel;
}

/// Refused bookings of the same goods wait for nobody any more.
Result<void> takeBackRefused(Connection& c, ActionId booking, Instant now)
{
  SC_TRY(
      c.run(QStringLiteral("UPDATE outbox SET state = 'cancelled', next_try_at = NULL, changed_at = ?, error = ? "
                           "WHERE kind = 'book_parcel' AND state = 'failed' AND order_id = (SELECT order_id FROM "
                           "outbox WHERE id = ?) AND COALESCE((SELECT part FROM parcel_plan_bookings WHERE action_id "
                           "= outbox.id), 0) = COALESCE((SELECT part FROM parcel_plan_bookings WHERE action_id = ?), "
                           "0)"),
            {now, QStringLiteral("a newer one took its place"), booking, booking}));
  return {};
}

} // namespace

QString bookingFaultName(BookingFault fault)
{
  return QLatin1String(kFaultNames[std::size_t(fault)]);
}

std::optional<BookingFault> bookingFaultNamed(QStringView name)
{
  const auto found = std::ranges::find_if(kFaultNames, [&](const char* each) { return name == QLatin1String(each); });
  if (found == kFaultNames.end())
    return std::nullopt;
  return BookingFault(found - kFaultNames.begin());
}

Result<QString> homeOfShop(Connection& c, AccountId shop)
{
  SC_TRY_ASSIGN(account, accountRow(c, shop));
  const Provider* provider = account ? findProvider(account->provider) : nullptr;
  return provider ? provider->declaration.extra.value(QLatin1String("home_country")).toString() : QString();
}

Result<QHash<AccountId, QString>> senderTails(Connection& c)
{
  SC_TRY_ASSIGN(rules, shippingRules(c));
  SC_TRY_ASSIGN(known, senders(c));
  SC_TRY_ASSIGN(accounts, accountRows(c));
  QHash<AccountId, QString> tails;
  for (const AccountRow& shop : accounts) {
    const auto carries = [&](const ShippingRule& rule) {
      const auto& shops = rule.when.shops;
      return rule.enabled && (shops.empty() || std::ranges::find(shops, shop.id) != shops.end());
    };
    const auto rule = std::ranges::find_if(rules, carries);
    if (rule == rules.end())
      continue;
    const auto from = std::ranges::find(known, rule->sender, &Sender::id);
    const QString tail = from == known.end() ? QString() : phoneTail(from->address.phone);
    if (!tail.isEmpty())
      tails.insert(shop.id, tail);
  }
  return tails;
}

Result<ShippingPlan> planShipment(Connection& c, OrderId id, std::optional<qint64> weightGrams)
{
  SC_TRY_ASSIGN(order, orderThatIs(c, id));
  SC_TRY_ASSIGN(rules, shippingRules(c));
  SC_TRY_ASSIGN(home, homeOfShop(c, order.row.account));
  ShippingPlan plan;
  plan.weightGrams = weightGrams;
  if (!weightGrams) {
    SC_TRY_ASSIGN(byArticles, nextLoadWeight(c, order));
    plan.weightGrams = byArticles;
  }
  ShippingFacts facts{order.row.account, order.shipTo, order.row.total, plan.weightGrams, isPaidAtTheDoor(order)};
  if (facts.to.country.trimmed().isEmpty())
    facts.to.country = home;
  SC_TRY_ASSIGN(head, bookedWith(c, id));
  SC_TRY_ASSIGN(bookings, bookingsOf(c, head));
  SC_TRY_ASSIGN(collect, moneyToCollect(c, order, bookings.collect));
  plan.collect = collect;
  plan.verdicts = judge(rules, facts);
  if (plan.verdicts.empty() || !plan.verdicts.back().matches)
    return plan;
  const auto rule = std::ranges::find(rules, plan.verdicts.back().rule, &ShippingRule::id);
  SC_TRY_ASSIGN(together, ordersTogether(c, id));
  plan.booking = Booking{rule->account,   rule->service,
                         rule->payMethod, {},
                         rule->sender,    plan.weightGrams.value_or(rule->weightGrams * together)};
  plan.rule = rule->name;
  if (rule->automatic) {
    SC_TRY_ASSIGN(since, mayBeShippedSince(c, id));
    SC_TRY_ASSIGN(connected, connectedAt(c, order.row.account));
    plan.waitedBefore = rule->leavesAlone(since, connected);
  }
  plan.automatic = rule->automatic && !plan.waitedBefore;
  return plan;
}

Result<BookingDraft> draftBooking(Connection& c, OrderId asked, const Booking& booking, const QSet<OrderId>& taken)
{
  SC_TRY_ASSIGN(id, bookedWith(c, asked));
  SC_TRY_ASSIGN(order, orderThatIs(c, id));
  SC_TRY_ASSIGN(bookings, bookingsOf(c, id));
  bookings.live += taken.contains(id) ? 1 : 0;
  BookingDraft draft;
  draft.order = std::move(order);
  draft.account = booking.account;
  SC_TRY_ASSIGN(found, fillDraft(c, booking, bookings, draft));
  draft.obstacle = std::move(found);
  return draft;
}

Result<ActionId> bookDraft(Connection& c, const BookingDraft& draft, const QString& actor, Instant now,
                           ChangeSet& changes)
{
  NewAction wanted;
  wanted.account = draft.account;
  wanted.action = {QStringLiteral("book:") + draft.parcel.orderNumber, draft.parcel};
  wanted.order = draft.order.row.id;
  wanted.actor = actor;
  SC_TRY_ASSIGN(action, enqueueAction(c, wanted, now, changes));
  SC_TRY(noteLoadBooked(c, draft.load, action));
  SC_TRY(takeBackRefused(c, action, now));
  return action;
}

Result<ActionId> bookShipment(Connection& c, OrderId order, const Booking& booking, const QString& actor, Instant now,
                              ChangeSet& changes)
{
  SC_TRY_ASSIGN(draft, draftBooking(c, order, booking));
  if (draft.obstacle)
    return fail(draft.obstacle->error);
  return bookDraft(c, draft, actor, now, changes);
}

Result<ActionId> askRates(Connection& c, OrderId id, const Booking& booking, const QString& actor, Instant now,
                          ChangeSet& changes)
{
  SC_TRY_ASSIGN(order, orderThatIs(c, id));
  BookParcel parcel;
  SC_TRY_ASSIGN(missing, fillParcel(c, order, booking, 1, parcel));
  if (missing)
    return fail(missing->error);
  ParcelLoad load = wholeLoad(order);
  SC_TRY(weighItems(c, load));
  parcel.items = std::move(load.items);
  NewAction wanted;
  wanted.account = booking.account;
  // Prices change: every question is one of its own.
  wanted.action = {QStringLiteral("rates:%1:%2").arg(parcel.orderNumber).arg(toMs(now)), QuoteRates{parcel}};
  wanted.order = id;
  wanted.actor = actor;
  return enqueueAction(c, wanted, now, changes);
}

Result<ActionId> cancelShipment(Connection& c, ShipmentId id, const QString& actor, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(parcel, bookedParcel(c, id));
  const QString& number = parcel.shipment.number;
  if (!parcel.booking)
    return fail(ErrorKind::Rejected, QStringLiteral("the parcel was not booked here"), number);
  const ParcelStatus status = parcel.shipment.status;
  if (status != ParcelStatus::Pending && status != ParcelStatus::InfoReceived && status != ParcelStatus::Unknown)
    return fail(ErrorKind::Rejected, QStringLiteral("the courier has the parcel: it is \"%1\"").arg(statusName(status)),
                number);
  const auto& booked = std::get<BookParcel>(parcel.booking->action.what);
  NewAction wanted;
  wanted.account = parcel.booking->account;
  wanted.action = {
      QStringLiteral("cancel:") + booked.orderNumber,
      CancelParcel{booked.orderNumber, number, parcel.booking->outcome.externalId, parcel.shipment.courier}};
  wanted.order = parcel.booking->order;
  wanted.actor = actor;
  wanted.compensates = parcel.booking->id;
  return enqueueAction(c, wanted, now, changes);
}

Result<std::vector<ParcelLabel>> parcelLabels(Connection& c, ShipmentId shipment)
{
  return c.rows(QStringLiteral("SELECT format, url, data FROM labels WHERE shipment_id = ? ORDER BY position"),
                {shipment}, [](const Row& row) {
                  return ParcelLabel{row.text(0), row.text(1), row.bytes(2)};
                });
}

Result<ActionId> requestLabel(Connection& c, ShipmentId id, const QString& paper, const QString& actor, Instant now,
                              ChangeSet& changes)
{
  SC_TRY_ASSIGN(parcel, bookedParcel(c, id));
  if (!parcel.booking)
    return fail(ErrorKind::Rejected, QStringLiteral("the parcel was not booked here"), parcel.shipment.number);
  NewAction wanted;
  wanted.account = parcel.booking->account;
  // A label may be asked for as often as somebody likes: the time makes each a deed of its own.
  wanted.action = {QStringLiteral("label:%1:%2").arg(parcel.shipment.number).arg(toMs(now)),
                   FetchLabel{parcel.shipment.number, paper, parcel.booking->outcome.labelKey}};
  wanted.order = parcel.booking->order;
  wanted.actor = actor;
  return enqueueAction(c, wanted, now, changes);
}

} // namespace supercargo
