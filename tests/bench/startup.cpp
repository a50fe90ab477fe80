#include "core/store/accounts.h"
#include "tests/bench/bench.h"
#include "tests/bench/workload.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>

namespace supercargo::bench {
namespace {

constexpr int kStarts = 7;

Instant now()
{
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

/// Says "painted" on standard output once the window has drawn itself, and ends the program if asked to.
class PaintWitness : public QObject {
public:
  explicit PaintWitness(std::function<void()> painted) : m_painted(std::move(painted)) {}

protected:
  bool eventFilter(QObject*, QEvent* event) override
  {
    if (event->type() == QEvent::Paint && m_painted)
      QTimer::singleShot(0, this, [painted = std::exchange(m_painted, {})] { painted(); });
    return false;
  }

private:
  std::function<void()> m_painted;
};

void reportPaint()
{
  std::printf("painted\n");
  std::fflush(stdout);
  QApplication::quit();
}

PageContext contextOf(Database& database, SyncEngine& engine, std::shared_ptr<Vault> vault)
{
  WorkspaceInfo info;
  info.shopName = QStringLiteral("Bench");
  info.timeZone = QStringLiteral("Asia/Shanghai");
  return {database,
          engine,
          std::move(vault),
          now,
          info,
          {},
          {[](const QString&) { return QByteArray(); }, [](const QString&, const QByteArray&) {}}};
}

/// Milliseconds from starting a program to its window being painted: the median of several starts.
double timeToPaint(const QStringList& arguments)
{
  std::vector<double> samples;
  for (int i = 0; i < kStarts; ++i) {
    const Stopwatch watch;
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QApplication::applicationFilePath(), arguments);
    if (!child.waitForReadyRead(60'000) || !child.readAllStandardOutput().startsWith("painted"))
      qFatal("the window of \"%s\" did not paint", qPrintable(arguments.join(u' ')));
    samples.push_back(watch.ms());
    child.waitForFinished();
  }
  return percentile(samples, 0.5);
}

Result<void> addSimulatedAccounts(Connection& c, Vault& vault, const QJsonArray& accounts)
{
  for (const QJsonValue& value : accounts) {
    AccountRow row;
    row.provider = value[QStringLiteral("provider")].toString();
    row.name = row.provider;
    row.endpoint = value[QStringLiteral("endpoint")].toString();
    row.createdAt = row.credentialAt = now();
    const Provider* provider = findProvider(row.provider);
    Secrets secrets;
    const QJsonObject fields = value[QStringLiteral("fields")].toObject();
    for (const FieldDeclaration& field : provider->declaration.fields) {
      const QString text = fields[field.name].toString();
      if (field.secret)
        secrets.insert(field.name, text.toUtf8());
      else
        row.fields.insert(field.name, text);
    }
    SC_TRY_ASSIGN(id, addAccount(c, row));
    SC_TRY(vault.store(c, id, secrets, now()));
  }
  return {};
}

} // namespace

QJsonObject bareWindow(const Options&)
{
  QMainWindow window;
  window.setCentralWidget(new QLabel(QStringLiteral("Bench")));
  window.resize(1280, 800);
  PaintWitness witness(reportPaint);
  window.centralWidget()->installEventFilter(&witness);
  window.show();
  QApplication::exec();
  return {};
}

QJsonObject fullWindow(const Options& options)
{
  applyTheme(*qApp, ThemeMode::Light);
  Workload workload(options.value(QStringLiteral("database")));
  SyncOptions sync;
  sync.clock = now;
  SyncEngine engine(workload.database(), nullptr, sync);
  MainWindow window(contextOf(workload.database(), engine, nullptr));
  window.resize(1280, 800);
  PaintWitness witness(reportPaint);
  window.page(window.currentPage())->installEventFilter(&witness);
  window.show();
  QApplication::exec();
  return {};
}

/// The longest time the window's event loop was away during a full sync of the simulated world.
QJsonObject gaps(const Options& options)
{
  applyTheme(*qApp, ThemeMode::Light);
  QProcess sandbox;
  sandbox.start(QApplication::applicationDirPath() + QStringLiteral("/supercargo-sandbox"),
                {QStringLiteral("--seed"), QStringLiteral("7"), QStringLiteral("--orders"),
                 options.value(QStringLiteral("world"), QStringLiteral("4000")), QStringLiteral("--json")});
  if (!sandbox.waitForReadyRead(60'000))
    qFatal("the simulated world did not start");
  const QJsonArray accounts =
      QJsonDocument::fromJson(sandbox.readLine()).object()[QStringLiteral("accounts")].toArray();
  QTemporaryDir dir;
  Workload workload(dir.filePath(QStringLiteral("gaps.db")));
  const auto prepared =
      workload.database()
          .write([&](Connection& c) -> Result<std::shared_ptr<Vault>> {
            WorkspaceInfo info{QStringLiteral("Bench"), QStringLiteral("Asia/Shanghai"), {}, now(), true};
            SC_TRY(saveWorkspaceInfo(c, info)); // simulated: its providers need not be spared
            SC_TRY_ASSIGN(made, Vault::create(c, Protection::Passphrase, "bench"));
            SC_TRY(addSimulatedAccounts(c, *made, accounts));
            return made;
          })
          .takeResult();
  if (!prepared)
    qFatal("%s", qPrintable(prepared.error().detail));
  SyncOptions sync;
  sync.clock = now;
  SyncEngine engine(workload.database(), *prepared, sync);
  MainWindow window(contextOf(workload.database(), engine, *prepared));
  window.resize(1280, 800);
  window.show();
  double longest = 0;
  bool measuring = false;
  Stopwatch beat;
  QTimer heart;
  heart.setTimerType(Qt::PreciseTimer);
  QObject::connect(&heart, &QTimer::timeout, &heart, [&] {
    if (measuring)
      longest = std::max(longest, beat.ms() - heart.interval());
    beat = Stopwatch();
  });
  heart.start(1);
  QTimer::singleShot(1500, &heart, [&] { // the window's own start is measured apart
    measuring = true;
    engine.syncOnce({}, {}, true);
  });
  const Stopwatch watch;
  QObject::connect(&engine, &SyncEngine::passFinished, &heart, [&] { QApplication::quit(); });
  QTimer::singleShot(300'000, &heart, [] { QApplication::quit(); });
  QApplication::exec();
  const auto orders = workload.database().read([](Connection& c) { return orderCount(c, {}, 1'000'000); }).takeResult();
  sandbox.closeWriteChannel();
  sandbox.waitForFinished(5000);
  return {{QStringLiteral("longest_gui_gap_ms"), longest},
          {QStringLiteral("synced_orders"), orders.value_or(-1)},
          {QStringLiteral("sync_s"), watch.seconds() - 1.5}};
}

QJsonObject startup(const Options& options)
{
  const qint64 orders = number(options, QStringLiteral("orders"), 100'000);
  QTemporaryDir dir;
  const QString kept = options.value(QStringLiteral("database"));
  const QString file = kept.isEmpty() ? dir.filePath(QStringLiteral("startup.db")) : kept;
  if (!QFileInfo::exists(file))
    Workload(file).fill(orders);
  QJsonObject result{{QStringLiteral("orders"), orders},
                     {QStringLiteral("bare_window_ms"), timeToPaint({QStringLiteral("bare-window")})},
                     {QStringLiteral("first_paint_ms"),
                      timeToPaint({QStringLiteral("full-window"), QStringLiteral("--database"), file})}};
  result.insert(QStringLiteral("ratio_to_bare"), result[QStringLiteral("first_paint_ms")].toDouble() /
                                                     result[QStringLiteral("bare_window_ms")].toDouble());
  const QJsonObject during = gaps(options);
  for (auto it = during.begin(); it != during.end(); ++it)
    result.insert(it.key(), it.value());
  return result;
}

} // namespace supercargo::bench
