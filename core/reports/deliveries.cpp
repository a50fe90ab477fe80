#include "core/reports/definitions.h"
#include "core/reports/linesofday.h"

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

class ParcelTeller {
public:
  explicit ParcelTeller(FigureTable& table) : m_table(table) {}

  void tell(TableLine& line, const WayFact& way, bool isTroubled)
  {
    FigureRow what;
    what.thing = FigureRow::Thing::Parcel;
    what.id = way.parcel;
    const qint64 trouble = isTroubled ? 1 : 0;
    m_table.add(line, m_parcels, 1, what);
    m_table.add(line, m_troubled, trouble, what);
    m_table.add(line, m_troubleRate, trouble, what);
    m_table.add(line, m_troubleRate, 1, what, Part::Base);
    if (way.isPromised) {
      m_table.add(line, m_promised, 1, what);
      m_table.add(line, m_keptRate, way.isKept, what);
      m_table.add(line, m_keptRate, 1, what, Part::Base);
    }
    if (way.hours >= 0)
      for (const size_t ranked : {m_half, m_most})
        m_table.add(line, ranked, way.hours, what);
  }

private:
  FigureTable& m_table;
  size_t m_parcels = m_table.place("parcels_sent"), m_troubled = m_table.place("troubled_parcels"),
         m_troubleRate = m_table.place("trouble_rate"), m_promised = m_table.place("promised_parcels"),
         m_keptRate = m_table.place("promise_kept_rate"), m_half = m_table.place("way_hours_p50"),
         m_most = m_table.place("way_hours_p90");
};

Result<void> walkParcels(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const QString by = spec.options.value(kBy);
  const bool byLane = by == QLatin1String("lane"), byReason = by == QLatin1String("reason");
  ParcelTeller teller(table);
  return eachDayOf<WayFact>(
      c, DayCut(spec.timeZone), DayCut::number(spec.from), DayCut::number(spec.to) + 1,
      [&](const DayFacts<WayFact>& day) {
        LinesOfDay lines(table);
        for (const WayFact& way : day.facts) {
          if (!table.concerns(way.account))
            continue;
          const QString& problem = day.words[way.problem];
          TableLine* line =
              byLane
                  ? lines.at(
                        {way.origin, way.destination, way.courier},
                        [&] {
                          return QStringList{day.words[way.origin], day.words[way.destination], day.words[way.courier]};
                        })
              : byReason ? lines.at({way.problem},
                                    [&] { return QStringList{problem.isEmpty() ? QStringLiteral("none") : problem}; })
                         : lines.at({way.courier}, [&] { return QStringList{day.words[way.courier]}; });
          if (line)
            teller.tell(*line, way, !problem.isEmpty());
        }
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
