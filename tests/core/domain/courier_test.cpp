#include "core/domain/courier.h"
#include "tests/support/testmain.h"

#include <QSet>

namespace supercargo {

class CourierTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void table_hasEachCodeOnce()
  {
    QSet<QString> codes, kuaidi100;
    for (const Courier& courier : couriers()) {
      QVERIFY2(!codes.contains(courier.code), qPrintable(courier.code));
      QVERIFY2(!kuaidi100.contains(courier.kuaidi100), qPrintable(courier.kuaidi100));
      QVERIFY(!courier.zh.isEmpty() && !courier.en.isEmpty());
      codes.insert(courier.code);
      kuaidi100.insert(courier.kuaidi100);
    }
  }

  void courierNamed_knowsWhatShopsWrite_data()
  {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const auto row = [](const char16_t* text, const char* code) {
      const QString shown = QString::fromUtf16(text);
      QTest::newRow(qPrintable(shown)) << shown << QString::fromLatin1(code);
    };
    row(u"顺丰速运", "sf");
    row(u" 顺丰 ", "sf");
    row(u"SF Express", "sf");
    row(u"ＳＦ", "sf");
    row(u"shunfeng", "sf");
    row(u"sf-express", "sf");
    row(u"顺丰快运", "sf_freight");
    row(u"圆通快递（上海）", "yto");
    row(u"中通快运53", "zto_freight");
    row(u"YTO", "yto");
    row(u"YD", "yunda");
    row(u"DBL", "dbl");
    row(u"debangwuliu", "dbl_freight");
    row(u"极兔", "jt");
    row(u"J&T Express", "jt");
    row(u"SF Express (China)", "sf");
    row(u"Royal Mail", "");
    row(u"safe", "");
    row(u"", "");
    row(u"—", "");
  }
  void courierNamed_knowsWhatShopsWrite()
  {
    QFETCH(QString, text);
    QFETCH(QString, code);
    const Courier* courier = courierNamed(text);
    QCOMPARE(courier ? courier->code : QString(), code);
  }

  void companyCodes_leadBackToTheCourier()
  {
    QCOMPARE(courierOfKuaidi100(u"yuantong"), findCourier(u"yto"));
    QCOMPARE(courierOfKdniao(u"JTSD"), findCourier(u"jt"));
    QCOMPARE(courierOfKdniao(u""), nullptr);
    QCOMPARE(findCourier(u"nobody"), nullptr);
  }

  void normalising_twiceChangesNothing()
  {
    QCOMPARE(normalisedNumber(u"ｓｆ－1234 5678"), QStringLiteral("SF12345678"));
    // Found by fuzzing: the capital of one letter was two, which the second pass made into one.
    for (const QString& odd :
         {QStringLiteral(u"\u060F[\u03B0"), QStringLiteral(u"A-\u0301B"), QStringLiteral(u"\u00AA\u1E97")}) {
      const QString once = normalisedNumber(odd);
      QCOMPARE(normalisedNumber(once), once);
    }
  }

  void candidates_areSurestFirst()
  {
    const auto found = courierCandidates(u"10 1234-5678901");
    QCOMPARE(found.size(), size_t(2));
    QCOMPARE(found[0].courier->code, QStringLiteral("ems"));
    QCOMPARE(found[0].confidence, Confidence::Medium);
    QCOMPARE(found[1].courier->code, QStringLiteral("yunda"));
    QVERIFY(courierCandidates(u"").empty());
  }

  void checkDigit_toldApartFromWrongShape()
  {
    QCOMPARE(checkDigit(NumberScheme::S10, u"RB 093 638 932 GB"), std::optional<bool>(true));
    QCOMPARE(checkDigit(NumberScheme::S10, u"RB093638933GB"), std::optional<bool>(false));
    QCOMPARE(checkDigit(NumberScheme::S10, u"RB093638933G"), std::nullopt);
    QCOMPARE(checkDigit(NumberScheme::S10, u"RB٠93638932GB"), std::nullopt);
    QCOMPARE(checkDigit(NumberScheme::Ups, u"1z999aa10123456784"), std::optional<bool>(true));
    QCOMPARE(checkDigits(u"949756078082").size(), size_t(1));
  }
};

SC_TEST(CourierTest)

} // namespace supercargo

#include "courier_test.moc"
