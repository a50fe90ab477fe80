#include "core/sync/actionrun.h"

#include "core/base/deliver.h"

namespace supercargo {

using namespace std::chrono;

namespace {

constexpr seconds kFirstWait{5};
constexpr minutes kLongestPause{15};
constexpr minutes kUntilSeen{3};   ///< a shop whose gateway is slow writes down what it did long after the line was cut
constexpr int kMostQuestions = 24; ///< what an hour or five of asking did not bring, a person looks up
constexpr minutes kUntilSomebodyActs{15}; ///< wrong keys and the like: the account itself says so meanwhile

bool isRead(const HttpRequest& request)
{
  return request.operation.endsWith(QLatin1String(".read"));
}

bool isLost(ErrorKind kind)
{
  return kind == ErrorKind::Network || kind == ErrorKind::Timeout || kind == ErrorKind::ProviderDown ||
         kind == ErrorKind::BadResponse || kind == ErrorKind::Cancelled;
}

/// Nobody can tell whether the provider did it.
bool leavesDoubt(const Error& error)
{
  return isLost(error.kind) && !error.unsent;
}

/// Only sets or reads a state: done again it does no more, and nobody has to hear whether it was done before.
bool isRepeatable(const ActionKind& what)
{
  return std::holds_alternative<SetStock>(what) || std::holds_alternative<QuoteRates>(what) ||
         std::holds_alternative<FetchLabel>(what);
}

/// Another try later may work without anybody changing the action.
bool mayPass(ErrorKind kind)
{
  return isLost(kind) || kind == ErrorKind::RateLimited || kind == ErrorKind::Auth || kind == ErrorKind::Config ||
         kind == ErrorKind::Clock || kind == ErrorKind::Locked || isOfDatabase(kind);
}

/// The provider's word, and not how it is today: asked once more it says the same, until a person has changed
/// something.
bool isItsWord(ErrorKind kind)
{
  return kind == ErrorKind::Rejected || kind == ErrorKind::NotFound || kind == ErrorKind::Invalid ||
         kind == ErrorKind::Denied || kind == ErrorKind::Auth || kind == ErrorKind::Config;
}

Error refusal(const ActionOutcome& outcome)
{
  return {ErrorKind::Rejected,
          outcome.message.isEmpty() ? QStringLiteral("the provider did not accept it") : outcome.message};
}

} // namespace

ActionRun::ActionRun(AccountLink& link, Database& database, Timing timing, OutboxEntry entry, Action action)
    : m_link(link), m_database(database), m_timing(std::move(timing)), m_entry(std::move(entry)),
      m_action(std::move(action)), m_context(link.context())
{
  const bool isOpen = m_entry.state == ActionState::Unknown || m_entry.state == ActionState::Pending;
  m_isInDoubt = isOpen && !isRepeatable(m_action.what);
  m_action.askedAt = m_entry.createdAt;
}

ActionRun::~ActionRun()
{
  if (m_asking)
    m_link.cancel(*m_asking);
}

void ActionRun::start()
{
  if (m_entry.state == ActionState::Unknown || m_entry.state == ActionState::Pending)
    ask();
  else
    begin();
}

void ActionRun::ask()
{
  const ProviderFunctions& functions = m_link.provider().functions;
  if (!functions.inquire || !functions.parseInquiry) {
    begin();
    return;
  }
  auto question = functions.inquire(m_context, m_action);
  if (!question) { // the provider cannot be asked, now or ever
    needPerson(question.error());
    return;
  }
  if (!*question) {
    begin();
    return;
  }
  Call call;
  call.context = m_context;
  call.request = **question;
  call.priority = Priority::Foreground;
  call.hidden = personalWords();
  call.isConfidential = namesPersons();
  call.read = [this](const HttpRequest&, const HttpResponse& got) -> Result<void> {
    SC_TRY_ASSIGN(outcome, m_link.provider().functions.parseInquiry(m_context, m_action, got));
    m_outcome = std::move(outcome);
    return {};
  };
  call.done = [this](CallEnd end) {
    m_asking.reset();
    inquired(std::move(end));
  };
  m_asking = m_link.send(std::move(call));
}

void ActionRun::inquired(CallEnd end)
{
  if (!end.result) {
    // Also what the provider refuses to tell, and Conflict ("not yet known"), leaves it open whether it has happened.
    setBack(end.result.error(), true);
    return;
  }
  if (m_outcome && m_outcome->accepted) {
    keepOutcome(std::move(end.record));
    return;
  }
  keepCall(m_database, std::move(end.record));
  if (m_outcome)
    setBack(refusal(*m_outcome), false);
  else if (believesNothing())
    begin();
}

/// Nothing is to be seen of it. False: it may be too early for that, and it is looked for again.
bool ActionRun::believesNothing()
{
  const milliseconds wait = milliseconds(kUntilSeen) / m_link.pace();
  const Instant now = m_timing.now();
  if (m_isInDoubt && now < m_entry.changedAt + wait) {
    keepSetback({m_entry.state, errorKindName(ErrorKind::Conflict), QStringLiteral("nothing is to be seen of it yet"),
                 now + wait});
    return false;
  }
  m_isInDoubt = false;
  return true;
}

void ActionRun::begin()
{
  if (m_recipient) {
    m_recipient->ask([this](const Result<AddressSnapshot>& told) { learnRecipient(told); });
    return;
  }
  const ProviderFunctions& functions = m_link.provider().functions;
  if (!functions.buildAction || !functions.parseAction) {
    setBack({ErrorKind::Invalid, QStringLiteral("%1 takes no actions").arg(m_link.provider().declaration.name.en)},
            m_isInDoubt);
    return;
  }
  auto request = functions.buildAction(m_context, m_action);
  if (!request)
    setBack(request.error(), m_isInDoubt);
  else
    send(std::move(*request));
}

void ActionRun::learnRecipient(const Result<AddressSnapshot>& told)
{
  m_recipient.reset(); // nothing more is asked of the shop, whose account may go now
  if (!told) {
    setBack(told.error(), m_isInDoubt);
    return;
  }
  if (auto* parcel = std::get_if<BookParcel>(&m_action.what))
    parcel->recipient = *told;
  begin();
}

/// Before a call that changes something leaves, the database knows that it does.
void ActionRun::send(HttpRequest request)
{
  const bool reads = isRead(request);
  if (!reads && m_hasLooked && !believesNothing()) // had it been done, the look that came first would have found it
    return;
  if (reads || m_hasChangedSomething) {
    transmit(std::move(request), reads);
    return;
  }
  const auto noted =
      m_database.write([id = m_entry.id, before = m_entry.state, now = m_timing.now()](
                           Connection& c, ChangeSet& changes) { return noteSending(c, id, before, now, changes); });
  deliver(noted, this, [this, request = std::move(request)](const Result<void>& done) mutable {
    if (!done) {
      rest(done.error());
      return;
    }
    transmit(std::move(request), false);
  });
}

void ActionRun::transmit(HttpRequest request, bool reads)
{
  Call call;
  call.context = m_context;
  call.request = std::move(request);
  call.priority = Priority::Foreground;
  call.isRead = reads;
  call.hidden = personalWords();
  call.isConfidential = namesPersons() && (reads || call.hidden.isEmpty());
  call.read = [this](const HttpRequest& sent, const HttpResponse& got) { return understand(sent, got); };
  call.done = [this, reads](CallEnd end) {
    m_asking.reset();
    answered(std::move(end), reads);
  };
  m_asking = m_link.send(std::move(call));
}

Result<void> ActionRun::understand(const HttpRequest& sent, const HttpResponse& got)
{
  const ProviderFunctions& functions = m_link.provider().functions;
  m_next.reset();
  m_outcome.reset();
  m_isRefused = false;
  if (functions.nextAction) {
    SC_TRY_ASSIGN(next, functions.nextAction(m_context, m_action, sent, got));
    m_next = std::move(next);
  }
  if (m_next)
    return {};
  SC_TRY_ASSIGN(outcome, functions.parseAction(m_context, m_action, got));
  m_isRefused = !outcome.accepted;
  if (m_isRefused)
    return fail(refusal(outcome));
  m_outcome = std::move(outcome);
  return {};
}

/// What was in doubt before stays so when the same is refused now: a key may be taken because the first try did it, and
/// a look that fails has seen nothing. Only an outcome is the provider's word on the deed that bears the key.
void ActionRun::answered(CallEnd end, bool wasRead)
{
  if (!end.result) {
    const Error& error = end.result.error();
    const bool saysNothing = wasRead || error.unsent; // of what the calls before have done
    const bool doubt = (m_hasChangedSomething && saysNothing) || (!wasRead && leavesDoubt(error));
    setBack(error, doubt || (m_isInDoubt && !m_isRefused));
    return;
  }
  (wasRead ? m_hasLooked : m_hasChangedSomething) = true;
  if (m_outcome) {
    keepOutcome(std::move(end.record));
    return;
  }
  keepCall(m_database, std::move(end.record));
  send(std::move(*m_next));
}

void ActionRun::keepOutcome(CallRecord record)
{
  const Instant now = m_timing.now();
  Q_EMIT ended([entry = m_entry, outcome = *m_outcome, record = packedCall(std::move(record)),
                now](Connection& c, ChangeSet& changes) -> Result<void> {
    SC_TRY_ASSIGN(call, recordCall(c, record));
    changes.calls = true;
    return noteOutcome(c, entry, outcome, call, now, now + kPendingPause, changes);
  });
}

/// Not noted, so not sent: the entry is as it was. With a database that cannot be written there is no use in trying
/// again at once.
void ActionRun::rest(const Error& error)
{
  constexpr seconds kRest{30};
  if (error.kind == ErrorKind::Conflict)
    Q_EMIT ended({});
  else
    m_timing.after(kRest, this, [this] { Q_EMIT ended({}); });
}

Instant ActionRun::retryAt(const Error& error) const
{
  milliseconds wait = kFirstWait * (1 << std::min(m_entry.attempts, 8));
  if (error.kind == ErrorKind::Auth || error.kind == ErrorKind::Config || error.kind == ErrorKind::Locked)
    wait = kUntilSomebodyActs;
  if (error.retryAfter)
    wait = std::max(wait, *error.retryAfter);
  return m_timing.now() + std::min<milliseconds>(
                              wait, std::max<milliseconds>(kLongestPause, error.retryAfter.value_or(milliseconds(0))));
}

void ActionRun::setBack(const Error& error, bool mayHaveHappened)
{
  Setback setback;
  setback.errorKind = errorKindName(error.kind);
  setback.error = error.detail;
  if (mayHaveHappened)
    setback.state = m_entry.state == ActionState::Pending ? ActionState::Pending : ActionState::Unknown;
  else if (mayPass(error.kind))
    setback.state = ActionState::Waiting;
  else
    setback.state = ActionState::Failed;
  const bool isUnknown = setback.state == ActionState::Unknown;
  const bool saidSoBefore = isUnknown && m_entry.state == ActionState::Unknown && isItsWord(error.kind) &&
                            m_entry.errorKind == setback.errorKind;
  const bool gaveUp = isUnknown && m_entry.attempts >= kMostQuestions && error.kind != ErrorKind::Network &&
                      error.kind != ErrorKind::Locked;
  if (saidSoBefore)
    setback.error = QStringLiteral("nobody tells whether it has happened: %1").arg(error.detail);
  else if (setback.state != ActionState::Failed && !gaveUp)
    setback.nextTryAt = retryAt(error);
  // Asked about once more, when it must be there to be seen.
  if (setback.nextTryAt && isUnknown && isItsWord(error.kind))
    setback.nextTryAt = std::max(*setback.nextTryAt, m_timing.now() + milliseconds(kUntilSeen) / m_link.pace());
  keepSetback(setback);
}

/// There is nobody left to ask: it stays unknown until somebody settles it.
void ActionRun::needPerson(const Error& error)
{
  keepSetback({m_entry.state, errorKindName(error.kind), error.detail,
               m_entry.state == ActionState::Pending ? std::optional(m_timing.now() + kPendingPause) : std::nullopt});
}

void ActionRun::keepSetback(const Setback& setback)
{
  Q_EMIT ended([id = m_entry.id, setback, now = m_timing.now()](Connection& c, ChangeSet& changes) {
    return noteSetback(c, id, setback, now, changes);
  });
}

/// Couriers may answer with parcels of others, or with an address that is not known here: no word list hides those.
bool ActionRun::namesPersons() const
{
  return std::holds_alternative<BookParcel>(m_action.what) || std::holds_alternative<CancelParcel>(m_action.what) ||
         std::holds_alternative<FetchLabel>(m_action.what);
}

QByteArrayList ActionRun::personalWords() const
{
  const auto* parcel = std::get_if<BookParcel>(&m_action.what);
  if (const auto* quote = std::get_if<QuoteRates>(&m_action.what))
    parcel = &quote->parcel;
  if (!parcel)
    return {};
  const AddressSnapshot& to = parcel->recipient;
  return {to.name.toUtf8(), to.phone.toUtf8(), to.street.toUtf8()};
}

} // namespace supercargo
