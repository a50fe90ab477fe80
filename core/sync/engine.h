#pragma once

#include "core/db/database.h"
#include "core/providers/provider.h"
#include "core/security/vault.h"
#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/sync/linkhealth.h"
#include "core/sync/passprogress.h"
#include "core/sync/replay.h"
#include "core/sync/report.h"
#include "core/sync/requestqueue.h"
#include "core/sync/timing.h"

#include <QObject>

#include <memory>

namespace supercargo {

struct SyncOptions {
  Clock clock;
  /// "history" on first sync reaches back this far unless the provider declares less. 0: all.
  int historyDays = 0;
  int callKeepDays = 14;
  qint64 callMaxBytes = 200 * 1024 * 1024;
  quint32 jitterSeed = 0; ///< 0: from the system
};

/// What is read; empty: all accounts, all streams that they declare.
struct SyncSelection {
  std::vector<AccountId> accounts;
  std::vector<Stream> streams;

  bool has(AccountId account, Stream stream) const;
};

class AnswerShape;
class Transport;

/// What the engine stands on; tests put their own in. Empty members: the real ones.
struct SyncParts {
  std::function<std::unique_ptr<Transport>()> makeTransport; ///< called once, in the sync thread
  std::function<const Provider*(QStringView)> findProvider;
  /// What the program knows of a provider's answers, asked for once for each; called in the sync thread.
  std::function<std::shared_ptr<AnswerShape>(const QString& provider)> knownAnswers;
  Timing timing; ///< its clock must be that of the options
};

/// Whether single records of a stream can be fetched by the ids that their failures bear.
bool canReadById(const Declaration& declaration, Stream stream);

/// Runs all accounts: login, signing, limits, retries, the three loops, storing, the flight recorder. Lives in a thread
/// of its own; all public functions may be called from any thread and return at once, results arrive as signals
/// (queued).
class SyncEngine : public QObject {
  Q_OBJECT
public:
  SyncEngine(Database& database, std::shared_ptr<Vault> vault, SyncOptions options, SyncParts parts = {});
  ~SyncEngine() override; ///< lets the running writes finish, drops the rest

  /// Keeps the accounts that are not paused up to date until `stop`; of these, what `only` selects. What waits in the
  /// outbox is sent to all of them. Called again, the new selection counts.
  void start(const SyncSelection& only = {});
  void stop();

  /// One pass now over these accounts (empty: all) and streams (empty: all declared). `full`: from the beginning of
  /// history. Ends with `passFinished`. Returns the pass's number.
  int syncOnce(const std::vector<AccountId>& accounts, const std::vector<Stream>& streams, bool full,
               Priority priority = Priority::Foreground);
  void cancel(int pass);
  /// Fetches single records again by id, due or not; like a pass. Only of streams whose declaration can
  /// (`canReadById`).
  int readRecords(AccountId account, Stream stream, const QStringList& externalIds);

  /// Sends what waits in the outbox now, also when not started; ends with `actionsSent` when nothing is due any more.
  /// A started engine sends by itself.
  void sendActions();

  /// Proves credentials without storing them: the answer to "does this account work?". `endpoint` and `fields` as
  /// typed.
  QFuture<Result<void>> check(const QString& provider, const QString& endpoint, const QMap<QString, QString>& fields,
                              const Secrets& secrets);
  /// Asks once more what a recorded call asked, and compares the answers. The new call is recorded too; nothing of it
  /// is stored as data. Rejected for calls that did something, and for those that cannot be made again.
  QFuture<Result<CallReplay>> replay(CallId call);
  /// How the ways to the providers stand now; accounts that this engine does not run are missing.
  QFuture<std::vector<LinkHealth>> linkHealth();
  /// The account's list changed (added, paused, removed): re-read it.
  void reload();

Q_SIGNALS:
  void runFinished(const supercargo::SyncReport& report);
  void passFinished(int pass);
  void actionsSent();
  /// How far a long run is: records so far, and in all when known (-1 else).
  void progress(supercargo::AccountId account, supercargo::Stream stream, qint64 done, qint64 total);
  /// How far a pass is, over all its runs: when it begins, with every page, and when one of its runs ends.
  void passProgress(const supercargo::PassProgress& progress);

private:
  struct Private;
  std::unique_ptr<Private> d;
};

} // namespace supercargo
