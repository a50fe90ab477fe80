#pragma once

#include "core/base/money.h"

#include <QDate>
#include <QStringList>

#include <optional>
#include <vector>

/// What couriers charge: contract prices, and what a parcel should cost by them.
namespace supercargo {

/// A contract price of one courier: the first weight has a price (首重), every step begun above it another (续重).
struct FreightTariff {
  qint64 id = 0;
  QString courier;     ///< our code
  QDate validFrom;     ///< parcels handed over on this day and later
  QStringList regions; ///< provinces from their beginning ("浙江" is "浙江省" too) or country codes; empty: everywhere
  qint64 firstGrams = 1000, stepGrams = 1000;
  Money first, step, minimum; ///< in one currency; minimum 0: none
  bool operator==(const FreightTariff&) const = default;
};

/// Limits within which `freightOf` cannot overflow.
constexpr qint64 kHeaviestGrams = 1'000'000'000, kDearestFreightMinor = 1'000'000'000;

/// Invalid, naming the member: no courier, no day, a weight or price out of bounds, several currencies.
Result<void> checkTariff(const FreightTariff& tariff);

/// What a parcel of this weight costs; steps round up. The tariff is a checked one, the weight 0 to kHeaviestGrams.
/// Never falls as the weight rises.
Money freightOf(const FreightTariff& tariff, qint64 grams);

/// Where a parcel goes, and when it was handed over.
struct FreightLane {
  QString courier, country, province;
  QDate day;
};

/// The tariff that holds: one that names the region goes before one for everywhere, then the newest that is valid, then
/// the one added last. Null: none.
const FreightTariff* tariffFor(const std::vector<FreightTariff>& tariffs, const FreightLane& lane);

/// The courier's code where we know the name, else the name as it is written.
QString courierCodeOf(const QString& name);

} // namespace supercargo
