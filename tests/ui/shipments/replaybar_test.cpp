#include "tests/support/testmain.h"
#include "ui/shipments/replaybar.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDateEdit>
#include <QLabel>
#include <QSignalSpy>
#include <QSlider>
#include <QToolButton>

using namespace supercargo;
using namespace std::chrono_literals;

namespace {

constexpr Instant kNow{1'767'600'000'000ms}; ///< 2026-01-05 08:00 UTC
constexpr int kDay = 24 * 60;
const QTimeZone kShanghai("Asia/Shanghai");

/// The bar, shown, and the parts that a person sees.
struct Bar {
  explicit Bar(const QTimeZone& zone = kShanghai) : bar(zone, [this] { return now; })
  {
    bar.resize(600, 40);
    bar.show();
  }
  QString time() const { return label->text(); }

  Instant now = kNow;
  ReplayBar bar;
  QSlider* slider = bar.findChild<QSlider*>();
  QToolButton* play = bar.findChild<QToolButton*>();
  QDateEdit* day = bar.findChild<QDateEdit*>();
  QLabel* label = bar.findChild<QLabel*>();
};

} // namespace

class ReplayBarTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void bar_beginsNowInTheShopsZone()
  {
    const Bar shanghai, utc(QTimeZone::utc());
    QCOMPARE(shanghai.time(), QStringLiteral("16:00"));
    QCOMPARE(utc.time(), QStringLiteral("08:00"));
    QCOMPARE(shanghai.bar.moment(), kNow);
    QCOMPARE(utc.bar.moment(), kNow);
    QCOMPARE(shanghai.bar.dayStart(), kNow - 16h);
    QCOMPARE(shanghai.bar.dayEnd(), kNow + 8h);
  }

  void sliderKeys_moveByMinutesHoursAndToTheEnds()
  {
    Bar b;
    QSignalSpy moments(&b.bar, &ReplayBar::momentChosen);
    const auto after = [&](Qt::Key key) {
      QTest::keyClick(b.slider, key);
      return b.time();
    };
    QCOMPARE(after(Qt::Key_Right), QStringLiteral("16:10"));
    QCOMPARE(b.bar.moment(), kNow + 10min);
    QCOMPARE(after(Qt::Key_Left), QStringLiteral("16:00"));
    QCOMPARE(after(Qt::Key_PageUp), QStringLiteral("17:00"));
    QCOMPARE(after(Qt::Key_PageDown), QStringLiteral("16:00"));
    QCOMPARE(after(Qt::Key_Home), QStringLiteral("00:00"));
    QCOMPARE(b.bar.moment(), b.bar.dayStart());
    QCOMPARE(after(Qt::Key_End), QStringLiteral("24:00"));
    QCOMPARE(b.bar.moment(), b.bar.dayEnd());
    QCOMPARE(moments.size(), 6);
    QCOMPARE(b.slider->accessibleDescription(), b.time());
  }

  void day_runsUntilItIsStopped()
  {
    Bar b;
    QTest::keyClick(b.slider, Qt::Key_Home);
    QSignalSpy moments(&b.bar, &ReplayBar::momentChosen);
    b.play->setFocus();
    QTest::keyClick(b.play, Qt::Key_Space);
    QVERIFY(b.play->isChecked());
    QTRY_VERIFY(moments.size() >= 2);
    QVERIFY(b.slider->value() >= 20);
    QTest::keyClick(b.play, Qt::Key_Space);
    QVERIFY(!b.play->isChecked());
    const int stoppedAt = b.slider->value();
    Bar other; // runs meanwhile
    other.slider->setValue(0);
    other.play->click();
    QTRY_VERIFY(other.slider->value() >= 30);
    QCOMPARE(b.slider->value(), stoppedAt);
  }

  void end_stopsTheDayAndTheNextRunBeginsAnew()
  {
    Bar b;
    b.slider->setValue(kDay - 15);
    b.play->click();
    QTRY_VERIFY(!b.play->isChecked());
    QCOMPARE(b.slider->value(), kDay);
    QCOMPARE(b.time(), QStringLiteral("24:00"));
    b.play->click();
    QVERIFY(b.play->isChecked());
    QCOMPARE(b.slider->value(), 0);
    QTRY_VERIFY(b.slider->value() > 0);
  }

  void dayThatIsRead_orIsHidden_doesNotRun()
  {
    Bar b;
    b.play->click();
    b.bar.setBusy(true);
    QVERIFY(!b.play->isChecked() && !b.play->isEnabled() && !b.slider->isEnabled());
    QVERIFY(b.day->isEnabled()); // another one may be chosen at once
    b.bar.setBusy(false);
    QVERIFY(!b.play->isChecked() && b.play->isEnabled() && b.slider->isEnabled());
    b.play->click();
    b.bar.hide();
    QVERIFY(!b.play->isChecked());
  }

  void chosenDay_movesTheMomentAndIsTold()
  {
    Bar b;
    QSignalSpy days(&b.bar, &ReplayBar::dayChosen);
    b.day->setDate(b.day->date().addDays(-1));
    QCOMPARE(days.size(), 1);
    QCOMPARE(b.bar.moment(), kNow - 24h);
    QCOMPARE(b.bar.dayEnd(), kNow - 16h);
  }

  void dayOf23Hours_isRunThroughInProportion()
  {
    Bar b(QTimeZone("Europe/Berlin"));
    b.now = fromMs(1'777'000'000'000); // past that day
    b.bar.hide();
    b.bar.show();
    b.slider->setValue(kDay / 2);
    QCOMPARE(b.time(), QStringLiteral("12:00"));
    b.day->setDate(QDate(2026, 3, 29));
    QCOMPARE(b.bar.dayEnd() - b.bar.dayStart(), Instant::duration(23h));
    QCOMPARE(b.bar.moment() - b.bar.dayStart(), Instant::duration(11h + 30min));
    QCOMPARE(b.time(), QStringLiteral("12:30"));
  }

  void today_canBeChosenAfterMidnight()
  {
    Bar b;
    QCOMPARE(b.day->maximumDate(), QDate(2026, 1, 5));
    b.now = kNow + 9h; // 01:00 of the next day in the shop
    b.bar.hide();
    b.bar.show();
    QCOMPARE(b.day->maximumDate(), QDate(2026, 1, 6));
    QCOMPARE(b.day->date(), QDate(2026, 1, 5)); // what was being looked at stays
  }

  void parts_haveNamesInBothLanguages()
  {
    Bar b;
    QCOMPARE(b.play->accessibleName(), QStringLiteral("Let the day run"));
    QCOMPARE(b.day->accessibleName(), QStringLiteral("Day to replay"));
    QCOMPARE(b.slider->accessibleName(), QStringLiteral("Time of the day"));
    b.play->click();
    QCOMPARE(b.play->accessibleName(), QStringLiteral("Stop the day"));
    setLanguage(QStringLiteral("zh_CN"));
    QTRY_COMPARE(b.play->accessibleName(), QStringLiteral("停止回放"));
    QCOMPARE(b.play->toolTip(), b.play->accessibleName());
    QCOMPARE(b.day->accessibleName(), QStringLiteral("回放日期"));
    QCOMPARE(b.slider->accessibleName(), QStringLiteral("时刻"));
    QVERIFY(b.play->isChecked()); // goes on
  }
};

SC_TEST(ReplayBarTest)
#include "replaybar_test.moc"
