#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/names.h"
#include "core/store/daycubes.h"
#include "core/store/orderid.h"

#include <algorithm>

namespace supercargo {
namespace {

using Part = FigureRow::Part;

const QString kProduct = QStringLiteral("product");
constexpr qsizetype kMostPartners = 50;

TableShape shape(const ReportSpec&)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {tableHead("product", "SKU"), tableHead("product_title", "Product")};
  shape.labels = {QStringLiteral("product_title")};
  shape.figures = {
      tableFigure("orders_with_both", "Orders with both", ColumnKind::Count, F::Sum,
                  "valid orders that hold the chosen article and this one"),
      tableFigure("attach_rate", "Attach rate", ColumnKind::Rate, F::Quotient,
                  "orders with both / orders with the chosen article"),
  };
  shape.sortBy = QStringLiteral("orders_with_both");
  shape.hasTotals = false; // an order counts for each of its articles
  return shape;
}

/// The article that most orders hold.
Result<QString> mostOrdered(Connection& c, const ReportSpec& spec, const DayCut& cut)
{
  CubeQuery query;
  query.facts = FactKind::Line;
  query.dims = {QStringLiteral("article")};
  query.measures = {QStringLiteral("orders")};
  query.filters[QStringLiteral("state")] = {saleStateName(kValidSale)};
  query.from = DayCut::number(spec.from);
  query.before = DayCut::number(spec.to) + 1;
  SC_TRY_ASSIGN(rows, cubeRows(c, cut, query));
  const auto place = size_t(factShape(FactKind::Line).measure(QLatin1String("orders")));
  QString best;
  qint64 most = 0;
  for (const CubeRow& row : rows)
    if (const qint64 orders = row.measures[place];
        orders > most || (orders == most && orders > 0 && row.keys.first() < best)) {
      most = orders;
      best = row.keys.first();
    }
  return best;
}

struct Basket {
  FigureRow what;
  QSet<QString> others;
};

Result<std::vector<Basket>> basketsWith(Connection& c, const FigureTable& table, const DayCut& cut,
                                        const QString& product)
{
  const ReportSpec& spec = table.spec();
  std::vector<Basket> baskets;
  SC_TRY(c.each(
      QStringLiteral("SELECT o.id, o.account_id, o.number, o.customer_name, o.placed_at, l.sku FROM order_lines a JOIN "
                     "orders o ON o.id = a.order_id JOIN order_lines l ON l.order_id = a.order_id WHERE a.sku = ? AND "
                     "a.order_id >= ? AND a.order_id < ? AND o.status NOT IN ('CANCELLED', 'AWAITING_PAYMENT') ORDER "
                     "BY o.id"),
      {product, firstOrderKeyAt(cut.startOf(DayCut::number(spec.from))),
       firstOrderKeyAt(cut.startOf(DayCut::number(spec.to) + 1))},
      [&](const Row& row) {
        if (!table.concerns(row.integer(1)))
          return;
        const auto order = row.id<OrderId>(0);
        if (baskets.empty() || baskets.back().what.order != order) {
          Basket& basket = baskets.emplace_back();
          basket.what.order = order;
          basket.what.number = row.text(2);
          basket.what.text = row.text(3);
          basket.what.at = row.instant(4);
        }
        if (const QString other = row.text(5); !other.isEmpty() && other != product)
          baskets.back().others.insert(other);
      }));
  return baskets;
}

/// What most baskets hold besides, most first.
QStringList partnersIn(const std::vector<Basket>& baskets)
{
  QMap<QString, qint64> counts;
  for (const Basket& basket : baskets)
    for (const QString& other : basket.others)
      ++counts[other];
  QStringList partners = counts.keys();
  std::stable_sort(partners.begin(), partners.end(),
                   [&](const QString& a, const QString& b) { return counts[a] > counts[b]; });
  return partners.mid(0, kMostPartners);
}

Result<void> walk(Connection& c, FigureTable& table)
{
  const DayCut cut(table.spec().timeZone);
  QString product = table.spec().options.value(kProduct).trimmed();
  if (product.isEmpty()) {
    SC_TRY_ASSIGN(best, mostOrdered(c, table.spec(), cut));
    product = best;
  }
  SC_TRY_ASSIGN(baskets, basketsWith(c, table, cut, product));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Articles}));
  if (!product.isEmpty())
    table.addNote(QStringLiteral("article: %1 %2").arg(product, names.titles.value(product)).trimmed());
  for (const QString& partner : partnersIn(baskets)) {
    table.name(QStringLiteral("product_title"), partner, names.titles.value(partner));
    for (const Basket& basket : baskets) {
      const qint64 both = basket.others.contains(partner) ? 1 : 0;
      table.add({partner}, "orders_with_both", both, basket.what);
      table.add({partner}, "attach_rate", both, basket.what);
      table.add({partner}, "attach_rate", 1, basket.what, Part::Base);
    }
  }
  return {};
}

} // namespace

std::vector<ReportDefinition> boughtTogetherDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "sales.together", "Bought together",
      "What buyers of an article take with it; without a choice, of the best seller", Basis::Placed,
      {{kProduct, {}, {}}})};
}

} // namespace supercargo
