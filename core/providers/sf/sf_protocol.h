#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/snapshot.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

#include <QJsonObject>

/// SF Express's open platform (丰桥): envelope, signature and codes. Pure.
namespace supercargo::sf {

/// What a failure means, in the words of the protocol's own retry classes.
struct Verdict {
  QString kind;  ///< "ok", "ok_empty", "auth", "duplicate_order", …
  QString retry; ///< "no", "backoff", "query_existing", …
};

/// An opened answer: what the platform said of the call, and what the interface behind it said of the matter.
struct Answer {
  QString platformCode, platformMessage; ///< "A1000": the platform took the call, no more
  bool success = false;
  QString code, message; ///< "S0000", "8016"
  JsonReader data;       ///< msgData, or obj where the interface uses that
  bool byToken = false;  ///< the call carried an access token, which is then what may have expired

  bool isAccepted() const { return platformCode == QLatin1String("A1000"); }
};

/// base64 of the digest over msgData + timestamp + checkword. Mode: "md5" (URL-encoded first, the default),
/// "simple_md5", "sm3"; anything else is Config.
Result<QByteArray> digest(const QString& mode, const QString& msgData, const QString& timestamp,
                          const QString& checkword);

/// Opens the envelope. JSON inside of text is opened again, at most five times, at each place. BadResponse: not an
/// answer of this platform.
Result<Answer> open(QByteArrayView body);
/// The same for the answer to a call of this account.
Result<Answer> open(const FetchContext& context, const HttpResponse& got);

/// What an answer means, whatever its HTTP status.
Verdict judge(const HttpResponse& response);
/// The error for an answer that is no success.
Error failure(const Answer& answer);
/// The error for a whole response: not 2xx, or refused by the platform.
Error explain(const Declaration&, const HttpResponse& response);

/// A call of `service`, not yet signed; the body is a form with serviceCode and msgData.
HttpRequest call(const FetchContext& context, const char* service, const QJsonObject& msgData,
                 const QString& operation);

/// Whether calls carry an access token (OAuth2) instead of a digest; the console says which.
bool needsSession(const QMap<QString, QString>& fields);
/// Asks the host of the calls for an access token.
HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);

/// Adds partnerID, requestID, timestamp and msgDigest or accessToken; the check word to a login. Downloads of labels
/// are left alone.
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

QString trimmedText(const JsonReader& node); ///< empty when absent

struct EventStatus {
  ParcelStatus status = ParcelStatus::Unknown;
  QString reason;
  bool isKnown = false; ///< a table has it, be it as one that says nothing of the parcel's state
};
/// The status of a route entry by its raw fields (opCode, reasonCode, secondaryStatusCode, firstStatusName): the
/// refinements of the declaration, then information only, then the most telling code.
EventStatus eventStatus(const Declaration& declaration, const QMap<QString, QString>& raw);

/// routeResps or pushed WaybillRoute entries.
Snapshots routes(const Declaration& declaration, const JsonReader& data);
Snapshots pushedRoutes(const Declaration& declaration, const JsonReader& body);

struct RateQuote {
  QString service, name;
  Money total; ///< the interface states no currency: that of the declaration
  std::optional<Instant> from, to;
};
HttpRequest rateRequest(const FetchContext& context, const BookParcel& parcel);
Result<std::vector<RateQuote>> rates(const FetchContext& context, const HttpResponse& response);

/// The actions, built over the same envelope.
Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

} // namespace supercargo::sf
