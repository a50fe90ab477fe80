#include "app/sandbox/sandbox.h"
#include "core/store/parcels.h"
#include "core/store/workspace.h"
#include "core/sync/engine.h"
#include "tests/support/fakeshop.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QMutex>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

const Instant kStart = fromMs(1'768'440'000'000); // 2026-01-15T01:20:00Z
const QStringList kCouriers{u"sf"_s,       u"zto"_s,       u"yto"_s,     u"kdniao"_s,
                            u"easypost"_s, u"aftership"_s, u"cainiao"_s, u"seventeentrack"_s,
                            u"kuaidi100"_s};

/// The simulated world in this process: requests as the engine signs them, no real time passes.
class Wire {
public:
  Wire() : time(kStart), m_sandbox(options(), time.clock())
  {
    m_sandbox.setOrigin(u"http://127.0.0.1:8080"_s);
    for (const QJsonValue& account : m_sandbox.announcement(8080)["accounts"_L1].toArray())
      accounts.insert(account["provider"_L1].toString(), account.toObject());
  }

  Result<HttpResponse> exchange(const HttpRequest& request)
  {
    const QMutexLocker lock(&m_mutex);
    const QUrl url = QUrl::fromEncoded(request.url);
    sandbox::Request asked{request.method, url.path(QUrl::FullyEncoded).toLatin1(),
                           url.query(QUrl::FullyEncoded).toLatin1(), request.body, request.headers};
    const sandbox::Reply reply = m_sandbox.answer(asked);
    if (reply.cut)
      return fail(ErrorKind::Network, u"connection closed"_s);
    HttpResponse response{reply.status, reply.headers, reply.body, time.clock()()};
    return response;
  }

  void control(const QByteArray& what, const QJsonObject& body)
  {
    const auto done = exchange(
        {.method = "POST", .url = "http://127.0.0.1:8080/control/" + what, .body = QJsonDocument(body).toJson()});
    QVERIFY(done && done->status == 200);
  }
  qint64 struck(const QString& fault)
  {
    const QMutexLocker lock(&m_mutex);
    return m_sandbox.faults().counts().value(fault);
  }

  JumpingTime time;
  QMap<QString, QJsonObject> accounts;

private:
  static sandbox::Options options()
  {
    sandbox::Options options;
    options.orders = 60;
    options.historyDays = 10;
    options.ordersPerMinute = 0;
    options.shops = {sandbox::Shop::Woo};
    options.start = kStart;
    return options;
  }
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
FetchContext contextOf(const Wire& wire, const QString& provider, Secrets& secrets)
{
  const QJsonObject account = wire.accounts.value(provider), fields = account["fields"_L1].toObject();
  FetchContext context;
  context.declaration = &findProvider(provider)->declaration;
  context.endpoint = account["endpoint"_L1].toString();
  context.now = wire.time.clock()();
  for (const FieldDeclaration& field : context.declaration->fields)
    if (const QString value = fields.value(field.name).toString(); field.secret)
      secrets.insert(field.name, value.toUtf8());
    else
      context.fields.insert(field.name, value);
  return context;
}

/// A workspace with accounts of the simulated world, synced by the real engine.
class Desk {
public:
  explicit Desk(Wire& wire) : m_wire(wire)
  {
    database = must(Database::open(m_temp.config()));
    m_vault =
        must(database->write([](Connection& c) { return Vault::create(c, Protection::Passphrase, "test"); }).result());
    SyncParts parts;
    parts.makeTransport = [&wire] { return std::make_unique<WireTransport>(wire); };
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
               SC_TRY(vault->store(c, id, secrets, kStart));
               return id;
             })
             .result());
    m_engine->reload();
  }

  void sync(Stream stream)
  {
    bool ended = false;
    QObject context;
    QObject::connect(m_engine.get(), &SyncEngine::passFinished, &context, [&] { ended = true; });
    m_engine->syncOnce({}, {stream}, false);
    QVERIFY(QTest::qWaitFor([&] { return ended; }, 30'000));
  }

  /// The shop calls what has left it done, and what is done is not asked for; here all of it is.
  void askForAllParcels()
  {
    must(database
             ->write([now = m_wire.time.clock()()](Connection& c) {
               return c.run(u"UPDATE shipments SET next_check_at = ?"_s, {now});
             })
             .result());
  }

  /// Each parcel with its state and scans; parcels that nobody has told about are left out.
  QMap<QString, QString> parcels()
  {
    QMap<QString, QString> rows;
    const auto list = must(database->read([](Connection& c) { return shipmentRows(c, 0); }).result());
    for (const ShipmentRow& row : list) {
      if (!row.account)
        continue;
      const auto events = must(database->read([id = row.id](Connection& c) { return trackingEvents(c, id); }).result());
      QStringList parts{row.courier, statusName(row.status), row.reason};
      for (const TrackingEvent& event : events)
        parts << (event.at ? toIso(*event.at) : QString()) << statusName(event.status) << event.text;
      rows.insert(row.number, parts.join(u'|'));
    }
    return rows;
  }

  std::unique_ptr<Database> database;

private:
  TempDatabase m_temp;
  Wire& m_wire;
  std::shared_ptr<Vault> m_vault;
  std::unique_ptr<SyncEngine> m_engine;
};

QMap<QString, QString> tracked(Wire& wire, const QString& provider)
{
  Desk desk(wire);
  desk.connect(u"woocommerce"_s);
  desk.sync(Stream::Orders);
  desk.connect(provider);
  desk.askForAllParcels();
  desk.sync(Stream::Tracking);
  return desk.parcels();
}

/// All calls of an action, signed and answered, until its outcome.
Result<ActionOutcome> act(Wire& wire, const QString& provider, const ActionKind& what)
{
  const ProviderFunctions& functions = findProvider(provider)->functions;
  Secrets secrets;
  const FetchContext context = contextOf(wire, provider, secrets);
  const Action action{u"key"_s, what};
  SC_TRY_ASSIGN(request, functions.buildAction(context, action));
  for (int calls = 0; calls < 10; ++calls) {
    HttpRequest sent = request;
    SC_TRY(functions.sign(sent, context, secrets, context.now, u"nonce"_s));
    SC_TRY_ASSIGN(got, wire.exchange(sent));
    if (got.status / 100 != 2)
      return fail(functions.explain(got));
    std::optional<HttpRequest> next;
    if (functions.nextAction) {
      SC_TRY_ASSIGN(following, functions.nextAction(context, action, request, got));
      next = std::move(following);
    }
    if (!next)
      return functions.parseAction(context, action, got);
    request = *next;
  }
  return fail(ErrorKind::Invalid, u"the action does not end"_s);
}

BookParcel parcelTo(const char16_t* city, const QString& service)
{
  BookParcel parcel;
  parcel.orderNumber = u"ORDER-20260115-1"_s;
  parcel.sender = {u"张三"_s,   u"13800001111"_s, u"CN"_s,      u"广东省"_s,
                   u"深圳市"_s, u"南山区"_s,      u"某路1号"_s, u"518000"_s};
  parcel.recipient = {u"李四"_s,     u"13900002222"_s, u"CN"_s,    u"上海市"_s, QString::fromUtf16(city),
                      u"浦东新区"_s, u"某街2号"_s,     u"200000"_s};
  parcel.service = service;
  parcel.weightGrams = 1200;
  parcel.items = {{u"茶杯"_s, 2}};
  return parcel;
}

/// What the provider tells of one number now.
std::optional<TrackingSnapshot> lookUp(Wire& wire, const QString& provider, const QString& id)
{
  const ProviderFunctions& functions = findProvider(provider)->functions;
  Secrets secrets;
  FetchContext context = contextOf(wire, provider, secrets);
  context.stream = Stream::Tracking;
  context.ids = {id};
  std::vector<HttpRequest> requests = functions.first(context);
  while (!requests.empty()) {
    const HttpRequest request = requests.front();
    HttpRequest sent = request;
    requests.erase(requests.begin());
    if (!functions.sign(sent, context, secrets, context.now, u"nonce"_s))
      return std::nullopt;
    const auto got = wire.exchange(sent);
    const auto step = got ? functions.parse(context, request, *got) : Result<FetchStep>(fail(got.error()));
    if (!step)
      return std::nullopt;
    if (!step->snapshots.tracking.empty())
      return step->snapshots.tracking.front();
    requests.insert(requests.end(), step->next.begin(), step->next.end());
  }
  return std::nullopt;
}

} // namespace

class CouriersTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void everyCourier_endsWithTheWorldsParcels_data() { couriers(); }
  void everyCourier_endsWithTheWorldsParcels()
  {
    QFETCH(QString, provider);
    Wire wire;
    wire.control("freeze", {{u"on"_s, true}});
    const auto rows = tracked(wire, provider);
    const bool isAggregator = provider != "sf"_L1 && provider != "zto"_L1 && provider != "yto"_L1;
    QVERIFY2(rows.size() >= (isAggregator ? 20 : 2), qPrintable(QString::number(rows.size())));
    int delivered = 0;
    for (const QString& row : rows) {
      QVERIFY2(row.count(u'|') >= 5, qPrintable(row)); // scans there are
      delivered += row.contains("|delivered|"_L1);
    }
    QVERIFY(delivered > 0);
  }

  void everyCourier_survivesEveryFault_data()
  {
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("fault");
    for (const QString& provider : kCouriers)
      // Those of pages do not apply: couriers answer without any.
      for (const char* fault : {"429", "5xx", "truncated", "bad-signature", "reordered-page"})
        QTest::newRow(qPrintable(provider + u' ' + QLatin1String(fault))) << provider << QString::fromLatin1(fault);
  }
  void everyCourier_survivesEveryFault()
  {
    QFETCH(QString, provider);
    QFETCH(QString, fault);
    Wire wire;
    wire.control("freeze", {{u"on"_s, true}});
    const auto wanted = tracked(wire, provider);
    Wire other; // the same world, of which nothing has been asked
    other.control("freeze", {{u"on"_s, true}});
    Desk desk(other);
    desk.connect(u"woocommerce"_s);
    desk.sync(Stream::Orders);
    desk.connect(provider);
    other.control("faults", {{fault, 0.5}});
    for (int pass = 0; pass < 20 && other.struck(fault) == 0; ++pass) {
      desk.askForAllParcels();
      desk.sync(Stream::Tracking);
      other.time.advance(7h);
    }
    QVERIFY2(other.struck(fault) > 0, "the fault never struck");
    other.control("faults", {{fault, 0}});
    for (int pass = 0; pass < 5 && desk.parcels() != wanted; ++pass) {
      other.time.advance(7h); // what could not be read is asked for again
      desk.askForAllParcels();
      desk.sync(Stream::Tracking);
    }
    QCOMPARE(desk.parcels(), wanted);
  }

  void bookedParcel_travels_data()
  {
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("courier");
    const auto row = [](const char* provider, const char* service, const char* courier) {
      QTest::newRow(provider) << QString::fromLatin1(provider) << QString::fromLatin1(service)
                              << QString::fromLatin1(courier);
    };
    row("sf", "2", "sf");
    row("zto", "", "zto");
    row("yto", "", "yto");
    row("kdniao", "yto", "yto");
    row("cainiao", "zto", "zto");
    row("easypost", "", "sf");
  }
  void bookedParcel_travels()
  {
    QFETCH(QString, provider);
    QFETCH(QString, service);
    QFETCH(QString, courier);
    Wire wire;
    const BookParcel parcel = parcelTo(u"上海市", service);
    const auto booked = act(wire, provider, parcel);
    QVERIFY2(booked, booked ? "" : qPrintable(booked.error().detail));
    QVERIFY(booked->accepted && !booked->number.isEmpty());
    wire.time.advance(10min);
    const QString id = courier + u':' + booked->number + u":2222"_s;
    const auto known = lookUp(wire, provider, id);
    QVERIFY(known);
    QCOMPARE(known->status, ParcelStatus::Delivered);
    QCOMPARE(known->number, booked->number);
    const auto elsewhere = lookUp(wire, u"seventeentrack"_s, id); // an aggregator knows it too
    QVERIFY(elsewhere);
    QCOMPARE(elsewhere->status, ParcelStatus::Delivered);
  }

  void sameOrderAgain_isTheSameWaybill_data()
  {
    QTest::addColumn<QString>("provider");
    for (const char* provider : {"sf", "easypost"}) // these look first; the others leave it to a person
      QTest::newRow(provider) << QString::fromLatin1(provider);
  }
  void sameOrderAgain_isTheSameWaybill()
  {
    QFETCH(QString, provider);
    Wire wire;
    const auto once = act(wire, provider, parcelTo(u"上海市", {})),
               twice = act(wire, provider, parcelTo(u"上海市", {}));
    QVERIFY(once && twice);
    QCOMPARE(twice->number, once->number);
  }

  void cancelledParcel_isCancelledAgainWithoutHarm_data()
  {
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("service");
    for (const auto& [provider, service] :
         {std::pair("sf", "2"), std::pair("zto", ""), std::pair("yto", ""), std::pair("kdniao", "yto"),
          std::pair("cainiao", "zto"), std::pair("easypost", "")})
      QTest::newRow(provider) << QString::fromLatin1(provider) << QString::fromLatin1(service);
  }
  void cancelledParcel_isCancelledAgainWithoutHarm()
  {
    QFETCH(QString, provider);
    QFETCH(QString, service);
    Wire wire;
    const BookParcel parcel = parcelTo(u"上海市", service);
    const auto booked = act(wire, provider, parcel);
    QVERIFY(booked);
    for (int i = 0; i < 2; ++i) {
      const auto cancelled = act(wire, provider, CancelParcel{parcel.orderNumber, booked->number});
      QVERIFY2(cancelled && cancelled->accepted, cancelled ? "" : qPrintable(cancelled.error().detail));
    }
    wire.time.advance(10min);
    const auto known = lookUp(wire, u"seventeentrack"_s, u":"_s + booked->number + u":2222"_s);
    QVERIFY(!known || known->events.empty());
  }

  void label_isAPdf_data()
  {
    QTest::addColumn<QString>("provider");
    for (const char* provider : {"sf", "zto", "yto", "easypost"})
      QTest::newRow(provider) << QString::fromLatin1(provider);
  }
  void label_isAPdf()
  {
    QFETCH(QString, provider);
    Wire wire;
    const auto booked = act(wire, provider, parcelTo(u"上海市", {}));
    QVERIFY(booked);
    const auto label = act(wire, provider, FetchLabel{booked->number, {}});
    QVERIFY2(label, label ? "" : qPrintable(label.error().detail));
    QCOMPARE(label->labelFormat, u"pdf"_s);
    QVERIFY(label->label.startsWith("%PDF"));
  }

  void rates_areQuoted_data()
  {
    QTest::addColumn<QString>("provider");
    for (const char* provider : {"sf", "easypost"})
      QTest::newRow(provider) << QString::fromLatin1(provider);
  }
  void rates_areQuoted()
  {
    QFETCH(QString, provider);
    Wire wire;
    const auto quoted = act(wire, provider, QuoteRates{parcelTo(u"上海市", {})});
    QVERIFY2(quoted, quoted ? "" : qPrintable(quoted.error().detail));
    QCOMPARE(quoted->rates.size(), size_t(2));
    QVERIFY(quoted->rates[0].price.minor() > 0 && quoted->rates[0].days);
  }

  void wrongSecret_isTold_data() { couriers(); }
  void wrongSecret_isTold()
  {
    QFETCH(QString, provider);
    Wire wire;
    const ProviderFunctions& functions = findProvider(provider)->functions;
    Secrets secrets;
    const FetchContext context = contextOf(wire, provider, secrets);
    const auto check = [&](const Secrets& used) -> Result<void> {
      HttpRequest request = functions.check(context);
      SC_TRY(functions.sign(request, context, used, context.now, u"nonce"_s));
      SC_TRY_ASSIGN(got, wire.exchange(request));
      if (got.status / 100 != 2)
        return fail(functions.explain(got));
      return functions.parseCheck(context, got);
    };
    const auto right = check(secrets);
    QVERIFY2(right, right ? "" : qPrintable(right.error().detail));
    for (QByteArray& secret : secrets)
      secret = "wrong" + secret;
    const auto wrong = check(secrets);
    QVERIFY(!wrong);
    QVERIFY(wrong.error().kind == ErrorKind::Auth || wrong.error().kind == ErrorKind::Config);
  }

private:
  static void couriers()
  {
    QTest::addColumn<QString>("provider");
    for (const QString& provider : kCouriers)
      QTest::newRow(qPrintable(provider)) << provider;
  }
};

SC_TEST(CouriersTest)

} // namespace supercargo::test

#include "couriers_test.moc"
