#include "core/sync/fileimport.h"

#include "core/stock/articles.h"
#include "core/store/accounts.h"
#include "core/store/articleweights.h"
#include "core/store/keptlines.h"
#include "core/sync/pagestore.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace supercargo {
namespace {

Result<std::optional<AccountRow>> filesAccount(Connection& c, const QString& name)
{
  SC_TRY_ASSIGN(rows, accountRows(c));
  for (const AccountRow& row : rows)
    if (row.provider == QLatin1String(kFilesProvider) && row.name == name)
      return row;
  return std::nullopt;
}

/// A heading may hold any sign, so a mapping is kept as JSON.
QString written(const Mapping& mapping)
{
  QJsonObject object;
  for (auto it = mapping.fields.cbegin(); it != mapping.fields.cend(); ++it)
    object.insert(it.key(), it.value());
  return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Stream streamOf(ImportKind kind)
{
  switch (kind) {
  case ImportKind::Products:
    return Stream::Products;
  case ImportKind::Stock:
    return Stream::Stock;
  case ImportKind::Customers:
    return Stream::Customers;
  case ImportKind::Freight:
    return Stream::Bills;
  case ImportKind::Orders:
    break;
  }
  return Stream::Orders;
}

/// Under what a mapping is kept. Files of lines have other columns than those of their orders.
QString memoryOf(ImportKind kind, const QString& layout)
{
  const bool isLines = kind == ImportKind::Orders && layout == QLatin1String(kOrderLinesLayout);
  return isLines ? QStringLiteral("order_lines") : importKindName(kind);
}

/// The last word holds, whoever said what was known. Articles may have another name than their SKU in the file.
Result<qint64> storeWeights(Connection& c, const FileImport& import, AccountId account, Instant now, ChangeSet& changes)
{
  qint64 changed = 0;
  for (const PieceWeight& piece : import.records.weights) {
    SC_TRY_ASSIGN(article, articleOf(c, account, piece.sku));
    SC_TRY_ASSIGN(said, saidWeight(c, article));
    if (said && said->grams == piece.grams)
      continue;
    SC_TRY(setWeight(c, {import.account}, article, piece.grams, now, changes));
    ++changed;
  }
  return changed;
}

} // namespace

Result<FileImportDone> storeImport(Connection& c, const FileImport& import, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(found, filesAccount(c, import.account));
  AccountRow row = found.value_or(AccountRow());
  row.fields.insert(memoryOf(import.kind, import.mapping.layout), written(import.mapping));
  if (found) {
    SC_TRY(updateAccount(c, row));
  } else {
    row.provider = QLatin1String(kFilesProvider);
    row.name = import.account;
    row.createdAt = row.credentialAt = now;
    SC_TRY_ASSIGN(id, addAccount(c, row));
    row.id = id;
  }
  changes.accounts.insert(row.id.value());
  SC_TRY_ASSIGN(lines, upsertOrderLines(c, {row.id, std::nullopt, now}, import.records.lines, changes));
  SC_TRY_ASSIGN(weights, storeWeights(c, import, row.id, now, changes));
  FetchedPage page;
  page.account = row.id;
  page.stream = streamOf(import.kind);
  page.now = now;
  page.snapshots = import.records.snapshots;
  page.orders = prepareOrders(std::exchange(page.snapshots.orders, {}));
  SC_TRY(joinKeptLines(c, row.id, page.orders));
  SC_TRY_ASSIGN(count, storePage(c, page, changes));
  count += lines.count;
  return FileImportDone{row.id, count, weights, lines.waiting};
}

Result<QMap<QString, QString>> rememberedMapping(Connection& c, const QString& account, ImportKind kind,
                                                 const QStringList& header)
{
  SC_TRY_ASSIGN(found, filesAccount(c, account));
  QMap<QString, QString> chosen;
  if (!found)
    return chosen;
  const QString kept = found->fields.value(memoryOf(kind, layoutOf(header)));
  const QJsonObject object = QJsonDocument::fromJson(kept.toUtf8()).object();
  for (auto it = object.begin(); it != object.end(); ++it)
    if (header.contains(it.value().toString()) && importFields(kind).contains(it.key()))
      chosen.insert(it.key(), it.value().toString());
  return chosen;
}

} // namespace supercargo
