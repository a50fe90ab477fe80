#include "core/outbox/recipient.h"

#include "core/store/orders.h"

namespace supercargo {

Result<AddressSnapshot> recipientOf(const OrderDetails& order)
{
  AddressSnapshot recipient = order.shipTo;
  if (recipient.phone.isEmpty())
    recipient.phone = order.customerPhone;
  if (recipient.street.isEmpty() || recipient.name.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the order has no complete address"), order.row.number);
  return recipient;
}

Error cannotReveal(const RecipientSource& source, const QString& shop)
{
  const QString why = shop.isEmpty() ? QStringLiteral("the order's shop is not connected")
                                     : QStringLiteral("%1 does not tell it to programs").arg(shop);
  return {ErrorKind::Invalid,
          QStringLiteral("the receiver of order %1 is masked, and %2: connect the shop and try again, or book the "
                         "parcel where the shop shows the receiver")
              .arg(source.orderNumber, why),
          source.orderNumber,
          {}};
}

} // namespace supercargo
