#pragma once

#include "core/reports/report.h"
#include "core/store/daycut.h"

namespace supercargo {

/// Ends of the age groups in days since receipt; older pieces are a last group.
constexpr std::array<int, 5> kAgeEnds{30, 60, 90, 180, 365};
constexpr int kDeadDays = 90; ///< without a sale, what lies there is dead

struct Balance {
  QString sku, warehouse;
  qint64 onHand = 0, reserved = 0, blocked = 0, incoming = 0, inTransfer = 0;
  std::array<qint64, 6> ages{}; ///< pieces by age group, first in, first out
  std::optional<Instant> oldest;
  bool isKnown = false; ///< somebody has said how many there are
};

/// All balances by SKU and warehouse, their pieces aged on the day `today`. What lay there before the first receipt is
/// in the oldest group.
Result<std::vector<Balance>> agedBalances(Connection& c, const DayCut& cut, qint64 today);

/// Pieces of valid orders of the spec's shops in the `days` days before `today`, by article.
Result<QHash<QString, qint64>> soldIn(Connection& c, const ReportSpec& spec, const DayCut& cut, qint64 today, int days);

/// What a piece of an article costs: a step of its history holds until the next one.
class CostHistory {
public:
  static Result<CostHistory> read(Connection& c);
  /// Cost at that moment; nullopt: not known.
  std::optional<Money> at(const QString& sku, Instant moment) const;

private:
  QHash<QString, std::vector<std::pair<Instant, Money>>> m_steps; ///< oldest first
};

} // namespace supercargo
