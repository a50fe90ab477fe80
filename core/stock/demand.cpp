#include "core/stock/demand.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace supercargo {
namespace {

constexpr std::size_t kWeek = 7;

struct Mean {
  double sum = 0, days = 0;
  void add(double pieces) { sum += pieces, ++days; }
  std::optional<double> value() const { return days > 0 ? std::optional(sum / days) : std::nullopt; }
};

} // namespace

std::size_t DemandHistory::daysInStock() const
{
  std::size_t days = 0;
  for (std::size_t day = 0; day < pieces.size(); ++day)
    days += counts(day) ? 1 : 0;
  return days;
}

std::vector<double> uncensored(const DemandHistory& history)
{
  std::vector<double> days;
  days.reserve(history.pieces.size());
  for (std::size_t day = 0; day < history.pieces.size(); ++day)
    if (history.counts(day))
      days.push_back(history.pieces[day]);
  return days;
}

std::vector<double> lifted(const DemandHistory& history)
{
  std::array<Mean, kWeek> weekday;
  Mean all;
  for (std::size_t day = 0; day < history.pieces.size(); ++day) {
    if (!history.counts(day))
      continue;
    weekday[day % kWeek].add(history.pieces[day]);
    all.add(history.pieces[day]);
  }
  std::vector<double> days = history.pieces;
  for (std::size_t day = 0; day < days.size(); ++day)
    if (!history.counts(day))
      days[day] = weekday[day % kWeek].value().value_or(all.value().value_or(0));
  return days;
}

std::optional<double> averageDailyDemand(const DemandHistory& history)
{
  Mean mean;
  for (std::size_t day = 0; day < history.pieces.size(); ++day)
    if (history.counts(day))
      mean.add(history.pieces[day]);
  return mean.value();
}

std::optional<double> dailyDeviation(const DemandHistory& history)
{
  const auto mean = averageDailyDemand(history);
  const std::size_t days = history.daysInStock();
  if (!mean || days < 2)
    return std::nullopt;
  double squares = 0;
  for (std::size_t day = 0; day < history.pieces.size(); ++day)
    if (history.counts(day))
      squares += (history.pieces[day] - *mean) * (history.pieces[day] - *mean);
  return std::sqrt(squares / double(days - 1));
}

std::optional<double> daysOfCover(double available, std::optional<double> dailyDemand)
{
  if (!dailyDemand || !(*dailyDemand > 0))
    return std::nullopt;
  return std::max(available, 0.0) / *dailyDemand;
}

DailyDemand shareOf(const DailyDemand& demand, double share)
{
  const double variance =
      share * share * demand.deviation * demand.deviation + share * (1 - share) * std::max(demand.perDay, 0.0);
  return {share * demand.perDay, std::sqrt(variance)};
}

} // namespace supercargo
