#include "core/reports/figuretable.h"

#include "core/reports/cubereport.h"
#include "core/reports/cuberun.h"
#include "core/reports/names.h"
#include "core/reports/span.h"
#include "core/store/daycut.h"

#include <algorithm>
#include <cmath>

namespace supercargo {
namespace {

const QString kCurrency = QStringLiteral("currency");

ReportCell rankedCell(const TableSum& sum, const TableFigure& figure, const QString& currency)
{
  const auto cell = [&](qint64 amount) -> ReportCell {
    if (figure.kind == ColumnKind::Count)
      return amount;
    if (figure.kind != ColumnKind::Money)
      return double(amount);
    const auto unit = Currency::of(currency);
    return unit ? ReportCell(Money(amount, *unit)) : ReportCell();
  };
  if (sum.ranked.empty())
    return {};
  std::vector<qint64> amounts = sum.ranked;
  const auto upTo = size_t(std::ceil(figure.share * double(amounts.size())));
  const auto wanted = amounts.begin() + qsizetype(std::clamp<size_t>(upTo, 1, amounts.size()) - 1);
  std::nth_element(amounts.begin(), wanted, amounts.end());
  return cell(*wanted);
}

ReportCell cellOf(const TableSum& sum, const TableFigure& figure, const QString& currency)
{
  if (!sum.isKnown || sum.lacksSome)
    return {};
  if (figure.how == TableFigure::Ranked)
    return rankedCell(sum, figure, currency);
  const bool isQuotient = figure.how == TableFigure::Quotient;
  if (isQuotient && sum.base == 0)
    return {};
  if (figure.kind == ColumnKind::Money) {
    const auto unit = Currency::of(currency);
    if (!unit)
      return {};
    return Money(isQuotient ? divided(sum.value, sum.base) : sum.value, *unit);
  }
  if (figure.kind == ColumnKind::Count)
    return sum.value;
  return isQuotient ? double(sum.value) / double(sum.base) : double(sum.value);
}

} // namespace

const TableFigure* TableShape::figure(const QString& key) const
{
  const auto found =
      std::find_if(figures.begin(), figures.end(), [&](const TableFigure& one) { return one.key == key; });
  return found == figures.end() ? nullptr : &*found;
}

void TableSum::add(const TableSum& other)
{
  isKnown |= other.isKnown;
  lacksSome |= other.lacksSome;
  value += other.value;
  base += other.base;
  ranked.insert(ranked.end(), other.ranked.begin(), other.ranked.end());
}

bool concernsAccount(const ReportSpec& spec, qint64 account)
{
  return spec.accounts.empty() ||
         std::find(spec.accounts.begin(), spec.accounts.end(), AccountId(account)) != spec.accounts.end();
}

Result<void> FigureTable::collect(const QString& columnKey, const Slice& slice)
{
  const TableFigure* figure = m_shape.figure(columnKey);
  if (!figure)
    return fail(ErrorKind::Invalid, QStringLiteral("no figure of this report is called %1").arg(columnKey), columnKey);
  m_wanted = size_t(figure - m_shape.figures.data());
  m_slice = slice;
  return {};
}

QStringList FigureTable::keyNames() const
{
  QStringList names;
  for (const ReportColumn& head : m_shape.heads)
    if (!m_shape.labels.contains(head.key))
      names.append(head.key);
  return names;
}

QString FigureTable::currencyOf(const QStringList& keys) const
{
  const qsizetype place = keyNames().indexOf(kCurrency);
  return place < 0 ? QString() : keys[place];
}

bool FigureTable::isMeant(const QStringList& keys) const
{
  const QStringList names = keyNames();
  for (qsizetype i = 0; i < names.size(); ++i) {
    if (names[i] == kCurrency && !m_spec.currency.isEmpty() && keys[i] != m_spec.currency)
      return false;
    if (const auto wanted = m_slice.constFind(names[i]); wanted != m_slice.constEnd() && *wanted != keys[i])
      return false;
  }
  return true;
}

TableLine* FigureTable::line(const QStringList& keys)
{
  if (!isMeant(keys))
    return nullptr;
  const auto [line, isNew] = m_sums.try_emplace(keys);
  if (isNew)
    line->second.resize(m_shape.figures.size());
  return &*line;
}

size_t FigureTable::place(const char* figure) const
{
  const TableFigure* known = m_shape.figure(QLatin1String(figure));
  Q_ASSERT(known);
  return size_t(known - m_shape.figures.data());
}

void FigureTable::addRow(const QStringList& keys)
{
  if (!m_wanted)
    line(keys);
}

void FigureTable::add(TableLine& line, size_t place, qint64 amount, const FigureRow& what, FigureRow::Part part)
{
  const TableFigure& figure = m_shape.figures[place];
  const bool isRanked = figure.how == TableFigure::Ranked;
  if (m_wanted) {
    if (*m_wanted != place || (amount == 0 && !isRanked))
      return;
    FigureRow& row = m_rows.emplace_back(what);
    row.part = part;
    row.amount = amount;
    row.currency = figure.kind == ColumnKind::Money ? currencyOf(line.first) : QString();
    return;
  }
  TableSum& sum = line.second[place];
  sum.isKnown = true;
  if (isRanked)
    sum.ranked.push_back(amount);
  else
    (part == FigureRow::Part::Value ? sum.value : sum.base) += amount;
}

void FigureTable::add(const QStringList& keys, const char* figure, qint64 amount, const FigureRow& what,
                      FigureRow::Part part)
{
  if (TableLine* meant = line(keys))
    add(*meant, place(figure), amount, what, part);
}

void FigureTable::setUnknown(const QStringList& keys, const char* figure)
{
  if (m_wanted)
    return;
  if (TableLine* meant = line(keys))
    meant->second[place(figure)].lacksSome = true;
}

ReportRow FigureTable::rowFor(const QStringList& keys, const Sums& sums, bool isTotal) const
{
  ReportRow row;
  qsizetype place = 0;
  for (const ReportColumn& head : m_shape.heads) {
    const bool isLabel = m_shape.labels.contains(head.key);
    const QString value = keys[isLabel ? 0 : place];
    if (!isLabel)
      ++place;
    if (isTotal && head.key != kCurrency) {
      row.cells.emplace_back();
      continue;
    }
    const auto names = m_names.constFind(head.key);
    const ReportCell plain = isLabel ? ReportCell() : ReportCell(value);
    row.cells.push_back(names == m_names.constEnd() ? plain : names->value(value, plain));
    if (!isLabel)
      row.slice.insert(head.key, value);
  }
  const QString currency = currencyOf(keys);
  for (size_t i = 0; i < m_shape.figures.size(); ++i)
    row.cells.push_back(cellOf(sums[i], m_shape.figures[i], currency));
  return row;
}

void FigureTable::sort(std::vector<ReportRow>& rows) const
{
  const TableFigure* figure = m_shape.figure(m_shape.sortBy);
  if (!figure)
    return;
  const size_t place = m_shape.heads.size() + size_t(figure - m_shape.figures.data());
  std::stable_sort(rows.begin(), rows.end(), [&](const ReportRow& a, const ReportRow& b) {
    const QString own = a.slice.value(kCurrency), other = b.slice.value(kCurrency);
    return own != other ? own < other : sortNumber(a.cells[place]) > sortNumber(b.cells[place]);
  });
}

ReportResult FigureTable::result() const
{
  ReportResult result;
  result.columns = m_shape.heads;
  result.notes = m_notes;
  for (const TableFigure& figure : m_shape.figures)
    result.columns.push_back({figure.key, figure.key, figure.title, figure.kind});
  QMap<QString, Sums> totals;
  for (const auto& [keys, sums] : m_sums) {
    result.rows.push_back(rowFor(keys, sums, false));
    Sums& total = totals[currencyOf(keys)];
    total.resize(m_shape.figures.size());
    for (size_t i = 0; i < total.size(); ++i)
      total[i].add(sums[i]);
  }
  sort(result.rows);
  const QStringList names = keyNames();
  int currencies = 0;
  for (auto total = totals.cbegin(); total != totals.cend(); ++total) {
    QStringList keys(names.size());
    if (const qsizetype place = names.indexOf(kCurrency); place >= 0)
      keys[place] = total.key();
    currencies += !total.key().isEmpty();
    if (m_shape.hasTotals)
      result.totals.push_back(rowFor(keys, total.value(), true));
  }
  if (currencies > 1)
    result.notes.append(QStringLiteral("currencies: several currencies are never added; each has rows of its own"));
  if (result.rows.empty())
    result.notes.append(QStringLiteral("empty: nothing happened in these days"));
  return result;
}

Result<std::vector<FigureRow>> FigureTable::rows(Connection& c)
{
  SC_TRY(nameRows(c, m_rows));
  return std::move(m_rows);
}

Result<void> nameRows(Connection& c, std::vector<FigureRow>& rows)
{
  const QString orders = QStringLiteral("SELECT number, customer_name, placed_at, id FROM orders WHERE id = ?"),
                payments = QStringLiteral("SELECT external_id, method, paid_at, order_id FROM payments WHERE id = ?"),
                parcels = QStringLiteral("SELECT number, courier, shipped_at, order_id FROM shipments WHERE id = ?");
  for (FigureRow& row : rows) {
    const bool isOrder = row.thing == FigureRow::Thing::Order, isParcel = row.thing == FigureRow::Thing::Parcel;
    const qint64 id = isOrder && row.order ? row.order->value() : row.id;
    if (!row.number.isEmpty() || id == 0)
      continue;
    SC_TRY(c.each(isOrder    ? orders
                  : isParcel ? parcels
                             : payments,
                  {id}, [&](const Row& found) {
                    row.number = found.text(0);
                    row.text = found.text(1);
                    row.at = found.instantIfAny(2);
                    if (!found.isNull(3))
                      row.order = found.id<OrderId>(3);
                  }));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const FigureRow& a, const FigureRow& b) { return a.at < b.at; });
  return {};
}

ReportColumn periodHead(const QString& by)
{
  return by == QLatin1String("shop")   ? tableHead("shop", "Shop")
         : by == QLatin1String("day")  ? tableHead("day", "Day")
         : by == QLatin1String("week") ? tableHead("week", "Week from")
                                       : tableHead("month", "Month");
}

ReportOption byPeriodOrShop()
{
  return {QStringLiteral("by"),
          {QStringLiteral("month"), QStringLiteral("week"), QStringLiteral("day"), QStringLiteral("shop")},
          QStringLiteral("month")};
}

QString periodOrShop(const QString& by, const QString& shop, qint64 day)
{
  return by == QLatin1String("shop") ? shop : periodKey(by, DayCut::date(day));
}

Result<void> nameShops(Connection& c, FigureTable& table, const char* head)
{
  SC_TRY_ASSIGN(names, reportNames(c, {NamesOf::Shops}));
  for (auto name = names.shops.cbegin(); name != names.shops.cend(); ++name)
    table.name(QLatin1String(head), name.key(), *name);
  return {};
}

} // namespace supercargo
