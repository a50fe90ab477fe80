#pragma once

#include "core/db/database.h"
#include "core/http/client.h"
#include "core/providers/provider.h"
#include "core/security/vault.h"
#include "core/store/accounts.h"
#include "core/store/workspace.h"
#include "core/sync/authenticator.h"
#include "core/sync/linkhealth.h"
#include "core/sync/radar.h"
#include "core/sync/ratelimiter.h"
#include "core/sync/recorder.h"
#include "core/sync/requestqueue.h"
#include "core/sync/retrypolicy.h"
#include "core/sync/timing.h"

#include <QHash>
#include <QObject>

namespace supercargo {

/// How one call ended, retries and all.
struct CallEnd {
  Result<void> result;
  CallRecord record; ///< of the last attempt; already kept when the call failed, else to be stored with what it brought
  int attempts = 1;
};
/// Says which call it was, so that a person finds it in the flight recorder; nothing where none went out.
Error namingCall(Error error, const CallRecord& call);

/// One call to be made. A read may be sent again when its answer is lost.
struct Call {
  FetchContext context;
  HttpRequest request; ///< as the provider built it: unsigned
  Priority priority = Priority::Background;
  int mostAttempts = 5;
  std::optional<Stream> stream; ///< what it is read for; with it, the flight recorder can ask the same again
  bool isRead = true;           ///< false: it changes something, and is sent again only after an answer that refused it
  QByteArrayList hidden;        ///< what else the flight recorder must not show: a recipient's address
  bool isConfidential = false;  ///< the flight recorder keeps no word of the answer: it may name anybody
  /// Understands a 2xx answer whose signature has been verified; its error is treated like one of the line.
  std::function<Result<void>(const HttpRequest& sent, const HttpResponse& got)> read;
  std::function<void(CallEnd)> done; ///< called once, never from within `send`, not after `cancel`
};

/// Where calls come from and go to.
struct LinkSetup {
  AccountRow account;
  const Provider* provider = nullptr;
  Secrets secrets;
  Currency currency;
  qint64 callsToday = 0;
  bool simulated = false; ///< the provider is a simulation on this machine: its limits need not be spared
  std::shared_ptr<AnswerShape> knownAnswers; ///< for the radar; null: it is off
  Database* database = nullptr;              ///< null: nothing is recorded or kept (a trial of credentials)
  std::shared_ptr<Vault> vault;
  Transport* transport = nullptr;
  Timing timing;
  std::function<double()> random; ///< [0, 1)
};

/// The way to one account's provider: queue, limits, breaker, session, signature, retries, clock offset, flight
/// recorder. Lives in the sync thread.
class AccountLink : public QObject {
  Q_OBJECT
public:
  explicit AccountLink(LinkSetup setup);
  ~AccountLink() override;

  using Ticket = quint64;
  Ticket send(Call call);
  void cancel(Ticket ticket);

  const AccountRow& account() const { return m_setup.account; }
  const Provider& provider() const { return *m_setup.provider; }
  const Secrets& secrets() const { return m_setup.secrets; }
  Instant providerNow() const { return m_setup.timing.now() + m_setup.account.clockOffset; }
  int pace() const { return m_setup.simulated ? kSimulatedPace : 1; } ///< what long waits are divided by
  /// A context for this account; the caller adds stream, loop, window and ids.
  FetchContext context() const;
  LinkHealth health() const;
  const RateDeclaration& rate() const { return m_limiter.rate(); } ///< what is kept to; faster in a simulation
  /// Until when background calls should rest; nullopt: they may go.
  std::optional<Instant> restUntil() const;

  /// What the provider accepts of a stream, halved whenever it found a page too large.
  int pageSize(Stream stream) const;
  void halvePageSize(Stream stream);

private:
  struct Pending;
  using PendingPtr = std::shared_ptr<Pending>;

  void pumpSoon();
  void pump();
  bool admit(const PendingPtr& pending);
  void transmit(const PendingPtr& pending);
  void answered(const PendingPtr& pending, Result<HttpResponse> answer);
  Result<void> judge(const Pending& pending, Result<HttpResponse>& answer) const;
  CallRecord recordOf(const Pending& pending, const Mask& mask, const HttpResponse* answer) const;
  void learnClock(const HttpResponse& answer, Instant sentAt);
  void learnApi(const HttpResponse& answer);
  void learnBudget(const QString& operation, const HttpResponse& answer);
  void noticeFields(const QString& operation, bool bringsRecords, const HttpResponse& answer);
  void retry(const PendingPtr& pending, const Error& error, CallRecord record);
  void requeue(const PendingPtr& pending);
  void finish(const PendingPtr& pending, Result<void> result, CallRecord record);
  void signIn(const PendingPtr& pending, const QByteArray& refused);
  void login(Authenticator::Told told);
  Secrets allSecrets() const;
  void rebuildMask();

  LinkSetup m_setup;
  Mask m_mask;
  RateLimiter m_limiter;
  Breaker m_breaker;
  Radar m_radar;
  Authenticator m_authenticator;
  RequestQueue<PendingPtr> m_queue;
  QHash<Ticket, PendingPtr> m_pending;
  QHash<Stream, int> m_pageSizes;
  std::optional<std::chrono::milliseconds> m_measuredOffset;
  Ticket m_lastTicket = 0;
  bool m_pumpQueued = false;
  std::optional<Instant> m_wakesAt; ///< when the queue goes on by itself
};

} // namespace supercargo
