#include "core/db/dailybackup.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>

using namespace supercargo;
using test::must;

namespace {
const QDate kDay(2026, 11, 24);
}

class DailyBackupTest : public QObject {
  Q_OBJECT

  test::TempDatabase m_temp{Engine::Sqlite};
  std::unique_ptr<QTemporaryDir> m_folder;

  Result<bool> backUp(QDate day, int keep) { return backUpDaily(m_temp.connection(), m_folder->path(), day, keep); }
  QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files, QDir::Name); }

private Q_SLOTS:
  void init() { m_folder = std::make_unique<QTemporaryDir>(); }

  void onceADay_isEnough()
  {
    QVERIFY(must(backUp(kDay, 3)));
    QVERIFY(!must(backUp(kDay, 3)));
    QCOMPARE(files(), QStringList(QStringLiteral("supercargo_2026-11-24_daily.db")));
  }

  void oldestBeyondThoseToKeep_areRemovedAndOthersLeftAlone()
  {
    for (const char* other : {"supercargo_2020-01-01_10-00.db", "supercargo_notes_daily.db", "letter.txt"}) {
      QFile file(m_folder->filePath(QLatin1String(other)));
      QVERIFY(file.open(QIODevice::WriteOnly));
    }
    for (int i = 0; i < 5; ++i)
      QVERIFY(must(backUp(kDay.addDays(i), 3)));
    QCOMPARE(
        files(),
        QStringList({QStringLiteral("letter.txt"), QStringLiteral("supercargo_2020-01-01_10-00.db"),
                     QStringLiteral("supercargo_2026-11-26_daily.db"), QStringLiteral("supercargo_2026-11-27_daily.db"),
                     QStringLiteral("supercargo_2026-11-28_daily.db"), QStringLiteral("supercargo_notes_daily.db")}));
  }

  void keepNothing_keepsAll()
  {
    for (int i = 0; i < 3; ++i)
      QVERIFY(must(backUp(kDay.addDays(i), 0)));
    QCOMPARE(files().size(), 3);
  }

  void folderThatCannotBe_isSaid()
  {
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto done = backUpDaily(m_temp.connection(), file.fileName(), kDay, 3);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Denied);
  }
};

SC_TEST(DailyBackupTest)
#include "dailybackup_test.moc"
