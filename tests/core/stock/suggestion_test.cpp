#include "core/stock/suggestion.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace supercargo;

namespace {

ReplenishmentTerms terms()
{
  ReplenishmentTerms t;
  t.demand = {10, 4};
  t.lead = {9, 2, LeadTimeSource::Agreed, 0, std::nullopt};
  t.onHand = 90;
  return t;
}

qint64 quantityOf(const std::vector<OtherCase>& cases, const char* change)
{
  for (const OtherCase& other : cases)
    if (other.change == QLatin1String(change))
      return other.quantity;
  return -1;
}

} // namespace

class SuggestionTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void suggest_addsUp()
  {
    const Suggestion s = suggestOrder(terms(), {});
    const double z = 1.6448536269514722;
    QCOMPARE(s.safetyStock, z * std::sqrt(9 * 16.0 + 100 * 4.0));
    QCOMPARE(s.reorderPoint, 90 + s.safetyStock);
    QCOMPARE(s.orderUpTo, 160 + z * std::sqrt(16 * 16.0 + 100 * 4.0));
    QCOMPARE(s.wanted, s.orderUpTo - 90);
    QCOMPARE(s.quantity, qint64(std::ceil(s.wanted)));
    QCOMPARE(s.dueInDays.value(), 0.0);
  }

  void suggest_waitsAboveTheReorderPoint()
  {
    ReplenishmentTerms t = terms();
    t.onHand = 300;
    const Suggestion s = suggestOrder(t, {});
    QVERIFY(!s.isDue);
    QCOMPARE(s.quantity, qint64(0));
    QCOMPARE(s.dueInDays.value(), (300 - s.reorderPoint) / 10);
  }

  void suggest_countsReservedBlockedAndComing()
  {
    ReplenishmentTerms t = terms();
    const qint64 before = suggestOrder(t, {}).quantity;
    t.reserved = 7;
    t.blocked = 3;
    QCOMPARE(suggestOrder(t, {}).quantity, before + 10);
    t.incoming = 6;
    t.inTransfer = 4;
    QCOMPARE(suggestOrder(t, {}).quantity, before);
  }

  void suggest_ordersAtLeastTheEconomicLot()
  {
    ReplenishmentTerms t = terms();
    t.orderCostInPieces = 50;
    const Suggestion s = suggestOrder(t, {});
    QCOMPARE(s.economicLot.value(), std::sqrt(2 * 50 * 3650 / 0.25));
    QCOMPARE(s.quantity, qint64(std::ceil(*s.economicLot)));
  }

  void suggest_coversOversoldStock()
  {
    ReplenishmentTerms t = terms();
    t.onHand = -20;
    const Suggestion s = suggestOrder(t, {});
    QCOMPARE(s.daysOfCover.value(), 0.0);
    QCOMPARE(s.wanted, s.orderUpTo + 20);
  }

  void otherCases_moveTheWayOneExpects()
  {
    ReplenishmentTerms t = terms();
    t.pack = 24;
    const qint64 now = suggestOrder(t, {}).quantity;
    const auto cases = otherCases(t, {});
    QVERIFY(quantityOf(cases, "lead_longer") > now);
    QVERIFY(quantityOf(cases, "demand_higher") > now);
    QVERIFY(quantityOf(cases, "demand_lower") < now);
    QVERIFY(quantityOf(cases, "service_higher") >= now);
    QVERIFY(quantityOf(cases, "without_pack") < now);
    t.pack = 1;
    QCOMPARE(quantityOf(otherCases(t, {}), "without_pack"), qint64(-1));
  }

  void servicePoint_tradesStockAgainstShortage()
  {
    ServicePoint before = servicePoint(terms(), {}, 0.5);
    QVERIFY(std::abs(before.safetyStock) < 1e-9);
    for (const double level : {0.8, 0.9, 0.95, 0.99}) {
      const ServicePoint next = servicePoint(terms(), {}, level);
      QVERIFY(next.safetyStock > before.safetyStock);
      QVERIFY(next.shortPerYear < before.shortPerYear);
      QVERIFY(next.fillRate > before.fillRate);
      before = next;
    }
    ReplenishmentTerms dead = terms();
    dead.demand = {};
    QCOMPARE(servicePoint(dead, {}, 0.95).shortPerYear, 0.0);
  }
};

SC_TEST(SuggestionTest)
#include "suggestion_test.moc"
