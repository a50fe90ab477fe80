#include "core/base/simplexsearch.h"
#include "tests/support/testmain.h"

#include <cmath>
#include <limits>

using namespace supercargo;

class SimplexSearchTest : public QObject {
  Q_OBJECT
private Q_SLOTS:
  void search_findsTheBottomOfACurvedValley()
  {
    // Rosenbrock's function, whose least value 0 lies at (1, 1).
    const auto found = simplexSearch(
        [](const std::vector<double>& p) { return 100 * std::pow(p[1] - p[0] * p[0], 2) + std::pow(1 - p[0], 2); },
        {-1.2, 1}, {0.5, 0.5});
    QVERIFY(found.converged);
    QVERIFY(std::abs(found.at[0] - 1) < 1e-4 && std::abs(found.at[1] - 1) < 1e-4);
    QVERIFY(found.value < 1e-8);
  }

  void search_staysWhereItIsAllowed()
  {
    const auto cost = [](const std::vector<double>& p) {
      return p[0] > 1 ? std::numeric_limits<double>::quiet_NaN() : std::pow(p[0] - 2, 2);
    };
    const auto found = simplexSearch(cost, {1}, {0.3}); // the first step up is not allowed
    QVERIFY(found.at[0] <= 1);
    QVERIFY(std::abs(found.at[0] - 1) < 1e-3);
  }

  void search_saysWhenItsCallsAreUsedUp()
  {
    SimplexLimits limits;
    limits.mostCalls = 5;
    QVERIFY(!simplexSearch([](const std::vector<double>& p) { return p[0] * p[0]; }, {100}, {1}, limits).converged);
  }

  void newton_stepsToTheBottomFromNearby()
  {
    int calls = 0;
    const auto cost = [&calls](const std::vector<double>& p) {
      ++calls;
      return std::cosh(p[0] - 1) + std::exp(p[1]) - 2 * p[1] + (p[0] - 1) * (p[1] - std::log(2.0)) / 4;
    };
    const auto found = newtonSearch(cost, {1.1, 0.6});
    QVERIFY(found && found->converged);
    QVERIFY(std::abs(found->at[0] - 1) < 1e-7 && std::abs(found->at[1] - std::log(2.0)) < 1e-7);
    QVERIFY(calls < 50);
  }

  void newton_refusesWhereItDoesNotGoDown()
  {
    QVERIFY(!newtonSearch([](const std::vector<double>& p) { return -p[0] * p[0]; }, {0.1}));      // a hilltop
    QVERIFY(!newtonSearch([](const std::vector<double>& p) { return p[0]; }, {0.1}));              // a slope
    QVERIFY(!newtonSearch([](const std::vector<double>& p) { return std::pow(p[0], 2); }, {100})); // too far
    QVERIFY(!newtonSearch([](const std::vector<double>&) { return std::nan(""); }, {0}));
  }
};

SC_TEST(SimplexSearchTest)
#include "simplexsearch_test.moc"
