#include "core/reports/render.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace supercargo {
namespace {

QJsonValue jsonOf(const ReportCell& cell)
{
  if (const auto* text = std::get_if<QString>(&cell))
    return *text;
  if (const auto* count = std::get_if<qint64>(&cell))
    return *count;
  if (const auto* number = std::get_if<double>(&cell))
    return *number;
  if (const auto* money = std::get_if<Money>(&cell))
    return QJsonObject{{QStringLiteral("minor"), money->minor()},
                       {QStringLiteral("currency"), money->currency().code()},
                       {QStringLiteral("text"), money->text()}};
  if (const auto* day = std::get_if<QDate>(&cell))
    return day->toString(Qt::ISODate);
  if (const auto* moment = std::get_if<Instant>(&cell))
    return toIso(*moment);
  return QJsonValue::Null;
}

QByteArray rowJson(const ReportRow& row)
{
  QJsonArray cells;
  for (const ReportCell& cell : row.cells)
    cells.append(jsonOf(cell));
  return QJsonDocument(cells).toJson(QJsonDocument::Compact);
}

QByteArray columnsJson(const ReportResult& result)
{
  QJsonArray columns;
  for (const ReportColumn& column : result.columns)
    columns.append(QJsonObject{{QStringLiteral("key"), column.key},
                               {QStringLiteral("title"), column.title},
                               {QStringLiteral("kind"), columnKindName(column.kind)}});
  return QJsonDocument(columns).toJson(QJsonDocument::Compact);
}

QByteArray notesJson(const ReportResult& result)
{
  return QJsonDocument(QJsonArray::fromStringList(result.notes)).toJson(QJsonDocument::Compact);
}

/// Calls `out` with the pieces of columns, rows, totals and notes.
template <class Out>
void tellBody(const ReportResult& result, Out out)
{
  out(QByteArrayLiteral("\"columns\":"));
  out(columnsJson(result));
  for (const auto& [name, rows] :
       {std::pair(",\"rows\":[", &result.rows), std::pair("],\"totals\":[", &result.totals)}) {
    out(QByteArray(name));
    bool isFirst = true;
    for (const ReportRow& row : *rows) {
      out(isFirst ? QByteArrayLiteral("\n") : QByteArrayLiteral(",\n"));
      out(rowJson(row));
      isFirst = false;
    }
  }
  out(QByteArrayLiteral("],\"notes\":"));
  out(notesJson(result));
}

QByteArray string(const QString& text)
{
  const QByteArray list = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
  return list.mid(1, list.size() - 2);
}

} // namespace

QByteArray hashOf(const ReportResult& result)
{
  QCryptographicHash hash(QCryptographicHash::Sha256);
  tellBody(result, [&](const QByteArray& piece) { hash.addData(piece); });
  return hash.result().toHex();
}

QJsonObject parametersJson(const ReportSpec& spec)
{
  QJsonArray accounts;
  for (const AccountId account : spec.accounts)
    accounts.append(account.value());
  QJsonObject options;
  for (auto option = spec.options.cbegin(); option != spec.options.cend(); ++option)
    options.insert(option.key(), option.value());
  return {{QStringLiteral("report"), spec.report},
          {QStringLiteral("version"), spec.version},
          {QStringLiteral("from"), spec.from.isValid() ? spec.from.toString(Qt::ISODate) : QJsonValue()},
          {QStringLiteral("to"), spec.to.isValid() ? spec.to.toString(Qt::ISODate) : QJsonValue()},
          {QStringLiteral("accounts"), accounts},
          {QStringLiteral("currency"), spec.currency.isEmpty() ? QJsonValue() : QJsonValue(spec.currency)},
          {QStringLiteral("time_zone"), QString::fromLatin1(spec.timeZone)},
          {QStringLiteral("options"), options}};
}

Result<ReportSpec> specFromJson(const QJsonObject& object)
{
  ReportSpec spec;
  spec.report = object.value(QStringLiteral("report")).toString();
  if (spec.report.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the parameters name no report"));
  spec.version = object.value(QStringLiteral("version")).toInt();
  for (const auto& [name, day] : {std::pair("from", &spec.from), std::pair("to", &spec.to)}) {
    const QString text = object.value(QLatin1String(name)).toString();
    *day = QDate::fromString(text, Qt::ISODate);
    if (!text.isEmpty() && !day->isValid())
      return fail(ErrorKind::Invalid, QStringLiteral("not a day: \"%1\"").arg(text), QLatin1String(name));
  }
  for (const QJsonValue account : object.value(QStringLiteral("accounts")).toArray())
    spec.accounts.emplace_back(account.toInteger());
  spec.currency = object.value(QStringLiteral("currency")).toString();
  spec.timeZone = object.value(QStringLiteral("time_zone")).toString().toLatin1();
  const QJsonObject options = object.value(QStringLiteral("options")).toObject();
  for (auto option = options.begin(); option != options.end(); ++option)
    spec.options.insert(option.key(), option.value().toString());
  return spec;
}

Result<void> writeReportJson(QIODevice& out, const ReportResult& result)
{
  bool isWhole = true;
  const auto write = [&](const QByteArray& piece) { isWhole = isWhole && out.write(piece) == piece.size(); };
  write("{\"report\":" + string(result.spec.report) + ",\"version\":" + QByteArray::number(result.spec.version) +
        ",\"parameters\":" + QJsonDocument(parametersJson(result.spec)).toJson(QJsonDocument::Compact) +
        ",\"time_zone\":" + string(QString::fromLatin1(result.spec.timeZone)) +
        ",\"basis\":" + string(basisName(result.basis)) + ",\"snapshot\":" + string(result.snapshot) + ",\"hash\":\"" +
        result.hash + "\",\n");
  tellBody(result, write);
  write("}\n");
  return isWhole ? Result<void>() : fail(ErrorKind::DiskFull, out.errorString());
}

} // namespace supercargo
