#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> articleWeightsSchema()
{
  return {
      // What a piece weighs: the merchant's word. No row: nobody has said it.
      QStringLiteral("CREATE TABLE article_weights (sku TEXT NOT NULL PRIMARY KEY, grams BIGINT NOT NULL,"
                     " actor TEXT NOT NULL, entered_at BIGINT NOT NULL) $CLUSTERED"),
  };
}

} // namespace supercargo
