#include "core/base/text.h"
#include "tests/support/testmain.h"

namespace supercargo {

class TextTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void gb18030_roundTrips()
  {
    const QString text = QStringLiteral("支付宝业务明细，€😀");
    const auto encoded = encodeGb18030(text);
    QVERIFY(encoded.has_value());
    QCOMPARE(decodeGb18030(*encoded).value_or(QString()), text);
    QCOMPARE(decodeGb18030("\xd6\xa7\xb8\xb6").value_or(QString()), QStringLiteral("支付"));
    QVERIFY(!decodeGb18030("\xff\xff"));
  }

  void utf8_isStrictAndDropsTheMark()
  {
    QCOMPARE(decodeUtf8("\xEF\xBB\xBF"
                        "a")
                 .value_or(QString()),
             QStringLiteral("a"));
    QVERIFY(!decodeUtf8("\xc3\x28"));
  }

  void encodings_differWhereTheirAlphabetsDo()
  {
    const QString text = QStringLiteral("a b*~!'()中");
    QCOMPARE(percentEncode(text), QByteArray("a%20b%2A~%21%27%28%29%E4%B8%AD"));
    QCOMPARE(javaUrlEncode(text), QByteArray("a+b*%7E%21%27%28%29%E4%B8%AD"));
    QCOMPARE(formEncode({{QStringLiteral("a"), QStringLiteral("1&2")}, {QStringLiteral("b"), QString()}}),
             QByteArray("a=1%262&b="));
  }

  void masks_keepWhatHelpsToRecognise()
  {
    QCOMPARE(maskName(u"Wang Xiaoming"), QStringLiteral("W***"));
    QCOMPARE(maskName(u"王小明"), QStringLiteral("王**"));
    QCOMPARE(maskName(u""), QString());
    QCOMPARE(maskPhone(u"13812341234"), QStringLiteral("138****1234"));
    QCOMPARE(maskPhone(u"1234567"), QStringLiteral("****67"));
    QCOMPARE(maskEmail(u"a.wang@example.com"), QStringLiteral("a***@example.com"));
    QCOMPARE(maskEmail(u"@example.com"), QStringLiteral("***"));
  }
};

SC_TEST(TextTest)

} // namespace supercargo

#include "text_test.moc"
