#include "core/store/shipmentfilter.h"
#include "core/store/shipmentlist.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {
const Instant kNow = fromMs(1'768'471'200'000);
}

class ShipmentFilterTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void text_isTheFilterAndBack_data()
  {
    QTest::addColumn<QString>("text");
    for (const char* text : {"", "late", "open soon odd", "status:in_transit,exception reason:damaged courier:sf,yto",
                             "account:3 to:浙江省 stuck:48 place:武汉 lane:440000-330000 SF123", "to:\"New York\" late",
                             "lane:\"4 0-3,3\""})
      QTest::newRow(*text ? text : "nothing") << QString::fromUtf8(text);
  }
  void text_isTheFilterAndBack()
  {
    QFETCH(QString, text);
    const ShipmentFilter filter = must(parseShipmentFilter(text));
    QVERIFY(must(parseShipmentFilter(shipmentFilterText(filter))) == filter);
    QVERIFY(text.isEmpty() || !(filter == ShipmentFilter()));
  }

  void chineseWords_meanTheSame()
  {
    QVERIFY(must(parseShipmentFilter(u"超时 快递：sf，yto 停滞:24")) ==
            must(parseShipmentFilter(u"late courier:sf,yto stuck:24")));
  }

  void wrongWords_areNamed()
  {
    for (const QString& text :
         {QStringLiteral("status:flying"), QStringLiteral("stuck:soon"), QStringLiteral("colour:red"),
          QStringLiteral("lane:440000"), QStringLiteral("account:0"), QStringLiteral("status:")}) {
      const auto filter = parseShipmentFilter(text);
      QVERIFY2(!filter, qPrintable(text));
      QCOMPARE(filter.error().kind, ErrorKind::Invalid);
      QCOMPARE(filter.error().subject, text);
    }
  }

  void list_holdsWhatFits()
  {
    TempDatabase temp(engineOfRow());
    Connection& c = temp.connection();
    ChangeSet changes;
    const std::tuple<const char*, ParcelStatus, const char*, int> parcels[] = {
        {"SF1", ParcelStatus::InTransit, "", 60},
        {"SF2", ParcelStatus::Exception, "damaged", 2},
        {"YT3", ParcelStatus::Delivered, "", 90},
        {"YT4", ParcelStatus::InTransit, "", 1}};
    for (const auto& [number, status, reason, hours] : parcels) {
      TrackingSnapshot p;
      p.number = QString::fromLatin1(number);
      p.courier = p.number.startsWith(u"SF") ? QStringLiteral("sf") : QStringLiteral("yto");
      p.status = status;
      p.reason = QString::fromLatin1(reason);
      TrackingEvent e;
      e.at = kNow - std::chrono::hours(hours);
      e.status = status;
      e.place = QStringLiteral("武汉");
      e.text = QStringLiteral("到达");
      p.events = {e};
      must(upsertTracking(c, {AccountId(2), std::nullopt, kNow}, {p}, changes));
    }
    const auto numbers = [&](QStringView text) {
      QStringList list;
      for (const ParcelLine& line : must(parcelLines(c, must(parseShipmentFilter(text)), kNow, 0)))
        list.append(line.shipment.number);
      return list.join(u' ');
    };
    QCOMPARE(numbers(u""), QStringLiteral("YT4 YT3 SF2 SF1"));
    QCOMPARE(numbers(u"open"), QStringLiteral("YT4 SF2 SF1"));
    QCOMPARE(numbers(u"stuck:48"), QStringLiteral("SF1")); // the delivered one is at rest, not stuck
    QCOMPARE(numbers(u"reason:damaged"), QStringLiteral("SF2"));
    QCOMPARE(numbers(u"courier:yto status:delivered,in_transit"), QStringLiteral("YT4 YT3"));
    QCOMPARE(numbers(u"sf place:武"), QStringLiteral("SF2 SF1"));
    QCOMPARE(numbers(u"50%"), QString());
    QCOMPARE(must(parcelCount(c, {}, kNow, 3)), 3); // counted up to the limit
    QCOMPARE(must(parcelCountOfAny(c, {{.open = true}, must(parseShipmentFilter(u"reason:damaged"))}, kNow, 9)), 3);
    const ShipmentFilter open{.open = true};
    const ShipmentId sf2 = must(parcelLines(c, must(parseShipmentFilter(u"SF2")), kNow, 1))[0].shipment.id;
    QCOMPARE(must(parcelPosition(c, open, kNow, sf2)), std::optional<qint64>(1));
    QVERIFY(!must(parcelPosition(c, must(parseShipmentFilter(u"YT4")), kNow, sf2)));
    QCOMPARE(must(parcelLineAt(c, open, kNow, 1))->shipment.id, sf2);
    QVERIFY(!must(parcelLineAt(c, open, kNow, 3)));
    const auto rows = must(parcelLines(c, {}, kNow, 2));
    QCOMPARE(must(parcelLines(c, {}, kNow, 2, rows.back().shipment.id.value()))[0].shipment.number,
             QStringLiteral("SF2"));
    QCOMPARE(must(parcelChoices(c)).reasons, QStringList{QStringLiteral("damaged")});
  }
};

SC_TEST(ShipmentFilterTest)
#include "shipmentfilter_test.moc"
