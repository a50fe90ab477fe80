#pragma once

#include "app/sandbox/site.h"

namespace supercargo::sandbox {

/// The strings behind the stage, for tests and demonstrations. Needs no credentials and knows no faults.
///   GET  /control/state                     counts of orders by state, calls, refusals, faults that struck
///   GET  /control/orders?provider=woocommerce|vendure   {"orders":[{id, number, total, refunded, status, …}]}: the
///                                           truth
///   POST /control/faults {"429":0.1}        sets probabilities; 0 switches off
///   POST /control/step   {"orders":N}       new orders at once
///   POST /control/cashier {"number":"1001"} the buyer of an unpaid order begins to pay: its gateway awaits the money
///   POST /control/api {"version":"2027-01","retirement":…,"points":1000,"points_per_second":50}
///                                           what Shopify's answers tell of its API
///   POST /control/freeze {"on":true}        orders stop changing by themselves; the server's clock runs on
///   POST /control/products {"deleted":[0,7]} the shops have all products of the catalogue but these
Reply control(Site& site, const Request& request);

/// "unpaid", "paid", "shipped", "delivered", "cancelled", "refunded", "on_hold", "failed", "part_shipped"
QString stateName(State state);

} // namespace supercargo::sandbox
