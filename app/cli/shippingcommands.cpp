#include "app/cli/actions.h"
#include "app/cli/parcellabel.h"
#include "app/cli/rowlist.h"
#include "core/domain/parcelsize.h"
#include "core/outbox/rulechanges.h"
#include "core/outbox/shipping.h"
#include "core/store/orders.h"

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner"), kWaitingToo = QStringLiteral("--waiting-too");

QString text(const char* source)
{
  return QCoreApplication::translate("cli", source);
}

/// An option's whole number, if it was given.
Outcome<std::optional<qint64>> number(Session& session, const QString& option)
{
  if (!session.has(option))
    return std::nullopt;
  SC_TRY_ASSIGN(value, session.integer(session.value(option), option));
  return std::optional<qint64>(value);
}

/// "30x20x10", in centimetres.
Outcome<std::optional<ParcelSize>> sizeGiven(Session& session)
{
  const QString name = QStringLiteral("--size");
  if (!session.has(name))
    return std::nullopt;
  const auto size = parcelSizeOf(session.value(name));
  if (!size)
    return wrongUse(QCoreApplication::translate("cli", "a parcel's size is three lengths in centimetres"), name,
                    QCoreApplication::translate("cli", "Write it like: 30x20x10"));
  return size;
}

Outcome<SenderId> onlySender(Connection& c)
{
  SC_TRY_ASSIGN(all, senders(c));
  if (all.empty())
    return wrongUse(QCoreApplication::translate("cli", "no sender's address is set"), QStringLiteral("--sender"),
                    QCoreApplication::translate("cli", "Add one with: senders add"));
  if (all.size() > 1)
    return wrongUse(QCoreApplication::translate("cli", "there are several senders: name one"),
                    QStringLiteral("--sender"), QCoreApplication::translate("cli", "They are listed by: senders list"));
  return all.front().id;
}

/// From the options; what they leave open comes from the rule that matches.
Outcome<Booking> bookingFor(Session& session, OrderId order)
{
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(weight, number(session, QStringLiteral("--weight")));
  SC_TRY_ASSIGN(plan, planShipment(*c, order, weight));
  Booking booking = plan.booking.value_or(Booking{});
  if (session.has(QStringLiteral("--account"))) {
    SC_TRY_ASSIGN(account, session.existingAccount(session.value(QStringLiteral("--account"))));
    if (booking.account != account)
      booking = Booking{.account = account, .sender = booking.sender, .weightGrams = booking.weightGrams};
  } else if (!plan.booking) {
    return wrongUse(
        QCoreApplication::translate("cli", "no shipping rule matches this order"), QStringLiteral("--account"),
        QCoreApplication::translate("cli", "Name the courier's account, or add a rule with: shipping-rules add"));
  }
  if (session.has(QStringLiteral("--service")))
    booking.service = session.value(QStringLiteral("--service"));
  if (session.has(QStringLiteral("--pay")))
    booking.payMethod = session.value(QStringLiteral("--pay"));
  if (plan.weightGrams) // as told, else by the articles
    booking.weightGrams = *plan.weightGrams;
  SC_TRY_ASSIGN(size, sizeGiven(session));
  booking.size = size;
  SC_TRY_ASSIGN(sender, number(session, QStringLiteral("--sender")));
  if (sender)
    booking.sender = SenderId(*sender);
  if (booking.sender == SenderId()) {
    SC_TRY_ASSIGN(only, onlySender(*c));
    booking.sender = only;
  }
  if (session.has(QStringLiteral("--insured"))) {
    SC_TRY_ASSIGN(row, orderRow(*c, order));
    const auto value =
        Money::parse(session.value(QStringLiteral("--insured")), row ? row->total.currency() : Currency());
    if (!value)
      return wrongUse(value.error().detail, QStringLiteral("--insured"));
    booking.insured = *value;
  }
  return booking;
}

Outcome<Exit> book(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(booking, bookingFor(session, order));
  return act(session, [order, booking](Connection& c, ChangeSet& changes) {
    return bookShipment(c, order, booking, kActor, systemNow(), changes);
  });
}

Outcome<Exit> cancel(Session& session)
{
  SC_TRY_ASSIGN(shipment, session.idOperand<ShipmentId>(0));
  return act(session, [shipment](Connection& c, ChangeSet& changes) {
    return cancelShipment(c, shipment, kActor, systemNow(), changes);
  });
}

QJsonObject senderJson(const Sender& sender)
{
  const AddressSnapshot& a = sender.address;
  return {{QStringLiteral("id"), sender.id.value()}, {QStringLiteral("label"), sender.label},
          {QStringLiteral("name"), a.name},          {QStringLiteral("phone"), a.phone},
          {QStringLiteral("country"), a.country},    {QStringLiteral("province"), a.province},
          {QStringLiteral("city"), a.city},          {QStringLiteral("district"), a.district},
          {QStringLiteral("street"), a.street},      {QStringLiteral("postal_code"), a.postalCode}};
}

Outcome<Exit> listSenders(Session& session)
{
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(rows, senders(*c));
  printRows(session, rows, 0,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Label"),
             QCoreApplication::translate("cli", "Name"), QCoreApplication::translate("cli", "City"),
             QCoreApplication::translate("cli", "Street")},
            senderJson, [](const Sender& sender) {
              return QStringList{QString::number(sender.id.value()), sender.label, sender.address.name,
                                 sender.address.city, sender.address.street};
            });
  return Exit::Done;
}

Outcome<Exit> addSender(Session& session)
{
  const auto value = [&](const char* option) { return session.value(QLatin1String(option)); };
  Sender sender;
  sender.address = {value("--name"), value("--phone"),    value("--country"), value("--province"),
                    value("--city"), value("--district"), value("--street"),  value("--postal-code")};
  sender.label = session.operand(0);
  SC_TRY_ASSIGN(c, session.writer());
  SC_TRY_ASSIGN(id, c->transaction([&] { return saveSender(*c, sender); }));
  sender.id = id;
  if (session.isJson())
    printJson(senderJson(sender));
  else
    print(QString::number(id.value()));
  return Exit::Done;
}

QJsonObject verdictJson(const RuleVerdict& verdict)
{
  return {{QStringLiteral("rule"), verdict.rule.value()},
          {QStringLiteral("name"), verdict.name},
          {QStringLiteral("matches"), verdict.matches},
          {QStringLiteral("reason"), jsonOrNull(verdict.reason)}};
}

QJsonObject ruleJson(const ShippingRule& rule)
{
  QJsonArray shops;
  for (const AccountId shop : rule.when.shops)
    shops.append(shop.value());
  return {{QStringLiteral("id"), rule.id.value()},
          {QStringLiteral("name"), rule.name},
          {QStringLiteral("position"), rule.position},
          {QStringLiteral("enabled"), rule.enabled},
          {QStringLiteral("automatic"), rule.automatic},
          {QStringLiteral("book_since"), jsonOrNull(rule.bookSince)},
          {QStringLiteral("account"), rule.account.value()},
          {QStringLiteral("service"), rule.service},
          {QStringLiteral("sender"), rule.sender.value()},
          {QStringLiteral("weight_grams"), rule.weightGrams},
          {QStringLiteral("countries"), QJsonArray::fromStringList(rule.when.countries)},
          {QStringLiteral("provinces"), QJsonArray::fromStringList(rule.when.provinces)},
          {QStringLiteral("shops"), shops},
          {QStringLiteral("weight_from"), jsonOrNull(rule.when.weightFrom)},
          {QStringLiteral("weight_below"), jsonOrNull(rule.when.weightBelow)},
          {QStringLiteral("value_from"), jsonOrNull(rule.when.valueFrom)},
          {QStringLiteral("value_below"), jsonOrNull(rule.when.valueBelow)},
          {QStringLiteral("cash_on_delivery"), jsonOrNull(rule.when.cashOnDelivery)}};
}

Outcome<Exit> listRules(Session& session)
{
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(rows, shippingRules(*c));
  printRows(session, rows, 0,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Name"),
             QCoreApplication::translate("cli", ">Account"), QCoreApplication::translate("cli", "Service"),
             QCoreApplication::translate("cli", "Automatic")},
            ruleJson, [](const ShippingRule& rule) {
              return QStringList{QString::number(rule.id.value()), rule.name, QString::number(rule.account.value()),
                                 rule.service, rule.automatic ? QCoreApplication::translate("cli", "yes") : QString()};
            });
  return Exit::Done;
}

/// What a rule that books by itself makes of the orders that wait already.
QString waitingText(qint64 waiting, WaitingOrders what)
{
  return what == WaitingOrders::BookedToo
             ? QCoreApplication::translate("cli", "%n order(s) that wait already are booked at once.", nullptr,
                                           int(waiting))
             : QCoreApplication::translate(
                   "cli", "%n order(s) that wait already would be booked at once; they are left alone.", nullptr,
                   int(waiting));
}

Outcome<Exit> tellAdded(Session& session, Connection& c, const RulesChanged& changed, WaitingOrders waiting)
{
  SC_TRY_ASSIGN(rules, shippingRules(c));
  const auto rule = std::ranges::find(rules, changed.added, &ShippingRule::id);
  if (session.isJson()) {
    QJsonObject object = ruleJson(*rule);
    object.insert(QStringLiteral("waiting_orders"), changed.waiting);
    object.insert(QStringLiteral("waiting_too"), waiting == WaitingOrders::BookedToo);
    printJson(object);
    return Exit::Done;
  }
  print(QString::number(rule->id.value()));
  if (rule->automatic)
    say(waitingText(changed.waiting, waiting));
  return Exit::Done;
}

Outcome<Exit> addRule(Session& session)
{
  const auto waiting = session.has(kWaitingToo) ? WaitingOrders::BookedToo : WaitingOrders::LeftAlone;
  if (waiting == WaitingOrders::BookedToo && !session.has(QStringLiteral("--automatic")))
    return wrongUse(QCoreApplication::translate("cli", "only a rule with --automatic books by itself"), kWaitingToo);
  ShippingRule rule;
  rule.name = session.operand(0);
  SC_TRY_ASSIGN(account, session.existingAccount(session.value(QStringLiteral("--account"))));
  rule.account = account;
  rule.service = session.value(QStringLiteral("--service"));
  rule.payMethod = session.value(QStringLiteral("--pay"));
  rule.automatic = session.has(QStringLiteral("--automatic"));
  for (const QString& shop : session.arguments().values(QStringLiteral("--shop"))) {
    SC_TRY_ASSIGN(id, session.existingAccount(shop));
    rule.when.shops.push_back(id);
  }
  rule.when.countries = session.arguments().values(QStringLiteral("--country"));
  rule.when.provinces = session.arguments().values(QStringLiteral("--province"));
  SC_TRY_ASSIGN(weight, number(session, QStringLiteral("--weight")));
  rule.weightGrams = weight.value_or(0);
  SC_TRY_ASSIGN(weightFrom, number(session, QStringLiteral("--weight-from")));
  rule.when.weightFrom = weightFrom;
  SC_TRY_ASSIGN(weightBelow, number(session, QStringLiteral("--weight-below")));
  rule.when.weightBelow = weightBelow;
  SC_TRY_ASSIGN(valueFrom, number(session, QStringLiteral("--value-from")));
  rule.when.valueFrom = valueFrom;
  SC_TRY_ASSIGN(valueBelow, number(session, QStringLiteral("--value-below")));
  rule.when.valueBelow = valueBelow;
  if (session.has(QStringLiteral("--cod")))
    rule.when.cashOnDelivery = true;
  SC_TRY_ASSIGN(sender, number(session, QStringLiteral("--sender")));
  SC_TRY_ASSIGN(c, session.writer());
  if (sender) {
    rule.sender = SenderId(*sender);
  } else {
    SC_TRY_ASSIGN(only, onlySender(*c));
    rule.sender = only;
  }
  ChangeSet changes;
  SC_TRY_ASSIGN(changed, c->transaction([&]() -> Result<RulesChanged> {
    SC_TRY_ASSIGN(rules, shippingRules(*c));
    rule.position = rules.empty() ? 1 : rules.back().position + 1;
    return changeShippingRules(*c, withRule(std::move(rules), rule), waiting, systemNow(), changes);
  }));
  return tellAdded(session, *c, changed, waiting);
}

Outcome<Exit> removeRule(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<ShippingRuleId>(0));
  SC_TRY_ASSIGN(c, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(changed, c->transaction([&]() -> Result<RulesChanged> {
    SC_TRY_ASSIGN(rules, shippingRules(*c));
    if (std::ranges::find(rules, id, &ShippingRule::id) == rules.end())
      return fail(ErrorKind::NotFound, QStringLiteral("no such shipping rule"), QString::number(id.value()));
    return changeShippingRules(*c, withoutRule(std::move(rules), id), WaitingOrders::LeftAlone, systemNow(), changes);
  }));
  if (changed.waiting > 0)
    say(waitingText(changed.waiting, WaitingOrders::LeftAlone));
  return Exit::Done;
}

Outcome<Exit> testRules(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(weight, number(session, QStringLiteral("--weight")));
  SC_TRY_ASSIGN(c, session.reader());
  SC_TRY_ASSIGN(plan, planShipment(*c, order, weight));
  printRows(session, plan.verdicts, 0,
            {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Name"),
             QCoreApplication::translate("cli", "Matches"), QCoreApplication::translate("cli", "Why not")},
            verdictJson, [](const RuleVerdict& verdict) {
              return QStringList{QString::number(verdict.rule.value()), verdict.name,
                                 verdict.matches ? QCoreApplication::translate("cli", "yes") : QString(),
                                 verdict.reason};
            });
  return Exit::Done;
}

Option option(const char* name, const char* placeholder, const char* help)
{
  return {QLatin1String(name), QLatin1String(placeholder), text(help)};
}

} // namespace

std::vector<Command> shippingCommands()
{
  const Option account = option("--account", "N", QT_TRANSLATE_NOOP("cli", "the courier's account"));
  const Option service = option("--service", "CODE", QT_TRANSLATE_NOOP("cli", "the courier's product"));
  const Option pay = option("--pay", "METHOD", QT_TRANSLATE_NOOP("cli", "who pays the courier"));
  const Option sender = option("--sender", "N", QT_TRANSLATE_NOOP("cli", "where the parcel leaves from"));
  const Option weight = option("--weight", "GRAMS", QT_TRANSLATE_NOOP("cli", "what the parcel weighs"));
  const Option size = option("--size", "LxWxH", QT_TRANSLATE_NOOP("cli", "how large the parcel is, in centimetres"));
  const Option insured = option("--insured", "A", QT_TRANSLATE_NOOP("cli", "insure it for this value, as 12.30"));
  return {
      {QStringLiteral("shipments book"),
       QStringLiteral("ORDER"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "book a parcel for the order; its number goes back to the shop")),
       {account, service, pay, sender, weight, size, insured},
       book},
      {QStringLiteral("shipments cancel"),
       QStringLiteral("ID"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "take a booked parcel back")),
       {},
       cancel},
      {QStringLiteral("shipments label"),
       QStringLiteral("ID"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "save the parcel's label")),
       {option("--out", "FILE", QT_TRANSLATE_NOOP("cli", "where to")),
        option("--paper", "76x130", QT_TRANSLATE_NOOP("cli", "millimetres")),
        option("--own", "", QT_TRANSLATE_NOOP("cli", "our own label, whatever the courier has")),
        option("--dpi", "203|300", QT_TRANSLATE_NOOP("cli", "the printer's dots an inch"))},
       saveParcelLabel},
      {QStringLiteral("senders list"),
       QString(),
       0,
       0,
       text(QT_TRANSLATE_NOOP("cli", "list the addresses that parcels leave from")),
       {},
       listSenders},
      {QStringLiteral("senders add"),
       QStringLiteral("LABEL"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "add an address that parcels leave from")),
       {option("--name", "NAME", QT_TRANSLATE_NOOP("cli", "person or firm")),
        option("--phone", "N", QT_TRANSLATE_NOOP("cli", "telephone number")),
        option("--country", "CC", QT_TRANSLATE_NOOP("cli", "country, two letters")),
        option("--province", "NAME", QT_TRANSLATE_NOOP("cli", "province or state")),
        option("--city", "NAME", QT_TRANSLATE_NOOP("cli", "city")),
        option("--district", "NAME", QT_TRANSLATE_NOOP("cli", "district")),
        option("--street", "TEXT", QT_TRANSLATE_NOOP("cli", "street and house")),
        option("--postal-code", "N", QT_TRANSLATE_NOOP("cli", "postal code"))},
       addSender},
      {QStringLiteral("shipping-rules list"),
       QString(),
       0,
       0,
       text(QT_TRANSLATE_NOOP("cli", "list which courier carries which orders")),
       {},
       listRules},
      {QStringLiteral("shipping-rules add"),
       QStringLiteral("NAME"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "add a rule behind the others; the first that matches wins")),
       {account, service, pay, sender, weight,
        option("--automatic", "", QT_TRANSLATE_NOOP("cli", "book as soon as an order may be shipped")),
        option("--waiting-too", "", QT_TRANSLATE_NOOP("cli", "with --automatic: also the orders that wait already")),
        option("--shop", "N", QT_TRANSLATE_NOOP("cli", "only orders of this shop; may be repeated")),
        option("--country", "CC", QT_TRANSLATE_NOOP("cli", "only to this country; may be repeated")),
        option("--province", "NAME", QT_TRANSLATE_NOOP("cli", "only to this province; may be repeated")),
        option("--weight-from", "GRAMS", QT_TRANSLATE_NOOP("cli", "only from this weight")),
        option("--weight-below", "GRAMS", QT_TRANSLATE_NOOP("cli", "only below this weight")),
        option("--value-from", "MINOR", QT_TRANSLATE_NOOP("cli", "only from this value, in minor units")),
        option("--value-below", "MINOR", QT_TRANSLATE_NOOP("cli", "only below this value, in minor units")),
        option("--cod", "", QT_TRANSLATE_NOOP("cli", "only orders paid on delivery"))},
       addRule},
      {QStringLiteral("shipping-rules remove"),
       QStringLiteral("ID"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "remove a rule")),
       {},
       removeRule},
      {QStringLiteral("shipping-rules test"),
       QStringLiteral("ORDER"),
       1,
       1,
       text(QT_TRANSLATE_NOOP("cli", "tell which rule carries an order, and why")),
       {weight},
       testRules},
  };
}

} // namespace supercargo::cli
