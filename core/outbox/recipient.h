#pragma once

#include "core/base/result.h"
#include "core/db/ids.h"
#include "core/domain/maskedaddress.h"

namespace supercargo {

struct OrderDetails;

/// Where an order's parcel goes, as its shop tells it. Invalid: the name or the street is missing, so nobody could
/// bring it there.
Result<AddressSnapshot> recipientOf(const OrderDetails& order);

/// Who can tell the receiver of a parcel whose order shows it masked.
struct RecipientSource {
  AccountId shop;
  QString orderExternalId, orderNumber;
};

/// Why such a parcel is not booked when its shop cannot be asked, and the way out.
Error cannotReveal(const RecipientSource& source, const QString& shop);

} // namespace supercargo
