#include "core/db/schema_subjects.h"

namespace supercargo {
namespace {

/// A table of sums by day (grain 0) and month (grain 1). `dims` are texts, `measures` numbers.
QString cube(const char* name, const char* dims, const char* measures, bool isDated = false)
{
  const QStringList keys = QString::fromLatin1(dims).split(u' ');
  QString columns = QStringLiteral("grain SMALLINT NOT NULL, period BIGINT NOT NULL");
  if (isDated)
    columns += QStringLiteral(", origin BIGINT NOT NULL");
  for (const QString& key : keys)
    columns += QStringLiteral(", %1 TEXT NOT NULL").arg(key);
  for (const QString& measure : QString::fromLatin1(measures).split(u' '))
    columns += QStringLiteral(", %1 BIGINT NOT NULL").arg(measure);
  return QStringLiteral("CREATE TABLE %1 (%2, PRIMARY KEY (grain, period, %3%4)) $CLUSTERED")
      .arg(QLatin1String(name), columns, isDated ? QStringLiteral("origin, ") : QString(),
           keys.join(QStringLiteral(", ")));
}

/// Payments and parcels are written in many places; their marks are the tables' own doing. `row` is NEW or OLD.
QString paymentMarks(const QString& row, bool once)
{
  return QStringLiteral(
             " INSERT INTO dirty_hours (source, hour) SELECT 'payments', h FROM (SELECT COALESCE(%1.paid_at / 3600000,"
             " ((%1.order_id >> 22) + 946684800) / 3600) AS h) AS marked WHERE h IS NOT NULL%2;"
             " INSERT INTO dirty_hours (source, hour) SELECT 'orders', h FROM (SELECT ((%1.order_id >> 22) +"
             " 946684800) / 3600 AS h) AS marked WHERE h IS NOT NULL AND %1.fee_minor IS NOT NULL%3;")
      .arg(row, unlessMarked(once, "payments"), unlessMarked(once, "orders"));
}

QString parcelMarks(const QString& row, bool once)
{
  return QStringLiteral(" INSERT INTO dirty_hours (source, hour) SELECT 'parcels', h FROM (SELECT"
                        " COALESCE(%1.shipped_at, %1.created_at) / 3600000 AS h) AS marked WHERE h IS NOT NULL%2;")
      .arg(row, unlessMarked(once, "parcels"));
}

/// A line's cost may become known later.
QString lineMarks(const QString& row, bool once)
{
  return QStringLiteral(" INSERT INTO dirty_hours (source, hour) SELECT 'orders', h FROM (SELECT ((%1.order_id >> 22) +"
                        " 946684800) / 3600 AS h) AS marked WHERE h IS NOT NULL%2;")
      .arg(row, unlessMarked(once, "orders"));
}

void appendLineMarker(std::vector<QString>& list)
{
  const QString count = QStringLiteral(" UPDATE data_revisions SET revision = revision + 1 WHERE source = 'orders';");
  list.push_back(QStringLiteral("sqlite:CREATE TRIGGER order_lines_mark AFTER UPDATE ON order_lines BEGIN%1%2 END")
                     .arg(count, lineMarks(QStringLiteral("NEW"), true)));
  QString body = QStringLiteral("BEGIN%1%2 RETURN NULL; END").arg(count, lineMarks(QStringLiteral("NEW"), false));
  list.push_back(QStringLiteral("postgresql:CREATE FUNCTION mark_order_lines() RETURNS trigger LANGUAGE plpgsql AS "
                                "'%1'")
                     .arg(body.replace(u'\'', QStringLiteral("''"))));
  list.push_back(QStringLiteral("postgresql:CREATE TRIGGER order_lines_mark AFTER UPDATE ON order_lines FOR EACH ROW "
                                "EXECUTE FUNCTION mark_order_lines()"));
}

std::vector<QString> tables()
{
  const char* const sales = "orders units gross discount shipping tax total paid refunded refunded_orders cost "
                            "costed_units fee fee_orders shipped timed_orders hours_to_ship in_48h shipped_units "
                            "returned_units returned_orders";
  const char* const parcels =
      "parcels delivered exceptions tried first_try due on_time transit_hours transit_parcels lost";
  return {
      // What changed since the cubes were made of it (core/store/dirtyhours.h): hours since 1970.
      QStringLiteral("sqlite:CREATE TABLE dirty_hours (source TEXT NOT NULL, hour BIGINT NOT NULL,"
                     " PRIMARY KEY (source, hour)) $CLUSTERED"),
      QStringLiteral("postgresql:CREATE TABLE dirty_hours (source TEXT NOT NULL, hour BIGINT NOT NULL)"),
      QStringLiteral("postgresql:CREATE INDEX dirty_hours_by_hour ON dirty_hours (source, hour)"),
      QStringLiteral("CREATE TABLE data_revisions (source TEXT NOT NULL PRIMARY KEY, revision BIGINT NOT NULL)"
                     " $CLUSTERED"),
      QStringLiteral("INSERT INTO data_revisions (source, revision) VALUES ('orders', 0), ('payments', 0),"
                     " ('parcels', 0)"),
      QStringLiteral("CREATE TABLE cube_state (id BIGINT NOT NULL PRIMARY KEY, zone TEXT NOT NULL)"),
      cube("cube_sales", "account currency state", sales),
      cube("cube_hours", "account currency state weekhour", sales),
      cube("cube_methods", "account currency state method", sales),
      cube("cube_places", "account currency state province city", sales),
      cube("cube_ship_hours", "account currency state ship_hours", sales),
      cube("cube_articles", "account currency state article",
           "orders units gross discount refunded shipped_units cost costed_units fee returned_units"),
      cube("cube_refunds", "account currency state reason goods article", "refunds refunded with_goods", true),
      QStringLiteral("CREATE INDEX cube_refunds_by_origin ON cube_refunds (origin)"),
      cube("cube_paid", "account currency state method", "orders paid", true),
      QStringLiteral("CREATE INDEX cube_paid_by_origin ON cube_paid (origin)"),
      cube("cube_gateway", "account currency method status",
           "attempts succeeded failed amount fee fee_payments fee_amount refunded"),
      cube("cube_parcels", "account courier status", parcels),
      cube("cube_transit", "account courier status hours", parcels),
      QStringLiteral("CREATE INDEX payments_by_time ON payments (paid_at)"),
      QStringLiteral("CREATE INDEX shipments_by_shipping ON shipments (shipped_at)"),
      QStringLiteral("CREATE INDEX shipments_unshipped ON shipments (created_at) WHERE shipped_at IS NULL"),
      QStringLiteral("CREATE INDEX stock_movements_in ON stock_movements (sku, warehouse, id) WHERE on_hand_delta > 0"),
      // Runs that were kept, to say later why a figure changed: `parts` is what each figure was made of.
      QStringLiteral("CREATE TABLE report_runs (id $PK, report TEXT NOT NULL, version BIGINT NOT NULL,"
                     " spec TEXT NOT NULL, ran_at BIGINT NOT NULL, snapshot TEXT NOT NULL, by_hand SMALLINT NOT NULL,"
                     " parts $BLOB NOT NULL)"),
      QStringLiteral("CREATE INDEX report_runs_by_report ON report_runs (report, id)"),
      QStringLiteral("CREATE TABLE report_schedules (id $PK, name TEXT NOT NULL, spec TEXT NOT NULL,"
                     " format TEXT NOT NULL, folder TEXT NOT NULL, every TEXT NOT NULL, at_minute BIGINT NOT NULL,"
                     " span TEXT NOT NULL, created_at BIGINT NOT NULL, next_at BIGINT, last_at BIGINT,"
                     " last_file TEXT NOT NULL, last_error TEXT NOT NULL)"),
      // What articles were called on the lines that sold them, for those that left the catalogue.
      QStringLiteral("CREATE TABLE cube_titles (article TEXT NOT NULL PRIMARY KEY, title TEXT NOT NULL) $CLUSTERED"),
      // A report that a person put together: figures and dimensions, or a ready report with parameters of one's own.
      QStringLiteral("CREATE TABLE saved_reports (id $PK, name TEXT NOT NULL, spec TEXT NOT NULL, span TEXT NOT NULL,"
                     " created_at BIGINT NOT NULL)"),
  };
}

} // namespace

QString unlessMarked(bool once, const char* source)
{
  return once ? QStringLiteral(" AND NOT EXISTS (SELECT 1 FROM dirty_hours d WHERE d.source = '%1' AND d.hour = h)")
                    .arg(QLatin1String(source))
              : QString();
}

void appendMarkers(std::vector<QString>& list, const QString& name, const QString& table, const QString& source,
                   const QString& columns, QString (*marks)(const QString& row, bool once))
{
  const QString count =
      source.isEmpty()
          ? QString()
          : QStringLiteral(" UPDATE data_revisions SET revision = revision + 1 WHERE source = '%1';").arg(source);
  const QString fresh = marks(QStringLiteral("NEW"), true), old = marks(QStringLiteral("OLD"), true);
  const auto sqlite = [&](const char* when, const QString& event, const QString& body) {
    list.push_back(QStringLiteral("sqlite:CREATE TRIGGER %1_mark_%2 AFTER %3 ON %4 BEGIN%5 END")
                       .arg(name, QLatin1String(when), event, table, count + body));
  };
  sqlite("new", QStringLiteral("INSERT"), fresh);
  sqlite("changed", QStringLiteral("UPDATE OF ") + columns, old + fresh);
  sqlite("gone", QStringLiteral("DELETE"), old);
  QString body = QStringLiteral("BEGIN%1 IF TG_OP <> 'INSERT' THEN%2 END IF; IF TG_OP <> 'DELETE' THEN%3 END IF; "
                                "RETURN NULL; END")
                     .arg(count, marks(QStringLiteral("OLD"), false), marks(QStringLiteral("NEW"), false));
  list.push_back(QStringLiteral("postgresql:CREATE FUNCTION mark_%1() RETURNS trigger LANGUAGE plpgsql AS '%2'")
                     .arg(name, body.replace(u'\'', QStringLiteral("''"))));
  list.push_back(QStringLiteral("postgresql:CREATE TRIGGER %1_mark AFTER INSERT OR DELETE OR UPDATE OF %2 ON %3 "
                                "FOR EACH ROW EXECUTE FUNCTION mark_%1()")
                     .arg(name, columns, table));
}

std::vector<QString> reportsSchema()
{
  std::vector<QString> list = tables();
  appendMarkers(list, QStringLiteral("payments"), QStringLiteral("payments"), QStringLiteral("payments"),
                QStringLiteral("order_id, currency, amount_minor, fee_minor, refunded_minor, status, paid_at, method"),
                paymentMarks);
  appendMarkers(list, QStringLiteral("shipments"), QStringLiteral("shipments"), QStringLiteral("parcels"),
                QStringLiteral("order_id, courier, status, reason, shipped_at, delivered_at, estimated_at"),
                parcelMarks);
  appendLineMarker(list);
  return list;
}

std::vector<QString> declinesSchema()
{
  return {
      QStringLiteral("ALTER TABLE payments ADD COLUMN decline_code TEXT NOT NULL DEFAULT ''"),
      QStringLiteral("ALTER TABLE payments ADD COLUMN decline_reason TEXT NOT NULL DEFAULT ''"),
      QStringLiteral("DROP TABLE cube_gateway"),
      cube("cube_gateway", "account currency method status decline",
           "attempts succeeded failed amount fee fee_payments fee_amount refunded failed_amount"),
      QStringLiteral("DELETE FROM cube_state"), // so that all days are added up anew
  };
}

std::vector<QString> reportFiguresSchema()
{
  std::vector<QString> list;
  for (const char* cube : {"cube_sales", "cube_hours", "cube_methods", "cube_places", "cube_ship_hours"})
    for (const char* measure : {"lines", "filled_lines", "perfect"})
      list.push_back(QStringLiteral("ALTER TABLE %1 ADD COLUMN %2 BIGINT NOT NULL DEFAULT 0")
                         .arg(QLatin1String(cube), QLatin1String(measure)));
  list.push_back(QStringLiteral("DELETE FROM cube_state")); // so that all days are added up anew
  return list;
}

} // namespace supercargo
