#include "tests/support/testmain.h"
#include "ui/text/format.h"

using namespace supercargo;

class FormatTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void changes_areReadAtOnce_data()
  {
    QTest::addColumn<double>("ratio");
    QTest::addColumn<QString>("text");
    QTest::newRow("more") << 0.125 << QStringLiteral("▲ +12.5 %");
    QTest::newRow("less") << -0.03 << QStringLiteral("▼ −3.0 %");
    QTest::newRow("the same") << 0.0002 << QStringLiteral("±0.0 %");
    QTest::newRow("nearly ten times") << 8.9 << QStringLiteral("▲ +890.0 %");
    QTest::newRow("ten times") << 9.0 << QStringLiteral("▲ ×10");
    QTest::newRow("very many times") << 93.73 << QStringLiteral("▲ ×95");
    QTest::newRow("nothing left") << -1.0 << QStringLiteral("▼ −100.0 %");
  }
  void changes_areReadAtOnce()
  {
    QFETCH(double, ratio);
    QFETCH(QString, text);
    QCOMPARE(changeText(ratio), text);
  }

  void everyKindOfEvent_hasAWord()
  {
    // What core/store writes into an order's history by itself.
    for (const char* kind : {"placed", "paid", "shipped", "refunded", "cancelled", "completed", "changed", "status",
                             "reserved", "released", "aftersale", "parcel", "gone"})
      QVERIFY2(timelineWord(QString::fromLatin1(kind)).word != QString::fromLatin1(kind), kind);
  }

  void lockedThing_namesEveryWayOut()
  {
    // Whoever asks for a passphrase has a sentence of its own; this one is for keychains and for other programs.
    const ErrorSentence sentence = errorSentence(ErrorKind::Locked);
    QVERIFY(sentence.todo.contains(QStringLiteral("keychain")) && sentence.todo.contains(QStringLiteral("program")));
    QVERIFY(!sentence.todo.contains(QStringLiteral("passphrase")));
  }

  void noChange_isADash() { QCOMPARE(changeText(std::nullopt), QStringLiteral("–")); }
};

SC_TEST(FormatTest)
#include "format_test.moc"
