#include "core/sync/pointbucket.h"

#include <algorithm>
#include <cmath>

namespace supercargo {

using namespace std::chrono;

double PointBucket::priceOf(const QString& operation) const
{
  if (!m_told)
    return 0;
  // No single query may cost more than half of the smallest bucket. Dearer than the bucket is large would never go out.
  return std::min(m_prices.value(operation, std::max(m_dearest, m_told->most / 2)), m_told->most);
}

milliseconds PointBucket::waitFor(double price, Instant now) const
{
  const auto budget = at(now);
  if (!budget || budget->perSecond <= 0)
    return {};
  const double missing = price + m_setAside - budget->available;
  constexpr double kLongest = 3600; // seconds
  return missing > 0 ? milliseconds(qint64(std::ceil(std::min(missing / budget->perSecond, kLongest) * 1000)))
                     : milliseconds(0);
}

void PointBucket::learn(const Budget& told, const QString& operation, Instant now)
{
  m_told = told;
  m_toldAt = now;
  if (told.price > 0)
    m_prices[operation] = told.price;
  m_dearest = std::max(m_dearest, told.price);
}

std::optional<Budget> PointBucket::at(Instant now) const
{
  if (!m_told)
    return std::nullopt;
  Budget budget = *m_told;
  const auto passed = std::max(milliseconds(0), now - m_toldAt);
  budget.available = std::min(budget.most, budget.available + budget.perSecond * double(passed.count()) / 1000);
  return budget;
}

} // namespace supercargo
