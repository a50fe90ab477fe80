#include "core/providers/alipay/alipay_bill.h"
#include "core/providers/unionpay/unionpay_file.h"
#include "core/providers/wechatpay/wechatpay_bill.h"
#include "core/store/accounts.h"
#include "core/store/bills.h"
#include "core/sync/answerframe.h"
#include "core/sync/mending.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace supercargo::test;

namespace {

constexpr Instant kNow{std::chrono::milliseconds(1'772'500'000'000)};
const QString kOwner = QStringLiteral("owner"), kName = QStringLiteral("trade 2026-03-01");

/// A gateway's bill with three rows: one is sound, one has no amount, one is too short.
struct BadBill {
  QString provider;
  Snapshots read;
  QString row; ///< %1: its number, %2: the amount
};

BadBill alipayBill()
{
  BadBill bill{QStringLiteral("alipay"), {}, QStringLiteral("%1,N%1,交易,2026-03-01 10:00:00,%2,0.07\t")};
  const QStringList lines{QStringLiteral("#账号：[20880000000000000156]"),
                          QStringLiteral("#-----业务明细列表-----"),
                          QStringLiteral("支付宝交易号,商户订单号,业务类型,完成时间,商家实收（元）,服务费（元）"),
                          bill.row.arg(QStringLiteral("T1"), QStringLiteral("12.30")),
                          bill.row.arg(QStringLiteral("T2"), QStringLiteral("much")),
                          QStringLiteral("T3,NT3,交易"),
                          QStringLiteral("#-----业务明细列表结束-----"),
                          QStringLiteral("#交易合计：3笔，商家实收共30.00元")};
  alipay::addBillLines(findProvider(bill.provider)->declaration, must(alipay::parseBill(lines.join(u'\n'))), kName,
                       bill.read);
  return bill;
}

BadBill wechatBill()
{
  BadBill bill{
      QStringLiteral("wechatpay"), {}, QStringLiteral("`2026-03-01 10:00:00,`%1,`N%1,`SUCCESS,`0.07000,`CNY,`%2")};
  const QStringList lines{QStringLiteral("交易时间,微信订单号,商户订单号,交易状态,手续费,货币种类,应结订单金额"),
                          bill.row.arg(QStringLiteral("T1"), QStringLiteral("12.30")),
                          bill.row.arg(QStringLiteral("T2"), QStringLiteral("much")),
                          QStringLiteral("`2026-03-01 10:00:00,`T3"),
                          QStringLiteral("总交易单数"),
                          QStringLiteral("`3")};
  wechatpay::addBillLines(findProvider(bill.provider)->declaration, must(wechatpay::parseBill(lines.join(u'\n'))),
                          kName, bill.read);
  return bill;
}

/// A line of UnionPay's file; what is not named is blank.
QString zmLine(const QByteArray& number, const QByteArray& cents)
{
  const QMap<QByteArray, QByteArray> values{{"txn_code", "S22"},         {"trans_time_MMDDhhmmss", "0301100000"},
                                            {"txn_amt", cents},          {"query_id", number},
                                            {"order_id", 'N' + number},  {"mer_fee", "D000000000007"},
                                            {"settle_amt", "C" + cents}, {"txn_type", "01"},
                                            {"sub_mer_abbr", "\xd4\xc6"}}; // GBK, as it may be
  QByteArrayList cells;
  for (const auto& [name, width] : unionpay::zmLayout(findProvider(u"unionpay")->declaration).fields)
    cells << values.value(name).leftJustified(width, ' ');
  return QString::fromLatin1(cells.join(' '));
}

BadBill unionPayBill()
{
  BadBill bill{QStringLiteral("unionpay"), {}, {}};
  const QByteArray text = zmLine("T2", "much").toLatin1() + "\r\n";
  const auto layout = unionpay::zmLayout(findProvider(bill.provider)->declaration);
  unionpay::addBillLines(must(unionpay::zmRecords(text, layout, bill.read)), QDate(2026, 3, 1), bill.read);
  return bill;
}

/// A workspace that has read the bill.
struct Desk {
  explicit Desk(const BadBill& bill) : provider(*findProvider(bill.provider))
  {
    AccountRow row;
    row.provider = row.name = bill.provider;
    row.createdAt = kNow;
    const AccountId account = must(addAccount(c, row));
    FetchContext context;
    context.endpoint = QStringLiteral("https://gateway.example");
    context.stream = Stream::Bills;
    HttpRequest sent;
    sent.url = "https://gateway.example/bill.zip?key=pl4nted";
    sent.operation = QStringLiteral("bill.download");
    const bool isUnionPay = bill.provider == QLatin1String("unionpay");
    sent.state = isUnionPay ? QStringLiteral("2026-03-01") : QStringLiteral("2026-03-01 trade 0123");
    HttpResponse got;
    got.body = "PK"; // what the rows were packed in is not needed any more
    const auto& failures = bill.read.failures;
    must(noteFailures(c, account, Stream::Bills, {}, kNow, failures, changes, framesOf(context, sent, got, failures)));
  }
  /// The one that has this number; without one, the row that was too short.
  FailureId failure(const QString& number)
  {
    for (const SyncFailure& one : must(syncFailures(c, {}, 0)))
      if (one.externalId == number)
        return one.id;
    return {};
  }
  Result<MendOutcome> mend(FailureId id, const QString& row)
  {
    return mendFailure(c, provider, id, row.toUtf8(), kOwner, kNow, changes);
  }
  QStringList stored()
  {
    QStringList lines;
    for (const BillRow& row : must(billRows(c, 0)))
      lines << row.line.bill + u' ' + row.line.entryId + u' ' + row.line.amount.text();
    return lines;
  }

  TempDatabase temp{engineOfRow()};
  Connection& c = temp.connection();
  const Provider& provider;
  ChangeSet changes;
};

BadBill billOfRow()
{
  QFETCH(bool, isAlipay);
  return isAlipay ? alipayBill() : wechatBill();
}

void addGateways()
{
  QTest::addColumn<bool>("isAlipay");
  QTest::newRow("alipay") << true;
  QTest::newRow("wechatpay") << false;
}

} // namespace

/// Rows of gateways' bills that nobody could read, mended by hand as they stand in the file.
class BillMendingTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase_data() { addEngines(); }

  void row_isMendedAsItStandsInTheFile_data() { addGateways(); }
  void row_isMendedAsItStandsInTheFile()
  {
    const BadBill bill = billOfRow();
    QCOMPARE(bill.read.billLines.size(), size_t(1));
    QCOMPARE(bill.read.failures.size(), size_t(2));
    Desk desk(bill);
    const FailureId id = desk.failure(QStringLiteral("T2"));
    QVERIFY(must(syncFailure(desk.c, id))->editable);
    QVERIFY(!must(failureFrame(desk.c, id)).request.contains("pl4nted"));
    const auto done = desk.mend(id, bill.row.arg(QStringLiteral("T2"), QStringLiteral("17.70")) + u'\n');
    QVERIFY2(done && done->stored, done ? qPrintable(done->reason) : qPrintable(done.error().detail));
    QCOMPARE(desk.stored(), QStringList{QStringLiteral("trade 2026-03-01 T2 17.70")});
    QCOMPARE(must(syncFailures(desk.c, {}, 0)).size(), size_t(1));
  }

  void rowOfTheWrongShape_isMendedToo_data() { addGateways(); }
  void rowOfTheWrongShape_isMendedToo()
  {
    const BadBill bill = billOfRow();
    Desk desk(bill);
    const FailureId id = desk.failure({});
    const QString sound = bill.row.arg(QStringLiteral("T3"), QStringLiteral("5.00"));
    const auto tooShort = desk.mend(id, sound.section(u',', 0, 2));
    QVERIFY(tooShort && !tooShort->stored);
    QVERIFY2(tooShort->reason.contains(QStringLiteral("cells")), qPrintable(tooShort->reason));
    QVERIFY(must(desk.mend(id, sound)).stored);
    QCOMPARE(desk.stored(), QStringList{QStringLiteral("trade 2026-03-01 T3 5.00")});
  }

  void lineOfFixedWidth_isMendedByteByByte()
  {
    const BadBill bill = unionPayBill();
    QCOMPARE(bill.read.failures.size(), size_t(1));
    Desk desk(bill);
    const FailureId id = desk.failure(QStringLiteral("T2"));
    QCOMPARE(QString::fromUtf8(must(syncFailure(desk.c, id))->payload), zmLine("T2", "much"));
    const auto narrow = desk.mend(id, zmLine("T2", "000000001770").chopped(1));
    QVERIFY(narrow && !narrow->stored);
    const auto done = desk.mend(id, zmLine("T2", "000000001770"));
    QVERIFY2(done && done->stored, done ? qPrintable(done->reason) : qPrintable(done.error().detail));
    QCOMPARE(desk.stored(), QStringList{QStringLiteral("zm 2026-03-01 T2 17.70")});
  }

  void severalRowsAndOtherRows_areRefused_data() { addGateways(); }
  void severalRowsAndOtherRows_areRefused()
  {
    const BadBill bill = billOfRow();
    Desk desk(bill);
    const FailureId id = desk.failure(QStringLiteral("T2"));
    const QString sound = bill.row.arg(QStringLiteral("T2"), QStringLiteral("17.70"));
    QCOMPARE(desk.mend(id, sound + u'\n' + sound).error().kind, ErrorKind::Invalid);
    const auto other = desk.mend(id, bill.row.arg(QStringLiteral("T9"), QStringLiteral("17.70")));
    QVERIFY(!other);
    QVERIFY2(other.error().detail.contains(QStringLiteral("another record")), qPrintable(other.error().detail));
    QVERIFY(desk.stored().isEmpty());
  }
};

SC_TEST(BillMendingTest)
#include "billmending_test.moc"
