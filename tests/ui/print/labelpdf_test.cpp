#include "core/labels/templates.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/print/courierpage.h"
#include "ui/print/labelpainter.h"
#include "ui/print/labelpdf.h"
#include "ui/print/pagepreview.h"
#include "ui/print/printwords.h"
#include "ui/print/textraster.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace supercargo;
using namespace supercargo::test;

namespace {

const QString kNumber = QStringLiteral("SF1234567890123");

WaybillFacts facts()
{
  WaybillFacts f;
  f.courier = QStringLiteral("顺丰速运");
  f.service = QStringLiteral("标快");
  f.number = kNumber;
  f.sortCode = QStringLiteral("571-A12-008");
  f.recipient = {QStringLiteral("欧阳小明"),
                 QStringLiteral("13812345678"),
                 QStringLiteral("CN"),
                 QStringLiteral("浙江省"),
                 QStringLiteral("杭州市"),
                 QStringLiteral("西湖区"),
                 QStringLiteral("文三路 259 号昌地火炬大厦 1 号楼 17 层 1703 室"),
                 {}};
  f.sender = {QStringLiteral("云杉小店"),
              QStringLiteral("0755-1234567"),
              QStringLiteral("CN"),
              QStringLiteral("广东省"),
              QStringLiteral("深圳市"),
              QStringLiteral("南山区"),
              QStringLiteral("科技园路 1 号"),
              {}};
  f.orderNumber = QStringLiteral("202601051001");
  f.cashOnDelivery = QStringLiteral("CNY 128.00");
  f.weightGrams = 1250;
  f.lines = {{QStringLiteral("TEA-1"), QStringLiteral("明前龙井 绿茶 罐装"), QStringLiteral("250 g"), 2},
             {QStringLiteral("CUP-2"), QStringLiteral("Glass cup"), QString(), 1}};
  return f;
}

/// What an independent reader finds in the picture, sorted.
QStringList codesIn(const QImage& image)
{
  TempDatabase folder;
  const QString file = folder.file(QStringLiteral("label.png"));
  image.save(file);
  QProcess reader;
  reader.start(QStringLiteral("zbarimg"), {QStringLiteral("-q"), file});
  reader.waitForFinished();
  QStringList lines = QString::fromUtf8(reader.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
  lines.sort();
  return lines;
}

QStringList bothCodes()
{
  return {QStringLiteral("CODE-128:") + kNumber, QStringLiteral("QR-Code:") + kNumber};
}

bool isThere(const char* program)
{
  return !QStandardPaths::findExecutable(QLatin1String(program)).isEmpty();
}

/// Draws the boxes and graphics of a ZPL label, as a printer would.
QImage printedZpl(const QByteArray& zpl, QSize dots)
{
  QImage image(dots, QImage::Format_Grayscale8);
  image.fill(Qt::white);
  QPainter painter(&image);
  static const QRegularExpression field(
      QStringLiteral(R"(\^FO(\d+),(\d+)(?:\^GB(\d+),(\d+),(\d+)|\^GFA,(\d+),\d+,(\d+),([^^]*))\^FS)"));
  auto fields = field.globalMatch(QString::fromLatin1(zpl));
  while (fields.hasNext()) {
    const auto m = fields.next();
    const auto number = [&](int part) { return m.captured(part).toInt(); };
    if (m.capturedLength(3) > 0) {
      if (number(5) >= std::min(number(3), number(4)))
        painter.fillRect(number(1), number(2), number(3), number(4), Qt::black);
      continue;
    }
    const int rowBytes = number(7), height = number(6) / rowBytes;
    QByteArray hex, row;
    int times = 0;
    for (const char c : m.captured(8).toLatin1()) {
      if (c >= 'G' && c <= 'Y')
        times += c - 'G' + 1;
      else if (c >= 'g' && c <= 'z')
        times += (c - 'g' + 1) * 20;
      else if (c == ':')
        hex += hex.right(rowBytes * 2);
      else if (c == ',')
        row = row.leftJustified(rowBytes * 2, '0');
      else
        row += QByteArray(std::max(1, std::exchange(times, 0)), c);
      if (row.size() == rowBytes * 2)
        hex += std::exchange(row, {});
    }
    const QByteArray bits = QByteArray::fromHex(hex);
    for (int y = 0; y < height; ++y)
      for (int x = 0; x < rowBytes * 8; ++x)
        if (bits.at(y * rowBytes + x / 8) & (0x80 >> (x % 8)))
          painter.fillRect(number(1) + x, number(2) + y, 1, 1, Qt::black);
  }
  return image;
}

} // namespace

class LabelPdfTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void codes_areReadAtThePrintersResolution_data();
  void codes_areReadAtThePrintersResolution();
  void zpl_burnsTheSameCodes_data() { codes_areReadAtThePrintersResolution_data(); }
  void zpl_burnsTheSameCodes();
  void pdf_isAsLargeAsItsPaper();
  void pdf_isReadAfterPrinting_data() { codes_areReadAtThePrintersResolution_data(); }
  void pdf_isReadAfterPrinting();
  void productLabel_isReadAtThePrintersResolution();
  void couriersPicture_isReadAtThePrintersResolution();
  void couriersPicture_growsByWholeDots();
  void couriersHtml_isPaintedBlackInItsTrueSize();
  void preview_showsThePrintersDots();
  void exactPages_refuseAnotherShape();
  void faults_nameWhatIsCutMissingOrTooWide();
  void nothing_isNoPdf();
};

void LabelPdfTest::codes_areReadAtThePrintersResolution_data()
{
  QTest::addColumn<QString>("paper");
  QTest::addColumn<int>("dpi");
  for (const char* paper : {"76x130", "100x150", "100x180"})
    for (const int dpi : {203, 300})
      QTest::addRow("%s at %d", paper, dpi) << QString::fromLatin1(paper) << dpi;
}

void LabelPdfTest::codes_areReadAtThePrintersResolution()
{
  QFETCH(QString, paper);
  QFETCH(int, dpi);
  const PaperSize size = *paperNamed(paper);
  const QImage image = pageImage(must(waybillLabel(facts(), size, labelWords())), dpi);
  QCOMPARE(image.width(), dotsOf(size.width, dpi));
  QCOMPARE(image.height(), dotsOf(size.height, dpi));
  if (!isThere("zbarimg"))
    QSKIP("zbarimg is not installed");
  QCOMPARE(codesIn(image), bothCodes());
}

void LabelPdfTest::zpl_burnsTheSameCodes()
{
  QFETCH(QString, paper);
  QFETCH(int, dpi);
  const PaperSize size = *paperNamed(paper);
  const LayoutPage page = must(waybillLabel(facts(), size, labelWords()));
  const QByteArray zpl = must(zplOf(page, dpi, textRaster()));
  if (!isThere("zbarimg"))
    QSKIP("zbarimg is not installed");
  QCOMPARE(codesIn(printedZpl(zpl, {dotsOf(size.width, dpi), dotsOf(size.height, dpi)})), bothCodes());
}

void LabelPdfTest::pdf_isAsLargeAsItsPaper()
{
  if (!isThere("pdfinfo"))
    QSKIP("pdfinfo is not installed");
  TempDatabase folder;
  for (const PaperSize size : {kPaper76x130, kPaper100x150, kPaper100x180, kPaper50x30, kPaperA4}) {
    const Layout layout{QStringLiteral("test"),
                        {must(testLabel(size, labelWords())), must(testLabel(size, labelWords()))}};
    QFile file(folder.file(QStringLiteral("label.pdf")));
    QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
    file.write(must(pdfOf(layout, 203)));
    file.close();
    QProcess info;
    info.start(QStringLiteral("pdfinfo"),
               {QStringLiteral("-box"), QStringLiteral("-l"), QStringLiteral("2"), file.fileName()});
    QVERIFY(info.waitForFinished());
    QCOMPARE(info.readAllStandardError(), QByteArray()); // a table of objects that is off would be repaired with a word
    static const QRegularExpression box(QStringLiteral(R"(MediaBox:\s+0\.00\s+0\.00\s+([\d.]+)\s+([\d.]+))"));
    auto boxes = box.globalMatch(QString::fromLatin1(info.readAllStandardOutput()));
    int pages = 0;
    for (; boxes.hasNext(); ++pages) {
      const auto found = boxes.next();
      const auto millimetres = [&](int part) { return found.captured(part).toDouble() * 25.4 / 72; };
      QVERIFY(std::abs(millimetres(1) - size.width / 1000.0) <= 0.1);
      QVERIFY(std::abs(millimetres(2) - size.height / 1000.0) <= 0.1);
    }
    QCOMPARE(pages, 2);
  }
}

void LabelPdfTest::pdf_isReadAfterPrinting()
{
  if (!isThere("pdftoppm") || !isThere("zbarimg"))
    QSKIP("pdftoppm or zbarimg is not installed");
  QFETCH(QString, paper);
  QFETCH(int, dpi);
  TempDatabase folder;
  const QString file = folder.file(QStringLiteral("label.pdf"));
  QFile pdf(file);
  QVERIFY(pdf.open(QFile::WriteOnly));
  pdf.write(
      must(pdfOf({QStringLiteral("label"), {must(waybillLabel(facts(), *paperNamed(paper), labelWords()))}}, dpi)));
  pdf.close();
  QProcess draw;
  draw.start(QStringLiteral("pdftoppm"), {QStringLiteral("-r"), QString::number(dpi), QStringLiteral("-png"),
                                          QStringLiteral("-singlefile"), file, folder.file(QStringLiteral("page"))});
  QVERIFY(draw.waitForFinished());
  QCOMPARE(codesIn(QImage(folder.file(QStringLiteral("page.png")))), bothCodes());
}

void LabelPdfTest::productLabel_isReadAtThePrintersResolution()
{
  if (!isThere("zbarimg"))
    QSKIP("zbarimg is not installed");
  ProductLabelFacts product;
  product.title = QStringLiteral("明前龙井 绿茶 罐装");
  product.sku = QStringLiteral("TEA-1");
  product.barcode = QStringLiteral("4006381333931");
  for (const int dpi : {203, 300})
    for (const PaperSize size : {kPaper50x30, *paperNamed(u"40x30"), *paperNamed(u"60x40")}) {
      const QImage image = pageImage(must(productLabel(product, size)), dpi);
      QCOMPARE(codesIn(image), QStringList{QStringLiteral("CODE-128:") + product.barcode});
    }
}

void LabelPdfTest::couriersPicture_isReadAtThePrintersResolution()
{
  if (!isThere("zbarimg"))
    QSKIP("zbarimg is not installed");
  for (const int drawnAt : {203, 300}) {
    const QImage label = pageImage(must(waybillLabel(facts(), kPaper76x130, labelWords())), drawnAt);
    for (const int dpi : {203, 300})
      QCOMPARE(codesIn(pictureDots(label, kPaper76x130, dpi)), bothCodes());
  }
}

void LabelPdfTest::couriersPicture_growsByWholeDots()
{
  // Bars of one dot, on a picture a little smaller than half of the paper: each becomes two dots, nothing else.
  constexpr PaperSize kPaper{50'000, 30'000};
  constexpr int kDpi = 254; // 500 × 300 dots
  QImage bars(240, 100, QImage::Format_RGB32);
  for (int x = 0; x < bars.width(); ++x)
    for (int y = 0; y < bars.height(); ++y)
      bars.setPixelColor(x, y, x % 2 == 0 ? Qt::black : Qt::white);
  const QImage page = pictureDots(bars, kPaper, kDpi);
  QCOMPARE(page.size(), QSize(500, 300));
  for (int x = 0; x < 480; ++x)
    QCOMPARE(page.pixelColor(10 + x, 150), x / 2 % 2 == 0 ? QColor(Qt::black) : QColor(Qt::white));
  // White margins make room for the true size.
  QImage wide(520, 300, QImage::Format_RGB32);
  wide.fill(Qt::white);
  QPainter(&wide).drawImage(140, 100, bars);
  QCOMPARE(pictureDots(wide, kPaper, kDpi).copy(130, 100, 240, 1).pixelColor(2, 0), QColor(Qt::black));
}

void LabelPdfTest::couriersHtml_isPaintedBlackInItsTrueSize()
{
  QPalette dark;
  dark.setColor(QPalette::Text, Qt::white);
  const QPalette before = QGuiApplication::palette();
  QGuiApplication::setPalette(dark);
  const QImage page = courierPage({QStringLiteral("html"), "<p style='font-size:96px'>M</p>", {}, kPaper76x130}, 203);
  QGuiApplication::setPalette(before);
  QVERIFY(!page.isNull());
  int top = page.height(), bottom = 0;
  for (int y = 0; y < page.height(); ++y)
    for (int x = 0; x < page.width(); ++x)
      if (page.pixelColor(x, y).lightness() < 128) {
        top = std::min(top, y);
        bottom = std::max(bottom, y);
      }
  QVERIFY2(bottom - top > 203 / 2 && bottom - top < 203, qPrintable(QString::number(bottom - top))); // type of an inch
  QVERIFY(courierPage({QStringLiteral("html"), "", {}, kPaper76x130}, 203).isNull());
  QVERIFY(courierPage({QStringLiteral("pdf"), "%PDF-1.4", {}, kPaper76x130}, 203).isNull());
}

void LabelPdfTest::preview_showsThePrintersDots()
{
  const LayoutPage page = must(waybillLabel(facts(), kPaper76x130, labelWords()));
  PagePreview preview;
  preview.show(Layout{QString(), {page}}, 0, 300);
  QCOMPARE(preview.image(), pageImage(page, 300));
  if (!isThere("zbarimg"))
    QSKIP("zbarimg is not installed");
  QCOMPARE(codesIn(preview.image()), bothCodes());
}

void LabelPdfTest::exactPages_refuseAnotherShape()
{
  for (const char* wrong : {"", "%PDF-1.4", "%PDF-1.4 /MediaBox [0 0 1 1] startxref\n9999\n", "/MediaBox ["})
    QCOMPARE(withExactPages(wrong, {kPaper76x130}).error().kind, ErrorKind::BadResponse);
}

void LabelPdfTest::faults_nameWhatIsCutMissingOrTooWide()
{
  QVERIFY(faultsOf(must(waybillLabel(facts(), kPaper76x130, labelWords())), 203).isEmpty());
  WaybillFacts f = facts();
  f.recipient.street = QString(400, u'长');
  f.recipient.name = QStringLiteral("\U0010FFFD");
  f.number = QString(60, u'W');
  const LayoutFaults faults = faultsOf(must(waybillLabel(f, kPaper76x130, labelWords())), 203);
  QCOMPARE(faults.cut.size(), 2); // the address, and the number below the bars
  QCOMPARE(faults.missing, QStringLiteral("\U0010FFFD"));
  QCOMPARE(faults.unfit, QStringList{f.number});
  QCOMPARE(pdfOf({QString(), {must(waybillLabel(f, kPaper76x130, labelWords()))}}, 203).error().kind,
           ErrorKind::Invalid);
}

void LabelPdfTest::nothing_isNoPdf()
{
  QCOMPARE(pdfOf({}, 203).error().kind, ErrorKind::Invalid);
}

SC_TEST(LabelPdfTest)
#include "labelpdf_test.moc"
