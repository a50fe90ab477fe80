#include "app/cli/parcelcommands.h"

#include "app/cli/actions.h"
#include "app/cli/rowlist.h"
#include "core/domain/courier.h"
#include "core/outbox/shipping.h"

#include <QJsonArray>

namespace supercargo::cli {
namespace {

const QString kActor = QStringLiteral("owner");

Outcome<Money> amountOf(Session& session, const QString& option)
{
  SC_TRY_ASSIGN(workspace, session.workspace());
  return session.amount(option, workspace->info().currency);
}

Exit printStep(const Session& session, const ParcelStep& step)
{
  if (session.isJson())
    printJson(stepJson(step));
  else
    print(QString::number(step.id));
  return Exit::Done;
}

/// Writes the step down, and prints it with the number that it got.
Outcome<Exit> take(Session& session, ParcelStepKind kind, std::optional<Money> amount = {})
{
  SC_TRY_ASSIGN(shipment, session.idOperand<ShipmentId>(0));
  ParcelStep step;
  step.shipment = shipment;
  step.kind = kind;
  step.text = session.operand(1);
  step.actor = kActor;
  step.amount = amount;
  step.takenAt = systemNow();
  SC_TRY_ASSIGN(writer, session.writer());
  ChangeSet changes;
  SC_TRY_ASSIGN(id, writer->transaction([&] { return takeParcelStep(*writer, step, changes); }));
  step.id = id;
  return printStep(session, step);
}

Outcome<Exit> claim(Session& session)
{
  const QString option = QStringLiteral("--amount");
  if (!session.has(option))
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(option), option);
  SC_TRY_ASSIGN(amount, amountOf(session, option));
  return take(session, ParcelStepKind::Claim, amount);
}

/// Ends the newest claim or return that is open.
Outcome<Exit> settle(Session& session)
{
  SC_TRY_ASSIGN(shipment, session.idOperand<ShipmentId>(0));
  std::optional<Money> received;
  if (session.has(QStringLiteral("--received"))) {
    SC_TRY_ASSIGN(amount, amountOf(session, QStringLiteral("--received")));
    received = amount;
  }
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY_ASSIGN(steps, parcelSteps(*writer, shipment));
  for (ParcelStep& step : steps) {
    if (step.settledAt || (step.kind != ParcelStepKind::Claim && step.kind != ParcelStepKind::Return))
      continue;
    step.settledAt = systemNow();
    step.received = received;
    ChangeSet changes;
    SC_TRY(writer->transaction([&] { return settleParcelStep(*writer, step.id, received, *step.settledAt, changes); }));
    return printStep(session, step);
  }
  return fail(notFound(QStringLiteral("open claim or return of shipment %1").arg(shipment.value())));
}

/// Asks the courier; the answer is the action's outcome.
Outcome<Exit> rates(Session& session)
{
  SC_TRY_ASSIGN(order, session.idOperand<OrderId>(0));
  SC_TRY_ASSIGN(account, session.existingAccount(session.value(QStringLiteral("--account"))));
  Booking booking{.account = account};
  SC_TRY_ASSIGN(reader, session.reader());
  std::optional<qint64> weight;
  if (session.has(QStringLiteral("--weight"))) {
    SC_TRY_ASSIGN(grams, session.integer(session.value(QStringLiteral("--weight")), QStringLiteral("--weight")));
    weight = grams;
  }
  SC_TRY_ASSIGN(plan, planShipment(*reader, order, weight));
  booking.weightGrams = plan.weightGrams.value_or(0);
  if (plan.booking) {
    booking.sender = plan.booking->sender;
    booking.weightGrams = plan.booking->weightGrams;
  }
  if (booking.sender == SenderId()) {
    SC_TRY_ASSIGN(all, senders(*reader));
    if (all.empty())
      return wrongUse(QCoreApplication::translate("cli", "no sender's address is set"), QStringLiteral("--sender"),
                      QCoreApplication::translate("cli", "Add one with: senders add"));
    booking.sender = all.front().id;
  }
  return act(session, [order, booking](Connection& c, ChangeSet& changes) {
    return askRates(c, order, booking, kActor, systemNow(), changes);
  });
}

/// Who may carry the number, and what its check digits say. A wrong digit is a warning only: published examples have
/// them, and China's couriers have none at all.
Outcome<Exit> guess(Session& session)
{
  const QString number = normalisedNumber(session.operand(0));
  const auto candidates = courierCandidates(number);
  const auto findings = checkDigits(number);
  QJsonArray couriers, digits;
  for (const CourierCandidate& candidate : candidates)
    couriers += QJsonObject{{QStringLiteral("courier"), candidate.courier->code},
                            {QStringLiteral("name"), candidate.courier->en},
                            {QStringLiteral("name_zh"), candidate.courier->zh},
                            {QStringLiteral("confidence"), confidenceName(candidate.confidence)}};
  for (const CheckDigitFinding& finding : findings)
    digits += QJsonObject{{QStringLiteral("scheme"), numberSchemeName(finding.scheme)},
                          {QStringLiteral("right"), finding.isRight}};
  if (session.isJson()) {
    printJson(QJsonObject{{QStringLiteral("number"), number},
                          {QStringLiteral("couriers"), couriers},
                          {QStringLiteral("check_digits"), digits}});
    return Exit::Done;
  }
  for (const CourierCandidate& candidate : candidates)
    print(candidate.courier->code + QStringLiteral("  ") + candidate.courier->zh + QStringLiteral("  ") +
          confidenceName(candidate.confidence));
  const bool isMistyped = looksMistyped(number, candidates.empty() ? QString() : candidates.front().courier->code);
  for (const CheckDigitFinding& finding : findings)
    if (isMistyped && !finding.isRight)
      say(QCoreApplication::translate("cli", "As %1 the check digit is wrong; look at the number again.")
              .arg(numberSchemeName(finding.scheme)));
  if (candidates.empty() && findings.empty())
    say(QCoreApplication::translate("cli", "No courier is known by this number."));
  return Exit::Done;
}

Command onParcel(const char* name, const QString& operands, const QString& help, std::vector<Option> options,
                 Outcome<Exit> (*run)(Session&))
{
  const int most = int(operands.count(u' ')) + 1;
  const int least = most - int(operands.count(u'['));
  return {QLatin1String("shipments ") + QLatin1String(name), operands, least, most, help, std::move(options), run};
}

} // namespace

QJsonObject stepJson(const ParcelStep& step)
{
  return {{QStringLiteral("id"), step.id},
          {QStringLiteral("shipment"), step.shipment.value()},
          {QStringLiteral("kind"), parcelStepName(step.kind)},
          {QStringLiteral("text"), step.text},
          {QStringLiteral("actor"), step.actor},
          {QStringLiteral("amount"), jsonOrNull(step.amount)},
          {QStringLiteral("at"), toIso(step.takenAt)},
          {QStringLiteral("settled_at"), jsonOrNull(step.settledAt)},
          {QStringLiteral("received"), jsonOrNull(step.received)}};
}

std::vector<Command> parcelCommands()
{
  const QString id = QStringLiteral("ID"), idAndText = QStringLiteral("ID [TEXT]"), amount = QStringLiteral("A");
  return {
      onParcel("note", QStringLiteral("ID TEXT"), QCoreApplication::translate("cli", "write a note about the parcel"),
               {}, [](Session& session) { return take(session, ParcelStepKind::Note); }),
      onParcel("chase", idAndText, QCoreApplication::translate("cli", "note that the courier was asked where it is"),
               {}, [](Session& session) { return take(session, ParcelStepKind::Chase); }),
      onParcel("claim", idAndText, QCoreApplication::translate("cli", "open a claim against the courier"),
               {{QStringLiteral("--amount"), amount, QCoreApplication::translate("cli", "how much, as 12.30")}}, claim),
      onParcel("return", idAndText, QCoreApplication::translate("cli", "note that the parcel was called back"), {},
               [](Session& session) { return take(session, ParcelStepKind::Return); }),
      onParcel("settle", id, QCoreApplication::translate("cli", "end the open claim or return"),
               {{QStringLiteral("--received"), amount,
                 QCoreApplication::translate("cli", "what the courier paid, as 12.30")}},
               settle),
      onParcel("rates", QStringLiteral("ORDER"),
               QCoreApplication::translate("cli", "ask what a parcel for the order would cost"),
               {{QStringLiteral("--account"), QStringLiteral("N"),
                 QCoreApplication::translate("cli", "the courier's account")},
                {QStringLiteral("--weight"), QStringLiteral("GRAMS"),
                 QCoreApplication::translate("cli", "what the parcel weighs")}},
               rates),
      onParcel("guess", QStringLiteral("NUMBER"),
               QCoreApplication::translate("cli", "say which courier a number may belong to"), {}, guess),
  };
}

} // namespace supercargo::cli
