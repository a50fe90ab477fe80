#include "core/reports/cohorts.h"

#include <algorithm>
#include <map>

namespace supercargo {

std::vector<Cohort> cohortTriangle(std::vector<CustomerMonth> sorted, int lastMonth)
{
  const auto isBefore = [](const CustomerMonth& a, const CustomerMonth& b) {
    return std::tie(a.customer, a.month) < std::tie(b.customer, b.month);
  };
  if (!std::ranges::is_sorted(sorted, isBefore))
    std::ranges::sort(sorted, isBefore);
  std::map<int, Cohort> cohorts;
  for (size_t i = 0; i < sorted.size();) {
    const CustomerId customer = sorted[i].customer;
    const int first = sorted[i].month;
    Cohort* cohort = nullptr;
    if (first <= lastMonth) {
      cohort = &cohorts[first];
      if (cohort->size++ == 0) {
        cohort->month = first;
        cohort->active.resize(size_t(lastMonth - first) + 1);
        cohort->minor.resize(cohort->active.size());
      }
    }
    for (int counted = first - 1; i < sorted.size() && sorted[i].customer == customer; ++i) {
      if (!cohort || sorted[i].month > lastMonth)
        continue;
      const auto offset = size_t(sorted[i].month - first);
      cohort->active[offset] += sorted[i].month != counted;
      cohort->minor[offset] += sorted[i].minor;
      counted = sorted[i].month;
    }
  }
  std::vector<Cohort> found;
  found.reserve(cohorts.size());
  for (auto& [month, cohort] : cohorts)
    found.push_back(std::move(cohort));
  return found;
}

} // namespace supercargo
