#include "core/reports/definitions.h"
#include "core/reports/names.h"
#include "core/store/daycut.h"
#include "core/store/orderid.h"

namespace supercargo {
namespace {

struct LedgerColumn {
  const char *key, *title, *sql;
  ColumnKind kind;
};

constexpr std::array<LedgerColumn, 17> kOrderColumns{{
    {"placed_at", "Placed", "o.placed_at", ColumnKind::Moment},
    {"number", "Order", "o.number", ColumnKind::Text},
    {"shop", "Shop", "o.account_id", ColumnKind::Text},
    {"status", "Status", "o.status", ColumnKind::Text},
    {"payment", "Payment", "o.payment", ColumnKind::Text},
    {"province", "Province", "o.province", ColumnKind::Text},
    {"city", "City", "o.city", ColumnKind::Text},
    {"units", "Units", "o.units", ColumnKind::Count},
    {"currency", "Currency", "o.currency", ColumnKind::Text},
    {"goods", "Goods", "d.goods_minor", ColumnKind::Money},
    {"discount", "Discount", "d.discount_minor", ColumnKind::Money},
    {"freight", "Freight", "d.shipping_minor", ColumnKind::Money},
    {"tax", "Tax", "d.tax_minor", ColumnKind::Money},
    {"total", "Total", "o.total_minor", ColumnKind::Money},
    {"paid", "Paid", "o.paid_minor", ColumnKind::Money},
    {"refunded", "Refunded", "o.refunded_minor", ColumnKind::Money},
    {"method", "Payment method", "d.payment_method", ColumnKind::Text},
}};

constexpr std::array<LedgerColumn, 13> kLineColumns{{
    {"placed_at", "Placed", "o.placed_at", ColumnKind::Moment},
    {"number", "Order", "o.number", ColumnKind::Text},
    {"shop", "Shop", "o.account_id", ColumnKind::Text},
    {"status", "Status", "o.status", ColumnKind::Text},
    {"province", "Province", "o.province", ColumnKind::Text},
    {"city", "City", "o.city", ColumnKind::Text},
    {"product", "SKU", "l.sku", ColumnKind::Text},
    {"product_title", "Product", "l.title", ColumnKind::Text},
    {"quantity", "Quantity", "l.quantity", ColumnKind::Count},
    {"currency", "Currency", "o.currency", ColumnKind::Text},
    {"unit_price", "Unit price", "l.unit_minor", ColumnKind::Money},
    {"line_discount", "Discount", "l.discount_minor", ColumnKind::Money},
    {"line_total", "Total", "l.total_minor", ColumnKind::Money},
}};

template <class Columns>
std::vector<ReportColumn> columnsOf(const Columns& columns)
{
  std::vector<ReportColumn> list;
  for (const LedgerColumn& column : columns)
    list.push_back({QLatin1String(column.key), {}, QLatin1String(column.title), column.kind});
  return list;
}

/// Sums of the columns that can be added, by currency.
class LedgerTotals {
public:
  explicit LedgerTotals(std::vector<ReportColumn> columns) : m_columns(std::move(columns)) {}

  /// Where the rows of this currency are added up.
  std::vector<qint64>& of(const QString& currency)
  {
    auto& sums = m_sums[currency];
    sums.resize(m_columns.size(), 0);
    return sums;
  }

  std::vector<ReportRow> rows() const
  {
    std::vector<ReportRow> rows;
    for (auto it = m_sums.cbegin(); it != m_sums.cend(); ++it) {
      const auto currency = Currency::of(it.key()).value_or(Currency());
      ReportRow row;
      for (size_t i = 0; i < m_columns.size(); ++i) {
        if (m_columns[i].key == QLatin1String("currency"))
          row.cells.emplace_back(it.key());
        else if (m_columns[i].key == QLatin1String("unit_price")) // a sum of prices means nothing
          row.cells.emplace_back();
        else if (m_columns[i].kind == ColumnKind::Money)
          row.cells.emplace_back(Money(it.value()[i], currency));
        else if (m_columns[i].kind == ColumnKind::Count)
          row.cells.emplace_back(it.value()[i]);
        else
          row.cells.emplace_back();
      }
      row.slice.insert(QStringLiteral("currency"), it.key());
      rows.push_back(std::move(row));
    }
    return rows;
  }

private:
  std::vector<ReportColumn> m_columns;
  QMap<QString, std::vector<qint64>> m_sums;
};

QString where(const ReportSpec& spec, std::vector<SqlValue>& values)
{
  const DayCut cut(spec.timeZone);
  values = {firstOrderKeyAt(cut.startOf(DayCut::number(spec.from))),
            firstOrderKeyAt(cut.startOf(DayCut::number(spec.to) + 1))};
  QString text = QStringLiteral(" WHERE o.id >= ? AND o.id < ?");
  QStringList marks;
  for (const AccountId account : spec.accounts) {
    marks.append(QStringLiteral("?"));
    values.emplace_back(account);
  }
  if (!marks.isEmpty())
    text += QStringLiteral(" AND o.account_id IN (%1)").arg(marks.join(QStringLiteral(", ")));
  if (!spec.currency.isEmpty()) {
    text += QStringLiteral(" AND o.currency = ?");
    values.emplace_back(spec.currency);
  }
  return text;
}

/// What nearly all rows share with the one before them, so that it is looked up once.
struct LastSeen {
  QString code, account, shop;
  Currency currency;
  std::vector<qint64>* sums = nullptr;
};

constexpr size_t kShopAt = 2;

const QString& shopOf(const QString& account, const ReportNames& names, LastSeen& last)
{
  if (account != last.account || last.shop.isNull()) {
    last.account = account;
    last.shop = names.shops.value(account, account);
  }
  return last.shop;
}

/// Walks orders or lines, oldest first, and hands out one row for each. A million rows go through here: what is not
/// wanted (`withSlices`) is not made.
template <class Columns>
Result<ReportResult> walk(Connection& c, const ReportSpec& spec, const Columns& columns, const QString& from,
                          const QString& order, bool withSlices, const RowSink& sink)
{
  QStringList select;
  for (const LedgerColumn& column : columns)
    select.append(QLatin1String(column.sql));
  if (withSlices)
    select.append(QStringLiteral("o.id"));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Shops}));
  ReportResult result;
  result.columns = columnsOf(columns);
  LedgerTotals totals(result.columns);
  const auto currencyAt =
      std::find_if(columns.begin(), columns.end(),
                   [](const LedgerColumn& column) { return QLatin1String(column.key) == QLatin1String("currency"); }) -
      columns.begin();
  std::vector<SqlValue> values;
  const QString filter = where(spec, values);
  LastSeen last;
  ReportRow row;
  row.cells.resize(columns.size());
  Result<void> taken;
  SC_TRY(c.each(
      QStringLiteral("SELECT %1 FROM %2%3 ORDER BY %4").arg(select.join(QStringLiteral(", ")), from, filter, order),
      values, [&](const Row& source) {
        if (const QString code = source.text(int(currencyAt)); code != last.code || !last.sums) {
          last.currency = Currency::of(code).value_or(Currency());
          last.code = code;
          last.sums = &totals.of(code);
        }
        for (size_t i = 0; i < columns.size(); ++i) {
          const int at = int(i);
          switch (columns[i].kind) {
          case ColumnKind::Moment:
            row.cells[i] = source.instant(at);
            break;
          case ColumnKind::Count:
          case ColumnKind::Money: {
            const qint64 number = source.integer(at);
            (*last.sums)[i] += number;
            if (columns[i].kind == ColumnKind::Money)
              row.cells[i] = Money(number, last.currency);
            else
              row.cells[i] = number;
            break;
          }
          default:
            row.cells[i] = i == kShopAt ? shopOf(source.text(at), names, last) : source.text(at);
          }
        }
        if (withSlices)
          row.slice = {{QStringLiteral("order"), source.text(int(columns.size()))}};
        taken = sink(row);
        return taken.has_value();
      }));
  SC_TRY(taken);
  result.totals = totals.rows();
  if (result.totals.empty())
    result.notes.append(QStringLiteral("empty: nothing happened in these days"));
  return result;
}

template <bool withSlices>
Result<ReportResult> walkOrders(Connection& c, const ReportSpec& spec, const RowSink& sink)
{
  return walk(c, spec, kOrderColumns, QStringLiteral("orders o JOIN order_details d ON d.order_id = o.id"),
              QStringLiteral("o.id"), withSlices, sink);
}

template <bool withSlices>
Result<ReportResult> walkLines(Connection& c, const ReportSpec& spec, const RowSink& sink)
{
  return walk(c, spec, kLineColumns, QStringLiteral("orders o JOIN order_lines l ON l.order_id = o.id"),
              QStringLiteral("o.id, l.position"), withSlices, sink);
}

template <Result<ReportResult> (*Walk)(Connection&, const ReportSpec&, const RowSink&)>
Result<ReportResult> collected(Connection& c, const ReportSpec& spec)
{
  std::vector<ReportRow> rows;
  SC_TRY_ASSIGN(result, Walk(c, spec, [&](const ReportRow& row) -> Result<void> {
                  rows.push_back(row);
                  return {};
                }));
  result.rows = std::move(rows);
  return result;
}

/// The rows of a list are its own proof.
Result<std::vector<FigureRow>> noFigures(Connection&, const ReportSpec& spec, const QString& columnKey, const Slice&)
{
  return fail(ErrorKind::Invalid, QStringLiteral("%1 lists single things; it has no figures").arg(spec.report),
              columnKey);
}

} // namespace

std::vector<ReportDefinition> ledgerDefinitions()
{
  return {
      {QStringLiteral("orders.ledger"),
       1,
       QStringLiteral("Order ledger"),
       QStringLiteral("Every order with its amounts"),
       Basis::Placed,
       {},
       collected<walkOrders<true>>,
       noFigures,
       [] { return columnsOf(kOrderColumns); },
       walkOrders<false>},
      {QStringLiteral("lines.ledger"),
       1,
       QStringLiteral("Order lines"),
       QStringLiteral("Every line of every order"),
       Basis::Placed,
       {},
       collected<walkLines<true>>,
       noFigures,
       [] { return columnsOf(kLineColumns); },
       walkLines<false>},
  };
}

} // namespace supercargo
