#include "core/store/personwords.h"
#include "tests/support/testmain.h"

using namespace supercargo;

class PersonWordsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void person_isFoundInEveryWriting_data()
  {
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("plain") << QByteArray(R"({"name":"章无痕"})") << true;
    QTest::newRow("escaped") << QByteArray("{\"name\":\"\\u7AE0\\u65e0\\u75d5\"}") << true;
    QTest::newRow("escaped twice") << QByteArray("\"{\\\"name\\\":\\\"\\\\u7ae0\\\\u65e0\\\\u75d5\\\"}\"") << true;
    QTest::newRow("percent") << QByteArray("name=%E7%AB%A0%E6%97%A0%E7%97%95&page=1") << true;
    QTest::newRow("parts") << QByteArray(R"({"last":"Traceless","first":"Ann"})") << true;
    QTest::newRow("one part") << QByteArray(R"({"first":"Ann"})") << false;
    QTest::newRow("phone") << QByteArray("to 13955551234") << true;
    QTest::newRow("masked phone") << QByteArray("to 139****1234") << true;
    QTest::newRow("mail in small letters") << QByteArray("ann.t@mail.test") << true;
    QTest::newRow("other name") << QByteArray(R"({"name":"章无"})") << false;
    QTest::newRow("broken escape") << QByteArray("\\u7ae \\uzzzz \\u") << false;
    QTest::newRow("nothing") << QByteArray() << false;
  }
  void person_isFoundInEveryWriting()
  {
    QFETCH(QByteArray, text);
    QFETCH(bool, found);
    PersonWords person;
    person.addName(QStringLiteral("章无痕"));
    person.addName(QStringLiteral("Ann Traceless"));
    person.addPhone(QStringLiteral("13955551234"));
    person.add(QStringLiteral("Ann.T@mail.test"));
    QCOMPARE(person.areIn(text), found);
  }

  void wordsThatTellNobodyApart_arePassedOver()
  {
    PersonWords person;
    person.addName(QStringLiteral("Li"));
    person.addName(QStringLiteral("王"));
    person.addName(QString());
    person.addPhone(QStringLiteral("110"));
    person.add(QStringLiteral("12"));
    QVERIFY(!person.areIn(QByteArray("List of 王 and 12 calls to 110")));
  }
};

SC_TEST(PersonWordsTest)
#include "personwords_test.moc"
