#include "core/db/open.h"
#include "core/db/qtstatement.h"
#include "core/db/sqlitestatement.h"
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

/// What both ways to run a statement on SQLite promise; through Connection, and for PostgreSQL: connection_test.
class StatementTest : public QObject {
  Q_OBJECT

  std::unique_ptr<TempDatabase> m_database;

  std::unique_ptr<Statement> statement(const QString& sql)
  {
    QFETCH_GLOBAL(bool, straight);
    const QSqlDatabase& database = m_database->connection().handle();
    if (straight)
      return std::make_unique<SqliteStatement>(sqliteHandle(database), sql);
    return std::make_unique<QtStatement>(database, sql, true);
  }

private Q_SLOTS:
  void initTestCase_data()
  {
    QTest::addColumn<bool>("straight");
    QTest::newRow("sqlite") << true;
    QTest::newRow("qt") << false;
  }
  void init()
  {
    m_database = std::make_unique<TempDatabase>(Engine::Sqlite);
    if (!sqliteHandle(m_database->connection().handle()))
      QSKIP("Qt carries an SQLite of its own");
  }
  void cleanup() { m_database.reset(); }

  void column_isConvertedToTheTypeAskedFor_data()
  {
    QTest::addColumn<QString>("stored");
    QTest::addColumn<bool>("isNull");
    QTest::addColumn<qint64>("integer");
    QTest::addColumn<double>("real");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char* stored, qint64 integer, double real, const char* text, bool isNull = false) {
      QTest::newRow(stored) << q(stored) << isNull << integer << real << q(text) << QByteArray(text);
    };
    row("9007199254740993", 9007199254740993, 9007199254740992.0, "9007199254740993");
    row("-5", -5, -5, "-5");
    row("2.5", 3, 2.5, "2.5");
    row("-2.4", -2, -2.4, "-2.4");
    row("1.0", 1, 1, "1");
    row("0.1 + 0.2", 0, 0.30000000000000004, "0.30000000000000004");
    row("'12'", 12, 12, "12");
    row("'12 pieces'", 0, 0, "12 pieces");
    row("'掌柜 😀'", 0, 0, "掌柜 😀");
    row("''", 0, 0, "");
    row("NULL", 0, 0, "", true);
    row("x'e68e8c'", 0, 0, "掌");
    row("x''", 0, 0, "");
  }
  void column_isConvertedToTheTypeAskedFor()
  {
    QFETCH(QString, stored);
    QFETCH(bool, isNull);
    QFETCH(qint64, integer);
    QFETCH(double, real);
    QFETCH(QString, text);
    QFETCH(QByteArray, bytes);
    const auto asked = statement(q("SELECT ") + stored);
    QVERIFY(asked->execute({}) && asked->next());
    QCOMPARE(asked->isNull(0), isNull);
    QCOMPARE(asked->integer(0), integer);
    QCOMPARE(asked->real(0), real);
    QCOMPARE(asked->text(0), text);
    QCOMPARE(asked->bytes(0), bytes);
    QVERIFY(!asked->next());
    QVERIFY(!asked->failure());
  }

  void value_comesBackAsItWasBound()
  {
    const std::vector<std::pair<QString, SqlValue>> values{
        {q("integer"), (1LL << 62) + 1},
        {q("real"), 0.1},
        {q("text"), q("掌柜 😀 'x' ?")},
        {q("text"), q("a") + QChar(0) + q("b")},
        {q("text"), q("柜").repeated(100'000)},
        {q("text"), q("")},
        {q("text"), QString()},
        {q("blob"), QByteArray("\x00\xff'", 3)},
        {q("blob"), QByteArray("")},
        {q("null"), QByteArray()},
        {q("null"), std::nullopt},
    };
    const auto asked = statement(q("SELECT typeof(?), ?"));
    for (const auto& [type, value] : values) {
      QVERIFY(asked->execute(std::vector<SqlValue>{value, value}) && asked->next());
      QCOMPARE(asked->text(0), type);
      const bool isSame = asked->value(1).held() == value.held();
      QVERIFY2(isSame, qPrintable(type));
      asked->finish();
    }
  }

  void unpairedSurrogate_becomesValidText()
  {
    QFETCH_GLOBAL(bool, straight);
    if (!straight)
      QSKIP("SQLite's own conversion takes the next unit for its other half");
    const auto asked = statement(q("SELECT CAST(? AS BLOB)"));
    const QString half = q("a") + QChar(0xd83d) + q("b");
    QVERIFY(asked->execute(std::vector<SqlValue>{half}) && asked->next());
    QCOMPARE(QString::fromUtf8(asked->bytes(0)), q("a") + QChar(QChar::ReplacementCharacter) + q("b"));
  }

  void wrongCountOfValues_isAFailure()
  {
    const auto asked = statement(q("SELECT ?, ?"));
    QVERIFY(!asked->execute(std::vector<SqlValue>{1}));
    QVERIFY(asked->failure());
  }

  void fewerValuesThanInTheRunBefore_areAFailureAndNotFilledUp()
  {
    const auto asked = statement(q("SELECT ?, ?"));
    const std::vector<SqlValue> two{1, 2}, one{3};
    QVERIFY(asked->execute(two) && asked->next());
    asked->finish();
    QVERIFY(!asked->execute(one));
    QVERIFY(asked->failure());
    asked->finish();
    QVERIFY(!asked->execute({}));
    asked->finish();
    QVERIFY(asked->execute(two) && asked->next());
    QCOMPARE(asked->integer(1), 2);
  }

  void failure_tellsTheEnginesCodeAndWordsAndMayRunAgain()
  {
    must(m_database->connection().runOnce(q("CREATE TABLE t (a BIGINT PRIMARY KEY)")));
    const auto insert = statement(q("INSERT INTO t VALUES (?)"));
    const std::vector<SqlValue> one{1}, two{2};
    QVERIFY(insert->execute(one));
    QCOMPARE(insert->rowsChanged(), 1);
    insert->finish();
    QVERIFY(!insert->execute(one));
    QCOMPARE(insert->failure()->code.toInt() & 0xff, 19); // SQLITE_CONSTRAINT
    QCOMPARE(insert->failure()->text, q("UNIQUE constraint failed: t.a"));
    insert->finish();
    QVERIFY(insert->execute(two));
    QVERIFY(!insert->failure());
  }

  void statementThatCannotBePrepared_saysWhy()
  {
    QCOMPARE(statement(q("SELECT x FROM nowhere"))->failure()->text, q("no such table: nowhere"));
    QVERIFY(statement(q("SELECT 1; SELECT 2"))->failure());
    const auto spaced = statement(q("SELECT 1;\n "));
    QVERIFY(!spaced->failure());
    QVERIFY(spaced->execute({}));
  }

  void finish_endsTheReadersView()
  {
    must(m_database->connection().runOnce(q("CREATE TABLE t (a BIGINT)")));
    const auto reader = must(connectTo(m_database->config(), true));
    QFETCH_GLOBAL(bool, straight);
    std::unique_ptr<Statement> count;
    if (straight)
      count = std::make_unique<SqliteStatement>(sqliteHandle(reader->handle()), q("SELECT count(*) FROM t"));
    else
      count = std::make_unique<QtStatement>(reader->handle(), q("SELECT count(*) FROM t"), true);
    QVERIFY(count->execute({}) && count->next());
    QCOMPARE(count->integer(0), 0);
    count->finish();
    must(m_database->connection().run(q("INSERT INTO t VALUES (?)"), {1}));
    QVERIFY(count->execute({}) && count->next());
    QCOMPARE(count->integer(0), 1);
  }
};

SC_TEST(StatementTest)
#include "statement_test.moc"
