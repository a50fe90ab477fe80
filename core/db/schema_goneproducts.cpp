#include "core/db/schema_subjects.h"

namespace supercargo {

// What shops have deleted stays, marked: orders name it.
std::vector<QString> goneProductsSchema()
{
  return {
      QStringLiteral("ALTER TABLE products ADD COLUMN gone_at BIGINT"),
      // A complete reading did not meet it, and was not believed yet.
      QStringLiteral("ALTER TABLE products ADD COLUMN missed_at BIGINT"),
      QStringLiteral("ALTER TABLE variants ADD COLUMN gone_at BIGINT"),
      QStringLiteral("CREATE INDEX variants_gone ON variants (account_id, external_id) WHERE gone_at IS NOT NULL"),
      // Its variant was gone since: what the shop was told holds no longer.
      QStringLiteral("ALTER TABLE channel_levels ADD COLUMN lapsed SMALLINT NOT NULL DEFAULT 0"),
  };
}

} // namespace supercargo
