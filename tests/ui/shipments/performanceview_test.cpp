#include "core/geo/bundledmap.h"
#include "core/store/parcels.h"
#include "core/transit/ways.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/shipments/parcelwords.h"
#include "ui/shipments/performanceview.h"
#include "ui/text/couriertext.h"
#include "ui/text/format.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSignalSpy>
#include <QTableWidget>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

constexpr auto kPromise = 48h;
constexpr Instant kNow = PageFixture::kNow;
enum Column { Name, Shipped, Arrived, Half, Most, OnTime, FirstTry, Problem, ColumnCount };

struct Scan {
  ParcelStatus status;
  QString text;
  std::chrono::hours after; ///< the pick-up
};

/// Picked up in Shenzhen, with what came then; `isPromised` by its courier within two days.
TrackingSnapshot parcel(const QString& courier, const QString& number, Instant picked, const std::vector<Scan>& then,
                        bool isPromised = true)
{
  TrackingSnapshot p;
  p.courier = courier;
  p.number = number;
  std::vector<Scan> scans{{ParcelStatus::PickedUp, QStringLiteral("【深圳市】已揽收"), 0h}};
  scans.insert(scans.end(), then.begin(), then.end());
  for (auto scan = scans.rbegin(); scan != scans.rend(); ++scan) {
    TrackingEvent e;
    e.at = picked + scan->after;
    e.wallClock = toIso(*e.at);
    e.status = scan->status;
    e.text = scan->text;
    p.events.push_back(e);
  }
  p.status = scans.back().status;
  if (isPromised)
    p.estimatedAt = picked + kPromise;
  return p;
}

Scan delivered(const QString& city, std::chrono::hours after)
{
  return {ParcelStatus::Delivered, QStringLiteral("【%1】已签收").arg(city), after};
}

/// Four of SF: two in time, one late after a failed try, one broken on its way; one of YTO that was only picked up, and
/// one that is long past.
std::vector<TrackingSnapshot> sample()
{
  const QString sf = QStringLiteral("sf"), hangzhou = QStringLiteral("杭州市"), beijing = QStringLiteral("北京市");
  const Instant picked = kNow - 200h;
  return {
      parcel(sf, QStringLiteral("A"), picked, {delivered(hangzhou, 30h)}),
      parcel(sf, QStringLiteral("B"), picked,
             {{ParcelStatus::DeliveryFailed, QStringLiteral("【杭州市】派送不成功"), 40h}, delivered(hangzhou, 60h)}),
      parcel(sf, QStringLiteral("C"), picked, {{ParcelStatus::Exception, QStringLiteral("【杭州市】包裹破损"), 20h}}),
      parcel(sf, QStringLiteral("D"), picked, {delivered(beijing, 20h)}),
      parcel(QStringLiteral("yto"), QStringLiteral("E"), kNow - 2h, {}, false),
      parcel(sf, QStringLiteral("F"), kNow - 24h * 40, {delivered(hangzhou, 30h)})};
}

/// The view, shown, over parcels whose ways were read.
struct Desk : PageFixture {
  explicit Desk(const std::vector<TrackingSnapshot>& parcels) : PageFixture(1)
  {
    must(db->write([&parcels](Connection& c, ChangeSet& changes) -> Result<void> {
             SC_TRY(upsertTracking(c, {AccountId(1), std::nullopt, kNow}, parcels, changes));
             SC_TRY(refreshWays(c, *geocoder(), kNow, QTimeZone("Asia/Shanghai"), 100, changes));
             return {};
           }).takeResult());
    auto facts = std::make_shared<ShipmentColumnFacts>();
    facts->zone = QTimeZone("Asia/Shanghai");
    facts->clock = [] { return kNow; };
    view = std::make_unique<PerformanceView>(*db, facts);
    table = view->findChild<QTableWidget*>();
    view->resize(1000, 600);
    view->show();
  }
  static std::shared_ptr<const Geocoder> geocoder()
  {
    static const auto known = std::make_shared<const Geocoder>(must(bundledGazetteer()));
    return known;
  }

  void open()
  {
    view->setGeocoder(geocoder());
    view->reload();
    QTRY_VERIFY(table->rowCount() > 0);
  }
  void choose(const QString& box, int index)
  {
    for (auto* found : view->findChildren<QComboBox*>())
      if (found->accessibleName() == box) {
        found->setCurrentIndex(index);
        Q_EMIT found->activated(index);
        return;
      }
    qFatal("no box %s", qPrintable(box));
  }
  QString cell(int row, int column) const { return table->item(row, column)->text(); }
  QStringList row(int row) const
  {
    QStringList cells;
    for (int column = Shipped; column < ColumnCount; ++column)
      cells.append(cell(row, column));
    return cells;
  }
  bool says(const QString& text) const
  {
    return std::ranges::any_of(view->findChildren<QLabel*>(),
                               [&](const QLabel* label) { return label->isVisible() && label->text().contains(text); });
  }
  std::vector<qint64> idsOf(const QStringList& numbers)
  {
    std::vector<qint64> ids;
    for (const QString& number : numbers)
      ids.push_back(read<qint64>([number](Connection& c) {
        return c.number(QStringLiteral("SELECT id FROM shipments WHERE number = ?"), {number});
      }));
    std::ranges::sort(ids);
    return ids;
  }

  std::unique_ptr<PerformanceView> view;
  QTableWidget* table = nullptr;
};

std::vector<qint64> idsIn(const QSignalSpy& spy)
{
  auto ids = spy.back().at(0).value<std::vector<qint64>>();
  std::ranges::sort(ids);
  return ids;
}

} // namespace

class PerformanceViewTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void courier_hasTheFiguresOfItsParcels()
  {
    Desk f(sample());
    f.open();
    QCOMPARE(f.table->rowCount(), 2);
    QCOMPARE(f.cell(0, Name), courierText(QStringLiteral("sf")));
    QCOMPARE(f.cell(0, Shipped), QStringLiteral("4"));
    QCOMPARE(f.cell(0, Arrived), QStringLiteral("3"));
    QCOMPARE(f.cell(0, Half), QStringLiteral("30 h"));
    QCOMPARE(f.cell(0, OnTime), QStringLiteral("50.0 %")); // C is late without having come
    QCOMPARE(f.cell(0, FirstTry), QStringLiteral("66.7 %"));
    QCOMPARE(f.cell(0, Problem), QStringLiteral("25.0 %"));
    QCOMPARE(f.cell(1, Name), courierText(QStringLiteral("yto")));
    QCOMPARE(f.cell(1, Shipped), QStringLiteral("1"));
    QCOMPARE(f.cell(1, OnTime), percentText(std::nullopt)); // nothing was promised
    QVERIFY(!f.view->findChild<TransitChart*>()->isHidden());
  }

  void rows_areWhatCoreSays()
  {
    Desk f(sample());
    f.open();
    for (const auto detail : {PerformanceDetail::Couriers, PerformanceDetail::Lanes}) {
      const auto said = f.read<std::vector<LanePerformance>>(
          [detail](Connection& c) { return lanePerformance(c, kNow - 24h * 30, kNow, kNow, detail); });
      f.choose(QStringLiteral("Rows"), detail == PerformanceDetail::Lanes ? 1 : 0);
      QTRY_COMPARE(f.cell(0, Name).contains(u'→'), detail == PerformanceDetail::Lanes);
      QCOMPARE(f.table->rowCount(), int(said.size()));
      for (int row = 0; row < f.table->rowCount(); ++row) {
        const LanePerformance& p = said[size_t(row)];
        QCOMPARE(f.row(row), (QStringList{numberText(p.shipped), numberText(p.arrived), transitText(p.half),
                                          transitText(p.most), percentText(p.onTimeRate()),
                                          percentText(p.firstTryRate()), percentText(p.problemRate())}));
      }
    }
    QCOMPARE(f.table->rowCount(), 4); // C came nowhere: the end of its lane is unknown, as that of E
  }

  void span_isCountedFromThePickUp()
  {
    Desk f(sample());
    f.open();
    f.choose(QStringLiteral("Time of the pick-up"), 2);
    QTRY_COMPARE(f.cell(0, Shipped), QStringLiteral("5"));
    f.choose(QStringLiteral("Time of the pick-up"), 0);
    QTRY_COMPARE(f.table->rowCount(), 1); // those of SF were picked up eight days ago
    QCOMPARE(f.cell(0, Name), courierText(QStringLiteral("yto")));
    QVERIFY(f.view->findChild<TransitChart*>()->isHidden()); // none arrived
  }

  void figure_opensItsParcelsByMouseAndByKey()
  {
    Desk f(sample());
    f.open();
    QSignalSpy wanted(f.view.get(), &PerformanceView::parcelsWanted);
    const auto click = [&f](int row, int column) {
      QTest::mouseClick(f.table->viewport(), Qt::LeftButton, {},
                        f.table->visualItemRect(f.table->item(row, column)).center());
    };
    click(0, OnTime); // a rate opens those that spoil it
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(idsIn(wanted), f.idsOf({QStringLiteral("B"), QStringLiteral("C")}));
    QCOMPARE(wanted.back().at(1).toString(), courierText(QStringLiteral("sf")) + QStringLiteral(", late: 2"));
    f.table->setFocus();
    f.table->setCurrentCell(0, FirstTry);
    QTest::keyClick(f.table, Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 2);
    QCOMPARE(idsIn(wanted), f.idsOf({QStringLiteral("B")}));
    QTest::keyClick(f.table, Qt::Key_Right);
    QTest::keyClick(f.table, Qt::Key_Return);
    QTRY_COMPARE(wanted.size(), 3);
    QCOMPARE(idsIn(wanted), f.idsOf({QStringLiteral("C")}));
    QCOMPARE(wanted.back().at(1).toString(), courierText(QStringLiteral("sf")) + QStringLiteral(", with a problem: 1"));
  }

  void lane_opensOnlyItsOwnParcels()
  {
    Desk f(sample());
    f.open();
    f.choose(QStringLiteral("Rows"), 1);
    const QString lane = QStringLiteral("Guangdong → Zhejiang · ") + courierText(QStringLiteral("sf"));
    QTRY_COMPARE(f.cell(0, Name), lane);
    QSignalSpy wanted(f.view.get(), &PerformanceView::parcelsWanted);
    QTest::mouseClick(f.table->viewport(), Qt::LeftButton, {},
                      f.table->visualItemRect(f.table->item(0, Shipped)).center());
    QTRY_COMPARE(wanted.size(), 1);
    QCOMPARE(idsIn(wanted), f.idsOf({QStringLiteral("A"), QStringLiteral("B")}));
    QCOMPARE(wanted.back().at(1).toString(), lane + QStringLiteral(", shipped: 2"));
  }

  void nothingPickedUp_isSaidOnlyWhenItIsKnown()
  {
    Desk f({});
    f.view->reload();
    f.view->setGeocoder(Desk::geocoder()); // while it is being read
    QVERIFY(!f.says(QStringLiteral("No parcel was picked up")));
    QTRY_VERIFY(f.says(QStringLiteral("No parcel was picked up in this time.")));
    QVERIFY(f.view->findChild<TransitChart*>()->isHidden());
    setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(f.says(QStringLiteral("这段时间没有揽收的包裹。")));
  }

  void language_changesWithoutReadingAgain()
  {
    Desk f(sample());
    f.open();
    f.choose(QStringLiteral("Rows"), 1);
    QTRY_VERIFY(f.cell(0, Name).startsWith(QStringLiteral("Guangdong")));
    setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(f.table->horizontalHeaderItem(Shipped)->text(), QStringLiteral("已发"));
    QCOMPARE(f.cell(0, Name), QStringLiteral("广东 → 浙江 · ") + courierText(QStringLiteral("sf")));
    QCOMPARE(f.table->accessibleName(), QStringLiteral("快递表现"));
    QStringList boxes;
    for (const auto* box : f.view->findChildren<QComboBox*>())
      boxes.append(box->accessibleName() + u' ' + box->currentText());
    QCOMPARE(boxes, (QStringList{QStringLiteral("行 按线路"), QStringLiteral("揽收时间 最近 30 天")}));
    QVERIFY(f.says(QStringLiteral("按揽收日统计")));
  }
};

SC_TEST(PerformanceViewTest)
#include "performanceview_test.moc"
