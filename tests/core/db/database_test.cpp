#include "core/db/database.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QSqlQuery>

#include <future>

using namespace supercargo;
using namespace supercargo::test;

namespace {
QString q(const char* sql)
{
  return QString::fromUtf8(sql);
}

Result<void> addView(Connection& c, qint64 id, const QString& name = {})
{
  SC_TRY(c.run(q("INSERT INTO saved_views (id, page, name, filter, position) VALUES (?, '', ?, '', 0)"), {id, name}));
  return {};
}
Result<qint64> countViews(Connection& c)
{
  return c.number(q("SELECT count(*) FROM saved_views"));
}
} // namespace

class DatabaseTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void write_isSeenByReadsAfterIt()
  {
    TempDatabase temp(engineOfRow());
    const auto database = must(Database::open(temp.config()));
    must(database->write([](Connection& c) { return addView(c, 1); }).result());
    QCOMPARE(must(database->read(countViews).result()), 1);
  }

  void failedWrite_takesNothingOfItsNeighboursWithIt()
  {
    TempDatabase temp(engineOfRow());
    const auto database = must(Database::open(temp.config()));
    // The first write waits until the others are there, so that all of them share one transaction.
    std::promise<void> all;
    auto first = database->write([waiting = all.get_future().share()](Connection& c) {
      waiting.wait();
      return addView(c, 1);
    });
    auto second = database->write([](Connection& c) -> Result<void> {
      SC_TRY(addView(c, 2));
      return addView(c, 1);
    });
    auto third = database->write([](Connection& c) { return addView(c, 3); });
    all.set_value();
    QVERIFY(first.result().has_value());
    QCOMPARE(second.result().error().kind, ErrorKind::Conflict);
    QVERIFY(third.result().has_value());
    QCOMPARE(must(database->read(countViews).result()), 2);
  }

  void failedFirstWrite_leavesNothingAndHoldsUpNobody()
  {
    TempDatabase temp(engineOfRow());
    const auto database = must(Database::open(temp.config()));
    // As above; the first of a batch has no savepoint of its own, and the second becomes the first of the next.
    std::promise<void> all;
    auto first = database->write([waiting = all.get_future().share()](Connection& c) -> Result<void> {
      waiting.wait();
      SC_TRY(addView(c, 1));
      return addView(c, 1);
    });
    auto second = database->write([](Connection& c) -> Result<void> {
      SC_TRY(addView(c, 2));
      return fail(ErrorKind::Rejected, q("mine"));
    });
    auto third = database->write([](Connection& c) -> Result<qint64> {
      SC_TRY(addView(c, 1));
      SC_TRY(addView(c, 2));
      return countViews(c);
    });
    all.set_value();
    QCOMPARE(first.result().error().kind, ErrorKind::Conflict);
    QCOMPARE(second.result().error().kind, ErrorKind::Rejected);
    QCOMPARE(second.result().error().detail, q("mine"));
    QCOMPARE(must(third.result()), 2);
    QCOMPARE(must(database->read(countViews).result()), 2);
  }

  void changed_comesAfterTheCommitAndOnlyForWhatSucceeded()
  {
    TempDatabase temp(engineOfRow());
    const auto database = must(Database::open(temp.config()));
    std::vector<ChangeSet> heard;
    connect(database.get(), &Database::changed, this, [&](const ChangeSet& changes) { heard.push_back(changes); });
    auto failed = database->write([](Connection&, ChangeSet& changes) -> Result<void> {
      changes.orders.insert(9);
      return fail(ErrorKind::Rejected, q("no"));
    });
    auto done = database->write([](Connection& c, ChangeSet& changes) -> Result<void> {
      changes.orders.insert(7);
      return addView(c, 7);
    });
    QVERIFY(!failed.result());
    QVERIFY(done.result().has_value());
    QTRY_COMPARE(heard.size(), size_t(1));
    QCOMPARE(heard[0].orders, QSet<qint64>{7});
  }

  void destruction_finishesAcceptedWrites()
  {
    TempDatabase temp(engineOfRow());
    {
      const auto database = must(Database::open(temp.config()));
      for (int i = 1; i <= 200; ++i)
        database->write([i](Connection& c) { return addView(c, i); });
    }
    QCOMPARE(must(countViews(temp.connection())), 200);
  }

  void readers_workAtTheSameTimeAndCannotWrite()
  {
    TempDatabase temp(engineOfRow());
    const auto database = must(Database::open(temp.config()));
    // Each of the two waits for the other: one reader alone would never end.
    std::promise<void> a, b;
    auto one = database->read([&, other = b.get_future().share()](Connection& c) {
      a.set_value();
      other.wait();
      return countViews(c);
    });
    auto two = database->read([&, other = a.get_future().share()](Connection& c) {
      b.set_value();
      other.wait();
      return countViews(c);
    });
    QCOMPARE(must(one.result()), 0);
    QCOMPARE(must(two.result()), 0);
    QCOMPARE(database->read([](Connection& c) { return addView(c, 1); }).result().error().kind, ErrorKind::Denied);
  }

  void fullDisk_isToldAndPasses()
  {
    if (engineOfRow() != Engine::Sqlite)
      QSKIP("the server's disk");
    TempDatabase temp;
    const auto database = must(Database::open(temp.config()));
    QList<bool> told;
    connect(database.get(), &Database::diskFull, this, [&](bool full) { told << full; });
    must(database->write([](Connection& c) { return addView(c, 1); }).result());
    // SQLite's own limit of pages behaves like a full disk: SQLITE_FULL, and the transaction is gone.
    must(database
             ->write([](Connection& c) -> Result<void> {
               SC_TRY_ASSIGN(pages, c.number(q("PRAGMA page_count")));
               return c.runOnce(q("PRAGMA max_page_count = %1").arg(pages + 4));
             })
             .result());

    std::promise<void> all;
    auto neighbour = database->write([waiting = all.get_future().share()](Connection& c) {
      waiting.wait();
      return addView(c, 2);
    });
    auto large = database->write([](Connection& c) -> Result<void> {
      const auto stored = addView(c, 3, QString(1'000'000, u'x'));
      (void)addView(c, 4); // going on after an error must not write outside the transaction
      return stored;
    });
    all.set_value();
    QCOMPARE(large.result().error().kind, ErrorKind::DiskFull);
    QCOMPARE(neighbour.result().error().kind, ErrorKind::DiskFull);
    QCOMPARE(must(database->read(countViews).result()), 1);
    QTRY_COMPARE(told, QList<bool>{true});

    must(database->write([](Connection& c) { return addView(c, 5); }).result());
    QCOMPARE(must(database->read(countViews).result()), 2);
    QTRY_COMPARE(told, (QList<bool>{true, false}));
    QCOMPARE(must(database
                      ->read([](Connection& c) {
                        return c.row(q("PRAGMA integrity_check"), {}, [](const Row& row) { return row.text(0); });
                      })
                      .result()),
             std::optional(q("ok")));
  }

  void foreignFile_isLeftAlone()
  {
    if (engineOfRow() != Engine::Sqlite)
      QSKIP("files");
    TempDatabase temp;
    {
      auto other = QSqlDatabase::addDatabase(q("QSQLITE"), q("other"));
      other.setDatabaseName(temp.config().sqliteFile);
      QVERIFY(other.open());
      QVERIFY(QSqlQuery(other).exec(q("CREATE TABLE recipes (x)")));
    }
    QSqlDatabase::removeDatabase(q("other"));
    const auto opened = Database::open(temp.config());
    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::Invalid);
  }

  void folderInTheWay_isDenied()
  {
    if (engineOfRow() != Engine::Sqlite)
      QSKIP("files");
    TempDatabase temp;
    QVERIFY(QDir().mkpath(temp.config().sqliteFile));
    QCOMPARE(Database::open(temp.config()).error().kind, ErrorKind::Denied);
  }

  void unreachableServer_isAnErrorWithoutThePassword()
  {
    DatabaseConfig config;
    config.postgresUrl = q("postgresql://someone:hushhush@127.0.0.1:1/none");
    const auto opened = Database::open(config);
    QCOMPARE(opened.error().kind, ErrorKind::Database);
    QVERIFY(!opened.error().detail.contains(q("hushhush")));
  }
};

SC_TEST(DatabaseTest)
#include "database_test.moc"
