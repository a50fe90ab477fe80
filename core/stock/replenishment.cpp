#include "core/stock/replenishment.h"

#include "core/stock/articles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace supercargo {
namespace {

struct Balance {
  QString sku, warehouse;
  qint64 onHand = 0, reserved = 0, blocked = 0, incoming = 0, inTransfer = 0;
};

Result<std::vector<Balance>> balances(Connection& c, const QStringList& skus)
{
  const QString ofSkus =
      skus.isEmpty() ? QString()
                     : QStringLiteral(" AND sku IN (%1)").arg(QStringList(skus.size(), QStringLiteral("?")).join(u','));
  return c.rows(QStringLiteral("SELECT sku, warehouse, on_hand, reserved, blocked, incoming, in_transfer FROM stock "
                               "WHERE known = 1%1 ORDER BY sku, warehouse")
                    .arg(ofSkus),
                std::vector<SqlValue>(skus.begin(), skus.end()), [](const Row& row) {
                  return Balance{row.text(0),    row.text(1),    row.integer(2), row.integer(3),
                                 row.integer(4), row.integer(5), row.integer(6)};
                });
}

/// An order's cost by that of a piece: K/c, and the currency cancels.
std::optional<double> orderCostInPieces(const std::optional<SupplyTerms>& supply, const std::optional<Money>& unitCost)
{
  if (!supply || !supply->orderCost || !unitCost || unitCost->minor() <= 0 ||
      unitCost->currency() != supply->orderCost->currency())
    return std::nullopt;
  return double(supply->orderCost->minor()) / double(unitCost->minor());
}

/// Categories by SKU, of a product that sells it at a price where there is one, as alerts know them.
Result<QHash<QString, QStringList>> categories(Connection& c)
{
  QHash<QString, QStringList> bySku;
  SC_TRY(c.each(QStringLiteral("SELECT v.sku, p.categories FROM variants v JOIN products p ON p.id = v.product_id "
                               "WHERE v.sku <> '' ORDER BY CASE WHEN v.price_minor IS NULL THEN 1 ELSE 0 END, v.id"),
                {}, [&](const Row& row) {
                  if (!bySku.contains(row.text(0)))
                    bySku.insert(row.text(0), row.text(1).split(u'\n', Qt::SkipEmptyParts));
                }));
  return bySku;
}

/// What a run looks things up in, read once.
struct Books {
  DemandBook demand;
  SupplyBook supply;
  ThresholdBook thresholds;
  QHash<QString, QStringList> categories;
  QHash<QString, Money> costs;
};
Result<Books> readBooks(Connection& c, const DemandDays& cut, const QStringList& skus, Instant now)
{
  Books books;
  SC_TRY_ASSIGN(demand, DemandBook::read(c, cut, skus));
  SC_TRY_ASSIGN(supply, SupplyBook::read(c));
  SC_TRY_ASSIGN(thresholds, ThresholdBook::read(c));
  SC_TRY_ASSIGN(costs, costsAt(c, now));
  books.demand = std::move(demand);
  books.supply = std::move(supply);
  books.thresholds = std::move(thresholds);
  books.costs = std::move(costs);
  if (books.thresholds.usesCategories()) {
    SC_TRY_ASSIGN(bySku, categories(c));
    books.categories = std::move(bySku);
  }
  return books;
}

/// One SKU with all its warehouses.
class ArticleRun {
public:
  ArticleRun(const Books& books, const ReplenishmentOptions& options) : m_books(books), m_options(options) {}

  Result<void> add(const Balance* first, const Balance* last, ReplenishmentRun& run) const
  {
    const QString& sku = first->sku;
    const Supply supply = m_books.supply.of(sku, kAssumedLead);
    const auto thresholds = m_books.thresholds.of(sku);
    const DemandHistory history = m_books.demand.history(sku);
    const DemandForecast forecast = forecastDemand(history, kForecastDays).value_or(DemandForecast());
    const auto daysInStock = qint64(history.daysInStock());
    for (const Balance* balance = first; balance != last; ++balance) {
      if (!m_options.warehouse.isEmpty() && balance->warehouse != m_options.warehouse)
        continue;
      ReplenishmentRow row;
      row.sku = sku;
      row.warehouse = balance->warehouse;
      row.supply = supply.terms;
      row.unitCost = unitCost(sku, supply);
      row.share = m_books.demand.shareOf(sku, balance->warehouse, int(last - first));
      const ReorderRule rule = reorderRule(
          effectiveThreshold(thresholds, sku, balance->warehouse, m_books.categories.value(sku)), supply.lead);
      row.policy = m_options.policy;
      row.policy.serviceLevel = m_options.service.value_or(rule.service);
      row.terms = termsOf(*balance, row, rule);
      row.terms.demand = supercargo::shareOf({forecast.perDay, forecast.deviation}, row.share);
      row.suggestion = suggestOrder(row.terms, row.policy);
      ++run.examined;
      if (m_options.dueOnly && row.suggestion.quantity == 0)
        continue;
      row.forecast = forecast;
      row.daysInStock = daysInStock;
      row.days = m_books.demand.days();
      SC_TRY(price(row, run));
      run.rows.push_back(std::move(row));
    }
    return {};
  }

private:
  std::optional<Money> unitCost(const QString& sku, const Supply& supply) const
  {
    const auto own = m_books.costs.constFind(sku);
    if (own != m_books.costs.constEnd())
      return *own;
    return supply.terms ? supply.terms->unitCost : std::nullopt;
  }

  static ReplenishmentTerms termsOf(const Balance& balance, const ReplenishmentRow& row, const ReorderRule& rule)
  {
    ReplenishmentTerms terms;
    terms.lead = rule.lead;
    terms.low = rule.low;
    terms.onHand = balance.onHand;
    terms.reserved = balance.reserved;
    terms.blocked = balance.blocked;
    terms.incoming = balance.incoming;
    terms.inTransfer = balance.inTransfer;
    if (row.supply) {
      terms.pack = row.supply->pack;
      terms.minimum = row.supply->minimum;
    }
    terms.orderCostInPieces = orderCostInPieces(row.supply, row.unitCost);
    return terms;
  }

  static Result<void> price(ReplenishmentRow& row, ReplenishmentRun& run)
  {
    if (row.suggestion.quantity == 0)
      return {};
    if (!row.unitCost) {
      run.hasUnknownCost = true;
      return {};
    }
    SC_TRY_ASSIGN(cost, row.unitCost->times(row.suggestion.quantity));
    row.cost = cost;
    run.cost.add(cost);
    return {};
  }

  const Books& m_books;
  const ReplenishmentOptions& m_options;
};

/// How many days what is available lasts beyond what a delivery takes: the least first.
double urgency(const ReplenishmentRow& row)
{
  const auto cover = row.suggestion.daysOfCover;
  return cover ? *cover - row.terms.lead.days : std::numeric_limits<double>::infinity();
}

} // namespace

Result<ReplenishmentRun> replenishment(Connection& c, const QTimeZone& zone, const ReplenishmentOptions& options,
                                       Instant now)
{
  const double service = options.service.value_or(options.policy.serviceLevel);
  if (!(service > 0 && service < 1))
    return fail(ErrorKind::Invalid, QStringLiteral("a service level lies between 0 and 1"));
  if (options.windowDays < 1 || options.windowDays > 1100 || !(options.policy.reviewDays >= 0))
    return fail(ErrorKind::Invalid, QStringLiteral("history is 1 to 1100 days, the review not below zero"));
  const DemandDays cut(zone, now, options.windowDays);
  SC_TRY_ASSIGN(books, readBooks(c, cut, options.skus, now));
  SC_TRY_ASSIGN(stock, balances(c, options.skus));
  ReplenishmentRun run;
  const ArticleRun article(books, options);
  for (std::size_t first = 0; first < stock.size();) {
    std::size_t last = first + 1;
    while (last < stock.size() && stock[last].sku == stock[first].sku)
      ++last;
    SC_TRY(article.add(&stock[first], stock.data() + last, run));
    first = last;
  }
  std::stable_sort(run.rows.begin(), run.rows.end(), [](const ReplenishmentRow& l, const ReplenishmentRow& r) {
    return std::pair(urgency(l), -l.suggestion.quantity) < std::pair(urgency(r), -r.suggestion.quantity);
  });
  return run;
}

} // namespace supercargo
