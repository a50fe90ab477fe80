#include "core/reports/figures.h"
#include "core/reports/figuretable.h"
#include "tests/support/testmain.h"
#include "ui/text/language.h"
#include "ui/text/reportwords.h"

#include <QTest>

using namespace supercargo;

/// What core says in English must be said in Chinese, too.
class ReportWordsTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void init() { setLanguage(QStringLiteral("zh_CN")); }
  void cleanup() { setLanguage(QStringLiteral("en")); }

  void figures_areNamedAndExplainedInChinese()
  {
    QStringList missing;
    for (const Figure& figure : figures())
      for (const QString& words : {figure.title, figure.formula})
        if (reportWord(words) == words)
          missing.append(words);
    QCOMPARE(missing.join(u'\n'), QString());
  }

  void reports_areNamedAndDescribedInChinese()
  {
    QStringList missing;
    for (const ReportDefinition& definition : reportDefinitions())
      for (const QString& words : {definition.title, definition.about})
        if (reportWord(words) == words)
          missing.append(words);
    QCOMPARE(missing.join(u'\n'), QString());
  }

  void figuresOfSingleReports_areNamedAndExplainedInChinese()
  {
    QStringList missing;
    for (const ReportDefinition& definition : reportDefinitions())
      if (definition.figures)
        for (const TableFigure& figure : definition.figures())
          for (const QString& words : {figure.title, figure.formula})
            if (reportWord(words) == words)
              missing.append(words);
    QCOMPARE(missing.join(u'\n'), QString());
  }

  void columnTitle_keepsWhatItIsComparedWith()
  {
    QCOMPARE(columnTitle({QStringLiteral("net_sales.before"), QStringLiteral("net_sales"),
                          QStringLiteral("Net sales, before"), ColumnKind::Money}),
             QStringLiteral("净销售额（之前）"));
  }

  void cellText_neverShowsNothingAsZero()
  {
    const ReportColumn rate{QStringLiteral("refund_rate"), QStringLiteral("refund_rate"), QStringLiteral("Refund rate"),
                            ColumnKind::Rate};
    QCOMPARE(cellText(ReportCell(), rate, QTimeZone::utc()), QStringLiteral("–"));
    QVERIFY(cellText(ReportCell(0.0), rate, QTimeZone::utc()).contains(u'0'));
    QVERIFY(!cellNumber(ReportCell()));
    QCOMPARE(*cellNumber(ReportCell(Money(1'250, Currency()))), 12.5);
  }
};

SC_TEST(ReportWordsTest)
#include "reportwords_test.moc"
