#include "core/reports/definitions.h"
#include "core/reports/linesofday.h"

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

class Settling {
public:
  explicit Settling(FigureTable& table) : m_table(table) {}

  /// `hasBills`: this gateway delivers any.
  void tell(TableLine& line, qint64 day, const SettledFact& fact, bool hasBills)
  {
    FigureRow what;
    what.thing = FigureRow::Thing::Payment;
    what.id = fact.payment;
    m_table.add(line, m_captured, 1, what);
    m_table.add(line, m_amount, fact.amount, what);
    if (!hasBills)
      return;
    const qint64 isDue = fact.isBilled || day + kDueDays < m_today ? 1 : 0;
    const qint64 isMissing = isDue && !fact.isBilled ? 1 : 0;
    m_table.add(line, m_billed, fact.isBilled, what);
    m_table.add(line, m_matchRate, fact.isBilled, what);
    m_table.add(line, m_matchRate, isDue, what, Part::Base);
    m_table.add(line, m_matchValue, fact.isBilled * fact.amount, what);
    m_table.add(line, m_matchValue, isDue * fact.amount, what, Part::Base);
    m_table.add(line, m_unexplained, fact.isBilled ? fact.billed - fact.amount : 0, what);
    m_table.add(line, m_missing, isMissing, what);
    m_table.add(line, m_missingAmount, isMissing * fact.amount, what);
    if (fact.settledOn != 0)
      tellSettled(line, fact, fact.settledOn - day, what);
  }

private:
  void tellSettled(TableLine& line, const SettledFact& fact, qint64 days, const FigureRow& what)
  {
    m_table.add(line, m_days, days, what);
    m_table.add(line, m_days, 1, what, Part::Base);
    m_table.add(line, m_daysOfMost, days, what);
    m_table.add(line, m_unsettled, fact.settledOn > m_today ? fact.amount : 0, what);
  }

  FigureTable& m_table;
  qint64 m_today = DayCut(m_table.spec().timeZone).dayOf(m_table.spec().now);
  size_t m_captured = m_table.place("captured_payments"), m_amount = m_table.place("captured_amount"),
         m_billed = m_table.place("billed_payments"), m_matchRate = m_table.place("match_rate"),
         m_matchValue = m_table.place("match_rate_value"), m_unexplained = m_table.place("unexplained"),
         m_missing = m_table.place("missing_payments"), m_missingAmount = m_table.place("missing_amount"),
         m_days = m_table.place("settlement_days"), m_daysOfMost = m_table.place("settlement_days_p90"),
         m_unsettled = m_table.place("unsettled_amount");
};

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  SC_TRY(nameShops(c, table, "gateway"));
  QSet<qint64> billing;
  SC_TRY(c.each(QStringLiteral("SELECT a.id FROM accounts a WHERE EXISTS (SELECT 1 FROM bill_lines b WHERE "
                               "b.account_id = a.id AND b.kind = 'payment')"),
                {}, [&](const Row& row) { billing.insert(row.integer(0)); }));
  Settling settling(table);
  return eachDayOf<SettledFact>(c, DayCut(spec.timeZone), DayCut::number(spec.from), DayCut::number(spec.to) + 1,
                                [&](const DayFacts<SettledFact>& day) {
                                  LinesOfDay lines(table);
                                  for (const SettledFact& fact : day.facts) {
                                    if (!table.concerns(fact.account))
                                      continue;
                                    TableLine* line = lines.at({fact.account, fact.currency}, [&] {
                                      return QStringList{QString::number(fact.account), day.words[fact.currency]};
                                    });
                                    if (line)
                                      settling.tell(*line, day.day, fact, billing.contains(fact.account));
                                  }
                                });
}

} // namespace

std::vector<ReportDefinition> settlementDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "payment.settlement", "Settlement", "Which payments the bills confirm, and when the money arrives", Basis::Paid)};
}

} // namespace supercargo
