#pragma once

#include "core/providers/marketplace.h"

#include <QJsonObject>

/// Youzan's cloud (https://doc.youzanyun.com). Internal to this folder. Names and versions of the calls are data
/// ("apis" of provider.json): each has a version of its own in its address.
namespace supercargo::youzan {

/// A call by its key in "apis", not yet signed.
HttpRequest call(const FetchContext& context, const char* api, const QJsonObject& parameters, const QString& operation,
                 const QString& state = {});
QJsonObject parametersOf(const HttpRequest& request);
HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);

/// What was asked for, out of any of the three envelopes. A refusal is the error it means.
Result<JsonReader> open(const FetchContext& context, const HttpResponse& got);
Error explain(const Declaration& declaration, const HttpResponse& got);

/// Records; faults are left in the reader, unknown values noted in `out`.
OrderSnapshot readOrder(const FetchContext& context, const JsonReader& node, Snapshots& out);
RefundSnapshot readRefund(const FetchContext& context, const JsonReader& node, Snapshots& out);
std::vector<VariantSnapshot> readSkus(const JsonReader& item);

HttpRequest oneOrder(const FetchContext& context, const QString& tid, const QString& operation);
HttpRequest oneItem(const FetchContext& context, const QString& id, const QString& operation);

std::vector<HttpRequest> firstOrders(const FetchContext& context);
Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);
std::vector<HttpRequest> firstItems(const FetchContext& context);
Result<FetchStep> parseItems(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);
std::vector<HttpRequest> firstCustomers(const FetchContext& context);
Result<FetchStep> parseCustomers(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

/// The receiver in clear: the order first, then what its token or ciphertext says.
HttpRequest askRecipient(const FetchContext& context, const QString& order);
Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got);

/// Messages that the platform posts to a server: "event-sign", and their encrypted part.
QByteArray eventSign(QByteArrayView clientId, QByteArrayView body, QByteArrayView secret);
Result<QByteArray> openMessage(QByteArrayView base64, QByteArrayView secret);

} // namespace supercargo::youzan
