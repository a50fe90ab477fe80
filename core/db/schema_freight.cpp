#include "core/db/schema_subjects.h"

namespace supercargo {
namespace {

/// What a parcel costs is a measure of its order: the hour in which that was placed is to be added up anew.
QString billMarks(const QString& row, bool once)
{
  return QStringLiteral(" INSERT INTO dirty_hours (source, hour) SELECT 'orders', h FROM (SELECT ((s.order_id >> 22) +"
                        " 946684800) / 3600 AS h FROM shipments s WHERE s.number = %1.number) AS marked WHERE h IS NOT"
                        " NULL%2;")
      .arg(row, unlessMarked(once, "orders"));
}

/// Bills may come before anybody knows whose the parcel is.
QString linkMarks(const QString& row, bool once)
{
  return QStringLiteral(" INSERT INTO dirty_hours (source, hour) SELECT 'orders', h FROM (SELECT ((%1.order_id >> 22) +"
                        " 946684800) / 3600 AS h) AS marked WHERE h IS NOT NULL AND EXISTS (SELECT 1 FROM"
                        " freight_bills b WHERE b.number = %1.number)%2;")
      .arg(row, unlessMarked(once, "orders"));
}

} // namespace

std::vector<QString> freightSchema()
{
  std::vector<QString> list{
      // Lines of couriers' bills. turn: of several with the same key in one file, which.
      QStringLiteral("CREATE TABLE freight_bills (number TEXT NOT NULL, courier TEXT NOT NULL, billed_at BIGINT NOT"
                     " NULL, service TEXT NOT NULL, turn BIGINT NOT NULL, grams BIGINT, currency TEXT NOT NULL,"
                     " amount_minor BIGINT NOT NULL, destination TEXT NOT NULL, note TEXT NOT NULL,"
                     " raw_line TEXT NOT NULL, stored_at BIGINT NOT NULL,"
                     " PRIMARY KEY (number, courier, billed_at, service, turn)) $CLUSTERED"),
      QStringLiteral("CREATE INDEX freight_bills_by_time ON freight_bills (billed_at)"),
      // User truth: contract prices. regions: a line each; empty: everywhere.
      QStringLiteral("CREATE TABLE freight_tariffs (id $PK, courier TEXT NOT NULL, valid_from TEXT NOT NULL,"
                     " regions TEXT NOT NULL, currency TEXT NOT NULL, first_grams BIGINT NOT NULL,"
                     " first_minor BIGINT NOT NULL, step_grams BIGINT NOT NULL, step_minor BIGINT NOT NULL,"
                     " minimum_minor BIGINT NOT NULL)"),
      QStringLiteral("ALTER TABLE shipments ADD COLUMN booked_grams BIGINT"),
      QStringLiteral("ALTER TABLE shipments ADD COLUMN weighed_grams BIGINT"),
      QStringLiteral("INSERT INTO data_revisions (source, revision) VALUES ('freight', 0)"),
  };
  for (const char* cube : {"cube_sales", "cube_hours", "cube_methods", "cube_places", "cube_ship_hours"})
    for (const char* measure : {"freight", "unbilled"})
      list.push_back(QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 BIGINT NOT NULL DEFAULT 0")
                         .arg(QLatin1String(cube), QLatin1String(measure)));
  list.push_back(QStringLiteral("DELETE FROM cube_state")); // so that all days are added up anew
  appendMarkers(list, QStringLiteral("freight_bills"), QStringLiteral("freight_bills"), QStringLiteral("freight"),
                QStringLiteral("courier, currency, amount_minor"), billMarks);
  appendMarkers(list, QStringLiteral("shipment_freight"), QStringLiteral("shipments"), QString(),
                QStringLiteral("order_id, courier"), linkMarks);
  return list;
}

} // namespace supercargo
