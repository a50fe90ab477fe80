#pragma once

#include "core/providers/declaration.h"
#include "core/store/accounts.h"
#include "ui/theme/tokens.h"

#include <QString>

#include <optional>

/// How current what we know is, in words.
namespace supercargo {

/// "12 s ago", "3 min ago": to the second, unlike relativeText, since this is what the freshness of an account is
/// about.
QString agoText(Instant then, Instant now);
QString providerKindText(ProviderKind kind); ///< plural: "Shops"

enum class FreshnessState { Never, Fresh, Late, Failing, Paused };

struct Freshness {
  FreshnessState state = FreshnessState::Never;
  std::optional<Instant> asOf;
};

/// A stream is late when it has missed three of the rounds its provider's declaration asks for, and two minutes.
Freshness freshnessOf(const AccountRow& account, const StreamState& stream, Instant now);
/// The worst of all declared streams of an account, with the oldest time.
Freshness freshnessOf(const AccountRow& account, const std::vector<StreamState>& streams, Instant now);

QString freshnessText(FreshnessState state); ///< one word
Tone freshnessTone(FreshnessState state);
QString freshnessIcon(FreshnessState state);

} // namespace supercargo
