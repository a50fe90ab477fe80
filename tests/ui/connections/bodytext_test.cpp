#include "tests/support/testmain.h"
#include "ui/connections/bodytext.h"

using namespace supercargo;

class BodyTextTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void readableBody_indentsAndKeepsOrderAndDigits()
  {
    QCOMPARE(
        readableBody("{\"z\":12345678901234567890,\"a\":[1,{}],\"t\":\"a\\\"{,\"}"),
        QStringLiteral("{\n  \"z\": 12345678901234567890,\n  \"a\": [\n    1,\n    {}\n  ],\n  \"t\": \"a\\\"{,\"\n}"));
  }

  void readableBody_leavesHeadersAlone()
  {
    QCOMPARE(readableBody("GET /a\r\nX: {1}\r\n\r\n{\"a\":1}"), QStringLiteral("GET /a\nX: {1}\n\n{\n  \"a\": 1\n}"));
  }

  void readableBody_showsCutJsonAsItIs() { QCOMPARE(readableBody("{\"a\":[1,2"), QStringLiteral("{\"a\":[1,2")); }
};

SC_TEST(BodyTextTest)
#include "bodytext_test.moc"
