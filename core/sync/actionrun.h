#pragma once

#include "core/outbox/outbox.h"
#include "core/sync/recipientquestion.h"

namespace supercargo {

/// A deed that the provider carries out later is asked about so often.
constexpr std::chrono::minutes kPendingPause{30};

/// Writes how a run ended; more than once does no harm.
using EndNote = std::function<Result<void>(Connection&, ChangeSet&)>;

/// Carries out one action of the outbox: the provider's calls one after the other, each noted before it changes
/// anything, so that a program that dies in the middle knows what it does not know. Lives in the sync thread.
///
/// An entry whose outcome is Unknown (or Pending) is asked about first: by the provider's `inquire`, or, where it has
/// none, by beginning anew, which the provider has made harmless (core/providers/provider.h, buildAction). It stays
/// Unknown until an outcome says how it ended, or a look or an inquiry finds that it has not happened. Who is asked and
/// refuses to tell is asked once more, minutes later; then a person settles it.
class ActionRun : public QObject {
  Q_OBJECT
public:
  /// `entry` as just read; `action` is it with the recipient (completeAction).
  ActionRun(AccountLink& link, Database& database, Timing timing, OutboxEntry entry, Action action);
  ~ActionRun() override;

  /// The parcel's receiver is masked: nothing is booked before the shop has told it. Before `start`.
  void askFirst(std::unique_ptr<RecipientQuestion> question) { m_recipient = std::move(question); }

  void start();
  /// Whether an answer of this account is waited for: its link must not go before the run does.
  bool asks(AccountId shop) const { return m_recipient && m_recipient->shop() == shop; }
  const OutboxEntry& entry() const { return m_entry; }

Q_SIGNALS:
  /// Nothing more is asked. The entry has its new state once `note` has been written; null: it is as it was.
  void ended(const supercargo::EndNote& note);

private:
  void ask();
  void begin();
  void learnRecipient(const Result<AddressSnapshot>& told);
  void send(HttpRequest request);
  void transmit(HttpRequest request, bool isRead);
  Result<void> understand(const HttpRequest& sent, const HttpResponse& got);
  void answered(CallEnd end, bool wasRead);
  void inquired(CallEnd end);
  bool believesNothing();
  void keepOutcome(CallRecord record);
  void setBack(const Error& error, bool mayHaveHappened);
  void needPerson(const Error& error);
  void keepSetback(const Setback& setback);
  void rest(const Error& error);
  Instant retryAt(const Error& error) const;
  bool namesPersons() const;
  QByteArrayList personalWords() const;

  AccountLink& m_link;
  Database& m_database;
  Timing m_timing;
  OutboxEntry m_entry;
  Action m_action;
  FetchContext m_context;
  std::unique_ptr<RecipientQuestion> m_recipient; ///< null: the recipient is known
  bool m_isInDoubt = false;               ///< an earlier run may have done it, and the provider has not said otherwise
  bool m_isRefused = false;               ///< the last answer is an outcome: it was not accepted
  bool m_hasLooked = false;               ///< a call that only reads has been answered in this run
  std::optional<HttpRequest> m_next;      ///< what the answer at hand leads to
  std::optional<ActionOutcome> m_outcome; ///< what the last answer or the inquiry said
  bool m_hasChangedSomething = false;     ///< a call that changes something has been answered in this run
  std::optional<AccountLink::Ticket> m_asking;
};

} // namespace supercargo
