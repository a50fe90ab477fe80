#include "core/files/records.h"
#include "core/store/accounts.h"
#include "core/store/daycubes.h"
#include "core/store/freightbills.h"
#include "core/store/orders.h"
#include "core/store/parcels.h"
#include "core/store/workspace.h"
#include "core/sync/fileimport.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

namespace {

const Instant kNow = fromMs(1'772'700'000'000); // 2026-03-05
const Currency kYen = *Currency::of(u"JPY");

OrderSnapshot order(const QString& id, const QStringList& waybills)
{
  OrderSnapshot one;
  one.externalId = one.number = id;
  one.status = OrderStatus::Shipped;
  one.payment = PaymentStatus::Paid;
  one.placedAt = kNow - std::chrono::hours(48);
  one.shippedAt = kNow - std::chrono::hours(40);
  one.total = one.goods = one.paid = Money(10'000, Currency());
  for (const QString& waybill : waybills)
    one.parcels.push_back({waybill, QStringLiteral("zto"), {}, waybill, {}, one.shippedAt});
  return one;
}

FreightBillSnapshot bill(const QString& number, qint64 minor, const char* service = "", const char* courier = "zto")
{
  FreightBillSnapshot one;
  one.courier = QLatin1String(courier);
  one.number = number;
  one.billedAt = kNow - std::chrono::hours(24);
  one.grams = 1200;
  one.amount = Money(minor, Currency());
  one.service = QLatin1String(service);
  one.rawLine = number + u'\t' + QString::number(minor);
  return one;
}

} // namespace

class FreightBillsTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }

  void put(const std::vector<OrderSnapshot>& orders)
  {
    must(upsertOrders(c(), {AccountId(1), std::nullopt, kNow}, orders, m_changes));
  }
  UpsertCount putBills(const std::vector<FreightBillSnapshot>& bills)
  {
    return must(upsertFreightBills(c(), {AccountId(1), std::nullopt, kNow}, bills, m_changes));
  }
  void rebuild()
  {
    while (must(c().transaction([&] { return rebuildDays(c(), 30); }))) {
    }
  }
  /// Billed freight and shipped orders without a bill, as the cubes and then as the rows have it.
  std::vector<std::pair<qint64, qint64>> freight()
  {
    CubeQuery query;
    query.measures = {QStringLiteral("freight"), QStringLiteral("unbilled")};
    query.from = 0;
    query.before = 40'000;
    const DayCut cut(QByteArrayLiteral("Asia/Shanghai"));
    std::vector<std::pair<qint64, qint64>> sums;
    for (const auto& rows : {must(cubeRows(c(), cut, query)), must(summedRows(c(), cut, query))}) {
      std::pair<qint64, qint64> sum;
      for (const CubeRow& row : rows) {
        sum.first += row.measures[size_t(factShape(FactKind::Order).measure(QLatin1String("freight")))];
        sum.second += row.measures[size_t(factShape(FactKind::Order).measure(QLatin1String("unbilled")))];
      }
      sums.push_back(sum);
    }
    return sums;
  }
  static std::vector<std::pair<qint64, qint64>> both(qint64 freight, qint64 unbilled)
  {
    return {{freight, unbilled}, {freight, unbilled}};
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
    must(saveWorkspaceInfo(c(), {QStringLiteral("Shop"), QStringLiteral("Asia/Shanghai"), Currency(), kNow, false}));
    AccountRow row;
    row.provider = row.name = QStringLiteral("shopify");
    row.createdAt = row.credentialAt = kNow;
    must(addAccount(c(), row));
  }
  void cleanup() { m_temp.reset(); }

  void import_ofTheSameFileTwiceChangesNothing()
  {
    const auto sheet = must(readSheet("运单号,寄件日期,计费重量(kg),运费,产品类型,备注\n"
                                      "ZT-1,2026-03-01,1.2,4.30,标快,\n"
                                      "ZT-1,2026-03-01,,1.00,包装,\n"
                                      "ZT-1,2026-03-01,,1.00,包装,\n"
                                      "ZT-2,2026-03-01,很重,4.30,标快,\n"
                                      ",2026-03-01,1,4.30,合计,\n"));
    const Mapping mapping = must(mapColumns(ImportKind::Freight, sheet.header));
    const ImportedRecords read =
        readRecords(ImportKind::Freight, sheet, mapping, {Currency(), QTimeZone("Asia/Shanghai")});
    QCOMPARE(read.rows.size(), size_t(5));
    QCOMPARE(read.rows[3].faults, (std::vector<RowFault>{{RowFaultKind::NoWeight, QStringLiteral("很重"), {}}}));
    QCOMPARE(read.rows[4].faults, (std::vector<RowFault>{{RowFaultKind::NoWaybill, {}, {}}}));
    const FileImport import{ImportKind::Freight, QStringLiteral("Files"), mapping, read};
    for (const int fresh : {3, 0}) { // twice the same packaging is two charges
      const FileImportDone done = must(storeImport(c(), import, kNow, m_changes));
      QCOMPARE(done.count.inserted, fresh);
      QCOMPARE(done.count.unchanged, 3 - fresh);
      QCOMPARE(done.count.changed, 0);
    }
    QCOMPARE(must(c().number(QStringLiteral("SELECT CAST(SUM(amount_minor) AS BIGINT) FROM freight_bills WHERE number "
                                            "= 'ZT1'"))),
             630);
    QCOMPARE(must(c().number(QStringLiteral("SELECT grams FROM freight_bills WHERE service = '标快'"))), 1200);
    QCOMPARE(must(c().row(QStringLiteral("SELECT raw_line FROM freight_bills WHERE service = '标快'"), {},
                          [](const Row& row) { return row.text(0); })),
             std::optional(QStringLiteral("ZT-1\t2026-03-01\t1.2\t4.30\t标快\t")));
  }

  void adjustedLine_replacesAndAnotherServiceAdds()
  {
    put({order(QStringLiteral("A"), {QStringLiteral("Z1")})});
    QCOMPARE(putBills({bill(QStringLiteral("Z1"), 430)}).inserted, 1);
    QCOMPARE(putBills({bill(QStringLiteral("Z1"), 380)}).changed, 1);
    QCOMPARE(freight(), both(380, 0));
    QCOMPARE(putBills({bill(QStringLiteral("Z1"), 100, "island")}).inserted, 1);
    QCOMPARE(freight(), both(480, 0));
  }

  void bill_countsAtOnceWhicheverComesFirst()
  {
    put({order(QStringLiteral("A"), {QStringLiteral("Z1")}), order(QStringLiteral("B"), {QStringLiteral("Z2")})});
    rebuild();
    QCOMPARE(freight(), both(0, 2));
    putBills({bill(QStringLiteral("Z1"), 430), bill(QStringLiteral("Z3"), 999)});
    QCOMPARE(freight(), both(430, 1)); // from the rows, since the day is marked
    rebuild();
    QCOMPARE(freight(), both(430, 1));                         // from the cubes
    put({order(QStringLiteral("C"), {QStringLiteral("Z3")})}); // its bill was there before
    rebuild();
    QCOMPARE(freight(), both(1429, 1));
    QCOMPARE(must(cubeDifferences(c())), QStringList());
    must(c().run(QStringLiteral("UPDATE shipments SET order_id = NULL WHERE number = 'Z3'")));
    rebuild();
    QCOMPARE(freight(), both(430, 2));
    must(c().run(QStringLiteral("DELETE FROM freight_bills")));
    rebuild();
    QCOMPARE(freight(), both(0, 3));
    QCOMPARE(must(cubeDifferences(c())), QStringList());
  }

  void bill_inAnotherCurrencyIsNotTheOrdersCost()
  {
    put({order(QStringLiteral("A"), {QStringLiteral("Z1")})});
    FreightBillSnapshot foreign = bill(QStringLiteral("Z1"), 900);
    foreign.amount = Money(900, kYen);
    putBills({foreign});
    QCOMPARE(freight(), both(0, 1));
  }

  void billsOfSeveralParcels_addUpToTheirOrder()
  {
    put({order(QStringLiteral("A"), {QStringLiteral("Z1"), QStringLiteral("Z2")})});
    putBills({bill(QStringLiteral("Z1"), 430), bill(QStringLiteral("Z2"), 270)});
    QCOMPARE(freight(), both(700, 0));
  }

  void numberOfTwoCouriers_isTheParcelsOwnCouriers()
  {
    put({order(QStringLiteral("A"), {QStringLiteral("1001")}), order(QStringLiteral("B"), {QStringLiteral("1002")})});
    putBills({bill(QStringLiteral("1001"), 430), bill(QStringLiteral("1001"), 5000, "", "sf")});
    QCOMPARE(freight(), both(430, 1));
    // A single bill is taken at its number, whatever the shop called the courier; so is one that names none.
    putBills({bill(QStringLiteral("1002"), 200, "", "sf")});
    QCOMPARE(freight(), both(630, 0));
    putBills({bill(QStringLiteral("1002"), 50, "pickup", "")});
    QCOMPARE(freight(), both(680, 0));
  }

  void weighParcel_keepsWhatThePersonSaw()
  {
    put({order(QStringLiteral("A"), {QStringLiteral("Z1")})});
    const ShipmentId parcel = must(shipmentRows(c(), 1)).front().id;
    must(weighParcel(c(), parcel, 1250, m_changes));
    QCOMPARE(must(c().number(QStringLiteral("SELECT weighed_grams FROM shipments"))), 1250);
    QCOMPARE(weighParcel(c(), parcel, 0, m_changes).error().kind, ErrorKind::Invalid);
    QCOMPARE(weighParcel(c(), ShipmentId(999), 10, m_changes).error().kind, ErrorKind::NotFound);
  }

  void tariffs_areKeptAndRefused()
  {
    FreightTariff tariff{0,
                         QStringLiteral("zto"),
                         QDate(2026, 1, 1),
                         {QStringLiteral("新疆"), QStringLiteral("US")},
                         1000,
                         500,
                         Money(1200, Currency()),
                         Money(600, Currency()),
                         Money(0, Currency())};
    tariff.id = must(saveFreightTariff(c(), tariff, m_changes));
    QCOMPARE(must(freightTariffs(c())), std::vector<FreightTariff>{tariff});
    tariff.step = Money(700, Currency());
    QCOMPARE(must(saveFreightTariff(c(), tariff, m_changes)), tariff.id);
    QCOMPARE(must(freightTariffs(c())), std::vector<FreightTariff>{tariff});
    QVERIFY(m_changes.shipments);
    tariff.stepGrams = 0;
    QCOMPARE(saveFreightTariff(c(), tariff, m_changes).error().subject, QStringLiteral("step"));
    must(deleteFreightTariff(c(), tariff.id, m_changes));
    QVERIFY(must(freightTariffs(c())).empty());
    QCOMPARE(deleteFreightTariff(c(), tariff.id, m_changes).error().kind, ErrorKind::NotFound);
  }
};

SC_TEST(FreightBillsTest)
#include "freightbills_test.moc"
