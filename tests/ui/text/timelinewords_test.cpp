#include "core/domain/courier.h"
#include "tests/support/testmain.h"
#include "ui/text/format.h"
#include "ui/text/language.h"
#include "ui/text/timelinewords.h"

using namespace supercargo;

class TimelineWordsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void couriersAndStates_areWordsInBothLanguages()
  {
    for (const QString& chosen : languages()) {
      setLanguage(chosen);
      const Courier* yto = findCourier(u"yto");
      const QString name = chosen == u"en" ? yto->en : yto->zh;
      for (const char* kind : {"booked", "told_shop"})
        QCOMPARE(timelineText(QLatin1String(kind), QStringLiteral("yto YT1")), name + QStringLiteral(" YT1"));
      QCOMPARE(timelineText(QStringLiteral("parcel"), QStringLiteral("YT1 in_transit: 已到达【杭州】")),
               QStringLiteral("YT1 %1: 已到达【杭州】").arg(statusWord(ParcelStatus::InTransit).word));
      QCOMPARE(timelineText(QStringLiteral("returned"), QStringLiteral("YT1 returned")),
               QStringLiteral("YT1 %1").arg(statusWord(ParcelStatus::Returned).word));
    }
  }

  void everythingElse_staysAsItWasWritten()
  {
    for (const char* text : {"", "yto", "yto in_transit", "gateway: CNY 12.00"})
      QCOMPARE(timelineText(QStringLiteral("paid"), QLatin1String(text)), QLatin1String(text));
    QCOMPARE(timelineText(QStringLiteral("booked"), QStringLiteral("Elf Post E2")), QStringLiteral("Elf Post E2"));
    QCOMPARE(timelineText(QStringLiteral("booked"), QStringLiteral("YT1")), QStringLiteral("YT1"));
    // A shop tells "delivered" with words of its own.
    QCOMPARE(timelineText(QStringLiteral("delivered"), QStringLiteral("shipped → done")),
             QStringLiteral("shipped → done"));
    QCOMPARE(timelineText(QStringLiteral("parcel"), QStringLiteral("YT1 nowhere: lost")),
             QStringLiteral("YT1 nowhere: lost"));
  }

  void kinds_thatAreWritten_haveWords()
  {
    for (const char* kind : {"parcel", "delivered", "returned", "booked", "told_shop"})
      QVERIFY2(timelineWord(QLatin1String(kind)).word != QLatin1String(kind), kind);
  }
};

SC_TEST(TimelineWordsTest)
#include "timelinewords_test.moc"
