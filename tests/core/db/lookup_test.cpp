#include "core/db/lookup.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {
constexpr int kMost = 250;

std::vector<QString> keys(int count)
{
  std::vector<QString> all;
  for (int i = 0; i < count; ++i)
    all.push_back(QStringLiteral("key %1").arg(i));
  return all;
}
} // namespace

class LookupTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_database;
  Connection& c() { return m_database->connection(); }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init()
  {
    m_database = std::make_unique<TempDatabase>(engineOfRow());
    must(c().runOnce(QStringLiteral("CREATE TABLE t (shop BIGINT NOT NULL, name TEXT NOT NULL)")));
    std::vector<SqlValue> values;
    for (const QString& key : keys(kMost))
      for (int shop : {1, 2})
        values.insert(values.end(), {shop, key});
    must(c().insertMany(QStringLiteral("INSERT INTO t (shop, name) VALUES"), 2, values));
  }
  void cleanup() { m_database.reset(); }

  void inPieces_findsEachKeyOnce_data()
  {
    QTest::addColumn<int>("count");
    QTest::addColumn<QList<qsizetype>>("sizes");
    QTest::newRow("none") << 0 << QList<qsizetype>{};
    QTest::newRow("1") << 1 << QList<qsizetype>{4};
    QTest::newRow("4") << 4 << QList<qsizetype>{4};
    QTest::newRow("5") << 5 << QList<qsizetype>{20};
    QTest::newRow("20") << 20 << QList<qsizetype>{20};
    QTest::newRow("21") << 21 << QList<qsizetype>{100};
    QTest::newRow("100") << 100 << QList<qsizetype>{100};
    QTest::newRow("101") << 101 << QList<qsizetype>{100, 4};
    QTest::newRow("250") << kMost << QList<qsizetype>{100, 100, 100};
  }
  void inPieces_findsEachKeyOnce()
  {
    QFETCH(int, count);
    QFETCH(QList<qsizetype>, sizes);
    QList<qsizetype> asked;
    std::vector<QString> found;
    must(inPieces(keys(count), {2}, [&](const QString& marks, const std::vector<SqlValue>& values) {
      asked << marks.count(u'?');
      return c().each(QStringLiteral("SELECT name FROM t WHERE shop = ? AND name IN (%1)").arg(marks), values,
                      [&](const Row& row) { found.push_back(row.text(0)); });
    }));
    auto expected = keys(count);
    std::ranges::sort(expected);
    std::ranges::sort(found);
    QCOMPARE(found, expected);
    QCOMPARE(asked, sizes);
  }

  void inPieces_endsWithTheFirstError()
  {
    int asked = 0;
    const auto failed = inPieces(keys(kMost), {}, [&](const QString&, const std::vector<SqlValue>&) -> Result<void> {
      ++asked;
      return fail(ErrorKind::Cancelled, QString());
    });
    QCOMPARE(failed.error().kind, ErrorKind::Cancelled);
    QCOMPARE(asked, 1);
  }
};

SC_TEST(LookupTest)
#include "lookup_test.moc"
