#include "core/reports/crosstable.h"
#include "core/reports/cuberun.h"

namespace supercargo {
namespace {

/// Adds what one fact brings to a part of a figure; false: it needs a rate that nobody stated.
bool addTo(RatedSum& sum, const std::vector<FigureTerm>& terms, const CubeGrouping& grouping, FactKind kind,
           const Fact& fact, const FigureRates& rates)
{
  bool isComplete = true;
  const FactShape& shape = factShape(kind);
  const qsizetype statePlace = shape.dim(u"state");
  const int state = statePlace < 0 ? 0 : saleStateNamed(fact.dims[size_t(statePlace)]);
  for (const FigureTerm& term : terms)
    if (grouping.kindOf(term) == kind && (term.states < 0 || (state & term.states) != 0)) {
      const qint64 measure = fact.measures[size_t(shape.measure(term.measure))];
      isComplete &= isStated(term, measure, rates);
      sum.add(term, measure, rates);
    }
  return isComplete;
}

FigureRow figureRow(FactKind kind, const Fact& fact)
{
  static const QMap<FactKind, FigureRow::Thing> kThings{
      {FactKind::Order, FigureRow::Thing::Order},     {FactKind::Paid, FigureRow::Thing::Order},
      {FactKind::Line, FigureRow::Thing::Line},       {FactKind::Refund, FigureRow::Thing::Refund},
      {FactKind::Gateway, FigureRow::Thing::Payment}, {FactKind::Parcel, FigureRow::Thing::Parcel},
      {FactKind::Tries, FigureRow::Thing::Order}};
  FigureRow row;
  row.thing = kThings.value(kind);
  if (kind != FactKind::Gateway && kind != FactKind::Parcel)
    row.order = OrderId(fact.id);
  row.number = fact.label;
  row.text = fact.detail;
  row.at = fact.at;
  return row;
}

bool isIn(const Slice& slice, const QStringList& keys, const CubeReport& report, bool hasCurrency)
{
  const QStringList dims = report.allDims();
  for (qsizetype i = 0; i < dims.size(); ++i)
    if (const auto wanted = slice.constFind(dims[i]); wanted != slice.constEnd() && *wanted != keys[i])
      return false;
  const auto currency = slice.constFind(QStringLiteral("currency"));
  return !hasCurrency || currency == slice.constEnd() || *currency == keys.last();
}

/// Collects the rows of one figure: each brings what the sum grows by, so that they add up to the cell however it
/// rounds.
class RowCollector {
public:
  RowCollector(const Figure& figure, const CubeGrouping& grouping) : m_figure(figure), m_grouping(grouping) {}

  void add(FactKind kind, const Fact& fact, const QString& currency)
  {
    if (!m_figure.spread.isEmpty())
      return addRanked(kind, fact);
    Sums& sums = sumsOf(currency);
    for (const auto part : {FigureRow::Part::Value, FigureRow::Part::Base}) {
      const bool isValue = part == FigureRow::Part::Value;
      RatedSum& sum = isValue ? sums.value : sums.base;
      const qint64 before = sum.value();
      sums.isComplete &= addTo(sum, isValue ? m_figure.value : m_figure.base, m_grouping, kind, fact, sums.rates);
      append(kind, fact, part, sum.value() - before, currency);
    }
  }

  /// A figure that lacks a rate has no value and so no rows.
  std::vector<FigureRow> take()
  {
    for (auto sums = m_sums.cbegin(); sums != m_sums.cend(); ++sums)
      if (!sums->isComplete)
        std::erase_if(m_rows, [&](const FigureRow& row) { return row.currency == sums.key(); });
    std::stable_sort(m_rows.begin(), m_rows.end(), [](const FigureRow& a, const FigureRow& b) { return a.at < b.at; });
    return std::move(m_rows);
  }

private:
  struct Sums {
    FigureRates rates;
    RatedSum value, base;
    bool isComplete = true; ///< every rate that something depends on is stated
  };

  Sums& sumsOf(const QString& currency)
  {
    auto known = m_sums.find(currency);
    if (known == m_sums.end()) {
      const auto unit = Currency::of(currency);
      known = m_sums.insert(currency, {m_grouping.rates(unit ? std::optional(*unit) : std::nullopt), {}, {}, true});
    }
    return *known;
  }

  /// A percentile is one of the numbers that its facts have.
  void addRanked(FactKind kind, const Fact& fact)
  {
    RatedSum counted;
    addTo(counted, m_figure.value, m_grouping, kind, fact, {});
    if (counted.value() == 0)
      return;
    FigureRow row = figureRow(kind, fact);
    row.amount = fact.dims[size_t(factShape(kind).dim(QString(m_figure.spread)))].toLongLong();
    m_rows.push_back(std::move(row));
  }

  void append(FactKind kind, const Fact& fact, FigureRow::Part part, qint64 amount, const QString& currency)
  {
    if (amount == 0)
      return;
    FigureRow row = figureRow(kind, fact);
    row.part = part;
    row.amount = amount;
    row.currency = currency;
    m_rows.push_back(std::move(row));
  }

  const Figure& m_figure;
  const CubeGrouping& m_grouping;
  QMap<QString, Sums> m_sums;
  std::vector<FigureRow> m_rows;
};

} // namespace

Result<std::vector<FigureRow>> cubeReportRows(Connection& c, const ReportSpec& spec, const CubeReport& report,
                                              const QString& key, const Slice& of)
{
  SC_TRY_ASSIGN(grouping, groupingOf(c, report, spec));
  QString columnKey = key;
  Slice slice = of;
  if (const auto cell = crossCell(key); cell && !report.across.isEmpty()) {
    columnKey = cell->figure;
    slice.insert(report.across, cell->value);
  }
  const bool before = columnKey.endsWith(kBefore);
  const auto compared = comparedTo(spec);
  const Figure* figure = findFigure(before ? columnKey.chopped(kBefore.size()) : columnKey);
  if (!figure || !report.figures.contains(figure->id) || (before && !compared))
    return fail(ErrorKind::Invalid, QStringLiteral("no figure of this report is called %1").arg(key), key);
  const DaySpan span = before ? *compared : spanOf(spec);
  const qint64 shift = before ? compared->from.daysTo(spec.from) : 0;
  const DayCut cut(spec.timeZone);
  const bool hasCurrency = grouping.hasCurrency();
  RowCollector collector(*figure, grouping);
  for (const FactKind kind : grouping.kinds()) {
    const FactShape& shape = factShape(kind);
    const CubeQuery query = grouping.query(kind, span, true);
    SC_TRY(eachFactIn(c, cut, query, [&](const Fact& fact) {
      const QStringList keys = grouping.keys(fact.day + shift, [&](const QString& dim) {
        const qsizetype place = shape.dim(dim);
        return place < 0 ? QString() : fact.dims[size_t(place)];
      });
      if (isIn(slice, keys, report, hasCurrency))
        collector.add(kind, fact, hasCurrency ? keys.last() : QString());
    }));
  }
  return collector.take();
}

} // namespace supercargo
