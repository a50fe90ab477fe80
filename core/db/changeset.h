#pragma once

#include "core/base/id.h"

#include <QMetaType>
#include <QSet>

namespace supercargo {

/// What a committed transaction changed: ids only, so that models re-read the rows they show.
struct ChangeSet {
  QSet<qint64> orders;   ///< ids of new or changed orders
  QSet<qint64> accounts; ///< accounts whose state, freshness or counters moved
  bool products = false, stock = false, customers = false, payments = false, shipments = false, calls = false,
       failures = false, settings = false, outbox = false,
       notices = false, ///< what providers changed (core/store/changenotices.h)
      weights = false;  ///< what articles weigh: shipping rules may judge anew

  bool isEmpty() const { return *this == ChangeSet(); }
  void merge(const ChangeSet& other)
  {
    orders.unite(other.orders);
    accounts.unite(other.accounts);
    products |= other.products;
    stock |= other.stock;
    customers |= other.customers;
    payments |= other.payments;
    shipments |= other.shipments;
    calls |= other.calls;
    failures |= other.failures;
    settings |= other.settings;
    outbox |= other.outbox;
    notices |= other.notices;
    weights |= other.weights;
  }
  bool operator==(const ChangeSet&) const = default;
};

} // namespace supercargo

Q_DECLARE_METATYPE(supercargo::ChangeSet)
