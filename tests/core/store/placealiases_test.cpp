#include "core/store/placealiases.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

class PlaceAliasesTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void teach_replacesAndForgetTakesBack()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    ChangeSet changes;
    const Instant now = fromMs(1'768'471'200'000);
    must(teachPlace(c, {QStringLiteral(" 三号库 "), QStringLiteral("330100"), QStringLiteral("owner"), now}, changes));
    must(teachPlace(c, {QStringLiteral("三号库"), QStringLiteral("420700"), QStringLiteral("owner"), now}, changes));
    QVERIFY(changes.shipments);
    const auto all = must(placeAliases(c));
    QCOMPARE(all.size(), size_t(1));
    QCOMPARE(all[0].text, QStringLiteral("三号库"));
    QCOMPARE(all[0].code, QStringLiteral("420700"));
    QCOMPARE(all[0].taughtAt, now);
    must(forgetPlace(c, QStringLiteral("三号库"), changes));
    QVERIFY(must(placeAliases(c)).empty());
    QCOMPARE(forgetPlace(c, QStringLiteral("三号库"), changes).error().kind, ErrorKind::NotFound);
  }

  void teach_refusesWhatWouldFitEverywhere()
  {
    TempDatabase temp(engineOfRow());
    ChangeSet changes;
    const PlaceAlias one{QStringLiteral("库"), QStringLiteral("330100"), {}, {}};
    QCOMPARE(teachPlace(temp.connection(), one, changes).error().kind, ErrorKind::Invalid);
    const PlaceAlias nowhere{QStringLiteral("三号库"), {}, {}, {}};
    QCOMPARE(teachPlace(temp.connection(), nowhere, changes).error().kind, ErrorKind::Invalid);
  }
};

SC_TEST(PlaceAliasesTest)
#include "placealiases_test.moc"
