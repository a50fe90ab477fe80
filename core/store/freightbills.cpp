#include "core/store/freightbills.h"

#include "core/db/ids.h"
#include "core/store/erasures.h"

namespace supercargo {
namespace {

Result<qint64> writeBill(Connection& c, const FreightBillSnapshot& b, qint64 turn, Instant now)
{
  return c.run(QStringLiteral(
                   "INSERT INTO freight_bills (number, courier, billed_at, service, turn, grams, currency, "
                   "amount_minor, destination, note, raw_line, stored_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                   "ON CONFLICT (number, courier, billed_at, service, turn) DO UPDATE SET grams = excluded.grams, "
                   "currency = excluded.currency, amount_minor = excluded.amount_minor, "
                   "destination = excluded.destination, note = excluded.note, raw_line = excluded.raw_line, "
                   "stored_at = excluded.stored_at WHERE freight_bills.raw_line <> excluded.raw_line OR "
                   "freight_bills.amount_minor <> excluded.amount_minor OR freight_bills.currency <> "
                   "excluded.currency OR COALESCE(freight_bills.grams, -1) <> COALESCE(excluded.grams, -1) OR "
                   "freight_bills.destination <> excluded.destination OR freight_bills.note <> excluded.note"),
               {b.number, b.courier, b.billedAt, b.service, turn, b.grams, b.amount.currency().code(), b.amount.minor(),
                b.destination, b.note, b.rawLine, now});
}

FreightTariff tariffOf(const Row& row)
{
  const Currency currency = Currency::of(row.text(4)).value_or(Currency());
  FreightTariff tariff;
  tariff.id = row.integer(0);
  tariff.courier = row.text(1);
  tariff.validFrom = QDate::fromString(row.text(2), Qt::ISODate);
  tariff.regions = row.text(3).split(u'\n', Qt::SkipEmptyParts);
  tariff.firstGrams = row.integer(5);
  tariff.first = Money(row.integer(6), currency);
  tariff.stepGrams = row.integer(7);
  tariff.step = Money(row.integer(8), currency);
  tariff.minimum = Money(row.integer(9), currency);
  return tariff;
}

/// Tariffs and weights change what reports expect.
Result<void> noteExpectations(Connection& c, ChangeSet& changes)
{
  changes.shipments = true;
  SC_TRY(c.run(QStringLiteral("UPDATE data_revisions SET revision = revision + 1 WHERE source = 'freight'")));
  return {};
}

} // namespace

const QString kBillIsOfShipment =
    QStringLiteral("(s.number = b.number AND (b.courier = '' OR b.courier = s.courier OR NOT EXISTS (SELECT 1 FROM "
                   "freight_bills x WHERE x.number = b.number AND x.courier <> '' AND x.courier <> b.courier)))");

Result<UpsertCount> upsertFreightBills(Connection& c, const Origin& origin,
                                       const std::vector<FreightBillSnapshot>& bills, ChangeSet& changes)
{
  UpsertCount count;
  QHash<QStringList, qint64> turns;
  SC_TRY_ASSIGN(erased, erasedIds(c, origin.account));
  for (FreightBillSnapshot bill : bills) {
    if (erased.contains(bill.number))
      bill.rawLine.clear(), bill.note.clear();
    const qint64 turn = ++turns[{bill.number, bill.courier, QString::number(toMs(bill.billedAt)), bill.service}];
    SC_TRY_ASSIGN(known, c.number(QStringLiteral("SELECT COUNT(*) FROM freight_bills WHERE number = ? AND courier = ? "
                                                 "AND billed_at = ? AND service = ? AND turn = ?"),
                                  {bill.number, bill.courier, bill.billedAt, bill.service, turn}));
    SC_TRY_ASSIGN(written, writeBill(c, bill, turn, origin.now));
    ++(known == 0 ? count.inserted : written > 0 ? count.changed : count.unchanged);
  }
  changes.shipments |= count.inserted + count.changed > 0;
  return count;
}

Result<std::vector<FreightTariff>> freightTariffs(Connection& c)
{
  return c.rows(QStringLiteral("SELECT id, courier, valid_from, regions, currency, first_grams, first_minor, "
                               "step_grams, step_minor, minimum_minor FROM freight_tariffs ORDER BY courier, "
                               "valid_from DESC, id"),
                {}, tariffOf);
}

Result<qint64> saveFreightTariff(Connection& c, const FreightTariff& tariff, ChangeSet& changes)
{
  SC_TRY(checkTariff(tariff));
  qint64 id = tariff.id;
  if (id == 0) {
    SC_TRY_ASSIGN(fresh, nextIds(c, QStringLiteral("freight_tariffs")));
    id = fresh;
  }
  SC_TRY(c.run(QStringLiteral("INSERT INTO freight_tariffs (id, courier, valid_from, regions, currency, first_grams, "
                              "first_minor, step_grams, step_minor, minimum_minor) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                              "?) ON CONFLICT (id) DO UPDATE SET courier = excluded.courier, valid_from = "
                              "excluded.valid_from, regions = excluded.regions, currency = excluded.currency, "
                              "first_grams = excluded.first_grams, first_minor = excluded.first_minor, step_grams = "
                              "excluded.step_grams, step_minor = excluded.step_minor, minimum_minor = "
                              "excluded.minimum_minor"),
               {id, tariff.courier, tariff.validFrom.toString(Qt::ISODate), tariff.regions.join(u'\n'),
                tariff.first.currency().code(), tariff.firstGrams, tariff.first.minor(), tariff.stepGrams,
                tariff.step.minor(), tariff.minimum.minor()}));
  SC_TRY(noteExpectations(c, changes));
  return id;
}

Result<void> deleteFreightTariff(Connection& c, qint64 id, ChangeSet& changes)
{
  SC_TRY_ASSIGN(gone, c.run(QStringLiteral("DELETE FROM freight_tariffs WHERE id = ?"), {id}));
  if (gone == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no such tariff"), QString::number(id));
  return noteExpectations(c, changes);
}

Result<void> weighParcel(Connection& c, ShipmentId shipment, qint64 grams, ChangeSet& changes)
{
  if (grams <= 0 || grams > kHeaviestGrams)
    return fail(ErrorKind::Invalid, QStringLiteral("no parcel weighs %1 g").arg(grams), QString::number(grams));
  SC_TRY_ASSIGN(known, c.run(QStringLiteral("UPDATE shipments SET weighed_grams = ? WHERE id = ?"), {grams, shipment}));
  if (known == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no such parcel"), QString::number(shipment.value()));
  return noteExpectations(c, changes);
}

} // namespace supercargo
