#include "tests/support/reportworld.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/analytics/analyticsgroups.h"
#include "ui/analytics/analyticspage.h"
#include "ui/charts/chartpanel.h"
#include "ui/charts/chartview.h"
#include "ui/charts/figurerows.h"
#include "ui/charts/periodbar.h"
#include "ui/charts/reporttable.h"
#include "ui/charts/resultcharts.h"
#include "ui/text/language.h"
#include "ui/text/reportwords.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QMouseEvent>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>

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

/// The rows that opened; closed again. nullopt: nothing opened.
std::optional<int> rowsThatOpened(ChartPanel& panel)
{
  auto* dialog = panel.findChild<FigureRowsDialog*>();
  if (!dialog)
    return std::nullopt;
  auto* rows = dialog->findChild<FigureRowModel*>();
  (void)QTest::qWaitFor([rows] { return rows->rowCount() > 0; }, 5'000);
  const int count = rows->rowCount();
  delete dialog;
  return count;
}

/// The mark that stands for most: one that surely has rows.
int largestMark(const ChartView& view, const ReportResult& result)
{
  int best = 0;
  double most = -1;
  for (size_t i = 0; i < view.marks().size(); ++i) {
    const auto cell = MarkCell::of(view.marks()[i].key);
    for (const auto* rows : {&result.rows, &result.totals})
      for (const ReportRow& row : *rows)
        for (size_t column = 0; cell && column < result.columns.size(); ++column)
          if (row.slice == cell->slice && result.columns[column].key == cell->column)
            if (const double number = cellNumber(row.cells[column]).value_or(-1); number > most) {
              most = number;
              best = int(i);
            }
  }
  return best;
}

/// What a chart does not do that every chart must; empty: all is well.
QString faultOf(ChartPanel& panel, const QTemporaryDir& folder)
{
  ChartView& view = *panel.view();
  if (view.isEmpty() || view.marks().empty())
    return QStringLiteral("nothing is drawn");
  const int mark = largestMark(view, *panel.result());
  const QPoint place = view.marks()[size_t(mark)].area.pointAtPercent(0).toPoint() + QPoint(1, 1);
  const QPoint middle = view.marks()[size_t(mark)].area.boundingRect().center().toPoint();
  const QPoint inside = view.marks()[size_t(mark)].area.contains(QPointF(middle)) ? middle : place;
  view.clearFocus();
  const QImage calm = view.grab().toImage();
  // Sent straight to the chart: QTest would move the cursor of the screen, where a card may be scrolled out of sight.
  QMouseEvent move(QEvent::MouseMove, inside, view.mapToGlobal(inside), Qt::NoButton, Qt::NoButton, {});
  QApplication::sendEvent(&view, &move);
  if (view.grab().toImage() == calm)
    return QStringLiteral("hovering says nothing");
  QTest::mouseClick(&view, Qt::LeftButton, {}, inside);
  if (const auto rows = rowsThatOpened(panel); rows.value_or(0) == 0)
    return QStringLiteral("a click opens no rows");
  view.setCurrentMark(-1);
  view.setFocus(Qt::TabFocusReason);
  QTest::keyClick(&view, Qt::Key_Home);
  if (view.currentMark() != 0)
    return QStringLiteral("keys do not move");
  view.setCurrentMark(mark);
  QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&view);
  if (access->role() != QAccessible::Chart || access->text(QAccessible::Name).isEmpty() ||
      !access->text(QAccessible::Value).contains(view.marks()[size_t(mark)].text))
    return QStringLiteral("a screen reader is not told");
  QTest::keyClick(&view, Qt::Key_Return);
  if (const auto rows = rowsThatOpened(panel); rows.value_or(0) == 0)
    return QStringLiteral("Return opens no rows");
  if (!panel.table()->isVisible() || panel.table()->model()->rowCount() == 0 ||
      panel.table()->accessibleName().isEmpty())
    return QStringLiteral("no table stands beside it");
  QApplication::clipboard()->clear();
  QTest::keyClick(&view, Qt::Key_C, Qt::ControlModifier);
  if (QApplication::clipboard()->image().isNull())
    return QStringLiteral("it is not copied");
  for (const char* ending : {"png", "svg"})
    if (const QString file = folder.filePath(QStringLiteral("chart.") + QLatin1String(ending));
        !view.savePicture(file) || QFileInfo(file).size() < 500)
      return QStringLiteral("it is not saved");
  return {};
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

  void everyMark_answersToPointerKeyboardAndScreenReader()
  {
    PageFixture f(120);
    must(f.db->write([](Connection& c) -> Result<void> {
               for (const char* provider : {"shopify", "stripe"}) { // what the world's payments and calls are of
                 AccountRow row;
                 row.provider = row.name = QLatin1String(provider);
                 row.createdAt = PageFixture::kNow;
                 SC_TRY(addAccount(c, row));
               }
               addReportWorld(c, PageFixture::kNow - std::chrono::hours(24 * 14), PageFixture::kNow);
               SC_TRY(c.run(QStringLiteral("UPDATE order_lines SET cost_minor = unit_minor / 2")));
               return {};
             })
             .result());
    AnalyticsPage page(f.context());
    page.resize(1080, 740);
    page.show();
    QTemporaryDir folder;
    for (const AnalyticsGroup& group : analyticsGroups()) {
      page.open(QLatin1String(group.id));
      for (size_t card = 0; card < group.cards.size(); ++card) {
        ChartPanel* panel = panelAt(page, group.id, card);
        QVERIFY2(isSettled(panel), qPrintable(words(panel)));
        if (QLatin1String(group.cards[card].id) == QLatin1String("value")) { // a fortnight tells too little of buyers
          QVERIFY(words(panel).contains(QStringLiteral("Too few customers")));
          continue;
        }
        const QString fault = faultOf(*panel, folder);
        QVERIFY2(fault.isEmpty(), qPrintable(panel->objectName() + QStringLiteral(": ") + fault));
      }
    }
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
