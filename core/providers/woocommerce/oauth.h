#pragma once

#include "core/base/crypto.h"
#include "core/base/instant.h"
#include "core/http/message.h"

namespace supercargo::woocommerce {

/// Adds one-legged OAuth 1.0a (RFC 5849, without token) to the query. The shop checks it over its own address: scheme,
/// host, port and path must be the ones WordPress knows. The body is not covered.
void signOauth(HttpRequest& request, const QByteArray& key, const QByteArray& secret, crypto::Hash hash, Instant now,
               const QString& nonce);

} // namespace supercargo::woocommerce
