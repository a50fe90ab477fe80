#include "core/reports/crosstable.h"

#include "core/reports/cubecells.h"

#include <algorithm>
#include <limits>

namespace supercargo {
namespace {

constexpr qsizetype kMostColumns = 40;
constexpr QChar kAt = u'@';
const QString kCurrency = QStringLiteral("currency");

struct CrossSums {
  FigureSums all, then;            ///< then: of the span that it is compared with
  QMap<QString, FigureSums> parts; ///< by value of the dimension across
  void add(const QString& value, const FigureSums& sums)
  {
    all.add(sums);
    parts[value].add(sums);
  }
};

class CrossTable {
public:
  CrossTable(const CubeGrouping& grouping, const Groups& now, const Groups* then)
      : m_grouping(grouping), m_report(grouping.report()), m_compares(then)
  {
    const qsizetype place = m_report.dims.size();
    for (auto group = now.cbegin(); group != now.cend(); ++group) {
      QStringList keys = group.key();
      const QString value = keys.takeAt(place);
      m_rows[keys].add(value, *group);
      m_totals[currencyOf(keys)].add(value, *group);
    }
    const Groups none;
    const Groups& before = then ? *then : none;
    for (auto group = before.cbegin(); group != before.cend(); ++group) {
      QStringList keys = group.key();
      keys.removeAt(place);
      m_rows[keys].then.add(*group);
      m_totals[currencyOf(keys)].then.add(*group);
    }
    chooseValues();
  }

  ReportResult result() const
  {
    ReportResult result;
    result.columns = columns();
    for (auto row = m_rows.cbegin(); row != m_rows.cend(); ++row)
      result.rows.push_back(rowOf(row.key(), *row, false));
    sortRows(result, m_report.sortBy);
    for (auto total = m_totals.cbegin(); total != m_totals.cend(); ++total) {
      QStringList keys(m_report.dims.size());
      if (m_grouping.hasCurrency())
        keys.append(total.key());
      result.totals.push_back(rowOf(keys, *total, true));
    }
    if (m_left > 0)
      result.notes.append(
          QStringLiteral("columns: %1 of %2 columns are shown; what stands at the end counts all of them")
              .arg(m_values.size())
              .arg(m_values.size() + m_left));
    return result;
  }

private:
  QString currencyOf(const QStringList& keys) const { return m_grouping.hasCurrency() ? keys.last() : QString(); }

  static std::optional<Currency> unitOf(const QString& currency)
  {
    const auto known = Currency::of(currency);
    return known ? std::optional(*known) : std::nullopt;
  }

  ReportCell cell(const QString& figure, const FigureSums& sums, const QString& currency) const
  {
    const auto unit = unitOf(currency);
    return figureCell(*findFigure(figure), sums, unit, m_grouping.rates(unit));
  }

  bool isOrdered() const
  {
    static const QStringList kOrdered = {QStringLiteral("day"), QStringLiteral("week"), QStringLiteral("month"),
                                         QStringLiteral("weekday"), QStringLiteral("hour")};
    return kOrdered.contains(m_report.across);
  }

  /// Where a value stands among those that have no order of their own: the first figure, over all currencies.
  double weight(const QString& value) const
  {
    double most = -std::numeric_limits<double>::infinity();
    for (auto total = m_totals.cbegin(); total != m_totals.cend(); ++total)
      if (!m_report.figures.isEmpty())
        most = std::max(most, sortNumber(cell(m_report.figures.first(), total->parts.value(value), total.key())));
    return most;
  }

  void chooseValues()
  {
    QMap<QString, double> weights;
    for (const CrossSums& total : m_totals)
      for (auto part = total.parts.cbegin(); part != total.parts.cend(); ++part)
        weights[part.key()] = 0;
    for (auto weighed = weights.begin(); weighed != weights.end(); ++weighed)
      *weighed = isOrdered() ? weighed.key().toDouble() : weight(weighed.key());
    m_values = weights.keys();
    std::stable_sort(m_values.begin(), m_values.end(), [&](const QString& a, const QString& b) {
      return isOrdered() ? weights[a] < weights[b] : weights[a] > weights[b];
    });
    m_left = std::max<qsizetype>(0, m_values.size() - kMostColumns);
    m_values = isOrdered() ? m_values.mid(m_left) : m_values.mid(0, kMostColumns);
  }

  QString shownAs(const QString& value) const
  {
    return m_report.across == QLatin1String("shop") ? m_grouping.names().shops.value(value, value) : value;
  }

  std::vector<ReportColumn> columns() const
  {
    std::vector<ReportColumn> columns;
    for (const QString& dim : m_report.dims)
      appendDimension(columns, dim);
    if (m_grouping.hasCurrency())
      appendDimension(columns, kCurrency);
    for (const QString& value : m_values)
      for (const QString& id : m_report.figures) {
        const Figure& figure = *findFigure(id);
        columns.push_back({id + kAt + value, id, crossTitle(figure.title, shownAs(value)), figure.kind, m_report.across,
                           shownAs(value)});
      }
    const size_t ends = columns.size();
    for (const QString& id : m_report.figures)
      appendFigure(columns, id, m_compares);
    for (size_t end = ends; end < columns.size(); ++end)
      columns[end].acrossBy = m_report.across;
    return columns;
  }

  ReportRow rowOf(const QStringList& keys, const CrossSums& sums, bool isTotal) const
  {
    ReportRow row;
    for (qsizetype i = 0; i < m_report.dims.size(); ++i) {
      const QString& dim = m_report.dims[i];
      if (isTotal) {
        row.cells.resize(row.cells.size() + (dim == QLatin1String("product") ? 2 : 1));
        continue;
      }
      appendDimensionCells(row.cells, dim, keys[i], m_grouping.names());
      row.slice.insert(dim, keys[i]);
    }
    const QString currency = currencyOf(keys);
    if (m_grouping.hasCurrency()) {
      row.cells.emplace_back(currency);
      row.slice.insert(kCurrency, currency);
    }
    for (const QString& value : m_values)
      for (const QString& id : m_report.figures)
        row.cells.push_back(cell(id, sums.parts.value(value), currency));
    const auto unit = unitOf(currency);
    for (const QString& id : m_report.figures)
      appendFigureCells(row.cells, id, sums.all, m_compares ? &sums.then : nullptr, unit, m_grouping.rates(unit));
    return row;
  }

  const CubeGrouping& m_grouping;
  const CubeReport& m_report;
  bool m_compares;
  QMap<QStringList, CrossSums> m_rows;
  QMap<QString, CrossSums> m_totals; ///< by currency
  QStringList m_values;              ///< of the dimension across, those that have columns
  qsizetype m_left = 0;
};

} // namespace

ReportResult crossTable(const CubeGrouping& grouping, const Groups& now, const Groups* then)
{
  return CrossTable(grouping, now, then).result();
}

std::optional<CrossCell> crossCell(const QString& columnKey)
{
  const qsizetype at = columnKey.indexOf(kAt);
  return at < 0 ? std::nullopt : std::optional(CrossCell{columnKey.left(at), columnKey.mid(at + 1)});
}

QString crossTitle(const QString& figureTitle, const QString& value)
{
  return figureTitle + QStringLiteral(" · ") + value;
}

} // namespace supercargo
