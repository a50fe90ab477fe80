#pragma once

#include "core/base/error.h"

#include <QNetworkReply>
#include <QSslError>

namespace supercargo {

/// Why an exchange with `host` brought no answer, in plain English.
Error explainNetworkError(QNetworkReply::NetworkError error, const QString& errorText,
                          const QList<QSslError>& tlsErrors, const QString& host);

} // namespace supercargo
