#include "core/store/accounts.h"
#include "core/store/calls.h"
#include "core/store/changenotices.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using test::must;

namespace {
const Instant kNow = fromMs(1'768'471'200'000);
const AccountId kShop{1}, kOther{2};

ChangeNotice unknownStatus(const QString& sample)
{
  return {ChangeNotice::Kind::Value, QStringLiteral("order.status"), sample};
}
} // namespace

class ChangeNoticesTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  Connection& c() { return m_temp->connection(); }

  /// Whether it was announced.
  bool note(AccountId account, const std::vector<ChangeNotice>& notices, Instant now = kNow)
  {
    ChangeSet changes;
    must(noteChanges(c(), account, now, notices, changes));
    return changes.notices;
  }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init() { m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow()); }
  void cleanup() { m_temp.reset(); }

  void sameCause_isOneRowCountedAndAnnouncedOnce()
  {
    const ChangeNotice notice = unknownStatus(QStringLiteral("moon"));
    QVERIFY(note(kShop, {notice, notice}));
    QVERIFY(!note(kShop, {notice}, kNow + std::chrono::hours(1)));
    const auto list = must(noticedChanges(c()));
    QCOMPARE(list.size(), size_t(1));
    QCOMPARE(list[0].notice, notice);
    QCOMPARE(list[0].times, 3);
    QCOMPARE(list[0].firstAt, kNow);
    QCOMPARE(list[0].lastAt, kNow + std::chrono::hours(1));
  }

  void otherValuesAndAccounts_areRowsOfTheirOwn()
  {
    note(kShop, {unknownStatus(QStringLiteral("moon")), unknownStatus(QStringLiteral("sun"))});
    note(kOther, {unknownStatus(QStringLiteral("moon"))});
    note(kShop, {{ChangeNotice::Kind::Field, QStringLiteral("order.status"), QStringLiteral("moon")}});
    QCOMPARE(must(noticedChanges(c())).size(), size_t(4));
    QCOMPARE(must(noticedChanges(c(), kOther)).size(), size_t(1));
  }

  void fieldsOfTheFirstDay_areHowTheProviderIs()
  {
    AccountRow row;
    row.provider = QStringLiteral("woocommerce");
    row.name = QStringLiteral("Shop");
    row.createdAt = kNow;
    const AccountId account = must(addAccount(c(), row));
    const auto field = [](const char* name) {
      return ChangeNotice{ChangeNotice::Kind::Field, QString::fromLatin1(name), QStringLiteral("text")};
    };
    QVERIFY(!note(account, {field("order.colour")}, kNow + std::chrono::hours(1)));
    QVERIFY(note(account, {unknownStatus(QStringLiteral("moon"))}, kNow + std::chrono::hours(1)));
    QVERIFY(note(account, {field("order.colour"), field("order.taste")}, kNow + std::chrono::hours(25)));
    const auto list = must(noticedChanges(c(), account));
    QCOMPARE(list.size(), size_t(2));
    QCOMPARE(list[0].notice, field("order.taste"));
  }

  void fieldsOfAnOperationsFirstDay_areHowTheProviderIs()
  {
    const QString ship = QStringLiteral("order.ship");
    const auto noteField = [&](const char* name, std::chrono::hours after) {
      ChangeSet changes;
      must(noteFields(c(), kShop, ship, kNow + after,
                      {{ChangeNotice::Kind::Field, QString::fromLatin1(name), QStringLiteral("text")}}, changes));
      return changes.notices;
    };
    QVERIFY(!noteField("order.ship a", std::chrono::hours(0)));
    CallRecord call;
    call.at = kNow;
    call.operation = ship;
    for (const AccountId account : {kShop, kOther}) {
      call.account = account;
      must(recordCall(c(), call));
    }
    QVERIFY(!noteField("order.ship b", std::chrono::hours(23)));
    QVERIFY(noteField("order.ship c", std::chrono::hours(25)));
    QVERIFY(!noteField("order.ship a", std::chrono::hours(25))); // known since the first day
    QCOMPARE(must(noticedChanges(c())).size(), size_t(1));
  }

  void dismissed_staysSoWhenItComesAgain()
  {
    note(kShop, {unknownStatus(QStringLiteral("moon"))});
    ChangeSet changes;
    must(dismissChange(c(), must(noticedChanges(c()))[0].id, kNow, changes));
    QVERIFY(changes.notices);
    QVERIFY(!note(kShop, {unknownStatus(QStringLiteral("moon"))}));
    QVERIFY(must(noticedChanges(c())).empty());
    const auto all = must(noticedChanges(c(), std::nullopt, true));
    QCOMPARE(all.size(), size_t(1));
    QVERIFY(all[0].dismissed);
    QCOMPARE(all[0].times, 2);
  }

  void dismissingNothing_isSaid()
  {
    ChangeSet changes;
    const auto done = dismissChange(c(), 7, kNow, changes);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::NotFound);
  }

  void samplesOfOneCause_areLimited()
  {
    std::vector<ChangeNotice> notices;
    for (int i = 0; i < kMostSamples + 5; ++i)
      notices.push_back(unknownStatus(QString::number(i)));
    note(kShop, notices);
    QCOMPARE(must(noticedChanges(c())).size(), size_t(kMostSamples));
  }
};

SC_TEST(ChangeNoticesTest)
#include "changenotices_test.moc"
