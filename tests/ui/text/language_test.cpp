#include "tests/support/testmain.h"
#include "ui/text/language.h"

#include <QCoreApplication>

using namespace supercargo;

class LanguageTest : public QObject {
  Q_OBJECT

  static QString orders(int count)
  {
    return QCoreApplication::translate("charts", "%n mark(s); arrow keys move over them, Return opens the rows",
                                       nullptr, count)
        .section(u';', 0, 0);
  }

private Q_SLOTS:
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void english_saysOneAndMany()
  {
    setLanguage(QStringLiteral("en"));
    QCOMPARE(orders(1), QStringLiteral("1 mark"));
    QCOMPARE(orders(2), QStringLiteral("2 marks"));
    QCOMPARE(orders(0), QStringLiteral("0 marks"));
  }

  void languages_takeEachOthersPlace()
  {
    setLanguage(QStringLiteral("zh_CN"));
    QVERIFY(!orders(2).contains(QStringLiteral("mark")));
    QCOMPARE(language(), QStringLiteral("zh_CN"));
    setLanguage(QStringLiteral("en"));
    QCOMPARE(orders(1), QStringLiteral("1 mark"));
    QCOMPARE(language(), QStringLiteral("en"));
  }
};

SC_TEST(LanguageTest)
#include "language_test.moc"
