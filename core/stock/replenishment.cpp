#include "core/stock/replenishment.h"

#include "core/stock/demandbook.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace supercargo {
namespace {

struct Balance {
  QString sku, warehouse;
  qint64 onHand = 0, reserved = 0, blocked = 0, incoming = 0, inTransfer = 0;
};

Result<std::vector<Balance>> balances(Connection& c)
{
  return c.rows(QStringLiteral("SELECT sku, warehouse, on_hand, reserved, blocked, incoming, in_transfer FROM stock "
                               "WHERE known = 1 ORDER BY sku, warehouse"),
                {}, [](const Row& row) {
                  return Balance{row.text(0),    row.text(1),    row.integer(2), row.integer(3),
                                 row.integer(4), row.integer(5), row.integer(6)};
                });
}

/// An order's cost by that of a piece: K/c, and the currency cancels.
std::optional<double> orderCostInPieces(const std::optional<SupplyTerms>& supply)
{
  if (!supply || !supply->orderCost || !supply->unitCost || supply->unitCost->minor() <= 0)
    return std::nullopt;
  return double(supply->orderCost->minor()) / double(supply->unitCost->minor());
}

/// One SKU with all its warehouses.
class ArticleRun {
public:
  ArticleRun(const DemandBook& book, const SupplyBook& supply, const ReplenishmentOptions& options)
      : m_book(book), m_supply(supply), m_options(options)
  {
  }

  Result<void> add(const Balance* first, const Balance* last, ReplenishmentRun& run) const
  {
    const Supply supply = m_supply.of(first->sku, m_options.assumed);
    const DemandHistory history = m_book.history(first->sku);
    const int horizon = int(std::ceil(std::min(supply.lead.days + m_options.policy.reviewDays, 60.0)));
    const DemandForecast forecast = forecastDemand(history, horizon).value_or(DemandForecast());
    const auto daysInStock = qint64(history.daysInStock());
    for (const Balance* balance = first; balance != last; ++balance) {
      if (!m_options.warehouse.isEmpty() && balance->warehouse != m_options.warehouse)
        continue;
      ReplenishmentRow row;
      row.share = m_book.shareOf(balance->sku, balance->warehouse, int(last - first));
      row.terms = termsOf(*balance, supply, supercargo::shareOf({forecast.perDay, forecast.deviation}, row.share));
      row.suggestion = suggestOrder(row.terms, m_options.policy);
      ++run.examined;
      if (m_options.dueOnly && row.suggestion.quantity == 0)
        continue;
      row.sku = balance->sku;
      row.warehouse = balance->warehouse;
      row.supply = supply.terms;
      row.forecast = forecast;
      row.daysInStock = daysInStock;
      row.days = m_book.days();
      SC_TRY(price(row, run));
      run.rows.push_back(std::move(row));
    }
    return {};
  }

private:
  static ReplenishmentTerms termsOf(const Balance& balance, const Supply& supply, const DailyDemand& demand)
  {
    ReplenishmentTerms terms;
    terms.demand = demand;
    terms.lead = supply.lead;
    terms.onHand = balance.onHand;
    terms.reserved = balance.reserved;
    terms.blocked = balance.blocked;
    terms.incoming = balance.incoming;
    terms.inTransfer = balance.inTransfer;
    if (supply.terms) {
      terms.pack = supply.terms->pack;
      terms.minimum = supply.terms->minimum;
    }
    terms.orderCostInPieces = orderCostInPieces(supply.terms);
    return terms;
  }

  static Result<void> price(ReplenishmentRow& row, ReplenishmentRun& run)
  {
    if (row.suggestion.quantity == 0)
      return {};
    if (!row.supply || !row.supply->unitCost) {
      run.hasUnknownCost = true;
      return {};
    }
    SC_TRY_ASSIGN(cost, row.supply->unitCost->times(row.suggestion.quantity));
    row.cost = cost;
    run.cost.add(cost);
    return {};
  }

  const DemandBook& m_book;
  const SupplyBook& m_supply;
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
  if (!(options.policy.serviceLevel > 0 && options.policy.serviceLevel < 1))
    return fail(ErrorKind::Invalid, QStringLiteral("a service level lies between 0 and 1"));
  if (options.windowDays < 1 || options.windowDays > 1100 || !(options.policy.reviewDays >= 0))
    return fail(ErrorKind::Invalid, QStringLiteral("history is 1 to 1100 days, the review not below zero"));
  const DemandDays cut(zone, now, options.windowDays);
  SC_TRY_ASSIGN(book, DemandBook::read(c, cut, options.skus));
  SC_TRY_ASSIGN(supply, SupplyBook::read(c));
  SC_TRY_ASSIGN(stock, balances(c));
  if (!options.skus.isEmpty())
    std::erase_if(stock, [&](const Balance& balance) { return !options.skus.contains(balance.sku); });
  ReplenishmentRun run;
  const ArticleRun article(book, supply, options);
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
