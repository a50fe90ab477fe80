#include "core/reports/span.h"
#include "tests/support/testmain.h"

using namespace supercargo;

/// Days off by the State Council's notices (www.gov.cn, one each autumn; 2026: document 202511/content_7047091).
class SpanTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void lunarHolidays_lieInTheDaysOffOfTheNotices_data()
  {
    QTest::addColumn<QString>("holiday");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    const auto add = [](const char* holiday, std::initializer_list<std::pair<QDate, QDate>> spans) {
      for (const auto& [from, to] : spans)
        QTest::addRow("%s %d", holiday, from.year()) << QString::fromLatin1(holiday) << from << to;
    };
    add("spring_festival", {{{2015, 2, 18}, {2015, 2, 24}},
                            {{2016, 2, 7}, {2016, 2, 13}},
                            {{2017, 1, 27}, {2017, 2, 2}},
                            {{2018, 2, 15}, {2018, 2, 21}},
                            {{2019, 2, 4}, {2019, 2, 10}},
                            {{2020, 1, 24}, {2020, 2, 2}},
                            {{2021, 2, 11}, {2021, 2, 17}},
                            {{2022, 1, 31}, {2022, 2, 6}},
                            {{2023, 1, 21}, {2023, 1, 27}},
                            {{2024, 2, 10}, {2024, 2, 17}},
                            {{2025, 1, 28}, {2025, 2, 4}},
                            {{2026, 2, 15}, {2026, 2, 23}}});
    add("dragon_boat", {{{2015, 6, 20}, {2015, 6, 22}},
                        {{2016, 6, 9}, {2016, 6, 11}},
                        {{2017, 5, 28}, {2017, 5, 30}},
                        {{2018, 6, 18}, {2018, 6, 18}},
                        {{2019, 6, 7}, {2019, 6, 7}},
                        {{2020, 6, 25}, {2020, 6, 27}},
                        {{2021, 6, 12}, {2021, 6, 14}},
                        {{2022, 6, 3}, {2022, 6, 5}},
                        {{2023, 6, 22}, {2023, 6, 24}},
                        {{2024, 6, 10}, {2024, 6, 10}},
                        {{2025, 5, 31}, {2025, 6, 2}},
                        {{2026, 6, 19}, {2026, 6, 21}}});
    add("mid_autumn", {{{2015, 9, 27}, {2015, 9, 27}},
                       {{2016, 9, 15}, {2016, 9, 17}},
                       {{2017, 10, 1}, {2017, 10, 8}}, // one holiday with the National Day, as in 2020 and 2025
                       {{2018, 9, 24}, {2018, 9, 24}},
                       {{2019, 9, 13}, {2019, 9, 13}},
                       {{2020, 10, 1}, {2020, 10, 8}},
                       {{2021, 9, 19}, {2021, 9, 21}},
                       {{2022, 9, 10}, {2022, 9, 12}},
                       {{2023, 9, 29}, {2023, 10, 6}},
                       {{2024, 9, 15}, {2024, 9, 17}},
                       {{2025, 10, 1}, {2025, 10, 8}},
                       {{2026, 9, 25}, {2026, 9, 27}}});
  }
  void lunarHolidays_lieInTheDaysOffOfTheNotices()
  {
    QFETCH(QString, holiday);
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    const auto day = lunarHoliday(holiday, from.year());
    QVERIFY(day);
    QVERIFY2(*day >= from && *day <= to, qPrintable(day->toString(Qt::ISODate)));
  }

  void holidays_ofTheLastYearsAreThoseOfTheNotices_data()
  {
    QTest::addColumn<QString>("holiday");
    QTest::addColumn<QDate>("day");
    QTest::addColumn<QDate>("before");
    QTest::newRow("spring 2024") << "spring_festival" << QDate(2024, 2, 10) << QDate(2023, 1, 22);
    QTest::newRow("spring 2025") << "spring_festival" << QDate(2025, 1, 29) << QDate(2024, 2, 10);
    QTest::newRow("spring 2026") << "spring_festival" << QDate(2026, 2, 17) << QDate(2025, 1, 29);
    QTest::newRow("boats 2024") << "dragon_boat" << QDate(2024, 6, 10) << QDate(2023, 6, 22);
    QTest::newRow("boats 2025") << "dragon_boat" << QDate(2025, 5, 31) << QDate(2024, 6, 10);
    QTest::newRow("boats 2026") << "dragon_boat" << QDate(2026, 6, 19) << QDate(2025, 5, 31);
    QTest::newRow("moon 2024") << "mid_autumn" << QDate(2024, 9, 17) << QDate(2023, 9, 29);
    QTest::newRow("moon 2025") << "mid_autumn" << QDate(2025, 10, 6) << QDate(2024, 9, 17);
    QTest::newRow("moon 2026") << "mid_autumn" << QDate(2026, 9, 25) << QDate(2025, 10, 6);
    QTest::newRow("national day") << "national_day" << QDate(2026, 10, 1) << QDate(2025, 10, 1);
    QTest::newRow("double 11") << "double11" << QDate(2026, 11, 11) << QDate(2025, 11, 11);
    QTest::newRow("618") << "618" << QDate(2026, 6, 10) << QDate(2025, 6, 10);
  }
  void holidays_ofTheLastYearsAreThoseOfTheNotices()
  {
    QFETCH(QString, holiday);
    QFETCH(QDate, day);
    QFETCH(QDate, before);
    QCOMPARE(alignedHoliday({day, day}), holiday);
    QCOMPARE(comparedSpan({day, day}, QStringLiteral("holiday"))->from, before);
  }

  void table_endsWhereNothingIsKnown()
  {
    QVERIFY(!lunarHoliday(QStringLiteral("spring_festival"), 2014));
    QVERIFY(!lunarHoliday(QStringLiteral("spring_festival"), 2036));
    QVERIFY(!lunarHoliday(QStringLiteral("easter"), 2026));
  }

  void presets_followTheDay_data()
  {
    QTest::addColumn<QString>("preset");
    QTest::addColumn<QDate>("from");
    QTest::addColumn<QDate>("to");
    const auto row = [](const char* preset, QDate from, QDate to) {
      QTest::newRow(preset) << QString::fromLatin1(preset) << from << to;
    };
    row("today", QDate(2026, 3, 4), QDate(2026, 3, 4)); // a Wednesday
    row("yesterday", QDate(2026, 3, 3), QDate(2026, 3, 3));
    row("this_week", QDate(2026, 3, 2), QDate(2026, 3, 4));
    row("last_week", QDate(2026, 2, 23), QDate(2026, 3, 1));
    row("this_month", QDate(2026, 3, 1), QDate(2026, 3, 4));
    row("last_month", QDate(2026, 2, 1), QDate(2026, 2, 28));
    row("last_7_days", QDate(2026, 2, 26), QDate(2026, 3, 4));
    row("last_30_days", QDate(2026, 2, 3), QDate(2026, 3, 4));
    row("last_90_days", QDate(2025, 12, 5), QDate(2026, 3, 4));
    row("this_quarter", QDate(2026, 1, 1), QDate(2026, 3, 4));
    row("last_quarter", QDate(2025, 10, 1), QDate(2025, 12, 31));
    row("this_year", QDate(2026, 1, 1), QDate(2026, 3, 4));
    row("last_year", QDate(2025, 1, 1), QDate(2025, 12, 31));
    row("double11", QDate(2025, 11, 1), QDate(2025, 11, 11)); // this year's has not begun
    row("618", QDate(2025, 6, 1), QDate(2025, 6, 18));
  }
  void presets_followTheDay()
  {
    QFETCH(QString, preset);
    QFETCH(QDate, from);
    QFETCH(QDate, to);
    QCOMPARE(presetSpan(preset, QDate(2026, 3, 4)), (DaySpan{from, to}));
  }

  void everyPreset_meansSomeDays()
  {
    for (const QString& preset : spanPresets())
      QVERIFY(presetSpan(preset, QDate(2026, 3, 4)));
    QCOMPARE(presetSpan(QStringLiteral("double11"), QDate(2026, 11, 3))->from, QDate(2026, 11, 1));
    QVERIFY(!presetSpan(QStringLiteral("someday"), QDate(2026, 3, 4)));
  }

  void comparisons_meetTheSameWeekdays()
  {
    const DaySpan month{QDate(2026, 4, 1), QDate(2026, 4, 30)};
    for (const char* how : {"previous", "year"}) {
      const auto before = comparedSpan(month, QLatin1String(how));
      QCOMPARE(before->from.dayOfWeek(), month.from.dayOfWeek());
      QCOMPARE(before->days(), month.days());
      QVERIFY(before->to < month.from);
    }
    QVERIFY(!comparedSpan(month, QStringLiteral("none")));
  }
};

SC_TEST(SpanTest)
#include "span_test.moc"
