#pragma once

#include "core/base/money.h"
#include "core/db/changeset.h"
#include "core/db/connection.h"
#include "core/domain/snapshot.h"

#include <optional>
#include <vector>

/// Which courier account and service carries an order: rules in the merchant's order, the first that matches wins.
namespace supercargo {

/// Where parcels leave from.
struct Sender {
  SenderId id;
  QString label; ///< "Hangzhou warehouse"
  AddressSnapshot address;
};
Result<std::vector<Sender>> senders(Connection& c);
Result<SenderId> saveSender(Connection& c, const Sender& sender); ///< id 0: a new one
Result<void> deleteSender(Connection& c, SenderId id);            ///< Conflict while a rule needs it

/// Empty members hold for every order; those given must all hold.
struct ShippingConditions {
  QStringList countries, provinces; ///< provinces match from their beginning: "浙江" is "浙江省" too
  std::vector<AccountId> shops;
  std::optional<qint64> weightFrom, weightBelow; ///< grams, half open; of the rule's own parcel while nobody knows
  std::optional<qint64> valueFrom, valueBelow;   ///< minor units of the order's own currency, half open
  std::optional<bool> cashOnDelivery;
  bool operator==(const ShippingConditions&) const = default;
};

struct ShippingRule {
  ShippingRuleId id;
  int position = 0; ///< smaller ones are asked first
  QString name;
  bool enabled = true;
  bool automatic = false; ///< books as soon as an order may be shipped
  ShippingConditions when;
  AccountId account; ///< the courier's or aggregator's
  QString service, payMethod;
  SenderId sender;
  qint64 weightGrams = 0; ///< of a parcel whose weight nobody knows; 0: it must be told
  /// Automatic: older orders are left to people (core/outbox/rulechanges.h); nullopt: however old.
  std::optional<Instant> bookSince = {};
  /// Automatic: when a person let it book what waited too. Of shops that are connected later, and without this of all,
  /// orders that waited before their shop was connected are left to people.
  std::optional<Instant> waitingTooAt = {};
  bool isActive() const { return enabled && automatic; }
  /// Whether an order that may be shipped since then waits for a person; `connected`: when its shop was.
  bool leavesAlone(Instant since, Instant connected) const;
  bool operator==(const ShippingRule&) const = default;
};
Result<std::vector<ShippingRule>> shippingRules(Connection& c); ///< by position
/// Both announce ChangeSet::settings.
Result<ShippingRuleId> saveShippingRule(Connection& c, const ShippingRule& rule, ChangeSet& changes);
Result<void> deleteShippingRule(Connection& c, ShippingRuleId id, ChangeSet& changes);

/// What rules look at.
struct ShippingFacts {
  AccountId shop;
  AddressSnapshot to;
  Money value;
  std::optional<qint64> weightGrams; ///< nullopt: nobody knows
  bool cashOnDelivery = false;
};

/// The first condition of a rule that an order does not meet.
enum class RuleObjection {
  None,
  Shop,
  Country,
  Province,
  Value,
  WeightUnknown,
  Weight,
  PaidOnDelivery,
  NotPaidOnDelivery
};

/// What one rule says of an order, and why; the reason is English.
struct RuleVerdict {
  ShippingRuleId rule;
  QString name;
  bool matches = false;
  QString reason; ///< the first condition that does not hold; empty when all do
  RuleObjection objection = RuleObjection::None;
  QString told = {}; ///< what the order is instead: the country or province, "CNY 12.00", grams
};

/// One verdict for each enabled rule up to and with the first that matches. Pure.
std::vector<RuleVerdict> judge(const std::vector<ShippingRule>& rules, const ShippingFacts& facts);
/// The first enabled rule that matches; nullptr: none. For counting: it makes no sentences. Pure.
const ShippingRule* ruleFor(const std::vector<ShippingRule>& rules, const ShippingFacts& facts);

/// Whether a shop's words for a payment method mean cash on delivery.
bool isCashOnDelivery(QStringView paymentMethod);

} // namespace supercargo
