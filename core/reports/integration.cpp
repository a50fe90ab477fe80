#include "core/reports/definitions.h"
#include "core/reports/figuretable.h"
#include "core/store/daycut.h"

namespace supercargo {
namespace {

using Part = FigureRow::Part;

TableShape shape(const ReportSpec&)
{
  using F = TableFigure;
  const auto figure = [](const char* key, const char* title, ColumnKind kind, F::How how, const char* formula,
                         double share = 0) {
    return F{QLatin1String(key), QLatin1String(title), QLatin1String(formula), kind, how, share};
  };
  TableShape shape;
  shape.heads = {{QStringLiteral("account"), {}, QStringLiteral("Connection"), ColumnKind::Text},
                 {QStringLiteral("provider"), {}, QStringLiteral("Provider"), ColumnKind::Text}};
  shape.labels = {QStringLiteral("provider")};
  shape.figures = {
      figure("stale_minutes", "Minutes since the last good read", ColumnKind::Count, F::Ranked,
             "now - last good read, of what was not read for longest", 1),
      figure("calls", "Calls", ColumnKind::Count, F::Sum, "calls that were made in these days"),
      figure("failed_calls", "Failed calls", ColumnKind::Count, F::Sum, "calls that were refused or not answered"),
      figure("error_rate", "Error rate", ColumnKind::Rate, F::Quotient, "failed calls / calls"),
      figure("throttled_calls", "Throttled calls", ColumnKind::Count, F::Sum,
             "calls refused because there were too many"),
      figure("repeated_calls", "Repeated calls", ColumnKind::Count, F::Sum,
             "calls that were a second try or a later one"),
      figure("latency_p50", "Milliseconds, half", ColumnKind::Count, F::Ranked,
             "half of the answered calls took no more milliseconds", 0.5),
      figure("latency_p95", "Milliseconds, 95 %", ColumnKind::Count, F::Ranked,
             "95 of 100 answered calls took no more milliseconds", 0.95),
      figure("dead_letters", "Records not understood", ColumnKind::Count, F::Sum,
             "records that could not be understood and wait for somebody"),
      figure("drift", "Drift", ColumnKind::Rate, F::Quotient,
             "records that differed here / records compared, at the last audit of each kind"),
      figure("credential_days", "Days until credentials end", ColumnKind::Count, F::Ranked,
             "whole days until the credentials of the account end"),
  };
  return shape;
}

class HealthWalk {
public:
  HealthWalk(Connection& c, FigureTable& table) : m_connection(c), m_table(table), m_spec(table.spec()) {}

  Result<void> run()
  {
    SC_TRY(accounts());
    SC_TRY(streams());
    SC_TRY(calls());
    return failures();
  }

private:
  QStringList keys(qint64 account) const { return {QString::number(account)}; }

  Result<void> accounts()
  {
    return m_connection.each(
        QStringLiteral("SELECT id, name, provider, credential_expires_at FROM accounts WHERE removed_at IS NULL"), {},
        [&](const Row& row) {
          const qint64 id = row.integer(0);
          if (!m_spec.accounts.empty() &&
              std::find(m_spec.accounts.begin(), m_spec.accounts.end(), AccountId(id)) == m_spec.accounts.end())
            return;
          m_accounts.insert(id);
          m_table.name(QStringLiteral("account"), row.text(0), row.text(1));
          m_table.name(QStringLiteral("provider"), row.text(0), row.text(2));
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
    const DayCut cut(m_spec.timeZone);
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
    m_table.add(keys(id), "calls", 1, what);
    m_table.add(keys(id), "failed_calls", failed ? 1 : 0, what);
    m_table.add(keys(id), "error_rate", failed ? 1 : 0, what);
    m_table.add(keys(id), "error_rate", 1, what, Part::Base);
    m_table.add(keys(id), "throttled_calls", status == 429 ? 1 : 0, what);
    m_table.add(keys(id), "repeated_calls", row.integer(5) > 1 ? 1 : 0, what);
    if (status > 0) {
      m_table.add(keys(id), "latency_p50", row.integer(4), what);
      m_table.add(keys(id), "latency_p95", row.integer(4), what);
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
      "integration", "Connections", "How fresh, how reliable and how fast the connections are", Basis::Present)};
}

} // namespace supercargo
