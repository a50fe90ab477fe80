#pragma once

#include "app/cli/session.h"
#include "core/stock/work.h"

/// What the commands about stock have in common: how a balance is printed, options that mean the same everywhere.
namespace supercargo::cli {

QJsonObject stockJson(const StockRow& row);
QStringList stockHeadings();
QStringList stockCells(const StockRow& row);

/// Who acts here: a workspace with one owner and no lock needs no name.
inline StockWorker ownWorker()
{
  return {QStringLiteral("owner")};
}

inline QString option(const char* name)
{
  return QString::fromLatin1(name);
}

struct SkuCount {
  QString sku;
  qint64 quantity = 0;
};
/// "SKU=3" of every time the option is given.
Outcome<std::vector<SkuCount>> skuCounts(Session& session, const QString& name);

Option warehouseOption();
Option lotOption();
Option stockReasonOption();

} // namespace supercargo::cli
