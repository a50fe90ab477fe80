#include "core/store/calls.h"
#include "core/store/parcels.h"
#include "tests/app/wire.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

const QStringList kCouriers{u"sf"_s,       u"zto"_s,       u"yto"_s,     u"kdniao"_s,
                            u"easypost"_s, u"aftership"_s, u"cainiao"_s, u"seventeentrack"_s,
                            u"kuaidi100"_s};

/// Each parcel with its state and scans; parcels that nobody has told about are left out.
QMap<QString, QString> parcelsOf(Desk& desk)
{
  QMap<QString, QString> rows;
  const auto list = must(desk.database->read([](Connection& c) { return shipmentRows(c, 0); }).result());
  for (const ShipmentRow& row : list) {
    if (!row.account)
      continue;
    const auto events =
        must(desk.database->read([id = row.id](Connection& c) { return trackingEvents(c, id); }).result());
    QStringList parts{row.courier, statusName(row.status), row.reason};
    for (const TrackingEvent& event : events)
      parts << (event.at ? toIso(*event.at) : QString()) << statusName(event.status) << event.text;
    rows.insert(row.number, parts.join(u'|'));
  }
  return rows;
}

QMap<QString, QString> tracked(Wire& wire, const QString& provider)
{
  Desk desk(wire);
  desk.connect(u"woocommerce"_s);
  desk.sync({Stream::Orders});
  desk.connect(provider);
  desk.askForAllParcels();
  desk.sync({Stream::Tracking});
  return parcelsOf(desk);
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
      return fail(functions.explain(*context.declaration, got));
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

/// The world's SF partner, who has chosen access tokens in the console.
void chooseAccessToken(Wire& wire, const QString& checkword = {})
{
  QJsonObject& account = wire.accounts[u"sf"_s];
  QJsonObject fields = account.value("fields"_L1).toObject();
  fields.insert(u"digest_mode"_s, u"oauth2"_s);
  if (!checkword.isEmpty())
    fields.insert(u"checkword"_s, checkword);
  account.insert(u"fields"_s, fields);
}

/// What the flight recorder has kept of SF, with bodies.
std::vector<CallRecord> callsToSf(Desk& desk)
{
  return must(desk.database
                  ->read([](Connection& c) -> Result<std::vector<CallRecord>> {
                    SC_TRY_ASSIGN(rows, callRows(c, {}, 1'000));
                    std::vector<CallRecord> calls;
                    for (const CallRecord& row : rows)
                      if (row.path.startsWith("/sf/"_L1)) {
                        SC_TRY_ASSIGN(call, callDetails(c, row.id));
                        calls.push_back(call.value());
                      }
                    return calls;
                  })
                  .result());
}

qsizetype countOf(const std::vector<CallRecord>& calls, const QString& operation)
{
  return std::ranges::count(calls, operation, &CallRecord::operation);
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
    wire.freeze();
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

  void sf_makesNoLoginForADigest()
  {
    Wire wire;
    Desk desk(wire);
    desk.connect(u"woocommerce"_s);
    desk.sync({Stream::Orders});
    desk.connect(u"sf"_s);
    desk.askForAllParcels();
    QCOMPARE(desk.sync({Stream::Tracking}), QStringList());
    const auto calls = callsToSf(desk);
    QVERIFY(countOf(calls, u"tracking.routes"_s) > 0);
    QCOMPARE(countOf(calls, u"login"_s), 0);
  }

  void sf_renewsAnAccessTokenThatHasEnded()
  {
    sandbox::Options options = Wire::smallWorld(sandbox::Shop::Woo);
    options.speed = 60;
    Wire wire(options);
    wire.freeze();
    chooseAccessToken(wire);
    Desk desk(wire);
    desk.connect(u"woocommerce"_s);
    desk.sync({Stream::Orders});
    desk.connect(u"sf"_s);
    for (int pass = 1; pass <= 2; ++pass) {
      desk.askForAllParcels();
      QCOMPARE(desk.sync({Stream::Tracking}), QStringList());
      QCOMPARE(countOf(callsToSf(desk), u"login"_s), pass);
      wire.time.advance(10min); // ten hours for SF; by our clock the token still lives
    }
    QVERIFY(parcelsOf(desk).size() >= 2);
    const auto calls = callsToSf(desk);
    QVERIFY(std::ranges::any_of(calls, [](const CallRecord& call) { return call.errorKind == "auth"_L1; }));
    const QByteArray checkword = wire.accounts[u"sf"_s]["fields"_L1]["checkword"_L1].toString().toUtf8();
    for (const CallRecord& call : calls) {
      QVERIFY(!call.request.contains(checkword));
      if (call.operation == "login"_L1) {
        QVERIFY2(call.request.contains("secret=***"), call.request.constData());
        QVERIFY2(call.response.contains(R"("accessToken":"***")"), call.response.constData());
      } else {
        QVERIFY2(call.request.contains("accessToken=***"), call.request.constData());
      }
    }
  }

  void sf_tellsThatNoAccessTokenIsGiven()
  {
    Wire wire;
    chooseAccessToken(wire, u"wrong"_s);
    Desk desk(wire);
    desk.connect(u"woocommerce"_s);
    desk.sync({Stream::Orders});
    desk.connect(u"sf"_s);
    desk.askForAllParcels();
    const QStringList errors = desk.sync({Stream::Tracking});
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors[0].contains("no access token for this partner ID and check word: A1011"_L1), qPrintable(errors[0]));
    QCOMPARE(countOf(callsToSf(desk), u"login"_s), 1);
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
    row("kuaidi100", "zto", "zto");
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

  void parcelAbroad_isDeclaredToCustoms()
  {
    Wire wire;
    BookParcel parcel = parcelTo(u"上海市", {});
    parcel.recipient = {u"Ada Lowe"_s,    u"+13105550100"_s, u"US"_s, u"CA"_s, u"Berkeley"_s, {},
                        u"1 Sample St"_s, u"94702"_s};
    const auto unknown = act(wire, u"easypost"_s, parcel);
    QVERIFY(!unknown);
    QVERIFY2(unknown.error().detail.contains(u"the value of"_s), qPrintable(unknown.error().detail));
    parcel.items.front().value = Money(3000, Currency());
    parcel.items.front().grams = 900;
    const auto booked = act(wire, u"easypost"_s, parcel);
    QVERIFY2(booked, booked ? "" : qPrintable(booked.error().detail));
    QVERIFY(booked->accepted && !booked->number.isEmpty());
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

  void maskedReceiver_isRefused_data() { bookedParcel_travels_data(); }
  void maskedReceiver_isRefused()
  {
    QFETCH(QString, provider);
    QFETCH(QString, service);
    Wire wire;
    BookParcel parcel = parcelTo(u"上海市", service);
    parcel.recipient.name = u"李*"_s;
    parcel.recipient.phone = u"139****2222"_s;
    const auto booked = act(wire, provider, parcel);
    QVERIFY(!booked || !booked->accepted);
    QVERIFY(wire.sandbox().site().parcels.all().empty());
  }

  void cancelledParcel_isCancelledAgainWithoutHarm_data()
  {
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("service");
    for (const auto& [provider, service] :
         {std::pair("sf", "2"), std::pair("zto", ""), std::pair("yto", ""), std::pair("kdniao", "yto"),
          std::pair("cainiao", "zto"), std::pair("kuaidi100", "sf"), std::pair("easypost", "")})
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
      const auto cancelled =
          act(wire, provider, CancelParcel{parcel.orderNumber, booked->number, booked->externalId, {}});
      QVERIFY2(cancelled && cancelled->accepted, cancelled ? "" : qPrintable(cancelled.error().detail));
    }
    wire.time.advance(10min);
    const auto known = lookUp(wire, u"seventeentrack"_s, u":"_s + booked->number + u":2222"_s);
    QVERIFY(!known || known->events.empty());
  }

  void label_isAFile_data()
  {
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("service");
    QTest::addColumn<QString>("format");
    for (const char* provider : {"sf", "zto", "yto", "easypost"})
      QTest::newRow(provider) << QString::fromLatin1(provider) << QString() << u"pdf"_s;
    QTest::newRow("kuaidi100") << u"kuaidi100"_s << u"yto"_s << u"png"_s;
  }
  void label_isAFile()
  {
    QFETCH(QString, provider);
    QFETCH(QString, service);
    QFETCH(QString, format);
    Wire wire;
    const auto booked = act(wire, provider, parcelTo(u"上海市", service));
    QVERIFY(booked);
    const auto label = act(wire, provider, FetchLabel{booked->number, {}, booked->labelKey});
    QVERIFY2(label, label ? "" : qPrintable(label.error().detail));
    QCOMPARE(label->labelFormat, format);
    QVERIFY(label->label.left(4).contains(format.toUpper().toLatin1()));
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

  void courierWithOneService_quotesOnePrice()
  {
    Wire wire;
    const auto quoted = act(wire, u"yto"_s, QuoteRates{parcelTo(u"上海市", {})});
    QVERIFY2(quoted, quoted ? "" : qPrintable(quoted.error().detail));
    QCOMPARE(quoted->rates.size(), size_t(1));
    QCOMPARE(quoted->rates[0].price, Money(1240, Currency()));
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
        return fail(functions.explain(*context.declaration, got));
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
