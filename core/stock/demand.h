#pragma once

#include <optional>
#include <vector>

namespace supercargo {

/// What was asked for of one article, day by day of the shop's zone, oldest first, and on which of these days there was
/// anything to sell. A day without stock and without a sale says nothing of demand; a day with a sale had stock.
struct DemandHistory {
  std::vector<double> pieces;
  std::vector<bool> inStock; ///< as long as `pieces`, or empty: always

  bool counts(std::size_t day) const { return inStock.empty() || inStock[day] || pieces[day] > 0; }
  std::size_t daysInStock() const;
};

/// The days that count, closed up: for methods that look at intervals.
std::vector<double> uncensored(const DemandHistory& history);
/// Days without stock filled with the mean of the same weekday in stock (of all days where there is none): for methods
/// that look at seasons.
std::vector<double> lifted(const DemandHistory& history);

/// Units sold in the window divided by the days in stock; no value when there was no such day.
std::optional<double> averageDailyDemand(const DemandHistory& history);
/// Sample deviation of the days that count (n − 1); no value with less than two.
std::optional<double> dailyDeviation(const DemandHistory& history);
/// Available divided by daily demand; negative stock covers 0 days, no demand no value.
std::optional<double> daysOfCover(double available, std::optional<double> dailyDemand);

/// The part of a demand that falls to one of several places, each piece by itself with the chance `share`: its mean is
/// share·d, its variance share²·s² + share·(1 − share)·d.
struct DailyDemand {
  double perDay = 0, deviation = 0;
};
DailyDemand shareOf(const DailyDemand& demand, double share);

} // namespace supercargo
