#pragma once

#include "core/base/instant.h"
#include "core/providers/provider.h"

#include <QHash>

namespace supercargo {

/// The points of one account, where a provider counts points and not calls, as far as its answers have told of them:
/// a call goes out when what it will ask for is there, before anybody refuses it. Pure: the clock is passed in.
class PointBucket {
public:
  /// What such a call asked for the last time. One that is new is taken for as dear as the dearest, and for no less
  /// than half of all points (Shopify: a query may cost 1,000, and the smallest bucket holds 2,000).
  double priceOf(const QString& operation) const;
  std::chrono::milliseconds waitFor(double price, Instant now) const; ///< zero: there are enough

  /// A call goes out, or has ended: in between its points are as good as spent.
  void setAside(double price) { m_setAside += price; }
  void giveBack(double price) { m_setAside -= price; }

  void learn(const Budget& told, const QString& operation, Instant now);
  std::optional<Budget> at(Instant now) const; ///< what is left by now; nullopt: no answer told of points

private:
  std::optional<Budget> m_told;
  Instant m_toldAt{};
  QHash<QString, double> m_prices; ///< by operation
  double m_dearest = 0, m_setAside = 0;
};

} // namespace supercargo
