#pragma once

#include "core/base/id.h"

#include <span>
#include <vector>

namespace supercargo {

/// A month of the shop's calendar as one number that counts on: year × 12 + month − 1.
constexpr int monthNumber(int year, int month)
{
  return year * 12 + month - 1;
}

/// That a customer bought in a month: how often does not matter for who is active, `minor` is all of it in one
/// currency.
struct CustomerMonth {
  CustomerId customer;
  int month = 0;
  qint64 minor = 0;
};

/// Those who bought for the first time in one month, and what became of them.
struct Cohort {
  int month = 0;
  qint64 size = 0;
  std::vector<qint64> active; ///< by months since the first: distinct customers who bought; [0] is the size
  std::vector<qint64> minor;  ///< what they spent then
};

/// The cohort triangle up to `lastMonth`, oldest first; months in which nobody came are left out. Months after
/// `lastMonth` are not looked at. `purchases` may come in any order and name a month several times.
std::vector<Cohort> cohortTriangle(std::vector<CustomerMonth> purchases, int lastMonth);

} // namespace supercargo
