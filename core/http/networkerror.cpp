#include "core/http/networkerror.h"

#include <QDateTime>
#include <QSslCertificate>

#include <algorithm>
#include <array>

namespace supercargo {
namespace {

using Reply = QNetworkReply;

/// Of several faults of one certificate, the one a person can act on.
QSslError mostTelling(const QList<QSslError>& errors)
{
  static constexpr std::array kOrder{QSslError::CertificateExpired,    QSslError::CertificateNotYetValid,
                                     QSslError::HostNameMismatch,      QSslError::CertificateRevoked,
                                     QSslError::SelfSignedCertificate, QSslError::SelfSignedCertificateInChain};
  for (const auto kind : kOrder)
    for (const QSslError& error : errors)
      if (error.error() == kind)
        return error;
  return errors.isEmpty() ? QSslError() : errors.first();
}

QString day(const QDateTime& time)
{
  return time.toUTC().date().toString(Qt::ISODate);
}

QString tlsDetail(const QList<QSslError>& errors, const QString& errorText, const QString& host)
{
  const QSslError error = mostTelling(errors);
  const QSslCertificate certificate = error.certificate();
  switch (error.error()) {
  case QSslError::CertificateExpired:
    return QStringLiteral("certificate of %1 expired on %2").arg(host, day(certificate.expiryDate()));
  case QSslError::CertificateNotYetValid:
    return QStringLiteral("certificate of %1 is not valid before %2; check this computer's clock")
        .arg(host, day(certificate.effectiveDate()));
  case QSslError::HostNameMismatch:
    return QStringLiteral("certificate shown by %1 is for %2")
        .arg(host, certificate.subjectInfo(QSslCertificate::CommonName).join(u' '));
  case QSslError::SelfSignedCertificate:
  case QSslError::SelfSignedCertificateInChain:
    return QStringLiteral("certificate of %1 is self-signed").arg(host);
  default:
    return QStringLiteral("no safe connection to %1: %2").arg(host, errors.isEmpty() ? errorText : error.errorString());
  }
}

QString detail(Reply::NetworkError error, const QString& errorText, const QString& host)
{
  switch (error) {
  case Reply::HostNotFoundError:
    return QStringLiteral("%1 was not found: check the address and the internet connection").arg(host);
  case Reply::ConnectionRefusedError:
    return QStringLiteral("%1 refused the connection").arg(host);
  case Reply::RemoteHostClosedError:
    return QStringLiteral("%1 closed the connection before the answer was complete").arg(host);
  case Reply::ProxyConnectionRefusedError:
  case Reply::ProxyConnectionClosedError:
  case Reply::ProxyNotFoundError:
  case Reply::ProxyTimeoutError:
  case Reply::ProxyAuthenticationRequiredError:
    return QStringLiteral("the system's proxy did not connect to %1: %2").arg(host, errorText);
  case Reply::InsecureRedirectError:
    return QStringLiteral("%1 redirects to another place, which is not followed: check the address").arg(host);
  case Reply::TooManyRedirectsError:
    return QStringLiteral("%1 redirects in a circle").arg(host);
  default:
    return QStringLiteral("exchange with %1 failed: %2").arg(host, errorText);
  }
}

ErrorKind kindOf(Reply::NetworkError error)
{
  switch (error) {
  case Reply::SslHandshakeFailedError:
  case Reply::InsecureRedirectError:
  case Reply::TooManyRedirectsError:
  case Reply::ProtocolUnknownError:
  case Reply::ProxyAuthenticationRequiredError:
    return ErrorKind::Config;
  case Reply::TimeoutError:
  case Reply::ProxyTimeoutError:
    return ErrorKind::Timeout;
  case Reply::ProtocolFailure:
  case Reply::ProtocolInvalidOperationError:
    return ErrorKind::BadResponse;
  default:
    return ErrorKind::Network;
  }
}

} // namespace

bool isWithoutConnection(Reply::NetworkError error)
{
  switch (error) {
  case Reply::HostNotFoundError:
  case Reply::ConnectionRefusedError:
  case Reply::SslHandshakeFailedError:
  case Reply::ProxyConnectionRefusedError:
  case Reply::ProxyNotFoundError:
  case Reply::TemporaryNetworkFailureError:
  case Reply::NetworkSessionFailedError:
    return true;
  default:
    return false;
  }
}

Error explainNetworkError(Reply::NetworkError error, const QString& errorText, const QList<QSslError>& tlsErrors,
                          const QString& host)
{
  const bool tls = error == Reply::SslHandshakeFailedError || !tlsErrors.isEmpty();
  // A handshake that breaks without a verdict on the certificate may be the line's fault, not the set-up's.
  const ErrorKind kind = tls && tlsErrors.isEmpty() ? ErrorKind::Network : tls ? ErrorKind::Config : kindOf(error);
  return Error{kind, tls ? tlsDetail(tlsErrors, errorText, host) : detail(error, errorText, host), host, std::nullopt};
}

} // namespace supercargo
