#include "core/stock/facts.h"

#include "core/stock/articledemand.h"
#include "core/stock/demandbook.h"
#include "core/store/orderid.h"
#include "core/store/workspace.h"

namespace supercargo {
namespace {

constexpr std::chrono::hours kGoodFor{6};

Instant placedAt(qint64 orderKey)
{
  return fromMs((orderKey >> kOrderCounterBits) * 1000 + kOrderEpochMs);
}

/// The newest order of the article, of SKUs linked to it, and of bundles that hold it.
Result<std::optional<Instant>> lastSoldAt(Connection& c, const QString& sku)
{
  SC_TRY_ASSIGN(newest,
                c.number(QStringLiteral("SELECT coalesce(max((SELECT max(l.order_id) FROM order_lines l WHERE l.sku = "
                                        "n.sku)), 0) FROM (SELECT CAST(? AS TEXT) AS sku UNION SELECT sku FROM "
                                        "article_links WHERE article = ? UNION SELECT bundle_sku FROM bundle_parts "
                                        "WHERE part_sku = ?) AS n"),
                         {sku, sku, sku}));
  return newest > 0 ? std::optional(placedAt(newest)) : std::nullopt;
}

Result<DailyDemand> demandOf(Connection& c, const QString& sku, Instant now)
{
  SC_TRY_ASSIGN(kept, keptDemand(c, sku, now));
  if (kept)
    return *kept;
  SC_TRY_ASSIGN(workspace, workspaceInfo(c));
  const QTimeZone zone(workspace ? workspace->timeZone.toLatin1() : QByteArray());
  SC_TRY_ASSIGN(book,
                DemandBook::read(c, DemandDays(zone.isValid() ? zone : QTimeZone::utc(), now, kDemandDays), {sku}));
  const auto forecast = forecastDemand(book.history(sku), kForecastDays).value_or(DemandForecast());
  return DailyDemand{forecast.perDay, forecast.deviation};
}

Result<StockFacts> computed(Connection& c, const QString& sku, Instant now)
{
  StockFacts facts;
  SC_TRY_ASSIGN(demand, demandOf(c, sku, now));
  SC_TRY_ASSIGN(supply, SupplyBook::read(c, sku));
  facts.demand = demand;
  facts.lead = supply.of(sku, kAssumedLead).lead;
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

/// Demand that was renewed since stands before the one that was kept with the other facts.
Result<std::optional<StockFacts>> kept(Connection& c, const QString& sku, Instant now)
{
  return c.row(QStringLiteral("SELECT COALESCE(d.per_day, f.per_day), COALESCE(d.deviation, f.deviation), "
                              "f.price_minor, f.currency, f.categories, f.product_id, f.lead_days, f.lead_deviation, "
                              "f.lead_source FROM stock_facts f LEFT JOIN article_demand d ON d.sku = f.sku AND "
                              "d.computed_at > ? WHERE f.sku = ? AND f.computed_at > ?"),
               {now - kDemandGoodFor, sku, now - kGoodFor}, [](const Row& row) {
                 StockFacts f;
                 f.demand = {row.real(0), row.real(1)};
                 if (!row.isNull(2))
                   f.price = Money(row.integer(2), Currency::of(row.text(3)).value_or(Currency()));
                 f.categories = row.text(4).split(u'\n', Qt::SkipEmptyParts);
                 f.product = row.isNull(5) ? std::nullopt : std::optional(row.id<ProductId>(5));
                 f.lead = {row.real(6), row.real(7), leadTimeSourceNamed(row.text(8)).value_or(LeadTimeSource::Assumed),
                           0, std::nullopt};
                 return f;
               });
}

Result<void> keep(Connection& c, const QString& sku, const StockFacts& facts, Instant now)
{
  SC_TRY(c.run(QStringLiteral("INSERT INTO stock_facts (sku, per_day, deviation, price_minor, currency, categories, "
                              "product_id, lead_days, lead_deviation, lead_source, computed_at) VALUES "
                              "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                              "ON CONFLICT (sku) DO UPDATE SET per_day = excluded.per_day, "
                              "deviation = excluded.deviation, price_minor = excluded.price_minor, "
                              "currency = excluded.currency, categories = excluded.categories, "
                              "product_id = excluded.product_id, lead_days = excluded.lead_days, "
                              "lead_deviation = excluded.lead_deviation, lead_source = excluded.lead_source, "
                              "computed_at = excluded.computed_at"),
               {sku, facts.demand.perDay, facts.demand.deviation,
                facts.price ? std::optional(facts.price->minor()) : std::nullopt,
                facts.price ? facts.price->currency().code() : QString(), facts.categories.join(u'\n'), facts.product,
                facts.lead.days, facts.lead.deviation, leadTimeSourceName(facts.lead.source), now}));
  return {};
}

} // namespace

Result<StockFacts> stockFacts(Connection& c, const QString& sku, Instant now)
{
  SC_TRY_ASSIGN(known, kept(c, sku, now));
  if (!known) {
    SC_TRY_ASSIGN(fresh, computed(c, sku, now));
    SC_TRY(keep(c, sku, fresh, now));
    known = fresh;
  }
  SC_TRY_ASSIGN(sold, lastSoldAt(c, sku));
  known->lastSoldAt = sold;
  return *known;
}

} // namespace supercargo
