#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/store/daycut.h"
#include "core/store/orderid.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

TableShape shape(const ReportSpec&)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {tableHead("gateway", "Gateway"), tableHead("method", "First method")};
  shape.figures = {
      tableFigure("tried_orders", "Orders with a try", ColumnKind::Count, F::Sum,
                  "orders whose buyers tried to pay, and of which the first try has ended"),
      tableFigure("first_try_orders", "Paid at the first try", ColumnKind::Count, F::Sum,
                  "orders with a try of which the first one brought money"),
      tableFigure("first_try_rate", "First-try success", ColumnKind::Rate, F::Quotient,
                  "orders paid at the first try / orders with a try"),
      tableFigure("paid_rate", "Paid in the end", ColumnKind::Rate, F::Quotient,
                  "orders of which any try brought money / orders with a try"),
      tableFigure("tries_per_order", "Tries per order", ColumnKind::Number, F::Quotient, "tries / orders with a try"),
  };
  shape.sortBy = QStringLiteral("tried_orders");
  return shape;
}

/// The tries of one order at one gateway.
struct Tries {
  FigureRow what;
  QStringList keys;
  qint64 order = 0, account = 0, count = 0;
  bool hasEnded = false, isPaidAtOnce = false, isPaid = false;
};

bool broughtMoney(const QString& status)
{
  return status == QLatin1String("PAID") || status == QLatin1String("PARTIALLY_REFUNDED") ||
         status == QLatin1String("REFUNDED");
}

void tell(FigureTable& table, const Tries& tries)
{
  if (!tries.hasEnded) // nobody knows yet how the first one ends
    return;
  table.add(tries.keys, "tried_orders", 1, tries.what);
  table.add(tries.keys, "first_try_orders", tries.isPaidAtOnce ? 1 : 0, tries.what);
  table.add(tries.keys, "first_try_rate", tries.isPaidAtOnce ? 1 : 0, tries.what);
  table.add(tries.keys, "paid_rate", tries.isPaid ? 1 : 0, tries.what);
  table.add(tries.keys, "tries_per_order", tries.count, tries.what);
  for (const char* rate : {"first_try_rate", "paid_rate", "tries_per_order"})
    table.add(tries.keys, rate, 1, tries.what, Part::Base);
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  SC_TRY(nameShops(c, table, "gateway"));
  std::optional<Tries> current;
  // A failed try has no time of its own: the order's day counts.
  SC_TRY(c.each(
      QStringLiteral("SELECT p.account_id, p.order_id, p.method, p.status, o.number, o.customer_name, o.placed_at FROM "
                     "payments p JOIN orders o ON o.id = p.order_id WHERE p.order_id >= ? AND p.order_id < ? ORDER BY "
                     "p.order_id, p.account_id, p.id"),
      {firstOrderKeyAt(cut.startOf(DayCut::number(spec.from))),
       firstOrderKeyAt(cut.startOf(DayCut::number(spec.to) + 1))},
      [&](const Row& row) {
        if (!table.concerns(row.integer(0)))
          return;
        const QString status = row.text(3);
        if (!current || current->order != row.integer(1) || current->account != row.integer(0)) {
          if (current)
            tell(table, *current);
          current = Tries{{}, {row.text(0), row.text(2)}, row.integer(1), row.integer(0)};
          current->what.order = row.id<OrderId>(1);
          current->what.number = row.text(4);
          current->what.text = row.text(5);
          current->what.at = row.instant(6);
          current->isPaidAtOnce = broughtMoney(status);
          current->hasEnded =
              current->isPaidAtOnce || status == QLatin1String("FAILED") || status == QLatin1String("CLOSED");
        }
        ++current->count;
        current->isPaid |= broughtMoney(status);
      }));
  if (current)
    tell(table, *current);
  return {};
}

} // namespace

std::vector<ReportDefinition> paymentTryDefinitions()
{
  return {TableDefinition<shape, walk>::definition("payment.tries", "Tries to pay",
                                                   "How often buyers must try until the money comes", Basis::Placed)};
}

} // namespace supercargo
