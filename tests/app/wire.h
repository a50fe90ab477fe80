#pragma once

#include "app/sandbox/sandbox.h"
#include "core/store/workspace.h"
#include "core/sync/answershape.h"
#include "core/sync/engine.h"
#include "tests/support/fakeshop.h"
#include "tests/support/tempdatabase.h"

#include <QFile>
#include <QJsonDocument>
#include <QMutex>
#include <QUrl>

/// The simulated world in this process, and desks that are synced with it by the real engine. No real time passes.
namespace supercargo::test {

inline const Instant kWireBegins = fromMs(1'768'440'000'000); // 2026-01-15T01:20:00Z

/// Requests reach the world as the engine signs them. Usable from any thread.
class Wire {
public:
  explicit Wire(std::optional<sandbox::Options> options = {})
      : time(kWireBegins), m_sandbox(options ? *options : smallWorld(sandbox::Shop::Woo), time.clock())
  {
    m_sandbox.setOrigin(QStringLiteral("http://127.0.0.1:8080"));
    for (const QJsonValue& account : m_sandbox.announcement(8080)[QLatin1String("accounts")].toArray())
      accounts.insert(account[QLatin1String("provider")].toString(), account.toObject());
  }

  static sandbox::Options smallWorld(sandbox::Shop shop)
  {
    sandbox::Options options;
    options.orders = 60;
    options.historyDays = 10;
    options.ordersPerMinute = 0;
    options.shops = {shop};
    options.start = kWireBegins;
    return options;
  }

  Result<HttpResponse> exchange(const HttpRequest& request)
  {
    const QMutexLocker lock(&m_mutex);
    if (watch)
      watch(request);
    const QUrl url = QUrl::fromEncoded(request.url);
    sandbox::Request asked{request.method, url.path(QUrl::FullyEncoded).toLatin1(),
                           url.query(QUrl::FullyEncoded).toLatin1(), request.body, request.headers};
    const sandbox::Reply reply = m_sandbox.answer(asked);
    const std::chrono::milliseconds delay(reply.delayMs);
    time.advance(std::min(delay, request.timeout)); // what was asked has happened, however late its answer is
    if (delay >= request.timeout)
      return fail(ErrorKind::Timeout, QStringLiteral("no answer in time"));
    if (reply.cut || reply.lost)
      return fail(ErrorKind::Network, QStringLiteral("connection closed"));
    return HttpResponse{reply.status, reply.headers, reply.body, time.clock()()};
  }

  void control(const QByteArray& what, const QJsonObject& body)
  {
    const auto done = exchange(
        {.method = "POST", .url = "http://127.0.0.1:8080/control/" + what, .body = QJsonDocument(body).toJson()});
    if (!done || done->status != 200)
      qFatal("the world does not take %s", what.constData());
  }
  /// The world itself, while nobody talks to it.
  sandbox::Sandbox& sandbox() { return m_sandbox; }
  void freeze() { control("freeze", {{QStringLiteral("on"), true}}); }
  void setFault(const QString& fault, double probability) { control("faults", {{fault, probability}}); }
  qint64 struck(const QString& fault)
  {
    const QMutexLocker lock(&m_mutex);
    return m_sandbox.faults().counts().value(fault);
  }

  JumpingTime time;
  std::function<void(const HttpRequest&)> watch; ///< sees what is sent, in the sender's thread; set while nobody sends
  QMap<QString, QJsonObject> accounts;           ///< by provider, as the world announces them

private:
  QMutex m_mutex;
  sandbox::Sandbox m_sandbox;
};

class WireTransport : public QObject, public Transport {
public:
  explicit WireTransport(Wire& wire) : m_wire(wire) {}
  Cancel send(const HttpRequest& request, Answer answer) override
  {
    auto told = std::make_shared<bool>(false);
    QMetaObject::invokeMethod(
        this,
        [this, request, answer = std::move(answer), told] {
          if (!std::exchange(*told, true))
            answer(m_wire.exchange(request));
        },
        Qt::QueuedConnection);
    return [told] { *told = true; };
  }

private:
  Wire& m_wire;
};

/// Secret and other fields of an account, as the sandbox announces them.
inline FetchContext contextOf(const Wire& wire, const QString& provider, Secrets& secrets)
{
  const QJsonObject account = wire.accounts.value(provider), fields = account[QLatin1String("fields")].toObject();
  FetchContext context;
  context.declaration = &findProvider(provider)->declaration;
  context.endpoint = account[QLatin1String("endpoint")].toString();
  context.now = wire.time.clock()();
  for (const FieldDeclaration& field : context.declaration->fields)
    if (const QString value = fields.value(field.name).toString(); field.secret)
      secrets.insert(field.name, value.toUtf8());
    else
      context.fields.insert(field.name, value);
  return context;
}

/// A workspace with a vault, made once; desks begin with copies of it.
struct BlankDesk {
  BlankDesk()
  {
    auto database = must(Database::open(temp.config()));
    vault =
        must(database->write([](Connection& c) { return Vault::create(c, Protection::Passphrase, "test"); }).result());
    database.reset();
    temp.connection(); // a reader that was the last to close has left the rows in the log, which is not copied
    temp.disconnect();
  }
  TempDatabase temp;
  std::shared_ptr<Vault> vault;
};

/// A workspace with accounts of the simulated world. `find`: whose providers it uses; null: the registry's.
class Desk {
public:
  explicit Desk(Wire& wire, std::function<const Provider*(QStringView)> find = {}) : m_wire(wire)
  {
    static const BlankDesk kBlank;
    m_vault = kBlank.vault;
    if (!QFile::copy(kBlank.temp.config().sqliteFile, m_temp.config().sqliteFile))
      qFatal("no desk");
    database = must(Database::open(m_temp.config()));
    SyncParts parts;
    parts.makeTransport = [&wire] { return std::make_unique<WireTransport>(wire); };
    parts.findProvider = std::move(find);
    parts.knownAnswers = [](const QString&) { return std::make_shared<AnswerShape>(); }; // the radar sleeps
    parts.timing = wire.time.timing();
    SyncOptions options;
    options.clock = wire.time.clock();
    options.jitterSeed = 1;
    m_engine = std::make_unique<SyncEngine>(*database, m_vault, options, parts);
  }

  void connect(const QString& provider)
  {
    Secrets secrets;
    const FetchContext context = contextOf(m_wire, provider, secrets);
    AccountRow row;
    row.provider = row.name = provider;
    row.endpoint = context.endpoint;
    row.fields = context.fields;
    must(database
             ->write([row, secrets, vault = m_vault](Connection& c) -> Result<AccountId> {
               SC_TRY_ASSIGN(id, addAccount(c, row));
               SC_TRY(vault->store(c, id, secrets, kWireBegins));
               return id;
             })
             .result());
    m_engine->reload();
  }

  /// One pass over these streams (none: all); what went wrong in it.
  QStringList sync(const std::vector<Stream>& streams, bool full = false)
  {
    bool ended = false;
    QStringList errors;
    QObject context;
    QObject::connect(m_engine.get(), &SyncEngine::runFinished, &context, [this, &errors](const SyncReport& report) {
      fetched += report.fetched;
      if (report.error)
        errors << streamName(report.stream) + QStringLiteral(": ") + report.error->detail;
    });
    QObject::connect(m_engine.get(), &SyncEngine::passFinished, &context, [&ended] { ended = true; });
    m_engine->syncOnce({}, streams, full);
    if (!QTest::qWaitFor([&ended] { return ended; }, 60'000))
      errors << QStringLiteral("the pass does not end");
    return errors;
  }

  /// Sends what waits in the outbox, with all that follows from it; whether it came to an end.
  bool sendActions()
  {
    bool idle = false;
    QObject context;
    QObject::connect(m_engine.get(), &SyncEngine::actionsSent, &context, [&idle] { idle = true; });
    m_engine->sendActions();
    return QTest::qWaitFor([&idle] { return idle; }, 60'000);
  }
  const DatabaseConfig& config() const { return m_temp.config(); }

  /// The shop calls what has left it done, and what is done is not asked for; here all of it is.
  void askForAllParcels()
  {
    must(database
             ->write([now = m_wire.time.clock()()](Connection& c) {
               return c.run(QStringLiteral("UPDATE shipments SET next_check_at = ?"), {now});
             })
             .result());
  }

  std::unique_ptr<Database> database;
  qint64 fetched = 0; ///< records that providers told so far

private:
  TempDatabase m_temp;
  Wire& m_wire;
  std::shared_ptr<Vault> m_vault;
  std::unique_ptr<SyncEngine> m_engine;
};

} // namespace supercargo::test
