#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> erasureSchema()
{
  return {
      // Whose data were erased, without the data. It is the record of the deed, and what keeps later answers of shops
      // from bringing them back: until_at is when the newest of the orders concerned was placed.
      QStringLiteral("CREATE TABLE erasures (id $PK, customer_id BIGINT NOT NULL, account_id BIGINT NOT NULL,"
                     " orders BIGINT NOT NULL, actor TEXT NOT NULL, erased_at BIGINT NOT NULL,"
                     " until_at BIGINT NOT NULL)"),
      QStringLiteral("CREATE INDEX erasures_by_customer ON erasures (customer_id, until_at)"),
  };
}

} // namespace supercargo
