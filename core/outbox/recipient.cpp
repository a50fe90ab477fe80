#include "core/outbox/recipient.h"

namespace supercargo {

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
