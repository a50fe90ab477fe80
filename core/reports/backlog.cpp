#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"

namespace supercargo {
namespace {

constexpr std::array<int, 3> kAgeHours{24, 48, 72}; ///< ends of the age groups; older orders are the last one
constexpr int kLateHours = 48;                      ///< what the large platforms allow

TableShape shape(const ReportSpec& spec)
{
  using F = TableFigure;
  TableShape shape;
  if (spec.options.value(QStringLiteral("by")) == QLatin1String("shop"))
    shape.heads = {{QStringLiteral("shop"), {}, QStringLiteral("Shop"), ColumnKind::Text}};
  else
    shape.heads = {{QStringLiteral("waiting"), {}, QStringLiteral("Hours waiting"), ColumnKind::Text}};
  shape.heads.push_back({QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text});
  shape.figures = {
      tableFigure("open_orders", "Open orders", ColumnKind::Count, F::Sum, "paid orders that were not handed over yet"),
      tableFigure("open_units", "Open units", ColumnKind::Count, F::Sum, "pieces in open orders"),
      tableFigure("open_value", "Open value", ColumnKind::Money, F::Sum, "totals of open orders"),
      tableFigure("late_orders", "Late orders", ColumnKind::Count, F::Sum,
                  "open orders that wait for more than 48 hours"),
      tableFigure("late_rate", "Late", ColumnKind::Rate, F::Quotient, "late orders / open orders"),
      tableFigure("waiting_p50", "Waiting, half", ColumnKind::Hours, F::Ranked,
                  "half of the open orders wait for no more whole hours", 0.5),
      tableFigure("waiting_most", "Waiting, longest", ColumnKind::Hours, F::Ranked,
                  "whole hours that the oldest open order waits", 1),
  };
  return shape;
}

/// Numbered, so that the groups stand in their order.
QString ageGroup(qint64 hours)
{
  const auto group = std::find_if(kAgeHours.begin(), kAgeHours.end(), [&](int end) { return hours < end; });
  if (group == kAgeHours.end())
    return QStringLiteral("≥ %1").arg(kAgeHours.back());
  return QStringLiteral("%1–%2").arg(group == kAgeHours.begin() ? 0 : *std::prev(group)).arg(*group);
}

void addOrder(FigureTable& table, const QStringList& keys, const FigureRow& what, qint64 units, qint64 total,
              qint64 hours)
{
  const bool isLate = hours >= kLateHours;
  table.add(keys, "open_orders", 1, what);
  table.add(keys, "open_units", units, what);
  table.add(keys, "open_value", total, what);
  table.add(keys, "late_orders", isLate ? 1 : 0, what);
  table.add(keys, "late_rate", isLate ? 1 : 0, what);
  table.add(keys, "late_rate", 1, what, FigureRow::Part::Base);
  table.add(keys, "waiting_p50", hours, what);
  table.add(keys, "waiting_most", hours, what);
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  SC_TRY(nameShops(c, table, "shop"));
  const bool byShop = spec.options.value(QStringLiteral("by")) == QLatin1String("shop");
  return c.each(QStringLiteral("SELECT o.id, o.account_id, o.number, o.currency, o.units, o.total_minor, "
                               "COALESCE(d.paid_at, o.placed_at), o.first_title FROM orders o JOIN order_details d ON "
                               "d.order_id = o.id WHERE o.stage IN ('to_review', 'to_ship') AND o.paid_minor > 0 "
                               "ORDER BY o.id"),
                {}, [&](const Row& row) {
                  if (!table.concerns(row.integer(1)))
                    return;
                  FigureRow what;
                  what.order = row.id<OrderId>(0);
                  what.number = row.text(2);
                  what.at = row.instant(6);
                  what.text = row.text(7);
                  const qint64 hours =
                      std::max<qint64>(0, std::chrono::floor<std::chrono::hours>(spec.now - *what.at).count());
                  addOrder(table, {byShop ? row.text(1) : ageGroup(hours), row.text(3)}, what, row.integer(4),
                           row.integer(5), hours);
                });
}

} // namespace

std::vector<ReportDefinition> backlogDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "fulfilment.backlog", "Backlog", "Paid orders that wait to be handed over, and for how long", Basis::Present,
      {{QStringLiteral("by"), {QStringLiteral("age"), QStringLiteral("shop")}, QStringLiteral("age")}})};
}

} // namespace supercargo
