#include "core/reports/articlemoves.h"
#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/names.h"
#include "core/reports/stockages.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

constexpr int kDemandDays = 30;
constexpr std::array<const char*, 6> kAges{"age_30", "age_60", "age_90", "age_180", "age_365", "age_older"};

bool isByWarehouse(const ReportSpec& spec)
{
  return spec.options.value(QStringLiteral("by")) == QLatin1String("warehouse");
}

/// Orders name no warehouse: demand is told of an article over all of them.
std::vector<TableFigure> demandFigures()
{
  using F = TableFigure;
  return {
      tableFigure("sold_30", "Sold in 30 days", ColumnKind::Count, F::Sum,
                  "pieces of valid orders of the 30 days before today"),
      tableFigure("days_in_stock", "Days in stock", ColumnKind::Count, F::Sum,
                  "of these 30 days, those on which there was something to sell; all of them where nobody has counted"),
      tableFigure("daily_demand", "Daily demand", ColumnKind::Number, F::Quotient, "sold in 30 days / days in stock"),
      tableFigure("days_of_cover", "Days of cover", ColumnKind::Number, F::Quotient,
                  "available / daily demand; none without sales"),
  };
}

TableShape shape(const ReportSpec& spec)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {tableHead("product", "SKU"), tableHead("product_title", "Product")};
  shape.labels = {QStringLiteral("product_title")};
  if (isByWarehouse(spec))
    shape.heads.push_back(tableHead("warehouse", "Warehouse"));
  shape.figures = {
      tableFigure("on_hand", "On hand", ColumnKind::Count, F::Sum, "pieces that lie there"),
      tableFigure("reserved", "Reserved", ColumnKind::Count, F::Sum, "pieces that orders claim"),
      tableFigure("blocked", "Blocked", ColumnKind::Count, F::Sum, "pieces that must not be sold"),
      tableFigure("available", "Available", ColumnKind::Count, F::Sum, "on hand - reserved - blocked"),
      tableFigure("incoming", "On order", ColumnKind::Count, F::Sum, "pieces that are ordered and did not come yet"),
      tableFigure("age_30", "0–30 days", ColumnKind::Count, F::Sum,
                  "pieces received in the last 30 days, first in, first out"),
      tableFigure("age_60", "31–60 days", ColumnKind::Count, F::Sum, "pieces received 31 to 60 days ago"),
      tableFigure("age_90", "61–90 days", ColumnKind::Count, F::Sum, "pieces received 61 to 90 days ago"),
      tableFigure("age_180", "91–180 days", ColumnKind::Count, F::Sum, "pieces received 91 to 180 days ago"),
      tableFigure("age_365", "181–365 days", ColumnKind::Count, F::Sum, "pieces received 181 to 365 days ago"),
      tableFigure("age_older", "Over a year", ColumnKind::Count, F::Sum,
                  "pieces received over a year ago, or nobody knows when"),
      tableFigure("oldest_days", "Oldest piece, days", ColumnKind::Count, F::Ranked,
                  "days since the oldest piece was received, first in, first out", 1),
      tableFigure("dead_units", "No sale in 90 days", ColumnKind::Count, F::Sum,
                  "pieces on hand of articles of which none was sold in 90 days"),
  };
  if (!isByWarehouse(spec))
    for (TableFigure& figure : demandFigures())
      shape.figures.push_back(std::move(figure));
  return shape;
}

void tellBalance(FigureTable& table, const QStringList& keys, const Balance& b, const DayCut& cut, bool isDead)
{
  FigureRow what;
  what.thing = FigureRow::Thing::Sku;
  what.number = b.sku;
  what.text = b.warehouse;
  table.add(keys, "on_hand", b.onHand, what);
  table.add(keys, "reserved", b.reserved, what);
  table.add(keys, "blocked", b.blocked, what);
  table.add(keys, "available", b.onHand - b.reserved - b.blocked, what);
  table.add(keys, "incoming", b.incoming, what);
  for (size_t i = 0; i < kAges.size(); ++i)
    table.add(keys, kAges[i], b.ages[i], what);
  if (b.oldest)
    table.add(keys, "oldest_days", cut.dayOf(table.spec().now) - cut.dayOf(*b.oldest), what);
  table.add(keys, "dead_units", isDead ? b.onHand : 0, what);
}

void tellDemand(FigureTable& table, const QString& sku, qint64 sold, qint64 days, qint64 available)
{
  FigureRow what;
  what.thing = FigureRow::Thing::Sku;
  what.number = sku;
  table.add({sku}, "sold_30", sold, what);
  table.add({sku}, "days_in_stock", days, what);
  table.add({sku}, "daily_demand", sold, what);
  table.add({sku}, "daily_demand", days, what, Part::Base);
  table.add({sku}, "days_of_cover", std::max<qint64>(0, available) * days, what);
  table.add({sku}, "days_of_cover", sold, what, Part::Base);
}

Result<void> walkDemand(Connection& c, FigureTable& table, const std::vector<Balance>& list, const DayCut& cut)
{
  const qint64 today = cut.dayOf(table.spec().now), from = today - kDemandDays;
  SC_TRY_ASSIGN(sold, soldIn(c, table.spec(), cut, today, kDemandDays));
  SC_TRY_ASSIGN(moves, articleMoves(c, cut.startOf(from), cut.startOf(today)));
  QMap<QString, qint64> available;
  for (const Balance& balance : list)
    available[balance.sku] += balance.onHand - balance.reserved - balance.blocked;
  for (auto article = available.cbegin(); article != available.cend(); ++article) {
    const auto known = moves.constFind(article.key());
    tellDemand(table, article.key(), sold.value(article.key()),
               known == moves.constEnd() ? kDemandDays : known->daysInStock(cut, from, today), *article);
  }
  return {};
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const ReportSpec& spec = table.spec();
  const DayCut cut(spec.timeZone);
  const qint64 today = cut.dayOf(spec.now);
  SC_TRY_ASSIGN(list, agedBalances(c, cut, today));
  SC_TRY_ASSIGN(soldLately, soldIn(c, spec, cut, today, kDeadDays));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Articles}));
  for (const Balance& balance : list) {
    table.name(QStringLiteral("product_title"), balance.sku, names.titles.value(balance.sku));
    tellBalance(table, isByWarehouse(spec) ? QStringList{balance.sku, balance.warehouse} : QStringList{balance.sku},
                balance, cut, balance.onHand > 0 && soldLately.value(balance.sku) == 0);
  }
  if (!list.empty())
    table.addNote(QStringLiteral("ages: pieces are aged first in, first out; what lay there before the first receipt "
                                 "counts as over a year"));
  return isByWarehouse(spec) ? Result<void>() : walkDemand(c, table, list, cut);
}

} // namespace

std::vector<ReportDefinition> stockDefinitions()
{
  ReportDefinition made = TableDefinition<shape, walk>::definition(
      "stock", "Stock and ageing", "What lies where, how long, and how long it lasts", Basis::Present,
      {{QStringLiteral("by"), {QStringLiteral("product"), QStringLiteral("warehouse")}, QStringLiteral("product")}});
  made.version = 2; // 1 divided by all days, whether or not there was something to sell
  return {made};
}

} // namespace supercargo
