#pragma once

#include "core/providers/medusa/medusa.h"

/// Shipping is two steps: a fulfilment takes pieces from the shelf, a shipment gives it a number. Internal to this
/// folder.
namespace supercargo::medusa {

HttpRequest readFulfilments(const FetchContext& context, const MarkShipped& action, int round = 0);
Result<std::optional<HttpRequest>> nextShipping(const FetchContext& context, const MarkShipped& action,
                                                const HttpRequest& sent, const JsonReader& root);
Result<ActionOutcome> shippingOutcome(const MarkShipped& action, const JsonReader& root);

} // namespace supercargo::medusa
