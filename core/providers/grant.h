#pragma once

#include "core/base/jsonreader.h"
#include "core/providers/provider.h"

/// How a merchant lets an application into a shop of a platform: a pair of tokens that is typed in, redeemed with a
/// code, or renewed. The pair is the session of the account; platforms change both halves when one is renewed. Pure.
namespace supercargo {

struct Grant {
  QByteArray access, refresh; ///< refresh empty: it cannot be renewed
};

/// What a login call has to do.
enum class GrantStep {
  Prove,   ///< the access token that was typed in is tried as it stands
  Refresh, ///< `token` is the refresh token
  Redeem,  ///< `token` is the code that the platform showed after the merchant's consent
};

struct GrantPlan {
  GrantStep step = GrantStep::Prove;
  QByteArray token;
};

/// From the fields `access_token`, `refresh_token`, `code` and the session so far. Auth when nothing of it is left.
Result<GrantPlan> planGrant(const Secrets& secrets);

/// The token to send with a call. Auth: there is none.
Result<QByteArray> accessToken(const Secrets& secrets);

/// Of a login's answer: `access_token`, `refresh_token` and the life of the first in seconds, where they stand in
/// `node`. An answer without a token has proved the one that was typed in.
Session grantedSession(const JsonReader& node, const char* lifeKey, Instant now);

} // namespace supercargo
