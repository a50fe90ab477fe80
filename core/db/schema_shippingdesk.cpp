#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> shippingDeskSchema()
{
  return {};
}

} // namespace supercargo
