#pragma once

#include "core/sync/fetchrun.h"
#include "core/sync/passprogress.h"

#include <deque>
#include <map>

namespace supercargo {

/// One pass over accounts that somebody asked for: the runs of an account one after the other, accounts side by side,
/// and phases in sequence, so that payments and parcels are asked for when the orders they belong to are there.
class Pass : public QObject {
  Q_OBJECT
public:
  /// Makes and starts one run; it ends with `FetchRun::finished`. nullptr: this account cannot run now.
  using Starter = std::function<FetchRun*(AccountId, const RunOrder&)>;
  using Phase = std::map<AccountId, std::deque<RunOrder>>;

  Pass(int id, std::deque<Phase> phases, Starter starter);

  int id() const { return m_id; }
  void start();
  /// Ends without waiting for the runs under way, which are dropped.
  void cancel();
  /// The account is gone or has changed: its runs are dropped.
  void drop(AccountId account);

Q_SIGNALS:
  void progressed(const supercargo::PassProgress& progress);
  void finished(int id);

private:
  void startNext(AccountId account);
  void goOn();
  RunProgress& progressOf(AccountId account, const RunOrder& order);
  void endRuns(std::optional<AccountId> account = std::nullopt);
  void runProgressed(RunProgress& run, qint64 done, qint64 total);

  int m_id;
  std::deque<Phase> m_phases;
  Starter m_starter;
  std::map<AccountId, FetchRun*> m_running;
  PassProgress m_progress; ///< its runs stay where they are: the pass's own are known from the beginning
  bool m_over = false;
};

} // namespace supercargo
