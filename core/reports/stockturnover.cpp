#include "core/reports/cuberun.h"
#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/names.h"
#include "core/reports/stockages.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

TableShape shape(const ReportSpec&)
{
  const auto figure = [](const char* key, const char* title, ColumnKind kind, TableFigure::How how,
                         const char* formula) {
    return TableFigure{QLatin1String(key), QLatin1String(title), QLatin1String(formula), kind, how};
  };
  using F = TableFigure;
  TableShape shape;
  shape.heads = {{QStringLiteral("product"), {}, QStringLiteral("SKU"), ColumnKind::Text},
                 {QStringLiteral("product_title"), {}, QStringLiteral("Product"), ColumnKind::Text},
                 {QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text}};
  shape.labels = {QStringLiteral("product_title")};
  shape.figures = {
      figure("opening_stock", "Opening stock", ColumnKind::Count, F::Sum, "pieces on hand when the first day began"),
      figure("received_units", "Received", ColumnKind::Count, F::Sum,
             "pieces that came in or were counted for the first time"),
      figure("sold_units", "Handed over", ColumnKind::Count, F::Sum,
             "pieces handed over for orders - pieces that came back"),
      figure("adjusted_units", "Adjusted", ColumnKind::Count, F::Sum,
             "what counts, corrections, transfers and losses changed"),
      figure("closing_stock", "Closing stock", ColumnKind::Count, F::Sum, "pieces on hand when the last day ended"),
      figure("sell_through", "Sell-through", ColumnKind::Rate, F::Quotient, "handed over / (opening stock + received)"),
      figure("goods_cost", "Cost of goods handed over", ColumnKind::Money, F::Sum,
             "pieces handed over x what a piece cost that day"),
      figure("average_stock", "Average stock", ColumnKind::Money, F::Sum,
             "stock at cost at the end of each day, averaged over the days"),
      figure("stock_turns", "Turns", ColumnKind::Number, F::Quotient,
             "cost of goods handed over / average stock, in these days"),
      figure("inventory_days", "Days of inventory", ColumnKind::Number, F::Quotient,
             "average stock x days / cost of goods handed over"),
      figure("shrinkage", "Shrinkage", ColumnKind::Money, F::Sum,
             "what counts, scrap and lost transfers took away, at cost"),
      figure("shrinkage_rate", "Shrinkage rate", ColumnKind::Rate, F::Quotient,
             "shrinkage / (opening stock + received), at cost"),
      figure("empty_days", "Days sold out", ColumnKind::Count, F::Sum, "days that ended with nothing available"),
      figure("stock_out_rate", "Stock-out rate", ColumnKind::Rate, F::Quotient,
             "days sold out / days since the article came"),
      figure("lost_sales", "Lost sales (estimate)", ColumnKind::Money, F::Sum, "daily demand x days sold out x price"),
  };
  shape.sortBy = QStringLiteral("goods_cost");
  return shape;
}

struct Move {
  Instant at{};
  QString kind;
  qint64 onHand = 0, available = 0;
};

/// One article over all warehouses.
struct Article {
  qint64 onHand = 0, available = 0; ///< when the last day ended
  std::vector<Move> moves;          ///< in these days, oldest first
  std::optional<Instant> came;
  double demand = 0; ///< pieces a day
  std::optional<Money> price;
};

using Articles = QMap<QString, Article>;

/// Only articles of which somebody has said how many there are.
Result<Articles> readArticles(Connection& c, Instant from, Instant end)
{
  Articles articles;
  SC_TRY(c.each(QStringLiteral("SELECT sku, CAST(SUM(on_hand) AS BIGINT), CAST(SUM(on_hand - reserved - blocked) AS "
                               "BIGINT) FROM stock GROUP BY sku HAVING MAX(known) > 0"),
                {}, [&](const Row& row) {
                  articles[row.text(0)].onHand = row.integer(1);
                  articles[row.text(0)].available = row.integer(2);
                }));
  const auto known = [&](const Row& row) {
    const auto article = articles.find(row.text(0));
    return article == articles.end() ? nullptr : &*article;
  };
  SC_TRY(c.each(QStringLiteral("SELECT sku, CAST(SUM(on_hand_delta) AS BIGINT), CAST(SUM(on_hand_delta - "
                               "reserved_delta - blocked_delta) AS BIGINT) FROM stock_movements WHERE at >= ? GROUP "
                               "BY sku"),
                {end}, [&](const Row& row) {
                  if (Article* article = known(row)) {
                    article->onHand -= row.integer(1);
                    article->available -= row.integer(2);
                  }
                }));
  SC_TRY(c.each(QStringLiteral("SELECT sku, at, kind, on_hand_delta, on_hand_delta - reserved_delta - blocked_delta "
                               "FROM stock_movements WHERE at >= ? AND at < ? ORDER BY at, id"),
                {from, end}, [&](const Row& row) {
                  if (Article* article = known(row))
                    article->moves.push_back({row.instant(1), row.text(2), row.integer(3), row.integer(4)});
                }));
  SC_TRY(c.each(QStringLiteral("SELECT sku, MIN(at) FROM stock_movements GROUP BY sku"), {}, [&](const Row& row) {
    if (Article* article = known(row))
      article->came = row.instant(1);
  }));
  SC_TRY(c.each(QStringLiteral("SELECT d.sku, d.per_day, f.price_minor, f.currency FROM article_demand d JOIN "
                               "stock_facts f ON f.sku = d.sku WHERE f.price_minor IS NOT NULL"),
                {}, [&](const Row& row) {
                  Article* article = known(row);
                  const auto currency = Currency::of(row.text(3));
                  if (!article || !currency)
                    return;
                  article->demand = row.real(1);
                  article->price = Money(row.integer(2), *currency);
                }));
  return articles;
}

bool isReceipt(const QString& kind)
{
  return kind == QLatin1String("receipt") || kind == QLatin1String("opening");
}

bool isSale(const QString& kind)
{
  return kind == QLatin1String("shipped") || kind == QLatin1String("returned");
}

bool isLoss(const QString& kind)
{
  return kind == QLatin1String("count") || kind == QLatin1String("scrap") || kind == QLatin1String("transfer_lost");
}

/// Walks one article through the days.
class ArticleWalk {
public:
  ArticleWalk(FigureTable& table, const QString& sku, const Article& article, const CostHistory& costs,
              const DayCut& cut, qint64 from, qint64 before)
      : m_table(table), m_sku(sku), m_article(article), m_costs(costs), m_cut(cut), m_from(from), m_before(before)
  {
    m_currency = unitAt(cut.startOf(before) - std::chrono::milliseconds(1));
    m_keys = {sku, m_currency ? m_currency->currency().code() : QString()};
    m_what.thing = FigureRow::Thing::Sku;
    m_what.number = sku;
  }

  void run()
  {
    qint64 onHand = m_article.onHand, available = m_article.available;
    for (const Move& move : m_article.moves) {
      onHand -= move.onHand;
      available -= move.available;
    }
    tellMoves(onHand);
    tellDays(onHand, available);
  }

private:
  std::optional<Money> unitAt(Instant moment) const { return m_costs.at(m_sku, moment); }

  /// What pieces are worth at that moment; nothing where their cost is unknown or of another currency.
  std::optional<qint64> worth(qint64 pieces, Instant moment) const
  {
    const auto unit = unitAt(moment);
    if (pieces == 0)
      return m_currency ? std::optional<qint64>(0) : std::nullopt;
    return unit && m_currency && unit->currency() == m_currency->currency() ? std::optional(pieces * unit->minor())
                                                                            : std::nullopt;
  }

  void tell(const char* figure, qint64 amount, Part part = Part::Value)
  {
    m_table.add(m_keys, figure, amount, m_what, part);
  }

  void tellWorth(std::initializer_list<const char*> figures, qint64 pieces, Instant moment, Part part)
  {
    const auto value = worth(pieces, moment);
    for (const char* figure : figures)
      if (value)
        tell(figure, *value, part);
      else
        m_table.setUnknown(m_keys, figure);
  }

  void tellMoves(qint64 opening)
  {
    const Instant start = m_cut.startOf(m_from);
    m_what.at = start;
    m_what.text = QStringLiteral("opening");
    tell("opening_stock", opening);
    tell("sell_through", opening, Part::Base);
    tellWorth({"shrinkage_rate"}, opening, start, Part::Base);
    tellWorth({"goods_cost", "shrinkage"}, 0, start, Part::Value); // known to be nothing, as long as nothing happens
    for (const char* figure : {"received_units", "sold_units", "adjusted_units"})
      tell(figure, 0);
    for (const Move& move : m_article.moves) {
      if (move.onHand == 0)
        continue;
      m_what.at = move.at;
      m_what.text = move.kind;
      tellMove(move);
    }
    m_what.at = m_cut.startOf(m_before);
    m_what.text = QStringLiteral("closing");
    tell("closing_stock", m_article.onHand);
  }

  void tellMove(const Move& move)
  {
    if (isSale(move.kind)) {
      tell("sold_units", -move.onHand);
      tell("sell_through", -move.onHand);
      tellWorth({"goods_cost", "stock_turns"}, -move.onHand, move.at, Part::Value);
      tellWorth({"inventory_days"}, -move.onHand, move.at, Part::Base);
      return;
    }
    if (isReceipt(move.kind)) {
      tell("received_units", move.onHand);
      tell("sell_through", move.onHand, Part::Base);
      tellWorth({"shrinkage_rate"}, move.onHand, move.at, Part::Base);
      return;
    }
    tell("adjusted_units", move.onHand);
    if (isLoss(move.kind))
      tellWorth({"shrinkage", "shrinkage_rate"}, -move.onHand, move.at, Part::Value);
  }

  void tellDays(qint64 onHand, qint64 available)
  {
    const qint64 came = m_article.came ? std::max(m_from, m_cut.dayOf(*m_article.came)) : m_from;
    qint64 value = 0, empty = 0, offered = 0;
    bool isValued = m_currency.has_value();
    auto next = m_article.moves.begin();
    for (qint64 day = m_from; day < m_before; ++day) {
      const Instant end = m_cut.startOf(day + 1);
      for (; next != m_article.moves.end() && next->at < end; ++next) {
        onHand += next->onHand;
        available += next->available;
      }
      if (day < came)
        continue;
      ++offered;
      empty += available <= 0 ? 1 : 0;
      const auto worthNow = worth(std::max<qint64>(0, onHand), end - std::chrono::milliseconds(1));
      isValued &= worthNow.has_value();
      value += worthNow.value_or(0);
    }
    m_what.at = m_cut.startOf(m_before);
    m_what.text = m_sku;
    tell("empty_days", empty);
    tell("stock_out_rate", empty);
    tell("stock_out_rate", offered, Part::Base);
    if (isValued) {
      const qint64 average = divided(value, m_before - m_from);
      tell("average_stock", average);
      tell("stock_turns", average, Part::Base);
      tell("inventory_days", value);
    }
    if (m_article.price && m_currency && m_article.price->currency() == m_currency->currency())
      tell("lost_sales", std::llround(m_article.demand * double(empty) * double(m_article.price->minor())));
  }

  FigureTable& m_table;
  QString m_sku;
  const Article& m_article;
  const CostHistory& m_costs;
  const DayCut& m_cut;
  qint64 m_from, m_before;
  std::optional<Money> m_currency; ///< its last cost, whose currency counts
  QStringList m_keys;
  FigureRow m_what;
};

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const qint64 from = DayCut::number(spec.from),
               before = std::min(DayCut::number(spec.to), cut.dayOf(spec.now)) + 1; // days to come say nothing
  if (from >= before)
    return {};
  SC_TRY_ASSIGN(articles, readArticles(c, cut.startOf(from), cut.startOf(before)));
  SC_TRY_ASSIGN(costs, CostHistory::read(c));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Articles}));
  for (auto article = articles.cbegin(); article != articles.cend(); ++article) {
    table.name(QStringLiteral("product_title"), article.key(), names.titles.value(article.key()));
    ArticleWalk(table, article.key(), *article, costs, cut, from, before).run();
  }
  return {};
}

} // namespace

std::vector<ReportDefinition> stockTurnoverDefinitions()
{
  return {TableDefinition<shape, walk>::definition("stock.turnover", "Stock turnover",
                                                   "How fast the stock sells, what it ties up and when it was missing",
                                                   Basis::Shipped)};
}

} // namespace supercargo
