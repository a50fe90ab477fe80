#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> inventorySchema()
{
  return {};
}

} // namespace supercargo
