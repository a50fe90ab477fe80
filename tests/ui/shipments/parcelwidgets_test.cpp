#include "core/geo/bundledmap.h"
#include "core/store/parcels.h"
#include "core/store/placealiases.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/maps/mapview.h"
#include "ui/shipments/askdialog.h"
#include "ui/shipments/parceldetails.h"
#include "ui/shipments/parcelfilterbar.h"
#include "ui/shipments/parcelviews.h"
#include "ui/shipments/placesdialog.h"
#include "ui/shipments/shipmentmap.h"
#include "ui/tables/tableview.h"
#include "ui/text/language.h"
#include "ui/text/parcelreasons.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

TrackingSnapshot parcel(const QString& number, const QString& text, std::chrono::hours age, ParcelStatus status)
{
  TrackingSnapshot p;
  p.courier = QStringLiteral("sf");
  p.number = number;
  p.status = status;
  TrackingEvent e;
  e.at = PageFixture::kNow - age;
  e.status = status;
  e.text = text;
  p.events = {e};
  return p;
}

void store(PageFixture& f, const std::vector<TrackingSnapshot>& parcels)
{
  const auto write = [&parcels](Connection& c, ChangeSet& changes) -> Result<void> {
    SC_TRY(upsertTracking(c, {AccountId(1), std::nullopt, PageFixture::kNow}, parcels, changes));
    return {};
  };
  must(f.db->write(write).takeResult());
}

QComboBox* boxNamed(const QWidget& bar, const QString& name)
{
  for (auto* box : bar.findChildren<QComboBox*>())
    if (box->accessibleName() == name)
      return box;
  qFatal("no box %s", qPrintable(name));
}

void choose(QComboBox* box, int index)
{
  box->setCurrentIndex(index);
  Q_EMIT box->activated(index);
}

ParcelChoices couriersToChoose()
{
  return {{QStringLiteral("sf"), QStringLiteral("yto"), QStringLiteral("zto")}, {}, {}};
}

QString faultIn(const QWidget& dialog)
{
  for (const auto* label : dialog.findChildren<QLabel*>())
    if (label->property("role").toString() == u"error" && !label->isHidden())
      return label->text();
  return {};
}

} // namespace

class ParcelWidgetsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void box_replacesOnlyItsOwnPartOfWhatWasTyped()
  {
    ParcelFilterBar bar;
    bar.setChoices(couriersToChoose(), {});
    bar.apply(QStringLiteral("stuck:36"));
    choose(boxNamed(bar, QStringLiteral("Courier")), 1);
    QCOMPARE(bar.text(), QStringLiteral("courier:sf stuck:36"));
    bar.apply(QStringLiteral("courier:sf,yto"));
    QCOMPARE(boxNamed(bar, QStringLiteral("Courier"))->currentIndex(), -1); // no line stands for both
    choose(boxNamed(bar, QStringLiteral("State")), 2);
    QCOMPARE(bar.text(), QStringLiteral("late courier:sf,yto"));
  }

  void onlyTheseParcels_leaveTheTextForLater()
  {
    ParcelFilterBar bar;
    bar.apply(QStringLiteral("late"));
    bar.showOnly({7}, QStringLiteral("In the box: 1"));
    QCOMPARE(bar.filter().ids, std::vector<qint64>{7});
    QVERIFY(!bar.filter().late);
    for (auto* button : bar.findChildren<QPushButton*>())
      if (button->text() == u"In the box: 1")
        button->click();
    QVERIFY(bar.filter() == must(parseShipmentFilter(u"late")));
  }

  void space_togglesTheDetailsOnlyInTheTable()
  {
    PageFixture f(1);
    f.openWindow();
    Page* page = f.page(QStringLiteral("shipments"));
    static_cast<void>(QTest::qWaitForWindowActive(f.window.get()));
    auto* details = page->findChild<ParcelDetails*>();
    auto* bar = page->findChild<ParcelFilterBar*>();
    for (auto* button : bar->findChildren<QPushButton*>())
      if (button->text() == u"Clear") {
        button->setEnabled(true);
        button->setFocus();
        QTest::keyClick(button, Qt::Key_Space);
      }
    QVERIFY(!details->isHidden());
    auto* table = page->findChild<TableView*>();
    store(f, {parcel(QStringLiteral("SF1"), QStringLiteral("到达【武汉】"), 1h, ParcelStatus::InTransit)});
    QTRY_VERIFY(table->model()->rowCount() >= 1);
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Space);
    QVERIFY(details->isHidden());
  }

  void parcelOutsideTheFilter_isShownAloneAndChosenInTheList()
  {
    PageFixture f(1);
    store(f, {parcel(QStringLiteral("SF1"), QStringLiteral("到达【武汉】"), 1h, ParcelStatus::InTransit),
              parcel(QStringLiteral("YT2"), QStringLiteral("到达【武汉】"), 1h, ParcelStatus::InTransit)});
    const qint64 wanted = f.read<qint64>(
        [](Connection& c) { return c.number(QStringLiteral("SELECT id FROM shipments WHERE number = 'SF1'")); });
    f.openWindow();
    Page* page = f.page(QStringLiteral("shipments"));
    auto* table = page->findChild<TableView*>();
    page->open(QStringLiteral("filter:YT2"));
    QTRY_COMPARE(table->model()->rowCount(), 1);
    page->open(QStringLiteral("shipment:%1").arg(wanted));
    QTRY_COMPARE(table->model()->index(0, 0).data().toString(), QStringLiteral("SF1"));
    QTRY_VERIFY(table->selectionModel()->isRowSelected(0));
    QCOMPARE(*table->currentId(), wanted);
    QCOMPARE(page->findChild<ParcelFilterBar*>()->text(), QStringLiteral("YT2"));
    QTRY_COMPARE(page->findChild<ParcelDetails*>()->shipment(), std::optional(ShipmentId(wanted)));
  }

  void replay_showsWhatTheFilterLetsThroughAsItWasThen()
  {
    PageFixture f(1);
    store(f, {parcel(QStringLiteral("SF1"), QStringLiteral("到达【武汉】"), 72h, ParcelStatus::InTransit),
              parcel(QStringLiteral("YT2"), QStringLiteral("到达【深圳】"), 72h, ParcelStatus::InTransit)});
    const auto geocoder = std::make_shared<const Geocoder>(must(bundledGazetteer()));
    const Instant now = PageFixture::kNow;
    const auto day =
        must(dayReplay(*f.db, geocoder, {now - 24h, now, must(parseShipmentFilter(u"SF1")), now}, true).takeResult());
    const auto kindsAt = [&](Instant moment) { return must(replayedMap(day, moment).takeResult()).clusters.at(5); };
    QCOMPARE(kindsAt(now).size(), size_t(1));
    QCOMPARE(kindsAt(now)[0].count, 1);
    QCOMPARE(kindsAt(now)[0].kinds[1], 1); // quiet: three days without a scan
    QCOMPARE(kindsAt(now - 70h)[0].kinds[0], 1);
  }

  void placeOfAProvinceOnly_isVagueUnlessCoordinatesSayMore()
  {
    PageFixture f(1);
    auto exact = parcel(QStringLiteral("SF2"), QStringLiteral("到达湖北省"), 1h, ParcelStatus::InTransit);
    exact.events[0].longitude = 114.3;
    exact.events[0].latitude = 30.6;
    exact.events[0].coordinateSystem = QStringLiteral("WGS-84");
    store(f, {parcel(QStringLiteral("SF1"), QStringLiteral("到达湖北省"), 1h, ParcelStatus::InTransit), exact});
    const auto geocoder = std::make_shared<const Geocoder>(must(bundledGazetteer()));
    const auto map = must(shipmentMap(*f.db, geocoder, {}, PageFixture::kNow, true).takeResult());
    QCOMPARE(map.placed, 2);
    int vague = 0, count = 0;
    for (const PointCluster& c : map.content.clusters.at(PointClusters::kFinestZoom + 1)) {
      vague += isVague(c);
      count += c.count;
    }
    QCOMPARE(count, 2);
    QCOMPARE(vague, 1);
  }

  void views_askBeforeTheyGo()
  {
    PageFixture f(1);
    must(f.db->write([](Connection& c) -> Result<void> {
               SC_TRY(saveView(
                   c, {0, QStringLiteral("shipments"), QStringLiteral("Mine"), QStringLiteral("stuck:36"), 6}));
               return {};
             })
             .takeResult());
    ParcelViews views(*f.db, [] { return PageFixture::kNow; });
    views.reload();
    QTRY_COMPARE(views.count(), 7);
    views.setCurrentIndex(6);
    views.remove();
    auto* question = views.findChild<QMessageBox*>();
    QVERIFY(question && question->text().contains(QStringLiteral("Mine")));
    for (auto* button : question->buttons())
      if (button->text() == u"Delete")
        button->click();
    QTRY_COMPARE(views.count(), 6);
  }

  void dialog_keepsWhatIsWrongAndSaysWhy()
  {
    AskDialog dialog(
        QStringLiteral("Amount"), QStringLiteral("How much?"),
        [](const QString& text) { return text == u"12" ? QString() : QStringLiteral("no amount"); }, nullptr);
    QSignalSpy given(&dialog, &AskDialog::given);
    dialog.show();
    auto* field = dialog.findChild<QLineEdit*>();
    field->setText(QStringLiteral("twelve"));
    dialog.accept();
    QVERIFY(dialog.isVisible() && given.isEmpty());
    QCOMPARE(field->text(), QStringLiteral("twelve"));
    QCOMPARE(faultIn(dialog), QStringLiteral("no amount"));
    QVERIFY(field->property("invalid").toBool());
    field->setText(QStringLiteral("12"));
    dialog.accept();
    QCOMPARE(given.size(), 1);
    QVERIFY(!dialog.isVisible());
  }

  void taughtPlaces_areListedAndForgotten()
  {
    PageFixture f(1);
    must(f.db->write([](Connection& c, ChangeSet& changes) {
               return teachPlace(c, {QStringLiteral("东站"), QStringLiteral("420100"), {}, PageFixture::kNow}, changes);
             })
             .takeResult());
    PlacesDialog dialog(*f.db, std::make_shared<const Geocoder>(must(bundledGazetteer())), QStringLiteral("西站"),
                        nullptr);
    dialog.show();
    auto* list = dialog.findChild<QListWidget*>();
    QTRY_COMPARE(list->count(), 1);
    dialog.accept(); // no place was written
    QVERIFY(dialog.isVisible() && !faultIn(dialog).isEmpty());
    list->setCurrentRow(0);
    for (auto* button : dialog.findChildren<QPushButton*>())
      if (button->text() == u"Forget")
        button->click();
    QTRY_COMPARE(list->count(), 0);
    QVERIFY(f.read<std::vector<PlaceAlias>>([](Connection& c) { return placeAliases(c); }).empty());
  }

  void reasons_haveWords()
  {
    for (const QString& reason : {QStringLiteral("no_information"), QStringLiteral("tracker_error")})
      QVERIFY(parcelReasonText(reason) != reason);
  }
};

SC_TEST(ParcelWidgetsTest)
#include "parcelwidgets_test.moc"
