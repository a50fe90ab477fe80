#include "core/outbox/rulechanges.h"

#include "core/outbox/waitingorders.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace supercargo {
namespace {

/// Order ids, and since when each may be shipped.
using OrdersByRule = std::map<ShippingRuleId, std::map<OrderId, Instant>>;

const ShippingRule* ruleWith(const std::vector<ShippingRule>& rules, ShippingRuleId id)
{
  const auto found = std::ranges::find(rules, id, &ShippingRule::id);
  return found == rules.end() ? nullptr : &*found;
}

/// What each rule would book now by itself; those that `begin`, if a person lets them book all that waits.
OrdersByRule booked(const std::vector<ShippingRule>& rules, const std::vector<WaitingFacts>& orders,
                    const std::set<ShippingRuleId>& begin = {})
{
  OrdersByRule byRule;
  for (const WaitingFacts& order : orders) {
    const ShippingRule* rule = ruleFor(rules, order.facts);
    if (rule && rule->automatic && (begin.contains(rule->id) || !rule->leavesAlone(order.since, order.connected)))
      byRule[rule->id].emplace(order.order, order.since);
  }
  return byRule;
}

struct Outlook {
  std::vector<ShippingRule> kept, wanted; ///< as they are; as they shall be
  std::set<ShippingRuleId> begin;         ///< which begin to book by themselves
  OrdersByRule sudden;                    ///< which would book waiting orders
};

qint64 countOf(const OrdersByRule& byRule)
{
  return std::accumulate(byRule.begin(), byRule.end(), qint64(0),
                         [](qint64 sum, const auto& rule) { return sum + qint64(rule.second.size()); });
}

/// When the first of them was there; nullopt: there is none.
std::optional<Instant> oldestOf(const OrdersByRule& byRule, ShippingRuleId rule)
{
  const auto found = byRule.find(rule);
  if (found == byRule.end())
    return std::nullopt;
  return std::ranges::min_element(found->second, {}, [](const auto& order) { return order.second; })->second;
}

bool hasWeights(const ShippingRule& rule)
{
  return rule.enabled && (rule.when.weightFrom || rule.when.weightBelow);
}

Result<Outlook> outlook(Connection& c, const std::vector<ShippingRule>& rules)
{
  Outlook seen;
  SC_TRY_ASSIGN(kept, shippingRules(c));
  seen.kept = std::move(kept);
  seen.wanted = rules;
  std::ranges::stable_sort(seen.wanted, {}, &ShippingRule::position);
  for (const ShippingRule& rule : seen.wanted) {
    const ShippingRule* before = ruleWith(seen.kept, rule.id);
    if (rule.isActive() && (!before || !before->isActive()))
      seen.begin.insert(rule.id);
  }
  if (std::ranges::none_of(seen.wanted, &ShippingRule::isActive))
    return seen;
  const bool withWeights = std::ranges::any_of(seen.kept, hasWeights) || std::ranges::any_of(seen.wanted, hasWeights);
  SC_TRY_ASSIGN(orders, waitingFacts(c, withWeights));
  std::map<OrderId, Instant> before;
  for (auto& [rule, its] : booked(seen.kept, orders))
    before.merge(its);
  seen.sudden = booked(seen.wanted, orders, seen.begin);
  std::erase_if(seen.sudden, [&](const auto& entry) {
    const auto isKnown = [&](const auto& order) { return before.contains(order.first); };
    return !seen.begin.contains(entry.first) && std::ranges::all_of(entry.second, isKnown);
  });
  return seen;
}

} // namespace

std::vector<ShippingRule> withRule(std::vector<ShippingRule> rules, ShippingRule rule)
{
  const auto kept = std::ranges::find(rules, rule.id, &ShippingRule::id);
  if (kept == rules.end()) {
    rules.push_back(std::move(rule));
  } else {
    rule.bookSince = kept->bookSince;
    rule.waitingTooAt = kept->waitingTooAt;
    *kept = std::move(rule);
  }
  return rules;
}

std::vector<ShippingRule> withoutRule(std::vector<ShippingRule> rules, ShippingRuleId id)
{
  std::erase_if(rules, [id](const ShippingRule& rule) { return rule.id == id; });
  return rules;
}

Result<qint64> suddenBookings(Connection& c, const std::vector<ShippingRule>& rules)
{
  SC_TRY_ASSIGN(seen, outlook(c, rules));
  return countOf(seen.sudden);
}

Result<RulesChanged> changeShippingRules(Connection& c, const std::vector<ShippingRule>& rules, WaitingOrders waiting,
                                         Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(seen, outlook(c, rules));
  RulesChanged changed;
  changed.waiting = countOf(seen.sudden);
  for (const ShippingRule& before : seen.kept)
    if (!ruleWith(seen.wanted, before.id))
      SC_TRY(deleteShippingRule(c, before.id, changes));
  for (ShippingRule& rule : seen.wanted) {
    const bool begins = seen.begin.contains(rule.id);
    if (waiting == WaitingOrders::LeftAlone && (begins || seen.sudden.contains(rule.id))) {
      rule.bookSince = now;
      rule.waitingTooAt.reset();
    } else if (begins) { // no farther back than was counted
      rule.bookSince = oldestOf(seen.sudden, rule.id).value_or(now);
      rule.waitingTooAt = now;
    }
    const ShippingRule* before = ruleWith(seen.kept, rule.id);
    if (before && *before == rule)
      continue;
    SC_TRY_ASSIGN(id, saveShippingRule(c, rule, changes));
    if (!before)
      changed.added = id;
  }
  return changed;
}

} // namespace supercargo
