#include "core/store/freightbills.h"
#include "tests/support/testmain.h"
#include "tests/ui/pagefixture.h"
#include "ui/shipments/tariffsdialog.h"
#include "ui/text/language.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QTableWidget>

using namespace supercargo;
using namespace supercargo::test;

namespace {

struct Dialog : PageFixture {
  Dialog() : PageFixture(0)
  {
    dialog = std::make_unique<TariffsDialog>(context());
    dialog->show();
  }
  QPushButton* button(const QString& text) const
  {
    for (auto* found : dialog->findChildren<QPushButton*>())
      if (found->text() == text)
        return found;
    qFatal("no button %s", qPrintable(text));
  }
  QLineEdit* field(const QString& name) const
  {
    for (auto* found : dialog->findChildren<QLineEdit*>())
      if (found->accessibleName() == name)
        return found;
    qFatal("no field %s", qPrintable(name));
  }
  std::vector<FreightTariff> tariffs()
  {
    return read<std::vector<FreightTariff>>([](Connection& c) { return freightTariffs(c); });
  }
  QTableWidget* table() const { return dialog->findChild<QTableWidget*>(); }

  std::unique_ptr<TariffsDialog> dialog;
};

} // namespace

class TariffsDialogTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void tariff_isAddedListedAndRemoved()
  {
    Dialog f;
    QVERIFY(!f.button(QStringLiteral("Add"))->isEnabled());
    f.field(QStringLiteral("Its price, CNY"))->setText(QStringLiteral("12.00"));
    f.field(QStringLiteral("Price of each, CNY"))->setText(QStringLiteral("8"));
    f.field(QStringLiteral("Regions"))->setText(QStringLiteral("新疆，西藏 US"));
    auto* courier = f.dialog->findChild<QComboBox*>();
    courier->setCurrentIndex(courier->findData(QStringLiteral("zto")));
    f.button(QStringLiteral("Add"))->click();
    QTRY_COMPARE(f.table()->rowCount(), 1);
    const auto kept = f.tariffs();
    QCOMPARE(kept.size(), size_t(1));
    QCOMPARE(kept.front().courier, QStringLiteral("zto"));
    QCOMPARE(kept.front().regions, (QStringList{QStringLiteral("新疆"), QStringLiteral("西藏"), QStringLiteral("US")}));
    QCOMPARE(kept.front().first.minor(), 1200);
    QCOMPARE(kept.front().step.minor(), 800);
    QVERIFY(!f.button(QStringLiteral("Remove"))->isEnabled());
    f.table()->selectRow(0);
    QVERIFY(f.button(QStringLiteral("Remove"))->isEnabled());
    f.button(QStringLiteral("Remove"))->click();
    QTRY_COMPARE(f.table()->rowCount(), 0);
    QVERIFY(f.tariffs().empty());
  }

  void priceThatIsNone_cannotBeAdded()
  {
    Dialog f;
    f.field(QStringLiteral("Its price, CNY"))->setText(QStringLiteral("cheap"));
    QVERIFY(!f.button(QStringLiteral("Add"))->isEnabled());
    f.field(QStringLiteral("Its price, CNY"))->setText(QStringLiteral("3.50"));
    QVERIFY(f.button(QStringLiteral("Add"))->isEnabled());
    f.field(QStringLiteral("Least price, CNY"))->setText(QStringLiteral("-1"));
    QVERIFY(!f.button(QStringLiteral("Add"))->isEnabled());
  }
};

SC_TEST(TariffsDialogTest)
#include "tariffsdialog_test.moc"
