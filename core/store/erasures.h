#pragma once

#include "core/store/orders.h"

#include <QHash>
#include <QSet>

/// Whose data were erased (core/store/erasecustomer.h). Shops go on telling of orders that are known; these functions
/// let whoever stores what they say leave the person out.
namespace supercargo {

/// Customers of an account that were erased, by their key there, and until when placed orders belong to it.
Result<QHash<QString, Instant>> erasedCustomers(Connection& c, AccountId account);

/// Whether this order's buyer was erased, and the order with them.
Result<bool> isErased(Connection& c, OrderId order);

/// The page without the buyers of erased orders; nullopt: there are none in it. Amounts, lines, places down to the city
/// and the customer's key stay, so that nothing that is counted changes.
Result<std::optional<PreparedOrders>> withoutErased(Connection& c, AccountId account, const PreparedOrders& page);

/// A parcel's way without what couriers write of the recipient.
TrackingSnapshot withoutRecipient(TrackingSnapshot parcel);

/// Every number under which answers to this account may speak of an erased person: of customers, orders, payments and
/// parcels. Bodies of such answers are not kept. Empty as long as nobody was erased.
Result<QSet<QString>> erasedIds(Connection& c, AccountId account);

} // namespace supercargo
