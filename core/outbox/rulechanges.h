#pragma once

#include "core/rules/shippingrules.h"

/// Changing shipping rules so that nobody finds orders booked that waited before: whether those are booked too is for a
/// person to say. Who only wants to store a rule as it is, takes saveShippingRule.
namespace supercargo {

enum class WaitingOrders {
  LeftAlone, ///< rules that would book them take orders from now on
  BookedToo
};

/// The rules with one more or changed, or without one. What was kept of since when a rule books is not edited. Pure.
std::vector<ShippingRule> withRule(std::vector<ShippingRule> rules, ShippingRule rule);
std::vector<ShippingRule> withoutRule(std::vector<ShippingRule> rules, ShippingRuleId id);

/// How many waiting orders would be booked at once if the rules became these, by rules that did not book by themselves
/// before, or that would not have booked all of them. A new rule has the id 0. Changes nothing.
Result<qint64> suddenBookings(Connection& c, const std::vector<ShippingRule>& rules);

struct RulesChanged {
  std::optional<ShippingRuleId> added;
  qint64 waiting = 0; ///< suddenBookings, as it was then
};
/// Makes the rules these; kept ones that are not among them are deleted. A rule that begins to book by itself (new,
/// switched on again) books orders from `now` on, or from the oldest that waits; others keep since when they book,
/// unless suddenBookings counts theirs and these are left alone. Shops that are connected later bring waiting orders
/// that nobody was asked about: these are left alone. Announces ChangeSet::settings. Invalid as of saveShippingRule.
Result<RulesChanged> changeShippingRules(Connection& c, const std::vector<ShippingRule>& rules, WaitingOrders waiting,
                                         Instant now, ChangeSet& changes);

} // namespace supercargo
