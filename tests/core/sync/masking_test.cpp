#include "core/sync/masking.h"
#include "tests/support/testmain.h"

using namespace supercargo;

namespace {
HttpResponse answer(const QByteArray& body)
{
  HttpResponse response;
  response.status = 200;
  response.headers = {{"Content-Type", "application/json"}};
  response.body = body;
  return response;
}
} // namespace

class MaskingTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void knownSecrets_areHiddenInEveryForm_data();
  void knownSecrets_areHiddenInEveryForm();
  void tokensOfOneSession_areHiddenEach();
  void secretWithQuotes_isHiddenInJson();
  void credentialHeaders_keepOnlyTheirScheme();
  void secretInPlaceOfAScheme_isHidden();
  void namedValues_areHidden_data();
  void namedValues_areHidden();
  void longNamedValues_areHiddenToo();
  void namedValueWithoutItsEnd_isHidden();
  void harmlessNames_stay_data();
  void harmlessNames_stay();
  void telephoneAndMail_areShortened();
  void numbersThatAreNoTelephone_stay();
  void longBodies_areCutWithANote();
  void secretAcrossTheCut_isHidden();
  void binaryBodies_areCounted();
  void path_keepsWhatWasAsked();
};

void MaskingTest::knownSecrets_areHiddenInEveryForm_data()
{
  QTest::addColumn<QByteArray>("sent");
  const QByteArray secret = "cs_a+b/c=d e%中";
  QTest::newRow("plain") << "x=" + secret;
  QTest::newRow("percent") << "x=" + secret.toPercentEncoding();
  QTest::newRow("form") << QByteArray("x=cs_a%2Bb%2Fc%3Dd+e%25%E4%B8%AD");
  QTest::newRow("base64") << "x=" + secret.toBase64();
  QTest::newRow("base64url") << "x=" + secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
  QTest::newRow("base64 percent") << "x=" + secret.toBase64().toPercentEncoding();
  QTest::newRow("json of ascii") << QByteArray(R"(x=cs_a+b/c=d e%\u4e2d)");
  QTest::newRow("json of ascii, upper case") << QByteArray(R"(x=cs_a+b/c=d e%\u4E2D)");
  QTest::newRow("json of PHP") << QByteArray(R"(x=cs_a+b\/c=d e%\u4e2d)");
}

void MaskingTest::knownSecrets_areHiddenInEveryForm()
{
  QFETCH(QByteArray, sent);
  const Mask mask({QByteArray("cs_a+b/c=d e%中")});
  HttpRequest request;
  request.url = "https://shop.example/x";
  request.body = sent;
  const QByteArray masked = mask.request(request);
  QVERIFY2(masked.endsWith("\n\nx=***"), masked.constData());
}

void MaskingTest::tokensOfOneSession_areHiddenEach()
{
  const Mask mask({QByteArray("access-1234\nrefresh-5678")});
  QCOMPARE(mask.text(QStringLiteral("session=access-1234&again=refresh-5678")),
           QStringLiteral("session=***&again=***"));
}

void MaskingTest::secretWithQuotes_isHiddenInJson()
{
  QCOMPARE(Mask({R"(a"b\c/d)"}).text(QStringLiteral(R"({"x":"a\"b\\c/d","y":"a\"b\\c\/d"})")),
           QStringLiteral(R"({"x":"***","y":"***"})"));
}

void MaskingTest::credentialHeaders_keepOnlyTheirScheme()
{
  HttpRequest request;
  request.url = "https://shop.example/orders";
  request.headers = {{"Authorization", "Basic Y2s6Y3M="},
                     {"X-Shopify-Access-Token", "shpat_1"},
                     {"Cookie", "a=b; c=d"},
                     {"x-api-key", "k123"},
                     {"Accept", "application/json"}};
  QCOMPARE(Mask().request(request), QByteArray("GET /orders\nAuthorization: Basic ***\nX-Shopify-Access-Token: ***\n"
                                               "Cookie: ***\nx-api-key: ***\nAccept: application/json\n\n"));
}

void MaskingTest::secretInPlaceOfAScheme_isHidden()
{
  HttpRequest request;
  request.url = "https://shop.example/orders";
  request.headers = {{"X-Password", "hunter2 of me"}};
  QCOMPARE(Mask({"hunter2"}).request(request), QByteArray("GET /orders\nX-Password: *** ***\n\n"));
}

void MaskingTest::namedValues_areHidden_data()
{
  QTest::addColumn<QByteArray>("body");
  QTest::addColumn<QByteArray>("expected");
  const auto row = [](const char* body, const char* expected) {
    QTest::newRow(body) << QByteArray(body) << QByteArray(expected);
  };
  row(R"({"password":"hunter2"})", R"({"password":"***"})");
  row(R"({"password":"hun\"ter2","a":"b"})", R"({"password":"***","a":"b"})");
  row(R"({"access_token" : "abc", "id": 7})", R"({"access_token" : "***", "id": 7})");
  row(R"({"apiKey":"abc"})", R"({"apiKey":"***"})");
  row(R"({"accessToken":12345})", R"({"accessToken":"***"})");
  row(R"({"data":"{\"sign\":\"abc\",\"n\":1}"})", R"({"data":"{\"sign\":\"***\",\"n\":1}"})");
  row("app_id=1&sign=a%2Bb&method=x", "app_id=1&sign=***&method=x");
  row("oauth_signature=zz&client_secret=yy", "oauth_signature=***&client_secret=***");
  row("partnerID=P1&grantType=password&secret=a%2Bb", "partnerID=P1&grantType=password&secret=***");
  row("partnerID=P1&accessToken=abc&msgData=%7B%7D", "partnerID=P1&accessToken=***&msgData=%7B%7D");
}

void MaskingTest::namedValues_areHidden()
{
  QFETCH(QByteArray, body);
  QFETCH(QByteArray, expected);
  QCOMPARE(Mask().response(answer(body)), "HTTP 200\nContent-Type: application/json\n\n" + expected);
}

void MaskingTest::longNamedValues_areHiddenToo()
{
  const QByteArray letters(60'000, 'a'), escapes = QByteArray("\\n").repeated(30'000);
  for (const QByteArray& value : {letters, escapes})
    QVERIFY(Mask()
                .response(answer(R"({"digest":")" + value + R"(","token":"abc"})"))
                .endsWith(R"({"digest":"***","token":"***"})"));
}

void MaskingTest::namedValueWithoutItsEnd_isHidden()
{
  QCOMPARE(Mask().text(QStringLiteral(R"({"id":7,"token":"abc)")), QStringLiteral(R"({"id":7,"token":"***")"));
}

void MaskingTest::harmlessNames_stay_data()
{
  QTest::addColumn<QByteArray>("body");
  for (const char* body : {R"({"keyword":"tea"})", R"({"design":"red"})", R"({"assignee":"Li"})",
                           R"({"total":"12.30","status":"paid"})", "keyword=tea&designer=Li"})
    QTest::newRow(body) << QByteArray(body);
}

void MaskingTest::harmlessNames_stay()
{
  QFETCH(QByteArray, body);
  QVERIFY(Mask().response(answer(body)).endsWith("\n\n" + body));
}

void MaskingTest::telephoneAndMail_areShortened()
{
  QCOMPARE(Mask().text(QStringLiteral(R"({"phone":"13812341234","m":"+8613900001111","e":"a.wang@example.com"})")),
           QStringLiteral(R"({"phone":"138****1234","m":"+86139****1111","e":"a***@example.com"})"));
  QCOMPARE(Mask().text(QStringLiteral("to=a.wang%40example.com&x=1")), QStringLiteral("to=a***@example.com&x=1"));
}

void MaskingTest::numbersThatAreNoTelephone_stay()
{
  const QString text =
      QStringLiteral(R"({"id":2138123412345,"at":1768439553000,"sum":13812341234.50,"n":12345678901})");
  QCOMPARE(Mask().text(text), text);
}

void MaskingTest::longBodies_areCutWithANote()
{
  const QByteArray masked = Mask().response(answer(QByteArray(200'000, 'x')));
  QVERIFY(masked.endsWith("\n(cut: 200000 bytes in all)"));
  QVERIFY(masked.size() < Mask::kKeptBody + 200);
}

void MaskingTest::secretAcrossTheCut_isHidden()
{
  const QByteArray secret = "the-very-long-secret-value";
  const QByteArray body = QByteArray(Mask::kKeptBody - 10, 'x') + secret + QByteArray(9000, 'y');
  QVERIFY(!Mask({secret}).response(answer(body)).contains("the-very"));
}

void MaskingTest::binaryBodies_areCounted()
{
  QVERIFY(Mask().response(answer(QByteArray("PK\x03\x04\x00\x00", 6))).endsWith("\n\n(6 bytes that are no text)"));
}

void MaskingTest::path_keepsWhatWasAsked()
{
  QCOMPARE(Mask({"cs_12345"}).path("https://shop.example/wc/v3/orders?page=2&consumer_secret=cs_12345&q=%E4%B8%AD"),
           QStringLiteral("/wc/v3/orders?page=2&consumer_secret=***&q=%E4%B8%AD"));
}

SC_TEST(MaskingTest)
#include "masking_test.moc"
