#include "tests/app/programs.h"

#include <QFile>

using namespace supercargo::test;

namespace {

QString written(const Profile& profile, const char* name, const QByteArray& content)
{
  const QString path = profile.file(QLatin1String(name));
  QFile file(path);
  return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? path : QString();
}

const QByteArray kOrders =
    "订单编号,订单创建时间,实付,订单状态,收货人姓名,sku,商品,数量\n"
    "=\"3219876543210987654\",2026-01-15 09:12:33,129.80,\"买家已付款，等待卖家发货\",张三,S-1,杯子,2\n"
    "3219876543210987655,2026-01-15 09:13:33,很多钱,交易成功,李四,S-1,杯子,1\n";

} // namespace

/// `supercargo-cli import`, as a person or a script would run it.
class ImportTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void orders_arePreviewedStoredAndNotDoubled()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const QString path = written(profile, "orders.csv", kOrders);
    const QStringList words{QStringLiteral("import"), QStringLiteral("orders"), path};

    const Ran dry = profile.run(words + QStringList{QStringLiteral("--dry-run")});
    QVERIFY2(dry.status == 3, dry.all().constData()); // one row cannot be read
    QCOMPARE(dry.object().value(QStringLiteral("read")).toInt(), 1);
    QCOMPARE(dry.object().value(QStringLiteral("failed")).toInt(), 1);
    QVERIFY(profile.run({QStringLiteral("orders"), QStringLiteral("list")}).array().isEmpty());

    const Ran first = profile.run(words);
    QVERIFY2(first.status == 3, first.all().constData());
    QCOMPARE(first.object().value(QStringLiteral("inserted")).toInt(), 1);
    const QJsonArray rows = first.object().value(QStringLiteral("rows")).toArray();
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows[1][QStringLiteral("row")].toInt(), 3);
    QCOMPARE(rows[1][QStringLiteral("result")].toString(), QStringLiteral("failed"));
    QCOMPARE(rows[1][QStringLiteral("faults")].toArray(), QJsonArray{QStringLiteral("no_amount")});
    const QJsonArray orders = profile.run({QStringLiteral("orders"), QStringLiteral("list")}).array();
    QCOMPARE(orders.size(), 1);
    QCOMPARE(orders[0][QStringLiteral("external_id")].toString(), QStringLiteral("3219876543210987654"));
    QCOMPARE(orders[0][QStringLiteral("total")][QStringLiteral("minor")].toInt(), 12980);

    const Ran second = profile.run(words);
    QCOMPARE(second.object().value(QStringLiteral("inserted")).toInt(), 0);
    QCOMPARE(second.object().value(QStringLiteral("changed")).toInt(), 0);
    QCOMPARE(profile.run({QStringLiteral("verify")}).status, 0);
  }

  void orderLines_waitForTheirOrders()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const auto import = [&](const char* name, const QByteArray& content) {
      return profile.run({QStringLiteral("import"), QStringLiteral("orders"), written(profile, name, content)});
    };
    const Ran lines = import("lines.csv", "订单编号,标题,价格,购买数量,外部系统编号\nA1,杯子,30.00,2,CUP\n");
    QVERIFY2(lines.status == 0, lines.all().constData());
    QCOMPARE(lines.object()[QStringLiteral("waiting_orders")].toArray(), QJsonArray{QStringLiteral("A1")});
    const Ran orders = import("orders.csv", "订单编号,买家会员名,总金额,订单状态,订单创建时间,宝贝标题,宝贝总数量\n"
                                            "A1,t**,60.00,待发货,2026-01-15 09:00:00,杯子,2\n");
    QVERIFY2(orders.status == 0, orders.all().constData());
    QVERIFY(orders.object()[QStringLiteral("waiting_orders")].toArray().isEmpty());
    const QJsonArray stock = profile.run({QStringLiteral("stock"), QStringLiteral("list")}).array();
    QCOMPARE(stock.size(), 1);
    QCOMPARE(stock[0][QStringLiteral("sku")].toString(), QStringLiteral("CUP"));
    QCOMPARE(profile.run({QStringLiteral("verify")}).status, 0);
  }

  void mapping_isRemembered()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const QString path = written(profile, "stock.csv", "Artikel,Menge\nA,3\nB,4\n");
    const QStringList words{QStringLiteral("import"), QStringLiteral("stock"), QStringLiteral("--file"), path};
    const Ran refused = profile.run(words);
    QVERIFY2(refused.status == 1, refused.all().constData());
    const Ran mapped = profile.run(words + QStringList{QStringLiteral("--map"), QStringLiteral("Artikel=sku"),
                                                       QStringLiteral("--map"), QStringLiteral("Menge=available")});
    QVERIFY2(mapped.status == 0, mapped.all().constData());
    QCOMPARE(mapped.object().value(QStringLiteral("inserted")).toInt(), 2);
    const Ran again = profile.run(words);
    QVERIFY2(again.status == 0, again.all().constData());
    QCOMPARE(again.object().value(QStringLiteral("unchanged")).toInt(), 2);
    QCOMPARE(profile.run({QStringLiteral("stock"), QStringLiteral("list")}).array().size(), 2);
  }

  void freightBill_isReadOnceAndMeasuredByTheTariff()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const auto run = [&](const QString& words) { return profile.run(words.split(u' ')); };
    const QString orders = written(profile, "orders.csv",
                                   "订单编号,订单创建时间,实付,订单状态,省份,物流公司,运单号\n"
                                   "A-1,2026-03-01 09:12:33,100.00,交易成功,浙江省,中通快递,ZT1\n");
    QCOMPARE(run(QStringLiteral("import orders ") + orders).status, 0);
    const QString bill = written(profile, "bill.csv",
                                 "快递公司,运单号,寄件日期,计费重量,运费\n"
                                 "中通快递,ZT1,2026-03-02,2.1,6.50\n"
                                 "中通快递,ZT7,2026-03-02,1,3.50\n");
    const Ran first = run(QStringLiteral("import freight ") + bill);
    QVERIFY2(first.status == 0, first.all().constData());
    QCOMPARE(first.object()[QStringLiteral("inserted")].toInt(), 2);
    QCOMPARE(run(QStringLiteral("import freight ") + bill).object()[QStringLiteral("unchanged")].toInt(), 2);

    QCOMPARE(run(QStringLiteral("tariffs add zto --from 2026-01-01 --first-price 3.50")).status, 2);
    QCOMPARE(run(QStringLiteral("tariffs add zto --from soon --first-price 3.50 --step-price 1")).status, 2);
    QCOMPARE(run(QStringLiteral("tariffs add zto --from 2026-01-01 --first-price 3.50 --step-price 1 --step 0")).status,
             1);
    const Ran added = run(QStringLiteral("tariffs add 中通 --from 2026-01-01 --first-price 3.50 --step-price 1.00"));
    QVERIFY2(added.status == 0, added.all().constData());
    const QJsonArray tariffs = run(QStringLiteral("tariffs list")).array();
    QCOMPARE(tariffs.size(), 1);
    QCOMPARE(tariffs[0][QStringLiteral("courier")].toString(), QStringLiteral("zto"));
    QCOMPARE(tariffs[0][QStringLiteral("first")][QStringLiteral("minor")].toInt(), 350);
    const int parcel = run(QStringLiteral("shipments list")).array()[0][QStringLiteral("id")].toInt();
    QCOMPARE(run(QStringLiteral("shipments weigh %1 2100").arg(parcel)).status, 0);
    QCOMPARE(run(QStringLiteral("shipments weigh 99 2100")).status, 1);

    const auto figure = [&](const char* key) -> QJsonValue {
      const QJsonObject report = run(QStringLiteral("report run delivery.freight --format json")).object();
      const QJsonArray columns = report[QStringLiteral("columns")].toArray();
      for (qsizetype i = 0; i < columns.size(); ++i)
        if (columns[i][QStringLiteral("key")].toString() == QLatin1String(key))
          return report[QStringLiteral("rows")][0][i];
      return QJsonValue();
    };
    QCOMPARE(figure("expected_freight")[QStringLiteral("minor")].toInt(), 550);
    QCOMPARE(figure("freight_variance")[QStringLiteral("minor")].toInt(), 100);
    QCOMPARE(figure("unknown_parcels").toInt(), 1);
    QCOMPARE(run(QStringLiteral("tariffs remove %1").arg(added.object()[QStringLiteral("id")].toInt())).status, 0);
    QVERIFY(run(QStringLiteral("tariffs list")).array().isEmpty());
    QCOMPARE(run(QStringLiteral("verify")).status, 0);
  }

  void missingFile_isTold()
  {
    const Profile profile;
    QCOMPARE(profile.init().status, 0);
    const Ran ran = profile.run({QStringLiteral("import"), QStringLiteral("orders"), QStringLiteral("--file"),
                                 profile.file(QStringLiteral("nothing.csv"))});
    QCOMPARE(ran.status, 1);
    QCOMPARE(profile.run({QStringLiteral("import"), QStringLiteral("orders")}).status, 2);
  }
};

SC_TEST(ImportTest)

#include "import_test.moc"
