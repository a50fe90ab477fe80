#include "core/db/ids.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
const QString kThings = QStringLiteral("things"), kOthers = QStringLiteral("others");
} // namespace

class IdsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_database;
  Connection& c() { return m_database->connection(); }
  qint64 next(qint64 count = 1, const QString& table = kThings) { return must(nextIds(c(), table, count)); }
  /// Takes ids in a transaction, or one inside of another, that fails.
  void takeInVain(qint64 count)
  {
    const auto undone = c().transaction([&]() -> Result<void> {
      next(count);
      return fail(ErrorKind::Cancelled, QString());
    });
    QVERIFY(!undone);
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init() { m_database = std::make_unique<TempDatabase>(engineOfRow()); }
  void cleanup() { m_database.reset(); }

  void nextIds_countOnInsideAndOutsideOfATransaction()
  {
    QCOMPARE(next(3), 1);
    QVERIFY(!c().isInTransaction());
    must(c().transaction([&]() -> Result<void> {
      const qint64 first = next(2), second = next(), other = next(5, kOthers);
      return first == 4 && second == 6 && other == 1 ? Result<void>()
                                                     : fail(ErrorKind::Invalid, QStringLiteral("other ids"));
    }));
    QCOMPARE(next(), 7);
    QCOMPARE(next(1, kOthers), 6);
  }

  void rollback_takesTheFirstIdsOfATableBack()
  {
    takeInVain(10);
    QCOMPARE(next(), 1);
  }

  void nestedRollback_takesBackItsOwnOnly()
  {
    must(c().begin());
    takeInVain(10);
    QCOMPARE(next(2), 1);
    takeInVain(10);
    QCOMPARE(next(), 3);
    must(c().commit());
    QCOMPARE(next(), 4);
  }

  void expectedIds_areReservedForAllThatMayFollow()
  {
    ExpectedIds ids(kThings, 4);
    ids.nextRecord(); // no new one
    for (const qint64 id : {1, 2, 3}) {
      ids.nextRecord();
      QCOMPARE(must(ids.next(c())), id);
      QCOMPARE(next(1, kOthers), id); // nobody else's
    }
    QCOMPARE(next(), 4);
  }

  void expectedIds_goOnBehindTheirBlock()
  {
    ExpectedIds ids(kThings, 2);
    ids.nextRecord();
    for (const qint64 id : {1, 2}) // a record may want several
      QCOMPARE(must(ids.next(c())), id);
    QCOMPARE(must(ids.next(c())), 3); // a block of as many again
    ids.nextRecord();
    QCOMPARE(must(ids.next(c())), 4);
    QCOMPARE(must(ids.next(c())), 5);
    ids.nextRecord(); // more than were told of: one at a time
    QCOMPARE(must(ids.next(c())), 6);
    QCOMPARE(next(), 7);
  }

  void expectedIds_takeNoneWhenNobodyAsks()
  {
    ExpectedIds(kThings, 100).nextRecord();
    QCOMPARE(next(), 1);
  }
};

SC_TEST(IdsTest)
#include "ids_test.moc"
