#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/courier_answer.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// EasyPost: tracking, rates and labels of couriers outside of China. REST, JSON, ounces. Pure.
namespace supercargo::easypost {

CourierVerdict judge(const HttpResponse& response);
Error explain(const Declaration&, const HttpResponse& response);
/// Whether a push is EasyPost's: "hmac-sha256-hex=" and the HMAC of the raw body, keyed with the NFKD form of the
/// secret.
bool isPushSigned(QByteArrayView body, const QString& secret, QByteArrayView signature);

/// A call below the endpoint, not yet signed; `body` empty: none.
HttpRequest call(const FetchContext& context, const char* method, const QByteArray& path, const QJsonObject& body,
                 const QString& operation);
/// Basic authentication for calls of the API; downloads from elsewhere are left alone.
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

/// A status, refined by its detail where the declaration says so.
ParcelMeaning meaning(const Declaration& declaration, const QString& status, const QString& detail);
TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& tracker, Snapshots& snapshots);

/// Where a list goes on: the `before_id` of its next page; nullopt: it was the last.
std::optional<QString> nextPage(const JsonReader& root, const char* list);

/// An offer of a shipment, with EasyPost's id for buying it.
struct Offer {
  QString id;
  Rate rate; ///< service "USPS:Priority"
};
std::vector<Offer> offers(const JsonReader& shipment);
/// What couriers said that could not make an offer; the call succeeds all the same.
QStringList warnings(const JsonReader& shipment);

double ounces(qint64 grams);
/// Weight, and size where it is known, in ounces and inches.
QJsonObject measured(const BookParcel& parcel);
/// What customs want to know; nullopt: the parcel stays in its country. Invalid, saying what is missing and where to
/// write it.
Result<std::optional<QJsonObject>> customsInfo(const FetchContext& context, const BookParcel& parcel);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

} // namespace supercargo::easypost
