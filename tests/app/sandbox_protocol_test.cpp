#include "app/sandbox/alipay.h"
#include "app/sandbox/kuaidi100.h"
#include "app/sandbox/sandbox.h"
#include "app/sandbox/server.h"
#include "app/sandbox/sf.h"
#include "app/sandbox/woocommerce.h"
#include "core/base/crypto.h"
#include "core/base/money.h"
#include "core/base/text.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace supercargo;
using namespace supercargo::sandbox;

namespace {
constexpr qint64 kStart = 1'768'440'000'000; // 2026-01-15T01:20:00Z

/// A sandbox whose clock the test moves.
struct Stage {
  explicit Stage(Options options = {}) : sandbox(withStart(options), [this] { return now; })
  {
    sandbox.setOrigin(u"http://127.0.0.1:8080"_s);
    const QJsonObject announced = sandbox.announcement(8080);
    for (const QJsonValue& account : announced["accounts"_L1].toArray())
      fields[account["provider"_L1].toString()] = account["fields"_L1].toObject();
  }

  static Options withStart(Options options)
  {
    options.orders = options.orders == 2000 ? 400 : options.orders;
    return options;
  }

  QString field(const QString& provider, const QString& name) { return fields[provider][name].toString(); }

  Reply ask(const QByteArray& method, const QByteArray& path, const QByteArray& query = {}, const QByteArray& body = {},
            std::vector<std::pair<QByteArray, QByteArray>> headers = {})
  {
    return sandbox.answer({method, path, query, body, std::move(headers)});
  }

  Fields wooParameters(const QByteArray& method, const QString& path, Fields parameters)
  {
    parameters.emplaceBack(u"oauth_consumer_key"_s, field(u"woocommerce"_s, u"consumer_key"_s));
    parameters.emplaceBack(u"oauth_timestamp"_s, QString::number(toMs(now) / 1000));
    parameters.emplaceBack(u"oauth_nonce"_s, QString::number(++nonce));
    parameters.emplaceBack(u"oauth_signature_method"_s, u"HMAC-SHA256"_s);
    const QByteArray base = oauthBaseString(method, u"http://127.0.0.1:8080/woocommerce"_s + path, parameters);
    parameters.emplaceBack(
        u"oauth_signature"_s,
        QString::fromLatin1(oauthSignature(base, u"HMAC-SHA256"_s, field(u"woocommerce"_s, u"consumer_secret"_s))));
    return parameters;
  }

  Reply woo(const QString& path, const Fields& parameters = {}, const QByteArray& method = "GET",
            const QByteArray& body = {})
  {
    const QString full = u"/wp-json/wc/v3/"_s + path;
    return ask(method, "/woocommerce" + full.toUtf8(), formEncode(wooParameters(method, full, parameters)), body);
  }

  QJsonObject vendure(const QString& query, const QJsonObject& variables = {})
  {
    const QByteArray body = QJsonDocument(QJsonObject{{u"query"_s, query}, {u"variables"_s, variables}}).toJson();
    const Reply reply = ask("POST", "/vendure/admin-api", {}, body, {{"Authorization", "Bearer " + token}});
    for (const auto& [name, value] : reply.headers)
      if (name == "vendure-auth-token")
        token = value;
    return QJsonDocument::fromJson(reply.body).object();
  }

  void login()
  {
    vendure(u"mutation { login(username: \"merchant\", password: \"%1\") { __typename } }"_s.arg(
        field(u"vendure"_s, u"password"_s)));
  }

  /// The answer's content; nullopt when its signature is wrong.
  std::optional<QJsonObject> alipay(const QString& method, const QJsonObject& content)
  {
    Fields parameters = {{u"app_id"_s, field(u"alipay"_s, u"app_id"_s)},
                         {u"method"_s, method},
                         {u"charset"_s, u"utf-8"_s},
                         {u"sign_type"_s, u"RSA2"_s},
                         {u"timestamp"_s, formatLocal(now, kChinaOffset)},
                         {u"version"_s, u"1.0"_s},
                         {u"biz_content"_s, compact(content)}};
    const auto key = crypto::Key::privateKey(field(u"alipay"_s, u"private_key"_s).toLatin1());
    parameters.emplaceBack(u"sign"_s, QString::fromLatin1(key->signSha256(alipaySignedText(parameters))->toBase64()));
    const QByteArray body = ask("POST", "/alipay/gateway.do", {}, formEncode(parameters)).body;
    const QByteArray root = "{\"" + QByteArray(method.toLatin1()).replace('.', '_') + "_response\":";
    const qsizetype end = body.lastIndexOf(",\"sign\":\"");
    const QByteArray text = body.mid(root.size(), end - root.size());
    const auto gateway = crypto::Key::publicKey(field(u"alipay"_s, u"alipay_public_key"_s).toLatin1());
    const QByteArray signature = QByteArray::fromBase64(body.mid(end + 9).chopped(2));
    return body.startsWith(root) && gateway->verifySha256(text, signature)
               ? std::optional(QJsonDocument::fromJson(text).object())
               : std::nullopt;
  }

  Reply control(const QByteArray& path, const QJsonObject& body)
  {
    return ask("POST", "/control/" + path, {}, QJsonDocument(body).toJson());
  }

  QJsonArray truth(const QByteArray& provider)
  {
    const Reply reply = ask("GET", "/control/orders", "provider=" + provider);
    QByteArray all = reply.body;
    for (QByteArray piece = reply.more(); !piece.isEmpty(); piece = reply.more())
      all += piece;
    return QJsonDocument::fromJson(all)["orders"_L1].toArray();
  }

  Instant now = fromMs(kStart);
  QMap<QString, QJsonObject> fields;
  QByteArray token;
  int nonce = 0;
  Sandbox sandbox;
};

qint64 minor(const QJsonValue& amount)
{
  return Money::parse(amount.toString(), Currency())->minor();
}
QJsonArray list(const Reply& reply)
{
  return QJsonDocument::fromJson(reply.body).array();
}
QString code(const Reply& reply)
{
  return QJsonDocument::fromJson(reply.body)["code"_L1].toString();
}
} // namespace

class SandboxProtocolTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void oauth_signsAsThePublishedClientDoes()
  {
    const Fields parameters = {{u"status[0]"_s, u"processing"_s},
                               {u"status[1]"_s, u"on-hold"_s},
                               {u"oauth_consumer_key"_s, u"ck_0c9ec72c4bdf85864cb8bbe246b84a6d01234567"_s},
                               {u"oauth_timestamp"_s, u"1768440000"_s},
                               {u"oauth_nonce"_s, u"kllo9940pd9333jh"_s},
                               {u"oauth_signature_method"_s, u"HMAC-SHA256"_s},
                               {u"oauth_version"_s, u"1.0"_s}};
    const QByteArray base = oauthBaseString("GET", u"http://www.example.com/wp-json/wc/v3/orders"_s, parameters);
    QCOMPARE(oauthSignature(base, u"HMAC-SHA256"_s, u"cs_f2d8ccdb3f3dcc010f87cf76a9852e0376543210"_s),
             "L4Uuynsj/bAijmIHu4f9nqPmDq7GeZDKkGoQ+u/UUYI=");
  }

  void couriers_signAsTheirClientsDo()
  {
    QCOMPARE(sfDigest(u"{\"name\":\"a*b~c!d'e(f)g+h&i=j%k/l?m#n@o$p,q;r:s|t^u`v<w>x\\\\y\\\"z_-.\"}"_s,
                      u"1772668800123"_s, u"dEvChEcKwOrD0123456789abcdefABCD"_s),
             "rdYMDiRG+99+mjeM3QxxGA==");
    const KuaidiCustomer customer{u"DEV0CUSTOMER0123456789ABCDEF0123"_s, u"DevKdKey"_s};
    const QString param =
        u"{\"com\":\"shunfeng\",\"num\":\"SF1234567890123\",\"phone\":\"1234\",\"resultv2\":\"4\",\"order\":\"desc\"}"_s;
    QCOMPARE(kuaidiSign(param, customer, {}), "311E657398261ACB6954CA61D533B8A6");
  }

  void alipay_signsSortedParametersWithoutSignAndEmptyOnes()
  {
    QCOMPARE(alipaySignedText({{u"version"_s, u"1.0"_s},
                               {u"sign"_s, u"x"_s},
                               {u"format"_s, u""_s},
                               {u"app_id"_s, u"1"_s},
                               {u"biz_content"_s, u"{\"a\":\"红 &\"}"_s}}),
             QByteArray("app_id=1&biz_content={\"a\":\"红 &\"}&version=1.0"));
  }

  void woo_refusesStrangers()
  {
    Stage stage;
    QCOMPARE(code(stage.ask("GET", "/woocommerce/wp-json/wc/v3/orders", {}, {}, {{"Authorization", "Basic eDp5"}})),
             u"woocommerce_rest_cannot_view"_s);
    const QByteArray path = "/woocommerce/wp-json/wc/v3/orders";
    Fields once = stage.wooParameters("GET", u"/wp-json/wc/v3/orders"_s, {});
    QCOMPARE(stage.ask("GET", path, formEncode(once)).status, 200);
    QVERIFY(stage.ask("GET", path, formEncode(once)).body.contains("nonce has already been used"));
    Fields forged = stage.wooParameters("GET", u"/wp-json/wc/v3/orders"_s, {{u"page"_s, u"1"_s}});
    forged[0].second = u"2"_s;
    QVERIFY(stage.ask("GET", path, formEncode(forged)).body.contains("signature does not match"));
    const Fields old = stage.wooParameters("GET", u"/wp-json/wc/v3/orders"_s, {});
    stage.now += std::chrono::minutes(16);
    QVERIFY(stage.ask("GET", path, formEncode(old)).body.contains("Invalid timestamp"));
  }

  void woo_pagesGiveEveryOrderOnceAndAmountsAddUp()
  {
    Stage stage;
    QMap<QString, qint64> seen;
    for (int page = 1; page <= 3; ++page)
      for (const QJsonValue& order : list(stage.woo(u"orders"_s, {{u"per_page"_s, u"100"_s},
                                                                  {u"page"_s, QString::number(page)},
                                                                  {u"orderby"_s, u"modified"_s},
                                                                  {u"order"_s, u"asc"_s}}))) {
        qint64 goods = 0;
        for (const QJsonValue& line : order["line_items"_L1].toArray())
          goods += minor(line["subtotal"_L1]);
        QCOMPARE(goods - minor(order["discount_total"_L1]) + minor(order["shipping_total"_L1]) +
                     minor(order["total_tax"_L1]),
                 minor(order["total"_L1]));
        const QString id = order["number"_L1].toString();
        QVERIFY(!seen.contains(id));
        seen[id] = minor(order["total"_L1]);
      }
    const QJsonArray truth = stage.truth("woocommerce");
    QCOMPARE(truth.size(), 200);
    QCOMPARE(seen.size(), 200);
    for (const QJsonValue& order : truth)
      QCOMPARE(seen.value(order["number"_L1].toString()), order["total_minor"_L1].toInteger());
  }

  void woo_modifiedWindowIsExclusiveAndNotesMoveNoTime()
  {
    Stage stage;
    const QJsonObject newest =
        list(stage.woo(u"orders"_s, {{u"orderby"_s, u"modified"_s}, {u"per_page"_s, u"1"_s}}))[0].toObject();
    const Fields after = {{u"modified_after"_s, newest["date_modified_gmt"_L1].toString()},
                          {u"dates_are_gmt"_s, u"true"_s}};
    QCOMPARE(list(stage.woo(u"orders"_s, after)).size(), 0);
    const QString path = u"orders/"_s + QString::number(newest["id"_L1].toInteger());
    stage.now += std::chrono::seconds(2);
    QCOMPARE(stage.woo(path + u"/notes"_s, {}, "POST", R"({"note":"hello"})").status, 201);
    QCOMPARE(QJsonDocument::fromJson(stage.woo(path).body)["date_modified_gmt"_L1], newest["date_modified_gmt"_L1]);
    stage.woo(path, {}, "PUT", R"({"status":"on-hold"})");
    QVERIFY(!list(stage.woo(u"orders"_s, after)).isEmpty());
    QCOMPARE(QJsonDocument::fromJson(stage.woo(path).body)["status"_L1].toString(), u"on-hold"_s);
  }

  void woo_stockFallsWithSalesAndBatchReportsEachFailure()
  {
    Stage stage;
    const auto total = [&] {
      qint64 sum = 0;
      for (const Variant& variant : stage.sandbox.world().catalogue().variants)
        sum += stage.sandbox.world().stock(Shop::Woo, variant.number).onHand;
      return sum;
    };
    const qint64 before = total();
    stage.control("step", {{u"orders"_s, 20}});
    stage.now += std::chrono::seconds(15);
    stage.ask("GET", "/control/state");
    QVERIFY(total() < before);
    const Reply reply = stage.woo(u"products/batch"_s, {}, "POST", R"({"update":[{"id":99999,"stock_quantity":1}]})");
    QCOMPARE(reply.status, 200);
    QCOMPARE(QJsonDocument::fromJson(reply.body)["update"_L1][0]["error"_L1]["code"_L1].toString(),
             u"woocommerce_rest_product_invalid_id"_s);
  }

  void vendure_needsALoginAndNeverMovesUpdatedAt()
  {
    Stage stage;
    QCOMPARE(stage.vendure(u"{ orders { totalItems } }"_s)["errors"_L1][0]["extensions"_L1]["code"_L1].toString(),
             u"FORBIDDEN"_s);
    stage.login();
    const QString query = u"query ($o: OrderListOptions) { orders(options: $o) { totalItems items { id } } }"_s;
    const QJsonObject options{{u"take"_s, 1},
                              {u"filter"_s, QJsonObject{{u"state"_s, QJsonObject{{u"eq"_s, u"PaymentSettled"_s}}}}}};
    const QJsonObject order =
        stage.vendure(query, {{u"o"_s, options}})["data"_L1]["orders"_L1]["items"_L1][0].toObject();
    QVERIFY(!order.isEmpty());
    const QJsonArray lines{QJsonObject{{u"orderLineId"_s, order["lines"_L1][0]["id"_L1]},
                                       {u"quantity"_s, order["lines"_L1][0]["quantity"_L1]}}};
    const QString fulfil = u"mutation ($i: FulfillOrderInput!) { addFulfillmentToOrder(input: $i) { __typename } }"_s;
    const QJsonObject input{{u"i"_s, QJsonObject{{u"lines"_s, lines}}}};
    stage.now += std::chrono::seconds(5);
    const QJsonValue made = stage.vendure(fulfil, input)["data"_L1]["addFulfillmentToOrder"_L1];
    QCOMPARE(made["state"_L1].toString(), u"Pending"_s);
    QCOMPARE(stage.vendure(fulfil, input)["data"_L1]["addFulfillmentToOrder"_L1]["errorCode"_L1].toString(),
             u"ITEMS_ALREADY_FULFILLED_ERROR"_s);
    stage.vendure(u"mutation { transitionFulfillmentToState(id: \"%1\", state: \"Shipped\") { id } }"_s.arg(
        made["id"_L1].toString()));
    const QJsonValue after =
        stage.vendure(u"{ order(id: \"%1\") { id } }"_s.arg(order["id"_L1].toString()))["data"_L1]["order"_L1];
    QVERIFY(after["state"_L1].toString() == "Shipped"_L1 || after["state"_L1].toString() == "PartiallyShipped"_L1);
    QCOMPARE(after["updatedAt"_L1], order["updatedAt"_L1]);
    QCOMPARE(
        stage.vendure(u"{ orders(options: {take: 1001}) { totalItems } }"_s)["errors"_L1][0]["extensions"_L1]["code"_L1]
            .toString(),
        u"USER_INPUT_ERROR"_s);
  }

  void alipay_refundsOnceByRequestNumber()
  {
    Stage stage;
    const QJsonObject order =
        list(stage.woo(u"orders"_s, {{u"status"_s, u"completed"_s}, {u"per_page"_s, u"1"_s}}))[0].toObject();
    const QString number = order["number"_L1].toString();
    const auto trade = stage.alipay(u"alipay.trade.query"_s, {{u"out_trade_no"_s, number}});
    QVERIFY(trade);
    QCOMPARE((*trade)["trade_no"_L1], order["transaction_id"_L1]);
    QCOMPARE((*trade)["total_amount"_L1], order["total"_L1]);
    const QJsonObject request{
        {u"out_trade_no"_s, number}, {u"refund_amount"_s, u"0.50"_s}, {u"out_request_no"_s, u"r1"_s}};
    QCOMPARE((*stage.alipay(u"alipay.trade.refund"_s, request))["fund_change"_L1].toString(), u"Y"_s);
    QCOMPARE((*stage.alipay(u"alipay.trade.refund"_s, request))["fund_change"_L1].toString(), u"N"_s);
    QCOMPARE((*stage.alipay(u"alipay.trade.fastpay.refund.query"_s, request))["refund_amount"_L1].toString(),
             u"0.50"_s);
    stage.control("faults", {{u"bad-signature"_s, 1}});
    QVERIFY(!stage.alipay(u"alipay.trade.query"_s, {{u"out_trade_no"_s, number}}));
  }

  void alipay_accountLogBalancesFollowEachOther()
  {
    Stage stage;
    const QJsonObject window{{u"start_time"_s, u"2026-01-13 00:00:00"_s},
                             {u"end_time"_s, u"2026-01-15 00:00:00"_s},
                             {u"page_no"_s, u"1"_s},
                             {u"page_size"_s, u"2000"_s}};
    const auto log = stage.alipay(u"alipay.data.bill.accountlog.query"_s, window);
    qint64 balance = 1'000'000;
    for (const QJsonValue& row : (*log)["detail_list"_L1].toArray()) {
      balance +=
          row["direction"_L1].toString() == u"收入"_s ? minor(row["trans_amount"_L1]) : -minor(row["trans_amount"_L1]);
      QCOMPARE(minor(row["balance"_L1]), balance);
    }
    QVERIFY((*log)["total_size"_L1].toString().toInt() > 10);
    const auto link = stage.alipay(u"alipay.data.dataservice.bill.downloadurl.query"_s,
                                   {{u"bill_type"_s, u"trade"_s}, {u"bill_date"_s, u"2026-01-14"_s}});
    const QByteArray query = (*link)["bill_download_url"_L1].toString().section(u'?', 1).toUtf8();
    QVERIFY(stage.ask("GET", "/alipay/bill", query).body.startsWith("PK\x03\x04"));
    stage.now += std::chrono::seconds(31);
    QVERIFY(stage.ask("GET", "/alipay/bill", query).body.startsWith("<!DOCTYPE"));
  }

  void liveOrder_passesEveryStepWithinMinutes()
  {
    Stage stage;
    stage.control("step", {{u"orders"_s, 40}});
    QMap<QString, QSet<QString>> states;
    for (int second = 0; second < 300; second += 2, stage.now += std::chrono::seconds(2))
      for (qint64 i = 400; i < 440; ++i) {
        stage.ask("GET", "/control/state");
        states[QString::number(i)].insert(QString::number(int(stage.sandbox.world().order(i).state)));
      }
    int whole = 0;
    for (const QSet<QString>& seen : states)
      whole += seen.contains(u"0"_s) && seen.contains(u"1"_s) && seen.contains(u"2"_s) && seen.contains(u"3"_s);
    QVERIFY(whole > 20);
  }

  void frozenWorld_changesOnlyWhatIsAsked()
  {
    Options options;
    options.ordersPerMinute = 600;
    Stage stage(options);
    stage.control("freeze", {{u"on"_s, true}});
    const QJsonArray before = stage.truth("woocommerce");
    stage.now += std::chrono::hours(1);
    QCOMPARE(stage.truth("woocommerce"), before);
    stage.control("step", {{u"orders"_s, 2}});
    const Fields since = {
        {u"modified_after"_s,
         formatLocal(stage.now - std::chrono::seconds(2), std::chrono::seconds(0)).replace(u' ', u'T')},
        {u"dates_are_gmt"_s, u"true"_s}};
    QCOMPARE(list(stage.woo(u"orders"_s, since)).size(), 1);
    stage.control("freeze", {{u"on"_s, false}});
    stage.now += std::chrono::seconds(3);
    QVERIFY(stage.truth("woocommerce").size() > before.size() + 1);
  }

  void sameSeedAndTime_giveTheSameWorld()
  {
    Stage a, b;
    QCOMPARE(a.truth("vendure"), b.truth("vendure"));
    Options other;
    other.seed = 2;
    Stage c(other);
    QVERIFY(a.truth("vendure") != c.truth("vendure"));
  }

  void sf_tellsRoutesOnlyToThoseWhoKnowThePhone()
  {
    Stage stage;
    const auto routes = [&](const QString& number, const QString& phone) {
      const QString data =
          compact({{u"trackingNumber"_s, QJsonArray{number}}, {u"methodType"_s, u"1"_s}, {u"checkPhoneNo"_s, phone}});
      const QString stamp = QString::number(toMs(stage.now));
      const QByteArray digest = sfDigest(data, stamp, stage.field(u"sf"_s, u"checkword"_s));
      const QByteArray form = formEncode({{u"partnerID"_s, stage.field(u"sf"_s, u"partner_id"_s)},
                                          {u"requestID"_s, u"r"_s},
                                          {u"serviceCode"_s, u"EXP_RECE_SEARCH_ROUTES"_s},
                                          {u"timestamp"_s, stamp},
                                          {u"msgDigest"_s, QString::fromLatin1(digest)},
                                          {u"msgData"_s, data}});
      const QJsonDocument answer = QJsonDocument::fromJson(stage.ask("POST", "/sf/std/service", {}, form).body);
      return QJsonDocument::fromJson(
                 answer["apiResultData"_L1].toString().toUtf8())["msgData"_L1]["routeResps"_L1][0]["routes"_L1]
          .toArray();
    };
    for (qint64 i = 0; i < 400; ++i) {
      const Order order = stage.sandbox.world().order(i);
      if (order.state != State::Delivered || order.waybill->courier != Courier::Sf)
        continue;
      QCOMPARE(routes(order.waybill->number, u"0000"_s).size(), 0);
      const QJsonArray told = routes(order.waybill->number, order.buyer.phone.right(4));
      QVERIFY(told.size() >= 7);
      QCOMPARE(told.last()["opCode"_L1].toString(), u"80"_s);
      return;
    }
    QFAIL("no delivered parcel of SF");
  }

  void sf_takesAnAccessTokenOfItsOwnUntilItEnds()
  {
    Stage stage;
    const QString partner = stage.field(u"sf"_s, u"partner_id"_s);
    const auto ask = [&](const QByteArray& path, const Fields& form) {
      return QJsonDocument::fromJson(stage.ask("POST", "/sf" + path, {}, formEncode(form)).body);
    };
    const auto login = [&](const QString& id, const QString& secret) {
      return ask("/oauth2/accessToken", {{u"partnerID"_s, id}, {u"secret"_s, secret}, {u"grantType"_s, u"password"_s}});
    };
    const auto answerTo = [&](const QString& access) {
      return ask("/std/service", {{u"partnerID"_s, partner},
                                  {u"requestID"_s, u"r"_s},
                                  {u"serviceCode"_s, u"EXP_RECE_SEARCH_ORDER_RESP"_s},
                                  {u"timestamp"_s, QString::number(toMs(stage.now))},
                                  {u"accessToken"_s, access},
                                  {u"msgData"_s, u"{}"_s}})["apiResultCode"_L1]
          .toString();
    };
    const QString checkword = stage.field(u"sf"_s, u"checkword"_s);
    QCOMPARE(login(partner, u"wrong"_s)["apiResultCode"_L1].toString(), u"A1011"_s);
    QCOMPARE(login(u"nobody"_s, checkword)["apiResultCode"_L1].toString(), u"A1011"_s);
    const QJsonDocument told = login(partner, checkword);
    QCOMPARE(told["apiResultCode"_L1].toString(), u"A1000"_s);
    const QString access = told["accessToken"_L1].toString();
    QCOMPARE(answerTo(access), u"A1000"_s);
    QCOMPARE(answerTo(u"made up"_s), u"A1011"_s);
    QCOMPARE(answerTo({}), u"A1001"_s); // neither a token nor a digest
    stage.now += std::chrono::seconds(told["expiresIn"_L1].toInteger());
    QCOMPARE(answerTo(access), u"A1002"_s);
  }

  void http_servesManyRequestsAndCutsWhenAsked()
  {
    Stage stage;
    Server server(stage.sandbox);
    const quint16 port = server.open(0);
    QVERIFY(port > 0);
    QNetworkAccessManager network;
    const auto get = [&] {
      QNetworkReply* reply =
          network.get(QNetworkRequest(QUrl(u"http://127.0.0.1:%1/woocommerce/wp-json/"_s.arg(port))));
      QSignalSpy finished(reply, &QNetworkReply::finished);
      finished.wait(5000);
      reply->deleteLater();
      return std::pair(reply->error(), reply->readAll());
    };
    for (int i = 0; i < 20; ++i)
      QVERIFY(get().second.contains("Asia/Shanghai"));
    stage.sandbox.faults().set(u"truncated"_s, 1);
    QVERIFY(get().first != QNetworkReply::NoError);
  }
};

SC_TEST(SandboxProtocolTest)
#include "sandbox_protocol_test.moc"
