#include "core/http/client.h"

#include "core/http/networkerror.h"

#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>

namespace supercargo {
namespace {

/// The system's proxies, but never for this machine itself.
class SystemProxies : public QNetworkProxyFactory {
public:
  QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
  {
    const QString host = query.peerHostName();
    if (host == QLatin1String("localhost") || QHostAddress(host).isLoopback())
      return {QNetworkProxy(QNetworkProxy::NoProxy)};
    return systemProxyForQuery(query);
  }
};

QNetworkRequest networkRequest(const HttpRequest& request, const QUrl& url)
{
  QNetworkRequest result(url);
  result.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Supercargo/" SUPERCARGO_VERSION));
  for (const auto& [name, value] : request.headers)
    result.setRawHeader(name, value);
  result.setAttribute(QNetworkRequest::RedirectPolicyAttribute, request.method == "GET"
                                                                    ? QNetworkRequest::SameOriginRedirectPolicy
                                                                    : QNetworkRequest::ManualRedirectPolicy);
  result.setMaximumRedirectsAllowed(5);
  for (const auto attribute : {QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::CookieSaveControlAttribute,
                               QNetworkRequest::AuthenticationReuseAttribute})
    result.setAttribute(attribute, QNetworkRequest::Manual);
  if (url.scheme() == QLatin1String("http")) // loopback: small servers know only HTTP/1.1
    result.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
  return result;
}

/// One exchange under way; dies with its reply.
class Exchange : public QObject {
public:
  Exchange(QNetworkReply* reply, const HttpRequest& request, const Clock& clock, qint64 mostBytes,
           Transport::Answer answer)
      : QObject(reply), m_reply(reply), m_host(reply->url().host()), m_clock(clock), m_mostBytes(mostBytes),
        m_answer(std::move(answer))
  {
    connect(reply, &QNetworkReply::requestSent, this, [this] { m_hasLeft = true; });
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError>& errors) { m_tlsErrors = errors; });
    // Not downloadProgress: that one is throttled, and a server that then stays silent would be waited for.
    connect(reply, &QNetworkReply::metaDataChanged, this,
            [this] { checkSize(m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong()); });
    connect(reply, &QNetworkReply::readyRead, this, [this] { checkSize(m_reply->bytesAvailable()); });
    connect(reply, &QNetworkReply::finished, this, &Exchange::finish);
    // Counted in all, not since the last byte: a server that dribbles must not hold a run for hours.
    QTimer::singleShot(request.timeout, Qt::PreciseTimer, this, [this, timeout = request.timeout] {
      stop(Error{ErrorKind::Timeout,
                 QStringLiteral("%1 did not answer within %2 s").arg(m_host).arg(double(timeout.count()) / 1000),
                 m_host, std::nullopt});
    });
  }

  void cancel()
  {
    m_answer = nullptr;
    m_reply->abort();
  }

private:
  void checkSize(qint64 bytes)
  {
    if (bytes > m_mostBytes)
      stop(Error{ErrorKind::TooLarge,
                 QStringLiteral("the answer of %1 is larger than %2 MB").arg(m_host).arg(m_mostBytes / 1024 / 1024),
                 m_host, std::nullopt});
  }

  void stop(Error error)
  {
    if (m_stoppedBy)
      return;
    m_stoppedBy = std::move(error);
    m_reply->abort();
  }

  void finish()
  {
    m_reply->deleteLater();
    if (const auto answer = std::exchange(m_answer, nullptr))
      answer(outcome());
  }

  Result<HttpResponse> outcome()
  {
    if (m_stoppedBy)
      return fail(*m_stoppedBy);
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const auto error = m_reply->error();
    // Codes from 201 on only say that the status was not 2xx: such an answer is the provider's to explain.
    const bool answered = error == QNetworkReply::NoError || error >= QNetworkReply::ContentAccessDenied;
    if (status == 0 || !answered) {
      Error told = explainNetworkError(error, m_reply->errorString(), m_tlsErrors, m_host);
      told.unsent = !m_hasLeft && isWithoutConnection(error);
      return fail(std::move(told));
    }
    HttpResponse response{status, {}, m_reply->readAll(), m_clock()};
    for (const auto& [name, value] : m_reply->rawHeaderPairs())
      response.headers.emplace_back(name, value);
    return response;
  }

  QNetworkReply* m_reply;
  QString m_host;
  Clock m_clock;
  qint64 m_mostBytes;
  Transport::Answer m_answer;
  QList<QSslError> m_tlsErrors;
  std::optional<Error> m_stoppedBy;
  bool m_hasLeft = false; ///< some of the request has been written, if only to a connection that broke then
};

} // namespace

HttpClient::HttpClient(Clock clock, qint64 mostBytes)
    : m_clock(std::move(clock)), m_mostBytes(mostBytes), m_network(new QNetworkAccessManager(this))
{
  m_network->setProxyFactory(new SystemProxies);
}

HttpClient::~HttpClient() = default;

Transport::Cancel HttpClient::send(const HttpRequest& request, Answer answer)
{
  if (auto allowed = checkEndpoint(QString::fromLatin1(request.url)); !allowed) {
    auto cancelled = std::make_shared<bool>(false);
    QMetaObject::invokeMethod(
        this,
        [answer = std::move(answer), error = allowed.error(), cancelled] {
          if (!*cancelled)
            answer(fail(error));
        },
        Qt::QueuedConnection);
    return [cancelled] { *cancelled = true; };
  }
  const QUrl url = QUrl::fromEncoded(request.url, QUrl::StrictMode);
  QNetworkReply* reply = m_network->sendCustomRequest(networkRequest(request, url), request.method, request.body);
  auto* exchange = new Exchange(reply, request, m_clock, m_mostBytes, std::move(answer));
  return [exchange = QPointer<Exchange>(exchange)] {
    if (exchange)
      exchange->cancel();
  };
}

} // namespace supercargo
