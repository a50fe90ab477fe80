#include "core/domain/snapshot.h"
#include "core/store/failures.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;
using test::must;

namespace {
const AccountId kShop{1};
const QString kOwner = QStringLiteral("owner");

ItemFailure failing(const char* id, const char* reason, const char* payload = "{}")
{
  return {QString::fromLatin1(id), QString::fromUtf8(reason), payload};
}
} // namespace

class FailuresTest : public QObject {
  Q_OBJECT

  std::unique_ptr<test::TempDatabase> m_temp;
  ChangeSet m_changes;
  Connection& c() { return m_temp->connection(); }

  void note(const std::vector<ItemFailure>& failures, qint64 at = 1, const std::vector<FailureFrame>& frames = {})
  {
    must(noteFailures(c(), kShop, Stream::Orders, CallId(at), fromMs(at), failures, m_changes, frames));
  }
  FailureId only() { return must(syncFailures(c(), std::nullopt, 0, true)).at(0).id; }

private Q_SLOTS:
  void initTestCase_data() { test::addEngines(); }
  void init()
  {
    m_temp = std::make_unique<test::TempDatabase>(test::engineOfRow());
    m_changes = {};
  }
  void cleanup() { m_temp.reset(); }

  void failures_countTriesUntilTheRecordComesWell()
  {
    const std::vector<ItemFailure> failures{failing("7", "total: missing"), failing("", "id: missing", "{\"a\":1}"),
                                            failing("", "id: missing", "{\"b\":1}")};
    note(failures, 1);
    note(failures, 2);
    QVERIFY(m_changes.failures && m_changes.accounts.contains(kShop.value()));
    const auto all = must(syncFailures(c(), kShop, 10));
    QCOMPARE(all.size(), size_t(3)); // two without an id are two
    for (const SyncFailure& f : all) {
      QCOMPARE(f.attempts, 2);
      QCOMPARE(f.firstAt, fromMs(1));
      QCOMPARE(f.call, std::optional(CallId(2)));
    }
    must(resolveFailures(c(), kShop, Stream::Products, {QStringLiteral("7")}));
    QCOMPARE(must(syncFailures(c(), std::nullopt, 0)).size(), size_t(3));
    must(resolveFailures(c(), kShop, Stream::Orders, {QStringLiteral("7"), QStringLiteral("8")}));
    QCOMPARE(must(syncFailures(c(), std::nullopt, 0)).size(), size_t(2));
  }

  void causes_leaveOutWhatIsParticularToOneRecord()
  {
    QCOMPARE(causeOf(QStringLiteral("orders[12].total: \"abc\" is no money")),
             QStringLiteral("orders[#].total: \"…\" is no money"));
    note({failing("1", "orders[0].total: \"abc\" is no money"), failing("2", "orders[17].total: \"9,9\" is no money")},
         5);
    note({failing("3", "id: missing")}, 9);
    const auto causes = must(failureCauses(c()));
    QCOMPARE(causes.size(), size_t(2));
    QCOMPARE(causes[0].ids.size(), size_t(2)); // the most frequent first
    QCOMPARE(causes[0].cause, QStringLiteral("orders[#].total: \"…\" is no money"));
    QCOMPARE(causes[0].lastAt, fromMs(5));
    QCOMPARE(causes[1].sample, QStringLiteral("id: missing"));
    QVERIFY(must(failureCauses(c(), AccountId(2))).empty());
  }

  void dismissal_takesAReasonAndLastsWhileTheCauseDoes()
  {
    note({failing("1", "id: missing")});
    QCOMPARE(dismissFailure(c(), only(), QStringLiteral("  "), kOwner, fromMs(5), m_changes).error().kind,
             ErrorKind::Invalid);
    must(dismissFailure(c(), only(), QStringLiteral("a test order"), kOwner, fromMs(5), m_changes));
    QVERIFY(must(syncFailures(c(), std::nullopt, 0)).empty());
    QVERIFY(must(failureCauses(c())).empty());
    const SyncFailure dismissed = must(syncFailures(c(), std::nullopt, 0, true)).at(0);
    QCOMPARE(dismissed.dismissedReason, QStringLiteral("a test order"));
    QCOMPARE(dismissed.dismissedBy, kOwner);
    note({failing("1", "id: missing")}, 7); // comes again, with the same fault
    QVERIFY(must(syncFailures(c(), std::nullopt, 0)).empty());
    note({failing("1", "total: missing")}, 8); // another fault
    QCOMPARE(must(syncFailures(c(), std::nullopt, 0)).size(), size_t(1));
    QCOMPARE(dismissFailure(c(), FailureId(999), QStringLiteral("x"), kOwner, fromMs(9), m_changes).error().kind,
             ErrorKind::NotFound);
  }

  void dismissal_canBeTakenBack()
  {
    note({failing("1", "id: missing")});
    must(dismissFailure(c(), only(), QStringLiteral("wrong click"), kOwner, fromMs(5), m_changes));
    must(reopenFailure(c(), only(), kOwner, fromMs(6), m_changes));
    QCOMPARE(must(syncFailures(c(), std::nullopt, 0)).size(), size_t(1));
    const auto deeds = must(failureDeeds(c(), 10));
    QCOMPARE(deeds.size(), size_t(2));
    QCOMPARE(deeds[0].deed, QStringLiteral("reopened"));
    QCOMPARE(deeds[1].note, QStringLiteral("wrong click"));
  }

  void edit_keepsTheOriginalAndSaysWho()
  {
    note({failing("1", "total: missing", "{\"id\":\"1\"}")}, 1, {{"call", "[", "]"}});
    QVERIFY(must(syncFailure(c(), only()))->editable);
    const FailureFrame frame = must(failureFrame(c(), only()));
    QCOMPARE(frame.before + frame.after, QByteArray("[]"));
    must(keepEdit(c(), only(), "{\"id\":1}", QStringLiteral("id: no text"), kOwner, fromMs(5), m_changes));
    const SyncFailure edited = must(syncFailure(c(), only())).value();
    QCOMPARE(edited.payload, QByteArray("{\"id\":\"1\"}"));
    QCOMPARE(edited.edited, QByteArray("{\"id\":1}"));
    QCOMPARE(edited.editedBy, kOwner);
    QCOMPARE(edited.reason, QStringLiteral("id: no text"));
    must(closeFailure(c(), edited, "{\"id\":\"1\",\"total\":\"2\"}", kOwner, fromMs(6), m_changes));
    QVERIFY(must(syncFailures(c(), std::nullopt, 0, true)).empty());
    const auto deeds = must(failureDeeds(c(), 10));
    QCOMPARE(deeds[0].deed, QStringLiteral("stored"));
    QCOMPARE(deeds[0].original, QByteArray("{\"id\":\"1\"}"));
    QCOMPARE(deeds[0].edited, QByteArray("{\"id\":\"1\",\"total\":\"2\"}"));
    QCOMPARE(deeds[0].actor, kOwner);
    must(trimFailureDeeds(c(), fromMs(6) + 24h, 1));
    QCOMPARE(must(failureDeeds(c(), 10)).size(), size_t(1)); // the one at 5 is older than a day
  }
};

SC_TEST(FailuresTest)
#include "failures_test.moc"
