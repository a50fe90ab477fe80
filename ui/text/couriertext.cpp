#include "ui/text/couriertext.h"

#include "core/domain/courier.h"
#include "ui/accounts/localtext.h"

namespace supercargo {

QString courierText(const QString& code)
{
  const Courier* known = findCourier(code);
  return known ? localText({known->en, known->zh}) : code;
}

} // namespace supercargo
