#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> connectionsSchema()
{
  return {};
}

} // namespace supercargo
