#include "tests/app/programs.h"

#include <QFile>

using namespace supercargo::test;

namespace {

const QByteArray kOrders =
    "订单编号,订单创建时间,实付,订单状态,收货人姓名,联系手机,收货地址,省份,城市,sku,商品,数量\n"
    "A-1,2026-01-15 09:12:33,20.00,待发货,张三,13812341234,文一路 1 号,浙江省,杭州市,CUP,杯子,2\n"
    "A-2,2026-01-15 10:12:33,30.00,待发货,李四,13900000000,文二路 2 号,浙江省,杭州市,TEA,茶,3\n"
    "A-3,2026-01-15 08:12:33,30.00,待发货,王五,13700000000,南京路 3 号,上海市,上海市,TEA,茶,3\n";

/// Three orders that wait since long ago, and a sender.
struct Shop : Profile {
  Shop()
  {
    QFile file(this->file(QStringLiteral("orders.csv")));
    if (init().status == 0 && file.open(QFile::WriteOnly) && file.write(kOrders) > 0) {
      file.close();
      run({QStringLiteral("import"), QStringLiteral("orders"), file.fileName()});
    }
    words(QStringLiteral("senders add shop --name 张三 --phone 13800001111 --street 某路1号"));
    account = words(QStringLiteral("orders list")).array()[0][QStringLiteral("account")].toInteger();
  }
  Ran words(const QString& line) const { return run(line.split(u' ')); }
  Ran add(const QString& more) const
  {
    return words(QStringLiteral("shipping-rules add all --account %1 --weight 500 %2").arg(account).arg(more));
  }

  qint64 account = 0; ///< no courier, which no rule minds before it books
};

} // namespace

class ShippingRulesTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void automaticRule_leavesWaitingOrdersAloneAndCountsThem()
  {
    const Shop shop;
    const Ran added = shop.add(QStringLiteral("--automatic"));
    QVERIFY2(added.status == 0, added.all().constData());
    QCOMPARE(added.object()[QStringLiteral("waiting_orders")].toInt(), 3);
    QCOMPARE(added.object()[QStringLiteral("waiting_too")].toBool(true), false);
    const QString since = added.object()[QStringLiteral("book_since")].toString();
    QVERIFY2(since > QStringLiteral("2026-01-16"), qPrintable(since));
    const QJsonArray rules = shop.words(QStringLiteral("shipping-rules list")).array();
    QCOMPARE(rules.size(), 1);
    QCOMPARE(rules[0][QStringLiteral("book_since")].toString(), since);
  }

  void waitingOrders_areTakenWhenAsked()
  {
    const Shop shop;
    QCOMPARE(shop.add(QStringLiteral("--waiting-too")).status, 2); // such a rule books nothing by itself
    const Ran added = shop.add(QStringLiteral("--automatic --waiting-too --province 浙江"));
    QVERIFY2(added.status == 0, added.all().constData());
    QCOMPARE(added.object()[QStringLiteral("waiting_orders")].toInt(), 2);
    QVERIFY(added.object()[QStringLiteral("waiting_too")].toBool());
    QCOMPARE(added.object()[QStringLiteral("book_since")].toString(), QStringLiteral("2026-01-15T01:12:33Z"));
  }

  void ruleByHand_knowsNothingOfIt()
  {
    const Shop shop;
    const Ran added = shop.add(QStringLiteral("--province 浙江"));
    QCOMPARE(added.object()[QStringLiteral("waiting_orders")].toInt(-1), 0);
    QVERIFY(added.object()[QStringLiteral("book_since")].isNull());
    const Ran other = shop.add(QStringLiteral("--automatic --waiting-too"));
    QCOMPARE(other.object()[QStringLiteral("waiting_orders")].toInt(), 1);
    const QString id = QString::number(added.object()[QStringLiteral("id")].toInteger());
    const Ran removed = shop.words(QStringLiteral("shipping-rules remove ") + id);
    QVERIFY2(removed.status == 0, removed.all().constData());
    QVERIFY2(removed.err.contains("left alone"), removed.all().constData()); // they would fall to the other rule
    QCOMPARE(shop.words(QStringLiteral("shipping-rules remove ") + id).status, 1);
  }
};

SC_TEST(ShippingRulesTest)
#include "shippingrules_test.moc"
