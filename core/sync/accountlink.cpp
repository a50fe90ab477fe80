#include "core/sync/accountlink.h"

#include "core/base/crypto.h"
#include "core/outbox/accountcontext.h"
#include "core/sync/recordedcall.h"

namespace supercargo {

/// One call on its way through queue, attempts and waits.
struct AccountLink::Pending {
  Ticket ticket = 0;
  Call call;
  Attempts attempts;
  HttpRequest sent;
  Instant sentAt{};
  QByteArray token;  ///< the session it was signed with
  double points = 0; ///< set aside for it while it is out
  bool isLogin = false, isOut = false;
  bool askedForSession = false; ///< once is enough: a session that is born expired must not loop
  Transport::Cancel cancel;
};

namespace {

/// What a real provider asks for would make a watcher of the simulation wait for minutes.
RateDeclaration rateFor(const LinkSetup& setup)
{
  constexpr int kHaste = 50;
  RateDeclaration rate = setup.provider->declaration.rate;
  if (setup.simulated) {
    rate.perSecond *= kHaste;
    rate.burst *= kHaste;
    rate.perDay = 0;
  }
  return rate;
}

bool needsSession(const LinkSetup& setup)
{
  const auto& provider = *setup.provider;
  return provider.declaration.session &&
         (!provider.functions.needsSession || provider.functions.needsSession(setup.account.fields));
}

/// Refused although credentials are good: what is missing is the right to this one thing. A login that has just worked
/// proves the credentials where a provider uses one word for both.
bool isForbidden(const Error& error, int status, bool signedInAnew)
{
  return (error.kind == ErrorKind::Config && status == 403) ||
         (error.kind == ErrorKind::Auth && status != 401 && signedInAnew);
}

} // namespace

Error namingCall(Error error, const CallRecord& call)
{
  if (!call.operation.isEmpty())
    error.detail +=
        QStringLiteral(" (%1: %2 %3%4)")
            .arg(call.operation, call.method, call.host, call.path.section(u'?', 0, 0)); // the recording has the rest
  return error;
}

AccountLink::AccountLink(LinkSetup setup)
    : m_setup(std::move(setup)), m_limiter(rateFor(m_setup), m_setup.timing.now(), m_setup.callsToday),
      m_radar(m_setup.knownAnswers),
      m_authenticator(needsSession(m_setup), m_setup.secrets.value(QStringLiteral("session")),
                      [this](Authenticator::Told told) { login(std::move(told)); })
{
  rebuildMask();
}

AccountLink::~AccountLink()
{
  for (const PendingPtr& pending : std::as_const(m_pending))
    if (pending->cancel)
      pending->cancel();
}

FetchContext AccountLink::context() const
{
  FetchContext context = accountContext(*m_setup.provider, m_setup.account);
  context.currency = m_setup.currency;
  context.now = providerNow();
  return context;
}

int AccountLink::pageSize(Stream stream) const
{
  const StreamDeclaration* declared = m_setup.provider->declaration.stream(stream);
  return m_pageSizes.value(stream, declared ? declared->pageSize : 100);
}

void AccountLink::halvePageSize(Stream stream)
{
  m_pageSizes[stream] = std::max(1, pageSize(stream) / 2);
}

AccountLink::Ticket AccountLink::send(Call call)
{
  auto pending = std::make_shared<Pending>();
  pending->ticket = ++m_lastTicket;
  pending->attempts.most = call.mostAttempts;
  pending->call = std::move(call);
  m_pending.insert(pending->ticket, pending);
  m_queue.push(pending->call.priority, pending);
  pumpSoon();
  return pending->ticket;
}

void AccountLink::cancel(Ticket ticket)
{
  const PendingPtr pending = m_pending.take(ticket);
  if (!pending)
    return;
  m_queue.removeIf([&](const PendingPtr& other) { return other == pending; });
  if (!pending->isOut)
    return;
  pending->cancel();
  m_limiter.release(pending->points);
  m_breaker.abandoned();
  pumpSoon();
}

void AccountLink::pumpSoon()
{
  if (std::exchange(m_pumpQueued, true))
    return;
  QMetaObject::invokeMethod(
      this,
      [this] {
        m_pumpQueued = false;
        pump();
      },
      Qt::QueuedConnection);
}

void AccountLink::pump()
{
  while (const auto next = m_queue.pop()) {
    const PendingPtr& pending = *next;
    const bool needsSession = !pending->isLogin && !m_authenticator.isReady(m_setup.timing.now());
    if (needsSession && !std::exchange(pending->askedForSession, true))
      signIn(pending, m_authenticator.token());
    else if (!admit(pending))
      return;
    else
      transmit(pending);
  }
}

/// False: nothing can go out now, and the request is back in the queue.
bool AccountLink::admit(const PendingPtr& pending)
{
  const Instant now = m_setup.timing.now();
  const auto admission = m_limiter.admit(now, pending->call.request.operation);
  pending->points = admission.points;
  if (admission.granted)
    return true;
  m_queue.pushFirst(pending->call.priority, pending);
  if (admission.quotaUsedUp) {
    const Error error{ErrorKind::RateLimited,
                      QStringLiteral("the %1 calls that %2 allows a day are used up")
                          .arg(m_setup.provider->declaration.rate.perDay)
                          .arg(m_setup.provider->declaration.name.en),
                      m_setup.account.name, admission.wait};
    while (const auto waiting = m_queue.pop())
      finish(*waiting, fail(error), {});
  } else if (const Instant wakesAt = now + admission.wait;
             admission.wait.count() > 0 && (!m_wakesAt || wakesAt < *m_wakesAt)) { // points that come back shorten it
    m_wakesAt = wakesAt;
    m_setup.timing.after(admission.wait, this, [this, wakesAt] {
      if (m_wakesAt == wakesAt)
        m_wakesAt.reset();
      pump();
    });
  }
  return false;
}

void AccountLink::transmit(const PendingPtr& pending)
{
  const Instant now = m_setup.timing.now();
  const auto& functions = m_setup.provider->functions;
  pending->sent = pending->call.request;
  pending->sentAt = now;
  pending->token = m_authenticator.token();
  if (functions.sign) {
    const Nonce nonce = QString::fromLatin1(crypto::randomBytes(16).toHex());
    if (auto done = functions.sign(pending->sent, pending->call.context, allSecrets(), providerNow(), nonce); !done) {
      m_limiter.release(pending->points);
      finish(pending, fail(done.error()), {});
      return;
    }
  }
  pending->isOut = true;
  m_breaker.sending(now);
  pending->cancel = m_setup.transport->send(
      pending->sent, [this, pending](const Result<HttpResponse>& answer) { answered(pending, answer); });
}

void AccountLink::answered(const PendingPtr& pending, Result<HttpResponse> answer)
{
  pending->isOut = false;
  pending->cancel = nullptr;
  m_limiter.release(pending->points);
  if (answer) {
    learnClock(*answer, pending->sentAt);
    learnApi(*answer);
    learnBudget(pending->sent.operation, *answer);
  }
  Result<void> outcome = judge(*pending, answer);
  const Mask mask = pending->call.hidden.isEmpty() ? m_mask : Mask(m_setup.secrets.values() + pending->call.hidden);
  CallRecord record = recordOf(*pending, mask, answer ? &*answer : nullptr);
  if (outcome) {
    m_breaker.succeeded();
    noticeFields(pending->sent.operation, pending->call.stream.has_value(), *answer);
    finish(pending, {}, std::move(record));
  } else {
    Error error = outcome.error();
    if (isForbidden(error, record.status, pending->attempts.signedIn)) {
      error.kind = ErrorKind::Config;
      error.subject = kPermissionSubject;
    }
    error.detail = mask.text(error.detail);
    record.errorKind = errorKindName(error.kind);
    record.error = error.detail;
    if (m_setup.database)
      keepCall(*m_setup.database, record);
    if (Breaker::counts(error.kind))
      m_breaker.failed(m_setup.timing.now());
    else
      m_breaker.succeeded();
    retry(pending, error, std::move(record));
  }
  pumpSoon();
}

/// What is read can be asked again, unless asking takes a buyer's telephone number, which the recorder does not keep.
CallRecord AccountLink::recordOf(const Pending& pending, const Mask& mask, const HttpResponse* answer) const
{
  CallRecord record = callRecord(mask, m_setup.account.id, pending.sent, answer, pending.sentAt, m_setup.timing.now());
  record.attempt = pending.attempts.made;
  record.stream = pending.call.stream;
  if (pending.call.isConfidential && answer)
    record.response = "HTTP " + QByteArray::number(answer->status) + "\n\n(not kept: it may name persons)";
  const HttpRequest& built = pending.call.request;
  if (record.stream && pending.call.isRead && !mask.finds(built.url) && !mask.finds(built.body) &&
      !mask.finds(built.state.toUtf8()))
    record.replay = recordedCallJson(pending.call.context, built);
  return record;
}

/// Leaves the answer in clear, so that the recorder can mask what it says.
Result<void> AccountLink::judge(const Pending& pending, Result<HttpResponse>& answer) const
{
  if (!answer)
    return fail(answer.error());
  const auto& [declaration, functions] = *m_setup.provider;
  if (!pending.sent.accepts(answer->status)) {
    Error error = functions.explain ? functions.explain(declaration, *answer) : explainStatus(*answer);
    if (!error.retryAfter)
      error.retryAfter = retryAfter(*answer);
    return fail(error);
  }
  const bool isRefusal = answer->status > 299;
  if (functions.verify && !isRefusal)
    if (auto genuine = functions.verify(pending.sent, *answer, allSecrets(), providerNow()); !genuine) {
      // A new session may bring the key. One that is still unknown then is a stranger's, and no matter of rights.
      const bool mayBeNew = genuine.error().kind == ErrorKind::Auth && !pending.isLogin && !pending.attempts.signedIn;
      return fail(mayBeNew ? ErrorKind::Auth : ErrorKind::BadResponse,
                  QStringLiteral("the answer's signature is not genuine: %1").arg(genuine.error().detail));
    }
  if (functions.decrypt && !isRefusal) {
    SC_TRY_ASSIGN(clear, functions.decrypt(pending.sent, *answer, allSecrets()));
    answer->body = std::move(clear);
  }
  return pending.call.read(pending.sent, *answer);
}

void AccountLink::retry(const PendingPtr& pending, const Error& error, CallRecord record)
{
  Attempts& attempts = pending->attempts;
  attempts.badResponses += error.kind == ErrorKind::BadResponse;
  const bool wasRefused =
      error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::Auth || error.kind == ErrorKind::Clock;
  RetryDecision decision;
  if (pending->call.isRead || wasRefused)
    decision = decideRetry(attempts, error, m_setup.random());
  const bool cannotSignIn = pending->isLogin || !m_authenticator.isNeeded();
  if ((decision.remedy == Remedy::SignIn && cannotSignIn) || (decision.remedy == Remedy::SetClock && !m_measuredOffset))
    decision = {};
  switch (decision.remedy) {
  case Remedy::GiveUp:
  case Remedy::ShrinkPage:
    finish(pending, fail(error), std::move(record));
    return;
  case Remedy::Wait:
    ++attempts.made;
    if (error.kind == ErrorKind::RateLimited)
      m_limiter.pauseUntil(m_setup.timing.now() + decision.delay);
    m_setup.timing.after(decision.delay, this, [this, pending] { requeue(pending); });
    return;
  case Remedy::SignIn:
    ++attempts.made;
    attempts.signedIn = true;
    signIn(pending, pending->token);
    return;
  case Remedy::SetClock:
    ++attempts.made;
    attempts.clockSet = true;
    m_setup.account.clockOffset = *m_measuredOffset;
    requeue(pending);
    return;
  }
}

void AccountLink::requeue(const PendingPtr& pending)
{
  if (!m_pending.contains(pending->ticket))
    return; // cancelled meanwhile
  m_queue.pushFirst(pending->call.priority, pending);
  pumpSoon();
}

void AccountLink::finish(const PendingPtr& pending, Result<void> result, CallRecord record)
{
  if (!m_pending.remove(pending->ticket))
    return;
  pending->call.done({std::move(result), std::move(record), pending->attempts.made});
}

void AccountLink::signIn(const PendingPtr& pending, const QByteArray& refused)
{
  m_authenticator.renew(refused, [this, pending](const Result<void>& signedIn) {
    if (signedIn) {
      requeue(pending);
      return;
    }
    Error error = signedIn.error();
    error.unsent = true; // of the call itself: it waited for the session, or had been refused for want of it
    finish(pending, fail(error), {});
  });
}

void AccountLink::login(Authenticator::Told told)
{
  const auto& functions = m_setup.provider->functions;
  auto pending = std::make_shared<Pending>();
  pending->ticket = ++m_lastTicket;
  pending->isLogin = true;
  auto session = std::make_shared<Session>();
  Call& call = pending->call;
  call.context = context();
  call.request = functions.login(call.context);
  call.priority = Priority::Foreground;
  call.read = [session, context = call.context, parse = functions.parseLogin](const HttpRequest&,
                                                                              const HttpResponse& got) -> Result<void> {
    SC_TRY_ASSIGN(parsed, parse(context, got));
    *session = std::move(parsed);
    return {};
  };
  call.done = [this, session, told = std::move(told)](CallEnd end) {
    if (!end.result) {
      told(fail(namingCall(end.result.error(), end.record)));
      return;
    }
    m_setup.secrets.insert(QStringLiteral("session"), session->token);
    rebuildMask();
    if (m_setup.database) {
      keepCall(*m_setup.database, std::move(end.record));
      m_setup.database->write([vault = m_setup.vault, id = m_setup.account.id, opened = *session,
                               now = m_setup.timing.now()](Connection& c) -> Result<void> {
        SC_TRY(setSessionExpiry(c, id, opened.expiresAt));
        return vault ? vault->store(c, id, {{QStringLiteral("session"), opened.token}}, now) : Result<void>();
      });
    }
    told(*session);
  };
  m_pending.insert(pending->ticket, pending);
  m_queue.pushFirst(Priority::Foreground, pending);
  pumpSoon();
}

/// Every field of the account by name, secret or not, and the session.
Secrets AccountLink::allSecrets() const
{
  Secrets all = m_setup.secrets;
  for (auto field = m_setup.account.fields.begin(); field != m_setup.account.fields.end(); ++field)
    if (!all.contains(field.key()))
      all.insert(field.key(), field.value().toUtf8());
  all.insert(QStringLiteral("session"), m_authenticator.token());
  return all;
}

void AccountLink::rebuildMask()
{
  m_mask = Mask(m_setup.secrets.values());
}

} // namespace supercargo
