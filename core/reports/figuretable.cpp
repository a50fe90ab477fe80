#include "core/reports/figuretable.h"

#include "core/reports/cubereport.h"
#include "core/reports/cuberun.h"
#include "core/reports/names.h"
#include "core/reports/span.h"
#include "core/store/daycut.h"

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
  qint64 all = 0, upTo = 0;
  for (const auto& [amount, count] : sum.ranks)
    all += count;
  for (const auto& [amount, count] : sum.ranks)
    if (upTo += count; double(upTo) >= figure.share * double(all))
      return cell(amount);
  return {};
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
  for (const auto& [amount, count] : other.ranks)
    ranks[amount] += count;
}

bool FigureTable::concerns(qint64 account) const
{
  return m_spec.accounts.empty() ||
         std::find(m_spec.accounts.begin(), m_spec.accounts.end(), AccountId(account)) != m_spec.accounts.end();
}

Result<void> FigureTable::collect(const QString& columnKey, const Slice& slice)
{
  if (!m_shape.figure(columnKey))
    return fail(ErrorKind::Invalid, QStringLiteral("no figure of this report is called %1").arg(columnKey), columnKey);
  m_wanted = columnKey;
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

void FigureTable::addRow(const QStringList& keys)
{
  if (!m_wanted && isMeant(keys))
    m_sums[keys].resize(m_shape.figures.size());
}

void FigureTable::add(const QStringList& keys, const char* figure, qint64 amount, const FigureRow& what,
                      FigureRow::Part part)
{
  const TableFigure* known = m_shape.figure(QLatin1String(figure));
  Q_ASSERT(known);
  if (!isMeant(keys) || (m_wanted && *m_wanted != known->key))
    return;
  if (m_wanted) {
    if (amount == 0 && known->how != TableFigure::Ranked)
      return;
    FigureRow row = what;
    row.part = part;
    row.amount = amount;
    row.currency = known->kind == ColumnKind::Money ? currencyOf(keys) : QString();
    m_rows.push_back(std::move(row));
    return;
  }
  TableSum& sum = sumOf(keys, *known);
  sum.isKnown = true;
  if (known->how == TableFigure::Ranked)
    ++sum.ranks[amount];
  else
    (part == FigureRow::Part::Value ? sum.value : sum.base) += amount;
}

TableSum& FigureTable::sumOf(const QStringList& keys, const TableFigure& figure)
{
  Sums& sums = m_sums[keys];
  sums.resize(m_shape.figures.size());
  return sums[size_t(&figure - m_shape.figures.data())];
}

void FigureTable::setUnknown(const QStringList& keys, const char* figure)
{
  if (!m_wanted && isMeant(keys))
    sumOf(keys, *m_shape.figure(QLatin1String(figure))).lacksSome = true;
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
  for (auto row = m_sums.cbegin(); row != m_sums.cend(); ++row) {
    result.rows.push_back(rowFor(row.key(), row.value(), false));
    Sums& total = totals[currencyOf(row.key())];
    total.resize(m_shape.figures.size());
    for (size_t i = 0; i < total.size(); ++i)
      total[i].add(row.value()[i]);
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

std::vector<FigureRow> FigureTable::rows()
{
  std::stable_sort(m_rows.begin(), m_rows.end(), [](const FigureRow& a, const FigureRow& b) { return a.at < b.at; });
  return std::move(m_rows);
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
