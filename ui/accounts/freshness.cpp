#include "ui/accounts/freshness.h"

#include "core/providers/provider.h"
#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace supercargo {
namespace {
QString translated(const char* text)
{
  return QCoreApplication::translate("freshness", text);
}

/// How bad a state is: the worst one speaks for the account.
int weight(FreshnessState state)
{
  switch (state) {
  case FreshnessState::Fresh:
    return 0;
  case FreshnessState::Never:
    return 1;
  case FreshnessState::Late:
    return 2;
  case FreshnessState::Failing:
    return 3;
  case FreshnessState::Paused:
    return 4;
  }
  return 0;
}
} // namespace

QString agoText(Instant then, Instant now)
{
  if (now - then < std::chrono::seconds(2))
    return translated(QT_TRANSLATE_NOOP("freshness", "just now"));
  return translated(QT_TRANSLATE_NOOP("freshness", "%1 ago")).arg(ageText(now - then));
}

QString providerKindText(ProviderKind kind)
{
  switch (kind) {
  case ProviderKind::Shop:
    return translated(QT_TRANSLATE_NOOP("freshness", "Shops"));
  case ProviderKind::Payment:
    return translated(QT_TRANSLATE_NOOP("freshness", "Payments"));
  case ProviderKind::Courier:
    return translated(QT_TRANSLATE_NOOP("freshness", "Couriers"));
  case ProviderKind::Supplier:
    return translated(QT_TRANSLATE_NOOP("freshness", "Suppliers"));
  case ProviderKind::Finance:
    return translated(QT_TRANSLATE_NOOP("freshness", "Finance"));
  case ProviderKind::Analytics:
    return translated(QT_TRANSLATE_NOOP("freshness", "Analytics"));
  case ProviderKind::Social:
    return translated(QT_TRANSLATE_NOOP("freshness", "Social media"));
  }
  return {};
}

Freshness freshnessOf(const AccountRow& account, const StreamState& stream, Instant now)
{
  if (account.state == AccountState::Paused)
    return {FreshnessState::Paused, stream.lastOkAt};
  if (account.state == AccountState::NeedsAttention || !stream.lastErrorKind.isEmpty())
    return {FreshnessState::Failing, stream.lastOkAt};
  if (!stream.lastOkAt)
    return {FreshnessState::Never, std::nullopt};
  std::chrono::seconds every(60);
  if (const Provider* provider = findProvider(account.provider)) {
    if (const StreamDeclaration* declared = provider->declaration.stream(stream.stream))
      every = declared->discoverEvery;
  }
  const auto allowed = std::max<std::chrono::seconds>(3 * every, std::chrono::minutes(2));
  return {now - *stream.lastOkAt > allowed ? FreshnessState::Late : FreshnessState::Fresh, stream.lastOkAt};
}

Freshness freshnessOf(const AccountRow& account, const std::vector<StreamState>& streams, Instant now)
{
  std::optional<Freshness> worst;
  for (const StreamState& stream : streams) {
    if (stream.account != account.id)
      continue;
    const Freshness one = freshnessOf(account, stream, now);
    if (!worst) {
      worst = one;
      continue;
    }
    if (weight(one.state) > weight(worst->state))
      worst->state = one.state;
    if (one.asOf && (!worst->asOf || *one.asOf < *worst->asOf))
      worst->asOf = one.asOf;
  }
  if (worst)
    return *worst;
  StreamState none;
  none.account = account.id;
  return freshnessOf(account, none, now);
}

QString freshnessText(FreshnessState state)
{
  switch (state) {
  case FreshnessState::Never:
    return translated(QT_TRANSLATE_NOOP("freshness", "Not read yet"));
  case FreshnessState::Fresh:
    return translated(QT_TRANSLATE_NOOP("freshness", "Up to date"));
  case FreshnessState::Late:
    return translated(QT_TRANSLATE_NOOP("freshness", "Late"));
  case FreshnessState::Failing:
    return translated(QT_TRANSLATE_NOOP("freshness", "Failing"));
  case FreshnessState::Paused:
    return translated(QT_TRANSLATE_NOOP("freshness", "Paused"));
  }
  return {};
}

Tone freshnessTone(FreshnessState state)
{
  switch (state) {
  case FreshnessState::Fresh:
    return Tone::Success;
  case FreshnessState::Late:
    return Tone::Warning;
  case FreshnessState::Failing:
    return Tone::Danger;
  default:
    return Tone::Neutral;
  }
}

QString freshnessIcon(FreshnessState state)
{
  switch (state) {
  case FreshnessState::Fresh:
    return QStringLiteral("circle-check");
  case FreshnessState::Late:
    return QStringLiteral("clock");
  case FreshnessState::Failing:
    return QStringLiteral("circle-alert");
  case FreshnessState::Paused:
    return QStringLiteral("circle-pause");
  case FreshnessState::Never:
    return QStringLiteral("circle-dashed");
  }
  return {};
}

} // namespace supercargo
