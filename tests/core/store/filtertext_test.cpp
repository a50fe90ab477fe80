#include "core/store/filtertext.h"
#include "tests/support/testmain.h"

#include <QDateTime>
#include <QRandomGenerator>

using namespace supercargo;

namespace {

Instant at(const char* iso)
{
  return *parseIso(QString::fromLatin1(iso));
}

FilterNames namesIn(const char* zone)
{
  return {{{AccountId(1), QStringLiteral("My shop")},
           {AccountId(2), QStringLiteral("天猫旗舰店")},
           {AccountId(3), QStringLiteral("Twin")},
           {AccountId(4), QStringLiteral("twin")}},
          QTimeZone(zone),
          Currency()};
}

const Instant kNow = at("2026-03-15T18:30:00Z"); // the 16th in Shanghai

OrderFilter parsed(const QString& text, const char* zone = "Asia/Shanghai")
{
  const auto filter = parseOrderFilter(text, namesIn(zone), kNow);
  if (!filter)
    qWarning("%s", qPrintable(filter.error().detail));
  return filter.value_or(OrderFilter());
}

Error errorOf(const QString& text)
{
  const auto filter = parseOrderFilter(text, namesIn("Asia/Shanghai"), kNow);
  return filter ? Error{ErrorKind::Cancelled, QStringLiteral("accepted"), {}} : filter.error();
}

} // namespace

class FilterTextTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void parse_readsEveryKey()
  {
    const OrderFilter filter = parsed(QStringLiteral(
        "status:to_ship,ON_HOLD stage:to_ship account:3,9 shop:\"My shop\" total:10..20 province:浙江 city:杭州,宁波 "
        "tag:vip,\"big, heavy\" 王小明 \"two words\""));
    OrderFilter wanted;
    wanted.statuses = {OrderStatus::ToShip, OrderStatus::OnHold};
    wanted.stages = {FlowStage::ToShip};
    wanted.accounts = {AccountId(3), AccountId(9), AccountId(1)};
    wanted.totalAtLeast = 1000;
    wanted.totalAtMost = 2000;
    wanted.provinces = {QStringLiteral("浙江")};
    wanted.cities = {QStringLiteral("杭州"), QStringLiteral("宁波")};
    wanted.tags = {QStringLiteral("vip"), QStringLiteral("big, heavy")};
    wanted.texts = {QStringLiteral("王小明"), QStringLiteral("two words")};
    QCOMPARE(filter, wanted);
  }

  void parse_readsChineseKeysAndFullWidthSigns()
  {
    const OrderFilter filter = parsed(QStringLiteral(
        "状态：to_ship，on_hold　阶段:closed 账户:2 店铺：“My shop” 下单:今天 金额:>5 省:浙江 市:杭州 标签:vip"));
    QCOMPARE(filter,
             parsed(QStringLiteral("status:to_ship,on_hold stage:closed account:2 shop:\"My shop\" placed:today "
                                   "total:>5 province:浙江 city:杭州 tag:vip")));
    QCOMPARE(filter.statuses.size(), size_t(2));
    QCOMPARE(filter.totalAtLeast, 501);
  }

  void parse_takesNothingForNoFilter()
  {
    QCOMPARE(parsed(QString()), OrderFilter());
    QCOMPARE(parsed(QStringLiteral("   \"\" ")), OrderFilter());
  }

  void parse_cutsDaysByZone_data()
  {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("before");
    const auto row = [](const char* text, const char* zone, const char* from, const char* before) {
      QTest::newRow(qPrintable(QStringLiteral("%1 in %2").arg(QLatin1String(text), QLatin1String(zone))))
          << QString::fromUtf8(text) << QByteArray(zone) << QString::fromLatin1(from) << QString::fromLatin1(before);
    };
    row("placed:today", "Asia/Shanghai", "2026-03-15T16:00:00Z", "2026-03-16T16:00:00Z");
    row("placed:today", "UTC", "2026-03-15T00:00:00Z", "2026-03-16T00:00:00Z");
    row("placed:yesterday", "Asia/Shanghai", "2026-03-14T16:00:00Z", "2026-03-15T16:00:00Z");
    row("placed:7d", "Asia/Shanghai", "2026-03-09T16:00:00Z", "2026-03-16T16:00:00Z");
    row("placed:2026-01-01..2026-01-31", "Asia/Shanghai", "2025-12-31T16:00:00Z", "2026-01-31T16:00:00Z");
    row("placed:2026-02", "UTC", "2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
    row("placed:2026-01..2026-02", "UTC", "2026-01-01T00:00:00Z", "2026-03-01T00:00:00Z");
    row("placed:>=2026-01-01", "UTC", "2026-01-01T00:00:00Z", "");
    row("placed:2026-01-01..", "UTC", "2026-01-01T00:00:00Z", "");
    row("placed:>2026-01-01", "UTC", "2026-01-02T00:00:00Z", "");
    row("placed:<=2026-01-01", "UTC", "", "2026-01-02T00:00:00Z");
    row("placed:<2026-01-01", "UTC", "", "2026-01-01T00:00:00Z");
    row("placed:>=2026-01-01T08:30:00+08:00", "UTC", "2026-01-01T00:30:00Z", "");
    row("placed:>=2026-01-01 placed:<2026-01-03", "UTC", "2026-01-01T00:00:00Z", "2026-01-03T00:00:00Z");
    // Twenty-three and twenty-five hours; in Chile and Samoa midnight, or the whole day, does not exist.
    row("placed:2026-03-08", "America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z");
    row("placed:2026-11-01", "America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z");
    row("placed:2022-09-11", "America/Santiago", "2022-09-11T04:00:00Z", "2022-09-12T03:00:00Z");
    row("placed:2011-12-29..2011-12-30", "Pacific/Apia", "2011-12-29T10:00:00Z", "2011-12-30T10:00:00Z");
  }
  void parse_cutsDaysByZone()
  {
    QFETCH(QString, text);
    QFETCH(QByteArray, zone);
    QFETCH(QString, from);
    QFETCH(QString, before);
    const OrderFilter filter = parsed(text, zone.constData());
    QCOMPARE(filter.placedFrom ? toIso(*filter.placedFrom) : QString(), from);
    QCOMPARE(filter.placedBefore ? toIso(*filter.placedBefore) : QString(), before);
  }

  void parse_readsAmountsInTheCurrency()
  {
    QCOMPARE(parsed(QStringLiteral("total:>100")).totalAtLeast, 10001);
    QCOMPARE(parsed(QStringLiteral("total:>=100")).totalAtLeast, 10000);
    QCOMPARE(parsed(QStringLiteral("total:<0.5")).totalAtMost, 49);
    QCOMPARE(parsed(QStringLiteral("total:12.30")).totalAtMost, 1230);
    QCOMPARE(parsed(QStringLiteral("total:..20")).totalAtMost, 2000);
    FilterNames yen = namesIn("UTC");
    yen.currency = *Currency::of(u"JPY");
    QCOMPARE(parseOrderFilter(u"total:>=100", yen, kNow)->totalAtLeast, 100);
    QVERIFY(!parseOrderFilter(u"total:1.5", yen, kNow));
  }

  void parse_namesTheWordAndWhatIsAllowed_data()
  {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("mentions");
    QTest::newRow("status") << QStringLiteral("王 status:shiped") << QStringLiteral("status:shiped")
                            << QStringLiteral("part_shipped");
    QTest::newRow("stage") << QStringLiteral("stage:x") << QStringLiteral("stage:x") << QStringLiteral("after_sales");
    QTest::newRow("key") << QStringLiteral("stat:x") << QStringLiteral("stat:x") << QStringLiteral("province");
    QTest::newRow("url") << QStringLiteral("http://a") << QStringLiteral("http://a") << QStringLiteral("quotes");
    QTest::newRow("shop") << QStringLiteral("shop:x") << QStringLiteral("shop:x") << QStringLiteral("My shop");
    QTest::newRow("account") << QStringLiteral("account:x") << QStringLiteral("account:x") << QStringLiteral("shop:");
    QTest::newRow("account 0") << QStringLiteral("account:0") << QStringLiteral("account:0")
                               << QStringLiteral("number");
    QTest::newRow("day") << QStringLiteral("placed:2026-02-30") << QStringLiteral("placed:2026-02-30")
                         << QStringLiteral("yesterday");
    QTest::newRow("days") << QStringLiteral("placed:0d") << QStringLiteral("placed:0d") << QStringLiteral("7d");
    QTest::newRow("no offset") << QStringLiteral("placed:>=2026-02-03T10:00")
                               << QStringLiteral("placed:>=2026-02-03T10:00") << QStringLiteral("Z");
    QTest::newRow("reversed") << QStringLiteral("placed:2026-02-02..2026-02-01")
                              << QStringLiteral("placed:2026-02-02..2026-02-01") << QStringLiteral("before");
    QTest::newRow("two days") << QStringLiteral("placed:today,yesterday") << QStringLiteral("placed:today,yesterday")
                              << QStringLiteral("a..b");
    QTest::newRow("amount") << QStringLiteral("total:>ten") << QStringLiteral("total:>ten") << QStringLiteral("CNY");
    QTest::newRow("amount too exact") << QStringLiteral("total:1.234") << QStringLiteral("total:1.234")
                                      << QStringLiteral("12.30");
    QTest::newRow("dots") << QStringLiteral("total:..") << QStringLiteral("total:..") << QStringLiteral("one end");
    QTest::newRow("no value") << QStringLiteral("tag:") << QStringLiteral("tag:") << QStringLiteral("value");
    QTest::newRow("open quote") << QStringLiteral("a tag:\"b c") << QStringLiteral("tag:\"b c")
                                << QStringLiteral("closed");
  }
  void parse_namesTheWordAndWhatIsAllowed()
  {
    QFETCH(QString, text);
    QFETCH(QString, subject);
    QFETCH(QString, mentions);
    const Error error = errorOf(text);
    QCOMPARE(error.kind, ErrorKind::Invalid);
    QCOMPARE(error.subject, subject);
    QVERIFY2(error.detail.startsWith(subject), qPrintable(error.detail));
    QVERIFY2(error.detail.contains(mentions), qPrintable(error.detail));
  }

  void text_readsWell()
  {
    const QString text =
        QStringLiteral("status:to_ship,on_hold shop:\"My shop\",天猫旗舰店 placed:2026-01-01..2026-01-31 "
                       "total:10.00..20.00 city:杭州 \"two words\"");
    QCOMPARE(orderFilterText(parsed(text), namesIn("Asia/Shanghai")), text);
    // Two shops of one name can be told apart only by number.
    QCOMPARE(orderFilterText(parsed(QStringLiteral("account:3")), namesIn("UTC")), QStringLiteral("account:3"));
    QCOMPARE(orderFilterText(OrderFilter(), namesIn("UTC")), QString());
  }

  void text_isTheInverseOfParse()
  {
    QRandomGenerator random(20260315);
    const QStringList pieces{QStringLiteral("浙江"),   QStringLiteral("a b"),      QStringLiteral("\""),
                             QStringLiteral("\\"),     QStringLiteral("status:x"), QStringLiteral(","),
                             QStringLiteral("：”“，"), QStringLiteral(">=1..2"),   QStringLiteral("O'Neil"),
                             QStringLiteral("%_"),     QStringLiteral("\n"),       QStringLiteral("😀"),
                             QStringLiteral("7d")};
    const auto some = [&](int most) { return random.bounded(most + 1); };
    const auto strings = [&] {
      QStringList list;
      for (int i = some(2); i > 0; --i) {
        QString text = pieces.at(random.bounded(pieces.size()));
        for (int more = some(2); more > 0; --more)
          text += pieces.at(random.bounded(pieces.size()));
        list += text;
      }
      return list;
    };
    for (const char* zone : {"Asia/Shanghai", "America/New_York", "Pacific/Apia", "America/Santiago", "UTC"}) {
      const FilterNames names = namesIn(zone);
      const auto instant = [&]() -> std::optional<Instant> {
        const QDate day = QDate(2009, 1, 1).addDays(random.bounded(7000));
        switch (some(2)) {
        case 0:
          return std::nullopt;
        case 1:
          return day.startOfDay(names.zone).isValid()
                     ? std::optional(fromMs(day.startOfDay(names.zone).toMSecsSinceEpoch()))
                     : std::nullopt;
        default:
          return fromMs(day.startOfDay(QTimeZone::utc()).toMSecsSinceEpoch() + random.bounded(86'400'000));
        }
      };
      const auto amount = [&]() -> std::optional<qint64> {
        switch (some(3)) {
        case 0:
          return std::nullopt;
        case 1:
          return random.bounded(1000) - 500;
        case 2:
          return std::numeric_limits<qint64>::min() + 1;
        default:
          return qint64(random.generate64() >> 2);
        }
      };
      for (int round = 0; round < 400; ++round) {
        OrderFilter filter;
        for (int i = some(3); i > 0; --i)
          filter.statuses.push_back(static_cast<OrderStatus>(random.bounded(12)));
        for (int i = some(2); i > 0; --i)
          filter.stages.push_back(static_cast<FlowStage>(random.bounded(7)));
        for (int i = some(3); i > 0; --i)
          filter.accounts.push_back(AccountId(1 + random.bounded(6)));
        filter.placedFrom = instant();
        filter.placedBefore = instant();
        filter.totalAtLeast = amount();
        filter.totalAtMost = amount();
        filter.provinces = strings();
        filter.cities = strings();
        filter.tags = strings();
        filter.texts = strings();
        const QString text = orderFilterText(filter, names);
        const auto again = parseOrderFilter(text, names, kNow);
        QVERIFY2(again, qPrintable(text + QStringLiteral("\n") + (again ? QString() : again.error().detail)));
        QVERIFY2(*again == filter, qPrintable(QStringLiteral("%1: %2\nread again: %3")
                                                  .arg(QLatin1String(zone), text, orderFilterText(*again, names))));
      }
    }
  }
};

SC_TEST(FilterTextTest)
#include "filtertext_test.moc"
