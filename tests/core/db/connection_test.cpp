#include "core/db/connection.h"
#include "core/db/ids.h"
#include "core/db/open.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
QString q(const char* sql)
{
  return QString::fromUtf8(sql);
}
} // namespace

class ConnectionTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_database;
  Connection& c() { return m_database->connection(); }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_database = std::make_unique<TempDatabase>(engineOfRow());
    must(c().runOnce(c().engine() == Engine::Sqlite ? q("CREATE TABLE t (a BIGINT PRIMARY KEY, b TEXT, d BLOB)")
                                                    : q("CREATE TABLE t (a BIGINT PRIMARY KEY, b TEXT, d BYTEA)")));
  }
  void cleanup() { m_database.reset(); }

  void values_comeBackAsTheyWent()
  {
    const QByteArray bytes("\x00\x01\xff'\\", 5);
    const qint64 big = (1LL << 62) + 7;
    QCOMPARE(must(c().run(q("INSERT INTO t VALUES (?, ?, ?)"), {big, q("掌柜 'x' ? $1 \\"), bytes})), 1);
    QCOMPARE(must(c().run(q("INSERT INTO t VALUES (?, ?, ?)"), {1, std::nullopt, std::nullopt})), 1);
    int seen = 0;
    must(c().each(q("SELECT a, b, d FROM t ORDER BY a DESC"), {}, [&](const Row& row) {
      if (seen++ == 0) {
        QCOMPARE(row.integer(0), big);
        QCOMPARE(row.text(1), q("掌柜 'x' ? $1 \\"));
        QCOMPARE(row.bytes(2), bytes);
      } else {
        QVERIFY(row.isNull(1) && row.isNull(2));
      }
    }));
    QCOMPARE(seen, 2);
  }

  void nullText_isStoredAsEmpty()
  {
    must(c().run(q("INSERT INTO t (a, b) VALUES (?, ?)"), {1, QString()}));
    QCOMPARE(must(c().number(q("SELECT count(*) FROM t WHERE b = ''"))), 1);
  }

  void each_mayRunTheSameStatementInside()
  {
    must(c().insertMany(q("INSERT INTO t (a, b) VALUES"), 2, {1, q("x"), 2, q("y"), 3, q("z")}));
    QStringList pairs;
    const QString sql = q("SELECT a FROM t WHERE a > ? ORDER BY a");
    must(c().each(sql, {0}, [&](const Row& outer) {
      const qint64 a = outer.integer(0);
      must(c().each(sql, {a}, [&](const Row& inner) { pairs << QStringLiteral("%1%2").arg(a).arg(inner.integer(0)); }));
    }));
    QCOMPARE(pairs, (QStringList{q("12"), q("13"), q("23")}));
  }

  void row_stopsAtTheFirst()
  {
    must(c().insertMany(q("INSERT INTO t (a, b) VALUES"), 2, {1, q("x"), 2, q("y")}));
    int made = 0;
    const auto first = must(c().row(q("SELECT b FROM t ORDER BY a"), {}, [&](const Row& row) {
      ++made;
      return row.text(0);
    }));
    QCOMPARE(first, std::optional(q("x")));
    QCOMPARE(made, 1);
    QVERIFY(!must(c().row(q("SELECT b FROM t WHERE a = ?"), {9}, [](const Row& row) { return row.text(0); })));
  }

  void insertMany_writesEveryRowOfAnyCount_data()
  {
    QTest::addColumn<int>("count");
    for (int count : {0, 1, 2, 63, 64, 65, 127, 1000})
      QTest::addRow("%d", count) << count;
  }
  void insertMany_writesEveryRowOfAnyCount()
  {
    QFETCH(int, count);
    std::vector<SqlValue> values;
    for (int i = 0; i < count; ++i) {
      values.emplace_back(i);
      values.emplace_back(QString::number(i));
    }
    QCOMPARE(must(c().insertMany(q("INSERT INTO t (a, b) VALUES"), 2, values)), count);
    QCOMPARE(must(c().number(q("SELECT count(*) FROM t WHERE CAST(a AS TEXT) = b"))), count);
  }

  void insertMany_countsOnlyWhatTheTailChanged()
  {
    must(c().run(q("INSERT INTO t (a, b) VALUES (?, ?)"), {1, q("old")}));
    const QString tail = q("ON CONFLICT (a) DO UPDATE SET b = excluded.b WHERE t.b <> excluded.b");
    QCOMPARE(must(c().insertMany(q("INSERT INTO t (a, b) VALUES"), 2, {1, q("old"), 2, q("new")}, tail)), 1);
    QCOMPARE(must(c().insertMany(q("INSERT INTO t (a, b) VALUES"), 2, {1, q("more"), 2, q("new")}, tail)), 1);
  }

  void transaction_rollsBackOnlyTheInnerOne()
  {
    must(c().transaction([&]() -> Result<void> {
      SC_TRY(c().run(q("INSERT INTO t (a) VALUES (?)"), {1}));
      const auto inner = c().transaction([&]() -> Result<void> {
        SC_TRY(c().run(q("INSERT INTO t (a) VALUES (?)"), {2}));
        SC_TRY(c().run(q("INSERT INTO t (a) VALUES (?)"), {1}));
        return {};
      });
      if (inner || inner.error().kind != ErrorKind::Conflict)
        return fail(ErrorKind::Invalid, q("the same key twice must be a Conflict"));
      SC_TRY(c().run(q("INSERT INTO t (a) VALUES (?)"), {3}));
      return {};
    }));
    QCOMPARE(must(c().number(q("SELECT CAST(sum(a) AS BIGINT) FROM t"))), 4);
  }

  /// PostgreSQL gives a transaction up with its first error, and answers COMMIT with a silent ROLLBACK.
  void errorPassedOver_isToldAtTheLatestByTheCommit()
  {
    const auto insert = [&] { return c().run(q("INSERT INTO t (a) VALUES (?)"), {1}); };
    const bool givesUp = c().engine() == Engine::PostgreSql;
    const auto done = c().transaction([&]() -> Result<void> {
      SC_TRY(insert());
      if (insert())
        return fail(ErrorKind::Invalid, q("no error"));
      return {};
    });
    QCOMPARE(bool(done), !givesUp);
    QCOMPARE(must(c().number(q("SELECT COUNT(*) FROM t"))), givesUp ? 0 : 1);
  }

  void transaction_leavesNothingAfterAnError()
  {
    const Result<int> result = c().transaction([&]() -> Result<int> {
      SC_TRY(c().run(q("INSERT INTO t (a) VALUES (?)"), {1}));
      return fail(ErrorKind::Rejected, q("no"));
    });
    QCOMPARE(result.error().kind, ErrorKind::Rejected);
    QCOMPARE(must(c().number(q("SELECT count(*) FROM t"))), 0);
  }

  void error_namesTheStatementAndNeverAValue()
  {
    must(c().run(q("INSERT INTO t (a, b) VALUES (?, ?)"), {727, q("hush")}));
    const auto twice = c().run(q("INSERT INTO t (a, b) VALUES (?, ?)"), {727, q("hush")});
    QCOMPARE(twice.error().kind, ErrorKind::Conflict);
    QVERIFY(twice.error().detail.contains(q("INSERT INTO t (a, b)")));
    QVERIFY2(!twice.error().detail.contains(q("727")) && !twice.error().detail.contains(q("hush")),
             qPrintable(twice.error().detail));
    const auto wrong = c().run(q("SELECT nothing FROM nowhere WHERE x = ?"), {727});
    QCOMPARE(wrong.error().kind, ErrorKind::Database);
    if (c().engine() == Engine::PostgreSql) { // SQLite does not mind what a column holds
      const auto type = c().run(q("INSERT INTO t (a) VALUES (?)"), {q("hush")});
      QVERIFY2(!type.error().detail.contains(q("hush")), qPrintable(type.error().detail));
    }
  }

  void text_losesItsNulOnlyWhereTheEngineHasNone()
  {
    const QString text = q("a") + QChar(0) + q("b");
    must(c().run(q("INSERT INTO t (a, b) VALUES (?, ?)"), {1, text}));
    const auto got = must(c().row(q("SELECT b FROM t"), {}, [](const Row& row) { return row.text(0); }));
    QCOMPARE(*got, c().engine() == Engine::Sqlite ? text : q("ab"));
  }

  void readOnlyConnection_refusesToWrite()
  {
    const auto reader = must(connectTo(m_database->config(), true));
    const auto written = reader->run(q("INSERT INTO t (a) VALUES (?)"), {1});
    QVERIFY(!written);
    QCOMPARE(written.error().kind, ErrorKind::Denied);
    QCOMPARE(must(reader->number(q("SELECT count(*) FROM t"))), 0);
  }

  void finishedRead_holdsNoOldView()
  {
    const auto reader = must(connectTo(m_database->config(), true));
    const QString sql = q("SELECT count(*) FROM t WHERE a > ?");
    QCOMPARE(must(reader->number(sql, {0})), 0);
    must(c().run(q("INSERT INTO t (a) VALUES (?)"), {1}));
    QCOMPARE(must(reader->number(sql, {0})), 1);
  }

  void nextIds_neverGivesOneTwice()
  {
    QCOMPARE(must(nextIds(c(), q("things"), 3)), 1);
    QCOMPARE(must(nextIds(c(), q("things"))), 4);
    QCOMPARE(must(nextIds(c(), q("others"))), 1);
    const auto undone = c().transaction([&]() -> Result<void> {
      SC_TRY(nextIds(c(), q("things"), 10));
      return fail(ErrorKind::Cancelled, QString());
    });
    QVERIFY(!undone);
    QCOMPARE(must(nextIds(c(), q("things"))), 5);
  }

  void likeEscaped_findsTheSignsThemselves()
  {
    must(c().insertMany(q("INSERT INTO t (a, b) VALUES"), 2, {1, q("50%_\\"), 2, q("50xyz")}));
    QCOMPARE(must(c().number(q("SELECT count(*) FROM t WHERE b LIKE ? ESCAPE '\\'"), {likeEscaped(q("50%_\\"))})), 1);
  }
};

SC_TEST(ConnectionTest)
#include "connection_test.moc"
