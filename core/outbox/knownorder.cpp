#include "core/outbox/knownorder.h"

namespace supercargo {

Result<OrderDetails> orderThatIs(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(details, orderDetails(c, id));
  if (!details)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(id.value()));
  return std::move(*details);
}

} // namespace supercargo
