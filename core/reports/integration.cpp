#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/reports/span.h"
#include "core/store/daycut.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

const QString kBy = QStringLiteral("by");

/// What calls tell: by connection, and of it by endpoint or day.
std::vector<TableFigure> callFigures()
{
  using F = TableFigure;
  return {
      tableFigure("calls", "Calls", ColumnKind::Count, F::Sum, "calls that were made in these days"),
      tableFigure("failed_calls", "Failed calls", ColumnKind::Count, F::Sum, "calls that were refused or not answered"),
      tableFigure("error_rate", "Error rate", ColumnKind::Rate, F::Quotient, "failed calls / calls"),
      tableFigure("throttled_calls", "Throttled calls", ColumnKind::Count, F::Sum,
                  "calls refused because there were too many"),
      tableFigure("repeated_calls", "Repeated calls", ColumnKind::Count, F::Sum,
                  "calls that were a second try or a later one"),
      tableFigure("latency_p50", "Milliseconds, half", ColumnKind::Count, F::Ranked,
                  "half of the answered calls took no more milliseconds", 0.5),
      tableFigure("latency_p95", "Milliseconds, 95 %", ColumnKind::Count, F::Ranked,
                  "95 of 100 answered calls took no more milliseconds", 0.95),
  };
}

TableShape shape(const ReportSpec& spec)
{
  using F = TableFigure;
  TableShape shape;
  shape.heads = {{QStringLiteral("account"), {}, QStringLiteral("Connection"), ColumnKind::Text},
                 {QStringLiteral("provider"), {}, QStringLiteral("Provider"), ColumnKind::Text}};
  shape.labels = {QStringLiteral("provider")};
  const QString by = spec.options.value(kBy);
  shape.figures = callFigures();
  if (by == QLatin1String("operation") || by == QLatin1String("day")) {
    shape.heads.insert(shape.heads.begin() + 1,
                       by == QLatin1String("day") ? tableHead("day", "Day") : tableHead("operation", "Endpoint"));
    return shape;
  }
  shape.figures.insert(shape.figures.begin(),
                       tableFigure("stale_minutes", "Minutes since the last good read", ColumnKind::Count, F::Ranked,
                                   "now - last good read, of what was not read for longest", 1));
  for (const TableFigure& figure :
       {tableFigure("dead_letters", "Records not understood", ColumnKind::Count, F::Sum,
                    "records that could not be understood and wait for somebody"),
        tableFigure("dead_letter_hours", "Oldest of them, hours", ColumnKind::Hours, F::Ranked,
                    "whole hours that the oldest record not understood waits", 1),
        tableFigure("drift", "Drift", ColumnKind::Rate, F::Quotient,
                    "records that differed here / records compared, at the last audit of each kind"),
        tableFigure("credential_days", "Days until credentials end", ColumnKind::Count, F::Ranked,
                    "whole days until the credentials of the account end")})
    shape.figures.push_back(figure);
  return shape;
}

class HealthWalk {
public:
  HealthWalk(Connection& c, FigureTable& table)
      : m_connection(c), m_table(table), m_spec(table.spec()), m_cut(m_spec.timeZone), m_by(m_spec.options.value(kBy))
  {
  }

  Result<void> run()
  {
    SC_TRY(accounts());
    if (m_by == QLatin1String("account")) {
      SC_TRY(streams());
      SC_TRY(failures());
    }
    return calls();
  }

private:
  QStringList keys(qint64 account) const { return {QString::number(account)}; }

  Result<void> accounts()
  {
    return m_connection.each(
        QStringLiteral("SELECT id, name, provider, credential_expires_at FROM accounts WHERE removed_at IS NULL"), {},
        [&](const Row& row) {
          const qint64 id = row.integer(0);
          if (!m_table.concerns(id))
            return;
          m_accounts.insert(id);
          m_table.name(QStringLiteral("account"), row.text(0), row.text(1));
          m_table.name(QStringLiteral("provider"), row.text(0), row.text(2));
          if (m_by != QLatin1String("account"))
            return;
          m_table.addRow(keys(id));
          m_table.add(keys(id), "calls", 0, {});
          if (const auto ends = row.instantIfAny(3)) {
            FigureRow what = about(row.text(1), row.text(2));
            what.at = ends;
            m_table.add(keys(id), "credential_days", std::chrono::floor<std::chrono::days>(*ends - m_spec.now).count(),
                        what);
          }
        });
  }

  Result<void> streams()
  {
    return m_connection.each(
        QStringLiteral("SELECT account_id, stream, last_ok_at, last_audit_at, audit_compared, audit_wrong FROM "
                       "stream_states ORDER BY account_id, stream"),
        {}, [&](const Row& row) {
          const qint64 id = row.integer(0);
          if (!m_accounts.contains(id))
            return;
          FigureRow what = about(row.text(1), QStringLiteral("last good read"));
          if (const auto at = row.instantIfAny(2)) {
            what.at = at;
            m_table.add(keys(id), "stale_minutes",
                        std::max<qint64>(0, std::chrono::floor<std::chrono::minutes>(m_spec.now - *at).count()), what);
          }
          if (row.isNull(3))
            return;
          what.at = row.instant(3);
          what.text = QStringLiteral("audit");
          m_table.add(keys(id), "drift", row.integer(5), what);
          m_table.add(keys(id), "drift", row.integer(4), what, Part::Base);
        });
  }

  Result<void> calls()
  {
    const DayCut& cut = m_cut;
    return m_connection.each(
        QStringLiteral("SELECT account_id, at, operation, status, ms, attempt, error_kind FROM calls WHERE at >= ? AND "
                       "at < ? ORDER BY at, id"),
        {cut.startOf(DayCut::number(m_spec.from)), cut.startOf(DayCut::number(m_spec.to) + 1)},
        [&](const Row& row) { tellCall(row); });
  }

  void tellCall(const Row& row)
  {
    const qint64 id = row.integer(0), status = row.integer(3);
    if (!m_accounts.contains(id))
      return;
    const bool failed = !row.text(6).isEmpty();
    FigureRow what = about(row.text(2), failed ? row.text(6) : QString::number(status));
    what.at = row.instant(1);
    QStringList of = keys(id);
    if (m_by == QLatin1String("operation"))
      of.append(row.text(2));
    else if (m_by == QLatin1String("day"))
      of.append(periodKey(m_by, DayCut::date(m_cut.dayOf(*what.at))));
    m_table.add(of, "calls", 1, what);
    m_table.add(of, "failed_calls", failed ? 1 : 0, what);
    m_table.add(of, "error_rate", failed ? 1 : 0, what);
    m_table.add(of, "error_rate", 1, what, Part::Base);
    m_table.add(of, "throttled_calls", status == 429 ? 1 : 0, what);
    m_table.add(of, "repeated_calls", row.integer(5) > 1 ? 1 : 0, what);
    if (status > 0) {
      m_table.add(of, "latency_p50", row.integer(4), what);
      m_table.add(of, "latency_p95", row.integer(4), what);
    }
  }

  Result<void> failures()
  {
    return m_connection.each(QStringLiteral("SELECT account_id, stream, external_id, first_at FROM sync_failures WHERE "
                                            "dismissed_at IS NULL ORDER BY id"),
                             {}, [&](const Row& row) {
                               if (!m_accounts.contains(row.integer(0)))
                                 return;
                               FigureRow what = about(row.text(2), row.text(1));
                               what.at = row.instant(3);
                               m_table.add(keys(row.integer(0)), "dead_letters", 1, what);
                               m_table.add(keys(row.integer(0)), "dead_letter_hours",
                                           std::chrono::floor<std::chrono::hours>(m_spec.now - *what.at).count(), what);
                             });
  }

  static FigureRow about(const QString& number, const QString& text)
  {
    FigureRow what;
    what.thing = FigureRow::Thing::Account;
    what.number = number;
    what.text = text;
    return what;
  }

  Connection& m_connection;
  FigureTable& m_table;
  const ReportSpec& m_spec;
  DayCut m_cut;
  QString m_by;
  QSet<qint64> m_accounts;
};

Result<void> walk(Connection& c, FigureTable& table)
{
  return HealthWalk(c, table).run();
}

} // namespace

std::vector<ReportDefinition> integrationDefinitions()
{
  return {TableDefinition<shape, walk>::definition(
      "integration", "Connections", "How fresh, how reliable and how fast the connections are", Basis::Present,
      {{kBy,
        {QStringLiteral("account"), QStringLiteral("operation"), QStringLiteral("day")},
        QStringLiteral("account")}})};
}

} // namespace supercargo
