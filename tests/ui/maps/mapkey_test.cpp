#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/maps/mapkey.h"

#include <QFile>

namespace supercargo::test {

class MapKeyTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void key_liesInTheVaultAndNowhereInClear()
  {
    TempDatabase temp;
    temp.connection();
    temp.disconnect();
    const Instant now = fromMs(1'767'600'000'000);
    {
      const auto db = must(Database::open(temp.config()));
      const auto vault =
          must(db->write([](Connection& c) { return Vault::create(c, Protection::Passphrase, "test"); }).result());
      QCOMPARE(must(mapKey(*db, vault).result()), QString());
      must(keepMapKey(*db, vault, QStringLiteral("planted-map-key-4711"), now).result());
      QCOMPARE(must(mapKey(*db, vault).result()), QStringLiteral("planted-map-key-4711"));
      must(keepMapKey(*db, vault, QStringLiteral("another-map-key-0815"), now).result());
      QCOMPARE(must(mapKey(*db, vault).result()), QStringLiteral("another-map-key-0815"));
    }
    QFile file(temp.config().sqliteFile);
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(!file.readAll().contains("map-key-"));
  }

  void keyOfAnOldSettingsFile_movesIntoTheVaultAndOutOfTheFile()
  {
    TempDatabase temp;
    temp.connection();
    temp.disconnect();
    const Instant now = fromMs(1'767'600'000'000);
    const QString path = temp.file(QStringLiteral("settings.ini"));
    const auto write = [&](const QByteArray& key) {
      QFile file(path);
      return file.open(QFile::WriteOnly) && file.write("[map]\nkey=" + key + "\nlayer=vec\n") > 0;
    };
    const auto holds = [&](const QByteArray& word) {
      QFile file(path);
      return file.open(QFile::ReadOnly) && file.readAll().contains(word);
    };
    const auto db = must(Database::open(temp.config()));
    QVERIFY(write("planted-old-key-1"));
    {
      Settings choices(path);
      moveOldMapKey(*db, nullptr, choices, now); // the vault is closed: nothing is lost
      must(choices.save());
    }
    QVERIFY(holds("planted-old-key-1"));
    const auto vault =
        must(db->write([](Connection& c) { return Vault::create(c, Protection::Passphrase, "test"); }).result());
    Settings choices(path);
    moveOldMapKey(*db, vault, choices, now);
    QTRY_VERIFY(!holds("planted-old-key-1"));
    QVERIFY(holds("layer=vec"));
    QCOMPARE(must(mapKey(*db, vault).result()), QStringLiteral("planted-old-key-1"));

    QVERIFY(write("planted-older-key-2")); // a file from a backup does not replace what the vault has
    Settings again(path);
    moveOldMapKey(*db, vault, again, now);
    QTRY_VERIFY(!holds("planted-older-key-2"));
    QCOMPARE(must(mapKey(*db, vault).result()), QStringLiteral("planted-old-key-1"));
  }

  void withoutVault_nothingIsKept()
  {
    TempDatabase temp;
    temp.connection();
    temp.disconnect();
    const auto db = must(Database::open(temp.config()));
    QCOMPARE(must(mapKey(*db, nullptr).result()), QString());
    const auto kept = keepMapKey(*db, nullptr, QStringLiteral("k"), Instant{}).result();
    QVERIFY(!kept && kept.error().kind == ErrorKind::Locked);
  }
};

SC_TEST(MapKeyTest)

} // namespace supercargo::test

#include "mapkey_test.moc"
