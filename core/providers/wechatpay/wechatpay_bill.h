#pragma once

#include "core/base/result.h"
#include "core/domain/snapshot.h"
#include "core/providers/declaration.h"

#include <QMap>
#include <QStringList>

/// WeChat Pay's daily bills: CSV whose data fields begin with a back-tick and whose columns are found by name.
namespace supercargo::wechatpay {

enum class BillKind { Trade, FundFlow };

struct BillRow {
  QMap<QString, QString> cells;
  QString line;
  QString cell(const char16_t* column) const { return cells.value(QString::fromUtf16(column)); }
};

struct Bill {
  BillKind kind = BillKind::Trade;
  QStringList columns;
  QByteArray heading; ///< the line that names them
  std::vector<BillRow> rows;
  std::vector<ItemFailure> failures; ///< rows of the wrong shape
};

/// Unpacks gzip and compares the SHA-1 of what was inside. Subject of an error: "gzip", "hash", "encoding".
Result<QString> billText(QByteArrayView file, const QString& sha1Hex);
/// Subject of an error: "columns" (one that is needed has gone), "totals" (rows and summary disagree), "incomplete".
Result<Bill> parseBill(const QString& text);
/// One row below the line that names its columns.
Result<Bill> parseBillLine(const QString& text);

/// Lines, and notices of columns that are new or gone. `name`: "trade 2026-03-01". Fees are whole fen, rounded so that
/// their sum is the rounded sum of the exact ones; none is a fen or more from its own.
void addBillLines(const Declaration& declaration, const Bill& bill, const QString& name, Snapshots& snapshots);

/// Yuan with five decimals, as fees are written, in 1e-5 yuan. nullopt: not such a number.
std::optional<qint64> hundredThousandths(const QString& yuan);

} // namespace supercargo::wechatpay
