#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> shipmentMapSchema()
{
  return {};
}

} // namespace supercargo
