#pragma once

#include "core/base/error.h"

#include <QNetworkReply>
#include <QSslError>

namespace supercargo {

/// Whether the exchange ended before the connection stood. Says nothing of an earlier connection: one that breaks is
/// opened anew by Qt, and the request sent again.
bool isWithoutConnection(QNetworkReply::NetworkError error);

/// Why an exchange with `host` brought no answer, in plain English.
Error explainNetworkError(QNetworkReply::NetworkError error, const QString& errorText,
                          const QList<QSslError>& tlsErrors, const QString& host);

} // namespace supercargo
