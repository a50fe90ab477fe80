#pragma once

#include "core/domain/action.h"
#include "core/domain/snapshot.h"
#include "core/domain/stream.h"
#include "core/http/message.h"
#include "core/providers/declaration.h"

#include <QMap>

#include <algorithm>
#include <optional>
#include <vector>

namespace supercargo {

/// What an account keeps secret, by field name, plus the session token under "session". Never copied into a request by
/// anything but `sign`, never logged.
using Secrets = QMap<QString, QByteArray>;

/// Random text for one request, given from outside so that tests can fix it.
using Nonce = QString;

/// All that a pure provider function may know. No secret, no clock.
struct FetchContext {
  const Declaration* declaration = nullptr; ///< never null
  QString endpoint;                         ///< base address, no slash at the end
  QMap<QString, QString> fields;            ///< the account's fields that are not secret
  Stream stream = Stream::Orders;
  Loop loop = Loop::Discover;
  QString cursor;       ///< what the last complete run left; empty: first time
  Instant from{}, to{}; ///< discover: closed window, overlap and lag already applied, on the provider's clock
  int pageSize = 100;   ///< as wished; a provider asks for no more than it allows (pageUpTo)
  QStringList ids;   ///< revisit and tracking: external ids or waybill numbers ("courier:number:phone4" for tracking)
  Instant now{};     ///< the provider's clock as far as we know it
  Currency currency; ///< the workspace's, for providers that state none

  int pageUpTo(int most) const { return std::clamp(pageSize, 1, most); }
};

/// The operation of a request whose answer is one line of a file, as a person has mended it, below its heading
/// (ItemFailure). `parse` reads it as it would in the file, whose totals it is not part of any more.
inline constexpr QLatin1String kLineOperation("line");

struct FetchStep {
  Snapshots snapshots;
  std::vector<HttpRequest> next; ///< sent before what is already waiting, in this order
  std::optional<QString> cursor; ///< kept when the whole run has succeeded; nullopt: the window's end is the cursor
  std::optional<qint64> total;   ///< how many records the provider says the window has
};

/// What a shop has told of an order's receiver so far.
struct RecipientStep {
  AddressSnapshot recipient;
  std::optional<HttpRequest> next; ///< nullopt: that was all
};

struct Session {
  QByteArray token;
  std::optional<Instant> expiresAt;
};

/// What an answer tells of the points that an account may still spend, for providers whose calls are dear or cheap.
struct Budget {
  double available = 0, most = 0; ///< now, and when nothing was asked for long
  double perSecond = 0;           ///< come back
  double price = 0;               ///< what must be there before such a call is taken; 0: not told
  bool operator==(const Budget&) const = default;
};

/// One provider. Function pointers: no state, nothing captured. Null: the provider has no such thing.
struct ProviderFunctions {
  /// What a person typed as a shop's address -> the address to call; empty: no such shop has it. Null: what was typed.
  QString (*address)(const QString& typed) = nullptr;
  /// First requests of a run.
  std::vector<HttpRequest> (*first)(const FetchContext&) = nullptr;
  /// An answer (already verified) -> what it said and what to ask next. Records that do not parse go to
  /// snapshots.failures; an error means that the whole answer is of no use.
  Result<FetchStep> (*parse)(const FetchContext&, const HttpRequest& sent, const HttpResponse& got) = nullptr;
  /// The cheapest call that proves the credentials ("account check"); parse with `parseCheck`.
  HttpRequest (*check)(const FetchContext&) = nullptr;
  Result<void> (*parseCheck)(const FetchContext&, const HttpResponse&) = nullptr;
  /// Null: what the declaration says. Else whether this account's way of signing in needs the login call at all.
  bool (*needsSession)(const QMap<QString, QString>& fields) = nullptr;
  /// Providers with a session: the login call, without secrets; `sign` fills them in.
  HttpRequest (*login)(const FetchContext&) = nullptr;
  Result<Session> (*parseLogin)(const FetchContext&, const HttpResponse&) = nullptr;
  /// The action's first request. When that one only reads (its operation ends with ".read"), the provider looks first
  /// whether the thing has been done already, so the whole action may be repeated after an unknown outcome.
  Result<HttpRequest> (*buildAction)(const FetchContext&, const Action&) = nullptr;
  /// Actions of more than one call: what to send after this 2xx answer; nullopt: it was the last, for parseAction.
  /// Null: every action is one call.
  Result<std::optional<HttpRequest>> (*nextAction)(const FetchContext&, const Action&, const HttpRequest& sent,
                                                   const HttpResponse& got) = nullptr;
  /// What the last answer means.
  Result<ActionOutcome> (*parseAction)(const FetchContext&, const Action&, const HttpResponse&) = nullptr;
  /// After an outcome that we never learnt (the line broke behind the request): asks whether the action took effect.
  /// nullopt: repeating the action is itself the question, since its first call only reads or the provider takes one
  /// idempotency key once. Null: so for all actions.
  Result<std::optional<HttpRequest>> (*inquire)(const FetchContext&, const Action&) = nullptr;
  /// nullopt: it has not happened, so it may be sent again. Error Conflict: nobody can tell yet, ask again later.
  Result<std::optional<ActionOutcome>> (*parseInquiry)(const FetchContext&, const Action&,
                                                       const HttpResponse&) = nullptr;
  /// Shops that show receivers masked ("orders.recipient"): asks for one order's in clear, for the one call that books
  /// its parcel. Begins with the order, whose token or ciphertext changes with the buyer's address.
  HttpRequest (*askRecipient)(const FetchContext&, const QString& orderExternalId) = nullptr;
  /// `known`: what the answers before this one said.
  Result<RecipientStep> (*parseRecipient)(const FetchContext&, const AddressSnapshot& known, const HttpRequest& sent,
                                          const HttpResponse&) = nullptr;
  /// Adds credentials and signature. The only place that sees a secret. Called anew for every attempt.
  Result<void> (*sign)(HttpRequest&, const FetchContext&, const Secrets&, Instant now, const Nonce&) = nullptr;
  /// Providers that sign their answers: checked before anything is parsed. An error Auth lets the engine sign in anew
  /// once (the answer names a key that we do not have yet). 2xx only: refusals that a request expects come unsigned.
  Result<void> (*verify)(const HttpRequest& sent, const HttpResponse&, const Secrets&, Instant now) = nullptr;
  /// Providers that encrypt their answers: the body in clear, after `verify` and before anything is parsed or recorded.
  Result<QByteArray> (*decrypt)(const HttpRequest& sent, const HttpResponse&, const Secrets&) = nullptr;
  /// What any answer, good or refused, tells of the account's points. Null: the provider counts calls.
  std::optional<Budget> (*budget)(const HttpResponse&) = nullptr;
  /// Why a response that is not 2xx failed; null: explainStatus.
  Error (*explain)(const Declaration&, const HttpResponse&) = nullptr;
};

/// The `explain` of a provider whose refusals are understood without its declaration.
template <Error (*Explain)(const HttpResponse&)>
Error withoutDeclaration(const Declaration&, const HttpResponse& got)
{
  return Explain(got);
}

/// A provider as the program knows it. Lives as long as the process.
struct Provider {
  Declaration declaration;
  ProviderFunctions functions;
};

/// All providers in the order of providers.cmake. A declaration that cannot be read is a bug and ends the program.
const std::vector<Provider>& providers();
const Provider* findProvider(QStringView id); ///< nullptr: no such provider

} // namespace supercargo
