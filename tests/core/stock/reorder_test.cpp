#include "core/stock/alerts.h"
#include "core/stock/articledemand.h"
#include "core/stock/articles.h"
#include "core/stock/replenishment.h"
#include "tests/core/stock/stockworld.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace supercargo;
using namespace supercargo::test;

namespace {

constexpr auto kDay = std::chrono::hours(24);
const QString kTea = QStringLiteral("TEA");

} // namespace

/// One rule for when to order: what alerts call low is what suggestions call due.
class ReorderTest : public QObject, StockWorld {
  Q_OBJECT

  ReplenishmentRow suggestion(const QString& sku)
  {
    ReplenishmentOptions options;
    options.skus = {sku};
    options.dueOnly = false;
    return must(replenishment(c(), QTimeZone::utc(), options, kStockNow)).rows.at(0);
  }
  std::vector<StockAlert> alerts()
  {
    must(refreshAllStockAlerts(c(), kStockNow, m_changes));
    return must(stockAlerts(c(), kStockNow));
  }
  static StockThreshold ofTea()
  {
    StockThreshold t;
    t.scope = ThresholdScope::Sku;
    t.subject = kTea;
    return t;
  }

private Q_SLOTS:
  void initTestCase_data() { addEngines(); }
  void init() { begin(engineOfRow()); }
  void cleanup() { end(); }

  void level_isTheReorderPointRoundedUp()
  {
    // d L + z sqrt(L s_d^2): 10 × 4 + 1.6449 × 3 × 2 = 49.87
    ReorderRule rule{{4, 0, LeadTimeSource::Agreed, 0, std::nullopt}, 0.95, std::nullopt};
    QCOMPARE(reorderLevel(rule, {10, 3}), std::optional<qint64>(50));
    QCOMPARE(reorderLevel(rule, {10, 0}), std::optional<qint64>(40));
    // … and with a lead time that varies by 2 days: 40 + 1.6449 × sqrt(36 + 400) = 74.35
    rule.lead.deviation = 2;
    QCOMPARE(reorderLevel(rule, {10, 3}), std::optional<qint64>(75));
    QCOMPARE(reorderLevel(rule, {0, 0}), std::optional<qint64>());
    rule.low = 7;
    QCOMPARE(reorderLevel(rule, {10, 3}), std::optional<qint64>(7));
  }

  void alertsAndSuggestions_agreeAboutEveryArticle()
  {
    QRandomGenerator dice(5);
    StockThreshold surer = ofTea();
    surer.subject = QStringLiteral("S-3");
    surer.service = 0.999;
    limit(surer);
    surer.subject = QStringLiteral("S-4");
    surer.service = std::nullopt;
    surer.leadDays = 30;
    limit(surer);
    SupplyTerms terms;
    terms.supplier = QStringLiteral("mill");
    terms.sku = QStringLiteral("S-5");
    terms.leadDays = 21;
    terms.leadDeviation = 5;
    must(saveSupplyTerms(c(), terms, QStringLiteral("lin"), kStockNow, m_changes));
    constexpr int kArticles = 14;
    for (int i = 0; i < kArticles; ++i) {
      const QString sku = QStringLiteral("S-%1").arg(i);
      receive(sku, 400, kStockNow - 60 * kDay);
      for (int day = 35; day > 0; --day)
        if (const int pieces = int(dice.bounded(5)); pieces > 0)
          sell(sku, pieces, kStockNow - day * kDay);
      // To somewhere near the level.
      const qint64 left = must(stockRow(c(), sku, QStringLiteral("main"))).available();
      must(adjustByHand(c(), m_worker, {sku, {}, {}}, 5 + dice.bounded(50) - left, QStringLiteral("x"), kStockNow,
                        m_changes));
    }
    QSet<QString> warned;
    for (const StockAlert& alert : alerts())
      warned.insert(alert.sku);
    int due = 0;
    for (int i = 0; i < kArticles; ++i) {
      const ReplenishmentRow row = suggestion(QStringLiteral("S-%1").arg(i));
      QCOMPARE(row.suggestion.isDue, warned.contains(row.sku));
      due += row.suggestion.isDue ? 1 : 0;
    }
    QVERIFY2(due > 1 && due < kArticles - 1, qPrintable(QString::number(due)));
    QCOMPARE(suggestion(QStringLiteral("S-3")).policy.serviceLevel, 0.999);
    QCOMPARE(suggestion(QStringLiteral("S-4")).terms.lead.source, LeadTimeSource::Set);
    QCOMPARE(suggestion(QStringLiteral("S-5")).terms.lead.days, 21.0);
  }

  void alert_namesTheSuppliersLeadTime()
  {
    receive(kTea, 30, kStockNow - 40 * kDay);
    for (int day = 1; day <= 35; ++day)
      sell(kTea, 2, kStockNow - day * kDay);
    QCOMPARE(alerts().size(), std::size_t(0)); // 30 are there, 14 are asked for while new goods come
    SupplyTerms terms;
    terms.sku = kTea;
    terms.supplier = QStringLiteral("mill");
    terms.leadDays = 20;
    must(saveSupplyTerms(c(), terms, QStringLiteral("lin"), kStockNow, m_changes));
    QCOMPARE(alerts().at(0).kind, StockAlertKind::Cover);
    QCOMPARE(alerts().at(0).facts.value(QStringLiteral("lead_days")).toInt(), 20);
    for (const int days : {3, 4, 5}) // the supplier is faster than agreed
      must(noteSupplyReceipt(c(), {kTea, terms.supplier, kStockNow - days * kDay, kStockNow, 10}, m_changes));
    QVERIFY(alerts().empty());
  }

  void levelSetByHand_isFilledUpWithoutDemand()
  {
    receive(kTea, 3, kStockNow - kDay);
    StockThreshold t = ofTea();
    t.low = 5;
    limit(t);
    QCOMPARE(alerts().at(0).kind, StockAlertKind::Low);
    const ReplenishmentRow row = suggestion(kTea);
    QCOMPARE(row.suggestion.quantity, 3);
    must(expectStock(c(), m_worker, {kTea, {}, {}}, row.suggestion.quantity, QStringLiteral("PO"), kStockNow,
                     m_changes));
    QVERIFY(alerts().empty()); // what was suggested heals the alert
    QCOMPARE(suggestion(kTea).suggestion.quantity, 0);
  }

  void categoryThreshold_countsForBoth()
  {
    offer(kTea, std::nullopt, QStringLiteral("Leaf"));
    StockThreshold t;
    t.scope = ThresholdScope::Category;
    t.subject = QStringLiteral("Leaf");
    t.low = 9;
    limit(t);
    receive(kTea, 9, kStockNow);
    QCOMPARE(alerts().size(), std::size_t(1));
    QCOMPARE(suggestion(kTea).terms.low, std::optional<qint64>(9));
    QVERIFY(suggestion(kTea).suggestion.isDue);
  }

  void daysBeforeStockWasKnown_areNoStockOuts()
  {
    // A shop with a history connects: ten pieces in a hundred days are not one a day.
    for (int day = 100; day > 0; day -= 10)
      sell(kTea, 1, kStockNow - day * kDay);
    must(openStock(c(), m_worker, {{1, {kTea, {}, {}}, 8}}, QStringLiteral("file"), kStockNow, m_changes));
    const double perDay = suggestion(kTea).terms.demand.perDay;
    QVERIFY2(perDay > 0.02 && perDay < 0.2, qPrintable(QString::number(perDay)));
  }

  void cost_isTheArticlesOwnBeforeTheSuppliersPrice()
  {
    receive(kTea, 1, kStockNow - 30 * kDay);
    for (int day = 29; day > 0; --day)
      sell(kTea, 1, kStockNow - day * kDay);
    SupplyTerms terms;
    terms.sku = kTea;
    terms.supplier = QStringLiteral("mill");
    terms.leadDays = 5;
    terms.unitCost = Money(300, Currency());
    terms.orderCost = Money(900, Currency());
    must(saveSupplyTerms(c(), terms, QStringLiteral("lin"), kStockNow, m_changes));
    QCOMPARE(suggestion(kTea).unitCost->minor(), 300);
    must(setCost(c(), m_worker, kTea, Money(450, Currency()), kStockNow - kDay, {}, kStockNow));
    must(setCost(c(), m_worker, kTea, Money(999, Currency()), kStockNow + kDay, {}, kStockNow)); // not yet
    const ReplenishmentRow row = suggestion(kTea);
    QCOMPARE(row.unitCost->minor(), 450);
    QCOMPARE(row.cost->minor(), 450 * row.suggestion.quantity);
    QCOMPARE(row.terms.orderCostInPieces, std::optional(2.0));
  }

  void keptForecast_isWhatASuggestionComputes()
  {
    receive(kTea, 500, kStockNow - 90 * kDay);
    for (int day = 80; day > 0; --day)
      sell(kTea, 1 + day % 7, kStockNow - day * kDay);
    const auto kept = must(computeArticleDemand(c(), QTimeZone::utc(), Currency(), kDemandDays, kStockNow));
    QCOMPARE(kept.size(), std::size_t(1));
    QCOMPARE(kept.front().perDay, suggestion(kTea).terms.demand.perDay);
    QVERIFY(!must(keptDemand(c(), kTea, kStockNow)));
    must(saveArticleDemand(c(), kept, kStockNow, m_changes));
    QCOMPARE(must(keptDemand(c(), kTea, kStockNow))->perDay, kept.front().perDay);
    QVERIFY(!must(keptDemand(c(), kTea, kStockNow + 25 * std::chrono::hours(1))));
  }
};

SC_TEST(ReorderTest)
#include "reorder_test.moc"
