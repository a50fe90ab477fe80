#include "core/db/database.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <future>
#include <mutex>
#include <thread>

namespace supercargo {
namespace {

/// A batch ends when nothing waits, at this many jobs, or after this time: bulk imports share commits, and nobody's
/// single edit waits long for another's.
constexpr size_t kMaxBatch = 64;
constexpr std::chrono::milliseconds kMaxBatchTime{50};

} // namespace

struct Database::Private {
  DatabaseConfig config;
  Engine engine = Engine::Sqlite;
  Database* q = nullptr;

  std::mutex mutex;
  std::condition_variable writeWaits, readWaits;
  std::deque<Job> writes;
  std::deque<std::function<void(Connection&)>> reads;
  bool closing = false;
  bool full = false; // writer thread only
  std::atomic<qint64> commits = 0, busyNanoseconds = 0;
  std::thread writer;
  std::vector<std::thread> readers;

  using Opened = std::promise<Result<void>>;
  std::unique_ptr<Connection> open(bool readOnly, Opened& opened) const;
  void reopenIfLost(std::unique_ptr<Connection>& connection, bool readOnly) const;
  void runWriter(Opened opened);
  void runReader(Opened opened);
  std::optional<Job> nextJob(bool wait);
  void runBatch(Connection& connection, Job first);
  void announce(const Result<void>& committed, const ChangeSet& changes);
  void stop();
};

std::unique_ptr<Connection> Database::Private::open(bool readOnly, Opened& opened) const
{
  auto connection = connectTo(config, readOnly);
  if (!connection) {
    opened.set_value(fail(connection.error()));
    return nullptr;
  }
  opened.set_value({});
  return std::move(*connection);
}

/// A server that restarts closes its connections; the work after that deserves a new one.
void Database::Private::reopenIfLost(std::unique_ptr<Connection>& connection, bool readOnly) const
{
  if (connection->isAlive())
    return;
  if (auto fresh = connectTo(config, readOnly))
    connection = std::move(*fresh);
}

void Database::Private::runWriter(Opened opened)
{
  auto connection = open(false, opened);
  if (!connection)
    return;
  while (auto job = nextJob(true)) {
    reopenIfLost(connection, false);
    runBatch(*connection, std::move(*job));
  }
}

void Database::Private::runReader(Opened opened)
{
  auto connection = open(true, opened);
  if (!connection)
    return;
  while (true) {
    std::unique_lock lock(mutex);
    readWaits.wait(lock, [this] { return closing || !reads.empty(); });
    if (closing)
      return; // reads still waiting are dropped: their futures end cancelled
    auto job = std::move(reads.front());
    reads.pop_front();
    lock.unlock();
    reopenIfLost(connection, true);
    job(*connection);
  }
}

/// The next accepted write; without `wait`, or when closing, nullopt once there is none.
std::optional<Database::Job> Database::Private::nextJob(bool wait)
{
  std::unique_lock lock(mutex);
  if (wait)
    writeWaits.wait(lock, [this] { return closing || !writes.empty(); });
  if (writes.empty())
    return std::nullopt;
  Job job = std::move(writes.front());
  writes.pop_front();
  return job;
}

void Database::Private::runBatch(Connection& connection, Job first)
{
  struct Done {
    Job job;
    Result<void> result;
  };
  std::vector<Done> batch;
  ChangeSet changes;
  const auto started = std::chrono::steady_clock::now();

  const Result<void> committed = connection.transaction([&]() -> Result<void> {
    std::optional<Job> job = std::move(first);
    while (job) {
      ChangeSet own;
      const auto body = [&] { return job->body(connection, own); };
      // One that fails takes nothing of the others with it. The first has the transaction to itself, and with a
      // savepoint SQLite would copy every page that it touches. PostgreSQL needs one to tell of an error that a job
      // passed over.
      const bool isAlone = batch.empty() && engine == Engine::Sqlite;
      Result<void> result = isAlone ? body() : connection.transaction(body);
      if (result)
        changes.merge(own);
      batch.push_back({std::move(*job), std::move(result)});
      if (isAlone && !batch.front().result)
        return fail(batch.front().result.error());
      if (batch.size() >= kMaxBatch || std::chrono::steady_clock::now() - started > kMaxBatchTime)
        break;
      job = nextJob(false);
    }
    return {};
  });
  ++commits;
  busyNanoseconds += std::chrono::nanoseconds(std::chrono::steady_clock::now() - started).count();
  if (batch.empty()) // BEGIN failed: `first` is still whole
    batch.push_back({std::move(first), {}});
  announce(committed, changes);
  for (const Done& done : batch)
    done.job.finish(done.result ? committed : done.result);
}

void Database::Private::announce(const Result<void>& committed, const ChangeSet& changes)
{
  const bool isFull = !committed && committed.error().kind == ErrorKind::DiskFull;
  if (isFull != full && (isFull || committed)) {
    full = isFull;
    Q_EMIT q->diskFull(full);
  }
  if (committed && !changes.isEmpty())
    Q_EMIT q->changed(changes);
}

void Database::Private::stop()
{
  {
    const std::lock_guard lock(mutex);
    closing = true;
  }
  writeWaits.notify_all();
  readWaits.notify_all();
  for (std::thread& thread : readers)
    thread.join();
  if (writer.joinable())
    writer.join();
}

Result<std::unique_ptr<Database>> Database::open(const DatabaseConfig& config)
{
  qRegisterMetaType<ChangeSet>();
  auto d = std::make_unique<Private>();
  d->config = config;
  d->engine = config.postgresUrl.isEmpty() ? Engine::Sqlite : Engine::PostgreSql;
  std::unique_ptr<Database> database(new Database(std::move(d)));
  Private* own = database->d.get();
  own->q = database.get();

  // The writer first: it creates and migrates what the readers need.
  Private::Opened opened;
  auto answer = opened.get_future();
  own->writer = std::thread(&Private::runWriter, own, std::move(opened));
  SC_TRY(answer.get());
  std::vector<std::future<Result<void>>> answers;
  for (int i = 0; i < std::max(1, config.readers); ++i) {
    Private::Opened reader;
    answers.push_back(reader.get_future());
    own->readers.emplace_back(&Private::runReader, own, std::move(reader));
  }
  for (auto& reader : answers)
    SC_TRY(reader.get());
  return database;
}

Database::Database(std::unique_ptr<Private> data) : d(std::move(data)) {}

Database::~Database()
{
  d->stop();
}

Engine Database::engine() const
{
  return d->engine;
}

WriterLoad Database::writerLoad() const
{
  return {d->commits, std::chrono::nanoseconds(d->busyNanoseconds)};
}

void Database::enqueueRead(std::function<void(Connection&)> job)
{
  {
    const std::lock_guard lock(d->mutex);
    d->reads.push_back(std::move(job));
  }
  d->readWaits.notify_one();
}

void Database::enqueueWrite(Job job)
{
  {
    const std::lock_guard lock(d->mutex);
    d->writes.push_back(std::move(job));
  }
  d->writeWaits.notify_one();
}

} // namespace supercargo
