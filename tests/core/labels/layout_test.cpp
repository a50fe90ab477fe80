#include "core/labels/templates.h"
#include "core/labels/textfit.h"
#include "core/labels/zpl.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

/// A ruler of a font in which every character is as wide as it is tall.
int square(const QString& line, int type, bool)
{
  return int(line.size()) * type;
}

LayoutText words(const QString& text, int width, int height, int lines)
{
  return {{0, 0, width, height}, text, 4000, 2000, false, TextPlace::Left, lines};
}

WaybillFacts facts()
{
  WaybillFacts f;
  f.courier = QStringLiteral("顺丰速运");
  f.number = QStringLiteral("SF1234567890123");
  f.recipient = {
      QStringLiteral("王小明"), QStringLiteral("13812345678"), QStringLiteral("CN"),          QStringLiteral("浙江省"),
      QStringLiteral("杭州市"), QStringLiteral("西湖区"),      QStringLiteral("文三路 1 号"), {}};
  f.sender = f.recipient;
  f.orderNumber = QStringLiteral("1001");
  f.cashOnDelivery = QStringLiteral("CNY 88.00");
  f.lines = {{QStringLiteral("TEA-1"), QStringLiteral("龙井"), QString(), 2}};
  return f;
}

LabelWords labels()
{
  LabelWords w;
  w.more = QStringLiteral("and %1 more");
  w.page = QStringLiteral("%1/%2");
  w.packingSlip = QStringLiteral("slip");
  w.pickList = QStringLiteral("picks");
  w.noBin = QStringLiteral("no bin");
  w.testLabel = QStringLiteral("test");
  return w;
}

bool isInside(const LayoutRect& at, PaperSize paper)
{
  return at.x >= 0 && at.y >= 0 && at.right() <= paper.width && at.bottom() <= paper.height;
}

bool isWhole(const LayoutPage& page)
{
  const auto inside = [&](const auto& part) { return isInside(part.at, page.paper); };
  return std::ranges::all_of(page.texts, inside) && std::ranges::all_of(page.boxes, inside) &&
         std::ranges::all_of(page.codes, inside);
}

/// What a printer makes of ^GFA's data.
QByteArray unpacked(QByteArray text, int rowBytes)
{
  QByteArray hex, row;
  int times = 0;
  const auto flush = [&] {
    hex += row;
    row.clear();
  };
  for (const char c : text) {
    if (c >= 'G' && c <= 'Y') {
      times += c - 'G' + 1;
    } else if (c >= 'g' && c <= 'z') {
      times += (c - 'g' + 1) * 20;
    } else if (c == ':') {
      hex += hex.right(rowBytes * 2);
    } else if (c == ',') {
      row = row.leftJustified(rowBytes * 2, '0');
      flush();
    } else {
      row += QByteArray(std::max(1, times), c);
      times = 0;
    }
    if (row.size() == rowBytes * 2)
      flush();
  }
  return QByteArray::fromHex(hex);
}

} // namespace

class LayoutTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void paper_isReadInMillimetres();
  void code128_namesTheCharacterItCannotHold();
  void qrCode_isSquareWithFinders();
  void placeCode_keepsModulesWhole();
  void placeCode_saysWhenNothingFits();
  void text_shrinksThenWrapsThenIsCut();
  void text_breaksChineseAnywhereAndLatinAtBlanks();
  void waybillLabel_staysOnItsPaper();
  void waybillLabel_wantsARecipient();
  void longList_isCutWithACount();
  void packingSlip_flowsOverPages();
  void packingSlip_ofNothingIsRefused();
  void packingSlip_keepsLongCodesReadable();
  void zplGraphic_unpacksToTheSameDots();
  void zpl_refusesABarCodeWiderThanThePaper();
};

void LayoutTest::paper_isReadInMillimetres()
{
  QCOMPARE(paperNamed(u"76x130"), kPaper76x130);
  QCOMPARE(paperNamed(u" 100×150 "), kPaper100x150);
  QCOMPARE(paperNamed(u"A4"), kPaperA4);
  QCOMPARE(paperNamed(u"50.5x30")->width, 50'500);
  for (const QStringView wrong : {u"", u"76", u"76x", u"5x5", u"2000x10", u"76x130mm", u"-76x130"})
    QVERIFY2(!paperNamed(wrong), qPrintable(wrong.toString()));
  for (const PaperSize paper : {kPaper76x130, kPaper100x180, kPaperA4, PaperSize{50'500, 30'000}})
    QCOMPARE(paperNamed(paperName(paper)), paper);
}

void LayoutTest::code128_namesTheCharacterItCannotHold()
{
  const Symbol symbol = must(code128(QStringLiteral("SF1234567890123")));
  QCOMPARE(symbol.rows, 1);
  QVERIFY(symbol.isDark(0, 0) && symbol.isDark(symbol.columns - 1, 0)); // start and stop begin and end dark
  for (const QString& wrong : {QString(), QStringLiteral("SF顺丰"), QStringLiteral("a\nb"), QString(61, u'1')})
    QCOMPARE(code128(wrong).error().kind, ErrorKind::Invalid);
  QVERIFY(code128(QStringLiteral("SF顺丰")).error().detail.contains(u'顺'));
}

void LayoutTest::qrCode_isSquareWithFinders()
{
  const Symbol symbol = must(qrCode(QStringLiteral("顺丰 SF1234567890123")));
  QCOMPARE(symbol.rows, symbol.columns);
  QVERIFY(symbol.isDark(0, 0) && symbol.isDark(6, 6) && !symbol.isDark(1, 1) && symbol.isDark(3, 3));
  QVERIFY(!qrCode(QString()));
}

void LayoutTest::placeCode_keepsModulesWhole()
{
  const LayoutCode code{{2'500, 10'000, 71'000, 15'000}, must(code128(QStringLiteral("SF1234567890123")))};
  for (const int dpi : {203, 300, 600}) {
    const auto placed = placeCode(code, dpi);
    QVERIFY(placed.has_value());
    const int quiet = code.symbol.quietModules() * placed->module;
    QVERIFY(placed->x - quiet >= dotsOf(code.at.x, dpi));
    QVERIFY(placed->x + code.symbol.columns * placed->module + quiet <= dotsOf(code.at.right(), dpi) + 1);
    QVERIFY2(placed->module * 25'400 / dpi >= 245, "a bar narrower than 0.25 mm is not read reliably");
  }
}

void LayoutTest::placeCode_saysWhenNothingFits()
{
  QVERIFY(!placeCode({{0, 0, 10'000, 10'000}, must(code128(QString(60, u'A')))}, 203));
}

void LayoutTest::text_shrinksThenWrapsThenIsCut()
{
  const auto fit = [](int letters, int lines) {
    return fitText(words(QString(letters, u'字'), 40'000, 12'000, lines), square);
  };
  QCOMPARE(fit(10, 2).type, 4000);
  const FittedText smaller = fit(12, 2);
  QCOMPARE(smaller.lines.size(), 1);
  QVERIFY(smaller.type < 4000 && smaller.type * 12 <= 40'000);
  const FittedText two = fit(18, 2);
  QCOMPARE(two.lines.size(), 2);
  QVERIFY(!two.cut);
  const FittedText cut = fit(100, 2);
  QVERIFY(cut.cut);
  QCOMPARE(cut.type, 2000);
  QCOMPARE(cut.lines.size(), 2);
  QVERIFY(cut.lines.last().endsWith(u'…') && !cut.lines.first().contains(u'…'));
  QVERIFY(square(cut.lines.last(), cut.type, false) <= 40'000);
  QVERIFY(fitText(words(QString(), 40'000, 12'000, 2), square).lines.isEmpty());
}

void LayoutTest::text_breaksChineseAnywhereAndLatinAtBlanks()
{
  const FittedText latin =
      fitText(words(QStringLiteral("12 Long Street\nSpringfield Town"), 40'000, 12'000, 3), square);
  QVERIFY(latin.lines.size() > 1);
  QCOMPARE(latin.lines.join(u' '), QStringLiteral("12 Long Street Springfield Town"));
  const FittedText word = fitText(words(QString(30, u'x'), 40'000, 12'000, 3), square);
  QCOMPARE(word.lines.join(QString()), QString(30, u'x'));
  QVERIFY(!word.cut);
}

void LayoutTest::waybillLabel_staysOnItsPaper()
{
  for (const PaperSize paper : {kPaper76x130, kPaper100x150, kPaper100x180}) {
    const LayoutPage page = must(waybillLabel(facts(), paper, labels()));
    QCOMPARE(page.paper, paper);
    QVERIFY(isWhole(page));
    QCOMPARE(page.codes.size(), 2);
    QCOMPARE(page.codes.front().symbol.content, QStringLiteral("SF1234567890123"));
  }
  QVERIFY(isWhole(must(testLabel(kPaper76x130, labels()))));
  QVERIFY(isWhole(must(productLabel({QStringLiteral("Tea"), {}, QStringLiteral("TEA-1"), {}, {}}, kPaper50x30))));
}

void LayoutTest::waybillLabel_wantsARecipient()
{
  WaybillFacts f = facts();
  f.recipient = {};
  QCOMPARE(waybillLabel(f, kPaper76x130, labels()).error().kind, ErrorKind::Invalid);
  f = facts();
  f.number = QStringLiteral("单号");
  QCOMPARE(waybillLabel(f, kPaper76x130, labels()).error().kind, ErrorKind::Invalid);
}

void LayoutTest::longList_isCutWithACount()
{
  WaybillFacts f = facts();
  for (int i = 0; i < 60; ++i)
    f.lines.push_back({QStringLiteral("S"), QStringLiteral("Article %1").arg(i), {}, 1});
  const LayoutPage page = must(waybillLabel(f, kPaper76x130, labels()));
  QVERIFY(isWhole(page));
  QVERIFY(page.texts.back().text.startsWith(QStringLiteral("and ")));
}

void LayoutTest::packingSlip_flowsOverPages()
{
  PackingSlipFacts f;
  f.orderNumber = QStringLiteral("1001");
  for (int i = 0; i < 70; ++i)
    f.lines.push_back({QStringLiteral("SKU-%1").arg(i), QStringLiteral("Article %1").arg(i), {}, 1});
  for (const PaperSize paper : {kPaperA4, kPaper100x150}) {
    const Layout layout = must(packingSlip(f, paper, labels()));
    QVERIFY(layout.pages.size() > 1);
    QStringList all;
    for (const LayoutPage& page : layout.pages) {
      QVERIFY(isWhole(page));
      for (const LayoutText& text : page.texts)
        all << text.text;
    }
    for (const LabelLine& line : f.lines)
      QCOMPARE(all.count(line.sku), 1);
    QVERIFY(all.contains(QStringLiteral("1/%1").arg(layout.pages.size())));
  }
}

void LayoutTest::packingSlip_ofNothingIsRefused()
{
  QCOMPARE(packingSlip({}, kPaperA4, labels()).error().kind, ErrorKind::Invalid);
  QCOMPARE(pickList({}, kPaperA4, labels()).error().kind, ErrorKind::Invalid);
}

void LayoutTest::packingSlip_keepsLongCodesReadable()
{
  PackingSlipFacts f;
  f.orderNumber = QStringLiteral("4412345678901234567");
  f.part = f.parts = 2;
  f.lines = {{QStringLiteral("TEA-1"), QStringLiteral("龙井"), {}, 1}};
  for (const PaperSize paper : {kPaperA4, kPaper100x150, kPaper76x130}) {
    const LayoutPage page = must(packingSlip(f, paper, labels())).pages.front();
    QVERIFY(isWhole(page));
    const LayoutCode& code = page.codes.front();
    QCOMPARE(code.symbol.content, QStringLiteral("4412345678901234567//2"));
    const auto placed = placeCode(code, 203);
    QVERIFY(placed && placed->module * 25'400 / 203 >= 245);
    const bool isBeside = code.at.width < paper.width / 2;
    for (const LayoutText& text : page.texts)
      QVERIFY2(isBeside || text.at.y >= code.at.bottom(), qPrintable(text.text)); // nothing is printed over the bars
  }
}

void LayoutTest::zplGraphic_unpacksToTheSameDots()
{
  auto raster = DotRaster::blank(1000, 40);
  for (int y = 0; y < raster.height; ++y)
    for (int x = 0; x < raster.width; ++x)
      if ((y < 10 && x % 3 == 0) || (y >= 10 && y < 20) || (y >= 25 && x > 500 && (x * y) % 7 < 3))
        raster.ink(x, y);
  const QByteArray graphic = zplGraphic(raster);
  QVERIFY(graphic.startsWith("^GFA,5000,5000,125,"));
  QCOMPARE(unpacked(graphic.mid(graphic.indexOf("125,") + 4), raster.rowBytes()), raster.bits);
}

void LayoutTest::zpl_refusesABarCodeWiderThanThePaper()
{
  const RasteriseText nothing = [](const LayoutText&, int) { return DotRaster{}; };
  const LayoutPage page = must(waybillLabel(facts(), kPaper100x150, labels()));
  const QByteArray text = must(zplOf(page, 203, nothing, 3));
  QVERIFY(text.startsWith("^XA") && text.endsWith("^XZ\n") && text.contains("^PQ3\n") && text.contains("^PW799\n"));
  LayoutPage narrow = page;
  narrow.codes.front().at.width = 10'000;
  QCOMPARE(zplOf(narrow, 203, nothing).error().kind, ErrorKind::Invalid);
}

SC_TEST(LayoutTest)
#include "layout_test.moc"
