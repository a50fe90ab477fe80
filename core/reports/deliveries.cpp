#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/store/daycut.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;
using F = TableFigure;

const QString kBy = QStringLiteral("by");

TableShape promiseShape(const ReportSpec& spec)
{
  const QString by = spec.options.value(kBy);
  TableShape shape;
  if (by == QLatin1String("lane"))
    shape.heads = {tableHead("origin", "From"), tableHead("destination", "To"), tableHead("courier", "Courier")};
  else if (by == QLatin1String("reason"))
    shape.heads = {tableHead("reason", "Reason")};
  else
    shape.heads = {tableHead("courier", "Courier")};
  shape.figures = {
      tableFigure("parcels_sent", "Parcels", ColumnKind::Count, F::Sum, "parcels handed over"),
      tableFigure("promised_parcels", "Delivered with a promise", ColumnKind::Count, F::Sum,
                  "delivered parcels that the courier or the shop's own rule had promised for a day"),
      tableFigure("promise_kept_rate", "Promise kept", ColumnKind::Rate, F::Quotient,
                  "delivered on or before the courier's promise, else the shop's own / delivered with a promise"),
      tableFigure("troubled_parcels", "Parcels in trouble", ColumnKind::Count, F::Sum,
                  "parcels of which the courier reported an exception or a return"),
      tableFigure("trouble_rate", "Trouble rate", ColumnKind::Rate, F::Quotient,
                  "parcels in trouble / parcels handed over"),
      tableFigure("way_hours_p50", "Hours on the way, half", ColumnKind::Hours, F::Ranked,
                  "half of the parcels took no more whole hours from the first scan to delivery", 0.5),
      tableFigure("way_hours_p90", "Hours on the way, 90 %", ColumnKind::Hours, F::Ranked,
                  "90 of 100 parcels took no more whole hours from the first scan to delivery", 0.9),
  };
  shape.sortBy = QStringLiteral("parcels_sent");
  return shape;
}

FigureRow parcelRow(const Row& row)
{
  FigureRow what;
  what.thing = FigureRow::Thing::Parcel;
  what.number = row.text(0);
  what.text = row.text(1);
  if (!row.isNull(2))
    what.order = row.id<OrderId>(2);
  what.at = row.instant(3);
  return what;
}

void tellParcel(FigureTable& table, const Row& row, const QStringList& keys)
{
  const FigureRow what = parcelRow(row);
  const auto delivered = row.instantIfAny(4), promised = row.instantIfAny(5), picked = row.instantIfAny(6);
  const qint64 trouble = row.text(7).isEmpty() ? 0 : 1;
  table.add(keys, "parcels_sent", 1, what);
  table.add(keys, "troubled_parcels", trouble, what);
  table.add(keys, "trouble_rate", trouble, what);
  table.add(keys, "trouble_rate", 1, what, Part::Base);
  if (delivered && promised) {
    table.add(keys, "promised_parcels", 1, what);
    table.add(keys, "promise_kept_rate", *delivered <= *promised ? 1 : 0, what);
    table.add(keys, "promise_kept_rate", 1, what, Part::Base);
  }
  if (delivered && picked && *delivered >= *picked)
    for (const char* ranked : {"way_hours_p50", "way_hours_p90"})
      table.add(keys, ranked, std::chrono::floor<std::chrono::hours>(*delivered - *picked).count(), what);
}

Result<void> walkParcels(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const QString by = spec.options.value(kBy);
  return c.each(
      QStringLiteral("SELECT s.number, s.courier, s.order_id, s.shipped_at, s.delivered_at, COALESCE(w.promised_at, "
                     "s.estimated_at), w.picked_at, COALESCE(w.problem, ''), COALESCE(w.origin, ''), "
                     "COALESCE(w.destination, ''), COALESCE(o.account_id, 0) FROM shipments s LEFT JOIN parcel_ways w "
                     "ON w.shipment_id = s.id LEFT JOIN orders o ON o.id = s.order_id WHERE s.shipped_at >= ? AND "
                     "s.shipped_at < ? ORDER BY s.shipped_at, s.id"),
      {cut.startOf(DayCut::number(spec.from)), cut.startOf(DayCut::number(spec.to) + 1)}, [&](const Row& row) {
        if (!table.concerns(row.integer(10)))
          return;
        const QString problem = row.text(7);
        tellParcel(table, row,
                   by == QLatin1String("lane")     ? QStringList{row.text(8), row.text(9), row.text(1)}
                   : by == QLatin1String("reason") ? QStringList{problem.isEmpty() ? QStringLiteral("none") : problem}
                                                   : QStringList{row.text(1)});
      });
}

TableShape claimShape(const ReportSpec&)
{
  TableShape shape;
  shape.heads = {tableHead("courier", "Courier"), tableHead("currency", "Currency")};
  shape.figures = {
      tableFigure("claims", "Claims", ColumnKind::Count, F::Sum, "claims that were made in these days"),
      tableFigure("claimed_amount", "Claimed", ColumnKind::Money, F::Sum, "amount of these claims"),
      tableFigure("open_claims", "Open claims", ColumnKind::Count, F::Sum, "of these claims, those not settled yet"),
      tableFigure("recovered_amount", "Recovered", ColumnKind::Money, F::Sum, "what couriers paid for these claims"),
      tableFigure("recovery_rate", "Claims recovered", ColumnKind::Rate, F::Quotient,
                  "paid / claimed, of the claims that are settled"),
  };
  return shape;
}

Result<void> walkClaims(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  return c.each(
      QStringLiteral("SELECT s.number, s.courier, s.order_id, p.taken_at, p.settled_at, p.amount_minor, "
                     "COALESCE(p.received_minor, 0), p.currency, COALESCE(o.account_id, 0) FROM parcel_steps p JOIN "
                     "shipments s ON s.id = p.shipment_id LEFT JOIN orders o ON o.id = s.order_id WHERE p.kind = "
                     "'claim' AND p.taken_at >= ? AND p.taken_at < ? ORDER BY p.taken_at, p.id"),
      {cut.startOf(DayCut::number(spec.from)), cut.startOf(DayCut::number(spec.to) + 1)}, [&](const Row& row) {
        if (!table.concerns(row.integer(8)))
          return;
        const FigureRow what = parcelRow(row);
        const QStringList keys{row.text(1), row.text(7)};
        const bool isSettled = !row.isNull(4);
        table.add(keys, "claims", 1, what);
        table.add(keys, "claimed_amount", row.integer(5), what);
        table.add(keys, "open_claims", isSettled ? 0 : 1, what);
        table.add(keys, "recovered_amount", row.integer(6), what);
        if (!isSettled)
          return;
        table.add(keys, "recovery_rate", row.integer(6), what);
        table.add(keys, "recovery_rate", row.integer(5), what, Part::Base);
      });
}

} // namespace

std::vector<ReportDefinition> deliveryDefinitions()
{
  return {TableDefinition<promiseShape, walkParcels>::definition(
              "delivery", "Deliveries", "Promises kept, time on the way and trouble, by courier, lane or reason",
              Basis::Shipped,
              {{kBy,
                {QStringLiteral("courier"), QStringLiteral("lane"), QStringLiteral("reason")},
                QStringLiteral("courier")}}),
          TableDefinition<claimShape, walkClaims>::definition(
              "delivery.claims", "Claims", "What couriers were asked to pay for, and what they paid", Basis::Happened)};
}

} // namespace supercargo
