#include "core/base/money.h"
#include "tests/support/testmain.h"
#include "ui/charts/chartview.h"
#include "ui/charts/regionchart.h"
#include "ui/charts/resultcharts.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace supercargo;

namespace {

ReportResult regions(const QList<std::pair<QString, qint64>>& rows)
{
  ReportResult result;
  result.spec.report = QStringLiteral("sales.region");
  result.spec.options.insert(QStringLiteral("level"), QStringLiteral("province"));
  result.spec.timeZone = "Asia/Shanghai";
  result.columns = {
      {QStringLiteral("province"), {}, QStringLiteral("Province"), ColumnKind::Text},
      {QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text},
      {QStringLiteral("net_sales"), QStringLiteral("net_sales"), QStringLiteral("Net sales"), ColumnKind::Money}};
  for (const auto& [province, amount] : rows)
    result.rows.push_back(
        {{province, QStringLiteral("CNY"), Money(amount, Currency())},
         {{QStringLiteral("province"), province}, {QStringLiteral("currency"), QStringLiteral("CNY")}}});
  return result;
}

const QRectF kPaper(0, 0, 700, 440);

} // namespace

/// Sales on a map of provinces.
class RegionChartTest : public QObject {
  Q_OBJECT

  static std::unique_ptr<Chart> chart(const QList<std::pair<QString, qint64>>& rows)
  {
    return provinceChart(regions(rows), QStringLiteral("net_sales"), QStringLiteral("CNY"));
  }
  static QPointF middleOf(const ChartMark& mark) { return mark.area.boundingRect().center(); }

private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }

  void everyProvince_hasItsShapeWhereItBelongs()
  {
    const ProvinceShapes& shapes = provinceShapes();
    QCOMPARE(shapes.provinces.size(), size_t(34));
    for (const ProvinceShape& shape : shapes.provinces) {
      QVERIFY2(!shape.area.isEmpty(), qPrintable(shape.name));
      QVERIFY2(shape.area.boundingRect().contains(shape.middle), qPrintable(shape.name));
    }
    const auto middle = [&](const char* name) {
      return shapes.provinces[size_t(shapes.find(QString::fromUtf8(name)))].middle;
    };
    QVERIFY(middle("黑龙江").y() < middle("广东").y()); // north is up
    QVERIFY(middle("新疆").x() < middle("上海").x());
    QVERIFY(middle("台湾").x() > middle("福建").x());
    QVERIFY(!shapes.dashes.isEmpty() && !shapes.borders.isEmpty());
    // Areas are true: Xinjiang is 1.66, Zhejiang 0.10 million square kilometres.
    const auto size = [&](const char* name) {
      double twice = 0;
      for (const QPolygonF& ring :
           shapes.provinces[size_t(shapes.find(QString::fromUtf8(name)))].area.toSubpathPolygons())
        for (qsizetype i = 0, last = ring.size() - 1; i < ring.size(); last = i++)
          twice += ring[last].x() * ring[i].y() - ring[i].x() * ring[last].y();
      return std::abs(twice);
    };
    const double ratio = size("新疆") / size("浙江");
    QVERIFY2(ratio > 14 && ratio < 18, qPrintable(QString::number(ratio)));
  }

  void province_isFoundHoweverShopsWriteIt()
  {
    const ProvinceShapes& shapes = provinceShapes();
    const auto code = [&](const char* text) {
      const int place = shapes.find(QString::fromUtf8(text));
      return place < 0 ? QString() : shapes.provinces[size_t(place)].code;
    };
    QCOMPARE(code("浙江省"), QStringLiteral("33"));
    QCOMPARE(code("浙江"), QStringLiteral("33"));
    QCOMPARE(code("zhejiang"), QStringLiteral("33"));
    QCOMPARE(code("Zhejiang Sheng"), QStringLiteral("33"));
    QCOMPARE(code("内蒙古自治区"), QStringLiteral("15"));
    QCOMPARE(code("Shaanxi"), QStringLiteral("61"));
    QCOMPARE(code("Shanxi"), QStringLiteral("14"));
    QCOMPARE(code("California"), QString());
    QCOMPARE(code(""), QString());
  }

  void marks_tellTheCellTheyShow()
  {
    const auto made = chart({{QStringLiteral("广东省"), 90'000}, {QStringLiteral("浙江省"), 40'000}, {QString(), 700}});
    const auto marks = made->marks(kPaper);
    QCOMPARE(marks.size(), size_t(2));
    QCOMPARE(marks.front().name, QStringLiteral("浙江省")); // north to south
    const auto cell = MarkCell::of(marks.front().key);
    QVERIFY(cell);
    QCOMPARE(cell->slice.value(QStringLiteral("province")), QStringLiteral("浙江省"));
    QVERIFY(marks.front().text.contains(QStringLiteral("400.00")));
    for (const ChartMark& mark : marks)
      QVERIFY(kPaper.contains(mark.area.boundingRect()));
    QVERIFY(!made->isEmpty());
    QVERIFY(chart({{QStringLiteral("浙江"), 0}})->isEmpty());
  }

  void sameProvinceWrittenTwice_isOneRegion()
  {
    const auto marks = chart({{QStringLiteral("浙江省"), 900}, {QStringLiteral("Zhejiang"), 100}})->marks(kPaper);
    QCOMPARE(marks.size(), size_t(1));
    QVERIFY(marks.front().name.contains(QStringLiteral("9.00")) && marks.front().text.contains(QStringLiteral("1.00")));
  }

  void arrows_goToTheProvinceThatLiesThere()
  {
    const auto made = chart({{QStringLiteral("四川省"), 5},
                             {QStringLiteral("湖北省"), 4},
                             {QStringLiteral("江苏省"), 3},
                             {QStringLiteral("黑龙江省"), 2},
                             {QStringLiteral("海南省"), 1}});
    const auto marks = made->marks(kPaper);
    const auto place = [&](const char* name) {
      for (size_t i = 0; i < marks.size(); ++i)
        if (marks[i].name == QString::fromUtf8(name))
          return int(i);
      return -1;
    };
    const int count = int(marks.size());
    QCOMPARE(made->neighbour(place("四川省"), count, Qt::Key_Right), place("湖北省"));
    QCOMPARE(made->neighbour(place("湖北省"), count, Qt::Key_Right), place("江苏省"));
    QCOMPARE(made->neighbour(place("江苏省"), count, Qt::Key_Up), place("黑龙江省"));
    QCOMPARE(made->neighbour(place("湖北省"), count, Qt::Key_Down), place("海南省"));
    QCOMPARE(made->neighbour(place("海南省"), count, Qt::Key_Down), place("海南省"));
  }

  void click_opensTheProvinceUnderIt()
  {
    ChartView view;
    view.resize(700, 440);
    view.setChart(chart({{QStringLiteral("青海省"), 90'000}, {QStringLiteral("浙江省"), 40'000}}));
    view.show();
    QSignalSpy chosen(&view, &ChartView::markChosen);
    for (const ChartMark& mark : view.marks())
      if (mark.name == QStringLiteral("青海省"))
        QTest::mouseClick(&view, Qt::LeftButton, {}, middleOf(mark).toPoint());
    QCOMPARE(chosen.size(), 1);
    QVERIFY(chosen.first().first().toString().contains(QStringLiteral("青海省")));
  }

  void shopThatSendsNothingToChina_getsBars()
  {
    const auto made = chart({{QStringLiteral("Oregon"), 900}, {QStringLiteral("Texas"), 100}});
    QVERIFY(made && !dynamic_cast<RegionChart*>(made.get()));
    QCOMPARE(made->marks(kPaper).size(), size_t(2));
  }
};

SC_TEST(RegionChartTest)
#include "regionchart_test.moc"
