#include "core/domain/courier.h"
#include "tests/support/testmain.h"
#include "ui/text/bookingfaults.h"
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

  void deedsAndWhatKeptARule_areWordsInBothLanguages()
  {
    for (const QString& chosen : languages()) {
      setLanguage(chosen);
      const QString deed = deedWord(QStringLiteral("book_parcel"));
      QCOMPARE(timelineText(QStringLiteral("action_failed"), QStringLiteral("book_parcel: 地址超区")),
               deed + QStringLiteral(": 地址超区"));
      const QString again = timelineText(QStringLiteral("asked_again"), QStringLiteral("book_parcel, by Anna"));
      QVERIFY2(again.contains(deed) && again.contains(u"Anna"), qPrintable(again));
      const QString settled =
          timelineText(QStringLiteral("settled"), QStringLiteral("book_parcel: happened SF1, says Anna"));
      const QString denied =
          timelineText(QStringLiteral("settled"), QStringLiteral("book_parcel: did not happen, says Anna"));
      for (const QString& text : {settled, denied})
        QVERIFY2(text.contains(deed) && text.contains(u"Anna"), qPrintable(text));
      QVERIFY2(settled.contains(u"SF1") && !denied.contains(u"SF1"), qPrintable(settled));
      QVERIFY(!settled.contains(u"book_parcel") && settled != denied);
      QCOMPARE(timelineText(QStringLiteral("not_booked"),
                            QStringLiteral("all (fast) (no_weight): the parcel's weight is missing")),
               QStringLiteral("all (fast): ") + bookingFaultText(BookingFault::NoWeight));
    }
    setLanguage(QStringLiteral("zh_CN"));
    const QString chinese = bookingFaultText(BookingFault::NoWeight);
    setLanguage(QStringLiteral("en"));
    QVERIFY(bookingFaultText(BookingFault::NoWeight) != chinese);
  }

  void bookingFaults_areFoundByTheirNames()
  {
    for (int i = 0; i <= int(BookingFault::Other); ++i)
      QCOMPARE(bookingFaultNamed(bookingFaultName(BookingFault(i))), BookingFault(i));
    QVERIFY(!bookingFaultNamed(u"weightless"));
  }

  void everythingElse_staysAsItWasWritten()
  {
    for (const char* text : {"", "yto", "yto in_transit", "gateway: CNY 12.00"})
      QCOMPARE(timelineText(QStringLiteral("paid"), QLatin1String(text)), QLatin1String(text));
    QCOMPARE(timelineText(QStringLiteral("booked"), QStringLiteral("Elf Post E2")), QStringLiteral("Elf Post E2"));
    QCOMPARE(timelineText(QStringLiteral("booked"), QStringLiteral("YT1")), QStringLiteral("YT1"));
    QCOMPARE(timelineText(QStringLiteral("not_booked"), QStringLiteral("all: an older text (odd): x")),
             QStringLiteral("all: an older text (odd): x"));
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
