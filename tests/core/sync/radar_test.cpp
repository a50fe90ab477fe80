#include "core/providers/provider.h"
#include "core/sync/jsonintext.h"
#include "core/sync/radar.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace supercargo;

namespace {
const QString kPage = QStringLiteral("orders.page");

std::shared_ptr<AnswerShape> known(std::initializer_list<QByteArray> examples)
{
  auto shape = std::make_shared<AnswerShape>();
  for (const QByteArray& example : examples)
    shape->learn(kPage, example);
  return shape;
}

/// JSON as a text of JSON.
QByteArray asText(const QByteArray& json)
{
  const QByteArray list = QJsonDocument(QJsonArray{QString::fromUtf8(json)}).toJson(QJsonDocument::Compact);
  return list.mid(1, list.size() - 2);
}

/// "where: sample" of every notice.
QStringList strange(AnswerShape& shape, const QByteArray& answer)
{
  QStringList list;
  for (const ChangeNotice& notice : shape.strangeFields(kPage, answer))
    list << notice.where + QStringLiteral(": ") + notice.sample;
  return list;
}
} // namespace

class RadarTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void knownAnswers_raiseNothing()
  {
    const auto shape = known({R"([{"id":1,"note":null,"lines":[]}])", R"([{"id":2,"lines":[{"sku":"a"}]}])"});
    QCOMPARE(strange(*shape, R"([{"id":9,"lines":[{"sku":null},{"sku":"b"}]},{"note":"anything"}])"), QStringList());
    QCOMPARE(strange(*shape, R"([])"), QStringList());
  }

  void unknownField_isNamedOnceWithItsTypeOnly()
  {
    const auto shape = known({R"({"orders":[{"id":1,"buyer":{"name":"a"}}]})"});
    QCOMPARE(strange(*shape, R"({"orders":[{"id":1,"buyer":{"name":"b","phone":"13812341234"}},
                                           {"id":2,"buyer":{"phone":"13912341234"},"gift":{"wrap":true}}]})"),
             QStringList({QStringLiteral("orders.page orders[].buyer.phone: text"),
                          QStringLiteral("orders.page orders[].gift: object")}));
  }

  void otherType_isToldWithBoth()
  {
    const auto shape = known({R"({"total":"1.00","count":1})", R"({"total":null})"});
    QCOMPARE(strange(*shape, R"({"total":1.5,"count":2})"),
             QStringList(QStringLiteral("orders.page total: number instead of text")));
    QCOMPARE(strange(*shape, R"([1])"), QStringList(QStringLiteral("orders.page: array instead of object")));
  }

  void keysThatAreData_areOnePlace()
  {
    const auto shape = known({R"({"stock":{"1001":{"left":1},"1002":{"left":2}}})"});
    QCOMPARE(strange(*shape, R"({"stock":{"998877":{"left":3},"wang@shop.example":{"left":1,"held":2}}})"),
             QStringList(QStringLiteral("orders.page stock.*.held: number")));
  }

  void valuesOfExtensions_areFree()
  {
    const auto shape = known({R"({"meta":[{"key":"a","value":"x"}]})"});
    QCOMPARE(strange(*shape, R"({"meta":[{"key":"b","value":{"deep":[1]}}]})"), QStringList());
    const auto mixed = known({R"([{"value":"x"},{"key":"a","value":1}])"}); // the first is no pair, and says a type
    QCOMPARE(strange(*mixed, R"([{"key":"b","value":true}])"), QStringList());
  }

  void jsonInText_isFollowed()
  {
    const QByteArray routes = R"({"routes":[{"op":"50"}]})";
    const auto shape =
        known({"{\"code\":\"A1000\",\"data\":" + asText("{\"ok\":true,\"msg\":" + asText(routes) + "}") + "}"});
    const QByteArray stranger = R"({"routes":[{"op":50,"place":"x"}],"next":null})";
    const QByteArray answer =
        "{\"code\":\"A1000\",\"data\":" + asText("{\"ok\":true,\"msg\":" + asText(stranger) + "}") + "}";
    QCOMPARE(strange(*shape, answer),
             QStringList({QStringLiteral("orders.page data.msg.routes[].op: number instead of text"),
                          QStringLiteral("orders.page data.msg.routes[].place: text"),
                          QStringLiteral("orders.page data.msg.next: null")}));
    QCOMPARE(strange(*shape, "{\"data\":" + asText("[1]") + "}"),
             QStringList(QStringLiteral("orders.page data: array instead of object")));
    QCOMPARE(strange(*shape, R"({"data":{"ok":true}})"), // no text any more
             QStringList(QStringLiteral("orders.page data: object instead of text")));
  }

  void textThatIsOnlySometimesJson_raisesNothing()
  {
    const auto shape = known({"{\"note\":\"a gift\",\"props\":" + asText(R"([{"k":"size"}])") + "}"});
    QCOMPARE(strange(*shape, "{\"note\":" + asText(R"({"a":1})") + ",\"props\":\"none\"}"), QStringList());
    QCOMPARE(strange(*shape, "{\"note\":\"[x\",\"props\":\"[{\"}"), QStringList());
    QCOMPARE(strange(*shape, R"({"note":"","props":""})"), QStringList());
  }

  void textsTooDeepOrTooLong_areTexts()
  {
    const auto wrapped = [](QByteArray json) {
      for (int i = 0; i <= kMostTextsDeep; ++i)
        json = "{\"t\":" + asText(json) + "}";
      return json;
    };
    const auto shape = known({wrapped(R"({"a":1})")});
    QCOMPARE(strange(*shape, wrapped(R"({"b":1})")), QStringList());
    const auto flat = known({"{\"t\":" + asText(R"({"a":1})") + "}"});
    const QByteArray much = "{\"b\":\"" + QByteArray(qsizetype(kLongestJsonText), 'x') + "\"}";
    QCOMPARE(strange(*flat, "{\"t\":" + asText(much) + "}"), QStringList());
  }

  void form_isKnownByItsNames()
  {
    const auto shape =
        known({"respCode=00&respMsg=ok[0]&customerInfo={a=1&b=2}&signature=abc==", "respCode=01&queryId="});
    QCOMPARE(strange(*shape, "queryId=7&respCode=34&respMsg=a=b"), QStringList());
    QCOMPARE(strange(*shape, "respCode=00&customerInfo={c=3&d=4}&cardNote=6226"),
             QStringList(QStringLiteral("orders.page cardNote: text")));
    for (const char* noForm : {"<a href=x&y=z>", "id,name=1\n", "respCode", "=1", "respCode=00&"})
      QCOMPARE(strange(*shape, noForm), QStringList());
  }

  void otherOperationsAndText_areLeftAlone()
  {
    const auto shape = known({R"({"id":1})"});
    QVERIFY(shape->strangeFields(QStringLiteral("other"), QByteArrayView(R"({"x":1})")).empty());
    QCOMPARE(strange(*shape, "<html>"), QStringList());
    QCOMPARE(strange(*shape, "{\"id\":"), QStringList());
  }

  void radar_looksAtASampleAndTellsOnce()
  {
    Radar radar(known({R"({"id":1})"}));
    const QByteArrayView strangeAnswer(R"({"id":1,"colour":"red"})");
    QCOMPARE(radar.look(kPage, strangeAnswer).size(), size_t(1));
    for (int i = 1; i < Radar::kOneIn; ++i)
      QVERIFY(radar.look(kPage, QByteArrayView(R"({"another":1})")).empty()); // not looked at
    QVERIFY(radar.look(kPage, strangeAnswer).empty());                        // looked at, and told before
  }

  void radar_seesANewFieldBehindManyStrangeOnes()
  {
    Radar radar(known({R"({"id":1})"}));
    const auto answer = [](int fields) {
      QByteArray json = "{\"id\":1";
      for (int i = 0; i < fields; ++i)
        json += ",\"plugin" + QByteArray(1, char('a' + i / 26)) + QByteArray(1, char('a' + i % 26)) + "\":1";
      return json + ",\"zebra\":1}";
    };
    const auto look = [&](const QByteArray& json) {
      QStringList places;
      for (int i = 0; i < Radar::kOneIn; ++i)
        for (const ChangeNotice& notice : radar.look(kPage, json))
          places << notice.where;
      return places;
    };
    const QByteArray stranger = answer(120);
    const QStringList first = look(stranger), then = look(stranger), last = look(stranger);
    QVERIFY(!first.contains(QStringLiteral("orders.page zebra")));
    QCOMPARE((QStringList(first) + then + last).size(), 121);
    QCOMPARE(last.last(), QStringLiteral("orders.page zebra"));
    QCOMPARE(look(stranger), QStringList());
  }

  void everyProvider_shipsWhatItsAnswersLookLike_data()
  {
    QTest::addColumn<QString>("provider");
    for (const Provider& provider : providers())
      QTest::newRow(qPrintable(provider.declaration.id)) << provider.declaration.id;
  }
  void everyProvider_shipsWhatItsAnswersLookLike()
  {
    QFETCH(QString, provider);
    QVERIFY(!shippedShape(provider)->lines().isEmpty());
  }

  void everyDeclaredCall_isKnownByAGolden_data() { everyProvider_shipsWhatItsAnswersLookLike_data(); }
  void everyDeclaredCall_isKnownByAGolden()
  {
    static const QSet<QString> kFiles{QStringLiteral("bill.download"), QStringLiteral("label.download")};
    // It asks for an order that cannot exist: its good answer is a refusal, at which nothing looks.
    static const QSet<QString> kRefusals{QStringLiteral("wechatpay account.check")};
    QFETCH(QString, provider);
    const auto shape = shippedShape(provider);
    QStringList unknown;
    for (const CallDeclaration& call : findProvider(provider)->declaration.calls)
      for (const QString& operation : call.operation.split(QStringLiteral(", ")))
        if (!shape->knows(operation) && !kFiles.contains(operation) && !kRefusals.contains(provider + u' ' + operation))
          unknown << operation;
    QCOMPARE(unknown, QStringList());
  }

  void callsThatAreOne_answerAlike()
  {
    const auto shape = shippedShape(QStringLiteral("woocommerce"));
    QVERIFY(shape->knows(u"products.page") && shape->knows(u"products.ids")); // a golden has the first only
  }

  void woocommerceOrders_areKnownByTheirRealOperation()
  {
    const auto shape = shippedShape(QStringLiteral("woocommerce"));
    QVERIFY(shape->knows(kPage));
    QVERIFY(shape->lines().contains(QStringLiteral("orders.page [].line_items[].sku text")));
  }

  void sfRoutes_areKnownInsideOfTheirText()
  {
    QVERIFY(shippedShape(QStringLiteral("sf"))
                ->lines()
                .contains(QStringLiteral("tracking.routes apiResultData.msgData.routeResps[].routes[].opCode text")));
  }

  void unionpayAnswers_areKnownByTheirNames()
  {
    QVERIFY(shippedShape(QStringLiteral("unionpay"))->lines().contains(QStringLiteral("payments.query respCode text")));
  }
};

SC_TEST(RadarTest)
#include "radar_test.moc"
