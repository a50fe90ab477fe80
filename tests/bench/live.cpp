#include "tests/bench/live.h"

#include "core/store/accounts.h"
#include "core/store/orders.h"
#include "core/store/workspace.h"
#include "tests/bench/rawcopy.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTimer>

#include <ctime>

namespace supercargo::bench {
namespace {

WorkspaceInfo workspaceInfo(bool simulated)
{
  return {QStringLiteral("Bench"), QStringLiteral("Asia/Shanghai"), {}, wallClock(), simulated};
}

Result<void> addSimulatedAccount(Connection& c, Vault& vault, const QJsonObject& account, qint64 number)
{
  AccountRow row;
  row.provider = account[QStringLiteral("provider")].toString();
  row.name = QStringLiteral("%1 %2").arg(row.provider).arg(number);
  row.endpoint = account[QStringLiteral("endpoint")].toString();
  row.createdAt = row.credentialAt = wallClock();
  Secrets secrets;
  const QJsonObject fields = account[QStringLiteral("fields")].toObject();
  for (const FieldDeclaration& field : findProvider(row.provider)->declaration.fields) {
    const QString text = fields[field.name].toString();
    if (field.secret)
      secrets.insert(field.name, text.toUtf8());
    else
      row.fields.insert(field.name, text);
  }
  SC_TRY_ASSIGN(id, addAccount(c, row));
  return vault.store(c, id, secrets, wallClock());
}

template <class T>
T orDie(Result<T> result)
{
  if (!result)
    qFatal("%s", qPrintable(result.error().detail));
  if constexpr (!std::is_void_v<T>)
    return std::move(*result);
}

/// Runs the event loop until `done` is emitted, five minutes at most.
void runUntilPass(SyncEngine& engine)
{
  QObject::connect(&engine, &SyncEngine::passFinished, qApp, [] { QApplication::quit(); });
  QTimer::singleShot(std::chrono::minutes(5), qApp, [] { QApplication::quit(); });
  QApplication::exec();
}

SyncOptions wallOptions()
{
  SyncOptions options;
  options.clock = wallClock;
  return options;
}

/// Processor time of the writer's thread so far.
double writerSeconds(Database& database)
{
  return database.write([](Connection&) -> Result<double> { return threadSeconds(); }).takeResult().value_or(0);
}

double processorSeconds()
{
  return double(std::clock()) / CLOCKS_PER_SEC;
}

} // namespace

Instant wallClock()
{
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

PageContext benchContext(Database& database, SyncEngine& engine, std::shared_ptr<Vault> vault)
{
  return {database,
          engine,
          std::move(vault),
          wallClock,
          workspaceInfo(true),
          {},
          {[](const QString&) { return QByteArray(); }, [](const QString&, const QByteArray&) {}}};
}

LiveWorld::LiveWorld(qint64 orders, qint64 accounts, int ordersPerMinute)
{
  m_sandbox.setProcessChannelMode(QProcess::ForwardedErrorChannel);
  m_sandbox.start(QApplication::applicationDirPath() + QStringLiteral("/supercargo-sandbox"),
                  {QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--orders"), QString::number(orders),
                   QStringLiteral("--orders-per-minute"), QString::number(ordersPerMinute), QStringLiteral("--json")});
  while (!m_sandbox.canReadLine()) // its one line may arrive in pieces
    if (!m_sandbox.waitForReadyRead(60'000))
      qFatal("the simulated world did not start");
  const QJsonArray known = QJsonDocument::fromJson(m_sandbox.readLine()).object()[QStringLiteral("accounts")].toArray();
  m_accounts = accounts > 0 ? accounts : known.size();
  m_database = orDie(Database::open({m_dir.filePath(QStringLiteral("live.db")), {}, 2}));
  m_vault = orDie(m_database
                      ->write([&](Connection& c) -> Result<std::shared_ptr<Vault>> {
                        SC_TRY(saveWorkspaceInfo(c, workspaceInfo(true)));
                        SC_TRY_ASSIGN(made, Vault::create(c, Protection::Passphrase, "bench"));
                        for (qint64 i = 0; i < m_accounts; ++i)
                          SC_TRY(addSimulatedAccount(c, *made, known[i % known.size()].toObject(), i + 1));
                        return made;
                      })
                      .takeResult());
}

LiveWorld::~LiveWorld()
{
  m_sandbox.closeWriteChannel();
  m_sandbox.waitForFinished(5000);
}

qint64 LiveWorld::orders()
{
  return m_database->read([](Connection& c) { return orderCount(c, {}, 10'000'000); }).takeResult().value_or(-1);
}

void LiveWorld::setSimulated(bool simulated)
{
  orDie(m_database->write([simulated](Connection& c) { return saveWorkspaceInfo(c, workspaceInfo(simulated)); })
            .takeResult());
}

namespace {

/// Gaps of the event loop, from `settled` on.
class Heart {
public:
  explicit Heart(std::chrono::milliseconds settled)
  {
    m_timer.setTimerType(Qt::PreciseTimer);
    QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
      if (m_measures)
        m_gaps.push_back(m_beat.ms() - m_timer.interval());
      m_beat = Stopwatch();
    });
    m_timer.start(1);
    QTimer::singleShot(settled, &m_timer, [this] { m_measures = true; });
  }
  const std::vector<double>& gaps() const { return m_gaps; }

private:
  std::vector<double> m_gaps;
  Stopwatch m_beat;
  QTimer m_timer;
  bool m_measures = false;
};

qint64 worldSize(const Options& options)
{
  return number(options, QStringLiteral("world"), 4000);
}

qint64 accountCount(const Options& options)
{
  return number(options, QStringLiteral("accounts"), 0);
}

/// The rows of `from`, written while another desk reads the same world: the caches and the memory are as contended as
/// they are for our own writer.
RawTime rawTimeUnderLoad(const Options& options, const QString& from, qint64 transactions)
{
  LiveWorld world(worldSize(options), accountCount(options), 0);
  SyncEngine engine(world.database(), world.vault(), wallOptions());
  engine.syncOnce({}, {}, true);
  return rawTime(from, world.file(QStringLiteral("raw.db")), transactions);
}

} // namespace

/// The longest time the window's event loop was away while all accounts were read in full, at once; and what the writer
/// did meanwhile, against the same rows written by SQLite's C interface in as many transactions. The database waits
/// for the network and the parsers most of the time, and shares the processor with them and the simulated world: what
/// is compared is the processor time that writing took, and the baseline is written beside the same work.
QJsonObject smooth(const Options& options)
{
  applyTheme(*qApp, ThemeMode::Light);
  LiveWorld world(worldSize(options), accountCount(options), 0);
  constexpr std::chrono::milliseconds kSettled{1500}; // the window's own start is measured apart
  std::vector<double> gaps;
  double seconds = 0, writer = 0;
  WriterLoad load;
  {
    SyncEngine engine(world.database(), world.vault(), wallOptions());
    MainWindow window(benchContext(world.database(), engine, world.vault()));
    window.resize(1280, 800);
    window.show();
    const WriterLoad before = world.database().writerLoad();
    const double writtenBefore = writerSeconds(world.database());
    const Heart heart(kSettled);
    QTimer::singleShot(kSettled, qApp, [&] { engine.syncOnce({}, {}, true); });
    const Stopwatch watch;
    runUntilPass(engine);
    seconds = watch.seconds() - std::chrono::duration<double>(kSettled).count();
    const WriterLoad after = world.database().writerLoad();
    load = {after.commits - before.commits, after.busy - before.busy};
    writer = writerSeconds(world.database()) - writtenBefore;
    gaps = heart.gaps();
  }
  const qint64 orders = world.orders();
  world.close();
  const qint64 commits = std::max<qint64>(1, load.commits);
  const RawTime alone = rawTime(world.file(QStringLiteral("live.db")), world.file(QStringLiteral("raw.db")), commits);
  const RawTime raw = rawTimeUnderLoad(options, world.file(QStringLiteral("live.db")), commits);
  return {{QStringLiteral("accounts"), world.accounts()},
          {QStringLiteral("longest_gui_gap_ms"), percentile(gaps, 1)},
          {QStringLiteral("gui_gap_p99_ms"), percentile(gaps, 0.99)},
          {QStringLiteral("synced_orders"), orders},
          {QStringLiteral("sync_s"), seconds},
          {QStringLiteral("commits"), load.commits},
          {QStringLiteral("writer_s"), writer},
          {QStringLiteral("writer_with_waiting_s"), std::chrono::duration<double>(load.busy).count()},
          {QStringLiteral("raw_sqlite_s"), raw.processorSeconds},
          {QStringLiteral("raw_sqlite_alone_s"), alone.processorSeconds},
          {QStringLiteral("writer_to_raw"), writer > 0 ? raw.processorSeconds / writer : 0}};
}

/// The share of one core that window and engine use when nothing happens, at real providers' intervals; beside it, the
/// same window without an engine.
QJsonObject idle(const Options& options)
{
  applyTheme(*qApp, ThemeMode::Light);
  const std::chrono::seconds span(number(options, QStringLiteral("seconds"), 60));
  LiveWorld world(number(options, QStringLiteral("world"), 2000), number(options, QStringLiteral("accounts"), 20), 0);
  {
    SyncEngine first(world.database(), world.vault(), wallOptions());
    first.syncOnce({}, {}, true);
    runUntilPass(first);
  }
  world.setSimulated(false);
  SyncEngine engine(world.database(), world.vault(), wallOptions());
  MainWindow window(benchContext(world.database(), engine, world.vault()));
  window.resize(1280, 800);
  window.show();
  const auto shareOfCore = [span](std::chrono::seconds settle) {
    QTimer::singleShot(settle, qApp, [] { QApplication::quit(); });
    QApplication::exec();
    const double before = processorSeconds();
    QTimer::singleShot(span, qApp, [] { QApplication::quit(); });
    QApplication::exec();
    return 100 * (processorSeconds() - before) / double(span.count());
  };
  const double bare = shareOfCore(std::chrono::seconds(3));
  engine.start();
  const double percent = shareOfCore(std::chrono::seconds(20));
  return {{QStringLiteral("accounts"), world.accounts()},
          {QStringLiteral("orders"), world.orders()},
          {QStringLiteral("seconds"), qint64(span.count())},
          {QStringLiteral("core_percent"), percent},
          {QStringLiteral("core_percent_without_engine"), bare}};
}

} // namespace supercargo::bench
