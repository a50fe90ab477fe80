#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <chrono>
#include <functional>
#include <memory>

namespace supercargo {

/// Where a workspace's data live.
struct DatabaseConfig {
  QString sqliteFile;  ///< the embedded default
  QString postgresUrl; ///< "postgresql://user@host:port/name"; not empty: used instead of the file
  int readers = 3;
};

/// What a writer has done since it was opened.
struct WriterLoad {
  qint64 commits = 0;
  std::chrono::nanoseconds busy{0}; ///< in transactions, commits with them; waiting for work is not counted
};

/// The one writer thread and the pool of read-only connections; `read` and `write` are the whole API.
///
/// Both take a function `Result<T>(Connection&)` (write: also `Result<T>(Connection&, ChangeSet&)`), run it in a
/// database thread and return its result as a future; use `deliver` to bring it to a QObject. Writes run in the order
/// given, each all or nothing; several that wait share one commit. `changed` is emitted (in the writer thread;
/// connections are queued) after the commit, never on rollback. Destruction finishes what was accepted and closes.
class Database : public QObject {
  Q_OBJECT
public:
  /// Opens, creates or migrates. A file is copied beside itself before a migration ("….before-v7"). Errors: Database,
  /// DiskFull, Conflict when the file is of a newer program (both versions named), Denied when it cannot be written.
  static Result<std::unique_ptr<Database>> open(const DatabaseConfig& config);
  ~Database() override;

  Engine engine() const;
  WriterLoad writerLoad() const; ///< from any thread

  template <class Fn>
  auto read(Fn fn) -> QFuture<decltype(fn(std::declval<Connection&>()))>
  {
    using R = decltype(fn(std::declval<Connection&>()));
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    auto future = promise->future();
    enqueueRead([promise, fn = std::move(fn)](Connection& connection) mutable {
      promise->addResult(fn(connection));
      promise->finish();
    });
    return future;
  }

  template <class Fn>
  auto write(Fn fn)
  {
    if constexpr (std::is_invocable_v<Fn, Connection&, ChangeSet&>) {
      using R = decltype(fn(std::declval<Connection&>(), std::declval<ChangeSet&>()));
      return writeWith<R>(std::move(fn));
    } else {
      using R = decltype(fn(std::declval<Connection&>()));
      return writeWith<R>([fn = std::move(fn)](Connection& connection, ChangeSet&) mutable { return fn(connection); });
    }
  }

Q_SIGNALS:
  void changed(const supercargo::ChangeSet& changes);
  /// A commit failed for lack of room (true), or the first one succeeded again (false).
  void diskFull(bool full);

private:
  struct Private;
  /// One accepted write: `body` runs inside a transaction; `finish` is told how the commit ended.
  struct Job {
    std::function<Result<void>(Connection&, ChangeSet&)> body;
    std::function<void(const Result<void>& committed)> finish;
  };

  explicit Database(std::unique_ptr<Private> d);
  void enqueueRead(std::function<void(Connection&)> job);
  void enqueueWrite(Job job);

  template <class R, class Fn>
  QFuture<R> writeWith(Fn fn)
  {
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    auto future = promise->future();
    auto result = std::make_shared<std::optional<R>>();
    Job job;
    job.body = [result, fn = std::move(fn)](Connection& connection, ChangeSet& changes) mutable -> Result<void> {
      result->emplace(fn(connection, changes));
      if (!result->value())
        return fail(result->value().error());
      return {};
    };
    job.finish = [promise, result](const Result<void>& committed) {
      if (!committed)
        promise->addResult(R(fail(committed.error())));
      else
        promise->addResult(std::move(**result));
      promise->finish();
    };
    enqueueWrite(std::move(job));
    return future;
  }

  std::unique_ptr<Private> d;
};

/// A connection of the caller's own for command-line tools, benchmarks and tests; same checks as `Database::open`.
/// `readOnly` connections refuse to write.
Result<std::unique_ptr<Connection>> connectTo(const DatabaseConfig& config, bool readOnly);

/// Brings the schema to the newest version; each step one transaction with its schema_history row.
Result<void> migrate(Connection& connection);
/// The newest version this program knows.
int schemaVersion();

} // namespace supercargo
