#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> promisesSchema()
{
  return {
      // The first day a courier told is its promise; estimated_at goes on following what it says later.
      QStringLiteral("ALTER TABLE shipments ADD COLUMN promised_at BIGINT"),
      QStringLiteral("UPDATE shipments SET promised_at = estimated_at WHERE estimated_at IS NOT NULL"),
      // Until when a shop's platform wants the order handed over, and with the buyer.
      QStringLiteral("ALTER TABLE order_details ADD COLUMN ship_by_at BIGINT"),
      QStringLiteral("ALTER TABLE order_details ADD COLUMN deliver_by_at BIGINT"),
  };
}

} // namespace supercargo
