#pragma once

#include "core/domain/snapshot.h"
#include "tests/fuzz/fuzz.h"

namespace supercargo::fuzz {

/// What a provider's parser understood can be kept: everything has its name, and every fault its reason.
inline void demandWhole(const Snapshots& snapshots)
{
  for (const OrderSnapshot& order : snapshots.orders)
    demand(!order.externalId.isEmpty(), "an order without its id");
  for (const ProductSnapshot& product : snapshots.products)
    demand(!product.externalId.isEmpty(), "a product without its id");
  for (const PaymentSnapshot& payment : snapshots.payments)
    demand(!payment.externalId.isEmpty(), "a payment without its id");
  for (const BillLineSnapshot& line : snapshots.billLines)
    demand(!line.entryId.isEmpty(), "a bill's line without its id");
  for (const TrackingSnapshot& parcel : snapshots.tracking)
    demand(!parcel.number.isEmpty(), "a parcel without its number");
  for (const ItemFailure& failure : snapshots.failures)
    demand(!failure.reason.isEmpty(), "a failure without a reason");
  for (const ChangeNotice& change : snapshots.changes)
    demand(!change.where.isEmpty(), "a notice of a change without a place");
}

} // namespace supercargo::fuzz
