#pragma once

#include "core/providers/marketplace.h"

#include <QJsonObject>

/// Douyin shop's open platform (https://op.jinritemai.com/docs/api-docs). Internal to this folder.
namespace supercargo::douyin {

/// A call of `path` ("/order/searchList"), not yet signed; the body is what is signed, byte by byte.
HttpRequest call(const FetchContext& context, const char* path, const QJsonObject& parameters, const QString& operation,
                 const QString& state = {});
/// Keys sorted at every depth, no blanks, U+2028 and U+2029 escaped: what the platform's own encoder writes.
QByteArray canonicalJson(const QJsonObject& parameters);
/// Lower-case hex of HMAC-SHA256 over key, method, body, time and version; the access token is not covered.
QByteArray signature(const QByteArray& key, const QByteArray& secret, const QByteArray& method, const QByteArray& body,
                     const QByteArray& timestamp);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);

/// `data` of an answer; a code other than success is the error it means.
Result<JsonReader> open(const Declaration& declaration, const HttpResponse& got);
Error explain(const Declaration&, const HttpResponse& got);

/// Records; faults are left in the reader, unknown values noted in `out`.
OrderSnapshot readOrder(const FetchContext& context, const JsonReader& node, Snapshots& out);
RefundSnapshot readRefund(const FetchContext& context, const JsonReader& item, Snapshots& out);
VariantSnapshot readSku(const JsonReader& sku);

/// All refunds of one order.
HttpRequest refundsOf(const FetchContext& context, const QString& order, const QString& operation,
                      const QString& state = {});

std::vector<HttpRequest> firstOrders(const FetchContext& context);
Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);
std::vector<HttpRequest> firstProducts(const FetchContext& context);
Result<FetchStep> parseProducts(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

/// The receiver in clear: the order first, then what its token or ciphertext says.
HttpRequest askRecipient(const FetchContext& context, const QString& order);
Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got);

} // namespace supercargo::douyin
