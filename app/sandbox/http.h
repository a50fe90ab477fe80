#pragma once

#include "core/base/instant.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace supercargo::sandbox {

using Fields = QList<std::pair<QString, QString>>;

/// name=value&name=value, decoded as web servers do (+ is a blank), in order.
Fields decodedFields(QByteArrayView encoded);

/// The first value of that name; null when there is none.
QString fieldValue(const Fields& fields, QStringView name);

struct Request {
  QByteArray method, path, query, body; ///< path begins behind the provider's prefix
  std::vector<std::pair<QByteArray, QByteArray>> headers;

  QByteArray header(QByteArrayView name) const; ///< any case
  Fields parameters() const { return decodedFields(query); }
};

struct Reply {
  int status = 200;
  QByteArray body;
  std::vector<std::pair<QByteArray, QByteArray>> headers;
  int delayMs = 0;
  bool lost = false; ///< the connection ends without a byte: what was asked has happened all the same
  bool cut = false;  ///< half of the body is sent, then the connection ends
  /// Long answers: called until it gives nothing more; its pieces follow the body.
  std::function<QByteArray()> more;

  void setHeader(QByteArrayView name, QByteArrayView value);
};

Reply jsonReply(const QJsonObject& object, int status = 200);
Reply listReply(const QJsonArray& array);
Reply htmlReply(const QString& title, int status);

/// "Mon, 23 Nov 2026 19:45:30 GMT"
QByteArray httpDate(Instant instant);

/// A compact JSON text; for answers that hold JSON in a string.
QString compact(const QJsonObject& object);

} // namespace supercargo::sandbox
