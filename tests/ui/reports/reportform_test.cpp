#include "core/reports/cubereport.h"
#include "core/reports/rates.h"
#include "tests/support/testmain.h"
#include "ui/reports/reportform.h"

#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

using namespace supercargo;

class ReportFormTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void statedCosts_areTypedAndReachTheReport()
  {
    ReportForm form([] { return QDate(2026, 3, 1); });
    form.setReport(*findReport(QStringLiteral("profit.margins")));
    const auto fields = form.findChildren<QLineEdit*>();
    QList<QLineEdit*> numbers;
    for (QLineEdit* field : fields)
      if (field->validator() && !field->accessibleName().isEmpty())
        numbers.append(field);
    QCOMPARE(numbers.size(), rateNames().size());
    QSignalSpy changed(&form, &ReportForm::changed);
    const auto freight = std::find_if(numbers.begin(), numbers.end(), [](const QLineEdit* field) {
      return field->accessibleName() == QStringLiteral("Freight a parcel");
    });
    QVERIFY(freight != numbers.end());
    QTest::keyClicks(*freight, QStringLiteral("3.5x0"));
    QTest::keyClick(*freight, Qt::Key_Return);
    QCOMPARE(changed.size(), 1);
    QCOMPARE(form.spec().options.value(QStringLiteral("freight")), QStringLiteral("3.50"));
    QCOMPARE(form.spec().options.value(QStringLiteral("packaging")), QString());
  }

  void oneDimension_canStandAcross()
  {
    ReportForm form([] { return QDate(2026, 3, 1); });
    form.setReport(*findReport(QStringLiteral("pivot")), {{QStringLiteral("dimensions"), QStringLiteral("province")}});
    QComboBox* columns = nullptr;
    for (auto* combo : form.findChildren<QComboBox*>())
      if (combo->accessibleName() == QLatin1String("Columns"))
        columns = combo;
    QVERIFY(columns);
    QCOMPARE(columns->currentText(), QStringLiteral("None"));
    QCOMPARE(columns->count(), reportDimensions().size() + 1);
    QSignalSpy changed(&form, &ReportForm::changed);
    columns->setCurrentIndex(columns->findData(QStringLiteral("segment")));
    QCOMPARE(changed.size(), 1);
    QCOMPARE(form.spec().options.value(QStringLiteral("columns")), QStringLiteral("segment"));
    QCOMPARE(form.spec().options.value(QStringLiteral("dimensions")), QStringLiteral("province"));
  }

  void article_isTypedByItsName()
  {
    ReportForm form([] { return QDate(2026, 3, 1); });
    form.setReport(*findReport(QStringLiteral("sales.together")));
    QLineEdit* article = nullptr;
    for (auto* field : form.findChildren<QLineEdit*>())
      if (field->accessibleName() == QLatin1String("Article (SKU)"))
        article = field;
    QVERIFY(article);
    QTest::keyClicks(article, QStringLiteral("TEA-250"));
    QTest::keyClick(article, Qt::Key_Return);
    QCOMPARE(form.spec().options.value(QStringLiteral("product")), QStringLiteral("TEA-250"));
  }

  void otherReports_askForNoCosts()
  {
    ReportForm form([] { return QDate(2026, 3, 1); });
    form.setReport(*findReport(QStringLiteral("fulfilment")));
    for (const QString& rate : rateNames())
      QVERIFY(!form.spec().options.contains(rate));
  }
};

SC_TEST(ReportFormTest)
#include "reportform_test.moc"
