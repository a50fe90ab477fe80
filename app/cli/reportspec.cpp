#include "app/cli/reportspec.h"

#include "core/reports/savedreports.h"
#include "core/reports/span.h"
#include "core/store/daycubes.h"

namespace supercargo::cli {
namespace {

constexpr qint64 kFewDays = 8; ///< so many are quicker counted from the rows than made into cubes

Outcome<QDate> day(const Session& session, const QString& option)
{
  const QString text = session.value(option);
  const QDate date = QDate::fromString(text, Qt::ISODate);
  if (!text.isEmpty() && !date.isValid())
    return wrongUse(QCoreApplication::translate("cli", "%1 takes a day like 2026-03-01").arg(option), option);
  return date;
}

/// What "own.3" stands for today.
Outcome<ReportSpec> ownReportSpec(Session& session, qint64 id, Instant now)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(report, savedReport(*connection, id));
  ReportSpec spec = specOn(report, QDateTime::fromMSecsSinceEpoch(toMs(now), session.zone()).date());
  spec.now = now;
  return spec;
}

} // namespace

/// "account", "currency" and "zone" are every report's; the rest is the definition's own.
Outcome<void> setParameter(Session& session, ReportSpec& spec, const QString& assignment)
{
  const QString name = assignment.section(u'=', 0, 0), value = assignment.section(u'=', 1);
  if (!assignment.contains(u'='))
    return wrongUse(QCoreApplication::translate("cli", "--set takes NAME=VALUE"), assignment);
  if (name == QLatin1String("account")) {
    SC_TRY_ASSIGN(account, session.existingAccount(value));
    spec.accounts.push_back(account);
  } else if (name == QLatin1String("currency")) {
    spec.currency = value;
  } else if (name == QLatin1String("zone")) {
    spec.timeZone = value.toLatin1();
  } else {
    spec.options.insert(name, value);
  }
  return {};
}

Outcome<ReportSpec> reportSpec(Session& session, Instant now)
{
  ReportSpec spec;
  spec.report = session.operand(0);
  spec.now = now;
  if (const auto own = savedReportId(spec.report)) {
    SC_TRY_ASSIGN(saved, ownReportSpec(session, *own, now));
    spec = saved;
  } else if (!findReport(spec.report)) {
    QStringList ids;
    for (const ReportDefinition& definition : reportDefinitions())
      ids += definition.id;
    const QString near = nearest(spec.report, ids);
    return wrongUse(QCoreApplication::translate("cli", "there is no report \"%1\"").arg(spec.report), spec.report,
                    near.isEmpty()
                        ? QCoreApplication::translate("cli", "There are: %1").arg(ids.join(QStringLiteral(", ")))
                        : QCoreApplication::translate("cli", "Did you mean \"%1\"?").arg(near));
  }
  SC_TRY_ASSIGN(from, day(session, QStringLiteral("--from")));
  SC_TRY_ASSIGN(to, day(session, QStringLiteral("--to")));
  if (from.isValid() || to.isValid()) {
    spec.from = from;
    spec.to = to;
  }
  const QString preset = session.value(QStringLiteral("--span"));
  if (preset == QLatin1String("all")) {
    spec.from = spec.to = QDate();
  } else if (!preset.isEmpty()) {
    const QDate today = QDateTime::fromMSecsSinceEpoch(toMs(now), session.zone()).date();
    const auto span = presetSpan(preset, today);
    if (!span)
      return wrongUse(
          QCoreApplication::translate("cli", "there is no span \"%1\"").arg(preset), preset,
          QCoreApplication::translate("cli", "There are: %1").arg(spanPresets().join(QStringLiteral(", "))));
    spec.from = span->from;
    spec.to = span->to;
  }
  for (const QString& assignment : session.arguments().values(QStringLiteral("--set")))
    SC_TRY(setParameter(session, spec, assignment));
  return spec;
}

void prepareCubes(Session& session)
{
  const auto reader = session.reader();
  if (!reader || dirtyDayCount(**reader).value_or(0) <= kFewDays)
    return;
  const auto writer = session.writer();
  if (!writer)
    return;
  bool isLeft = true;
  while (isLeft)
    isLeft = (*writer)->transaction([&] { return rebuildDays(**writer, 30); }).value_or(false);
}

Option setOption()
{
  return {QStringLiteral("--set"), QStringLiteral("NAME=VALUE"),
          QCoreApplication::translate("cli", "a parameter of the report; also account, currency, zone")};
}

Option spanOption()
{
  return {QStringLiteral("--span"), QStringLiteral("NAME"),
          QCoreApplication::translate("cli", "days by name: yesterday, last_week, last_month, double11 …")};
}

Option formatOption()
{
  return {QStringLiteral("--format"), QStringLiteral("json|csv|xlsx|pdf|hledger|beancount"),
          QCoreApplication::translate("cli", "form of the file")};
}

} // namespace supercargo::cli
