#include "core/store/dirtyhours.h"

#include "core/store/orderid.h"

namespace supercargo {

QString factSourceName(FactSource source)
{
  switch (source) {
  case FactSource::Orders:
    return QStringLiteral("orders");
  case FactSource::Payments:
    return QStringLiteral("payments");
  case FactSource::Parcels:
    return QStringLiteral("parcels");
  }
  Q_UNREACHABLE();
}

void DirtyHours::add(FactSource source, Instant at)
{
  m_hours.insert({source, std::max(toMs(at), kOrderEpochMs) / kHourMs});
}

void DirtyHours::addOrder(OrderId order)
{
  add(FactSource::Orders, placedAtOf(order));
}

Result<void> DirtyHours::write(Connection& c)
{
  if (m_hours.empty())
    return {};
  std::vector<SqlValue> hours, sources;
  std::set<FactSource> touched;
  for (const auto& [source, hour] : m_hours) {
    hours.insert(hours.end(), {SqlValue(factSourceName(source)), SqlValue(hour)});
    touched.insert(source);
  }
  // PostgreSQL's table has no key: marks are only ever added, so that no seat waits for another, and whoever rebuilds a
  // day takes away only marks that it saw.
  SC_TRY(c.insertMany(QStringLiteral("INSERT INTO dirty_hours (source, hour) VALUES"), 2, hours,
                      QStringLiteral("ON CONFLICT DO NOTHING")));
  for (const FactSource source : {FactSource::Payments, FactSource::Parcels, FactSource::Orders})
    if (touched.contains(source))
      SC_TRY(c.run(QStringLiteral("UPDATE data_revisions SET revision = revision + 1 WHERE source = ?"),
                   {factSourceName(source)}));
  m_hours.clear();
  return {};
}

} // namespace supercargo
