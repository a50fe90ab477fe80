#include "core/domain/courier.h"
#include "core/reports/figures.h"
#include "core/reports/figuretable.h"
#include "core/reports/rfm.h"
#include "tests/support/testmain.h"
#include "ui/text/format.h"
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

  void declineReasons_areNamedInChinese()
  {
    QStringList missing;
    for (const QString& reason : declineReasons())
      if (dimensionText(QStringLiteral("decline_reason"), reason) == reason)
        missing.append(reason);
    QCOMPARE(missing, QStringList());
  }

  void parcelsReasons_readAsWords()
  {
    const auto text = [](const char* reason) {
      return dimensionText(QStringLiteral("reason"), QString::fromUtf8(reason));
    };
    QCOMPARE(text("damaged"), QStringLiteral("破损"));
    QCOMPARE(text("none"), QStringLiteral("没有异常"));
    QCOMPARE(text("尺寸不合适"), QStringLiteral("尺寸不合适")); // a shop's own words stay
    QCOMPARE(dimensionText(QStringLiteral("courier"), QStringLiteral("sf")), findCourier(u"sf")->zh);
    QCOMPARE(dimensionText(QStringLiteral("method"), QStringLiteral("alipay")), QStringLiteral("支付宝"));
    QCOMPARE(dimensionText(QStringLiteral("method"), QStringLiteral("到付")), QStringLiteral("到付"));
    setLanguage(QStringLiteral("en"));
    QCOMPARE(dimensionText(QStringLiteral("courier"), QStringLiteral("sf")), findCourier(u"sf")->en);
    QCOMPARE(text("damaged"), QStringLiteral("Damaged"));
    QCOMPARE(dimensionText(QStringLiteral("reason"), QString()), QStringLiteral("Reason not told"));
    for (const RfmSegment segment : kRfmSegments)
      QVERIFY(dimensionText(QStringLiteral("segment"), rfmSegmentName(segment)) != rfmSegmentName(segment));
    QCOMPARE(dimensionText(QStringLiteral("parcel_status"), QStringLiteral("out_for_delivery")),
             statusWord(ParcelStatus::OutForDelivery).word);
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
