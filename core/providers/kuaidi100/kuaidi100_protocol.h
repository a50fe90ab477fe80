#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/snapshot.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// Kuaidi100 (快递100): one account for the tracking of nearly all couriers. Pure.
namespace supercargo::kuaidi100 {

/// What a failure means, in the words of the protocol's own retry classes.
struct Verdict {
  QString kind;  ///< "ok", "auth", "not_found_yet", …
  QString retry; ///< "no", "backoff", "later_30min", …
};

/// Upper-case hex over param + key + customer. Type: empty or "MD5", "SHA256", "SM3"; anything else is Config.
Result<QByteArray> querySign(QByteArrayView param, QByteArrayView key, QByteArrayView customer,
                             const QString& type = {});
/// Upper-case hex MD5 over param + t + key + secret.
QByteArray labelSign(QByteArrayView param, QByteArrayView t, QByteArrayView key, QByteArrayView secret);
/// Whether a push is Kuaidi100's: the case of its signature is not documented.
bool isPushSigned(QByteArrayView param, QByteArrayView salt, QByteArrayView sign);

/// What an answer to a query means, whatever its HTTP status.
Verdict judge(const HttpResponse& response);
Error explain(const HttpResponse& response);

struct StateStatus {
  ParcelStatus status = ParcelStatus::Unknown;
  QString reason;
};
/// A state or statusCode: the table, else the family the code belongs to (10xx moving, three digits by the first one).
/// isChecked: the answer says "signed for", which counts where the state says nothing.
StateStatus stateStatus(const Declaration& declaration, const QString& state, bool isChecked = false);

/// The answer of a query, a map track, or `lastResult` of a push.
TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& body);

struct Push {
  bool isFinished = false;  ///< the subscription has ended: delivered, or given up
  QString suggestedCompany; ///< another courier's code, when the number seems to be theirs
  std::optional<TrackingSnapshot> parcel;
};
Result<Push> parsePush(const Declaration& declaration, QByteArrayView param);

/// Company codes that may carry a number, most likely first.
Result<QStringList> detectedCompanies(const HttpResponse& response);

struct RateQuote {
  QString service;
  Money total; ///< the interface states no currency: that of the declaration
};
Result<std::vector<RateQuote>> rates(const Declaration& declaration, const HttpResponse& response);

/// Base addresses: the real service has three hosts; an endpoint elsewhere (a test server) has all of it below one
/// base.
QByteArray queryUrl(const FetchContext& context);
QByteArray detectionUrl(const FetchContext& context);
QByteArray labelUrl(const FetchContext& context);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);
/// Nothing is asked: within 48 hours the same order number gives the same waybill, later a person has to look.
Result<std::optional<HttpRequest>> inquire(const FetchContext& context, const Action& action);
/// Never reached, since `inquire` asks nothing; the engine wants both.
Result<std::optional<ActionOutcome>> parseInquiry(const FetchContext& context, const Action& action,
                                                  const HttpResponse& got);

} // namespace supercargo::kuaidi100
