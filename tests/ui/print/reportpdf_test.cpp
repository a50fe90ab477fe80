#include "tests/support/testmain.h"
#include "ui/charts/resultcharts.h"
#include "ui/print/reportpdf.h"

#include <QBuffer>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace supercargo;

namespace {

ReportResult productReport(int rows)
{
  ReportResult result;
  result.spec.report = QStringLiteral("sales.product");
  result.spec.timeZone = "Asia/Shanghai";
  result.spec.from = QDate(2026, 1, 1);
  result.spec.to = QDate(2026, 1, 31);
  result.columns = {
      {QStringLiteral("product"), {}, QStringLiteral("SKU"), ColumnKind::Text},
      {QStringLiteral("product_title"), {}, QStringLiteral("Product"), ColumnKind::Text},
      {QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text},
      {QStringLiteral("net_sales"), QStringLiteral("net_sales"), QStringLiteral("Net sales"), ColumnKind::Money}};
  for (int i = 0; i < rows; ++i)
    result.rows.push_back({{QStringLiteral("SKU-%1").arg(i), QStringLiteral("手冲咖啡壶 %1").arg(i),
                            QStringLiteral("CNY"), Money(100'000 - 10 * i, Currency())},
                           {{QStringLiteral("product"), QStringLiteral("SKU-%1").arg(i)},
                            {QStringLiteral("currency"), QStringLiteral("CNY")}}});
  result.totals.push_back({{{}, {}, QStringLiteral("CNY"), Money(4'711'00, Currency())},
                           {{QStringLiteral("currency"), QStringLiteral("CNY")}}});
  result.notes = {QStringLiteral("currencies: several currencies are never added; each has rows of its own")};
  return result;
}

QString output(const QString& program, const QStringList& arguments)
{
  QProcess process;
  process.start(program, arguments);
  process.waitForFinished(30'000);
  return QString::fromUtf8(process.readAllStandardOutput());
}

} // namespace

class ReportPdfTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void pages_holdEveryRowAndTheTotal()
  {
    const ReportResult result = productReport(180);
    const QString name = written(result);
    QVERIFY(m_pages > 3);
    if (QStandardPaths::findExecutable(QStringLiteral("pdftotext")).isEmpty())
      QSKIP("pdftotext is not here");
    const QString text = output(QStringLiteral("pdftotext"), {QStringLiteral("-layout"), name, QStringLiteral("-")});
    for (int i = 1; i < 180; ++i) // every row has an amount of its own
      QVERIFY2(text.contains(QStringLiteral("¥%1.%2")
                                 .arg((100'000 - 10 * i) / 100)
                                 .arg((100'000 - 10 * i) % 100, 2, 10, QLatin1Char('0'))),
               qPrintable(QString::number(i)));
    QVERIFY(text.contains(QStringLiteral("手冲咖啡壶"))); // 手 itself, not the radical that shares its glyph
    QVERIFY(text.contains(QStringLiteral("SKU-17")));
    QVERIFY(text.contains(QStringLiteral("2026-01-31")));
    QVERIFY(text.contains(QStringLiteral("4,711.00")));
    QVERIFY(text.contains(QStringLiteral("2026-01-01")));
    QCOMPARE(text.count(QStringLiteral("Net sales")), m_pages); // the heading stands on every page
    QCOMPARE(text.count(QStringLiteral("Page")), m_pages);
  }

  void fonts_areEmbedded()
  {
    const QString name = written(productReport(3));
    if (QStandardPaths::findExecutable(QStringLiteral("pdffonts")).isEmpty())
      QSKIP("pdffonts is not here");
    const QStringList lines = output(QStringLiteral("pdffonts"), {name}).split(u'\n', Qt::SkipEmptyParts);
    QVERIFY(lines.size() > 2);
    for (const QString& line : lines.mid(2)) {
      const QStringList words = line.simplified().split(u' ');
      QVERIFY2(words.size() >= 5 && words[words.size() - 5] == QLatin1String("yes"),
               qPrintable(line)); // emb sub uni object ID
    }
  }

  void emptyReport_isOnePage()
  {
    ReportResult result = productReport(0);
    result.totals.clear();
    QVERIFY(!written(result).isEmpty());
    QCOMPARE(m_pages, 1);
  }

private:
  QString written(const ReportResult& result)
  {
    const QString name = m_folder.filePath(QStringLiteral("report.pdf"));
    QFile file(name);
    if (!file.open(QIODevice::WriteOnly))
      return {};
    const auto chart = chartFor(result, QStringLiteral("CNY"));
    ReportPdf pdf(file, result, {QStringLiteral("云杉"), QStringLiteral("商品销售"), {}, QStringLiteral("2026-02-01")},
                  chart.get());
    m_pages = pdf.pages();
    int drawn = 0;
    for (bool more = true; more; ++drawn) {
      const auto next = pdf.drawNext();
      if (!next)
        return {};
      more = *next;
    }
    return drawn == m_pages && pdf.finish() ? name : QString();
  }

  QTemporaryDir m_folder;
  int m_pages = 0;
};

SC_TEST(ReportPdfTest)
#include "reportpdf_test.moc"
