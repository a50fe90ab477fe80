#include "core/reports/stockages.h"

#include "core/store/daycubes.h"

namespace supercargo {
namespace {

struct Receipt {
  Instant at{};
  qint64 pieces = 0;
};

Result<std::vector<Balance>> balances(Connection& c)
{
  return c.rows(
      QStringLiteral(
          "SELECT sku, warehouse, on_hand, reserved, blocked, incoming, in_transfer, known FROM stock ORDER BY sku, "
          "warehouse"),
      {}, [](const Row& row) {
        Balance b;
        b.sku = row.text(0);
        b.warehouse = row.text(1);
        b.onHand = row.integer(2);
        b.reserved = row.integer(3);
        b.blocked = row.integer(4);
        b.incoming = row.integer(5);
        b.inTransfer = row.integer(6);
        b.isKnown = row.flag(7);
        return b;
      });
}

/// First in, first out: what lies there came with the newest receipts.
void age(Balance& balance, const std::vector<Receipt>& receipts, const DayCut& cut, qint64 today)
{
  qint64 left = balance.onHand;
  for (auto receipt = receipts.rbegin(); receipt != receipts.rend() && left > 0; ++receipt) {
    const qint64 pieces = std::min(left, receipt->pieces), days = today - cut.dayOf(receipt->at);
    const auto group = std::find_if(kAgeEnds.begin(), kAgeEnds.end(), [&](int end) { return days <= end; });
    balance.ages[size_t(group - kAgeEnds.begin())] += pieces;
    balance.oldest = receipt->at;
    left -= pieces;
  }
  if (left > 0) // it was there before anybody wrote a receipt
    balance.ages.back() += left;
}

Result<QMap<std::pair<QString, QString>, std::vector<Receipt>>> receipts(Connection& c)
{
  QMap<std::pair<QString, QString>, std::vector<Receipt>> all;
  SC_TRY(c.each(QStringLiteral("SELECT sku, warehouse, at, on_hand_delta FROM stock_movements WHERE on_hand_delta > 0 "
                               "ORDER BY sku, warehouse, id"),
                {}, [&](const Row& row) {
                  all[{row.text(0), row.text(1)}].push_back({row.instant(2), row.integer(3)});
                }));
  return all;
}

} // namespace

Result<std::vector<Balance>> agedBalances(Connection& c, const DayCut& cut, qint64 today)
{
  SC_TRY_ASSIGN(list, balances(c));
  SC_TRY_ASSIGN(came, receipts(c));
  for (Balance& balance : list)
    age(balance, came.value({balance.sku, balance.warehouse}), cut, today);
  return list;
}

Result<QHash<QString, qint64>> soldIn(Connection& c, const ReportSpec& spec, const DayCut& cut, qint64 today, int days)
{
  CubeQuery query;
  query.facts = FactKind::Line;
  query.dims = {QStringLiteral("article")};
  query.measures = {QStringLiteral("units")};
  query.filters[QStringLiteral("state")] = {saleStateName(kValidSale)};
  for (const AccountId account : spec.accounts)
    query.filters[QStringLiteral("account")].append(QString::number(account.value()));
  query.from = today - days;
  query.before = today;
  SC_TRY_ASSIGN(rows, cubeRows(c, cut, query));
  QHash<QString, qint64> sold;
  for (const CubeRow& row : rows)
    sold[row.keys.first()] += row.measures[size_t(factShape(FactKind::Line).measure(QLatin1String("units")))];
  return sold;
}

Result<CostHistory> CostHistory::read(Connection& c)
{
  CostHistory history;
  SC_TRY(c.each(QStringLiteral("SELECT sku, from_at, cost_minor, currency FROM article_costs ORDER BY sku, from_at"),
                {}, [&](const Row& row) {
                  if (const auto currency = Currency::of(row.text(3)))
                    history.m_steps[row.text(0)].emplace_back(row.instant(1), Money(row.integer(2), *currency));
                }));
  return history;
}

std::optional<Money> CostHistory::at(const QString& sku, Instant moment) const
{
  const auto steps = m_steps.constFind(sku);
  if (steps == m_steps.constEnd())
    return std::nullopt;
  const auto next = std::upper_bound(steps->begin(), steps->end(), moment,
                                     [](Instant at, const auto& step) { return at < step.first; });
  return next == steps->begin() ? std::nullopt : std::optional(std::prev(next)->second);
}

} // namespace supercargo
