#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/courier_answer.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

/// AfterShip: tracking of couriers all over the world. REST with a date version in the path. Pure.
namespace supercargo::aftership {

CourierVerdict judge(const HttpResponse& response);
Error explain(const Declaration&, const HttpResponse& response);
/// Whether a push is AfterShip's: base64 of the HMAC over the raw body.
bool isPushSigned(QByteArrayView body, QByteArrayView secret, QByteArrayView signature);

/// The text that is signed for keys of the kind AES: method, MD5 of the body, content type, date, as-* headers, path
/// with sorted query.
QByteArray signedText(const HttpRequest& request);
/// Adds the key and, where the account has a signing secret, date and signature.
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

/// The finer subtag where the table knows it, else the tag.
ParcelMeaning meaning(const Declaration& declaration, const QString& tag, const QString& subtag);
TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& tracking, Snapshots& snapshots);
/// The cursor of a list's next page; nullopt: it was the last.
std::optional<QString> nextCursor(const JsonReader& root);

} // namespace supercargo::aftership
