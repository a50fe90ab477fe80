#include "ui/connections/importreading.h"

#include <QFile>

#include <algorithm>

namespace supercargo {
namespace {

constexpr qint64 kMostBytes = 512LL * 1024 * 1024;

Result<std::shared_ptr<const Sheet>> sheetOf(const QString& path)
{
  QFile file(path);
  if (file.size() > kMostBytes)
    return fail(ErrorKind::TooLarge, QStringLiteral("the file is larger than 512 MB"), path);
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorKind::NotFound, file.errorString(), path);
  SC_TRY_ASSIGN(sheet, readSheet(file.readAll()));
  return std::make_shared<const Sheet>(std::move(sheet));
}

/// The columns chosen that the file has; those without a heading are not meant.
QMap<QString, QString> wanted(const QMap<QString, QString>& chosen)
{
  QMap<QString, QString> columns;
  for (auto it = chosen.cbegin(); it != chosen.cend(); ++it)
    if (!it.value().isEmpty())
      columns.insert(it.key(), it.value());
  return columns;
}

} // namespace

qint64 ImportReading::count(RowResult::Kind kind) const
{
  return records ? std::ranges::count(records->rows, kind, &RowResult::kind) : 0;
}

Result<ImportReading> readImport(Connection& c, const ImportQuestion& question)
{
  ImportReading reading;
  reading.sheet = question.sheet;
  if (!reading.sheet) {
    SC_TRY_ASSIGN(sheet, sheetOf(question.path));
    reading.sheet = std::move(sheet);
  }
  const QStringList& header = reading.sheet->header;
  QMap<QString, QString> chosen;
  if (question.chosen) {
    chosen = wanted(*question.chosen);
  } else {
    SC_TRY_ASSIGN(remembered, rememberedMapping(c, question.account, question.kind, header));
    chosen = remembered;
  }
  auto mapping = mapColumns(question.kind, header, chosen);
  if (!mapping) {
    reading.mapping.fields = chosen;
    reading.trouble = mapping.error();
    return reading;
  }
  reading.mapping = std::move(*mapping);
  if (question.chosen) // what the person crossed out is not guessed again
    for (auto it = question.chosen->cbegin(); it != question.chosen->cend(); ++it)
      if (it.value().isEmpty())
        reading.mapping.fields.remove(it.key());
  for (const QString& field : neededFields(question.kind))
    if (!reading.mapping.fields.contains(field))
      reading.trouble = Error{ErrorKind::Invalid, QStringLiteral("no column tells the %1").arg(field), field, {}};
  if (!reading.trouble)
    reading.records = std::make_shared<const ImportedRecords>(
        readRecords(question.kind, *reading.sheet, reading.mapping, question.defaults));
  return reading;
}

QFuture<Result<FileImportDone>> storeReading(Database& db, const ImportQuestion& question, const ImportReading& reading,
                                             Instant now)
{
  return db.write([kind = question.kind, account = question.account, mapping = reading.mapping,
                   records = reading.records, now](Connection& c, ChangeSet& changes) {
    return storeImport(c, {kind, account, mapping, *records}, now, changes);
  });
}

} // namespace supercargo
