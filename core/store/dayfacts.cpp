#include "core/store/dayfacts.h"

#include "core/store/columnpack.h"
#include "core/store/cubeparts.h"

namespace supercargo {
namespace {

template <class F>
QByteArray packed(const DayFacts<F>& day)
{
  ColumnPacker packer(day.words, qint64(day.facts.size()));
  std::vector<qint64> numbers(day.facts.size());
  for (const auto column : F::columns) {
    std::ranges::transform(day.facts, numbers.begin(), column);
    packer.append(numbers);
  }
  return packer.take();
}

/// false: the bytes are damaged.
template <class F>
bool unpack(const QByteArray& bytes, DayFacts<F>& day)
{
  ColumnUnpacker unpacker(bytes);
  day.words = unpacker.words();
  day.facts.assign(size_t(unpacker.rows()), F());
  for (const auto column : F::columns)
    if (!unpacker.column([&](qint64 row, qint64 number) { day.facts[size_t(row)].*column = number; }))
      return false;
  // A place where there is no word would be read as one.
  for (const auto column : F::words)
    for (const F& fact : day.facts)
      if (fact.*column < 0 || fact.*column >= day.words.size())
        return false;
  return unpacker.isAtEnd();
}

Result<std::vector<DayFacts<SaleFact>>> salesFromRows(Connection& c, const DayCut& cut, qint64 from, qint64 before)
{
  DayFactsBuilder<SaleFact> builder;
  SC_TRY(eachFact(c, FactKind::Order, cut, from, before, false, [&](const Fact& fact) { addSale(builder, fact); }));
  return builder.take();
}

Result<std::vector<DayFacts<SoldFact>>> soldFromRows(Connection& c, const DayCut& cut, qint64 from, qint64 before)
{
  SoldBuilder builder;
  SC_TRY(eachFact(c, FactKind::Sold, cut, from, before, false, [&](const Fact& fact) { builder.add(fact); }));
  return builder.take();
}

/// What the lines of bills say of a payment, on lines that follow one another. A payment may stand in a bill of trades
/// and again, as a movement, in a bill of the account: the amounts of one kind of bill count.
void addBilled(SettledFact& fact, QString& counted, const Row& row)
{
  if (row.isNull(5) || row.text(7) != row.text(2)) // in another currency it is another amount
    return;
  const QString kind = row.text(8).section(u' ', 0, 0); // "trade" of "trade 2026-03-01"
  if (fact.isBilled == 0)
    counted = kind;
  fact.isBilled = 1;
  if (kind == counted)
    fact.billed += row.integer(5);
  if (const QDate day = QDate::fromString(row.text(6), Qt::ISODate); day.isValid())
    fact.settledOn = std::max(fact.settledOn, DayCut::number(day)); // when all of it has come
}

Result<std::vector<DayFacts<SettledFact>>> settledFromRows(Connection& c, const DayCut& cut, qint64 from, qint64 before)
{
  DayFactsBuilder<SettledFact> builder;
  SettledFact* current = nullptr;
  QString counted;
  // A bill that tells the fee is one of trades: it knows best what was paid.
  SC_TRY(c.each(
      QStringLiteral("SELECT p.id, p.account_id, p.currency, p.amount_minor, p.paid_at, b.amount_minor, b.settled_on, "
                     "b.currency, b.bill FROM payments p LEFT JOIN bill_lines b ON +b.account_id = p.account_id AND "
                     "b.payment_external_id = p.external_id AND b.kind = 'payment' WHERE p.paid_at >= ? AND p.paid_at "
                     "< ? AND p.status IN ('PAID', 'PARTIALLY_REFUNDED', 'REFUNDED') ORDER BY p.paid_at, p.id, "
                     "b.fee_minor IS NULL, b.bill"),
      {cut.startOf(from), cut.startOf(before)}, [&](const Row& row) {
        if (!current || current->payment != row.integer(0)) {
          current = &builder.add(cut.dayOf(row.instant(4)));
          current->payment = row.integer(0);
          current->account = row.integer(1);
          current->currency = builder.word(row.text(2));
          current->amount = row.integer(3);
        }
        addBilled(*current, counted, row);
      }));
  return builder.take();
}

Result<std::vector<DayFacts<WayFact>>> waysFromRows(Connection& c, const DayCut& cut, qint64 from, qint64 before)
{
  DayFactsBuilder<WayFact> builder;
  SC_TRY(c.each(
      QStringLiteral("SELECT s.id, COALESCE(o.account_id, 0), s.courier, COALESCE(w.origin, ''), "
                     "COALESCE(w.destination, ''), COALESCE(w.problem, ''), s.shipped_at, s.delivered_at, "
                     "COALESCE(w.promised_at, s.promised_at), w.picked_at FROM shipments s LEFT JOIN parcel_ways w ON "
                     "w.shipment_id = s.id LEFT JOIN orders o ON o.id = s.order_id WHERE s.shipped_at >= ? AND "
                     "s.shipped_at < ? ORDER BY s.shipped_at, s.id"),
      {cut.startOf(from), cut.startOf(before)}, [&](const Row& row) {
        WayFact& fact = builder.add(cut.dayOf(row.instant(6)));
        fact.parcel = row.integer(0);
        fact.account = row.integer(1);
        fact.courier = builder.word(row.text(2));
        fact.origin = builder.word(row.text(3));
        fact.destination = builder.word(row.text(4));
        fact.problem = builder.word(row.text(5));
        const auto delivered = row.instantIfAny(7), promised = row.instantIfAny(8), picked = row.instantIfAny(9);
        fact.isPromised = delivered && promised ? 1 : 0;
        fact.isKept = delivered && promised && *delivered <= *promised ? 1 : 0;
        if (delivered && picked && *delivered >= *picked)
          fact.hours = std::chrono::floor<std::chrono::hours>(*delivered - *picked).count();
      }));
  return builder.take();
}

template <class F>
Result<void> compareDays(Connection& c, const DayCut& cut, qint64 from, qint64 before, const QSet<qint64>& dirty,
                         QStringList& differences)
{
  QMap<qint64, QByteArray> kept, made;
  SC_TRY(c.each(QStringLiteral("SELECT day, facts FROM fact_days WHERE name = ? AND day >= ? AND day < ?"),
                {QString(QLatin1String(F::name)), from, before},
                [&](const Row& row) { kept[row.integer(0)] = row.bytes(1); }));
  SC_TRY_ASSIGN(days, dayFactsFromRows<F>(c, cut, from, before));
  for (const DayFacts<F>& day : days)
    made[day.day] = packed(day);
  for (qint64 day = from; day < before; ++day)
    if (!dirty.contains(day) && kept.value(day) != made.value(day) && differences.size() < 100)
      differences.append(QStringLiteral("fact_days %1: what is kept of %2 is not what the rows say")
                             .arg(QLatin1String(F::name), DayCut::date(day).toString(Qt::ISODate)));
  return {};
}

} // namespace

void addSale(DayFactsBuilder<SaleFact>& builder, const Fact& order)
{
  static const FactShape& shape = factShape(FactKind::Order);
  static const auto state = size_t(shape.dim(u"state"));
  static const auto gross = size_t(shape.measure(QLatin1String("gross"))),
                    discount = size_t(shape.measure(QLatin1String("discount"))),
                    refunded = size_t(shape.measure(QLatin1String("refunded")));
  static const QString valid = saleStateName(kValidSale);
  if (order.dims[state] != valid)
    return;
  SaleFact& sale = builder.add(order.day);
  sale.order = order.id;
  sale.account = order.dims[0].toLongLong();
  sale.currency = builder.word(order.dims[1]);
  sale.customer = order.customer;
  sale.net = order.measures[gross] - order.measures[discount] - order.measures[refunded];
}

void SoldBuilder::add(const Fact& sold)
{
  if (m_days.empty() || m_days.back().first != sold.day)
    m_days.push_back({sold.day, {}});
  auto& [pieces, total] = m_days.back().second[{sold.dims[2], sold.dims[0], sold.dims[1]}];
  pieces += sold.measures[0];
  total += sold.measures[1];
}

std::vector<DayFacts<SoldFact>> SoldBuilder::take()
{
  DayFactsBuilder<SoldFact> builder;
  for (const auto& [day, sums] : m_days)
    for (const auto& [key, sum] : sums) {
      const auto& [sku, account, currency] = key;
      SoldFact& fact = builder.add(day);
      fact.account = account.toLongLong();
      fact.sku = builder.word(sku);
      fact.currency = builder.word(currency);
      std::tie(fact.pieces, fact.total) = sum;
    }
  return builder.take();
}

template <class F>
Result<std::vector<DayFacts<F>>> dayFactsFromRows(Connection& c, const DayCut& cut, qint64 from, qint64 before)
{
  if constexpr (std::is_same_v<F, SaleFact>)
    return salesFromRows(c, cut, from, before);
  else if constexpr (std::is_same_v<F, SoldFact>)
    return soldFromRows(c, cut, from, before);
  else if constexpr (std::is_same_v<F, SettledFact>)
    return settledFromRows(c, cut, from, before);
  else
    return waysFromRows(c, cut, from, before);
}

template <class F>
Result<void> keepDays(Connection& c, qint64 from, qint64 before, const std::vector<DayFacts<F>>& days)
{
  const QString name = QLatin1String(F::name);
  SC_TRY(c.run(QStringLiteral("DELETE FROM fact_days WHERE name = ? AND day >= ? AND day < ?"), {name, from, before}));
  std::vector<SqlValue> values;
  for (const DayFacts<F>& day : days)
    values.insert(values.end(), {SqlValue(name), SqlValue(day.day), SqlValue(packed(day))});
  SC_TRY(c.insertMany(QStringLiteral("INSERT INTO fact_days (name, day, facts) VALUES"), 3, values));
  return {};
}

template <class F>
Result<void> eachDayOf(Connection& c, const DayCut& cut, qint64 from, qint64 before,
                       const std::function<void(const DayFacts<F>&)>& sink)
{
  SC_TRY_ASSIGN(span, sourceSpan(c, F::source, cut));
  if (!span)
    return {};
  from = std::max(from, span->first);
  before = std::min(before, span->second + 1);
  QSet<qint64> fromRows;
  SC_TRY_ASSIGN(usable, dirtyDays(c, cut, F::source, fromRows));
  std::vector<std::pair<qint64, qint64>> runs{{from, before}};
  if (usable) {
    DayFacts<F> facts;
    SC_TRY(c.each(QStringLiteral("SELECT day, facts FROM fact_days WHERE name = ? AND day >= ? AND day < ? ORDER BY "
                                 "day"),
                  {QString(QLatin1String(F::name)), from, before}, [&](const Row& row) {
                    facts.day = row.integer(0);
                    if (fromRows.contains(facts.day))
                      return;
                    if (unpack(row.bytes(1), facts))
                      sink(facts);
                    else // nobody is to see wrong figures while `verify` is to tell of it
                      fromRows.insert(facts.day);
                  }));
    fromRows.removeIf([&](qint64 day) { return day < from || day >= before; });
    runs = runsOf(fromRows);
  }
  for (const auto& [first, end] : runs) {
    SC_TRY_ASSIGN(days, dayFactsFromRows<F>(c, cut, first, end));
    for (const DayFacts<F>& day : days)
      sink(day);
  }
  return {};
}

Result<void> compareKeptDays(Connection& c, const DayCut& cut, FactSource source, qint64 from, qint64 before,
                             const QSet<qint64>& dirty, QStringList& differences)
{
  switch (source) {
  case FactSource::Orders:
    SC_TRY(compareDays<SaleFact>(c, cut, from, before, dirty, differences));
    return compareDays<SoldFact>(c, cut, from, before, dirty, differences);
  case FactSource::Payments:
    return compareDays<SettledFact>(c, cut, from, before, dirty, differences);
  case FactSource::Parcels:
    return compareDays<WayFact>(c, cut, from, before, dirty, differences);
  }
  Q_UNREACHABLE();
}

template Result<void> eachDayOf(Connection&, const DayCut&, qint64, qint64,
                                const std::function<void(const DayFacts<SaleFact>&)>&);
template Result<void> eachDayOf(Connection&, const DayCut&, qint64, qint64,
                                const std::function<void(const DayFacts<SoldFact>&)>&);
template Result<void> eachDayOf(Connection&, const DayCut&, qint64, qint64,
                                const std::function<void(const DayFacts<SettledFact>&)>&);
template Result<void> eachDayOf(Connection&, const DayCut&, qint64, qint64,
                                const std::function<void(const DayFacts<WayFact>&)>&);
template Result<std::vector<DayFacts<SettledFact>>> dayFactsFromRows(Connection&, const DayCut&, qint64, qint64);
template Result<std::vector<DayFacts<WayFact>>> dayFactsFromRows(Connection&, const DayCut&, qint64, qint64);
template Result<void> keepDays(Connection&, qint64, qint64, const std::vector<DayFacts<SaleFact>>&);
template Result<void> keepDays(Connection&, qint64, qint64, const std::vector<DayFacts<SoldFact>>&);
template Result<void> keepDays(Connection&, qint64, qint64, const std::vector<DayFacts<SettledFact>>&);
template Result<void> keepDays(Connection&, qint64, qint64, const std::vector<DayFacts<WayFact>>&);

} // namespace supercargo
