#include "core/providers/provider.h"
#include "core/sync/apiage.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;

namespace {
const Instant kNow = parseIso(u"2026-11-28T12:00:00Z").value();
const Instant kSunset = parseIso(u"2027-01-15T01:12:33Z").value();

AccountRow account(qint64 id)
{
  AccountRow row;
  row.id = AccountId(id);
  row.provider = QStringLiteral("woocommerce");
  return row;
}
} // namespace

class ApiAgeTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void date_isReadInEveryFormThatHeadersHave()
  {
    QCOMPARE(retirementDate(QStringLiteral("Fri, 15 Jan 2027 01:12:33 GMT")), std::optional(kSunset));
    QCOMPARE(retirementDate(QStringLiteral("@1799975553")), std::optional(kSunset));
    QCOMPARE(retirementDate(QStringLiteral("2027-01-15T01:12:33Z")), std::optional(kSunset));
    QCOMPARE(retirementDate(QStringLiteral("2027-01-15")), std::optional(parseIso(u"2027-01-15T00:00:00Z").value()));
    QCOMPARE(retirementDate(QStringLiteral("ends on 2027-01-15, see the news")),
             std::optional(parseIso(u"2027-01-15T00:00:00Z").value()));
    QVERIFY(!retirementDate(QStringLiteral("Order.totalPrice is deprecated")));
    QVERIFY(!retirementDate(QString()));
    QVERIFY(!retirementDate(QStringLiteral("2027-02-31")));
  }

  void earlierOfDeclarationAndHeader_isTheEnd()
  {
    Declaration declared;
    declared.apiVersion = QStringLiteral("2026-10");
    declared.retiresAt = QStringLiteral("2027-10-01");
    AccountRow row = account(1);
    ApiAge age = apiAge(declared, row);
    QCOMPARE(age.endsAt, std::optional(parseIso(u"2027-10-01T00:00:00Z").value()));
    QVERIFY(!age.announced && !age.differs);
    row.apiVersionSeen = QStringLiteral("2026-07");
    row.retirementSeen = QStringLiteral("Fri, 15 Jan 2027 01:12:33 GMT");
    age = apiAge(declared, row);
    QCOMPARE(age.endsAt, std::optional(kSunset));
    QVERIFY(age.announced && age.differs);
    QCOMPARE(age.words, row.retirementSeen);
  }

  void announcedEnd_goesWithTheVersionItWasFor()
  {
    Declaration declared;
    declared.apiVersion = QStringLiteral("2026-10");
    declared.versionHeader = QStringLiteral("X-Version");
    declared.retirementHeader = QStringLiteral("Sunset");
    const auto answer = [](std::vector<Header> headers) {
      HttpResponse got;
      got.headers = std::move(headers);
      return got;
    };
    const ApiSaid old{QStringLiteral("2026-07"), QStringLiteral("2027-01-15")};
    QCOMPARE(apiSaid(declared, answer({{"X-Version", "2026-07"}, {"Sunset", "2027-01-15"}}), {}), old);
    QCOMPARE(apiSaid(declared, answer({{"X-Version", "2026-07"}}), old), old); // not every answer repeats it
    QCOMPARE(apiSaid(declared, answer({}), old), old);
    const ApiSaid now = apiSaid(declared, answer({{"X-Version", "2026-10"}}), old);
    QCOMPARE(now, (ApiSaid{QStringLiteral("2026-10"), QString()}));
    QVERIFY(apiNotices(declared, old, now).empty()); // nothing is announced by it
    const ApiSaid both = apiSaid(declared, answer({{"X-Version", "2026-10"}, {"Sunset", "2028-01-15"}}), old);
    QCOMPARE(both.retirement, QStringLiteral("2028-01-15"));
    const ApiSaid unknown{QString(), QStringLiteral("2027-01-15")}; // it may well have been for this version
    QCOMPARE(apiSaid(declared, answer({{"X-Version", "2026-10"}}), unknown).retirement, unknown.retirement);
  }

  void days_areWholeOnes()
  {
    QCOMPARE(daysUntil(kNow + 25h, kNow), 1);
    QCOMPARE(daysUntil(kNow + 1h, kNow), 0);
    QCOMPARE(daysUntil(kNow - 1h, kNow), -1);
  }

  void foresight_isInTimeAndMostUrgentFirst()
  {
    AccountRow late = account(1), soon = account(2), ended = account(3), paused = account(4);
    late.credentialExpiresAt = kNow + std::chrono::days(15);
    soon.credentialExpiresAt = kNow + std::chrono::days(14);
    ended.credentialExpiresAt = kNow - 1h;
    paused.credentialExpiresAt = kNow - 1h;
    paused.state = AccountState::Paused;
    soon.retirementSeen = QStringLiteral("@%1").arg(toMs(kNow + std::chrono::days(60)) / 1000);
    const auto list = foresights({late, soon, ended, paused}, kNow);
    QCOMPARE(list.size(), size_t(3));
    QCOMPARE(list[0], (Foresight{AccountId(3), ForesightKind::CredentialEnded, kNow - 1h}));
    QCOMPARE(list[1].kind, ForesightKind::CredentialEnds);
    QCOMPARE(list[1].account, AccountId(2));
    QCOMPARE(list[2].kind, ForesightKind::ApiEnds);
  }
};

SC_TEST(ApiAgeTest)
#include "apiage_test.moc"
