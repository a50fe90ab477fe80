#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/notify/trayicon.h"
#include "ui/orders/orderdetailsview.h"
#include "ui/text/language.h"

#include <QSignalSpy>

using namespace supercargo;
using namespace supercargo::test;
using namespace std::chrono_literals;

namespace {

/// The tray over a workspace, at a clock of its own.
struct Fixture : PageFixture {
  explicit Fixture(int orders)
      : PageFixture(orders), tray(
                                 *db, *settings, [this] { return now; }, QTimeZone::utc())
  {
    QObject::connect(&tray, &TrayIcon::told, &tray, [this](const Notice& notice) { told.push_back(notice); });
  }

  /// `count` orders placed one after the other from `at`; further ones at another `first`.
  void store(int count, Instant at, int first = 0, const QString& note = {})
  {
    auto orders = sampleOrders(count, kNow);
    for (int i = 0; i < count; ++i) {
      OrderSnapshot& order = orders[size_t(i)];
      order.externalId = QStringLiteral("new-%1").arg(first + i);
      order.number = QStringLiteral("N-%1").arg(first + i);
      order.placedAt = at + std::chrono::seconds(first + i);
      order.updatedAt = order.placedAt;
      order.buyerNote = note;
    }
    must(db->write([&](Connection& c, ChangeSet& changes) -> Result<void> {
             SC_TRY(upsertOrders(c, Origin{account, std::nullopt, now}, orders, changes));
             return {};
           }).takeResult());
  }

  Instant now = kNow;
  TrayIcon tray;
  std::vector<Notice> told;
};

} // namespace

class TrayIconTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void newOrder_isToldWithItsNumber()
  {
    Fixture f(5);
    f.store(1, PageFixture::kNow + 5s);
    QTRY_COMPARE(f.told.size(), std::size_t(1));
    QCOMPARE(f.told[0].count, 1);
    QCOMPARE(f.told[0].name, QStringLiteral("N-0"));
    QVERIFY(f.told[0].order.value() > 0);
  }

  void history_isNoNews()
  {
    Fixture f(5);
    f.store(40, PageFixture::kNow - 24h);
    f.store(2, PageFixture::kNow + 5s, 100);
    QTRY_COMPARE(f.told.size(), std::size_t(1));
    QCOMPARE(f.told[0].count, 2);
  }

  void orderThatChanges_isNotToldAgain()
  {
    Fixture f(5);
    f.store(3, PageFixture::kNow + 5s);
    QTRY_COMPARE(f.told.size(), std::size_t(1));
    QCOMPARE(f.told[0].count, 3);
    f.now += 1min;
    f.store(3, PageFixture::kNow + 5s, 0, QStringLiteral("please hurry"));
    f.store(1, PageFixture::kNow + 5s, 50);
    QTRY_COMPARE(f.told.size(), std::size_t(2));
    QCOMPARE(f.told[1].count, 1); // without its name where both looks fall together
  }

  void orderPlacedBeforeOneThatWasTold_isToldToo()
  {
    Fixture f(5);
    f.store(1, PageFixture::kNow + 5s, 60);
    QTRY_COMPARE(f.told.size(), std::size_t(1));
    f.now += 2min;
    f.store(1, PageFixture::kNow + 5s, 10); // another shop was asked later
    QTRY_COMPARE(f.told.size(), std::size_t(2));
    QCOMPARE(f.told[1].name, QStringLiteral("N-10"));
  }

  void menu_hasItsEntriesInBothLanguages()
  {
    Fixture f(0);
    const auto entries = [&f] {
      QStringList texts;
      for (const QAction* action : f.tray.menu().actions())
        texts.append(action->isSeparator() ? QStringLiteral("-") : action->text());
      return texts;
    };
    const QStringList english{QStringLiteral("Open Supercargo"), QStringLiteral("Sync now"),
                              QStringLiteral("Pause syncing"), QStringLiteral("-"), QStringLiteral("Quit")};
    QCOMPARE(entries(), english);
    f.tray.setPaused(true);
    QCOMPARE(entries().at(2), QStringLiteral("Go on syncing"));
    setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(entries().at(0) != english.at(0));
  }

  void menu_asksForWhatItSays()
  {
    Fixture f(0);
    QSignalSpy open(&f.tray, &TrayIcon::openRequested), sync(&f.tray, &TrayIcon::syncRequested),
        pause(&f.tray, &TrayIcon::pauseRequested), quit(&f.tray, &TrayIcon::quitRequested);
    for (QAction* action : f.tray.menu().actions())
      action->trigger();
    QCOMPARE(open.count(), 1);
    QCOMPARE(sync.count(), 1);
    QCOMPARE(pause.count(), 1);
    QCOMPARE(pause.first().first().toBool(), true);
    QCOMPARE(quit.count(), 1);
    f.tray.setPaused(true);
    f.tray.menu().actions().at(2)->trigger();
    QCOMPARE(pause.last().first().toBool(), false);
  }

  void clickOnANotice_tellsWhichItWas()
  {
    Fixture f(5);
    std::vector<Notice> clicked;
    connect(&f.tray, &TrayIcon::noticeClicked, this, [&](const Notice& notice) { clicked.push_back(notice); });
    auto* icon = f.tray.findChild<QSystemTrayIcon*>();
    Q_EMIT icon->messageClicked(); // nothing was told yet
    QVERIFY(clicked.empty());
    f.store(1, PageFixture::kNow + 5s);
    QTRY_COMPARE(f.told.size(), std::size_t(1));
    Q_EMIT icon->messageClicked();
    QCOMPARE(clicked.size(), std::size_t(1));
    QCOMPARE(clicked[0], f.told[0]);
  }

  void place_isTheThingItself_data()
  {
    QTest::addColumn<int>("kind");
    QTest::addColumn<qint64>("order");
    QTest::addColumn<qint64>("account");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* name, NoticeKind kind, qint64 order, qint64 account, const char* place) {
      QTest::newRow(name) << int(kind) << order << account << QString::fromLatin1(place);
    };
    row("one order", NoticeKind::NewOrders, 12, 0, "orders:order:12");
    row("orders", NoticeKind::NewOrders, 0, 0, "orders");
    row("an account", NoticeKind::AccountNeedsAttention, 0, 3, "connections:account:3");
    row("accounts", NoticeKind::AccountNeedsAttention, 0, 0, "connections");
    row("ends soon", NoticeKind::EndsSoon, 0, 3, "connections:account:3");
    row("records", NoticeKind::FailedRecords, 0, 0, "connections:failures");
    row("changes", NoticeKind::ProviderChanged, 0, 0, "connections:changes");
    row("stock", NoticeKind::StockShort, 0, 0, "inventory:alerts");
  }
  void place_isTheThingItself()
  {
    QFETCH(int, kind);
    QFETCH(qint64, order);
    QFETCH(qint64, account);
    QFETCH(QString, place);
    QCOMPARE(noticePlace({NoticeKind(kind), 1, OrderId(order), AccountId(account), {}}), place);
  }

  void place_ofAnOrderOpensIt()
  {
    Fixture f(5);
    f.store(1, PageFixture::kNow + 5s);
    QTRY_COMPARE(f.told.size(), std::size_t(1));
    f.openWindow();
    f.window->open(noticePlace(f.told[0]));
    QCOMPARE(f.window->pageId(f.window->currentPage()), QStringLiteral("orders"));
    const auto* details = f.window->findChild<OrderDetailsView*>();
    QVERIFY(details);
    QTRY_COMPARE(details->order().value_or(OrderId()), f.told[0].order);
  }
};

SC_TEST(TrayIconTest)
#include "trayicon_test.moc"
