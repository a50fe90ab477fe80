#include "core/store/parcelsteps.h"

#include "core/db/ids.h"
#include "core/store/orderflow.h"

namespace supercargo {
namespace {

const QString kNames[] = {QStringLiteral("note"), QStringLiteral("chase"), QStringLiteral("claim"),
                          QStringLiteral("return")};

ParcelStepKind kindNamed(const QString& name)
{
  for (size_t i = 0; i < std::size(kNames); ++i)
    if (name == kNames[i])
      return ParcelStepKind(i);
  return ParcelStepKind::Note;
}

bool staysOpen(ParcelStepKind kind)
{
  return kind == ParcelStepKind::Claim || kind == ParcelStepKind::Return;
}

ParcelStep stepOf(const Row& row)
{
  ParcelStep step;
  step.id = row.integer(0);
  step.shipment = row.id<ShipmentId>(1);
  step.kind = kindNamed(row.text(2));
  step.text = row.text(3);
  const auto currency = Currency::of(row.text(4));
  if (currency && !row.isNull(5))
    step.amount = Money(row.integer(5), *currency);
  step.actor = row.text(6);
  step.takenAt = row.instant(7);
  step.settledAt = row.instantIfAny(8);
  if (currency && !row.isNull(9))
    step.received = Money(row.integer(9), *currency);
  return step;
}

Result<void> check(Connection& c, const ParcelStep& step)
{
  if (step.text.trimmed().isEmpty() && step.kind == ParcelStepKind::Note)
    return fail(ErrorKind::Invalid, QStringLiteral("a note needs words"), QStringLiteral("text"));
  if (step.kind == ParcelStepKind::Claim && (!step.amount || step.amount->minor() <= 0))
    return fail(ErrorKind::Invalid, QStringLiteral("a claim needs its amount"), QStringLiteral("amount"));
  if (!staysOpen(step.kind))
    return {};
  SC_TRY_ASSIGN(open,
                c.number(QStringLiteral("SELECT COUNT(*) FROM parcel_steps WHERE shipment_id = ? AND kind = ? AND "
                                        "settled_at IS NULL"),
                         {step.shipment, parcelStepName(step.kind)}));
  if (open > 0)
    return fail(ErrorKind::Conflict, QStringLiteral("one is open already for this parcel"), parcelStepName(step.kind));
  return {};
}

} // namespace

QString parcelStepName(ParcelStepKind kind)
{
  return kNames[size_t(kind)];
}

Result<std::vector<ParcelStep>> parcelSteps(Connection& c, ShipmentId shipment)
{
  return c.rows(
      QStringLiteral("SELECT id, shipment_id, kind, text, currency, amount_minor, actor, taken_at, settled_at, "
                     "received_minor FROM parcel_steps WHERE shipment_id = ? ORDER BY id DESC"),
      {shipment}, stepOf);
}

Result<qint64> takeParcelStep(Connection& c, const ParcelStep& step, ChangeSet& changes)
{
  SC_TRY(check(c, step));
  SC_TRY_ASSIGN(parcel, c.row(QStringLiteral("SELECT order_id, number FROM shipments WHERE id = ?"), {step.shipment},
                              [](const Row& row) { return std::pair(row.integerIfAny(0), row.text(1)); }));
  if (!parcel)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no such parcel"));
  SC_TRY_ASSIGN(id, nextIds(c, QStringLiteral("parcel_steps")));
  const QString currency = step.amount ? step.amount->currency().code() : QString();
  const SqlValue amount = step.amount ? SqlValue(step.amount->minor()) : SqlValue(std::nullopt);
  SC_TRY(c.run(
      QStringLiteral("INSERT INTO parcel_steps (id, shipment_id, kind, text, currency, amount_minor, actor, "
                     "taken_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
      {id, step.shipment, parcelStepName(step.kind), step.text.trimmed(), currency, amount, step.actor, step.takenAt}));
  changes.shipments = true;
  if (parcel->first) {
    const Origin origin{AccountId(0), std::nullopt, step.takenAt};
    SC_TRY(noteOrderStep(c, origin, OrderId(*parcel->first), QStringLiteral("parcel_") + parcelStepName(step.kind),
                         parcel->second + QStringLiteral(": ") + step.text.trimmed(), changes));
  }
  return id;
}

Result<void> settleParcelStep(Connection& c, qint64 id, std::optional<Money> received, Instant now, ChangeSet& changes)
{
  const SqlValue amount = received ? SqlValue(received->minor()) : SqlValue(std::nullopt);
  SC_TRY_ASSIGN(settled, c.run(QStringLiteral("UPDATE parcel_steps SET settled_at = ?, received_minor = ? WHERE id = ? "
                                              "AND settled_at IS NULL AND kind IN ('claim', 'return')"),
                               {now, amount, id}));
  if (settled == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no open claim or return of this number"));
  changes.shipments = true;
  return {};
}

} // namespace supercargo
