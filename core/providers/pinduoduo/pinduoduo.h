#pragma once

#include "core/providers/marketplace.h"
#include "core/providers/sortedfields.h"

/// Pinduoduo's open platform (https://open.pinduoduo.com/application/document/api). Internal to this folder.
namespace supercargo::pinduoduo {

/// A call of the gateway, not yet signed: the body holds type and business parameters.
HttpRequest call(const FetchContext& context, const char* type, const SortedFields& fields, const QString& operation,
                 const QString& state = {});
Result<void> sign(HttpRequest& request, const FetchContext& context, const Secrets& secrets, Instant now,
                  const Nonce& nonce);
HttpRequest login(const FetchContext& context);
Result<Session> parseLogin(const FetchContext& context, const HttpResponse& got);

/// What stands in the envelope, whose name does not follow from the call's. An error_response is the error it means.
Result<JsonReader> open(const FetchContext& context, const HttpResponse& got);
Error explain(const Declaration& declaration, const HttpResponse& got);

/// Records; faults are left in the reader, unknown values noted in `out`.
OrderSnapshot readOrder(const FetchContext& context, const JsonReader& node, Snapshots& out);
RefundSnapshot readRefund(const FetchContext& context, const JsonReader& node, Snapshots& out);
std::vector<VariantSnapshot> readSkus(const JsonReader& goods);

/// All refunds of one order, whenever they changed.
HttpRequest refundsOf(const FetchContext& context, const QString& order, const QString& operation,
                      const QString& state = {});

std::vector<HttpRequest> firstOrders(const FetchContext& context);
Result<FetchStep> parseOrders(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);
std::vector<HttpRequest> firstGoods(const FetchContext& context);
Result<FetchStep> parseGoods(const FetchContext& context, const HttpRequest& sent, const HttpResponse& got);

Result<HttpRequest> buildAction(const FetchContext& context, const Action& action);
Result<std::optional<HttpRequest>> nextAction(const FetchContext& context, const Action& action,
                                              const HttpRequest& sent, const HttpResponse& got);
Result<ActionOutcome> parseAction(const FetchContext& context, const Action& action, const HttpResponse& got);

/// The receiver in clear: the order first, then what its token or ciphertext says.
HttpRequest askRecipient(const FetchContext& context, const QString& order);
Result<RecipientStep> parseRecipient(const FetchContext& context, const AddressSnapshot& known, const HttpRequest& sent,
                                     const HttpResponse& got);

} // namespace supercargo::pinduoduo
