#include "tests/support/testmain.h"
#include "ui/notify/notice.h"

using namespace supercargo;
using namespace std::chrono_literals;

namespace {
Notice newOrder(qint64 id)
{
  return {NoticeKind::NewOrders, 1, OrderId(id), {}, QString::number(1000 + id)};
}

Notice needsAttention(qint64 id)
{
  return {NoticeKind::AccountNeedsAttention, 1, {}, AccountId(id), QStringLiteral("shop %1").arg(id)};
}

Instant at(const char* iso)
{
  return *parseIso(QString::fromLatin1(iso));
}
} // namespace

class NoticeTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void due_tellsOneOrderWithItsNumber()
  {
    NoticeGroup group;
    group.add(newOrder(7));
    const auto list = group.due(at("2026-03-05T03:00:00Z"));
    QCOMPARE(list.size(), size_t(1));
    QCOMPARE(list[0].order, OrderId(7));
    QCOMPARE(list[0].name, QStringLiteral("1007"));
    QVERIFY(!group.isWaiting());
  }

  void due_groupsOrdersThatCameTogether()
  {
    NoticeGroup group;
    for (qint64 id = 1; id <= 12; ++id)
      group.add(newOrder(id));
    const auto list = group.due(at("2026-03-05T03:00:00Z"));
    QCOMPARE(list.size(), size_t(1));
    QCOMPARE(list[0].count, qint64(12));
    QVERIFY(list[0].name.isEmpty());
  }

  void due_waitsBetweenTwoNoticesOfAKind()
  {
    NoticeGroup group;
    const Instant start = at("2026-03-05T03:00:00Z");
    group.add(newOrder(1));
    QCOMPARE(group.due(start).size(), size_t(1));
    group.add(newOrder(2));
    group.add(needsAttention(4));
    const auto soon = group.due(start + 5s);
    QCOMPARE(soon.size(), size_t(1));
    QVERIFY(soon[0].kind == NoticeKind::AccountNeedsAttention);
    QCOMPARE(group.due(start + 20s).size(), size_t(1));
  }

  void add_countsAnAccountOnce()
  {
    NoticeGroup group;
    group.add(needsAttention(4));
    group.add(needsAttention(4));
    const auto list = group.due(at("2026-03-05T03:00:00Z"));
    QCOMPARE(list[0].count, qint64(1));
    QCOMPARE(list[0].account, AccountId(4));
  }

  void due_keepsQuietHoursAndTellsAfterwards()
  {
    NoticeGroup group;
    group.setQuietHours({true, QTime(22, 0), QTime(8, 0)}, QTimeZone("Asia/Shanghai"));
    group.add(newOrder(1));
    QVERIFY(group.due(at("2026-03-05T15:00:00Z")).empty()); // 23:00 in Shanghai
    group.add(newOrder(2));
    QVERIFY(group.due(at("2026-03-05T23:59:00Z")).empty());  // 07:59
    const auto list = group.due(at("2026-03-06T00:00:00Z")); // 08:00
    QCOMPARE(list.size(), size_t(1));
    QCOMPARE(list[0].count, qint64(2));
  }

  void due_tellsAFullDiskInQuietHours()
  {
    NoticeGroup group;
    group.setQuietHours({true, QTime(0, 0), QTime(0, 0)}, QTimeZone::utc());
    group.add(newOrder(1));
    group.add({NoticeKind::DiskFull, 1, {}, {}, {}});
    const auto list = group.due(at("2026-03-05T12:00:00Z"));
    QCOMPARE(list.size(), size_t(1));
    QVERIFY(list[0].kind == NoticeKind::DiskFull);
  }

  void contains_coversASpanOverMidnight_data()
  {
    QTest::addColumn<QTime>("time");
    QTest::addColumn<bool>("quiet");
    QTest::newRow("before it starts") << QTime(21, 59) << false;
    QTest::newRow("start") << QTime(22, 0) << true;
    QTest::newRow("midnight") << QTime(0, 0) << true;
    QTest::newRow("last minute") << QTime(7, 59) << true;
    QTest::newRow("end") << QTime(8, 0) << false;
    QTest::newRow("noon") << QTime(12, 0) << false;
  }
  void contains_coversASpanOverMidnight()
  {
    QFETCH(QTime, time);
    QFETCH(bool, quiet);
    QCOMPARE((QuietHours{true, QTime(22, 0), QTime(8, 0)}.contains(time)), quiet);
    QVERIFY(!(QuietHours{false, QTime(22, 0), QTime(8, 0)}.contains(time)));
  }

  void contains_coversASpanWithinADay()
  {
    const QuietHours lunch{true, QTime(12, 0), QTime(13, 30)};
    QVERIFY(lunch.contains(QTime(12, 0)));
    QVERIFY(!lunch.contains(QTime(13, 30)));
    QVERIFY(!lunch.contains(QTime(11, 59)));
  }
};

SC_TEST(NoticeTest)
#include "notice_test.moc"
