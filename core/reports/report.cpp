#include "core/reports/report.h"

#include "core/reports/onestate.h"
#include "core/reports/render.h"
#include "core/store/cubeparts.h"

namespace supercargo {
namespace {

Result<void> checkOptions(const ReportDefinition& definition, ReportSpec& spec)
{
  for (auto given = spec.options.cbegin(); given != spec.options.cend(); ++given) {
    const auto known = std::find_if(definition.options.begin(), definition.options.end(),
                                    [&](const ReportOption& option) { return option.name == given.key(); });
    if (known == definition.options.end())
      return fail(ErrorKind::Invalid, QStringLiteral("report %1 has no parameter %2").arg(spec.report, given.key()),
                  given.key());
    if (!known->choices.isEmpty() && !known->choices.contains(given.value()))
      return fail(ErrorKind::Invalid,
                  QStringLiteral("%1 is one of: %2").arg(given.key(), known->choices.join(QStringLiteral(", "))),
                  given.key());
  }
  for (const ReportOption& option : definition.options)
    if (!spec.options.contains(option.name))
      spec.options.insert(option.name, option.fallback);
  return {};
}

Result<void> checkAccounts(Connection& c, const std::vector<AccountId>& accounts)
{
  for (const AccountId account : accounts) {
    SC_TRY_ASSIGN(found, c.number(QStringLiteral("SELECT COUNT(*) FROM accounts WHERE id = ?"), {account}));
    if (found == 0)
      return fail(ErrorKind::NotFound, QStringLiteral("there is no account %1").arg(account.value()),
                  QString::number(account.value()));
  }
  return {};
}

/// Open ends reach from the first thing that happened to the present day, or to what lies after it.
Result<void> closeDays(Connection& c, const DayCut& cut, ReportSpec& spec)
{
  const QDate today = DayCut::date(cut.dayOf(spec.now));
  QDate first = today, last = today;
  if (!spec.from.isValid() || !spec.to.isValid())
    for (const FactSource source : {FactSource::Orders, FactSource::Payments, FactSource::Parcels}) {
      SC_TRY_ASSIGN(span, sourceSpan(c, source, cut));
      if (span) {
        first = std::min(first, DayCut::date(span->first));
        last = std::max(last, DayCut::date(span->second));
      }
    }
  if (!spec.to.isValid())
    spec.to = spec.from.isValid() ? std::max(last, spec.from) : last;
  if (!spec.from.isValid())
    spec.from = std::min(first, spec.to);
  if (spec.from > spec.to)
    return fail(ErrorKind::Invalid, QStringLiteral("the first day lies after the last one"),
                spec.from.toString(Qt::ISODate));
  return {};
}

/// Counters of what was written, by source; equal ones stand for equal rows.
Result<QString> dataSnapshot(Connection& c)
{
  QString text;
  SC_TRY(c.each(QStringLiteral("SELECT source, revision FROM data_revisions ORDER BY source"), {},
                [&](const Row& row) { text += row.text(0) + u' ' + row.text(1) + QStringLiteral(", "); }));
  SC_TRY_ASSIGN(movement, c.number(QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM stock_movements")));
  return text + QStringLiteral("stock %1").arg(movement);
}

} // namespace

QString basisName(Basis basis)
{
  switch (basis) {
  case Basis::Placed:
    return QStringLiteral("placed");
  case Basis::Paid:
    return QStringLiteral("paid");
  case Basis::Shipped:
    return QStringLiteral("shipped");
  case Basis::Refunded:
    return QStringLiteral("refunded");
  case Basis::Settled:
    return QStringLiteral("settled");
  case Basis::Happened:
    return QStringLiteral("happened");
  case Basis::Present:
    return QStringLiteral("present");
  }
  Q_UNREACHABLE();
}

QString columnKindName(ColumnKind kind)
{
  switch (kind) {
  case ColumnKind::Text:
    return QStringLiteral("text");
  case ColumnKind::Count:
    return QStringLiteral("count");
  case ColumnKind::Money:
    return QStringLiteral("money");
  case ColumnKind::Rate:
    return QStringLiteral("rate");
  case ColumnKind::Number:
    return QStringLiteral("number");
  case ColumnKind::Day:
    return QStringLiteral("day");
  case ColumnKind::Moment:
    return QStringLiteral("moment");
  case ColumnKind::Hours:
    return QStringLiteral("hours");
  }
  Q_UNREACHABLE();
}

bool isNothing(const ReportCell& cell)
{
  return std::holds_alternative<std::monostate>(cell);
}

const ReportDefinition* findReport(const QString& id)
{
  for (const ReportDefinition& definition : reportDefinitions())
    if (definition.id == id)
      return &definition;
  return nullptr;
}

Result<ReportSpec> completed(Connection& c, ReportSpec spec)
{
  const ReportDefinition* definition = findReport(spec.report);
  if (!definition)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no report \"%1\"").arg(spec.report), spec.report);
  if (spec.version != 0 && spec.version != definition->version)
    return fail(ErrorKind::NotFound,
                QStringLiteral("report %1 is of version %2 here, not %3")
                    .arg(spec.report)
                    .arg(definition->version)
                    .arg(spec.version),
                spec.report);
  spec.version = definition->version;
  SC_TRY(checkOptions(*definition, spec));
  SC_TRY(checkAccounts(c, spec.accounts));
  if (!spec.currency.isEmpty()) {
    SC_TRY_ASSIGN(currency, Currency::of(spec.currency));
    spec.currency = currency.code();
  }
  if (spec.timeZone.isEmpty()) {
    SC_TRY_ASSIGN(zone, c.row(QStringLiteral("SELECT time_zone FROM workspace WHERE id = 1"), {},
                              [](const Row& row) { return row.text(0).toLatin1(); }));
    spec.timeZone = zone.value_or(QByteArrayLiteral("UTC"));
  }
  const DayCut cut(spec.timeZone);
  if (!cut.isKnown())
    return fail(ErrorKind::Invalid,
                QStringLiteral("there is no time zone \"%1\"").arg(QString::fromLatin1(spec.timeZone)),
                QString::fromLatin1(spec.timeZone));
  SC_TRY(closeDays(c, cut, spec));
  return spec;
}

namespace {

Result<ReportResult> finished(Connection& c, const ReportSpec& spec, const ReportDefinition& definition,
                              ReportResult result)
{
  result.spec = spec;
  result.basis = definition.basis;
  SC_TRY_ASSIGN(snapshot, dataSnapshot(c));
  result.snapshot = snapshot;
  return result;
}

} // namespace

Result<ReportResult> runReport(Connection& c, const ReportSpec& spec)
{
  return inOneState(c, [&]() -> Result<ReportResult> {
    SC_TRY_ASSIGN(whole, completed(c, spec));
    const ReportDefinition& definition = *findReport(whole.report);
    SC_TRY_ASSIGN(ran, definition.run(c, whole));
    SC_TRY_ASSIGN(result, finished(c, whole, definition, std::move(ran)));
    result.hash = hashOf(result);
    return result;
  });
}

Result<ReportResult> streamReport(Connection& c, const ReportSpec& spec, const RowSink& sink)
{
  return inOneState(c, [&]() -> Result<ReportResult> {
    SC_TRY_ASSIGN(whole, completed(c, spec));
    const ReportDefinition& definition = *findReport(whole.report);
    if (!definition.stream)
      return fail(ErrorKind::Invalid, QStringLiteral("this report does not stream"), whole.report);
    SC_TRY_ASSIGN(ran, definition.stream(c, whole, sink));
    return finished(c, whole, definition, std::move(ran));
  });
}

Result<std::vector<FigureRow>> rowsOf(Connection& c, const ReportSpec& spec, const QString& columnKey,
                                      const Slice& slice)
{
  return inOneState(c, [&]() -> Result<std::vector<FigureRow>> {
    SC_TRY_ASSIGN(whole, completed(c, spec));
    return findReport(whole.report)->rowsOf(c, whole, columnKey, slice);
  });
}

} // namespace supercargo
