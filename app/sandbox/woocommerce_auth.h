#pragma once

#include "app/sandbox/site.h"

#include <QHash>

#include <optional>

namespace supercargo::sandbox {

struct WooKey {
  QString key, secret;
};

/// The text that OAuth 1.0a signs, the way WooCommerce's server puts it together: parameters sorted by their top-level
/// names, names and values encoded twice. `oauth_signature` among the parameters is left out.
QByteArray oauthBaseString(const QByteArray& method, const QString& url, const Fields& parameters);

/// Base64. `method`: HMAC-SHA256 or HMAC-SHA1; empty for any other.
QByteArray oauthSignature(const QByteArray& base, const QString& method, const QString& secret);

/// Who may come in. Plain http: OAuth 1.0a only; Basic is as good as nothing there.
class WooAuth {
public:
  explicit WooAuth(WooKey key) : m_key(std::move(key)) {}

  /// The refusal, or nothing. `url`: as the shop knows its own address, without query.
  std::optional<Reply> refusal(const Site& site, const Request& request, const QString& url);

private:
  WooKey m_key;
  QHash<QString, Instant> m_nonces;
};

} // namespace supercargo::sandbox
