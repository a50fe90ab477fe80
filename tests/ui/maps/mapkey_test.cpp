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
