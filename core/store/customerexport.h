#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <QJsonObject>

namespace supercargo {

/// Everything that is held of one person (core/store/sameperson.h), in clear, for who asks for it: profiles, orders
/// with lines, addresses, messages and timeline, refunds, parcels with their way, payments. Instants are ISO 8601 with
/// Z, amounts
/// {"minor", "currency", "text"}. Writes "revealed" into the timeline of every order first. NotFound.
Result<QJsonObject> exportedCustomer(Connection& c, CustomerId customer, Instant now, ChangeSet& changes);

} // namespace supercargo
