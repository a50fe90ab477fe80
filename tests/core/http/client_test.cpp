#include "core/http/client.h"
#include "core/http/networkerror.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTcpServer>
#include <QTcpSocket>

using namespace supercargo;
using namespace std::chrono_literals;

namespace {

// A key and certificates made for this test, DER in base64; they open nothing.
constexpr char kKey[] =
    "MHcCAQEEINBkln5AD45HYwgTYsez/rSwQ8xE5ahoSwUwXU/1+ez6oAoGCCqGSM49AwEHoUQDQgAE9XVqrwfA4MX78lzDpzb4AMdS"
    "9bo+Xgfdydw0Or5JORAIzKTjPVKLFdu0NhqglwARbvBbOH1zVu9JXSx71muqMw==";

constexpr char kSelfSigned[] =
    "MIIBnDCCAUGgAwIBAgIUKxccY/QMkTvM2ipbAS05JiTrXOwwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2"
    "MTEyMzIxMDEzN1oYDzIxMjYxMDMwMjEwMTM3WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNC"
    "AAT1dWqvB8DgxfvyXMOnNvgAx1L1uj5eB93J3DQ6vkk5EAjMpOM9UosV27Q2GqCXABFu8Fs4fXNW70ldLHvWa6ozo28wbTAdBgNV"
    "HQ4EFgQUSti83NfRuo0AFm/vfjS6Z9oRkbcwHwYDVR0jBBgwFoAUSti83NfRuo0AFm/vfjS6Z9oRkbcwDwYDVR0TAQH/BAUwAwEB"
    "/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZIzj0EAwIDSQAwRgIhAOj8KFslJH27Uxss5CSTU95QrVlczhqPQ2dt"
    "XxtgIo9dAiEA+kGIhJrWeVAwhvZ9J+jwSvayOWjBKyf3VL6kP6Gdt9w=";

constexpr char kExpired[] =
    "MIIBZTCCAQugAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwHhcNMjAwMTAxMDAwMDAwWhcNMjEwMTAx"
    "MDAwMDAwWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT1dWqvB8DgxfvyXMOnNvgAx1L1"
    "uj5eB93J3DQ6vkk5EAjMpOM9UosV27Q2GqCXABFu8Fs4fXNW70ldLHvWa6ozo04wTDAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8A"
    "AAEwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUSti83NfRuo0AFm/vfjS6Z9oRkbcwCgYIKoZIzj0EAwIDSAAwRQIgGcyQ4za0"
    "bHGOumPHHJxuW5aBrBppuE2BHe9CliVDgwsCIQDIKFW59LIUFJ+9bX0RuCTG658dkPM5Oj4pvq3vD69pdA==";

constexpr char kOtherHost[] =
    "MIIBojCCAUegAwIBAgIUWFySU6KlJegMe6Q/AxQL6EFCHz4wCgYIKoZIzj0EAwIwGDEWMBQGA1UEAwwNb3RoZXIuZXhhbXBsZTAg"
    "Fw0yNjExMjMyMTAyMTdaGA8yMTI2MTAzMDIxMDIxN1owGDEWMBQGA1UEAwwNb3RoZXIuZXhhbXBsZTBZMBMGByqGSM49AgEGCCqG"
    "SM49AwEHA0IABPV1aq8HwODF+/Jcw6c2+ADHUvW6Pl4H3cncNDq+STkQCMyk4z1SixXbtDYaoJcAEW7wWzh9c1bvSV0se9ZrqjOj"
    "bTBrMB0GA1UdDgQWBBRK2Lzc19G6jQAWb+9+NLpn2hGRtzAfBgNVHSMEGDAWgBRK2Lzc19G6jQAWb+9+NLpn2hGRtzAPBgNVHRMB"
    "Af8EBTADAQH/MBgGA1UdEQQRMA+CDW90aGVyLmV4YW1wbGUwCgYIKoZIzj0EAwIDSQAwRgIhAJ+L+4D+EfxG9Z0SaL8U4aNCHbyF"
    "nwJvRApUljoT7iUKAiEA0wrbkFL3WjxuK6u97q2gLmrSiBTsATcsdm0tky2Ybfo=";

const Instant kNow = fromMs(1'768'439'553'000);

/// Answers every connection with the same bytes, then closes unless told to keep quiet.
class OneAnswer {
public:
  explicit OneAnswer(QByteArray answer, bool close = true) : OneAnswer(std::make_unique<QTcpServer>(), answer, close) {}
  OneAnswer(std::unique_ptr<QTcpServer> server, QByteArray answer, bool close)
      : m_server(std::move(server)), m_answer(std::move(answer))
  {
    QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(), [this, close] {
      while (auto* socket = m_server->nextPendingConnection())
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket, close] {
          received += socket->readAll();
          if (!received.contains("\r\n\r\n"))
            return;
          socket->write(m_answer);
          if (close)
            socket->disconnectFromHost();
        });
    });
    m_server->listen(QHostAddress::LocalHost);
  }
  QByteArray url(const QByteArray& path = "/", const QByteArray& scheme = "http") const
  {
    return scheme + "://localhost:" + QByteArray::number(m_server->serverPort()) + path;
  }
  void setAnswer(const QByteArray& answer) { m_answer = answer; }
  QByteArray received;

private:
  std::unique_ptr<QTcpServer> m_server;
  QByteArray m_answer;
};

HttpRequest get(const QByteArray& url)
{
  HttpRequest request;
  request.url = url;
  request.timeout = 5s;
  return request;
}

Result<HttpResponse> ask(const HttpRequest& request, qint64 mostBytes = HttpClient::kMostBytes)
{
  HttpClient client([] { return kNow; }, mostBytes);
  std::optional<Result<HttpResponse>> got;
  client.send(request, [&](Result<HttpResponse> answer) { got = std::move(answer); });
  if (got)
    return fail(ErrorKind::Invalid, QStringLiteral("answered before send returned"));
  if (!QTest::qWaitFor([&] { return got.has_value(); }, 20'000))
    return fail(ErrorKind::Invalid, QStringLiteral("no answer at all"));
  return *got;
}

} // namespace

class ClientTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void request_isSentExactlyAsGiven();
  void answer_carriesStatusHeadersAndBody();
  void errorStatus_isAnAnswer();
  void html_isHandedOnAsItCame();
  void truncatedAnswer_isANetworkError();
  void slowAnswer_timesOut();
  void refusedConnection_namesTheHost();
  void unknownHost_isNamed();
  void requestOnAConnectionThatBroke_mayHaveArrived();
  void tooLargeAnswer_isStopped();
  void plainHttp_leavesThisMachineNever();
  void redirect_withinTheOriginIsFollowed();
  void redirect_elsewhereIsRefused();
  void redirect_ofAPostIsAnAnswer();
  void cancel_silencesTheAnswer();
  void badCertificate_isRefused_data();
  void badCertificate_isRefused();
};

void ClientTest::request_isSentExactlyAsGiven()
{
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  HttpRequest request = get(server.url("/a%2Fb?x=~%2A&y=1%2B1&z=a+b&e="));
  request.method = "PUT";
  request.body = "{\"a\":1}";
  request.headers = {{"Content-Type", "application/json"}, {"X-Sign", "abc"}};
  QVERIFY(ask(request));
  QVERIFY2(server.received.startsWith("PUT /a%2Fb?x=~%2A&y=1%2B1&z=a+b&e= HTTP/1.1\r\n"), server.received.constData());
  QVERIFY(server.received.contains("X-Sign: abc\r\n"));
  QVERIFY(server.received.contains("Content-Type: application/json\r\n"));
  QVERIFY(!server.received.contains("Upgrade: h2c"));
  QVERIFY(server.received.endsWith("\r\n\r\n{\"a\":1}"));
}

void ClientTest::answer_carriesStatusHeadersAndBody()
{
  OneAnswer server("HTTP/1.1 200 OK\r\nX-WP-Total: 7\r\nSet-Cookie: a=b\r\nContent-Length: 5\r\n\r\nhello");
  const auto answer = ask(get(server.url()));
  QVERIFY(answer);
  QCOMPARE(answer->status, 200);
  QCOMPARE(answer->header("x-wp-total"), QByteArray("7"));
  QCOMPARE(answer->body, QByteArray("hello"));
  QCOMPARE(answer->receivedAt, kNow);
}

void ClientTest::errorStatus_isAnAnswer()
{
  for (const int status : {400, 401, 403, 404, 409, 418, 429, 500, 503, 507}) {
    OneAnswer server("HTTP/1.1 " + QByteArray::number(status) +
                     " Nope\r\nRetry-After: 3\r\nContent-Length: 2\r\n\r\n{}");
    const auto answer = ask(get(server.url()));
    QVERIFY2(answer, qPrintable(answer ? QString() : answer.error().detail));
    QCOMPARE(answer->status, status);
    QCOMPARE(answer->body, QByteArray("{}"));
    QCOMPARE(answer->header("retry-after"), QByteArray("3"));
  }
}

void ClientTest::html_isHandedOnAsItCame()
{
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html>maintenance</html>");
  const auto answer = ask(get(server.url()));
  QVERIFY(answer);
  QCOMPARE(answer->body, QByteArray("<html>maintenance</html>"));
}

void ClientTest::truncatedAnswer_isANetworkError()
{
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"orders\":[");
  const auto answer = ask(get(server.url()));
  QVERIFY(!answer);
  QCOMPARE(answer.error().kind, ErrorKind::Network);
  QVERIFY(answer.error().detail.contains(QStringLiteral("localhost")));
  QVERIFY(!answer.error().unsent);
}

void ClientTest::slowAnswer_timesOut()
{
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{", false);
  HttpRequest request = get(server.url());
  request.timeout = 80ms;
  QElapsedTimer watch;
  watch.start();
  const auto answer = ask(request);
  QVERIFY(!answer);
  QCOMPARE(answer.error().kind, ErrorKind::Timeout);
  QCOMPARE(answer.error().detail, QStringLiteral("localhost did not answer within 0.08 s"));
  QVERIFY(watch.elapsed() < 3000);
}

void ClientTest::refusedConnection_namesTheHost()
{
  QByteArray url;
  {
    const OneAnswer gone("");
    url = gone.url();
  }
  const auto answer = ask(get(url));
  QVERIFY(!answer);
  QCOMPARE(answer.error().kind, ErrorKind::Network);
  QCOMPARE(answer.error().detail, QStringLiteral("localhost refused the connection"));
  QVERIFY(answer.error().unsent);
}

void ClientTest::unknownHost_isNamed()
{
  const Error error = explainNetworkError(QNetworkReply::HostNotFoundError, {}, {}, QStringLiteral("shop.example"));
  QCOMPARE(error.kind, ErrorKind::Network);
  QCOMPARE(error.detail, QStringLiteral("shop.example was not found: check the address and the internet connection"));
}

/// Qt opens such a connection anew by itself: that this one is refused says nothing of the first.
void ClientTest::requestOnAConnectionThatBroke_mayHaveArrived()
{
  QTcpServer server;
  QVERIFY(server.listen(QHostAddress::LocalHost));
  int arrived = 0;
  QObject::connect(&server, &QTcpServer::newConnection, &server, [&] {
    QTcpSocket* socket = server.nextPendingConnection();
    QObject::connect(socket, &QTcpSocket::readyRead, socket, [&, socket] {
      ++arrived;
      server.close();
      socket->abort();
    });
  });
  HttpRequest request = get("http://localhost:" + QByteArray::number(server.serverPort()) + "/refund");
  request.method = "POST";
  request.body = "{}";
  const auto answer = ask(request);
  QVERIFY(!answer);
  QCOMPARE(arrived, 1);
  QVERIFY2(!answer.error().unsent, qPrintable(answer.error().detail));
}

void ClientTest::tooLargeAnswer_isStopped()
{
  OneAnswer stated("HTTP/1.1 200 OK\r\nContent-Length: 999999\r\n\r\nx", false);
  const auto early = ask(get(stated.url()), 100'000);
  QVERIFY(!early);
  QCOMPARE(early.error().kind, ErrorKind::TooLarge);
  OneAnswer endless("HTTP/1.1 200 OK\r\n\r\n" + QByteArray(300'000, 'x'), false);
  const auto late = ask(get(endless.url()), 100'000);
  QVERIFY(!late);
  QCOMPARE(late.error().kind, ErrorKind::TooLarge);
}

void ClientTest::plainHttp_leavesThisMachineNever()
{
  for (const char* url : {"http://shop.example/orders", "ftp://localhost/", "https://u:p@shop.example/", "nonsense"}) {
    const auto answer = ask(get(url));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Config);
  }
}

void ClientTest::redirect_withinTheOriginIsFollowed()
{
  OneAnswer server("");
  server.setAnswer("HTTP/1.1 302 Found\r\nLocation: " + server.url("/there") + "\r\nContent-Length: 0\r\n\r\n");
  const auto circle = ask(get(server.url("/here")));
  QVERIFY(!circle);
  QCOMPARE(circle.error().kind, ErrorKind::Config);
  QVERIFY(server.received.contains("GET /there HTTP/1.1"));
}

void ClientTest::redirect_elsewhereIsRefused()
{
  OneAnswer target("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
  for (const QByteArray& location : {target.url("/steal"), QByteArray("http://shop.example/")}) {
    OneAnswer server("HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n");
    const auto answer = ask(get(server.url()));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Config);
  }
  QVERIFY(target.received.isEmpty());
}

void ClientTest::redirect_ofAPostIsAnAnswer()
{
  OneAnswer server("HTTP/1.1 307 Elsewhere\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n");
  HttpRequest request = get(server.url());
  request.method = "POST";
  request.body = "refund=1";
  const auto answer = ask(request);
  QVERIFY(answer);
  QCOMPARE(answer->status, 307);
  QCOMPARE(server.received.count("refund=1"), 1);
}

void ClientTest::cancel_silencesTheAnswer()
{
  OneAnswer server("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
  HttpClient client([] { return kNow; });
  int told = 0;
  const auto cancel = client.send(get(server.url()), [&](auto) { ++told; });
  const auto cancelRefused = client.send(get("http://shop.example/"), [&](auto) { ++told; });
  cancel();
  cancelRefused();
  bool second = false;
  client.send(get(server.url()), [&](auto) { second = true; });
  QTRY_VERIFY(second);
  cancel();
  QCOMPARE(told, 0);
}

void ClientTest::badCertificate_isRefused_data()
{
  QTest::addColumn<QByteArray>("certificate");
  QTest::addColumn<QString>("detail");
  QTest::newRow("self-signed") << QByteArray(kSelfSigned) << QStringLiteral("certificate of localhost is self-signed");
  QTest::newRow("expired") << QByteArray(kExpired) << QStringLiteral("certificate of localhost expired on 2021-01-01");
  QTest::newRow("other host") << QByteArray(kOtherHost)
                              << QStringLiteral("certificate shown by localhost is for other.example");
}

void ClientTest::badCertificate_isRefused()
{
  QFETCH(QByteArray, certificate);
  QFETCH(QString, detail);
  auto server = std::make_unique<QSslServer>();
  QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
  configuration.setLocalCertificate(QSslCertificate(QByteArray::fromBase64(certificate), QSsl::Der));
  configuration.setPrivateKey(QSslKey(QByteArray::fromBase64(kKey), QSsl::Ec, QSsl::Der));
  server->setSslConfiguration(configuration);
  OneAnswer shop(std::move(server), "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}", true);
  const auto answer = ask(get(shop.url("/orders?consumer_key=1", "https")));
  QVERIFY(!answer);
  QCOMPARE(answer.error().kind, ErrorKind::Config);
  QCOMPARE(answer.error().detail, detail);
  QVERIFY(shop.received.isEmpty());
}

SC_TEST(ClientTest)
#include "client_test.moc"
