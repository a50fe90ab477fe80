#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/courier_answer.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// Kdniao (快递鸟): one account for the tracking and the waybills of many couriers. Pure.
namespace supercargo::kdniao {

/// base64 over the lower-case hex text of md5(RequestData + AppKey).
QByteArray signature(QByteArrayView requestData, QByteArrayView appKey);
/// Whether a push is Kdniao's.
bool isPushSigned(QByteArrayView requestData, QByteArrayView appKey, QByteArrayView sign);

CourierVerdict judge(const Declaration& declaration, const HttpResponse& response);
Error explain(const Declaration& declaration, const HttpResponse& response);

/// A call by its number ("1002"), not yet signed.
HttpRequest call(const FetchContext& context, const QString& type, const QJsonObject& data, const QString& operation);
/// Adds customer, signature and, to orders, the password of the courier's account.
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

/// The finer state where there is one that the table knows, else the coarse one.
ParcelMeaning meaning(const Declaration& declaration, const QString& state, const QString& stateEx);
/// One parcel, as queried or as an entry of a push.
TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& root, Snapshots& snapshots);
/// `RequestData` of a push.
Snapshots pushedParcels(const Declaration& declaration, const JsonReader& root);
/// Kdniao's codes of couriers that may carry a number, most likely first.
Result<QStringList> recognisedShippers(const HttpResponse& response);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
/// Never reached, since `inquire` asks nothing; the engine wants both.
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

} // namespace supercargo::kdniao
