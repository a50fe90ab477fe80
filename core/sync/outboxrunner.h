#pragma once

#include "core/sync/actionrun.h"

#include <set>

namespace supercargo {

/// Sends what waits in the outbox, account by account within each provider's limits, and nothing twice. Wakes when the
/// outbox changes and when the next entry is due; idle in between. Lives in the sync thread.
class OutboxRunner : public QObject {
  Q_OBJECT
public:
  /// The way to an account; nullptr: it cannot be used now.
  using Links = std::function<AccountLink*(AccountId)>;

  OutboxRunner(Database& database, Timing timing, Links links);
  ~OutboxRunner() override;

  void wake();
  /// The account is gone or has changed: its runs end, what they had sent is asked about later.
  void drop(AccountId account);
  bool isIdle() const { return m_runs.empty() && m_ends.empty() && !m_reading && !m_askedAgain; }

Q_SIGNALS:
  void idle(); ///< nothing is under way and nothing is due

private:
  struct Due {
    std::vector<std::pair<OutboxEntry, Result<CompleteAction>>> actions;
    std::optional<Instant> next;
  };
  /// How a run ended, until it stands in the database: it may hold the only word of what a provider did.
  struct End {
    OutboxEntry entry;
    EndNote note;
    int tries = 0;
  };
  static Result<Due> readDue(Connection& c, Instant now);
  void apply(Due due);
  bool mayStart(const OutboxEntry& entry, const AccountLink& link) const;
  void run(AccountLink& link, const OutboxEntry& entry, CompleteAction action);
  void keep(const OutboxEntry& entry, const EndNote& note);
  void write(ActionId id);
  void refuse(const OutboxEntry& entry, const Error& error);
  void look();
  void wakeAt(Instant at);

  Database& m_database;
  Timing m_timing;
  Links m_links;
  std::map<ActionId, std::unique_ptr<ActionRun>> m_runs;
  std::map<ActionId, End> m_ends;
  std::set<ActionId> m_endedMeanwhile; ///< what is being read may still show these as they stood before
  std::optional<Instant> m_wakeAt;
  bool m_reading = false, m_askedAgain = false, m_recovered = false;
};

} // namespace supercargo
