#include "core/stock/facts.h"

#include "core/store/orderfacts.h"
#include "core/store/orderid.h"

#include <cmath>

namespace supercargo {
namespace {

using Days = std::chrono::duration<double, std::ratio<86400>>;

constexpr std::chrono::hours kGoodFor{6};
constexpr int kWindowDays = 28;
/// An article that sells thousands a day is known well enough from its newest lines.
constexpr qint64 kMostLines = 2000;

struct Sale {
  Instant at{};
  double units = 0;
};

Instant placedAt(qint64 orderKey)
{
  return fromMs((orderKey >> kOrderCounterBits) * 1000 + kOrderEpochMs);
}

double daysBetween(Instant from, Instant to)
{
  return std::chrono::duration_cast<Days>(to - from).count();
}

/// SKUs under which the article is sold, and how many pieces each takes.
Result<std::vector<std::pair<QString, qint64>>> sellers(Connection& c, const QString& sku)
{
  return c.rows(
      QStringLiteral(
          "SELECT sku, CAST(max(quantity) AS BIGINT) FROM (SELECT CAST(? AS TEXT) AS sku, 1 AS quantity UNION ALL "
          "SELECT sku, 1 FROM article_links WHERE article = ? UNION ALL "
          "SELECT bundle_sku, quantity FROM bundle_parts WHERE part_sku = ?) AS sold_as "
          "GROUP BY sku ORDER BY sku"),
      {sku, sku, sku}, [](const Row& row) { return std::pair(row.text(0), row.integer(1)); });
}

struct Sales {
  std::vector<Sale> sales;
  Instant from{};
  std::optional<Instant> last;
};

Result<Sales> recentSales(Connection& c, const QString& sku, Instant now)
{
  Sales found;
  found.from = now - std::chrono::hours(24 * kWindowDays);
  SC_TRY_ASSIGN(names, sellers(c, sku));
  for (const auto& [name, pieces] : names) {
    SC_TRY_ASSIGN(newest, c.number(QStringLiteral("SELECT max(order_id) FROM order_lines WHERE sku = ?"), {name}));
    if (newest > 0 && (!found.last || placedAt(newest) > *found.last))
      found.last = placedAt(newest);
    qint64 rows = 0;
    Instant oldest = found.from;
    // Cancelled lines claim nothing and are no demand.
    SC_TRY(c.each(QStringLiteral("SELECT order_id, reserved + taken FROM order_lines WHERE sku = ? AND order_id >= ? "
                                 "ORDER BY order_id DESC LIMIT ?"),
                  {name, firstOrderKeyAt(found.from), kMostLines}, [&](const Row& row) {
                    ++rows;
                    oldest = placedAt(row.integer(0));
                    if (oldest <= now)
                      found.sales.push_back({oldest, double(row.integer(1) * pieces)});
                  }));
    if (rows == kMostLines)
      found.from = std::max(found.from, oldest);
  }
  std::erase_if(found.sales, [&](const Sale& sale) { return sale.at < found.from; });
  return found;
}

/// How long since `from` the article could be bought.
Result<double> daysInStock(Connection& c, const QString& sku, Instant from, Instant now)
{
  SC_TRY_ASSIGN(present, c.row(QStringLiteral("SELECT on_hand - reserved - blocked FROM stock WHERE sku = ? AND "
                                              "warehouse = ? AND known = 1"),
                               {sku, kMainWarehouse}, [](const Row& row) { return row.integer(0); }));
  const double whole = daysBetween(from, now);
  if (!present)
    return whole;
  qint64 available = *present;
  Instant until = now;
  double out = 0;
  SC_TRY(c.each(
      QStringLiteral("SELECT at, on_hand_delta - reserved_delta - blocked_delta, kind FROM stock_movements WHERE "
                     "sku = ? AND warehouse = ? ORDER BY id DESC LIMIT ?"),
      {sku, kMainWarehouse, kMostLines}, [&](const Row& row) {
        const Instant at = std::clamp(row.instant(0), from, until);
        if (available <= 0)
          out += daysBetween(at, until);
        available -= row.integer(1);
        until = at;
        return at > from && row.text(2) != QLatin1String("opening"); // before it nobody knew
      }));
  return whole - out;
}

/// The first moment that anything is known of the article, at most the window's begin.
Result<Instant> firstSeen(Connection& c, const QString& sku, const Sales& sales)
{
  SC_TRY_ASSIGN(opened, c.row(QStringLiteral("SELECT at FROM stock_movements WHERE sku = ? ORDER BY id LIMIT 1"), {sku},
                              [](const Row& row) { return row.instant(0); }));
  Instant first = opened.value_or(sales.from);
  for (const Sale& sale : sales.sales)
    first = std::min(first, sale.at);
  return std::max(first, sales.from);
}

Result<StockFacts> computed(Connection& c, const QString& sku, Instant now)
{
  StockFacts facts;
  SC_TRY_ASSIGN(sales, recentSales(c, sku, now));
  facts.lastSoldAt = sales.last;
  SC_TRY_ASSIGN(from, firstSeen(c, sku, sales));
  SC_TRY_ASSIGN(inStock, daysInStock(c, sku, from, now));
  const double days = std::max(1.0, daysBetween(from, now));
  double sum = 0;
  std::vector<double> buckets(size_t(std::ceil(days)), 0.0);
  for (const Sale& sale : sales.sales) {
    sum += sale.units;
    buckets[std::min(buckets.size() - 1, size_t(std::max(0.0, daysBetween(sale.at, now))))] += sale.units;
  }
  if (sum > 0 || inStock > 0)
    facts.perDay = sum / std::max(1.0, inStock);
  if (buckets.size() >= 7) {
    const double mean = sum / double(buckets.size());
    double squares = 0;
    for (const double units : buckets)
      squares += (units - mean) * (units - mean);
    facts.deviation = std::sqrt(squares / double(buckets.size() - 1));
  } else if (facts.perDay) {
    facts.deviation = std::sqrt(*facts.perDay); // Poisson, while history is short
  }
  SC_TRY(
      c.each(QStringLiteral("SELECT v.price_minor, v.currency, p.id, p.categories FROM variants v JOIN products p ON "
                            "p.id = v.product_id WHERE v.sku = ? ORDER BY CASE WHEN v.price_minor IS NULL THEN 1 "
                            "ELSE 0 END, v.id LIMIT 1"),
             {sku}, [&](const Row& row) {
               if (!row.isNull(0))
                 facts.price = Money(row.integer(0), Currency::of(row.text(1)).value_or(Currency()));
               facts.product = row.id<ProductId>(2);
               facts.categories = row.text(3).split(u'\n', Qt::SkipEmptyParts);
             }));
  return facts;
}

std::optional<double> realIfAny(const Row& row, int column)
{
  return row.isNull(column) ? std::nullopt : std::optional(row.real(column));
}

} // namespace

Result<StockFacts> stockFacts(Connection& c, const QString& sku, Instant now)
{
  SC_TRY_ASSIGN(kept, c.row(QStringLiteral("SELECT per_day, deviation, price_minor, currency, categories, product_id, "
                                           "last_sold_at FROM stock_facts WHERE sku = ? AND computed_at > ?"),
                            {sku, now - kGoodFor}, [](const Row& row) {
                              StockFacts f;
                              f.perDay = realIfAny(row, 0);
                              f.deviation = realIfAny(row, 1);
                              if (!row.isNull(2))
                                f.price = Money(row.integer(2), Currency::of(row.text(3)).value_or(Currency()));
                              f.categories = row.text(4).split(u'\n', Qt::SkipEmptyParts);
                              f.product = row.isNull(5) ? std::nullopt : std::optional(row.id<ProductId>(5));
                              f.lastSoldAt = row.instantIfAny(6);
                              return f;
                            }));
  if (kept)
    return *kept;
  SC_TRY_ASSIGN(facts, computed(c, sku, now));
  SC_TRY(c.run(QStringLiteral("INSERT INTO stock_facts (sku, per_day, deviation, price_minor, currency, categories, "
                              "product_id, last_sold_at, computed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
                              "ON CONFLICT (sku) DO UPDATE SET per_day = excluded.per_day, "
                              "deviation = excluded.deviation, price_minor = excluded.price_minor, "
                              "currency = excluded.currency, categories = excluded.categories, "
                              "product_id = excluded.product_id, last_sold_at = excluded.last_sold_at, "
                              "computed_at = excluded.computed_at"),
               {sku, facts.perDay, facts.deviation, facts.price ? std::optional(facts.price->minor()) : std::nullopt,
                facts.price ? facts.price->currency().code() : QString(), facts.categories.join(u'\n'), facts.product,
                facts.lastSoldAt, now}));
  return facts;
}

} // namespace supercargo
