#include "core/db/schema_subjects.h"

namespace supercargo {
namespace {

QString mark(const char* source, const QString& hours, bool once)
{
  return QStringLiteral(" INSERT INTO dirty_hours (source, hour) SELECT '%1', h FROM (%2) AS marked WHERE h IS NOT "
                        "NULL%3;")
      .arg(QLatin1String(source), hours, unlessMarked(once, source));
}

/// Where a bill says that a payment was settled, the day it was paid on is to be kept anew.
QString billMarks(const QString& row, bool once)
{
  return mark("payments",
              QStringLiteral("SELECT p.paid_at / 3600000 AS h FROM payments p WHERE p.account_id = %1.account_id AND "
                             "p.external_id = %1.payment_external_id AND %1.kind = 'payment'")
                  .arg(row),
              once);
}

QString wayMarks(const QString& row, bool once)
{
  return mark("parcels",
              QStringLiteral("SELECT COALESCE(s.shipped_at, s.created_at) / 3600000 AS h FROM shipments s WHERE s.id = "
                             "%1.shipment_id")
                  .arg(row),
              once);
}

/// How often buyers tried to pay is counted with their orders; payments with a fee mark those anyhow.
QString tryMarks(const QString& row, bool once)
{
  return mark(
      "orders",
      QStringLiteral("SELECT ((%1.order_id >> 22) + 946684800) / 3600 AS h WHERE %1.fee_minor IS NULL").arg(row), once);
}

} // namespace

std::vector<QString> dayFactsSchema()
{
  std::vector<QString> list{
      // Facts of whole local days as packed columns (core/store/dayfacts.h), made with the day cubes.
      QStringLiteral("CREATE TABLE fact_days (name TEXT NOT NULL, day BIGINT NOT NULL, facts $BLOB NOT NULL,"
                     " PRIMARY KEY (name, day))"),
      QStringLiteral("CREATE TABLE cube_tries (grain SMALLINT NOT NULL, period BIGINT NOT NULL, account TEXT NOT NULL,"
                     " method TEXT NOT NULL, orders BIGINT NOT NULL, at_once BIGINT NOT NULL, paid BIGINT NOT NULL,"
                     " tries BIGINT NOT NULL, PRIMARY KEY (grain, period, account, method)) $CLUSTERED"),
      // Without statistics SQLite prefers the key's first column, the account, to any index that begins with it: all
      // bills of a gateway were read for each payment. Those who look for a payment say "+account_id".
      QStringLiteral("DROP INDEX bill_lines_by_payment"),
      QStringLiteral("CREATE INDEX bill_lines_by_payment ON bill_lines (payment_external_id)"),
      QStringLiteral("ALTER TABLE stock_alert_progress ADD COLUMN swept_at BIGINT NOT NULL DEFAULT 0"),
      QStringLiteral("DELETE FROM cube_state"), // so that all days are made anew
  };
  appendMarkers(list, QStringLiteral("bill_lines"), QStringLiteral("bill_lines"), QStringLiteral("payments"),
                QStringLiteral("kind, payment_external_id, currency, amount_minor, settled_on"), billMarks);
  appendMarkers(list, QStringLiteral("parcel_ways"), QStringLiteral("parcel_ways"), QStringLiteral("parcels"),
                QStringLiteral("origin, destination, picked_at, problem, promised_at"), wayMarks);
  appendMarkers(list, QStringLiteral("payment_tries"), QStringLiteral("payments"), QString(),
                QStringLiteral("order_id, status, method"), tryMarks);
  return list;
}

} // namespace supercargo
