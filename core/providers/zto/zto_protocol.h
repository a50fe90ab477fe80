#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/courier_answer.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// ZTO Express's open platform (中通开放平台): JSON bodies with a digest in the header. Pure.
namespace supercargo::zto {

/// How the console of an account wants its digest.
struct DigestMode {
  QString hash;         ///< "md5" (also empty), "sha256", "hmac_sha256"; anything else is Config
  bool isHex = false;   ///< lower-case hex instead of base64
  QByteArray key;       ///< of the HMAC
  QByteArray timestamp; ///< not empty: stands before the body
};

/// The digest over body + appSecret.
Result<QByteArray> digest(const DigestMode& mode, QByteArrayView body, QByteArrayView appSecret);
/// Whether a push is ZTO's: base64(md5(data + appSecret)).
bool isPushSigned(QByteArrayView data, QByteArrayView appSecret, QByteArrayView digest);

/// The envelope of every answer.
struct Answer {
  bool success = false;
  QString code, message;
  JsonReader result;
};
Result<Answer> open(QByteArrayView body); ///< BadResponse: no answer of ZTO

CourierVerdict judge(const HttpResponse& response);
Error failure(const Answer& answer);
Error explain(const Declaration&, const HttpResponse& response);

/// A call of `method` with a JSON body, not yet signed.
HttpRequest call(const FetchContext& context, const QString& method, const QJsonObject& body, const QString& operation);
/// Adds key, digest and, to orders, the password of the waybill account.
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

/// By scanType (queries) or action (pushes, any case).
ParcelMeaning meaning(const Declaration& declaration, const QString& field, const QString& code);
/// The scans of one parcel, as queried; `number`: of the parcel when a scan does not say it.
Snapshots scans(const Declaration& declaration, const JsonReader& result, const QString& number);
/// `data` of pushes, one scan each, in any order.
Snapshots pushedScans(const Declaration& declaration, const std::vector<JsonReader>& entries);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
/// Never reached, since `inquire` asks nothing; the engine wants both.
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

} // namespace supercargo::zto
