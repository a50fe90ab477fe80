#include "core/stock/alerts.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/overview/feedlist.h"
#include "ui/overview/figurecard.h"
#include "ui/overview/shortstock.h"
#include "ui/text/language.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>

using namespace supercargo;
using namespace supercargo::test;

namespace {

struct Overview : PageFixture {
  explicit Overview(int orders) : PageFixture(orders)
  {
    openWindow();
    page = PageFixture::page(QStringLiteral("overview"));
  }

  QAbstractButton* button(const QString& text) const
  {
    for (auto* found : page->findChildren<QAbstractButton*>())
      if (found->isVisible() && (found->text() == text || found->accessibleName().startsWith(text)))
        return found;
    return nullptr;
  }

  void store(std::vector<OrderSnapshot> orders)
  {
    must(db->write([this, orders = std::move(orders)](Connection& c, ChangeSet& changes) -> Result<void> {
             SC_TRY(upsertOrders(c, Origin{account, std::nullopt, kNow}, orders, changes));
             return {};
           }).result());
  }

  Page* page = nullptr;
};

} // namespace

class OverviewPageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void withoutAccounts_itOffersTheNextStep()
  {
    Overview f(0);
    QTRY_VERIFY(f.button(QStringLiteral("Connect a shop")));

    f.button(QStringLiteral("Connect a shop"))->click();
    QCOMPARE(f.window->pageId(f.window->currentPage()), QStringLiteral("connections")); // no wizard in this window
  }

  void stages_countTheOrdersAndLeadToThem()
  {
    Overview f(200);
    const auto stages = f.read<std::vector<StageCount>>([](Connection& c) { return stageCounts(c); });
    const auto toShip = std::find_if(stages.begin(), stages.end(),
                                     [](const StageCount& stage) { return stage.stage == FlowStage::ToShip; });
    QVERIFY(toShip->orders > 0);
    QTRY_VERIFY(f.button(QStringLiteral("To ship")));
    QVERIFY2(f.button(QStringLiteral("To ship"))->accessibleName().contains(QString::number(toShip->orders)),
             qPrintable(f.button(QStringLiteral("To ship"))->accessibleName()));
    f.button(QStringLiteral("To ship"))->click();
    QCOMPARE(f.window->pageId(f.window->currentPage()), QStringLiteral("orders"));
    QTRY_COMPARE(f.window->findChild<QTableView*>()->model()->rowCount(), int(toShip->orders));
  }

  void figures_followNewOrdersByThemselves()
  {
    Overview f(50);
    const auto orders = [&] {
      for (const FigureCard* card : f.page->findChildren<FigureCard*>())
        for (const QLabel* label : card->findChildren<QLabel*>())
          if (label->text() == QStringLiteral("Placed orders"))
            return card->accessibleName() + card->accessibleDescription();
      return QString();
    };
    QTRY_VERIFY(!f.page->findChildren<FigureCard*>().isEmpty());
    QTRY_VERIFY(f.button(QStringLiteral("To ship")));
    auto fresh = sampleOrders(3, PageFixture::kNow);
    for (OrderSnapshot& order : fresh) {
      order.externalId += QStringLiteral("-new");
      order.number += QStringLiteral("-new");
      order.placedAt = PageFixture::kNow - std::chrono::minutes(1);
      order.updatedAt = order.placedAt;
    }
    const QString before = orders();
    f.store(fresh);
    auto* feed = f.page->findChild<FeedList*>();
    QTRY_VERIFY(feed->model()->rowCount() > 0);
    const auto shows = [&] {
      for (int row = 0; row < feed->model()->rowCount(); ++row)
        if (feed->model()->index(row, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("-new")) ||
            feed->model()->index(row, 0).data().toString().contains(QStringLiteral("-new")))
          return true;
      return false;
    };
    QTRY_VERIFY(shows());
    QTRY_VERIFY(orders() != before || before.isEmpty());
  }

  void shortStock_isListedAndLeadsToIt()
  {
    Overview f(10);
    QTRY_VERIFY(f.button(QStringLiteral("Sync now")));
    QVERIFY(!f.page->findChild<ShortStock*>()->isVisible()); // nothing is short
    must(f.db->write([](Connection& c, ChangeSet& changes) -> Result<void> {
               const StockWorker worker{QStringLiteral("owner")};
               SC_TRY(receiveStock(c, worker, {{QStringLiteral("TEA-9"), {}, {}}, 4, {}, {}, {}, {}}, PageFixture::kNow,
                                   changes));
               SC_TRY(holdStock(c, worker, {QStringLiteral("TEA-9"), {}, {}}, 4, {}, {}, PageFixture::kNow, changes));
               return refreshStockAlerts(c, PageFixture::kNow, changes);
             })
             .result());
    QTRY_VERIFY(f.button(QStringLiteral("TEA-9: Out of stock")));
    f.button(QStringLiteral("TEA-9: Out of stock"))->click();
    QTRY_COMPARE(f.window->pageId(f.window->currentPage()), QStringLiteral("inventory"));
    QTRY_COMPARE(f.window->page(f.window->currentPage())->findChild<QLineEdit*>()->text(), QStringLiteral("TEA-9"));
  }

  void language_changesEveryWord()
  {
    Overview f(50);
    QTRY_VERIFY(f.button(QStringLiteral("Sync now")));
    f.window->setLanguage(QStringLiteral("zh_CN"));
    QTRY_VERIFY(!f.button(QStringLiteral("Sync now")));
    static const QRegularExpression english(QStringLiteral("[A-Za-z]{4,} [a-z]{2,}"));
    for (const QLabel* label : f.page->findChildren<QLabel*>())
      QVERIFY2(!label->text().contains(english), qPrintable(label->text()));
  }
};

SC_TEST(OverviewPageTest)
#include "overviewpage_test.moc"
