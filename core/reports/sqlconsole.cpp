#include "core/reports/sqlconsole.h"

#include "core/db/guardedread.h"
#include "core/reports/render.h"
#include "core/reports/sqlviews.h"

#include <QRegularExpression>
#include <QTimeZone>

namespace supercargo {
namespace {

Result<QByteArray> zoneOf(Connection& c)
{
  SC_TRY_ASSIGN(zone, c.row(QStringLiteral("SELECT time_zone FROM workspace WHERE id = 1"), {},
                            [](const Row& row) { return row.text(0).toLatin1(); }));
  return zone.value_or(QByteArrayLiteral("UTC"));
}

/// Comments and blanks before the first word.
qsizetype beginOf(const QString& sql)
{
  static const QRegularExpression kSkipped(QStringLiteral(R"(\A(?:\s+|--[^\n]*(?:\n|\z)|/\*.*?\*/)*)"),
                                           QRegularExpression::DotMatchesEverythingOption);
  return kSkipped.match(sql).capturedLength();
}

/// The question with the views before it. One that has table expressions of its own goes on with them.
Result<QString> withViews(const QString& sql, const QString& views)
{
  const QString asked = sql.mid(beginOf(sql));
  static const QRegularExpression kWith(QStringLiteral(R"(\AWITH\s+(?:RECURSIVE\s+)?)"),
                                        QRegularExpression::CaseInsensitiveOption);
  static const QRegularExpression kSelect(QStringLiteral(R"(\A(?:SELECT|VALUES)\b)"),
                                          QRegularExpression::CaseInsensitiveOption);
  if (const auto with = kWith.match(asked); with.hasMatch())
    return QStringLiteral("WITH RECURSIVE ") + views + QStringLiteral(", ") + asked.mid(with.capturedLength());
  if (kSelect.match(asked).hasMatch())
    return QStringLiteral("WITH RECURSIVE ") + views + QStringLiteral(" ") + asked;
  return fail(ErrorKind::Invalid, QStringLiteral("a question begins with SELECT or WITH"));
}

/// What the views themselves read is what may be read.
Result<ReadableColumns> readableColumns(Connection& c, const QString& views)
{
  ReadableColumns all;
  for (const SqlView& view : sqlViews()) {
    SC_TRY_ASSIGN(
        read,
        columnsRead(c, QStringLiteral("WITH RECURSIVE %1 SELECT * FROM %2").arg(views, QLatin1String(view.name))));
    for (auto table = read.cbegin(); table != read.cend(); ++table)
      all[table.key()].unite(*table);
  }
  return all;
}

ColumnKind kindOf(const GuardedAnswer& answer, size_t column)
{
  bool hasNumber = false, hasFraction = false;
  for (const auto& row : answer.rows) {
    const QVariant& value = row[column];
    if (value.isNull())
      continue;
    const int type = value.typeId();
    if (type != QMetaType::LongLong && type != QMetaType::Int && type != QMetaType::Double)
      return ColumnKind::Text;
    hasNumber = true;
    hasFraction |= type == QMetaType::Double;
  }
  return !hasNumber ? ColumnKind::Text : hasFraction ? ColumnKind::Number : ColumnKind::Count;
}

ReportCell cellOf(const QVariant& value, ColumnKind kind)
{
  if (value.isNull())
    return {};
  if (kind == ColumnKind::Count)
    return value.toLongLong();
  if (kind == ColumnKind::Number)
    return value.toDouble();
  return value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex()) : value.toString();
}

ReportResult resultOf(const GuardedAnswer& answer)
{
  ReportResult result;
  result.basis = Basis::Present;
  for (size_t i = 0; i < size_t(answer.columns.size()); ++i) {
    const QString& name = answer.columns[qsizetype(i)];
    result.columns.push_back({name, {}, name, kindOf(answer, i)});
  }
  for (const auto& values : answer.rows) {
    ReportRow row;
    for (size_t i = 0; i < values.size(); ++i)
      row.cells.push_back(cellOf(values[i], result.columns[i].kind));
    result.rows.push_back(std::move(row));
  }
  if (answer.isCut)
    result.notes.append(QStringLiteral("cut: only the first %1 rows").arg(answer.rows.size()));
  return result;
}

} // namespace

Result<ReportResult> answerSql(Connection& c, const SqlQuestion& question)
{
  SC_TRY_ASSIGN(zone, zoneOf(c));
  const QDateTime now = QDateTime::fromMSecsSinceEpoch(toMs(question.now), Qt::UTC);
  const QString views = viewExpressions(zone, QDateTime(QDate(2000, 1, 1), QTime(0, 0), Qt::UTC), now.addYears(1));
  SC_TRY_ASSIGN(sql, withViews(question.sql, views));
  SC_TRY_ASSIGN(readable, readableColumns(c, views));
  SC_TRY_ASSIGN(answer, askGuarded(c, {sql, readable, question.mostRows, question.stop}));
  ReportResult result = resultOf(answer);
  result.spec.report = kSqlReport;
  result.spec.timeZone = zone;
  result.spec.now = question.now;
  result.hash = hashOf(result);
  return result;
}

} // namespace supercargo
