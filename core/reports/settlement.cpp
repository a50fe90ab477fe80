#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/store/daycut.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

constexpr int kDueDays = 2; ///< bills name a payment by then; what is not there yet is looked for again before

TableShape shape(const ReportSpec&)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {{QStringLiteral("gateway"), {}, QStringLiteral("Gateway"), ColumnKind::Text},
                 {QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text}};
  shape.figures = {
      tableFigure("captured_payments", "Payments received", ColumnKind::Count, F::Sum, "payments that succeeded"),
      tableFigure("captured_amount", "Amount received", ColumnKind::Money, F::Sum, "amount of payments that succeeded"),
      tableFigure("billed_payments", "On a bill", ColumnKind::Count, F::Sum,
                  "of these payments, those that a bill names"),
      tableFigure("match_rate", "Match rate", ColumnKind::Rate, F::Quotient,
                  "payments that a bill names / payments that are due to be on one"),
      tableFigure("match_rate_value", "Match rate by value", ColumnKind::Rate, F::Quotient,
                  "amount of payments that a bill names / amount of payments that are due to be on one"),
      tableFigure("unexplained", "Unexplained difference", ColumnKind::Money, F::Sum,
                  "amount on the bill - amount of the payment"),
      tableFigure("missing_payments", "Missing", ColumnKind::Count, F::Sum,
                  "payments older than two days that no bill names"),
      tableFigure("missing_amount", "Missing amount", ColumnKind::Money, F::Sum,
                  "amount of payments older than two days that no bill names"),
      tableFigure("settlement_days", "Days to settlement", ColumnKind::Number, F::Quotient,
                  "mean of the days from payment to the day on which the money reaches the account"),
      tableFigure("settlement_days_p90", "Days to settlement, 90 %", ColumnKind::Count, F::Ranked,
                  "90 of 100 payments took no more days to reach the account", 0.9),
      tableFigure("unsettled_amount", "Not settled yet", ColumnKind::Money, F::Sum,
                  "amount of payments whose day of settlement lies ahead"),
  };
  return shape;
}

struct Captured {
  FigureRow what;
  QStringList keys;
  qint64 id = 0, amount = 0, billed = 0;
  bool isBilled = false, hasBills = false; ///< hasBills: this gateway delivers any
  QDate settled;
};

class Settling {
public:
  explicit Settling(FigureTable& table)
      : m_table(table), m_cut(table.spec().timeZone), m_today(m_cut.dayOf(table.spec().now))
  {
  }

  void tell(const Captured& p)
  {
    m_table.add(p.keys, "captured_payments", 1, p.what);
    m_table.add(p.keys, "captured_amount", p.amount, p.what);
    if (!p.hasBills)
      return;
    const qint64 day = m_cut.dayOf(*p.what.at);
    const bool isDue = p.isBilled || day + kDueDays < m_today;
    m_table.add(p.keys, "billed_payments", p.isBilled ? 1 : 0, p.what);
    m_table.add(p.keys, "match_rate", p.isBilled ? 1 : 0, p.what);
    m_table.add(p.keys, "match_rate", isDue ? 1 : 0, p.what, Part::Base);
    m_table.add(p.keys, "match_rate_value", p.isBilled ? p.amount : 0, p.what);
    m_table.add(p.keys, "match_rate_value", isDue ? p.amount : 0, p.what, Part::Base);
    m_table.add(p.keys, "unexplained", p.isBilled ? p.billed - p.amount : 0, p.what);
    m_table.add(p.keys, "missing_payments", isDue && !p.isBilled ? 1 : 0, p.what);
    m_table.add(p.keys, "missing_amount", isDue && !p.isBilled ? p.amount : 0, p.what);
    if (p.settled.isValid())
      tellSettled(p, DayCut::number(p.settled) - day);
  }

private:
  void tellSettled(const Captured& p, qint64 days)
  {
    m_table.add(p.keys, "settlement_days", days, p.what);
    m_table.add(p.keys, "settlement_days", 1, p.what, Part::Base);
    m_table.add(p.keys, "settlement_days_p90", days, p.what);
    m_table.add(p.keys, "unsettled_amount", DayCut::number(p.settled) > m_today ? p.amount : 0, p.what);
  }

  FigureTable& m_table;
  DayCut m_cut;
  qint64 m_today;
};

Captured capturedOf(const Row& row, const QSet<qint64>& billing)
{
  Captured p;
  p.id = row.integer(0);
  p.keys = {row.text(1), row.text(2)};
  p.amount = row.integer(3);
  p.hasBills = billing.contains(row.integer(1));
  p.what.thing = FigureRow::Thing::Payment;
  p.what.number = row.text(5);
  if (!row.isNull(6))
    p.what.order = row.id<OrderId>(6);
  p.what.text = row.text(7);
  p.what.at = row.instant(4);
  return p;
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  SC_TRY(nameShops(c, table, "gateway"));
  QSet<qint64> billing;
  SC_TRY(c.each(QStringLiteral("SELECT DISTINCT account_id FROM bill_lines WHERE kind = 'payment'"), {},
                [&](const Row& row) { billing.insert(row.integer(0)); }));
  Settling settling(table);
  std::optional<Captured> current;
  // A payment may stand on several lines, which follow one another.
  SC_TRY(c.each(
      QStringLiteral("SELECT p.id, p.account_id, p.currency, p.amount_minor, p.paid_at, p.external_id, p.order_id, "
                     "p.method, b.amount_minor, b.settled_on, b.currency FROM payments p LEFT JOIN bill_lines b ON "
                     "b.account_id = p.account_id AND b.payment_external_id = p.external_id AND b.kind = 'payment' "
                     "WHERE p.paid_at >= ? AND p.paid_at < ? AND p.status IN ('PAID', 'PARTIALLY_REFUNDED', "
                     "'REFUNDED') ORDER BY p.paid_at, p.id, b.bill, b.entry_id"),
      {cut.startOf(DayCut::number(spec.from)), cut.startOf(DayCut::number(spec.to) + 1)}, [&](const Row& row) {
        if (!table.concerns(row.integer(1)))
          return;
        if (!current || current->id != row.integer(0)) {
          if (current)
            settling.tell(*current);
          current = capturedOf(row, billing);
        }
        if (row.isNull(8) || row.text(10) != row.text(2))
          return;
        current->isBilled = true;
        current->billed += row.integer(8);
        if (const QDate day = QDate::fromString(row.text(9), Qt::ISODate); day.isValid())
          current->settled = day;
      }));
  if (current)
    settling.tell(*current);
  return {};
}

} // namespace

std::vector<ReportDefinition> settlementDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "payment.settlement", "Settlement", "Which payments the bills confirm, and when the money arrives", Basis::Paid)};
}

} // namespace supercargo
