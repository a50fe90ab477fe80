#include "core/reports/rfm.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

constexpr std::array<double, 4> kFifths = {0.2, 0.4, 0.6, 0.8};

/// Only what stands at the cuts has to be in its place, from the least on.
std::array<double, 4> cutsOf(std::vector<double>& values)
{
  const double last = double(values.size() - 1);
  auto sorted = values.begin();
  for (const double fifth : kFifths)
    for (const double place : {std::floor(fifth * last), std::ceil(fifth * last)})
      if (const auto at = values.begin() + qsizetype(place); at >= sorted) {
        std::nth_element(sorted, at, values.end());
        sorted = at + 1;
      }
  std::array<double, 4> cuts{};
  for (size_t i = 0; i < kFifths.size(); ++i)
    cuts[i] = quantile(values, kFifths[i]).value_or(0);
  return cuts;
}

int cutsBelow(const std::array<double, 4>& cuts, double value)
{
  return int(std::count_if(cuts.begin(), cuts.end(), [value](double cut) { return cut < value; }));
}

} // namespace

std::optional<double> quantile(std::span<const double> sorted, double share)
{
  if (sorted.empty())
    return std::nullopt;
  const double place = double(sorted.size() - 1) * std::clamp(share, 0.0, 1.0);
  const auto below = size_t(std::floor(place));
  const size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (place - double(below)) * (sorted[above] - sorted[below]);
}

std::optional<RfmCuts> rfmCuts(const std::function<void(const std::function<void(const RfmInput&)>&)>& eachCustomer)
{
  std::vector<double> values; // one list after the other: customers are many
  const auto cuts = [&](qint64 RfmInput::*part) {
    values.clear();
    eachCustomer([&](const RfmInput& customer) { values.push_back(double(customer.*part)); });
    return values.empty() ? std::nullopt : std::optional(cutsOf(values));
  };
  const auto recency = cuts(&RfmInput::recencyDays);
  if (!recency)
    return std::nullopt;
  return RfmCuts{*recency, *cuts(&RfmInput::purchases), *cuts(&RfmInput::spentMinor)};
}

std::optional<RfmCuts> rfmCuts(std::span<const RfmInput> customers)
{
  return rfmCuts([&](const std::function<void(const RfmInput&)>& tell) {
    for (const RfmInput& customer : customers)
      tell(customer);
  });
}

RfmScore rfmScore(const RfmInput& customer, const RfmCuts& cuts)
{
  RfmScore score;
  score.recency = 5 - cutsBelow(cuts.recency, double(customer.recencyDays));
  score.frequency = 1 + cutsBelow(cuts.frequency, double(customer.purchases));
  score.money = 1 + cutsBelow(cuts.money, double(customer.spentMinor));
  score.segment = rfmSegment(score.recency, score.frequency, score.money);
  return score;
}

RfmSegment rfmSegment(int recency, int frequency, int money)
{
  if (recency >= 4 && frequency >= 4 && money >= 4)
    return RfmSegment::Champions;
  if (frequency >= 4)
    return recency >= 3 ? RfmSegment::Loyal : RfmSegment::AtRisk;
  if (frequency > 2)
    return RfmSegment::Others;
  if (recency >= 4)
    return RfmSegment::Newcomers;
  return recency <= 2 ? RfmSegment::Hibernating : RfmSegment::Others;
}

QString rfmSegmentName(RfmSegment segment)
{
  switch (segment) {
  case RfmSegment::Champions:
    return QStringLiteral("champions");
  case RfmSegment::Loyal:
    return QStringLiteral("loyal");
  case RfmSegment::AtRisk:
    return QStringLiteral("at_risk");
  case RfmSegment::Newcomers:
    return QStringLiteral("new");
  case RfmSegment::Hibernating:
    return QStringLiteral("hibernating");
  case RfmSegment::Others:
    break;
  }
  return QStringLiteral("other");
}

} // namespace supercargo
