#include "core/reports/cuberun.h"

#include "core/reports/customervalue.h"

namespace supercargo {
namespace {

const QString kArticle = QStringLiteral("article");

} // namespace

qint64 divided(qint64 value, qint64 base)
{
  const qint64 half = std::abs(base) / 2;
  return (value >= 0) == (base > 0) ? (std::abs(value) + half) / std::abs(base)
                                    : -((std::abs(value) + half) / std::abs(base));
}

void FigureSums::add(FactKind kind, int state, const FactMeasures& measures)
{
  auto& sums = m_sums[{int(kind), state}];
  for (size_t i = 0; i < measures.size(); ++i)
    sums[i] += measures[i];
}

void FigureSums::add(const FigureSums& other)
{
  for (auto it = other.m_sums.cbegin(); it != other.m_sums.cend(); ++it)
    add(FactKind(it.key().first), it.key().second, it.value());
  for (auto it = other.m_spreads.cbegin(); it != other.m_spreads.cend(); ++it)
    for (const auto& [number, measures] : it.value())
      addSpread(FactKind(it.key().first), it.key().second, number, measures);
}

void FigureSums::addSpread(FactKind kind, int state, qint64 number, const FactMeasures& measures)
{
  FactMeasures& sums = m_spreads[{int(kind), state}][number];
  for (size_t i = 0; i < measures.size(); ++i)
    sums[i] += measures[i];
}

std::map<qint64, qint64> FigureSums::spreadOf(const FigureTerm& term) const
{
  std::map<qint64, qint64> counts;
  for (auto it = m_spreads.cbegin(); it != m_spreads.cend(); ++it)
    if (it.key().first == int(term.facts) && (term.states < 0 || (it.key().second & term.states) != 0))
      for (const auto& [number, measures] : it.value())
        if (const qint64 count = measures[size_t(factShape(term.facts).measure(term.measure))]; count > 0)
          counts[number] += count;
  return counts;
}

qint64 FigureSums::of(const FigureTerm& term) const
{
  qint64 sum = 0;
  for (auto it = m_sums.cbegin(); it != m_sums.cend(); ++it) {
    const auto kind = FactKind(it.key().first);
    const bool isMeant = kind == term.facts || (term.facts == FactKind::Order && kind == FactKind::Line);
    if (isMeant && (term.states < 0 || (it.key().second & term.states) != 0))
      sum += it.value()[size_t(factShape(kind).measure(term.measure))];
  }
  return sum;
}

qint64 FigureSums::sold(QLatin1String measure) const
{
  return of({1, measure, kSold, FactKind::Order});
}

void RatedSum::add(const FigureTerm& term, qint64 measure, const FigureRates& rates)
{
  const qint64 signedMeasure = term.sign * measure, rate = term.rate.isEmpty() ? 1 : rates.value(term.rate);
  (term.isPercentage ? m_shares : m_whole) += signedMeasure * rate;
}

qint64 RatedSum::value() const
{
  return m_whole + divided(m_shares, 10'000);
}

bool isStated(const FigureTerm& term, qint64 measure, const FigureRates& rates)
{
  return measure == 0 || term.rate.isEmpty() || rates.contains(term.rate);
}

namespace {

/// The smallest number that `share` of the facts do not exceed: the nearest rank.
ReportCell percentileCell(const std::map<qint64, qint64>& counts, double share)
{
  qint64 all = 0, upTo = 0;
  for (const auto& [number, count] : counts)
    all += count;
  for (const auto& [number, count] : counts)
    if (upTo += count; double(upTo) >= share * double(all))
      return double(number);
  return {};
}

} // namespace

ReportCell figureCell(const Figure& figure, const FigureSums& sums, const std::optional<Currency>& currency,
                      const FigureRates& rates)
{
  if (!figure.spread.isEmpty())
    return percentileCell(sums.spreadOf(figure.value.front()), figure.share);
  if (!figure.known.isEmpty() && sums.sold(figure.known) != sums.sold(figure.all))
    return {};
  RatedSum values, bases;
  for (const bool isBase : {false, true})
    for (const FigureTerm& term : isBase ? figure.base : figure.value) {
      const qint64 measure = sums.of(term);
      if (!isStated(term, measure, rates))
        return {};
      (isBase ? bases : values).add(term, measure, rates);
    }
  const qint64 value = values.value(), base = bases.value();
  const bool isQuotient = !figure.base.empty();
  if (isQuotient && base == 0)
    return {};
  switch (figure.kind) {
  case ColumnKind::Money:
    if (!currency)
      return {};
    return Money(isQuotient ? divided(value, base) : value, *currency);
  case ColumnKind::Count:
    return value;
  default:
    return isQuotient ? double(value) / double(base) : double(value);
  }
}

CubeGrouping::CubeGrouping(const CubeReport& report, const ReportSpec& spec, ReportNames names, Currency rateCurrency)
    : m_report(report), m_spec(spec), m_names(std::move(names)), m_rateCurrency(rateCurrency)
{
  for (const QString& dim : report.allDims()) {
    if (dim == QLatin1String("day") || dim == QLatin1String("week"))
      m_time = CubeQuery::Time::Day;
    else if (dim == QLatin1String("month") && m_time == CubeQuery::Time::None)
      m_time = CubeQuery::Time::Month;
  }
}

QString CubeGrouping::factDim(const QString& dim)
{
  static const QMap<QString, QString> kDims{
      {QStringLiteral("shop"), QStringLiteral("account")},
      {QStringLiteral("channel"), QStringLiteral("account")},
      {QStringLiteral("product"), kArticle},
      {QStringLiteral("category"), kArticle},
      {QStringLiteral("weekday"), QStringLiteral("weekhour")},
      {QStringLiteral("hour"), QStringLiteral("weekhour")},
      {QStringLiteral("day"), QString()},
      {QStringLiteral("week"), QString()},
      {QStringLiteral("month"), QString()},
      {QStringLiteral("segment"), BuyerDims::customer},
      {QStringLiteral("payment_status"), QStringLiteral("status")},
      {QStringLiteral("decline_reason"), QStringLiteral("decline")},
      {QStringLiteral("parcel_status"), QStringLiteral("status")},
  };
  return kDims.value(dim, dim);
}

QString CubeGrouping::key(const QString& dim, qint64 day, const QString& value) const
{
  if (dim == QLatin1String("day") || dim == QLatin1String("week") || dim == QLatin1String("month"))
    return periodKey(dim, DayCut::date(day));
  if (dim == QLatin1String("channel"))
    return m_names.channels.value(value);
  if (dim == QLatin1String("category"))
    return m_names.categories.value(value);
  if (dim == QLatin1String("segment"))
    return value.isEmpty() ? QStringLiteral("guest") : m_names.segments.value(value, QStringLiteral("no_sale"));
  if (dim == QLatin1String("weekday"))
    return QString::number(value.toInt() / 24 + 1);
  if (dim == QLatin1String("hour"))
    return QString::number(value.toInt() % 24);
  return value;
}

QStringList CubeGrouping::factDims() const
{
  QStringList dims;
  for (const QString& dim : m_report.allDims())
    if (const QString own = factDim(dim); !own.isEmpty() && !dims.contains(own))
      dims.append(own);
  return dims;
}

FactKind CubeGrouping::kindOf(const FigureTerm& term) const
{
  return term.facts == FactKind::Order && factDims().contains(kArticle) ? FactKind::Line : term.facts;
}

std::vector<FactKind> CubeGrouping::kinds() const
{
  std::vector<FactKind> list;
  const auto note = [&](const std::vector<FigureTerm>& terms) {
    for (const FigureTerm& term : terms)
      if (std::find(list.begin(), list.end(), kindOf(term)) == list.end())
        list.push_back(kindOf(term));
  };
  for (const QString& id : m_report.figures)
    if (const Figure* figure = findFigure(id)) {
      note(figure->value);
      note(figure->base);
    }
  return list;
}

QString CubeGrouping::spreadOf(FactKind kind) const
{
  for (const QString& id : m_report.figures)
    if (const Figure* figure = findFigure(id); figure && !figure->spread.isEmpty())
      if (figure->value.front().facts == kind)
        return figure->spread;
  return {};
}

FigureRates CubeGrouping::rates(const std::optional<Currency>& currency) const
{
  return currency ? ratesOf(m_spec, *currency, m_rateCurrency).value_or(FigureRates()) : FigureRates();
}

bool CubeGrouping::hasCurrency() const
{
  const auto all = kinds();
  return std::all_of(all.begin(), all.end(),
                     [](FactKind kind) { return factShape(kind).dims.contains(QStringLiteral("currency")); });
}

Result<void> CubeGrouping::check() const
{
  SC_TRY(ratesOf(m_spec, m_rateCurrency, m_rateCurrency));
  for (const QString& dim : m_report.allDims())
    if (!reportDimensions().contains(dim))
      return fail(ErrorKind::Invalid, QStringLiteral("there is no dimension of this name"), dim);
  if (m_report.dims.contains(m_report.across))
    return fail(ErrorKind::Invalid, QStringLiteral("a dimension stands in rows or in columns, not in both"),
                m_report.across);
  for (const QString& id : m_report.figures) {
    const Figure* figure = findFigure(id);
    if (!figure)
      return fail(ErrorKind::Invalid, QStringLiteral("there is no figure of this name"), id);
    std::vector<FigureTerm> terms = figure->value;
    terms.insert(terms.end(), figure->base.begin(), figure->base.end());
    for (const FigureTerm& term : terms) {
      const FactShape& shape = factShape(kindOf(term));
      for (const QString& dim : factDims())
        if (!shape.dims.contains(dim))
          return fail(ErrorKind::Invalid, QStringLiteral("%1 cannot be told apart by %2").arg(id, dim), id);
      if (!shape.measures.contains(term.measure))
        return fail(ErrorKind::Invalid, QStringLiteral("%1 is not known for single articles").arg(id), id);
    }
  }
  return {};
}

CubeQuery CubeGrouping::query(FactKind kind, const DaySpan& span, bool byDay) const
{
  const FactShape& shape = factShape(kind);
  CubeQuery query;
  query.facts = kind;
  query.dims = factDims();
  for (const QString& dim : {QStringLiteral("currency"), QStringLiteral("state")})
    if (shape.dims.contains(dim) && !query.dims.contains(dim))
      query.dims.append(dim);
  if (const QString spread = spreadOf(kind); !spread.isEmpty() && !query.dims.contains(spread))
    query.dims.append(spread);
  query.time = byDay && isTimed() ? CubeQuery::Time::Day : m_time;
  query.from = DayCut::number(span.from);
  query.before = DayCut::number(span.to) + 1;
  for (const AccountId account : m_spec.accounts)
    query.filters[QStringLiteral("account")].append(QString::number(account.value()));
  if (!m_spec.currency.isEmpty() && shape.dims.contains(QStringLiteral("currency")))
    query.filters[QStringLiteral("currency")] = {m_spec.currency};
  const auto use = [&](QLatin1String measure) {
    if (!measure.isEmpty() && shape.measures.contains(measure) && !query.measures.contains(measure))
      query.measures.append(measure);
  };
  for (const QString& id : m_report.figures)
    if (const Figure* figure = findFigure(id)) {
      for (const auto* terms : {&figure->value, &figure->base})
        for (const FigureTerm& term : *terms)
          if (kindOf(term) == kind)
            use(term.measure);
      use(figure->known);
      use(figure->all);
    }
  return query;
}

Result<CubeGrouping> groupingOf(Connection& c, const CubeReport& report, const ReportSpec& spec)
{
  QList<NamesOf> wanted{NamesOf::Shops};
  const QStringList dims = report.allDims();
  if (dims.contains(QStringLiteral("product")) || dims.contains(QStringLiteral("category")))
    wanted.append(NamesOf::Articles);
  SC_TRY_ASSIGN(names, reportNames(c, wanted));
  SC_TRY_ASSIGN(currency, rateCurrency(c, spec));
  if (dims.contains(QStringLiteral("segment"))) {
    SC_TRY_ASSIGN(segments, customerSegments(c, spec, currency));
    names.segments = std::move(segments);
  }
  CubeGrouping grouping(report, spec, std::move(names), currency);
  SC_TRY(grouping.check());
  return grouping;
}

} // namespace supercargo
