#include "core/db/backup.h"
#include "core/db/open.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace supercargo;
using namespace supercargo::test;

namespace {
OrderSnapshot order(const QString& number)
{
  OrderSnapshot o;
  o.externalId = o.number = number;
  o.status = OrderStatus::ToShip;
  o.customerName = QStringLiteral("王小明");
  o.total = Money(2590, Currency());
  o.placedAt = fromMs(1'768'471'200'000);
  return o;
}

void put(Connection& c, const QString& number)
{
  ChangeSet changes;
  must(upsertOrders(c, {AccountId(1), std::nullopt, fromMs(1'768'471'200'000)}, {order(number)}, changes));
}

QStringList found(Connection& c, const QString& text)
{
  OrderQuery query;
  if (!text.isEmpty())
    query.filter.texts = {text};
  QStringList numbers;
  for (const OrderRow& row : must(orderRows(c, query)))
    numbers << row.number;
  numbers.sort();
  return numbers;
}
} // namespace

class BackupTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void backup_isAWorkspaceOfItsOwnWithSearch()
  {
    TempDatabase temp(engineOfRow());
    put(temp.connection(), QStringLiteral("A1"));
    const QString file = temp.file(QStringLiteral("it's a copy.db"));
    must(backupTo(temp.connection(), file));
    QVERIFY(!QFile::exists(file + QStringLiteral(".part")));
    DatabaseConfig copy;
    copy.sqliteFile = file;
    const auto opened = must(connectTo(copy, true));
    QCOMPARE(found(*opened, QStringLiteral("小明")), QStringList{QStringLiteral("A1")});
  }

  void backupFromAReader_leavesItUnableToWrite()
  {
    TempDatabase temp(engineOfRow());
    temp.connection();
    const auto reader = must(connectTo(temp.config(), true));
    must(backupTo(*reader, temp.file(QStringLiteral("copy.db"))));
    QCOMPARE(reader->run(QStringLiteral("DELETE FROM orders")).error().kind, ErrorKind::Denied);
  }

  void restore_bringsBackTheDataAndKeepsThePresentOnes()
  {
    TempDatabase temp(engineOfRow());
    const QString file = temp.file(QStringLiteral("copy.db"));
    put(temp.connection(), QStringLiteral("A1"));
    must(backupTo(temp.connection(), file));
    put(temp.connection(), QStringLiteral("A2"));
    temp.disconnect();
    must(restoreFrom(temp.config(), file));
    QCOMPARE(found(temp.connection(), {}), QStringList{QStringLiteral("A1")});
    QCOMPARE(found(temp.connection(), QStringLiteral("小明")), QStringList{QStringLiteral("A1")});
    put(temp.connection(), QStringLiteral("A3")); // ids go on where the backup's did
    QCOMPARE(found(temp.connection(), {}).size(), 2);
    DatabaseConfig kept;
    kept.sqliteFile =
        (engineOfRow() == Engine::Sqlite ? temp.config().sqliteFile : file) + QStringLiteral(".before-restore");
    QCOMPARE(found(*must(connectTo(kept, true)), {}), (QStringList{QStringLiteral("A1"), QStringLiteral("A2")}));
  }

  void openWorkspace_isNotReplaced()
  {
    if (engineOfRow() != Engine::Sqlite)
      QSKIP("files");
    TempDatabase temp;
    const QString file = temp.file(QStringLiteral("copy.db"));
    must(backupTo(temp.connection(), file));
    put(temp.connection(), QStringLiteral("A1"));
    QCOMPARE(restoreFrom(temp.config(), file).error().kind, ErrorKind::Conflict);
    QCOMPARE(found(temp.connection(), {}), QStringList{QStringLiteral("A1")});
  }

  void strangeAndDamagedFiles_areRefused()
  {
    TempDatabase temp(engineOfRow());
    put(temp.connection(), QStringLiteral("A1"));
    const QString good = temp.file(QStringLiteral("good.db")), bad = temp.file(QStringLiteral("bad.db"));
    must(backupTo(temp.connection(), good));
    temp.disconnect();
    QFile text(bad);
    QVERIFY(text.open(QFile::WriteOnly));
    text.write(QByteArray(5000, 'x'));
    text.close();
    QVERIFY(!restoreFrom(temp.config(), bad));
    QFile::remove(bad);
    QVERIFY(QFile::copy(good, bad));
    QFile damaged(bad);
    QVERIFY(damaged.open(QFile::ReadWrite) && damaged.seek(3 * 4096));
    damaged.write(QByteArray(8 * 4096, '\xa5'));
    damaged.close();
    QVERIFY(!restoreFrom(temp.config(), bad));
    QCOMPARE(found(temp.connection(), {}), QStringList{QStringLiteral("A1")});
  }
};

SC_TEST(BackupTest)
#include "backup_test.moc"
