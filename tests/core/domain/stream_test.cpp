#include "core/domain/stream.h"
#include "tests/support/testmain.h"

using namespace supercargo;

class StreamTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void everyName_leadsBackToItsStream();
  void payouts_areTheBills();
};

void StreamTest::everyName_leadsBackToItsStream()
{
  for (const Stream stream : {Stream::Orders, Stream::Products, Stream::Stock, Stream::Customers, Stream::Payments,
                              Stream::Bills, Stream::Tracking})
    QCOMPARE(streamNamed(streamName(stream)), std::optional(stream));
  QCOMPARE(streamNamed(u"mail"), std::optional<Stream>());
}

void StreamTest::payouts_areTheBills()
{
  QCOMPARE(streamNamed(u"payouts"), std::optional(Stream::Bills));
  QCOMPARE(streamName(Stream::Bills), QStringLiteral("bills"));
}

SC_TEST(StreamTest)
#include "stream_test.moc"
