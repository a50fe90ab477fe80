#include "tests/support/testmain.h"
#include "ui/charts/barchart.h"
#include "ui/charts/chartview.h"
#include "ui/charts/gridchart.h"
#include "ui/charts/linechart.h"
#include "ui/charts/paretochart.h"
#include "ui/charts/resultcharts.h"
#include "ui/charts/waterfallchart.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace supercargo;

namespace {

ChartValue value(const QString& key, std::optional<double> number)
{
  return {key, key.toUpper(), number, number ? QString::number(*number) : QStringLiteral("–")};
}

std::unique_ptr<Chart> threeBars()
{
  return std::make_unique<BarChart>(std::vector<ChartValue>{
      value(QStringLiteral("a"), 3), value(QStringLiteral("b"), 2), value(QStringLiteral("c"), 1)});
}

/// How many pixels have nearly this colour.
int pixelsOf(const QImage& image, const QColor& colour)
{
  int count = 0;
  for (int y = 0; y < image.height(); ++y)
    for (int x = 0; x < image.width(); ++x) {
      const QColor pixel = image.pixelColor(x, y);
      count +=
          qAbs(pixel.red() - colour.red()) + qAbs(pixel.green() - colour.green()) + qAbs(pixel.blue() - colour.blue()) <
          12;
    }
  return count;
}

} // namespace

class ChartViewTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init()
  {
    m_view = std::make_unique<ChartView>();
    m_view->resize(500, 240);
    m_view->setAccessibleName(QStringLiteral("Sales"));
    m_view->show();
  }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void keys_moveOverTheMarksAndChoose()
  {
    m_view->setChart(threeBars());
    QSignalSpy chosen(m_view.get(), &ChartView::markChosen);
    m_view->setFocus(Qt::TabFocusReason);
    QCOMPARE(m_view->marks().size(), size_t(3));
    m_view->setCurrentMark(0);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentMark(), 1);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("b"));
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QTest::keyClick(m_view.get(), Qt::Key_Down); // there is nothing further down
    QCOMPARE(m_view->currentMark(), 2);
    QTest::keyClick(m_view.get(), Qt::Key_Home);
    QCOMPARE(m_view->currentMark(), 0);
  }

  void click_choosesWhatLiesThere()
  {
    m_view->setChart(threeBars());
    QSignalSpy chosen(m_view.get(), &ChartView::markChosen);
    const QPointF place = m_view->marks()[2].area.boundingRect().center();
    QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, place.toPoint());
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.first().first().toString(), QStringLiteral("c"));
  }

  void screenReader_isToldTheMark()
  {
    m_view->setChart(threeBars());
    m_view->setCurrentMark(1);
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(m_view.get());
    QVERIFY(access);
    QCOMPARE(access->role(), QAccessible::Chart);
    QCOMPARE(access->text(QAccessible::Name), QStringLiteral("Sales"));
    QCOMPARE(access->text(QAccessible::Value), QStringLiteral("B: 2"));
    QVERIFY(access->text(QAccessible::Description).startsWith(u'3')); // how many there are
  }

  void setChart_keepsTheChosenMarkByItsKey()
  {
    m_view->setChart(threeBars());
    m_view->setCurrentMark(2);
    m_view->setChart(std::make_unique<BarChart>(
        std::vector<ChartValue>{value(QStringLiteral("c"), 9), value(QStringLiteral("a"), 1)}));
    QCOMPARE(m_view->currentMark(), 0);
    QCOMPARE(m_view->marks()[0].key, QStringLiteral("c"));
  }

  void emptyChart_saysWhyAndHasNoMarks()
  {
    m_view->setEmptyText(QStringLiteral("No orders in these days."));
    m_view->setChart(std::make_unique<BarChart>(std::vector<ChartValue>{value(QStringLiteral("a"), std::nullopt)}));
    QVERIFY(m_view->isEmpty());
    QVERIFY(m_view->marks().empty());
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentMark(), -1);
    m_view->setEmptyText(QStringLiteral("No orders in these days."));
    QCOMPARE(m_view->accessibleDescription(), QStringLiteral("No orders in these days."));
  }

  void grid_goesInFourDirectionsAndStaysInsideItsTriangle()
  {
    std::vector<GridChart::Cell> cells;
    for (int row = 0; row < 3; ++row)
      for (int column = 0; column < 3; ++column)
        cells.push_back({value(QStringLiteral("%1%2").arg(row).arg(column), row + column + 1), column < 3 - row});
    const GridChart chart({QStringLiteral("x"), QStringLiteral("y"), QStringLiteral("z")},
                          {QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}, cells);
    const auto marks = chart.marks(QRectF(0, 0, 300, 200));
    QCOMPARE(marks.size(), size_t(6)); // 3 + 2 + 1
    QCOMPARE(chart.neighbour(0, 6, Qt::Key_Right), 1);
    QCOMPARE(marks[size_t(chart.neighbour(0, 6, Qt::Key_Down))].key, QStringLiteral("10"));
    QCOMPARE(chart.neighbour(2, 6, Qt::Key_Down), 2); // below lies what has not come yet
    QCOMPARE(marks[size_t(chart.neighbour(5, 6, Qt::Key_Up))].key, QStringLiteral("10"));
  }

  void lines_leaveGapsWhereThereIsNoValue()
  {
    LineChart::Line line{
        QStringLiteral("Now"),
        {value(QStringLiteral("a"), 5), value(QStringLiteral("b"), std::nullopt), value(QStringLiteral("c"), 5)}};
    m_view->setChart(std::make_unique<LineChart>(
        QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}, std::vector{line}));
    const QImage gap = m_view->picture(1);
    line.points[1] = value(QStringLiteral("b"), 5);
    m_view->setChart(std::make_unique<LineChart>(
        QStringList{QStringLiteral("1"), QStringLiteral("2"), QStringLiteral("3")}, std::vector{line}));
    QVERIFY(pixelsOf(gap, ink(Ink::Chart1)) * 3 < pixelsOf(m_view->picture(1), ink(Ink::Chart1)));
  }

  void waterfall_hatchesWhatIsEstimated()
  {
    WaterfallChart::Step whole{value(QStringLiteral("gross"), 100), true},
        less{value(QStringLiteral("fees"), -40), false};
    m_view->setChart(std::make_unique<WaterfallChart>(std::vector{whole, less}));
    const int sure = pixelsOf(m_view->picture(1), ink(Ink::Chart2));
    less.value.estimated = true;
    m_view->setChart(std::make_unique<WaterfallChart>(std::vector{whole, less}));
    const QImage hatched = m_view->picture(1);
    QVERIFY(pixelsOf(hatched, ink(Ink::Chart2)) * 2 < sure);
    less.value.value = std::nullopt; // what is unknown is not drawn at all
    m_view->setChart(std::make_unique<WaterfallChart>(std::vector{whole, less}));
    QVERIFY(hatched != m_view->picture(1));
  }

  void pareto_namesClassAndShare()
  {
    const ParetoChart chart({value(QStringLiteral("a"), 80), value(QStringLiteral("b"), 20)}, {0.8, 1.0},
                            {QStringLiteral("A"), QStringLiteral("B")}, {0.8, 0.95});
    const auto marks = chart.marks(QRectF(0, 0, 400, 200));
    QCOMPARE(marks[0].name, QStringLiteral("A · A"));
    QVERIFY(marks[0].text.contains(QStringLiteral("80")));
  }

  void pictures_areCopiedAndSaved()
  {
    m_view->setChart(threeBars());
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->image().size(), m_view->size() * 2);
    QTemporaryDir folder;
    const QString svg = folder.filePath(QStringLiteral("chart.svg")),
                  png = folder.filePath(QStringLiteral("chart.png"));
    QVERIFY(m_view->savePicture(svg));
    QVERIFY(m_view->savePicture(png));
    QFile file(svg);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray drawing = file.readAll();
    QVERIFY(drawing.contains("<svg") && drawing.contains("<text"));
    QCOMPARE(QImage(png).size(), m_view->size() * 2);
    QCOMPARE(m_view->savePicture(folder.filePath(QStringLiteral("none/chart.png"))).error().kind, ErrorKind::Denied);
  }

  void markCell_isReadBack()
  {
    const MarkCell cell{
        {{QStringLiteral("province"), QStringLiteral("浙江省")}, {QStringLiteral("currency"), QStringLiteral("CNY")}},
        QStringLiteral("net_sales")};
    const auto read = MarkCell::of(cell.key());
    QVERIFY(read);
    QCOMPARE(read->column, cell.column);
    QCOMPARE(read->slice, cell.slice);
    QVERIFY(!MarkCell::of(QString()));
  }

  void scale_isRoundAndHoldsZero()
  {
    const ChartScale scale = ChartScale::around(130, 970);
    QCOMPARE(scale.from, 0.0);
    QCOMPARE(scale.to, 1000.0);
    const ChartScale below = ChartScale::around(-30, 70);
    QVERIFY(below.from <= -30 && below.to >= 70);
    QVERIFY(ChartScale::around(0, 0).to > 0);
  }

  void shortNumber_followsTheLanguage()
  {
    QCOMPARE(shortNumber(12'300), QStringLiteral("12.3k"));
    QCOMPARE(shortNumber(0.5), QStringLiteral("0.50"));
    setLanguage(QStringLiteral("zh_CN"));
    QCOMPARE(shortNumber(12'300), QStringLiteral("1.2万"));
    QCOMPARE(shortNumber(340'000'000), QStringLiteral("3.4亿"));
  }

private:
  std::unique_ptr<ChartView> m_view;
};

SC_TEST(ChartViewTest)
#include "chartview_test.moc"
