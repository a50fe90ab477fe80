#include "core/stock/alerts.h"
#include "core/store/changenotices.h"
#include "core/store/failures.h"
#include "core/store/parcels.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/mainwindow/badges.h"
#include "ui/mainwindow/sidebar.h"
#include "ui/text/language.h"

#include <QSignalSpy>
#include <QToolButton>

using namespace supercargo;
using namespace supercargo::test;

namespace {

void write(PageFixture& f, std::function<Result<void>(Connection&, ChangeSet&)> change)
{
  must(f.db->write(std::move(change)).takeResult());
}

Badges badges(PageFixture& f)
{
  return f.read<Badges>([](Connection& c) { return readBadges(c, PageFixture::kNow); });
}

/// How much more there is to see beside a page than before.
qint64 more(const Badges& before, const Badges& after, const char* page)
{
  const QString id = QString::fromLatin1(page);
  return after.value(id).count - before.value(id).count;
}

TrackingSnapshot parcel(const QString& number, ParcelStatus status)
{
  TrackingSnapshot p;
  p.courier = QStringLiteral("sf");
  p.number = number;
  p.status = status;
  return p;
}

Result<void> setTroubled(Connection& c, PageFixture& f, ChangeSet& changes)
{
  changes.accounts.insert(f.account.value());
  return setAccountState(c, f.account, AccountState::NeedsAttention, QStringLiteral("auth"),
                         QStringLiteral("key revoked"));
}

} // namespace

class BadgesTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void orders_areThoseToShip()
  {
    PageFixture f(60);
    OrderFilter toShip;
    toShip.stages = {FlowStage::ToShip};
    const qint64 count = f.read<qint64>([toShip](Connection& c) { return orderCount(c, toShip); });
    QVERIFY(count > 0);
    QCOMPARE(badges(f).value(QStringLiteral("orders")), (Badge{count, false}));
  }

  void connections_areAccountsRecordsAndChanges()
  {
    PageFixture f(5);
    const Badges before = badges(f);
    write(f, [&f](Connection& c, ChangeSet& changes) -> Result<void> {
      SC_TRY(setTroubled(c, f, changes));
      SC_TRY(noteChanges(c, f.account, PageFixture::kNow,
                         {{ChangeNotice::Kind::Value, QStringLiteral("order.status"), QStringLiteral("paused")}},
                         changes));
      return noteFailures(c, f.account, Stream::Orders, std::nullopt, PageFixture::kNow,
                          {{QStringLiteral("7"), QStringLiteral("total: missing"), "{}"},
                           {QStringLiteral("8"), QStringLiteral("total: missing"), "{}"}},
                          changes);
    });
    const Badges after = badges(f);
    QCOMPARE(more(before, after, "overview"), 1);
    QCOMPARE(more(before, after, "connections"), 4);
    QVERIFY(after.value(QStringLiteral("connections")).attention);
  }

  void parcel_lateAndInTroubleCountsOnce()
  {
    PageFixture f(5);
    const Badges before = badges(f);
    write(f, [](Connection& c, ChangeSet& changes) -> Result<void> {
      SC_TRY(upsertTracking(c, {AccountId(1), std::nullopt, PageFixture::kNow},
                            {parcel(QStringLiteral("SF1"), ParcelStatus::Exception),
                             parcel(QStringLiteral("SF2"), ParcelStatus::InTransit),
                             parcel(QStringLiteral("SF3"), ParcelStatus::InTransit)},
                            changes));
      SC_TRY(
          c.run(QStringLiteral("INSERT INTO parcel_ways (shipment_id, seen_hash, courier, origin, destination, tries, "
                               "failed_tries, problem, oddities, promised_at, promise_basis, lane_samples) SELECT id, "
                               "0, courier, '', '', 0, 0, '', '', ?, 'rule', 0 FROM shipments WHERE number IN "
                               "('SF1', 'SF2')"),
                {PageFixture::kNow - std::chrono::hours(1)}));
      return {};
    });
    QCOMPARE(more(before, badges(f), "shipments"), 2);
  }

  void stock_soldOutIsGrave()
  {
    PageFixture f(0);
    QCOMPARE(badges(f).value(QStringLiteral("inventory")), Badge());
    write(f, [](Connection& c, ChangeSet& changes) -> Result<void> {
      const StockWorker worker{QStringLiteral("owner")};
      SC_TRY(receiveStock(c, worker, {{QStringLiteral("TEA"), {}, {}}, 2, {}, {}, {}, {}}, PageFixture::kNow, changes));
      SC_TRY(holdStock(c, worker, {QStringLiteral("TEA"), {}, {}}, 2, {}, {}, PageFixture::kNow, changes));
      return refreshStockAlerts(c, PageFixture::kNow, changes);
    });
    QCOMPARE(badges(f).value(QStringLiteral("inventory")), (Badge{1, true}));
  }

  void badges_areThereBeforeTheirPageWasOpened()
  {
    PageFixture f(5);
    write(f, [&f](Connection& c, ChangeSet& changes) { return setTroubled(c, f, changes); });
    f.openWindow();
    const auto* bar = f.window->findChild<SideBar*>();
    const auto says = [bar](const QString& text) {
      const auto buttons = bar->findChildren<QToolButton*>();
      return std::ranges::any_of(buttons, [&](const QToolButton* button) { return button->accessibleName() == text; });
    };
    QTRY_VERIFY(says(QStringLiteral("Connections, 1")));
    QCOMPARE(f.window->pageId(f.window->currentPage()), QStringLiteral("overview"));
  }

  void manyChanges_areReadTogether()
  {
    PageFixture f(5);
    BadgeReader reader(
        *f.db, [] { return PageFixture::kNow; }, std::chrono::milliseconds(200));
    qint64 last = -1;
    int reads = 0;
    connect(&reader, &BadgeReader::read, this, [&](const Badges& read) {
      ++reads;
      last = read.value(QStringLiteral("overview")).count;
    });
    QTRY_COMPARE(reads, 1);
    QCOMPARE(last, 0);
    ChangeSet changes;
    changes.failures = true;
    for (int i = 0; i < 100; ++i)
      Q_EMIT f.db->changed(changes);
    write(f, [&f](Connection& c, ChangeSet& told) { return setTroubled(c, f, told); });
    QTRY_COMPARE(last, 1);
    QVERIFY2(reads <= 4, qPrintable(QString::number(reads)));
  }
};

SC_TEST(BadgesTest)
#include "badges_test.moc"
