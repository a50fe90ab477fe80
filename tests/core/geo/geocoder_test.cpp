#include "core/geo/bundledmap.h"
#include "core/geo/geocoder.h"
#include "tests/support/places.h"
#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace supercargo;
using test::must;

namespace {
QString told(const PlaceAnswer& answer)
{
  return answer.place ? answer.place->code + u' ' + answer.place->name
                      : QStringLiteral("nothing (%1)").arg(answer.alternatives.join(u' '));
}
} // namespace

class GeocoderTest : public QObject {
  Q_OBJECT
  std::shared_ptr<const Gazetteer> m_gazetteer;
  std::unique_ptr<Geocoder> m_geocoder;

  QString codeIn(const char* text) const
  {
    const auto answer = m_geocoder->locate(QString::fromUtf8(text));
    return answer.place ? answer.place->code : QString();
  }

private Q_SLOTS:
  void initTestCase()
  {
    m_gazetteer = must(bundledGazetteer());
    m_geocoder = std::make_unique<Geocoder>(m_gazetteer);
  }

  void events_areFoundWhereTheVectorsSay_data()
  {
    QTest::addColumn<QJsonObject>("item");
    QFile file((supercargo::test::sourceDir() + QStringLiteral("/tests/vectors/geo/geocode_dev.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto items = QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("items")].toArray();
    QVERIFY(items.size() >= 126);
    for (const auto& item : items)
      QTest::newRow(qPrintable(item[QLatin1String("id")].toString())) << item.toObject();
  }
  void events_areFoundWhereTheVectorsSay()
  {
    QFETCH(QJsonObject, item);
    const QString text = item[QLatin1String("text")].toString();
    const auto answer = m_geocoder->locate(text);
    const QByteArray saw = QString(text + QLatin1String(" => ") + told(answer)).toUtf8();
    const QJsonValue expect = item[QLatin1String("expect")];
    if (expect.isNull()) {
      QVERIFY2(!answer.place, saw);
      return;
    }
    QVERIFY2(answer.place, saw);
    QVERIFY2(answer.place->country == expect[QLatin1String("cc")].toString(), saw);
    if (const QString county = expect[QLatin1String("county")].toString(); !county.isEmpty())
      QVERIFY2(answer.place->code == county, saw);
    if (answer.place->country == u"CN")
      QVERIFY2(m_geocoder->cityOf(answer.place->code) == expect[QLatin1String("code")].toString(), saw);
    else if (const QString city = expect[QLatin1String("city")].toString(); city != u"Köln")
      QVERIFY2(answer.place->englishName.startsWith(city.normalized(QString::NormalizationForm_KD).left(3)), saw);
    else
      QCOMPARE(answer.place->englishName, QStringLiteral("Koeln"));
  }

  void events_notSeenBeforeAreFound_data()
  {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    const std::pair<const char*, const char*> kTexts[] = {
        {"快件已从上海出发，到达武汉转运中心", "420100"},
        {"您的快件由【广州白云转运中心】发往【成都转运中心】", "440111"},
        {"【苏州市】快件已到达 昆山花桥营业点", "320583"},
        {"快件已到达达州分拨中心", "511700"},
        {"派件员：安康（13900000000）正在派件", ""},
        {"【西安市】签收人：李长安，感谢使用", "610100"},
        {"快件已交由公安部门处理", ""},
        {"订单资源不足，正在等待", ""},
        {"【济南市】济南历下区北京路营业部 派件中", "370102"},
        {"快件已到达兰州拉面馆旁的驿站", ""},
        {"按北京时间 12:00 更新", ""},
        {"到达【海南省】转运中心", "460000"},
        {"【乐清市】乐清柳市公司 已揽收", "330382"},
        {"快件在 河北省 石家庄市 长安区 派送中", "130102"},
        {"离开【义乌市】，前往【杭州市】", "330782"},
        {"Arrived at facility YIWU, CHINA", "330782"},
        {"Departed - SUZHOU, JIANGSU, CHINA", "320500"},
        {"Accepted at SHANGHAI PVG", "310000"},
        {"Clearance processing complete, MEMPHIS TN, US", "US/Memphis"},
        {"到达 英国 伦敦 希思罗机场", "GB/London"},
        {"包裹抵达旧金山", "US/San Francisco"},
        {"Arrivé à Paris, France", "FR/Paris"},
        {"Delivered, TORONTO, Canada", "CA/Toronto"},
        {"Flight arrived DXB DUBAI UAE", "AE/Dubai"},
        {"", ""},
        {"【", ""},
        {"】】【【】", ""},
    };
    for (const auto& [text, code] : kTexts)
      QTest::newRow(*text ? text : "no text") << QString::fromUtf8(text) << QString::fromUtf8(code);
  }
  void events_notSeenBeforeAreFound()
  {
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto answer = m_geocoder->locate(text);
    QVERIFY2((answer.place ? answer.place->code : QString()) == code, qPrintable(told(answer)));
  }

  void sentences_ofManyCouriersAreFound_data()
  {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code");
    QFile file((supercargo::test::sourceDir() + QStringLiteral("/tests/core/geo/data/texts.tsv")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    for (const QByteArray& line : file.readAll().split('\n'))
      if (!line.isEmpty() && !line.startsWith('#'))
        QTest::newRow(line.left(60).constData())
            << QString::fromUtf8(line.left(line.indexOf('\t'))) << QString::fromUtf8(line.mid(line.indexOf('\t') + 1));
  }
  void sentences_ofManyCouriersAreFound()
  {
    QFETCH(QString, text);
    QFETCH(QString, code);
    const auto answer = m_geocoder->locate(text);
    const QString got = answer.place                    ? answer.place->code
                        : answer.alternatives.isEmpty() ? QString()
                                                        : QStringLiteral("?");
    QVERIFY2(got == code, qPrintable(told(answer)));
  }

  void counties_areFoundByNameInTheirCity()
  {
    // Development zones are administrations within a county, not places: their city is the answer.
    static const QRegularExpression kZone(
        QStringLiteral("开发|管理|产业|工业|化工|示范|实验|合作|名胜|集聚|聚集|食品|^城区|^郊区|^矿区"));
    int texts = 0, exact = 0;
    QStringList misses;
    for (const Division& d : m_gazetteer->divisions) {
      if (d.level != DivisionLevel::County || d.parent < 0 || kZone.match(d.name).hasMatch())
        continue;
      const Division& city = m_gazetteer->divisions[size_t(d.parent)];
      const auto answer =
          m_geocoder->locate(QStringLiteral("【%1】快件到达【%1%2营业点】").arg(city.shortName, d.name));
      ++texts;
      const bool right = answer.place && answer.place->code == d.code;
      exact += right;
      if (!right)
        misses.append(city.name + d.name + QLatin1String(" => ") + told(answer));
    }
    QVERIFY(texts > 2800);
    QVERIFY2(exact > texts * 98 / 100, qPrintable(misses.join(u'\n')));
  }

  void cities_areFoundAlone()
  {
    for (const Division& d : m_gazetteer->divisions) {
      if (d.level != DivisionLevel::Prefecture || d.code.endsWith(u'-') || isCityProvince(d.code) ||
          !d.code.endsWith(QLatin1String("00")) || d.code.mid(2, 2) == u"90")
        continue;
      const auto answer = m_geocoder->locate(QStringLiteral("快件到达【%1】").arg(d.name));
      QVERIFY2(answer.place && answer.place->code == d.code, qPrintable(d.name + QLatin1String(" => ") + told(answer)));
    }
  }

  void sharedNames_areAnsweredAmbiguous()
  {
    const auto answer = m_geocoder->locate(QStringLiteral("快件到达【通州】"));
    QVERIFY2(!answer.place, qPrintable(told(answer)));
    QCOMPARE(answer.alternatives, (QStringList{QStringLiteral("110112"), QStringLiteral("320612")}));
    QCOMPARE(codeIn("快件到达【北京通州】"), QStringLiteral("110112"));
    QCOMPARE(codeIn("快件到达【南通通州】"), QStringLiteral("320612"));
  }

  void aProvidersField_goesBeforeTheText()
  {
    const auto at = [this](const char* place, const char* text) {
      const auto answer = m_geocoder->locate(QString::fromUtf8(place), QString::fromUtf8(text));
      return answer.place ? answer.place->code : QString();
    };
    QCOMPARE(at("广东,深圳市", "快件已发车"), QStringLiteral("440300"));
    QCOMPARE(at("深圳市", "到达【深圳龙岗集散中心】"), QStringLiteral("440307")); // the same, more exactly
    QCOMPARE(at("深圳市", "发自【上海青浦】"), QStringLiteral("440300"));
    QCOMPARE(at("", "到达【上海青浦】"), QStringLiteral("310118"));
  }

  void aPersonsCorrection_winsOverTheText()
  {
    const PlaceAliases aliases{{QStringLiteral("花湖枢纽"), QStringLiteral("420704")},
                               {QStringLiteral("LAX9"), QStringLiteral("US/Los Angeles")}};
    const Geocoder taught(m_gazetteer, aliases);
    QCOMPARE(taught.locate(QStringLiteral("【武汉市】快件到达花湖枢纽")).place->code, QStringLiteral("420704"));
    QCOMPARE(taught.locate(QStringLiteral("Arrived LAX9")).place->englishName, QStringLiteral("Los Angeles"));
    QCOMPARE(codeIn("【武汉市】快件到达花湖枢纽"), QStringLiteral("420100"));
    // Not where the parcel only goes to, and not within a word; a whole sentence is what it was taught to be.
    QCOMPARE(taught.locate(QStringLiteral("离开【武汉市】，发往花湖枢纽")).place->code, QStringLiteral("420100"));
    QVERIFY(!taught.locate(QStringLiteral("Arrived XLAX9B")).place);
    const Geocoder whole(m_gazetteer, {{QStringLiteral("快件发往三号库"), QStringLiteral("330100")}});
    QCOMPARE(whole.locate(QStringLiteral("快件发往三号库")).place->code, QStringLiteral("330100"));
    QCOMPARE(taught.locate(QStringLiteral("武汉市"), QStringLiteral("到达花湖枢纽")).place->code,
             QStringLiteral("420704"));
  }

  void search_findsPlacesInBothLanguages()
  {
    QCOMPARE(m_geocoder->placesNamed(QStringLiteral("深圳"), 5).front().code, QStringLiteral("440300"));
    QCOMPARE(m_geocoder->placesNamed(QStringLiteral("shenzh"), 5).front().code, QStringLiteral("440300"));
    QCOMPARE(m_geocoder->placesNamed(QStringLiteral("los ang"), 5).front().code, QStringLiteral("US/Los Angeles"));
    QVERIFY(m_geocoder->placesNamed(QString(), 5).empty());
    QVERIFY(m_geocoder->placesNamed(QStringLiteral("不存在的地方"), 5).empty());
  }

  void locate_takesMicroseconds()
  {
    QFile file((supercargo::test::sourceDir() + QStringLiteral("/tests/vectors/geo/geocode_dev.json")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QStringList texts;
    const auto items = QJsonDocument::fromJson(file.readAll()).object()[QLatin1String("items")].toArray();
    for (const auto& item : items)
      texts.append(item[QLatin1String("text")].toString());
    QElapsedTimer timer;
    timer.start();
    for (int round = 0; round < 10; ++round)
      for (const QString& text : texts)
        m_geocoder->locate(text);
    const double micro = double(timer.nsecsElapsed()) / 1000 / double(texts.size()) / 10;
    qInfo("%.1f µs a text", micro);
    QVERIFY2(micro < 500, qPrintable(QString::number(micro))); // wide: instrumented builds and busy machines
  }
};

SC_TEST(GeocoderTest)
#include "geocoder_test.moc"
