#pragma once

#include "core/base/id.h"

#include <QString>

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace supercargo {

/// What RFM looks at: one customer's purchases up to a day. Amounts are minor units of one currency.
struct RfmInput {
  CustomerId customer;
  qint64 recencyDays = 0; ///< the day looked from minus the day of the last purchase
  qint64 purchases = 0;
  qint64 spentMinor = 0;
};

/// The cuts between the five scores, ascending: type-7 quantiles at 0.2, 0.4, 0.6, 0.8. Ties make fifths uneven.
struct RfmCuts {
  std::array<double, 4> recency{}, frequency{}, money{};
};

enum class RfmSegment { Champions, Loyal, AtRisk, Newcomers, Hibernating, Others };

/// 5 is best: bought last, most often, for most.
struct RfmScore {
  int recency = 1, frequency = 1, money = 1;
  RfmSegment segment = RfmSegment::Others;
};

/// The quantile at `share` (0 to 1) by linear interpolation between order statistics (Hyndman & Fan's type 7);
/// `sorted` ascends. No value of an empty sample.
std::optional<double> quantile(std::span<const double> sorted, double share);

/// Of the customers that `eachCustomer` tells one by one, each time it is called; nullopt without any.
std::optional<RfmCuts> rfmCuts(const std::function<void(const std::function<void(const RfmInput&)>&)>& eachCustomer);
std::optional<RfmCuts> rfmCuts(std::span<const RfmInput> customers);

/// Frequency and money: 1 + the cuts below the value. Recency: 5 − the cuts below it.
RfmScore rfmScore(const RfmInput& customer, const RfmCuts& cuts);

/// Champions: all three at least 4; loyal: F ≥ 4 and R ≥ 3; at risk: F ≥ 4 and R ≤ 2; newcomers: R ≥ 4 and F ≤ 2;
/// hibernating: R ≤ 2 and F ≤ 2; the rest are others. The first that fits.
RfmSegment rfmSegment(int recency, int frequency, int money);
QString rfmSegmentName(RfmSegment segment); ///< "champions", "at_risk"
constexpr std::array<RfmSegment, 6> kRfmSegments = {RfmSegment::Champions, RfmSegment::Loyal,       RfmSegment::AtRisk,
                                                    RfmSegment::Newcomers, RfmSegment::Hibernating, RfmSegment::Others};

} // namespace supercargo
