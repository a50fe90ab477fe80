#include "app/cli/tableexport.h"

#include "core/store/packedbytes.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlField>
#include <QSqlRecord>

namespace supercargo::cli {
namespace {

/// Of no use outside: sealed secrets, and what the program computes from the other tables.
bool isLeftOut(const QString& table)
{
  static const QStringList exact{QStringLiteral("secrets"),        QStringLiteral("vault"),
                                 QStringLiteral("id_blocks"),      QStringLiteral("stage_counts"),
                                 QStringLiteral("sales_slots"),    QStringLiteral("order_texts"),
                                 QStringLiteral("feed"),           QStringLiteral("dirty_hours"),
                                 QStringLiteral("data_revisions"), QStringLiteral("fact_days")};
  return exact.contains(table) || table.startsWith(QStringLiteral("cube_")) ||
         table.startsWith(QStringLiteral("order_search")) || table.startsWith(QStringLiteral("sqlite_"));
}

/// Recorded answers and dead letters lie compressed in the database.
bool isPacked(const QString& table)
{
  static const QStringList packed{QStringLiteral("calls"), QStringLiteral("sync_failures"),
                                  QStringLiteral("failure_log")};
  return packed.contains(table);
}

bool isInstant(const QString& column)
{
  return column.endsWith(QStringLiteral("_at")) || column == QStringLiteral("at");
}

QByteArray csvCell(const QString& text)
{
  const bool isPlain = std::none_of(text.begin(), text.end(),
                                    [](QChar c) { return c == u'"' || c == u',' || c == u'\n' || c == u'\r'; });
  return isPlain ? text.toUtf8() : '"' + QString(text).replace(u'"', QStringLiteral("\"\"")).toUtf8() + '"';
}

struct Column {
  QString name;
  int type = QMetaType::QString;
  bool isPacked = false; ///< bytes that were compressed
};

QJsonValue jsonValue(const Row& row, int index, const Column& column)
{
  if (row.isNull(index))
    return QJsonValue::Null;
  if (isInstant(column.name))
    return toIso(row.instant(index));
  switch (column.type) {
  case QMetaType::Int:
  case QMetaType::Short:
  case QMetaType::LongLong:
    return row.integer(index);
  case QMetaType::Double:
    return row.real(index);
  case QMetaType::QByteArray: {
    // Recorded answers and payloads are text; anything else is written as base64.
    const QByteArray bytes = column.isPacked ? unpackedBytes(row.bytes(index)) : row.bytes(index);
    return bytes.isValidUtf8() ? QString::fromUtf8(bytes) : QString::fromLatin1(bytes.toBase64());
  }
  default:
    return row.text(index);
  }
}

QByteArray csvText(const QJsonValue& value)
{
  if (value.isDouble())
    return value.toInteger() == value.toDouble() ? QByteArray::number(value.toInteger())
                                                 : QByteArray::number(value.toDouble(), 'g', 17);
  return value.isNull() ? QByteArray() : csvCell(value.toString());
}

Result<void> writeOut(QFile& file, const QByteArray& bytes)
{
  if (file.write(bytes) == bytes.size())
    return {};
  return fail(file.error() == QFile::ResourceError ? ErrorKind::DiskFull : ErrorKind::Denied, file.errorString(),
              file.fileName());
}

Result<void> openNew(QFile& file)
{
  if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
    return fail(ErrorKind::Denied, file.errorString(), file.fileName());
  file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // buyers' data
  return {};
}

Result<qint64> exportTable(Connection& connection, const QString& table, const std::vector<Column>& columns,
                           const QDir& dir)
{
  QFile csv(dir.filePath(table + QStringLiteral(".csv"))), jsonl(dir.filePath(table + QStringLiteral(".jsonl")));
  SC_TRY(openNew(csv));
  SC_TRY(openNew(jsonl));
  QStringList names;
  for (const Column& column : columns)
    names += column.name;
  SC_TRY(writeOut(csv, names.join(u',').toUtf8() + "\r\n"));
  Result<void> written;
  qint64 rows = 0;
  SC_TRY(connection.each(QStringLiteral("SELECT %1 FROM %2").arg(names.join(QStringLiteral(", ")), table), {},
                         [&](const Row& row) {
                           QJsonObject object;
                           QByteArrayList cells;
                           for (size_t i = 0; i < columns.size(); ++i) {
                             const QJsonValue value = jsonValue(row, static_cast<int>(i), columns[i]);
                             object.insert(columns[i].name, value);
                             cells += csvText(value);
                           }
                           written = writeOut(csv, cells.join(',') + "\r\n");
                           if (written)
                             written = writeOut(jsonl, QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
                           ++rows;
                           return written.has_value();
                         }));
  SC_TRY(written);
  if (!csv.flush() || !jsonl.flush())
    return fail(ErrorKind::DiskFull, csv.errorString(), csv.fileName());
  return rows;
}

QString description(const std::vector<std::pair<QString, std::vector<Column>>>& tables)
{
  QString text =
      QStringLiteral("Everything a Supercargo workspace holds, in two forms with the same content: NAME.csv "
                     "(RFC 4180) and NAME.jsonl\r\n"
                     "(one JSON object a line), both UTF-8.\r\n\r\n"
                     "Columns that end in _at hold instants, ISO 8601 in UTC. Columns that end in _minor "
                     "hold amounts in the smallest unit of\r\n"
                     "the currency named beside them (1230 with CNY is 12.30); lines, refunds and details "
                     "of an order have the order's currency.\r\n"
                     "Columns that end in _id refer to the column id of the table so named. Flags are 0 or "
                     "1. An empty cell is no value.\r\n"
                     "Bytes that are no text, such as waybills, are base64. report_runs.parts is a report as "
                     "it was computed: four bytes of\r\n"
                     "its size, then zlib, then CBOR.\r\n"
                     "Names, phones and addresses are not masked. Secrets are not in here, nor sums that "
                     "can be computed from the rows: counters,\r\n"
                     "cubes (cube_…), packed facts of days (fact_days), words of the search.\r\n\r\n");
  for (const auto& [table, columns] : tables) {
    QStringList names;
    for (const Column& column : columns)
      names += column.name;
    text += QStringLiteral("%1: %2\r\n").arg(table, names.join(QStringLiteral(", ")));
  }
  return text;
}

} // namespace

Result<std::vector<ExportedTable>> exportTables(Connection& connection, const QString& dir)
{
  std::vector<std::pair<QString, std::vector<Column>>> tables;
  QStringList names = connection.handle().tables();
  names.sort();
  for (const QString& table : names) {
    if (isLeftOut(table))
      continue;
    std::vector<Column> columns;
    const QSqlRecord record = connection.handle().record(table);
    for (int i = 0; i < record.count(); ++i)
      columns.push_back({record.fieldName(i), record.field(i).metaType().id(), isPacked(table)});
    tables.emplace_back(table, std::move(columns));
  }
  std::vector<ExportedTable> exported;
  SC_TRY(connection.transaction([&]() -> Result<void> { // one snapshot: tables fit each other while syncing goes on
    for (const auto& [table, columns] : tables) {
      SC_TRY_ASSIGN(rows, exportTable(connection, table, columns, QDir(dir)));
      exported.push_back({table, rows});
    }
    return {};
  }));
  QFile readme(QDir(dir).filePath(QStringLiteral("README.txt")));
  SC_TRY(openNew(readme));
  SC_TRY(writeOut(readme, description(tables).toUtf8()));
  return exported;
}

} // namespace supercargo::cli
