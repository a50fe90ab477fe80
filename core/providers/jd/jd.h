#pragma once

#include "core/providers/marketplace.h"
#include "core/providers/sortedfields.h"

#include <QJsonObject>

/// JD's open platform (JOS, https://open.jd.com). Internal to this folder.
namespace supercargo::jd {

/// A call of the gateway, not yet signed: the body holds method and business parameters.
HttpRequest call(const FetchContext& context, const char* method, const QJsonObject& parameters,
                 const QString& operation, const QString& state = {});
/// The business parameters of such a call.
QJsonObject parametersOf(const HttpRequest& request);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);

/// What stands in the envelope `…_responce` (spelled so). Errors of the gateway, and failures inside, are errors.
Result<JsonReader> open(const HttpResponse& got);
Error explain(const Declaration&, const HttpResponse& got);

/// Records; faults are left in the reader, unknown values noted in `out`.
OrderSnapshot readOrder(const FetchContext& context, const JsonReader& node, Snapshots& out);
RefundSnapshot readRefund(const FetchContext& context, const JsonReader& node, Snapshots& out);
VariantSnapshot readSku(const JsonReader& sku);
/// The one order of an enGet.
JsonReader orderOf(const JsonReader& answer);
HttpRequest oneOrder(const FetchContext& context, const QString& order, const QString& operation);

std::vector<HttpRequest> firstOrders(const FetchContext& context);
Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);
std::vector<HttpRequest> firstWares(const FetchContext& context);
Result<FetchStep> parseWares(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

/// The receiver in clear: the order first, then what its token or ciphertext says.
HttpRequest askRecipient(const FetchContext& context, const QString& order);
Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got);

} // namespace supercargo::jd
