#include "app/cli/actions.h"
#include "app/cli/rowlist.h"
#include "core/outbox/actionjson.h"
#include "core/outbox/orderactions.h"
#include "core/outbox/settling.h"
#include "core/store/orders.h"

#include <QPromise>

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");

void printEntry(const Session& session, const OutboxEntry& entry)
{
  if (session.isJson()) {
    printJson(rowJson(entry));
    return;
  }
  QStringList facts{QString::number(entry.id.value()), actionKindName(entry.action.what), actionStateName(entry.state)};
  facts << entry.outcome.number << entry.outcome.message << entry.error;
  facts.removeAll(QString());
  print(facts.join(QStringLiteral("  ")));
  if (entry.state == ActionState::Failed)
    print(QCoreApplication::translate(
              "cli", "Tried again, it goes out as it is. To change it: actions cancel %1, then ask for it anew.")
              .arg(entry.id.value()));
  if (const auto* parcel = std::get_if<BookParcel>(&entry.action.what); parcel && parcel->collect)
    print(QCoreApplication::translate("cli", "the courier collects %1").arg(moneyText(*parcel->collect)));
  for (const Rate& rate : entry.outcome.rates)
    print(rate.service + QStringLiteral("  ") + rate.name + QStringLiteral("  ") + moneyText(rate.price));
}

Exit exitOf(const OutboxEntry& entry)
{
  switch (entry.state) {
  case ActionState::Done:
  case ActionState::Pending:
    return Exit::Done;
  case ActionState::Failed:
  case ActionState::Cancelled:
    return Exit::Failed;
  default:
    return Exit::Partly;
  }
}

Outcome<OutboxEntry> entryOf(Session& session, Database& database, ActionId id)
{
  SC_TRY_ASSIGN(entry, session.await(database.read([id](Connection& c) { return outboxEntry(c, id); })));
  if (!entry)
    return fail(notFound(QStringLiteral("action %1").arg(id.value())));
  return *entry;
}

Outcome<Exit> list(Session& session)
{
  OutboxFilter filter;
  if (session.has(QStringLiteral("--state"))) {
    const QString name = session.value(QStringLiteral("--state"));
    const auto state = actionStateNamed(name);
    if (!state)
      return wrongUse(QCoreApplication::translate("cli", "there is no state \"%1\"").arg(name),
                      QStringLiteral("--state"),
                      QStringLiteral("waiting, sending, unknown, pending, done, failed, cancelled"));
    filter.states = {*state};
  }
  if (session.has(QStringLiteral("--order"))) {
    SC_TRY_ASSIGN(order, session.integer(session.value(QStringLiteral("--order")), QStringLiteral("--order")));
    filter.order = OrderId(order);
  }
  SC_TRY_ASSIGN(limit, session.limit());
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, outboxEntries(*connection, filter, limit == 0 ? std::numeric_limits<int>::max() : limit));
  printRows(
      session, rows, limit,
      {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Action"),
       QCoreApplication::translate("cli", "State"), QCoreApplication::translate("cli", ">Account"),
       QCoreApplication::translate("cli", ">Order"), QCoreApplication::translate("cli", ">Tries"),
       QCoreApplication::translate("cli", "Number"), QCoreApplication::translate("cli", "Error")},
      [](const OutboxEntry& row) { return rowJson(row); },
      [](const OutboxEntry& row) {
        return QStringList{QString::number(row.id.value()),
                           actionKindName(row.action.what),
                           actionStateName(row.state),
                           QString::number(row.account.value()),
                           row.order ? QString::number(row.order->value()) : QString(),
                           QString::number(row.attempts),
                           row.outcome.number,
                           row.error};
      });
  return Exit::Done;
}

Outcome<Exit> retry(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<ActionId>(0));
  return act(session, [id](Connection& c, ChangeSet& changes) -> Result<ActionId> {
    SC_TRY(retryAction(c, id, systemNow(), changes));
    return id;
  });
}

Outcome<Exit> cancel(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<ActionId>(0));
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY(connection->transaction([&] { return cancelAction(*connection, id, systemNow(), changes); }));
  SC_TRY_ASSIGN(entry, outboxEntry(*connection, id));
  printEntry(session, *entry);
  return Exit::Done;
}

Outcome<Exit> settle(Session& session)
{
  SC_TRY_ASSIGN(id, session.idOperand<ActionId>(0));
  const bool happened = session.has(QStringLiteral("--happened"));
  if (happened == session.has(QStringLiteral("--did-not-happen")))
    return wrongUse(QCoreApplication::translate("cli", "say either --happened or --did-not-happen"),
                    QStringLiteral("--happened"));
  const Settlement settlement{happened, session.value(QStringLiteral("--number")), kActor};
  SC_TRY_ASSIGN(connection, session.writer());
  ChangeSet changes;
  SC_TRY(connection->transaction([&] { return settleAction(*connection, id, settlement, systemNow(), changes); }));
  SC_TRY_ASSIGN(entry, outboxEntry(*connection, id));
  printEntry(session, *entry);
  return Exit::Done;
}

Outcome<Exit> note(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  return act(session, [order, text = session.operand(1),
                       visible = session.has(QStringLiteral("--visible"))](Connection& c, ChangeSet& changes) {
    return addOrderNote(c, order, text, visible, kActor, systemNow(), changes);
  });
}

Outcome<Exit> close(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  return act(session, [order, reason = session.value(QStringLiteral("--reason"))](Connection& c, ChangeSet& changes) {
    return closeOrder(c, order, reason, kActor, systemNow(), changes);
  });
}

Outcome<Exit> ship(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  return act(session, [order, courier = session.value(QStringLiteral("--courier")),
                       number = session.value(QStringLiteral("--number"))](Connection& c, ChangeSet& changes) {
    return shipOrder(c, order, courier, number, kActor, systemNow(), changes);
  });
}

Outcome<Exit> refund(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(row, orderRow(*connection, order));
  if (!row)
    return fail(notFound(QStringLiteral("order %1").arg(order.value())));
  const auto amount = Money::parse(session.value(QStringLiteral("--amount")), row->total.currency());
  if (!amount)
    return wrongUse(amount.error().detail, QStringLiteral("--amount"));
  return act(session, [order, amount = *amount,
                       reason = session.value(QStringLiteral("--reason"))](Connection& c, ChangeSet& changes) {
    return refundOrder(c, order, amount, reason, kActor, systemNow(), changes);
  });
}

Outcome<Exit> push(Session& session)
{
  if (session.operand(0).isEmpty())
    return pushLevels(session);
  SC_TRY_ASSIGN(variant, session.idOperand<VariantId>(0));
  SC_TRY_ASSIGN(quantity, session.integer(session.value(QStringLiteral("--quantity")), QStringLiteral("--quantity")));
  return act(session, [variant, quantity = qint64(quantity)](Connection& c, ChangeSet& changes) {
    return pushStockLevel(c, variant, quantity, kActor, systemNow(), changes);
  });
}

Outcome<Exit> run(Session& session)
{
  SC_TRY_ASSIGN(syncing, makeSyncing(session));
  SC_TRY(sendDueActions(session, syncing));
  SC_TRY_ASSIGN(open, session.await(syncing.database->read([](Connection& c) {
    return outboxEntries(c, {{ActionState::Waiting, ActionState::Unknown, ActionState::Pending}, {}, {}}, 100'000);
  })));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("open"), qint64(open.size())}});
  else
    print(QCoreApplication::translate("cli", "%n action(s) still open", nullptr, int(open.size())));
  return Exit::Done;
}

} // namespace

QJsonObject rowJson(const OutboxEntry& entry)
{
  QJsonArray rates;
  for (const Rate& rate : entry.outcome.rates)
    rates += QJsonObject{{QStringLiteral("service"), rate.service},
                         {QStringLiteral("name"), rate.name},
                         {QStringLiteral("price"), toJson(rate.price)},
                         {QStringLiteral("days"), jsonOrNull(rate.days)}};
  const auto* parcel = std::get_if<BookParcel>(&entry.action.what);
  return {{QStringLiteral("action"), entry.id.value()},
          {QStringLiteral("kind"), actionKindName(entry.action.what)},
          {QStringLiteral("state"), actionStateName(entry.state)},
          {QStringLiteral("account"), entry.account.value()},
          {QStringLiteral("order"), jsonOrNull(entry.order)},
          {QStringLiteral("key"), entry.action.idempotencyKey},
          {QStringLiteral("actor"), entry.actor},
          {QStringLiteral("attempts"), entry.attempts},
          {QStringLiteral("created_at"), toIso(entry.createdAt)},
          {QStringLiteral("next_try_at"), jsonOrNull(entry.nextTryAt)},
          {QStringLiteral("number"), jsonOrNull(entry.outcome.number)},
          {QStringLiteral("external_id"), jsonOrNull(entry.outcome.externalId)},
          {QStringLiteral("message"), jsonOrNull(entry.outcome.message)},
          {QStringLiteral("needs_person"), needsPerson(entry)},
          {QStringLiteral("rates"), rates},
          {QStringLiteral("collects"), parcel && parcel->collect ? toJson(*parcel->collect) : QJsonValue()},
          {QStringLiteral("insured"), parcel && parcel->insured ? toJson(*parcel->insured) : QJsonValue()},
          {QStringLiteral("error_kind"), jsonOrNull(entry.errorKind)},
          {QStringLiteral("error"), jsonOrNull(entry.error)}};
}

Outcome<void> sendDueActions(Session& session, Syncing& syncing)
{
  auto promise = std::make_shared<QPromise<Result<void>>>();
  promise->start();
  QObject context;
  QObject::connect(syncing.engine.get(), &SyncEngine::actionsSent, &context, [promise, done = false]() mutable {
    if (std::exchange(done, true))
      return;
    promise->addResult(Result<void>());
    promise->finish();
  });
  syncing.engine->sendActions();
  SC_TRY(session.await(promise->future()));
  return {};
}

Outcome<Exit> act(Session& session, Enqueue enqueue)
{
  SC_TRY_ASSIGN(syncing, makeSyncing(session));
  SC_TRY_ASSIGN(
      id, session.await(syncing.database->write(
              [enqueue = std::move(enqueue)](Connection& c, ChangeSet& changes) { return enqueue(c, changes); })));
  SC_TRY(sendDueActions(session, syncing));
  SC_TRY_ASSIGN(entry, entryOf(session, *syncing.database, id));
  printEntry(session, entry);
  return exitOf(entry);
}

std::vector<Command> actionCommands()
{
  const Option reason{QStringLiteral("--reason"), QStringLiteral("TEXT"),
                      QCoreApplication::translate("cli", "why, for the shop and the books")};
  return {
      {QStringLiteral("orders note"),
       QStringLiteral("ID TEXT"),
       2,
       2,
       QCoreApplication::translate("cli", "write a note on the order at its shop"),
       {{QStringLiteral("--visible"), {}, QCoreApplication::translate("cli", "the buyer may read it")}},
       note},
      {QStringLiteral("orders ship"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "tell the shop which parcel carries the order"),
       {{QStringLiteral("--courier"), QStringLiteral("NAME"), QCoreApplication::translate("cli", "who carries it")},
        {QStringLiteral("--number"), QStringLiteral("N"), QCoreApplication::translate("cli", "tracking number")}},
       ship},
      {QStringLiteral("orders close"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "close an order that will not be carried out"),
       {reason},
       close},
      {QStringLiteral("orders refund"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "send money back to the buyer"),
       {{QStringLiteral("--amount"), QStringLiteral("A"), QCoreApplication::translate("cli", "how much, as 12.30")},
        reason},
       refund},
      {QStringLiteral("stock push"),
       QStringLiteral("[VARIANT]"),
       0,
       1,
       QCoreApplication::translate("cli", "tell the shops their new levels, or one of them how many may be sold"),
       {{QStringLiteral("--quantity"), QStringLiteral("N"), QCoreApplication::translate("cli", "pieces")}},
       push},
      {QStringLiteral("actions list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list what was asked of providers and how far it is"),
       {{QStringLiteral("--state"), QStringLiteral("NAME"), QCoreApplication::translate("cli", "only in this state")},
        {QStringLiteral("--order"), QStringLiteral("ID"), QCoreApplication::translate("cli", "only of this order")},
        limitOption()},
       list},
      {QStringLiteral("actions retry"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "send a refused action again"),
       {},
       retry},
      {QStringLiteral("actions cancel"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "take back an action that was not sent"),
       {},
       cancel},
      {QStringLiteral("actions settle"),
       QStringLiteral("ID"),
       1,
       1,
       QCoreApplication::translate("cli", "say how an action ended whose outcome the provider does not tell"),
       {{QStringLiteral("--happened"), {}, QCoreApplication::translate("cli", "the provider did it")},
        {QStringLiteral("--number"), QStringLiteral("N"),
         QCoreApplication::translate("cli", "number of the waybill or refund that it led to")},
        {QStringLiteral("--did-not-happen"), {}, QCoreApplication::translate("cli", "the provider did not do it")}},
       settle},
      {QStringLiteral("actions run"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "send what is due now"),
       {},
       run},
  };
}

} // namespace supercargo::cli
