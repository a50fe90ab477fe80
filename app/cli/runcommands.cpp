#include "app/cli/keptruns.h"
#include "app/cli/reporttext.h"
#include "app/cli/rowlist.h"
#include "core/reports/figures.h"
#include "core/reports/runs.h"

namespace supercargo::cli {
namespace {

/// "Net sales" of a column's key; what is no figure of the catalogue keeps its key.
QString figureTitle(const QString& column)
{
  const Figure* figure = findFigure(column);
  return figure ? columnTitle({column, column, figure->title, figure->kind}) : column;
}

QString daysText(const ReportSpec& spec)
{
  return QCoreApplication::translate("cli", "%1 to %2")
      .arg(spec.from.toString(Qt::ISODate), spec.to.toString(Qt::ISODate));
}

Outcome<Exit> listRuns(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(runs, keptRuns(*connection, session.operand(0)));
  printRows(
      session, runs, 0,
      {QCoreApplication::translate("cli", ">Run"), QCoreApplication::translate("cli", "Report"),
       QCoreApplication::translate("cli", "Days"), QCoreApplication::translate("cli", "Ran at")},
      [](const KeptRun& run) {
        return QJsonObject{{QStringLiteral("run"), run.id},
                           {QStringLiteral("report"), run.spec.report},
                           {QStringLiteral("from"), run.spec.from.toString(Qt::ISODate)},
                           {QStringLiteral("to"), run.spec.to.toString(Qt::ISODate)},
                           {QStringLiteral("ran_at"), toJson(run.spec.now)},
                           {QStringLiteral("snapshot"), run.snapshot},
                           {QStringLiteral("by_hand"), run.byHand}};
      },
      [&](const KeptRun& run) {
        return QStringList{QString::number(run.id), run.spec.report, daysText(run.spec),
                           timeText(run.spec.now, session.zone())};
      });
  return Exit::Done;
}

QString whyText(RunDifference::Why why)
{
  switch (why) {
  case RunDifference::Why::Arrived:
    return QCoreApplication::translate("cli", "arrived since");
  case RunDifference::Why::Paid:
    return QCoreApplication::translate("cli", "paid since");
  case RunDifference::Why::Refunded:
    return QCoreApplication::translate("cli", "refunded since");
  case RunDifference::Why::Cancelled:
    return QCoreApplication::translate("cli", "cancelled since");
  case RunDifference::Why::Gone:
    return QCoreApplication::translate("cli", "no longer there");
  case RunDifference::Why::Edited:
    return QCoreApplication::translate("cli", "edited since");
  }
  return {};
}

/// Minor units as money, where they are money.
QString amountText(qint64 amount, const QString& currency)
{
  const auto known = Currency::of(currency);
  return currency.isEmpty() || !known ? QString::number(amount) : moneyText(Money(amount, *known));
}

QJsonValue amountJson(qint64 amount, const QString& currency)
{
  const auto known = Currency::of(currency);
  return currency.isEmpty() || !known ? QJsonValue(amount) : QJsonValue(toJson(Money(amount, *known)));
}

QJsonObject sumsJson(const RunComparison::Sums& sums)
{
  QJsonObject all;
  for (auto sum = sums.cbegin(); sum != sums.cend(); ++sum)
    all.insert(
        sum.key().isEmpty() ? QStringLiteral("count") : sum.key(),
        QJsonObject{{QStringLiteral("value"), amountJson(sum->value, sum.key())}, {QStringLiteral("base"), sum->base}});
  return all;
}

QJsonObject comparisonJson(const RunComparison& comparison)
{
  QJsonArray differences;
  for (const RunDifference& d : comparison.differences)
    differences += QJsonObject{
        {QStringLiteral("why"), differenceName(d.why)},
        {QStringLiteral("part"), d.part == FigureRow::Part::Base ? QStringLiteral("base") : QStringLiteral("value")},
        {QStringLiteral("order"), d.thing.order == 0 ? QJsonValue() : QJsonValue(d.thing.order)},
        {QStringLiteral("number"), d.thing.number},
        {QStringLiteral("before"), amountJson(d.before, d.thing.currency)},
        {QStringLiteral("now"), amountJson(d.now, d.thing.currency)},
        {QStringLiteral("change"), amountJson(d.now - d.before, d.thing.currency)}};
  return {{QStringLiteral("run"), comparison.earlier.id},
          {QStringLiteral("report"), comparison.earlier.spec.report},
          {QStringLiteral("figure"), comparison.column},
          {QStringLiteral("ran_at"), toJson(comparison.earlier.spec.now)},
          {QStringLiteral("before"), sumsJson(comparison.before)},
          {QStringLiteral("now"), sumsJson(comparison.now)},
          {QStringLiteral("differences"), differences}};
}

void printComparison(const RunComparison& comparison)
{
  Table table({QCoreApplication::translate("cli", "Why"), QCoreApplication::translate("cli", "Number"),
               QCoreApplication::translate("cli", ">Before"), QCoreApplication::translate("cli", ">Now"),
               QCoreApplication::translate("cli", ">Difference")});
  for (const RunDifference& d : comparison.differences)
    table.add({whyText(d.why), d.thing.number, amountText(d.before, d.thing.currency),
               amountText(d.now, d.thing.currency), amountText(d.now - d.before, d.thing.currency)});
  RunComparison::Sums all = comparison.before;
  for (auto sum = comparison.now.cbegin(); sum != comparison.now.cend(); ++sum)
    all[sum.key()];
  for (const QString& currency : all.keys()) {
    const qint64 before = comparison.before.value(currency).value, now = comparison.now.value(currency).value;
    table.add({figureTitle(comparison.column), QString(), amountText(before, currency), amountText(now, currency),
               amountText(now - before, currency)});
  }
  table.print();
}

Outcome<Exit> why(Session& session)
{
  SC_TRY(session.workspace()); // its zone cuts the days
  SC_TRY_ASSIGN(run, session.integer(session.operand(0), QStringLiteral("RUN")));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(figures, figuresOfRun(*connection, run));
  QString figure = session.value(QStringLiteral("--figure"));
  if (figure.isEmpty())
    figure = figures.contains(QStringLiteral("net_sales")) ? QStringLiteral("net_sales") : figures.value(0);
  if (!figures.contains(figure))
    return wrongUse(QCoreApplication::translate("cli", "no figure of this run is called \"%1\"").arg(figure), figure,
                    QCoreApplication::translate("cli", "There are: %1").arg(figures.join(QStringLiteral(", "))));
  qint64 later = 0;
  if (session.has(QStringLiteral("--with"))) {
    SC_TRY_ASSIGN(other, session.integer(session.value(QStringLiteral("--with")), QStringLiteral("--with")));
    later = other;
  }
  SC_TRY_ASSIGN(comparison, compareRun(*connection, run, figure, systemNow(), later));
  if (session.isJson())
    printJson(comparisonJson(comparison));
  else
    printComparison(comparison);
  return Exit::Done;
}

} // namespace

Outcome<qint64> keepReport(Session& session, const ReportSpec& spec)
{
  SC_TRY_ASSIGN(reader, session.reader());
  SC_TRY_ASSIGN(run, runToKeep(*reader, spec));
  SC_TRY_ASSIGN(writer, session.writer());
  SC_TRY_ASSIGN(id, writer->transaction([&] { return keepRun(*writer, run, true); }));
  return id;
}

std::vector<Command> runCommands()
{
  return {{QStringLiteral("report runs"),
           QStringLiteral("[ID]"),
           0,
           1,
           QCoreApplication::translate("cli", "list the runs of reports that were kept"),
           {},
           listRuns},
          {QStringLiteral("report why"),
           QStringLiteral("RUN"),
           1,
           1,
           QCoreApplication::translate("cli", "say why a figure is another than in a kept run"),
           {{QStringLiteral("--figure"), QStringLiteral("NAME"),
             QCoreApplication::translate("cli", "which figure; net_sales, or the first one")},
            {QStringLiteral("--with"), QStringLiteral("RUN"),
             QCoreApplication::translate("cli", "compare with a later run instead of now")}},
           why}};
}

} // namespace supercargo::cli
