#include "core/stock/alerts.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/notify/trayicon.h"
#include "ui/text/language.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

const StockWorker kWorker{QStringLiteral("owner")};

/// An article that is there and sold out at that moment.
void sellOut(PageFixture& f, const QString& sku, Instant at)
{
  must(f.db->write([&](Connection& c, ChangeSet& changes) -> Result<void> {
             SC_TRY(receiveStock(c, kWorker, {{sku, {}, {}}, 2, {}, {}, {}, {}}, at, changes));
             SC_TRY(holdStock(c, kWorker, {sku, {}, {}}, 2, {}, {}, at, changes));
             return refreshStockAlerts(c, at, changes);
           })
           .takeResult());
}

} // namespace

class StockNoticeTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { setLanguage(QStringLiteral("en")); }

  void stockThatRunsShort_isToldOnce()
  {
    PageFixture f(0);
    sellOut(f, QStringLiteral("OLD"), PageFixture::kNow - std::chrono::hours(1)); // no news
    Instant now = PageFixture::kNow;
    TrayIcon tray(
        *f.db, *f.settings, [&now] { return now; }, QTimeZone::utc());
    std::vector<Notice> told;
    connect(&tray, &TrayIcon::told, this, [&](const Notice& notice) { told.push_back(notice); });
    sellOut(f, QStringLiteral("TEA"), PageFixture::kNow + std::chrono::seconds(1));
    QTRY_COMPARE(told.size(), std::size_t(1));
    QCOMPARE(told[0].kind, NoticeKind::StockShort);
    QCOMPARE(noticeWords(told[0]).second, QStringLiteral("TEA is sold out or runs short."));
    now += std::chrono::minutes(1);
    sellOut(f, QStringLiteral("CUP"), PageFixture::kNow + std::chrono::seconds(2));
    QTRY_COMPARE(told.size(), std::size_t(2)); // TEA is not told again
    QCOMPARE(told[1].name, QStringLiteral("CUP"));
  }
};

SC_TEST(StockNoticeTest)
#include "stocknotice_test.moc"
