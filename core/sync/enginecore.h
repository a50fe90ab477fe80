#pragma once

#include "core/sync/autoshipping.h"
#include "core/sync/channelfeed.h"
#include "core/sync/engine.h"
#include "core/sync/outboxrunner.h"
#include "core/sync/pass.h"
#include "core/sync/replay.h"
#include "core/sync/schedule.h"
#include "core/sync/workload.h"

#include <QPromise>

namespace supercargo {

/// The engine's inside; lives in the sync thread, every function is called there.
class EngineCore : public QObject {
  Q_OBJECT
public:
  EngineCore(Database& database, std::shared_ptr<Vault> vault, SyncOptions options, SyncParts parts);
  ~EngineCore() override;

  struct PassOrder {
    int id = 0;
    std::vector<AccountId> accounts;
    std::vector<Stream> streams;
    bool full = false;
    Priority priority = Priority::Foreground;
    QStringList ids; ///< not empty: these records of the one account and stream, and nothing else
  };

  void start(const SyncSelection& only);
  void stop();
  void beginPass(const PassOrder& order);
  void cancelPass(int id);
  void reload();
  /// Sends what waits in the outbox now; ends with `actionsSent` when nothing is due any more.
  void sendActions();
  void check(const Provider* provider, const AccountRow& account, const Secrets& secrets,
             std::shared_ptr<QPromise<Result<void>>> promise);
  void replay(CallId call, std::shared_ptr<QPromise<Result<CallReplay>>> promise);
  std::vector<LinkHealth> health() const;

Q_SIGNALS:
  void runFinished(const supercargo::SyncReport& report);
  void passFinished(int pass);
  void actionsSent();
  void progress(supercargo::AccountId account, supercargo::Stream stream, qint64 done, qint64 total);
  void passProgress(const supercargo::PassProgress& progress);

private:
  struct Account {
    AccountRow row;
    const Provider* provider = nullptr;
    Secrets secrets;
    std::vector<StreamState> states;
    std::optional<Error> unusable; ///< its secrets cannot be read, or there are none
    enum class Trial { Idle, Worked, Refused };
    std::map<Stream, Trial> trials; ///< how each stream fared with the present credentials
    std::optional<Instant> notBefore;
    std::unique_ptr<AccountLink> link;
    FetchRun* background = nullptr;
  };

  void load(std::function<void(const Result<void>&)> then);
  void apply(Workload workload);
  void applyAccount(const Workload& workload, const AccountRow& row, const Provider& provider);
  void dropRuns(AccountId account);
  void openOutbox();
  Result<void> sendAgain(const CallRecord& recorded, std::function<void(Result<CallReplay>)> tell);
  Transport& transport();
  std::shared_ptr<AnswerShape> knownAnswers(const QString& provider);
  LinkSetup linkSetup(const AccountRow& row, const Provider& provider, const Secrets& secrets);
  std::deque<Pass::Phase> phasesOf(const PassOrder& order);
  FetchRun* startRun(AccountId account, const RunOrder& order);
  void runEnded(AccountId id, const RunOrder& order, const SyncReport& report);
  void noteInMemory(Account& account, const RunOrder& order, const SyncReport& report);
  void noteAccountState(Account& account, const SyncReport& report);
  static void noteTrial(Account& account, const SyncReport& report);
  static bool isRefusedWhole(const Account& account);
  void tick();
  void tickSoon();
  void startDueRuns();
  void trimRecorder();

  Database& m_database;
  std::shared_ptr<Vault> m_vault;
  SyncOptions m_options;
  SyncParts m_parts;
  std::function<double()> m_random;
  std::map<QString, std::shared_ptr<AnswerShape>> m_shapes; ///< by provider
  std::unique_ptr<Transport> m_transport;
  WorkspaceInfo m_workspace;
  std::map<AccountId, Account> m_accounts;
  std::unique_ptr<OutboxRunner> m_outbox;       ///< while running, or while actions are being sent
  std::unique_ptr<AutoShipping> m_autoShipping; ///< while running
  std::unique_ptr<ChannelFeed> m_channelFeed;   ///< while running
  std::map<int, std::unique_ptr<Pass>> m_passes;
  std::vector<int> m_cancelled; ///< passes cancelled before they began
  SyncSelection m_only;         ///< what the schedule reads
  std::optional<Instant> m_trimmedAt;
  bool m_running = false, m_ticking = false;
};

} // namespace supercargo
