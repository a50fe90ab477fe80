#pragma once

#include "core/rules/shippingrules.h"

#include <QHash>

namespace supercargo {

/// Which orders a rule is for: "浙江 · from 1,000 g · cash on delivery"; "every order" without conditions.
QString conditionsText(const ShippingConditions& when, const QHash<AccountId, QString>& shops, Currency currency);
/// What a rule says of an order: "carries it", or why it does not.
QString verdictText(const RuleVerdict& verdict);

} // namespace supercargo
