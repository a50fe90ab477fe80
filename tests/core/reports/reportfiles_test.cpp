#include "core/reports/render.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/support/reportworld.h"
#include "tests/support/sampleshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <zip.h>

using namespace supercargo;
using test::must;

namespace {

const Instant kStart = fromMs(1'767'240'000'000); // 2026-01-01T04:00:00Z
const Instant kNow = kStart + std::chrono::hours(24 * 70);

/// One part of a workbook, unpacked.
QByteArray partOf(const QString& file, const char* name)
{
  zip_t* archive = zip_open(QFile::encodeName(file).constData(), ZIP_RDONLY, nullptr);
  if (!archive)
    return {};
  QByteArray bytes;
  if (zip_file_t* part = zip_fopen(archive, name, 0)) {
    char buffer[4096];
    for (zip_int64_t got = 0; (got = zip_fread(part, buffer, sizeof buffer)) > 0;)
      bytes.append(buffer, got);
    zip_fclose(part);
  }
  zip_close(archive);
  return bytes;
}

ReportResult sample()
{
  ReportResult result;
  result.spec.timeZone = "Asia/Shanghai";
  result.columns = {{QStringLiteral("name"), {}, QStringLiteral("Name"), ColumnKind::Text},
                    {QStringLiteral("count"), {}, QStringLiteral("Count"), ColumnKind::Count},
                    {QStringLiteral("net"), {}, QStringLiteral("Net"), ColumnKind::Money},
                    {QStringLiteral("rate"), {}, QStringLiteral("Rate"), ColumnKind::Rate},
                    {QStringLiteral("day"), {}, QStringLiteral("Day"), ColumnKind::Day},
                    {QStringLiteral("at"), {}, QStringLiteral("At"), ColumnKind::Moment}};
  const Currency yen = *Currency::of(u"JPY"), dinar = *Currency::of(u"KWD");
  const auto row = [&](const QString& name, qint64 count, const ReportCell& net, const ReportCell& rate) {
    result.rows.push_back({{name, count, net, rate, QDate(2026, 3, 1), fromMs(1'772'294'400'000)}, {}});
  };
  row(QStringLiteral("plain"), 1'234, Money(-5, Currency()), 0.125);
  row(QStringLiteral("comma, \"quote\" and\r\nbreak"), -7, Money(1'500, yen), {});
  row(QStringLiteral("=cmd|'/c calc'!A1"), 0, Money(1'234'567, dinar), {});
  row(QStringLiteral("@掌柜, 你好"), 0, {}, {});
  for (const char* start : {"+1", "-1", "\tx", "\rx"})
    row(QLatin1String(start), 0, {}, {});
  result.totals.push_back({{{}, qint64(1'227), Money(995, Currency()), 0.5, {}, {}}, {}});
  return result;
}

QByteArray csvOf(const ReportResult& result, const CsvOptions& options = {})
{
  QBuffer out;
  out.open(QIODevice::WriteOnly);
  must(writeReportCsv(out, result, options));
  return out.data();
}

/// Reads RFC 4180 by its grammar.
QList<QList<QByteArray>> parsedCsv(const QByteArray& bytes)
{
  QList<QList<QByteArray>> rows{{}};
  QByteArray cell;
  bool quoted = false;
  for (qsizetype i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (quoted && c == '"' && i + 1 < bytes.size() && bytes[i + 1] == '"')
      cell += bytes[++i];
    else if (c == '"')
      quoted = !quoted;
    else if (!quoted && c == ',')
      rows.last().append(std::exchange(cell, {}));
    else if (!quoted && c == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n') {
      rows.last().append(std::exchange(cell, {}));
      rows.append(QList<QByteArray>());
      ++i;
    } else
      cell += c;
  }
  rows.removeLast();
  return rows;
}

} // namespace

class ReportFilesTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

  void fill()
  {
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Asia/Shanghai"), Currency(), kStart, false}));
    for (const char* provider : {"woocommerce", "shopify", "stripe"}) {
      AccountRow row;
      row.provider = QLatin1String(provider);
      row.name = QStringLiteral("=%1").arg(row.provider);
      row.createdAt = row.credentialAt = kStart;
      must(addAccount(c(), row));
    }
    ChangeSet changes;
    must(upsertOrders(c(), {AccountId(1), std::nullopt, kNow}, test::reportOrders(80, kStart, Currency()), changes));
    must(upsertOrders(c(), {AccountId(2), std::nullopt, kNow},
                      test::reportOrders(40, kStart, must(Currency::of(u"JPY"))), changes));
    must(upsertOrders(c(), {AccountId(2), std::nullopt, kNow},
                      test::reportOrders(40, kStart, must(Currency::of(u"KWD"))), changes));
    test::addReportWorld(c(), kStart, kNow);
  }
  static ReportSpec specOf(const char* report)
  {
    ReportSpec spec;
    spec.report = QLatin1String(report);
    spec.now = kNow;
    return spec;
  }
  /// What a program says about a journal; nothing when it is not installed.
  static std::optional<std::pair<int, QString>> judged(const QString& program, const QStringList& arguments)
  {
    const QString path = QStandardPaths::findExecutable(program);
    if (path.isEmpty())
      return std::nullopt;
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(path, arguments);
    process.waitForFinished(-1);
    return std::pair(process.exitCode(), QString::fromUtf8(process.readAll()));
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void csv_isWhatTheStandardSays()
  {
    const auto rows = parsedCsv(csvOf(sample()));
    QCOMPARE(rows.size(), 9);
    QCOMPARE(rows[0], (QList<QByteArray>{"Name", "Count", "Net", "Rate", "Day", "At"}));
    QCOMPARE(rows[1], (QList<QByteArray>{"plain", "1234", "-0.05", "0.125", "2026-03-01", "2026-02-28T16:00:00Z"}));
    QCOMPARE(rows[2].mid(0, 4), (QList<QByteArray>{"comma, \"quote\" and\r\nbreak", "-7", "1500", ""}));
    QCOMPARE(rows[3][2], QByteArray("1234.567"));
  }

  void csv_runsNothingInASpreadsheet()
  {
    const auto rows = parsedCsv(csvOf(sample()));
    QCOMPARE(rows[3][0], QByteArray("'=cmd|'/c calc'!A1"));
    QCOMPARE(rows[4][0], QByteArray("'@掌柜, 你好"));
    for (qsizetype i = 5; i < 9; ++i)
      QVERIFY2(rows[i][0].startsWith('\''), rows[i][0].constData());
    QCOMPARE(rows[1][2], QByteArray("-0.05")); // a number stays one
  }

  void csv_hasMarkAndTotalsWhenAskedFor()
  {
    const QByteArray plain = csvOf(sample()), marked = csvOf(sample(), {true, false});
    QCOMPARE(marked, "\xEF\xBB\xBF" + plain);
    const auto rows = parsedCsv(csvOf(sample(), {false, true}));
    QCOMPARE(rows.size(), 10);
    QCOMPARE(rows.last(), (QList<QByteArray>{"", "1227", "9.95", "0.5", "", ""}));
  }

  void csv_writesNumbersAsTheirTexts_data()
  {
    QTest::addColumn<qint64>("minor");
    for (const qint64 minor : {0LL, 5LL, -5LL, 99LL, 100LL, -12'345LL, 1'000'000'007LL,
                               std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
      QTest::addRow("%lld", minor) << qint64(minor);
  }
  void csv_writesNumbersAsTheirTexts()
  {
    QFETCH(qint64, minor);
    for (const QString& code : {QStringLiteral("CNY"), QStringLiteral("JPY"), QStringLiteral("KWD")}) {
      const Money money(minor, must(Currency::of(code)));
      const Instant moment = fromMs(minor % 4'000'000'000'000);
      ReportResult result;
      result.columns.resize(2);
      result.rows.push_back({{money, moment}, {}});
      QCOMPARE(QString::fromLatin1(csvOf(result)), QStringLiteral(",\r\n%1,%2\r\n").arg(money.text(), toIso(moment)));
    }
  }

  void stream_givesTheSameFileAsTheReport()
  {
    fill();
    for (const char* id : {"orders.ledger", "lines.ledger"}) {
      const QString file = m_temp->file(QLatin1String(id));
      must(writeReport(c(), specOf(id), ReportFormat::Csv, file, {true, true}));
      QFile written(file);
      QVERIFY(written.open(QIODevice::ReadOnly));
      const QByteArray bytes = written.readAll();
      QCOMPARE(bytes, csvOf(must(runReport(c(), specOf(id))), {true, true}));
      QVERIFY(bytes.contains("'=woocommerce"));
    }
  }

  void workbook_hasTypedCellsFrozenHeaderTotalsAndFormats()
  {
    const QString file = m_temp->file(QStringLiteral("sample.xlsx"));
    must(writeReportXlsx(file, sample(), QStringLiteral("Sales: [2026]")));
    const QByteArray sheet = partOf(file, "xl/worksheets/sheet1.xml"), styles = partOf(file, "xl/styles.xml"),
                     book = partOf(file, "xl/workbook.xml");
    QVERIFY(sheet.contains("<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"));
    QVERIFY(sheet.contains("<autoFilter ref=\"A1:F9\"/>"));
    const auto cell = [&](const char* place) {
      const QRegularExpression pattern(QStringLiteral("<c r=.%1.[^>]*>(.*?)</c>").arg(QLatin1String(place)));
      return pattern.match(QString::fromUtf8(sheet)).captured(1);
    };
    QCOMPARE(cell("B2"), QStringLiteral("<v>1234</v>"));
    QCOMPARE(cell("C2"), QStringLiteral("<v>-0.05</v>"));
    QCOMPARE(cell("C3"), QStringLiteral("<v>1500</v>"));
    QCOMPARE(cell("C4"), QStringLiteral("<v>1234.567</v>"));
    QCOMPARE(cell("D2"), QStringLiteral("<v>0.125</v>"));
    QCOMPARE(cell("E2"), QStringLiteral("<v>46082</v>")); // 2026-03-01
    QCOMPARE(cell("F2"), QStringLiteral("<v>46082</v>")); // midnight in Shanghai
    QVERIFY(cell("A4").contains(QStringLiteral("'=cmd")));
    QVERIFY(!sheet.contains("<f>")); // no formula anywhere
    QVERIFY(cell("D3").isEmpty());   // no value is an empty cell
    QCOMPARE(cell("B10"), QStringLiteral("<v>1227</v>"));
    for (const char* format : {"#,##0.00", "#,##0.000", "0.0%", "yyyy-mm-dd", "yyyy-mm-dd hh:mm:ss"})
      QVERIFY2(styles.contains(QByteArray("formatCode=\"") + format) || QByteArray(format) == "#,##0.00", format);
    QVERIFY(book.contains("Sales"));
    QVERIFY(!book.contains("Sales: ["));
  }

  void everyReport_becomesAWorkbook()
  {
    fill();
    for (const ReportDefinition& definition : reportDefinitions()) {
      const QString file = m_temp->file(definition.id + QStringLiteral(".xlsx"));
      must(writeReport(c(), specOf(definition.id.toLatin1().constData()), ReportFormat::Xlsx, file));
      const QByteArray sheet = partOf(file, "xl/worksheets/sheet1.xml");
      QVERIFY2(sheet.contains("state=\"frozen\"") && sheet.contains("<row r=\"2\""), qPrintable(definition.id));
      QVERIFY(!QFile::exists(file + QStringLiteral(".part")));
    }
  }

  void failedFile_leavesNothingBehind()
  {
    fill();
    const QString file = m_temp->file(QStringLiteral("no such folder/orders.csv"));
    for (const ReportFormat format : {ReportFormat::Csv, ReportFormat::Xlsx, ReportFormat::Json, ReportFormat::Hledger})
      QVERIFY(!writeReport(c(), specOf("orders.ledger"), format, file));
    QVERIFY(!QFile::exists(file));
    ReportSpec wrong = specOf("orders.ledger");
    wrong.timeZone = "Moon/Crater";
    const QString other = m_temp->file(QStringLiteral("orders.xlsx"));
    QVERIFY(!writeReport(c(), wrong, ReportFormat::Xlsx, other));
    QVERIFY(!QFile::exists(other) && !QFile::exists(other + QStringLiteral(".part")));
  }

  void hledger_acceptsTheJournalAndBalancesIt()
  {
    fill();
    const QString file = m_temp->file(QStringLiteral("shop.journal"));
    must(writeReport(c(), specOf("orders.ledger"), ReportFormat::Hledger, file));
    const auto checked = judged(QStringLiteral("hledger"), {QStringLiteral("-f"), file, QStringLiteral("check"),
                                                            QStringLiteral("accounts"), QStringLiteral("commodities")});
    if (!checked)
      QSKIP("hledger is not installed");
    QVERIFY2(checked->first == 0, qPrintable(checked->second));
    auto sales = judged(QStringLiteral("hledger"),
                        {QStringLiteral("-f"), file, QStringLiteral("bal"), QStringLiteral("--no-total"),
                         QStringLiteral("cur:CNY"), QStringLiteral("income:sales")});
    QVERIFY2(sales->first == 0, qPrintable(sales->second));
    const ReportResult daily = must(runReport(c(), specOf("daily")));
    Money gross;
    for (size_t i = 0; i < daily.columns.size(); ++i)
      if (daily.columns[i].key == QLatin1String("gross_sales"))
        gross = std::get<Money>(daily.totals.front().cells[i]);
    QVERIFY2(sales->second.remove(u',').contains(u'-' + gross.text() + QStringLiteral(" CNY")),
             qPrintable(sales->second + gross.text()));
  }

  void beancount_acceptsTheJournal()
  {
    fill();
    const QString file = m_temp->file(QStringLiteral("shop.beancount"));
    must(writeReport(c(), specOf("orders.ledger"), ReportFormat::Beancount, file));
    const auto checked = judged(QStringLiteral("bean-check"), {file});
    if (!checked)
      QSKIP("beancount is not installed");
    QVERIFY2(checked->first == 0, qPrintable(checked->second));
    QFile written(file);
    QVERIFY(written.open(QIODevice::ReadWrite));
    QVERIFY(written.size() > 5'000);
    written.seek(written.size()); // the program does look: what does not balance is refused
    written.write("\n2026-03-01 * \"order\" \"x\"\n  Income:Sales  1.00 CNY\n  Expenses:Fees  2.00 CNY\n");
    written.close();
    QVERIFY(judged(QStringLiteral("bean-check"), {file})->first != 0);
  }
};

SC_TEST(ReportFilesTest)
#include "reportfiles_test.moc"
