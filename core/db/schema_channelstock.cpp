#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> channelStockSchema()
{
  return {};
}

} // namespace supercargo
