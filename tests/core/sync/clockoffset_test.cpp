#include "core/sync/clockoffset.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;

namespace {
const Instant kServer = parseIso(u"2026-01-15T01:12:33Z").value();

HttpResponse answerAt(Instant received)
{
  HttpResponse response;
  response.status = 200;
  response.headers = {{"Date", "Thu, 15 Jan 2026 01:12:33 GMT"}};
  response.receivedAt = received;
  return response;
}
} // namespace

class ClockOffsetTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void date_tellsTheOffset();
  void cachedOrSlowAnswers_tellNothing();
  void coarseness_isNoNews();
};

void ClockOffsetTest::date_tellsTheOffset()
{
  const Instant ours = kServer + 10min;
  const auto offset = measuredOffset(answerAt(ours + 200ms), ours);
  QVERIFY(offset);
  QVERIFY(*offset > -601s && *offset < -599s);
  QVERIFY(isNewOffset(0ms, *offset));
  QVERIFY(-*offset > kWorryingClockOffset);
}

void ClockOffsetTest::cachedOrSlowAnswers_tellNothing()
{
  QVERIFY(!measuredOffset(answerAt(kServer + 20s), kServer));
  HttpResponse cached = answerAt(kServer);
  cached.headers.emplace_back("Age", "120");
  QVERIFY(!measuredOffset(cached, kServer));
  HttpResponse fresh = answerAt(kServer);
  fresh.headers.emplace_back("Age", "0");
  QVERIFY(measuredOffset(fresh, kServer));
  QVERIFY(!measuredOffset(HttpResponse{}, kServer));
}

void ClockOffsetTest::coarseness_isNoNews()
{
  // Every moment of the header's second, with a round trip of up to the longest accepted.
  for (auto within = 0ms; within < 1000ms; within += 100ms)
    QVERIFY(!isNewOffset(0ms, measuredOffset(answerAt(kServer + within), kServer + within - 3s).value()));
}

SC_TEST(ClockOffsetTest)
#include "clockoffset_test.moc"
