#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/analytics/analyticsgroups.h"
#include "ui/analytics/analyticspage.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartview.h"
#include "ui/charts/figurerows.h"
#include "ui/charts/periodbar.h"
#include "ui/charts/reporttable.h"
#include "ui/text/language.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

using namespace supercargo;
using namespace supercargo::test;

namespace {

ChartPanel* panelAt(const AnalyticsPage& page, const char* group, size_t card)
{
  return page.findChild<ChartPanel*>(QStringLiteral("%1.%2").arg(QLatin1String(group)).arg(card));
}

bool isSettled(const ChartPanel* panel)
{
  return QTest::qWaitFor([panel] { return panel->result() && !panel->isBusy(); }, 20'000);
}

/// All that the panel says, for the message of a test that fails.
QString words(const ChartPanel* panel)
{
  QStringList all;
  for (const auto* label : panel->findChildren<QLabel*>())
    all += label->text();
  return all.join(u' ');
}

} // namespace

class AnalyticsPageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void everyTab_drawsItsFigures()
  {
    PageFixture f(120);
    AnalyticsPage page(f.context());
    page.resize(1080, 740);
    page.show();
    for (const AnalyticsGroup& group : analyticsGroups()) {
      page.open(QLatin1String(group.id));
      for (size_t card = 0; card < group.cards.size(); ++card) {
        const ChartPanel* panel = panelAt(page, group.id, card);
        QVERIFY2(isSettled(panel),
                 qPrintable(QStringLiteral("%1 %2: %3").arg(QLatin1String(group.id)).arg(card).arg(words(panel))));
        QCOMPARE(panel->table()->result().hash, panel->result()->hash); // chart and table are one result
      }
    }
    QVERIFY(!panelAt(page, "sales", 0)->view()->isEmpty());
    QVERIFY(!panelAt(page, "products", 0)->view()->isEmpty());
    QVERIFY(!panelAt(page, "customers", 0)->view()->isEmpty());
    QVERIFY(panelAt(page, "payments", 0)->view()->isEmpty()); // no gateway is connected
    QVERIFY(!panelAt(page, "payments", 0)->view()->accessibleDescription().isEmpty());
  }

  void mark_opensItsRowsAndARowItsOrder()
  {
    PageFixture f(120);
    PageContext context = f.context();
    std::optional<OrderId> opened;
    context.actions.showOrder = [&opened](OrderId order) { opened = order; };
    AnalyticsPage page(context);
    page.resize(1080, 740);
    page.show();
    ChartPanel* panel = panelAt(page, "sales", 3); // provinces
    QVERIFY(isSettled(panel));
    panel->view()->setCurrentMark(0);
    QTest::keyClick(panel->view(), Qt::Key_Return);
    auto* dialog = panel->findChild<FigureRowsDialog*>();
    QVERIFY(dialog);
    auto* rows = dialog->findChild<FigureRowModel*>();
    QTRY_VERIFY(rows->rowCount() > 0);
    QVERIFY(panel->view()->marks()[0].text.startsWith(rows->sumText(FigureRow::Part::Value)));
    auto* table = dialog->findChild<QTableView*>();
    QTRY_VERIFY(table->currentIndex().isValid());
    Q_EMIT table->activated(table->currentIndex());
    QVERIFY(opened);
    QCOMPARE(*opened, *rows->row(table->currentIndex().row()).order);
  }

  void period_changesWhatIsAsked()
  {
    PageFixture f(60);
    AnalyticsPage page(f.context());
    page.show();
    const ChartPanel* panel = panelAt(page, "sales", 0);
    QVERIFY(isSettled(panel));
    page.findChild<PeriodBar*>()->setPreset(QStringLiteral("last_7_days"));
    Q_EMIT page.findChild<PeriodBar*>()->changed();
    QTRY_COMPARE(panel->result()->spec.from.daysTo(panel->result()->spec.to), 6);
    QCOMPARE(panel->result()->spec.options.value(QStringLiteral("grain")), QStringLiteral("day"));
  }

  void emptyWorkspace_saysWhatToDo()
  {
    PageFixture f(0);
    bool asked = false;
    PageContext context = f.context();
    context.actions.showWizard = [&asked] { asked = true; };
    AnalyticsPage page(context);
    page.show();
    QPushButton* button = nullptr;
    QTRY_VERIFY([&] {
      for (auto* each : page.findChildren<QPushButton*>())
        if (each->isVisible() && each->text() == QLatin1String("Connect a shop"))
          button = each;
      return button != nullptr;
    }());
    button->click();
    QVERIFY(asked);
  }

  void language_changesWhileItRuns()
  {
    PageFixture f(60);
    AnalyticsPage page(f.context());
    page.show();
    QVERIFY(isSettled(panelAt(page, "sales", 0)));
    setLanguage(QStringLiteral("zh_CN"));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(page.findChild<QTabBar*>()->tabText(0), QStringLiteral("销售"));
    QCOMPARE(panelAt(page, "sales", 0)->view()->accessibleName(), QStringLiteral("净销售额趋势"));
  }
};

SC_TEST(AnalyticsPageTest)
#include "analyticspage_test.moc"
