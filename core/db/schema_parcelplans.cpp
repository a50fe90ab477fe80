#include "core/db/schema_subjects.h"

namespace supercargo {

std::vector<QString> parcelPlansSchema()
{
  return {
      // A person's word that an order may be shipped which its shop holds back or tells a state of that nobody knows.
      // It holds while the shop says what it said then.
      QStringLiteral("CREATE TABLE order_approvals (order_id $PK, raw_status TEXT NOT NULL, reason TEXT NOT NULL,"
                     " actor TEXT NOT NULL, approved_at BIGINT NOT NULL)"),
      // Orders that go out as one parcel, or one that goes out as several. What was undone leaves no rows: the orders'
      // timelines tell of it.
      QStringLiteral("CREATE TABLE parcel_plans (id $PK, kind TEXT NOT NULL, reason TEXT NOT NULL,"
                     " actor TEXT NOT NULL, created_at BIGINT NOT NULL)"),
      // The key keeps an order out of two plans. Position 0: the order whose address and booking stand for all.
      QStringLiteral("CREATE TABLE parcel_plan_orders (order_id $PK, plan_id BIGINT NOT NULL,"
                     " position BIGINT NOT NULL)"),
      QStringLiteral("CREATE INDEX parcel_plan_orders_by_plan ON parcel_plan_orders (plan_id, position)"),
      // What each parcel of a split holds. line: its id at the shop, else its place (core/outbox/parcelplans.cpp).
      QStringLiteral("CREATE TABLE parcel_plan_lines (plan_id BIGINT NOT NULL, part BIGINT NOT NULL,"
                     " line TEXT NOT NULL, quantity BIGINT NOT NULL, PRIMARY KEY (plan_id, part, line)) $CLUSTERED"),
      QStringLiteral("CREATE TABLE parcel_plan_bookings (action_id $PK, plan_id BIGINT NOT NULL,"
                     " part BIGINT NOT NULL)"),
      QStringLiteral("CREATE INDEX parcel_plan_bookings_by_plan ON parcel_plan_bookings (plan_id, part)"),
      // Parts whose goods were scanned into a box; with the last one the order has its row in packings.
      QStringLiteral("CREATE TABLE parcel_plan_packings (plan_id BIGINT NOT NULL, part BIGINT NOT NULL,"
                     " packed_at BIGINT NOT NULL, actor TEXT NOT NULL, units BIGINT NOT NULL,"
                     " PRIMARY KEY (plan_id, part)) $CLUSTERED"),
      // Further orders that travel in a parcel; shipments.order_id names the one that it was booked for.
      QStringLiteral("CREATE TABLE shipment_orders (order_id BIGINT NOT NULL, shipment_id BIGINT NOT NULL,"
                     " PRIMARY KEY (order_id, shipment_id)) $CLUSTERED"),
      QStringLiteral("CREATE INDEX shipment_orders_by_shipment ON shipment_orders (shipment_id)"),
  };
}

} // namespace supercargo
