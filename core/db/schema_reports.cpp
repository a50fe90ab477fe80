#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> reportsSchema()
{
  return {};
}

} // namespace supercargo
