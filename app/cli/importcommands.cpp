#include "app/cli/rowlist.h"
#include "core/sync/fileimport.h"
#include "ui/text/filewords.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>

namespace supercargo::cli {
namespace {

constexpr qint64 kMostBytes = 512LL * 1024 * 1024;

Outcome<QByteArray> contentOf(const QString& path)
{
  QFile file(path);
  if (!file.exists())
    return fail(notFound(QStringLiteral("file %1").arg(path)));
  if (file.size() > kMostBytes)
    return fail(Failure(Error{ErrorKind::TooLarge, QStringLiteral("the file is larger than 512 MB"), path, {}}));
  if (!file.open(QIODevice::ReadOnly))
    return fail(Failure(Error{ErrorKind::Denied, file.errorString(), path, {}}, Exit::Failed, {}));
  return file.readAll();
}

QString resultName(RowResult::Kind kind)
{
  switch (kind) {
  case RowResult::Kind::Read:
    return QStringLiteral("read");
  case RowResult::Kind::Skipped:
    return QStringLiteral("skipped");
  case RowResult::Kind::Failed:
    break;
  }
  return QStringLiteral("failed");
}

qint64 countOf(const ImportedRecords& records, RowResult::Kind kind)
{
  return std::count_if(records.rows.begin(), records.rows.end(),
                       [&](const RowResult& row) { return row.kind == kind; });
}

QJsonObject importJson(const Sheet& sheet, const Mapping& mapping, const ImportedRecords& records,
                       const std::optional<FileImportDone>& done)
{
  QJsonArray rows;
  for (const RowResult& row : records.rows) {
    QStringList faults;
    for (const RowFault& fault : row.faults)
      faults.append(rowFaultName(fault.kind));
    rows.append(QJsonObject{{QStringLiteral("row"), row.row},
                            {QStringLiteral("result"), resultName(row.kind)},
                            {QStringLiteral("id"), jsonOrNull(row.id)},
                            {QStringLiteral("faults"), QJsonArray::fromStringList(faults)},
                            {QStringLiteral("reason"), jsonOrNull(row.reason())}});
  }
  QJsonObject fields;
  for (auto it = mapping.fields.cbegin(); it != mapping.fields.cend(); ++it)
    fields.insert(it.key(), it.value());
  QJsonObject json{{QStringLiteral("dry_run"), !done},
                   {QStringLiteral("encoding"), sheet.encoding},
                   {QStringLiteral("layout"), mapping.layout},
                   {QStringLiteral("mapping"), fields},
                   {QStringLiteral("unknown_columns"), QJsonArray::fromStringList(mapping.unknown)},
                   {QStringLiteral("read"), countOf(records, RowResult::Kind::Read)},
                   {QStringLiteral("skipped"), countOf(records, RowResult::Kind::Skipped)},
                   {QStringLiteral("failed"), countOf(records, RowResult::Kind::Failed)},
                   {QStringLiteral("rows"), rows}};
  if (done) {
    json.insert(QStringLiteral("account"), done->account.value());
    json.insert(QStringLiteral("inserted"), done->count.inserted);
    json.insert(QStringLiteral("changed"), done->count.changed);
    json.insert(QStringLiteral("unchanged"), done->count.unchanged);
    json.insert(QStringLiteral("weights"), done->weights);
    json.insert(QStringLiteral("waiting_orders"), QJsonArray::fromStringList(done->waiting));
  }
  return json;
}

/// What became of the rows, for a person: the mapping, then only the rows that were not taken.
void printImport(const Mapping& mapping, const ImportedRecords& records, const std::optional<FileImportDone>& done)
{
  Table columns({QCoreApplication::translate("cli", "Field"), QCoreApplication::translate("cli", "Column")});
  for (auto it = mapping.fields.cbegin(); it != mapping.fields.cend(); ++it)
    columns.add({it.key(), it.value()});
  columns.print();
  for (const RowResult& row : records.rows)
    if (!row.faults.empty())
      say(QCoreApplication::translate("cli", "Row %1: %2").arg(row.row).arg(rowFaultsText(row.faults)));
  const qint64 read = countOf(records, RowResult::Kind::Read), failed = countOf(records, RowResult::Kind::Failed);
  if (done) {
    print(QCoreApplication::translate("cli", "%1 rows read, %2 failed; %3 records are new, %4 changed.")
              .arg(read)
              .arg(failed)
              .arg(done->count.inserted)
              .arg(done->count.changed));
    if (const QString notes = importNotesText(*done); !notes.isEmpty())
      say(notes);
  } else {
    print(QCoreApplication::translate("cli", "%1 rows can be read, %2 cannot. Nothing was stored.")
              .arg(read)
              .arg(failed));
  }
}

Outcome<Exit> importFile(Session& session, ImportKind kind)
{
  const QString path =
      session.has(QStringLiteral("--file")) ? session.value(QStringLiteral("--file")) : session.operand(0);
  if (path.isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(QStringLiteral("FILE")),
                    QStringLiteral("FILE"));
  const QString into = session.has(QStringLiteral("--into")) ? session.value(QStringLiteral("--into")).trimmed()
                                                             : QStringLiteral("Files");
  SC_TRY_ASSIGN(content, contentOf(path));
  SC_TRY_ASSIGN(sheet, readSheet(content));
  const auto typed = parseMapping(kind, sheet.header, session.arguments().values(QStringLiteral("--map")));
  if (!typed)
    return wrongUse(typed.error().detail, QStringLiteral("--map"),
                    QCoreApplication::translate("cli", "The fields are: %1").arg(importFields(kind).join(u' ')));
  SC_TRY_ASSIGN(workspace, session.workspace());
  SC_TRY_ASSIGN(connection, session.writer());
  SC_TRY_ASSIGN(chosen, rememberedMapping(*connection, into, kind, sheet.header));
  chosen.insert(*typed);
  const auto mapping = mapColumns(kind, sheet.header, chosen);
  if (!mapping)
    return fail(Failure(mapping.error(), Exit::Failed,
                        QCoreApplication::translate("cli", "Say with --map which column is which, as in "
                                                           "--map \"Order no\"=number,Sum=total")));
  const ImportDefaults defaults{workspace->info().currency, session.zone()};
  const ImportedRecords records = readRecords(kind, sheet, *mapping, defaults);
  std::optional<FileImportDone> done;
  if (!session.has(QStringLiteral("--dry-run"))) {
    ChangeSet changes;
    const FileImport import{kind, into, *mapping, records};
    SC_TRY_ASSIGN(stored,
                  connection->transaction([&] { return storeImport(*connection, import, systemNow(), changes); }));
    done = stored;
  }
  if (session.isJson())
    printJson(importJson(sheet, *mapping, records, done));
  else
    printImport(*mapping, records, done);
  return countOf(records, RowResult::Kind::Failed) > 0 ? Exit::Partly : Exit::Done;
}

Command command(ImportKind kind, const QString& help, Outcome<Exit> (*run)(Session&))
{
  return {QStringLiteral("import ") + importKindName(kind),
          QStringLiteral("FILE"),
          0,
          1,
          help,
          {{QStringLiteral("--file"), QStringLiteral("FILE"),
            QCoreApplication::translate("cli", "a CSV or XLSX file: an export of Taobao, 1688, Shopify, WooCommerce, "
                                               "or any table with headings")},
           {QStringLiteral("--map"), QStringLiteral("COLUMN=FIELD,…"),
            QCoreApplication::translate("cli", "which column is which, where that is not guessed; remembered")},
           {QStringLiteral("--into"), QStringLiteral("NAME"),
            QCoreApplication::translate("cli", "the account that the records go into, made when new (Files)")},
           {QStringLiteral("--dry-run"), QString(),
            QCoreApplication::translate("cli", "say what would be read, and store nothing")}},
          run};
}

} // namespace

std::vector<Command> importCommands()
{
  return {
      command(ImportKind::Orders, QCoreApplication::translate("cli", "read orders from a file"),
              [](Session& session) { return importFile(session, ImportKind::Orders); }),
      command(ImportKind::Products, QCoreApplication::translate("cli", "read products from a file"),
              [](Session& session) { return importFile(session, ImportKind::Products); }),
      command(ImportKind::Stock, QCoreApplication::translate("cli", "read stock from a file"),
              [](Session& session) { return importFile(session, ImportKind::Stock); }),
      command(ImportKind::Customers, QCoreApplication::translate("cli", "read customers from a file"),
              [](Session& session) { return importFile(session, ImportKind::Customers); }),
      command(
          ImportKind::Freight,
          QCoreApplication::translate("cli", "read a courier's bill from a file; what is on it already is replaced"),
          [](Session& session) { return importFile(session, ImportKind::Freight); }),
  };
}

} // namespace supercargo::cli
