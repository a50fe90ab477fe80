#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/store/daycut.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

const QString kBy = QStringLiteral("by");

TableShape shape(const ReportSpec& spec)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {periodHead(spec.options.value(kBy))};
  shape.figures = {
      tableFigure("timed_refunds", "Timed refunds", ColumnKind::Count, F::Sum,
                  "refunds that a shop was asked for and a gateway paid: both moments are known"),
      tableFigure("refund_hours", "Refund time", ColumnKind::Hours, F::Quotient,
                  "mean of the whole hours from the asking to the paying"),
      tableFigure("refund_hours_p50", "Refund time, half", ColumnKind::Hours, F::Ranked,
                  "half of the refunds took no more whole hours", 0.5),
      tableFigure("refund_hours_p90", "Refund time, 90 %", ColumnKind::Hours, F::Ranked,
                  "90 of 100 refunds took no more whole hours", 0.9),
      tableFigure("refund_hours_p99", "Refund time, 99 %", ColumnKind::Hours, F::Ranked,
                  "99 of 100 refunds took no more whole hours", 0.99),
  };
  return shape;
}

/// What a gateway paid back belongs to the newest request of the same order and amount before it.
const QString kRefunds = QStringLiteral(
    "SELECT g.payment_id, g.external_id, g.created_at, o.id, o.number, o.account_id, r.created_at, r.reason FROM "
    "payment_refunds g JOIN payments p ON p.id = g.payment_id JOIN orders o ON o.id = p.order_id JOIN order_refunds r "
    "ON r.order_id = o.id AND r.amount_minor = g.amount_minor AND r.created_at <= g.created_at WHERE g.created_at >= ? "
    "AND g.created_at < ? AND g.status = 'SUCCEEDED' ORDER BY g.created_at, g.payment_id, g.external_id, r.created_at "
    "DESC");

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const QString by = spec.options.value(kBy);
  SC_TRY(nameShops(c, table, "shop"));
  std::pair<qint64, QString> last{0, {}};
  return c.each(kRefunds, {cut.startOf(DayCut::number(spec.from)), cut.startOf(DayCut::number(spec.to) + 1)},
                [&](const Row& row) {
                  const std::pair refund(row.integer(0), row.text(1));
                  if (refund == last || !table.concerns(row.integer(5)))
                    return;
                  last = refund;
                  FigureRow what;
                  what.thing = FigureRow::Thing::Refund;
                  what.order = row.id<OrderId>(3);
                  what.number = row.text(4);
                  what.text = row.text(7);
                  what.at = row.instant(2);
                  const qint64 hours = std::chrono::floor<std::chrono::hours>(*what.at - row.instant(6)).count();
                  const QStringList keys{periodOrShop(by, row.text(5), cut.dayOf(*what.at))};
                  table.add(keys, "timed_refunds", 1, what);
                  table.add(keys, "refund_hours", hours, what);
                  table.add(keys, "refund_hours", 1, what, Part::Base);
                  for (const char* ranked : {"refund_hours_p50", "refund_hours_p90", "refund_hours_p99"})
                    table.add(keys, ranked, hours, what);
                });
}

} // namespace

std::vector<ReportDefinition> refundTimeDefinitions()
{
  return {TableDefinition<shape, walk>::definition("refunds.time", "Refund time",
                                                   "How long buyers wait for their money, by the day it went back",
                                                   Basis::Refunded, {byPeriodOrShop()})};
}

} // namespace supercargo
