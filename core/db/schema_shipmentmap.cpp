#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> shipmentMapSchema()
{
  return {
      // User truth: what a person says a text of a courier means, what was done about a parcel, what buyers are
      // promised.
      QStringLiteral("CREATE TABLE place_aliases (text TEXT NOT NULL PRIMARY KEY, code TEXT NOT NULL,"
                     " actor TEXT NOT NULL, taught_at BIGINT NOT NULL) $CLUSTERED"),
      QStringLiteral("CREATE TABLE parcel_steps (id $PK, shipment_id BIGINT NOT NULL, kind TEXT NOT NULL,"
                     " text TEXT NOT NULL, currency TEXT NOT NULL, amount_minor BIGINT, actor TEXT NOT NULL,"
                     " taken_at BIGINT NOT NULL, settled_at BIGINT, received_minor BIGINT)"),
      QStringLiteral("CREATE INDEX parcel_steps_by_shipment ON parcel_steps (shipment_id, id)"),
      QStringLiteral("CREATE TABLE promise_rules (id $PK, position BIGINT NOT NULL, courier TEXT NOT NULL,"
                     " province TEXT NOT NULL, days BIGINT NOT NULL)"),
      // Derived from the events of each parcel with the gazetteer; `seen_hash` tells which content it was made from.
      QStringLiteral("CREATE TABLE parcel_ways (shipment_id BIGINT NOT NULL PRIMARY KEY, seen_hash BIGINT NOT NULL,"
                     " courier TEXT NOT NULL, origin TEXT NOT NULL, destination TEXT NOT NULL, picked_at BIGINT,"
                     " arrived_at BIGINT, tries BIGINT NOT NULL, failed_tries BIGINT NOT NULL, problem TEXT NOT NULL,"
                     " oddities TEXT NOT NULL, promised_at BIGINT, promise_basis TEXT NOT NULL, expected_at BIGINT,"
                     " expected_by_at BIGINT, lane_samples BIGINT NOT NULL) $CLUSTERED"),
      QStringLiteral("CREATE INDEX parcel_ways_by_lane ON parcel_ways (origin, destination, courier)"),
      QStringLiteral("CREATE INDEX shipments_by_status ON shipments (status, id)"),
  };
}

} // namespace supercargo
