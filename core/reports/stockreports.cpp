#include "core/reports/definitions.h"
#include "core/reports/names.h"
#include "core/reports/stockages.h"

namespace supercargo {
namespace {

constexpr int kDemandDays = 30;

std::vector<ReportColumn> columns()
{
  std::vector<ReportColumn> list{{QStringLiteral("product"), {}, QStringLiteral("SKU"), ColumnKind::Text},
                                 {QStringLiteral("product_title"), {}, QStringLiteral("Product"), ColumnKind::Text},
                                 {QStringLiteral("warehouse"), {}, QStringLiteral("Warehouse"), ColumnKind::Text}};
  const auto figure = [&](const char* key, const char* title, ColumnKind kind) {
    list.push_back({QLatin1String(key), QLatin1String(key), QString::fromUtf8(title), kind});
  };
  figure("on_hand", "On hand", ColumnKind::Count);
  figure("reserved", "Reserved", ColumnKind::Count);
  figure("blocked", "Blocked", ColumnKind::Count);
  figure("available", "Available", ColumnKind::Count);
  figure("incoming", "On order", ColumnKind::Count);
  figure("age_30", "0–30 days", ColumnKind::Count);
  figure("age_60", "31–60 days", ColumnKind::Count);
  figure("age_90", "61–90 days", ColumnKind::Count);
  figure("age_180", "91–180 days", ColumnKind::Count);
  figure("age_365", "181–365 days", ColumnKind::Count);
  figure("age_older", "Over a year", ColumnKind::Count);
  list.push_back({QStringLiteral("oldest"), {}, QStringLiteral("Oldest receipt"), ColumnKind::Day});
  list.push_back({QStringLiteral("daily_demand"), {}, QStringLiteral("Daily demand (30 days)"), ColumnKind::Number});
  list.push_back({QStringLiteral("days_of_cover"), {}, QStringLiteral("Days of cover"), ColumnKind::Number});
  list.push_back({QStringLiteral("dead"), {}, QStringLiteral("No sale in 90 days"), ColumnKind::Text});
  return list;
}

std::vector<qint64> figuresOf(const Balance& b)
{
  std::vector<qint64> all{b.onHand, b.reserved, b.blocked, b.onHand - b.reserved - b.blocked, b.incoming};
  all.insert(all.end(), b.ages.begin(), b.ages.end());
  return all;
}

ReportRow rowOf(const Balance& b, const ReportNames& names, const DayCut& cut, const QHash<QString, qint64>& sold,
                const QHash<QString, qint64>& soldLately)
{
  ReportRow row;
  row.cells = {b.sku, names.titles.value(b.sku), b.warehouse};
  for (const qint64 figure : figuresOf(b))
    row.cells.emplace_back(figure);
  row.cells.emplace_back(b.oldest ? ReportCell(DayCut::date(cut.dayOf(*b.oldest))) : ReportCell());
  const double demand = double(sold.value(b.sku)) / kDemandDays;
  row.cells.emplace_back(demand);
  const qint64 available = std::max<qint64>(0, b.onHand - b.reserved - b.blocked);
  row.cells.emplace_back(demand > 0 ? ReportCell(double(available) / demand) : ReportCell());
  row.cells.emplace_back(b.onHand > 0 && soldLately.value(b.sku) == 0 ? QStringLiteral("dead") : QString());
  row.slice = {{QStringLiteral("product"), b.sku}, {QStringLiteral("warehouse"), b.warehouse}};
  return row;
}

Result<ReportResult> run(Connection& c, const ReportSpec& spec)
{
  const DayCut cut(spec.timeZone);
  const qint64 today = cut.dayOf(spec.now);
  SC_TRY_ASSIGN(list, agedBalances(c, cut, today));
  SC_TRY_ASSIGN(sold, soldIn(c, spec, cut, today, kDemandDays));
  SC_TRY_ASSIGN(soldLately, soldIn(c, spec, cut, today, kDeadDays));
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Articles}));
  ReportResult result;
  result.columns = columns();
  std::vector<qint64> sums;
  for (const Balance& balance : list) {
    result.rows.push_back(rowOf(balance, names, cut, sold, soldLately));
    const auto figures = figuresOf(balance);
    sums.resize(figures.size(), 0);
    for (size_t i = 0; i < figures.size(); ++i)
      sums[i] += figures[i];
  }
  if (list.empty()) {
    result.notes.append(QStringLiteral("empty: no article has a balance yet"));
    return result;
  }
  ReportRow total;
  total.cells.resize(3);
  for (const qint64 sum : sums)
    total.cells.emplace_back(sum);
  total.cells.resize(result.columns.size());
  result.totals.push_back(std::move(total));
  result.notes.append(
      QStringLiteral("ages: pieces are aged first in, first out; what lay there before the first receipt "
                     "counts as over a year"));
  return result;
}

/// A balance is its own row: one for each SKU and warehouse.
Result<std::vector<FigureRow>> stockRowsOf(Connection& c, const ReportSpec& spec, const QString& columnKey,
                                           const Slice& slice)
{
  const auto all = columns();
  size_t place = 0, found = all.size();
  for (const ReportColumn& column : all)
    if (!column.figure.isEmpty()) {
      if (column.key == columnKey)
        found = place;
      ++place;
    }
  if (found == all.size())
    return fail(ErrorKind::Invalid, QStringLiteral("no figure of this report is called %1").arg(columnKey), columnKey);
  const DayCut cut(spec.timeZone);
  SC_TRY_ASSIGN(list, agedBalances(c, cut, cut.dayOf(spec.now)));
  std::vector<FigureRow> rows;
  for (const Balance& balance : list) {
    if (slice.value(QStringLiteral("product"), balance.sku) != balance.sku ||
        slice.value(QStringLiteral("warehouse"), balance.warehouse) != balance.warehouse)
      continue;
    FigureRow row;
    row.thing = FigureRow::Thing::Sku;
    row.number = balance.sku;
    row.text = balance.warehouse;
    row.amount = figuresOf(balance)[found];
    if (row.amount != 0)
      rows.push_back(std::move(row));
  }
  return rows;
}

} // namespace

std::vector<ReportDefinition> stockDefinitions()
{
  return {{QStringLiteral("stock"),
           1,
           QStringLiteral("Stock and ageing"),
           QStringLiteral("What lies where, how long, and how long it lasts"),
           Basis::Present,
           {},
           run,
           stockRowsOf}};
}

} // namespace supercargo
