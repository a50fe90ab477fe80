#include "core/reports/sqlconsole.h"
#include "core/reports/sqlviews.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/sampleorders.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QTimeZone>

using namespace supercargo;
using test::must;

namespace {
const Instant kNow = fromMs(1'767'600'000'000); // 2026-01-05T08:00:00Z
}

/// Questions in SQL: what can be asked, and what cannot.
class SqlConsoleTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  std::unique_ptr<Connection> m_reader;

  void open(const QString& zone = QStringLiteral("Asia/Shanghai"))
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    Connection& c = m_temp->connection();
    must(saveWorkspaceInfo(c, {QStringLiteral("Shop"), zone, Currency(), kNow, false}));
    AccountRow row;
    row.provider = row.name = QStringLiteral("woocommerce");
    row.createdAt = row.credentialAt = kNow;
    must(addAccount(c, row));
    ChangeSet changes;
    must(upsertOrders(c, {AccountId(1), std::nullopt, kNow}, test::sampleOrders(50, kNow), changes));
    m_reader = must(connectTo(m_temp->config(), true));
  }
  Result<ReportResult> ask(const QString& sql, size_t rows = 10'000)
  {
    return answerSql(*m_reader, {sql, rows, kNow, std::make_shared<std::atomic<bool>>(false)});
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    open();
    if (test::engineOfRow() != Engine::Sqlite) {
      QCOMPARE(ask(QStringLiteral("SELECT 1")).error().kind, ErrorKind::Config);
      QSKIP("only a local database can be asked freely");
    }
  }
  void cleanup()
  {
    m_reader.reset();
    m_temp.reset();
  }

  void everyView_hasTheColumnsItIsDescribedWith()
  {
    for (const SqlView& view : sqlViews()) {
      const auto answer = ask(QStringLiteral("SELECT * FROM ") + QLatin1String(view.name));
      QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
      QCOMPARE(answer->columns.size(), view.columns.size());
      for (size_t i = 0; i < view.columns.size(); ++i)
        QCOMPARE(answer->columns[i].key, QLatin1String(view.columns[i].name));
    }
    for (const SqlExample& example : sqlExamples()) {
      const auto answer = ask(QLatin1String(example.sql));
      QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
    }
  }

  void answers_agreeWithTheRows()
  {
    const ReportResult answer = must(ask(QStringLiteral(
        "-- how many\nWITH mine AS (SELECT * FROM shop_orders) SELECT count(*) AS n, sum(total_minor) AS total, "
        "avg(units) AS mean, min(number) AS first FROM mine")));
    QCOMPARE(std::get<qint64>(answer.rows.front().cells[0]), 50);
    QCOMPARE(std::get<qint64>(answer.rows.front().cells[1]),
             must(m_reader->number(QStringLiteral("SELECT SUM(total_minor) FROM orders"))));
    QCOMPARE(answer.columns[1].kind, ColumnKind::Count);
    QCOMPARE(answer.columns[2].kind, ColumnKind::Number);
    QCOMPARE(answer.columns[3].kind, ColumnKind::Text);
    QVERIFY(answer.notes.isEmpty() && !answer.hash.isEmpty());
  }

  void times_areTheShopsOwn()
  {
    m_reader.reset();
    open(QStringLiteral("America/New_York"));
    const ReportResult answer = must(ask(QStringLiteral("SELECT order_id, placed_at, placed_day FROM shop_orders")));
    const QTimeZone zone("America/New_York");
    for (const ReportRow& row : answer.rows) {
      const qint64 at = must(m_reader->number(QStringLiteral("SELECT placed_at FROM orders WHERE id = ?"),
                                              {std::get<qint64>(row.cells[0])}));
      const QDateTime local = QDateTime::fromMSecsSinceEpoch(at, zone);
      QCOMPARE(std::get<QString>(row.cells[1]), local.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")));
      QCOMPARE(std::get<QString>(row.cells[2]), local.date().toString(Qt::ISODate));
    }
  }

  void rows_areLimitedAndItIsSaid()
  {
    const ReportResult answer = must(ask(QStringLiteral("SELECT number FROM shop_orders"), 7));
    QCOMPARE(answer.rows.size(), size_t(7));
    QVERIFY(answer.notes.first().startsWith(QLatin1String("cut: ")));
    QVERIFY(must(ask(QStringLiteral("SELECT number FROM shop_orders"), 50)).notes.isEmpty());
  }

  void whatIsNotMeantForReading_isRefused_data()
  {
    QTest::addColumn<QString>("sql");
    QTest::addColumn<int>("kind");
    const auto row = [](const char* name, const char* sql, ErrorKind kind) {
      QTest::newRow(name) << QString::fromLatin1(sql) << int(kind);
    };
    row("secrets", "SELECT * FROM secrets", ErrorKind::Denied);
    row("vault", "SELECT count(*) FROM vault", ErrorKind::Denied);
    row("vault in a view's clothes", "WITH shop_orders AS (SELECT * FROM vault) SELECT * FROM shop_orders",
        ErrorKind::Invalid);
    row("vault by a subquery", "SELECT (SELECT count(*) FROM vault) FROM shop_orders", ErrorKind::Denied);
    row("name of a buyer", "SELECT customer_name FROM orders", ErrorKind::Denied);
    row("telephone of a buyer", "SELECT d.ship_phone FROM main.order_details d", ErrorKind::Denied);
    row("customers", "SELECT name FROM customers", ErrorKind::Denied);
    row("fields of accounts", "SELECT fields FROM accounts", ErrorKind::Denied);
    row("names of tables", "SELECT name FROM sqlite_master", ErrorKind::Denied);
    row("settings", "SELECT * FROM pragma_database_list", ErrorKind::Denied);
    row("writing", "DELETE FROM orders", ErrorKind::Invalid);
    row("writing after with", "WITH x AS (SELECT 1) DELETE FROM orders", ErrorKind::Denied);
    row("attaching", "ATTACH 'other.sqlite' AS other", ErrorKind::Invalid);
    row("pragma", "PRAGMA query_only = 0", ErrorKind::Invalid);
    row("two statements", "SELECT 1; DELETE FROM orders", ErrorKind::Invalid);
    row("extension", "SELECT load_extension('x')", ErrorKind::Denied);
    row("nonsense", "SELECT FROM WHERE", ErrorKind::Invalid);
    row("nothing", "  ", ErrorKind::Invalid);
  }
  void whatIsNotMeantForReading_isRefused()
  {
    QFETCH(QString, sql);
    QFETCH(int, kind);
    const auto answer = ask(sql);
    QVERIFY(!answer);
    QVERIFY2(int(answer.error().kind) == kind, qPrintable(errorKindName(answer.error().kind) + answer.error().detail));
    QVERIFY(!answer.error().detail.isEmpty());
    // The connection is as it was.
    QCOMPARE(must(m_reader->number(QStringLiteral("SELECT COUNT(*) FROM orders WHERE customer_name <> ''"))) > 0, true);
  }

  void endlessQuestion_canBeStopped()
  {
    auto stop = std::make_shared<std::atomic<bool>>(true);
    const auto answer = answerSql(
        *m_reader, {QStringLiteral("WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"), 10,
                    kNow, stop});
    QCOMPARE(answer.error().kind, ErrorKind::Cancelled);
    QCOMPARE(must(ask(QStringLiteral("SELECT count(*) FROM shop_orders"))).rows.size(), size_t(1));
  }
};

SC_TEST(SqlConsoleTest)
#include "sqlconsole_test.moc"
