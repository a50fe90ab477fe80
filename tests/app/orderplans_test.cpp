#include "tests/app/programs.h"

#include <QFile>

using namespace supercargo::test;

namespace {

const QByteArray kOrders =
    "订单编号,订单创建时间,实付,订单状态,收货人姓名,联系手机,收货地址,省份,城市,买家留言,sku,商品,数量\n"
    "A-1,2026-01-15 09:12:33,20.00,待发货,张三,13812341234,文一路 1 号,浙江省,杭州市,,CUP,杯子,2\n"
    "A-1,2026-01-15 09:12:33,20.00,待发货,张三,13812341234,文一路 1 号,浙江省,杭州市,,TEA,茶,1\n"
    "A-2,2026-01-15 10:12:33,30.00,待发货,张三,138-1234-1234,文一路 1 号,浙江省,杭州市,,TEA,茶,3\n"
    "A-3,2026-01-15 11:12:33,30.00,待发货,李四,13900000000,文二路 2 号,浙江省,杭州市,,TEA,茶,3\n"
    "A-4,2026-01-15 12:12:33,30.00,on-hold,王五,13700000000,文三路 3 号,浙江省,杭州市,请晚上送,TEA,茶,3\n";

struct Shop : Profile {
  Shop()
  {
    QFile file(this->file(QStringLiteral("orders.csv")));
    if (init().status == 0 && file.open(QFile::WriteOnly) && file.write(kOrders) > 0) {
      file.close();
      run({QStringLiteral("import"), QStringLiteral("orders"), file.fileName()});
    }
    for (const QJsonValue order : words(QStringLiteral("orders list")).array())
      ids.insert(order[QStringLiteral("number")].toString(), QString::number(order[QStringLiteral("id")].toInteger()));
  }
  Ran words(const QString& line) const { return run(line.split(u' ')); }
  QString id(const char* number) const { return ids.value(QLatin1String(number)); }
  QStringList kinds(const char* number) const
  {
    QStringList list;
    for (const QJsonValue entry :
         words(QStringLiteral("orders show ") + id(number)).object().value(QStringLiteral("timeline")).toArray())
      list << entry[QStringLiteral("kind")].toString();
    return list;
  }

  QMap<QString, QString> ids;
};

QStringList reasons(const QJsonValue& row)
{
  QStringList list;
  for (const QJsonValue reason : row[QStringLiteral("reasons")].toArray())
    list << reason[QStringLiteral("reason")].toString();
  return list;
}

} // namespace

/// Orders that wait for a person, go out together or in parts, by the command line.
class OrderPlansTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void review_listsWhyAndApproves()
  {
    const Shop shop;
    QCOMPARE(shop.ids.size(), 4);
    const QJsonArray queue = shop.words(QStringLiteral("orders review")).array();
    QCOMPARE(queue.size(), 1);
    QCOMPARE(queue[0][QStringLiteral("number")].toString(), QStringLiteral("A-4"));
    const QStringList wanted{QStringLiteral("on_hold"), QStringLiteral("unpaid"), QStringLiteral("buyer_note")};
    QCOMPARE(reasons(queue[0]), wanted);
    const QJsonArray named = shop.words(QStringLiteral("orders review ") + shop.id("A-1")).array();
    QCOMPARE(reasons(named[0]), QStringList{QStringLiteral("merge_candidate")});
    QCOMPARE(QString::number(named[0][QStringLiteral("merge_with")][0].toInteger()), shop.id("A-2"));

    const QString approve = QStringLiteral("orders review %1 --approve --reason known").arg(shop.id("A-4"));
    const Ran done = shop.words(approve);
    QVERIFY2(done.status == 0, done.all().constData());
    QVERIFY(done.array()[0][QStringLiteral("approved")].toBool() &&
            !done.array()[0][QStringLiteral("already")].toBool());
    QVERIFY(shop.words(approve).array()[0][QStringLiteral("already")].toBool());
    QVERIFY(shop.kinds("A-4").contains(QStringLiteral("approved")));
    QCOMPARE(shop.words(QStringLiteral("orders review")).array().size(), 0);
    QCOMPARE(shop.words(QStringLiteral("orders review --approve")).status, 2);
    QCOMPARE(shop.words(QStringLiteral("orders review 1")).status, 1);
    QCOMPARE(shop.words(QStringLiteral("orders review %1 1 --approve").arg(shop.id("A-1"))).status, 3);
    QCOMPARE(shop.words(QStringLiteral("verify")).status, 0);
  }

  void merge_isMadeOnceRefusedWithReasonsAndUndone()
  {
    const Shop shop;
    const QString merge = QStringLiteral("orders merge %1 %2").arg(shop.id("A-1"), shop.id("A-2"));
    const Ran done = shop.words(merge + QStringLiteral(" --reason friends"));
    QVERIFY2(done.status == 0, done.all().constData());
    QCOMPARE(done.object().value(QStringLiteral("kind")).toString(), QStringLiteral("merge"));
    QCOMPARE(done.object().value(QStringLiteral("orders")).toArray().size(), 2);
    QCOMPARE(done.object().value(QStringLiteral("reason")).toString(), QStringLiteral("friends"));
    QVERIFY(!done.object().value(QStringLiteral("already")).toBool());
    QVERIFY(shop.words(merge).object().value(QStringLiteral("already")).toBool());
    QVERIFY(shop.kinds("A-2").contains(QStringLiteral("merged")));
    QVERIFY(
        shop.words(QStringLiteral("orders show ") + shop.id("A-2")).object().value(QStringLiteral("plan")).isObject());

    const Ran refused = shop.words(QStringLiteral("orders merge %1 %2").arg(shop.id("A-2"), shop.id("A-3")));
    QCOMPARE(refused.status, 1);
    const QString message = refused.error().value(QStringLiteral("message")).toString();
    for (const char* obstacle : {"A-2: planned", "phone", "address"})
      QVERIFY2(message.contains(QLatin1String(obstacle)), qPrintable(message));
    QVERIFY(!refused.error().value(QStringLiteral("hint")).toString().isEmpty());
    QCOMPARE(shop.words(QStringLiteral("orders merge ") + shop.id("A-1")).status, 2);

    const QString undo = QStringLiteral("orders merge %1 --undo").arg(shop.id("A-2"));
    QVERIFY(shop.words(undo).object().value(QStringLiteral("undone")).toBool());
    const Ran again = shop.words(undo);
    QCOMPARE(again.status, 0);
    QVERIFY(again.object().value(QStringLiteral("already")).toBool());
    QVERIFY(shop.kinds("A-1").contains(QStringLiteral("unmerged")));
  }

  void split_sharesOutEveryPiece()
  {
    const Shop shop;
    const QString id = shop.id("A-1");
    const Ran done = shop.words(QStringLiteral("orders split %1 --part CUP=1").arg(id));
    QVERIFY2(done.status == 0, done.all().constData());
    const QJsonArray parcels = done.object().value(QStringLiteral("parcels")).toArray();
    QCOMPARE(parcels.size(), 2);
    QCOMPARE(parcels[0][QStringLiteral("items")].toArray().size(), 1);
    QCOMPARE(parcels[1][QStringLiteral("items")].toArray().size(), 2);
    QCOMPARE(parcels[1][QStringLiteral("items")][1][QStringLiteral("sku")].toString(), QStringLiteral("TEA"));
    QVERIFY(shop.words(QStringLiteral("orders split %1 --part 1=1,2=1 --part CUP=1").arg(id))
                .object()
                .value(QStringLiteral("already"))
                .toBool());
    QCOMPARE(shop.words(QStringLiteral("orders split %1 --part TEA=1").arg(id)).status, 1); // split otherwise already
    QCOMPARE(shop.words(QStringLiteral("orders split %1 --part CUP=9").arg(id)).status, 2);
    QCOMPARE(shop.words(QStringLiteral("orders split %1 --part POT=1").arg(id)).status, 2);
    QCOMPARE(shop.words(QStringLiteral("orders split ") + id).status, 2);
    QVERIFY(shop.words(QStringLiteral("orders split %1 --undo").arg(id)).object()[QStringLiteral("undone")].toBool());
    QCOMPARE(shop.kinds("A-1").last(), QStringLiteral("unsplit"));
  }
};

SC_TEST(OrderPlansTest)
#include "orderplans_test.moc"
