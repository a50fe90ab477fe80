#include "core/sync/accountdetail.h"
#include "tests/app/wire.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace supercargo::test {
namespace {

sandbox::Options worldOf(qint64 orders)
{
  sandbox::Options options = Wire::smallWorld(sandbox::Shop::Shopify);
  options.orders = orders;
  return options;
}

/// The registry's Shopify, blind to points.
const Provider* withoutBudget(QStringView)
{
  static const Provider kBlind = [] {
    Provider provider = *findProvider(u"shopify");
    provider.functions.budget = nullptr;
    return provider;
  }();
  return &kBlind;
}

/// A desk with this one shop, in a world that stands still.
struct Scene {
  explicit Scene(qint64 orders, std::function<const Provider*(QStringView)> find = {})
      : wire(worldOf(orders)), desk(wire, std::move(find))
  {
    wire.freeze();
    desk.connect(u"shopify"_s);
  }

  /// How many calls the shop refused.
  qint64 refused()
  {
    const auto state = wire.exchange({.method = "GET", .url = "http://127.0.0.1:8080/control/state"});
    return QJsonDocument::fromJson(state->body)["rejected"_L1]["shopify"_L1].toInteger();
  }

  template <class T>
  T read(Result<T> (*what)(Connection&))
  {
    return must(desk.database->read(what).result());
  }

  Wire wire;
  Desk desk;
};

Result<qint64> orderCount(Connection& c)
{
  return c.number(u"SELECT COUNT(*) FROM orders"_s);
}

/// What the page of the one account says.
Result<AccountDetail> detail(Connection& c)
{
  SC_TRY_ASSIGN(accounts, accountRows(c));
  return accountDetail(c, accounts.front().id, kWireBegins, false);
}

Result<QStringList> versionNotices(Connection& c)
{
  SC_TRY_ASSIGN(changes, noticedChanges(c));
  QStringList list;
  for (const NoticedChange& change : changes)
    if (change.notice.kind == ChangeNotice::Kind::Version)
      list << u"%1: %2, %3 times"_s.arg(change.notice.where, change.notice.sample).arg(change.times);
  list.sort();
  return list;
}

} // namespace

/// What Shopify's answers tell beside the records: how many points are left, and which version answered.
class ShopifyApiTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  /// All that is read costs several times what the bucket holds, and a page half of it.
  void smallBucket_isNeverAskedForMoreThanItHas()
  {
    Scene scene(450);
    scene.wire.control("api", {{u"points"_s, 1000}, {u"points_per_second"_s, 50}});
    const Instant before = scene.wire.time.clock()();
    QCOMPARE(scene.desk.sync({}), QStringList());
    QCOMPARE(scene.refused(), 0);
    QCOMPARE(scene.read(orderCount), 450);
    QVERIFY(scene.wire.time.clock()() - before > 30s); // the points had to come back
  }

  /// The shop does refuse whoever does not look at what it tells.
  void smallBucket_refusesWhoDoesNotCount()
  {
    Scene scene(450, withoutBudget);
    scene.wire.control("api", {{u"points"_s, 600}, {u"points_per_second"_s, 50}});
    QCOMPARE(scene.desk.sync({Stream::Orders}), QStringList());
    QVERIFY(scene.refused() > 0);
    QCOMPARE(scene.read(orderCount), 450);
  }

  void anotherVersion_isNoticedOnceAndShown()
  {
    Scene scene(40);
    const auto sync = [&scene] {
      scene.wire.time.advance(1h);
      return scene.desk.sync({Stream::Orders});
    };
    QCOMPARE(sync(), QStringList());
    QCOMPARE(scene.read(versionNotices), QStringList());
    QCOMPARE(scene.read(detail).api.differs, false);

    scene.wire.control("api", {{u"version"_s, u"2027-01"_s}});
    QCOMPARE(sync(), QStringList());
    QCOMPARE(sync(), QStringList());
    QCOMPARE(scene.read(versionNotices), QStringList{u"API version: 2027-01, 1 times"_s});
    const ApiAge age = scene.read(detail).api;
    QCOMPARE(age.used, u"2026-10"_s);
    QCOMPARE(age.answered, u"2027-01"_s);
    QVERIFY(age.differs && !age.announced);
    QCOMPARE(age.endsAt, retirementDate(u"2027-10-01"_s));

    scene.wire.control("api", {{u"retirement"_s, u"Order.note"_s}});
    QCOMPARE(sync(), QStringList());
    QCOMPARE(sync(), QStringList());
    QCOMPARE(scene.read(versionNotices),
             (QStringList{u"API version: 2027-01, 1 times"_s, u"announced end of the API: Order.note, 1 times"_s}));
    QCOMPARE(scene.read(detail).api.words, u"Order.note"_s);
  }
};

SC_TEST(ShopifyApiTest)

} // namespace supercargo::test

#include "shopifyapi_test.moc"
