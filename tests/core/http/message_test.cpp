#include "core/http/message.h"
#include "tests/support/testmain.h"

using namespace supercargo;
using namespace std::chrono_literals;

class MessageTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void httpDate_isRead();
  void retryAfter_readsSecondsAndDates();
};

void MessageTest::httpDate_isRead()
{
  QCOMPARE(parseHttpDate("Thu, 15 Jan 2026 01:12:33 GMT"), std::optional(parseIso(u"2026-01-15T01:12:33Z").value()));
  QVERIFY(!parseHttpDate(""));
  QVERIFY(!parseHttpDate("2026-01-15T01:12:33Z"));
}

void MessageTest::retryAfter_readsSecondsAndDates()
{
  HttpResponse response;
  response.receivedAt = parseIso(u"2026-01-15T01:12:33Z").value();
  QVERIFY(!retryAfter(response));
  response.headers = {{"Retry-After", "2.0"}};
  QCOMPARE(retryAfter(response), std::optional(2000ms));
  response.headers = {{"retry-after", "Thu, 15 Jan 2026 01:13:03 GMT"}};
  QCOMPARE(retryAfter(response), std::optional(30'000ms));
  response.headers = {{"retry-after", "Thu, 15 Jan 2026 01:10:03 GMT"}};
  QCOMPARE(retryAfter(response), std::optional(0ms));
  for (const char* unreadable : {"soon", "nan"}) {
    response.headers = {{"retry-after", unreadable}};
    QVERIFY(!retryAfter(response));
  }
}

SC_TEST(MessageTest)
#include "message_test.moc"
