#pragma once

#include "core/providers/shopify/shopify.h"

/// The actions on a shop that take more than one call: each reads first, so the whole of it may be repeated after an
/// outcome that we never learnt. Internal to this folder.
namespace supercargo::shopify {

using NextRequest = Result<std::optional<HttpRequest>>;

/// The same key for the same change, another one when its parameters differ: the shop refuses a key that it has seen
/// with other parameters.
QString idempotencyKey(const QStringList& parts);

Result<ActionOutcome> acceptedWith(const JsonReader& thing);

HttpRequest readVariant(const FetchContext& context, const SetStock& action);
NextRequest setStock(const FetchContext& context, const Action& whole, const SetStock& action,
                     const JsonReader& variant);

HttpRequest readFulfilment(const FetchContext& context, const MarkShipped& action);
NextRequest ship(const FetchContext& context, const MarkShipped& action, const JsonReader& order);
NextRequest shipRest(const FetchContext& context, const MarkShipped& action, const QString& rest);
std::optional<JsonReader> ourFulfilment(const JsonReader& order, const QString& number);

HttpRequest readPayments(const FetchContext& context, const RefundPayment& action);
NextRequest refund(const FetchContext& context, const RefundPayment& action, const JsonReader& order);
std::optional<JsonReader> ourRefund(const JsonReader& order, const QString& number);

} // namespace supercargo::shopify
