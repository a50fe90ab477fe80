#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <QTimeZone>

namespace supercargo {

/// "By Shentong to Xinjiang: seven days." Empty fields fit everything; the first rule that fits holds.
struct PromiseRule {
  qint64 id = 0;
  QString courier;  ///< our code
  QString province; ///< of the order's address: the beginning of its name, "新疆"
  int days = 3;     ///< until the end of that day in the shop's zone
  bool operator==(const PromiseRule&) const = default;
};

Result<std::vector<PromiseRule>> promiseRules(Connection& c); ///< in the order they are tried
/// Replaces all. Invalid: days outside 1 to 90. Parcels are read anew.
Result<void> savePromiseRules(Connection& c, const std::vector<PromiseRule>& rules, ChangeSet& changes);

/// One rule a line: courier, province, days; "*" fits everything. "sf 浙江 2\n* 新疆 7\n* * 4". Invalid names the line.
Result<std::vector<PromiseRule>> parsePromiseRules(const QString& text);
QString promiseRulesText(const std::vector<PromiseRule>& rules);

/// The last moment of the day on which the rule's promise ends; nullopt: no rule fits.
std::optional<Instant> promisedBy(const std::vector<PromiseRule>& rules, const QString& courier,
                                  const QString& province, Instant shippedAt, const QTimeZone& zone);

} // namespace supercargo
