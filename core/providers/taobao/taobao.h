#pragma once

#include "core/providers/marketplace.h"
#include "core/providers/sortedfields.h"

/// Taobao Open Platform (TOP, https://open.taobao.com/doc.htm?docId=101617). Internal to this folder.
namespace supercargo::taobao {

/// A call of the gateway, not yet signed: the body holds method and business parameters.
HttpRequest call(const FetchContext& context, const char* method, const SortedFields& fields, const QString& operation,
                 const QString& state = {});

/// MD5, HMAC-MD5 or HMAC-SHA256 by `sign_method` of the fields; upper-case hex.
QByteArray signature(const SortedFields& fields, const QByteArray& secret);
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);

/// What stands in the envelope `…_response`; with simplify=true there is none. An error_response is the error it means.
Result<JsonReader> open(const HttpResponse& got);
/// A list: {"trades": {"trade": […]}}, or without the inner name, or one object for one, or not there at all when
/// empty.
std::vector<JsonReader> listOf(const JsonReader& answer, const char* outer, const char* inner);
Error explain(const Declaration&, const HttpResponse& got);
/// The error says that there is no such order.
bool isNoSuchTrade(const Error& error);

extern const QByteArray kTradeFields;
extern const QByteArray kItemFields;
extern const QByteArray kRefundFields;

/// Records; faults are left in the reader, unknown values noted in `out`.
QString tradeId(const JsonReader& trade);
OrderSnapshot readTrade(const FetchContext& context, const JsonReader& trade, Snapshots& out);
RefundSnapshot readRefund(const FetchContext& context, const JsonReader& refund, Snapshots& out);
ProductSnapshot readItem(const FetchContext& context, const JsonReader& item, Snapshots& out);
std::vector<StockSnapshot> readStock(const JsonReader& item);

/// The time of change that a request asks for.
Span spanOf(const HttpRequest& sent);

std::vector<HttpRequest> firstOrders(const FetchContext& context);
Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);
std::vector<HttpRequest> firstItems(const FetchContext& context);
Result<FetchStep> parseItems(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

/// The receiver in clear: the order first, then what its token or ciphertext says.
HttpRequest askRecipient(const FetchContext& context, const QString& order);
Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got);

} // namespace supercargo::taobao
