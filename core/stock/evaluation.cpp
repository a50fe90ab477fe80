#include "core/stock/evaluation.h"

#include <cmath>

namespace supercargo {
namespace {

constexpr auto day(qint64 count)
{
  return std::chrono::hours(24 * count);
}

QJsonObject heals(const char* figure, qint64 atLeast)
{
  return {{QStringLiteral("figure"), QLatin1String(figure)}, {QStringLiteral("at_least"), atLeast}};
}

std::optional<Money> lost(double unitsPerDay, const std::optional<Money>& price)
{
  if (!price || unitsPerDay <= 0)
    return std::nullopt;
  return Money(std::llround(unitsPerDay * double(price->minor())), price->currency());
}

/// What falls short before new goods can be here.
std::optional<WantedAlert> levelAlert(const StockRow& stock, const StockFacts& facts, const StockThreshold& threshold,
                                      bool sells)
{
  WantedAlert alert;
  alert.warehouse = stock.warehouse;
  alert.facts = {{QStringLiteral("available"), stock.available()}, {QStringLiteral("projected"), stock.projected()}};
  const DailyDemand demand = sells ? facts.demand : DailyDemand();
  const ReorderRule rule = reorderRule(threshold, facts.lead);
  const double perDay = demand.perDay, leadDays = rule.lead.days;
  if (perDay > 0)
    alert.facts.insert(QStringLiteral("per_day"), std::round(perDay * 100) / 100);
  if (stock.available() < 0 || stock.onHand < 0) {
    const bool told = stock.oversold > 0 || stock.onHand < 0;
    alert.kind = told ? StockAlertKind::Oversold : StockAlertKind::OverReserved;
    alert.facts.insert(QStringLiteral("oversold"), told ? std::max(stock.oversold, -stock.available()) : 0);
    alert.facts.insert(QStringLiteral("heals"), heals("available", 0));
    alert.lostPerDay = lost(perDay, facts.price);
    return alert;
  }
  if (stock.available() == 0 && (sells || threshold.low)) {
    alert.kind = StockAlertKind::Out;
    alert.facts.insert(QStringLiteral("heals"), heals("available", 1));
    alert.lostPerDay = lost(perDay, facts.price);
    return alert;
  }
  if (perDay > 0 && double(stock.projected()) < perDay * leadDays) {
    const double cover = double(std::max<qint64>(0, stock.projected())) / perDay;
    alert.kind = StockAlertKind::Cover;
    alert.facts.insert(QStringLiteral("cover_days"), std::round(cover * 10) / 10);
    alert.facts.insert(QStringLiteral("lead_days"), leadDays);
    alert.facts.insert(QStringLiteral("heals"), heals("projected", qint64(std::ceil(perDay * leadDays - 1e-9))));
    // Ordered today, goods are missing for the rest of the lead time.
    alert.lostPerDay = lost(perDay * (leadDays - cover) / leadDays, facts.price);
    return alert;
  }
  const auto low = reorderLevel(rule, demand);
  if (!low || stock.projected() > *low || (*low == 0 && !threshold.low))
    return std::nullopt;
  alert.kind = StockAlertKind::Low;
  alert.facts.insert(QStringLiteral("threshold"), *low);
  alert.facts.insert(QStringLiteral("computed"), !threshold.low);
  alert.facts.insert(QStringLiteral("heals"), heals("projected", *low + 1));
  return alert;
}

WantedAlert aged(StockAlertKind kind, const StockRow& stock, Instant since, Instant now)
{
  WantedAlert alert{kind, stock.warehouse, {}, {}, {}};
  alert.facts = {{QStringLiteral("on_hand"), stock.onHand}, {QStringLiteral("since"), toIso(since)}};
  alert.facts.insert(QStringLiteral("days"), qint64(std::chrono::floor<std::chrono::days>(now - since).count()));
  return alert;
}

} // namespace

std::vector<WantedAlert> wantedAlerts(const StockRow& stock, const std::vector<LotOnHand>& lots,
                                      const StockFacts& facts, const StockThreshold& threshold, bool sells,
                                      Instant openedAt, Instant now)
{
  std::vector<WantedAlert> wanted;
  if (!stock.known)
    return wanted; // nobody has said how many there are: nothing can be missing
  if (auto level = levelAlert(stock, facts, threshold, sells))
    wanted.push_back(std::move(*level));
  const Instant counted = stock.countedAt.value_or(openedAt);
  if (threshold.countDays && stock.onHand != 0 && now - counted > day(*threshold.countDays))
    wanted.push_back(aged(StockAlertKind::StaleCount, stock, counted, now));
  const Instant sold = std::max(facts.lastSoldAt.value_or(openedAt), openedAt);
  if (threshold.deadDays && stock.onHand > 0 && now - sold > day(*threshold.deadDays))
    wanted.push_back(aged(StockAlertKind::Dead, stock, sold, now));
  for (const LotOnHand& lot : lots) {
    if (lot.onHand <= 0 || !lot.expires || !threshold.expiryDays || *lot.expires - now > day(*threshold.expiryDays))
      continue;
    WantedAlert alert{StockAlertKind::Expiring, stock.warehouse, lot.lot, {}, {}};
    alert.facts = {{QStringLiteral("on_hand"), lot.onHand}, {QStringLiteral("expires_at"), toIso(*lot.expires)}};
    wanted.push_back(std::move(alert));
  }
  return wanted;
}

} // namespace supercargo
