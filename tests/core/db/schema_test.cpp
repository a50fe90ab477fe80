#include "core/db/migrate.h"
#include "core/db/open.h"
#include "core/db/schema.h"
#include "tests/support/places.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace supercargo;
using namespace supercargo::test;

namespace {
QString q(const char* sql)
{
  return QString::fromUtf8(sql);
}

/// The schema as text: one line for each column and index.
QString dump(Connection& c)
{
  const QString sql =
      c.engine() == Engine::Sqlite
          ? q("SELECT m.name || '.' || p.name || ' ' || p.type || CASE p.\"notnull\" WHEN 1 THEN ' NOT NULL' ELSE '' "
              "END || "
              "CASE WHEN p.pk > 0 THEN ' KEY ' || p.pk ELSE '' END AS line FROM sqlite_master m JOIN "
              "pragma_table_info(m.name) "
              "p WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE 'order_search_%' "
              "UNION ALL SELECT 'index ' || sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1")
          : q("SELECT table_name || '.' || column_name || ' ' || data_type || CASE is_nullable WHEN 'NO' THEN ' NOT "
              "NULL' ELSE "
              "'' END AS line FROM information_schema.columns WHERE table_schema = 'public' "
              "UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' ORDER BY 1");
  QString text;
  must(c.each(sql, {}, [&](const Row& row) { text += row.text(0).simplified() + u'\n'; }));
  return text;
}

Result<qint64> tableCount(Connection& c, const QString& table)
{
  return c.number(c.engine() == Engine::Sqlite ? q("SELECT count(*) FROM sqlite_master WHERE name = ?")
                                               : q("SELECT count(*) FROM pg_tables WHERE tablename = ?"),
                  {table});
}

const std::vector<QString> kOne{q("CREATE TABLE one (id $PK, data $BLOB, size $REAL)"),
                                q("sqlite: CREATE TABLE only_sqlite (id $PK)"),
                                q("postgresql: CREATE TABLE only_postgresql (id $PK)")};
} // namespace

class SchemaTest : public QObject {
  Q_OBJECT

  /// A connection to a database without our schema.
  static std::unique_ptr<Connection> bare(const TempDatabase& temp)
  {
    return temp.config().postgresUrl.isEmpty() ? must(openSqlite(temp.config().sqliteFile, Access::ReadWrite))
                                               : must(openPostgres(temp.config().postgresUrl, Access::ReadWrite));
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  /// A shipped step never changes. While a step is new: set SUPERCARGO_UPDATE_GOLDEN and look at the difference.
  void schema_isTheGoldenOne()
  {
    TempDatabase temp(engineOfRow());
    const QString got = dump(temp.connection());
    QFile golden(sourceDir() + QStringLiteral("/tests/core/db/schema.%1.txt")
                                   .arg(engineOfRow() == Engine::Sqlite ? q("sqlite") : q("postgresql")));
    if (qEnvironmentVariableIsSet("SUPERCARGO_UPDATE_GOLDEN")) {
      QVERIFY(golden.open(QFile::WriteOnly));
      golden.write(got.toUtf8());
      return;
    }
    QVERIFY2(golden.open(QFile::ReadOnly), qPrintable(golden.fileName()));
    const QStringList want = QString::fromUtf8(golden.readAll()).split(u'\n'), have = got.split(u'\n');
    for (const QString& line : want)
      QVERIFY2(have.contains(line), qPrintable(q("missing: ") + line));
    for (const QString& line : have)
      QVERIFY2(want.contains(line), qPrintable(q("unexpected: ") + line));
  }

  void steps_runOnceAndAreRecorded()
  {
    TempDatabase temp(engineOfRow());
    const auto c = bare(temp);
    QCOMPARE(must(storedVersion(*c)), 0);
    const std::vector<Migration> first{{1, "one", kOne}};
    must(migrate(*c, first));
    must(migrate(*c, first));
    QCOMPARE(must(storedVersion(*c)), 1);
    QCOMPARE(
        must(c->number(q("SELECT count(*) FROM schema_history WHERE name = 'one' AND applied_at > 1600000000000"))), 1);
    QCOMPARE(must(tableCount(*c, q("only_sqlite"))), engineOfRow() == Engine::Sqlite ? 1 : 0);
    QCOMPARE(must(tableCount(*c, q("only_postgresql"))), engineOfRow() == Engine::Sqlite ? 0 : 1);
    must(c->run(q("INSERT INTO one (id, data, size) VALUES (?, ?, ?)"), {1LL << 60, QByteArray("\0x", 2), 1.5}));
    QCOMPARE(must(c->number(q("SELECT id FROM one WHERE size = 1.5"))), 1LL << 60);
  }

  void failingStep_leavesTheOldVersionWhole()
  {
    TempDatabase temp(engineOfRow());
    const auto c = bare(temp);
    must(migrate(*c, {{1, "one", kOne}}));
    const auto failed = migrate(*c, {{1, "one", kOne},
                                     {2, "two", {q("CREATE TABLE two (id $PK)")}},
                                     {3, "three", {q("CREATE TABLE three (id $PK)"), q("CREATE NONSENSE")}}});
    QCOMPARE(failed.error().kind, ErrorKind::Database);
    QCOMPARE(must(storedVersion(*c)), 2);
    QCOMPARE(must(tableCount(*c, q("two"))), 1);
    QCOMPARE(must(tableCount(*c, q("three"))), 0);
  }

  void newerDatabase_isRefusedWithBothVersions()
  {
    TempDatabase temp(engineOfRow());
    const int newer = schemaVersion() + 7;
    must(
        temp.connection().run(q("INSERT INTO schema_history (version, name, applied_at) VALUES (?, 'x', 1)"), {newer}));
    temp.disconnect();
    for (const bool readOnly : {false, true}) {
      const auto opened = connectTo(temp.config(), readOnly);
      QVERIFY(!opened);
      QCOMPARE(opened.error().kind, ErrorKind::Conflict);
      QVERIFY(opened.error().detail.contains(QString::number(newer)));
      QVERIFY(opened.error().detail.contains(q("up to %1").arg(schemaVersion())));
    }
    QCOMPARE(Database::open(temp.config()).error().kind, ErrorKind::Conflict);
  }

  void existingFile_isCopiedBeforeAMigration()
  {
    if (engineOfRow() != Engine::Sqlite)
      QSKIP("files");
    TempDatabase temp;
    const QString copy = temp.config().sqliteFile + q(".before-v2");
    {
      const auto c = bare(temp);
      must(migrate(*c, {{1, "one", kOne}}));
      QVERIFY(!QFile::exists(temp.config().sqliteFile + q(".before-v1")));
      must(c->run(q("INSERT INTO one (id) VALUES (41)")));
      must(migrate(*c, {{1, "one", kOne}, {2, "two", {q("DROP TABLE one")}}}));
    }
    const auto kept = must(openSqlite(copy, Access::ReadOnly));
    QCOMPARE(must(storedVersion(*kept)), 1);
    QCOMPARE(must(kept->number(q("SELECT id FROM one"))), 41);
  }
};

SC_TEST(SchemaTest)
#include "schema_test.moc"
