#include "core/settings/settings.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace supercargo;
using test::must;

class SettingsTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  QString file() const { return m_folder.filePath(QStringLiteral("settings.ini")); }

private Q_SLOTS:
  void init() { QFile::remove(file()); }

  void values_surviveARestart()
  {
    const QByteArray layout("\0\xff\x80,;=\n", 7);
    {
      Settings s(file());
      QCOMPARE(s.get(settings::kTextScale), 100);
      s.set(settings::kTheme, Theme::Dark);
      s.set(settings::kTextScale, 125);
      s.set(settings::kQuietFrom, QTime(21, 30));
      s.set(settings::kMaskPersonalData, false);
      s.set(settings::kBackupFolder, QStringLiteral("/备份, \"x\"; y"));
      s.set(settings::columnLayout(QStringLiteral("orders")), layout);
      must(s.save());
    }
    QFile::rename(file(), file() + QStringLiteral(".moved")); // QSettings shares one memory per file name
    const Settings again(file() + QStringLiteral(".moved"));
    QCOMPARE(again.get(settings::kTheme), Theme::Dark);
    QCOMPARE(again.get(settings::kTextScale), 125);
    QCOMPARE(again.get(settings::kQuietFrom), QTime(21, 30));
    QVERIFY(!again.get(settings::kMaskPersonalData));
    QCOMPARE(again.get(settings::kBackupFolder), QStringLiteral("/备份, \"x\"; y"));
    QCOMPARE(again.get(settings::columnLayout(QStringLiteral("orders"))), layout);
    QVERIFY(again.get(settings::columnLayout(QStringLiteral("stock"))).isEmpty());
  }

  void nonsenseInTheFile_readsAsTheFallback()
  {
    QFile ini(m_folder.filePath(QStringLiteral("nonsense.ini")));
    QVERIFY(ini.open(QFile::WriteOnly));
    ini.write("[look]\ntheme=purple\ntext_scale=big\n[privacy]\nmask=perhaps\n[notifications]\nquiet_from=25:00\n"
              "[columns]\norders=***\n");
    ini.close();
    const Settings s(ini.fileName());
    QCOMPARE(s.get(settings::kTheme), Theme::System);
    QCOMPARE(s.get(settings::kTextScale), 100);
    QVERIFY(s.get(settings::kMaskPersonalData));
    QCOMPARE(s.get(settings::kQuietFrom), QTime(22, 0));
    QVERIFY(s.get(settings::columnLayout(QStringLiteral("orders"))).isEmpty());
  }

  void changed_isToldOnceForADifferentValue()
  {
    Settings s(m_folder.filePath(QStringLiteral("told.ini")));
    QStringList told;
    connect(&s, &Settings::changed, this, [&](const QString& key) { told << key; });
    s.set(settings::kTextScale, 150);
    s.set(settings::kTextScale, 150);
    s.set(settings::kTextScale, 100);
    QCOMPARE(told, (QStringList{settings::kTextScale.key, settings::kTextScale.key}));
  }

  void quietHours_reachOverMidnight()
  {
    Settings s(m_folder.filePath(QStringLiteral("quiet.ini")));
    QVERIFY(!isQuiet(s, QTime(23, 0)));
    s.set(settings::kQuietHours, true);
    QVERIFY(isQuiet(s, QTime(23, 0)) && isQuiet(s, QTime(7, 59)) && isQuiet(s, QTime(22, 0)));
    QVERIFY(!isQuiet(s, QTime(8, 0)) && !isQuiet(s, QTime(12, 0)));
    s.set(settings::kQuietFrom, QTime(12, 0));
    s.set(settings::kQuietUntil, QTime(13, 0));
    QVERIFY(isQuiet(s, QTime(12, 30)) && !isQuiet(s, QTime(13, 0)) && !isQuiet(s, QTime(23, 0)));
  }
};

SC_TEST(SettingsTest)
#include "settings_test.moc"
