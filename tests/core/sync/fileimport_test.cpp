#include "core/stock/articles.h"
#include "core/store/accounts.h"
#include "core/store/articleweights.h"
#include "core/store/workspace.h"
#include "core/sync/fileimport.h"
#include "tests/support/places.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QFile>

using namespace supercargo;
using test::must;

namespace {

const Instant kNow = *parseIso(u"2026-01-16T10:00:00Z");

const QByteArray kHeads =
    "订单编号,买家会员名,买家应付货款,买家实际支付金额,订单状态,订单创建时间,宝贝标题,宝贝总数量\n"
    "A1,t**,100.00,90.00,待发货,2026-01-15 09:00:00,杯子等多件,3\n"
    "A2,u**,20.00,20.00,待发货,2026-01-15 10:00:00,碟子,1\n";
const QByteArray kLines = "订单编号,标题,价格,购买数量,外部系统编号,商品属性\n"
                          "A1,杯子,30.00,2,CUP,颜色:红色\n"
                          "A2,碟子,20.00,1,DISH,\n"
                          "A1,茶壶,40.00,1,POT,\n";

QByteArray sample(const QString& name)
{
  QFile file(test::sourceDir() + QStringLiteral("/tests/vectors/stores/csv/") + name);
  return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class FileImportTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ImportedRecords m_read; ///< of the last file

  Connection& c() { return m_temp->connection(); }

  /// As the program does: columns as remembered or guessed, then all in one transaction.
  FileImportDone import(const QByteArray& content, ImportKind kind = ImportKind::Orders)
  {
    const Sheet sheet = must(readSheet(content));
    const auto remembered = must(rememberedMapping(c(), QStringLiteral("Files"), kind, sheet.header));
    const Mapping mapping = must(mapColumns(kind, sheet.header, remembered));
    m_read = readRecords(kind, sheet, mapping, {Currency(), QTimeZone("Asia/Shanghai")});
    ChangeSet changes;
    return must(c().transaction([&] {
      return storeImport(c(), {kind, QStringLiteral("Files"), mapping, m_read}, kNow, changes);
    }));
  }
  OrderDetails order(const QString& number)
  {
    OrderQuery query;
    query.filter.texts = {number};
    const auto rows = must(orderRows(c(), query));
    if (rows.size() != 1)
      qFatal("%d orders are called %s", int(rows.size()), qPrintable(number));
    return *must(orderDetails(c(), rows.front().id));
  }
  /// "CUP 2, POT 1": what the order is made of.
  QString goods(const QString& number)
  {
    QStringList lines;
    for (const LineSnapshot& line : order(number).lines)
      lines << QStringLiteral("%1 %2").arg(line.sku.isEmpty() ? line.title : line.sku).arg(line.quantity);
    return lines.join(QStringLiteral(", "));
  }
  qint64 reserved(const QString& sku)
  {
    return must(c().number(QStringLiteral("SELECT CAST(COALESCE(SUM(reserved), 0) AS BIGINT) FROM stock WHERE sku = ?"),
                           {sku}));
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Asia/Shanghai"), Currency(), kNow, false}));
  }
  void cleanup() { m_temp.reset(); }

  void orderLines_joinTheirOrdersWhicheverFileIsFirst_data()
  {
    QTest::addColumn<bool>("linesFirst");
    QTest::newRow("orders first") << false;
    QTest::newRow("lines first") << true;
  }
  void orderLines_joinTheirOrdersWhicheverFileIsFirst()
  {
    QFETCH(bool, linesFirst);
    if (linesFirst) {
      const FileImportDone lines = import(kLines);
      QCOMPARE(lines.waiting, (QStringList{QStringLiteral("A1"), QStringLiteral("A2")}));
      QCOMPARE(lines.count.inserted + lines.count.changed, 0);
      QVERIFY(must(orderRows(c(), {})).empty()); // nobody knows when they were placed
      const FileImportDone heads = import(kHeads);
      QCOMPARE(heads.count.inserted, 2);
      QVERIFY(heads.waiting.isEmpty());
    } else {
      QCOMPARE(import(kHeads).count.inserted, 2);
      QCOMPARE(goods(QStringLiteral("A1")), QStringLiteral("杯子等多件 3"));
      const FileImportDone lines = import(kLines);
      QCOMPARE(lines.count.changed, 2);
      QVERIFY(lines.waiting.isEmpty());
    }
    for (const QByteArray& again : {kHeads, kLines, kHeads, kLines}) {
      const FileImportDone done = import(again);
      QCOMPARE(done.count.unchanged, 2);
      QCOMPARE(done.count.inserted + done.count.changed, 0);
      QVERIFY(done.waiting.isEmpty());
    }
    QCOMPARE(must(orderRows(c(), {})).size(), size_t(2));
    QCOMPARE(goods(QStringLiteral("A1")), QStringLiteral("CUP 2, POT 1"));
    QCOMPARE(goods(QStringLiteral("A2")), QStringLiteral("DISH 1"));
    const OrderDetails first = order(QStringLiteral("A1"));
    QCOMPARE(first.row.total, Money(9000, Currency()));
    QCOMPARE(first.goods, Money(10'000, Currency()));
    QCOMPARE(first.row.lineCount, 2);
    QCOMPARE(first.row.units, 3);
    QCOMPARE(first.row.firstTitle, QStringLiteral("杯子"));
    QCOMPARE(first.lines.front().options, QStringLiteral("颜色:红色"));
    QCOMPARE(first.lines.front().total, Money(6000, Currency()));
    QCOMPARE(reserved(QStringLiteral("CUP")), 2);
    QCOMPARE(reserved(QStringLiteral("POT")), 1);
    QCOMPARE(must(salesBetween(c(), kNow - std::chrono::hours(72), kNow)).units, 4);
    QCOMPARE(order(QStringLiteral("POT")).row.number, QStringLiteral("A1")); // found by its goods
  }

  void orderLines_stayWhenTheOrderChanges()
  {
    import(kHeads);
    import(kLines);
    QByteArray shipped = kHeads;
    shipped.replace("90.00,待发货", "90.00,已发货");
    QCOMPARE(import(shipped).count.changed, 1);
    const OrderDetails first = order(QStringLiteral("A1"));
    QCOMPARE(first.row.status, OrderStatus::Shipped);
    QCOMPARE(first.lines.size(), size_t(2));
    QCOMPARE(first.lines.front().shippedQuantity, 2);
    QCOMPARE(reserved(QStringLiteral("CUP")), 0);
  }

  void orderLines_ofAShippedOrderAreShipped()
  {
    QByteArray shipped = kHeads;
    shipped.replace("待发货", "已发货");
    import(shipped);
    import(kLines);
    QCOMPARE(order(QStringLiteral("A1")).lines.front().shippedQuantity, 2);
    QCOMPARE(import(shipped).count.unchanged, 2);
  }

  void orderLines_thatAreMendedReplaceTheOldOnes()
  {
    import(kHeads);
    import(kLines);
    QByteArray mended = kLines;
    mended.replace("CUP", "MUG");
    const FileImportDone done = import(mended);
    QCOMPARE(done.count.changed, 1);
    QCOMPARE(done.count.unchanged, 1);
    QCOMPARE(goods(QStringLiteral("A1")), QStringLiteral("MUG 2, POT 1"));
    QCOMPARE(reserved(QStringLiteral("CUP")), 0);
    QCOMPARE(reserved(QStringLiteral("MUG")), 2);
    QCOMPARE(import(kHeads).count.unchanged, 2);
  }

  void orderLines_ofAnOrderAreTakenTogetherOrNotAtAll()
  {
    import(kHeads);
    QByteArray broken = kLines;
    broken.replace("40.00", "many");
    const FileImportDone done = import(broken + ",杯子,30.00,1,CUP,\nA2,,,1,,\n");
    QCOMPARE(done.count.changed, 0);
    QCOMPARE(m_read.rows.size(), size_t(5));
    for (const RowResult& row : m_read.rows)
      QCOMPARE(row.kind, RowResult::Kind::Failed);
    QCOMPARE(m_read.rows[0].faults, (std::vector<RowFault>{{RowFaultKind::NoAmount, QStringLiteral("many"), {}}}));
    QCOMPARE(m_read.rows[3].faults, (std::vector<RowFault>{{RowFaultKind::NoOrderNumber, {}, {}}}));
    QCOMPARE(m_read.rows[4].faults,
             (std::vector<RowFault>{{RowFaultKind::NoPrice, {}, {}}, {RowFaultKind::NoTitle, {}, {}}}));
    QCOMPARE(goods(QStringLiteral("A1")), QStringLiteral("杯子等多件 3"));
    QCOMPARE(import(kLines).count.changed, 2);
  }

  void orderLines_ofTheSampleFilesMeet()
  {
    import(sample(QStringLiteral("taobao_order_lines_gbk.csv")));
    QCOMPARE(import(sample(QStringLiteral("taobao_orders_gbk.csv"))).count.inserted, 4);
    QCOMPARE(goods(QStringLiteral("3219876543210987654")), QStringLiteral("TS-01-RED-M 2"));
    QCOMPARE(goods(QStringLiteral("3219876543210988654")), QStringLiteral("夏季纯棉T恤 2"));
    QCOMPARE(import(sample(QStringLiteral("taobao_orders_utf8.csv"))).count.unchanged, 4);
  }

  void orderLines_doNotMakeForgetTheColumnsOfOrders()
  {
    const QByteArray strange = "Beleg,Summe,下单时间\nB1,5.00,2026-01-15 09:00:00\n";
    const Sheet sheet = must(readSheet(strange));
    const Mapping mapping = must(mapColumns(
        ImportKind::Orders, sheet.header,
        {{QStringLiteral("number"), QStringLiteral("Beleg")}, {QStringLiteral("total"), QStringLiteral("Summe")}}));
    ChangeSet changes;
    must(storeImport(c(), {ImportKind::Orders, QStringLiteral("Files"), mapping, {}}, kNow, changes));
    import(kLines);
    QCOMPARE(import(strange).count.inserted, 1);
    QCOMPARE(order(QStringLiteral("B1")).row.total, Money(500, Currency()));
  }

  void weights_ofProductsAreThoseOfTheirArticles()
  {
    const QByteArray products = "商家编码,名称,重量(kg)\nCUP,杯子,0.35\nPOT,茶壶,0.8\nDISH,碟子,\n";
    QCOMPARE(import(products, ImportKind::Products).weights, 2);
    const auto said = must(saidWeight(c(), QStringLiteral("CUP")));
    QVERIFY(said);
    QCOMPARE(said->grams, 350);
    QCOMPARE(said->actor, QStringLiteral("Files"));
    QVERIFY(!must(saidWeight(c(), QStringLiteral("DISH"))));
    QCOMPARE(import(products, ImportKind::Products).weights, 0);

    ChangeSet changes;
    const StockWorker owner{QStringLiteral("owner")};
    const AccountId files(must(accountRows(c())).front().id);
    must(setWeight(c(), owner, QStringLiteral("DISH"), 90, kNow, changes));
    must(linkArticle(c(), owner, files, QStringLiteral("POT"), QStringLiteral("TEAPOT"), {}, kNow, changes));
    QCOMPARE(import(products, ImportKind::Products).weights, 1); // of the article behind POT
    QCOMPARE(must(saidWeight(c(), QStringLiteral("TEAPOT")))->grams, 800);
    QCOMPARE(must(saidWeight(c(), QStringLiteral("DISH")))->grams, 90); // an empty cell says nothing
  }

  void weights_ofTheSampleFileAreRead()
  {
    QCOMPARE(import(sample(QStringLiteral("shopify_products.csv")), ImportKind::Products).weights, 1);
    QCOMPARE(must(saidWeight(c(), QStringLiteral("TEE-S-R")))->grams, 200);
  }
};

SC_TEST(FileImportTest)

#include "fileimport_test.moc"
