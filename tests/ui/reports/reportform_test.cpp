#include "core/reports/rates.h"
#include "tests/support/testmain.h"
#include "ui/reports/reportform.h"

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
