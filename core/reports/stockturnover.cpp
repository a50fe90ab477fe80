#include "core/reports/articlemoves.h"
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
  using F = TableFigure;
  TableShape shape;
  shape.heads = {{QStringLiteral("product"), {}, QStringLiteral("SKU"), ColumnKind::Text},
                 {QStringLiteral("product_title"), {}, QStringLiteral("Product"), ColumnKind::Text},
                 {QStringLiteral("currency"), {}, QStringLiteral("Currency"), ColumnKind::Text}};
  shape.labels = {QStringLiteral("product_title")};
  shape.figures = {
      tableFigure("opening_stock", "Opening stock", ColumnKind::Count, F::Sum,
                  "pieces on hand when the first day began"),
      tableFigure("received_units", "Received", ColumnKind::Count, F::Sum,
                  "pieces that came in or were counted for the first time"),
      tableFigure("sold_units", "Handed over", ColumnKind::Count, F::Sum,
                  "pieces handed over for orders - pieces that came back"),
      tableFigure("adjusted_units", "Adjusted", ColumnKind::Count, F::Sum,
                  "what counts, corrections, transfers and losses changed"),
      tableFigure("closing_stock", "Closing stock", ColumnKind::Count, F::Sum,
                  "pieces on hand when the last day ended"),
      tableFigure("sell_through", "Sell-through", ColumnKind::Rate, F::Quotient,
                  "handed over / (opening stock + received)"),
      tableFigure("goods_cost", "Cost of goods handed over", ColumnKind::Money, F::Sum,
                  "pieces handed over x what a piece cost that day"),
      tableFigure("average_stock", "Average stock", ColumnKind::Money, F::Sum,
                  "stock at cost at the end of each day, averaged over the days"),
      tableFigure("stock_turns", "Turns", ColumnKind::Number, F::Quotient,
                  "cost of goods handed over / average stock, in these days"),
      tableFigure("inventory_days", "Days of inventory", ColumnKind::Number, F::Quotient,
                  "average stock x days / cost of goods handed over"),
      tableFigure("gmroi", "GMROI", ColumnKind::Number, F::Quotient,
                  "(net sales - cost of goods) of the orders of these days / average stock at cost"),
      tableFigure("shrinkage", "Shrinkage", ColumnKind::Money, F::Sum,
                  "what counts, scrap and lost transfers took away, at cost"),
      tableFigure("shrinkage_rate", "Shrinkage rate", ColumnKind::Rate, F::Quotient,
                  "shrinkage / (opening stock + received), at cost"),
      tableFigure("empty_days", "Days sold out", ColumnKind::Count, F::Sum, "days that ended with nothing available"),
      tableFigure("stock_out_rate", "Stock-out rate", ColumnKind::Rate, F::Quotient,
                  "days sold out / days since the article came"),
      tableFigure("lost_sales", "Lost sales (estimate)", ColumnKind::Money, F::Sum,
                  "daily demand x days sold out x price"),
  };
  shape.sortBy = QStringLiteral("goods_cost");
  return shape;
}

/// What it is likely to sell, and for how much.
struct Demand {
  double perDay = 0;
  Money price;
};

Result<QHash<QString, Demand>> demands(Connection& c)
{
  QHash<QString, Demand> known;
  SC_TRY(c.each(QStringLiteral("SELECT d.sku, d.per_day, f.price_minor, f.currency FROM article_demand d JOIN "
                               "stock_facts f ON f.sku = d.sku WHERE f.price_minor IS NOT NULL"),
                {}, [&](const Row& row) {
                  if (const auto currency = Currency::of(row.text(3)))
                    known.insert(row.text(0), {row.real(1), Money(row.integer(2), *currency)});
                }));
  return known;
}

/// Net sales of an article in one currency, and what its pieces cost; no cost where that of any piece is unknown.
struct Sold {
  qint64 net = 0, cost = 0, units = 0, costed = 0;
};
using SoldArticles = QHash<std::pair<QString, QString>, Sold>; ///< article, currency

Result<SoldArticles> soldArticles(Connection& c, const ReportSpec& spec, const DayCut& cut, qint64 from, qint64 before)
{
  CubeQuery query;
  query.facts = FactKind::Line;
  query.dims = {QStringLiteral("article"), QStringLiteral("currency")};
  query.filters[QStringLiteral("state")] = {saleStateName(kValidSale)};
  for (const AccountId account : spec.accounts)
    query.filters[QStringLiteral("account")].append(QString::number(account.value()));
  query.from = from;
  query.before = before;
  SC_TRY_ASSIGN(rows, cubeRows(c, cut, query));
  const FactShape& shape = factShape(FactKind::Line);
  SoldArticles sold;
  for (const CubeRow& row : rows) {
    const auto of = [&](const char* name) { return row.measures[size_t(shape.measure(QLatin1String(name)))]; };
    sold.insert({row.keys[0], row.keys[1]},
                {of("gross") - of("discount") - of("refunded"), of("cost"), of("units"), of("costed_units")});
  }
  return sold;
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
  ArticleWalk(FigureTable& table, const QString& sku, const ArticleMoves& article, const CostHistory& costs,
              const DayCut& cut, qint64 from, qint64 before)
      : m_table(table), m_sku(sku), m_article(article), m_costs(costs), m_cut(cut), m_from(from), m_before(before)
  {
    m_currency = unitAt(cut.startOf(before) - std::chrono::milliseconds(1));
    m_keys = {sku, m_currency ? m_currency->currency().code() : QString()};
    m_what.thing = FigureRow::Thing::Sku;
    m_what.number = sku;
  }

  void run(const SoldArticles& sold, const std::optional<Demand>& demand)
  {
    const auto [onHand, available] = m_article.opening();
    tellMoves(onHand);
    tellDays(onHand, available, demand);
    tellMargin(sold);
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
    for (const ArticleMove& move : m_article.moves) {
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

  void tellMove(const ArticleMove& move)
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

  void tellDays(qint64 onHand, qint64 available, const std::optional<Demand>& demand)
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
      m_average = average;
      tell("inventory_days", value);
    }
    if (demand && m_currency && demand->price.currency() == m_currency->currency())
      tell("lost_sales", std::llround(demand->perDay * double(empty) * double(demand->price.minor())));
  }

  void tellMargin(const SoldArticles& sold)
  {
    const Sold own = sold.value({m_sku, m_currency ? m_currency->currency().code() : QString()});
    if (!m_average || own.costed != own.units)
      return;
    tell("gmroi", own.net - own.cost);
    tell("gmroi", *m_average, Part::Base);
  }

  FigureTable& m_table;
  QString m_sku;
  const ArticleMoves& m_article;
  const CostHistory& m_costs;
  const DayCut& m_cut;
  qint64 m_from, m_before;
  std::optional<Money> m_currency; ///< its last cost, whose currency counts
  QStringList m_keys;
  FigureRow m_what;
  std::optional<qint64> m_average; ///< stock at cost, where it is known on every day
};

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const qint64 from = DayCut::number(spec.from),
               before = std::min(DayCut::number(spec.to), cut.dayOf(spec.now)) + 1; // days to come say nothing
  if (from >= before)
    return {};
  SC_TRY_ASSIGN(articles, articleMoves(c, cut.startOf(from), cut.startOf(before)));
  SC_TRY_ASSIGN(demand, demands(c));
  SC_TRY_ASSIGN(sold, soldArticles(c, spec, cut, from, before));
  SC_TRY_ASSIGN(costs, CostHistory::read(c));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Articles}));
  for (auto article = articles.cbegin(); article != articles.cend(); ++article) {
    table.name(QStringLiteral("product_title"), article.key(), names.titles.value(article.key()));
    const auto likely = demand.constFind(article.key());
    ArticleWalk(table, article.key(), *article, costs, cut, from, before)
        .run(sold, likely == demand.constEnd() ? std::nullopt : std::optional(*likely));
  }
  return {};
}

} // namespace

std::vector<ReportDefinition> stockTurnoverDefinitions()
{
  return {TableDefinition<shape, walk>::definition("stock.turnover", "Stock turnover",
                                                   "How fast the stock sells, what it ties up and when it was missing",
                                                   Basis::Happened)};
}

} // namespace supercargo
