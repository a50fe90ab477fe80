#include "tests/support/tempdatabase.h"
#include "tests/support/testmain.h"
#include "ui/inventory/classmatrixview.h"
#include "ui/inventory/whatifview.h"
#include "ui/text/language.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QRegularExpression>
#include <QSlider>

using namespace supercargo;
using namespace supercargo::test;

namespace {

QString toldBy(QWidget& view)
{
  QString text;
  for (const QLabel* label : view.findChildren<QLabel*>())
    text += label->text() + u' ';
  return text;
}

/// "…: %1 pieces of safety stock" and "About %1 pieces a year": what is weighed against what.
std::pair<double, double> weighed(QWidget& view)
{
  const QString text = toldBy(view).remove(u',');
  const auto number = [&](const char* before, const char* behind) {
    const QRegularExpression pattern(QLatin1String(before) + QStringLiteral("([0-9.]+)") + QLatin1String(behind));
    return pattern.match(text).captured(1).toDouble();
  };
  return {number("cycle: ", " pieces of safety"), number("About ", " pieces a year")};
}

} // namespace

/// The two views that weigh: cost against the risk of a stock-out, and value against steadiness.
class WhatIfTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void initTestCase() { applyTheme(*qApp, ThemeMode::Light); }
  void init() { setLanguage(QStringLiteral("en")); }

  void higherService_costsMoreStockAndLosesFewerSales()
  {
    ReplenishmentTerms terms;
    terms.demand = {10, 4};
    terms.lead = {7, 2, LeadTimeSource::Agreed, 0, std::nullopt};
    WhatIfView view;
    view.show(terms, ReplenishmentPolicy(), Money(300, Currency()));
    auto* slider = view.findChild<QSlider*>();
    QVERIFY(slider->isEnabled());
    double stock = -1, lost = 1e9;
    for (const int thousandths : {600, 800, 950, 990}) {
      slider->setValue(thousandths);
      const auto [safety, vain] = weighed(view);
      QVERIFY2(safety > stock && vain < lost, qPrintable(toldBy(view)));
      stock = safety;
      lost = vain;
    }
    QVERIFY(toldBy(view).contains(QStringLiteral("ties up")));
  }

  void withoutDemand_nothingIsWeighed()
  {
    WhatIfView view;
    view.show(ReplenishmentTerms(), ReplenishmentPolicy(), std::nullopt);
    QVERIFY(!view.findChild<QSlider*>()->isEnabled());
    QVERIFY(toldBy(view).contains(QStringLiteral("Without demand")));
  }

  void field_isChosenWithWhatItStandsFor()
  {
    ClassField steady, fresh;
    steady.value = ValueClass::A;
    steady.steadiness = SteadinessClass::X;
    steady.articles = 3;
    steady.soldMinor = 12300;
    fresh.value = ValueClass::C;
    fresh.articles = 7;
    ClassMatrixView matrix(*Currency::of(QStringLiteral("CNY")));
    matrix.show({steady, fresh}, QString());
    std::vector<std::pair<ValueClass, std::optional<SteadinessClass>>> chosen;
    connect(&matrix, &ClassMatrixView::chosen, this, [&](ValueClass value, std::optional<SteadinessClass> steadiness) {
      chosen.push_back({value, steadiness});
    });
    int enabled = 0;
    for (QPushButton* button : matrix.findChildren<QPushButton*>()) {
      enabled += button->isEnabled() ? 1 : 0;
      button->click();
    }
    QCOMPARE(enabled, 2);
    QCOMPARE(chosen.size(), std::size_t(2));
    QVERIFY(chosen[0].first == ValueClass::A && chosen[0].second == SteadinessClass::X);
    QVERIFY(chosen[1].first == ValueClass::C && !chosen[1].second);
  }
};

SC_TEST(WhatIfTest)
#include "whatif_test.moc"
