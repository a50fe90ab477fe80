#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> keptLinesSchema()
{
  return {
      // Lines told apart from their orders, and by what the orders are found. Amounts are in the order's currency.
      QStringLiteral("CREATE TABLE kept_lines (account_id BIGINT NOT NULL, order_external_id TEXT NOT NULL,"
                     " position BIGINT NOT NULL, sku TEXT NOT NULL, title TEXT NOT NULL, options TEXT NOT NULL,"
                     " quantity BIGINT NOT NULL, unit_minor BIGINT NOT NULL, total_minor BIGINT NOT NULL,"
                     " PRIMARY KEY (account_id, order_external_id, position)) $CLUSTERED"),
  };
}

} // namespace supercargo
