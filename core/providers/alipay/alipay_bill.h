#pragma once

#include "core/base/result.h"
#include "core/domain/snapshot.h"
#include "core/providers/declaration.h"

#include <QMap>
#include <QStringList>

/// Alipay's daily bills: a zip of CSV files in GBK whose columns are found by their names.
namespace supercargo::alipay {

enum class BillKind { Trade, Account }; ///< "trade": orders and refunds; "signcustomer": movements of the balance

struct BillRow {
  QMap<QString, QString> cells; ///< by column name without unit: "订单金额"
  QString line;
  QString cell(const char16_t* column) const { return cells.value(QString::fromUtf16(column)); }
};

struct Bill {
  BillKind kind = BillKind::Trade;
  QString account; ///< as the bill names it: the merchant's PID and four digits
  std::vector<BillRow> rows;
  QStringList columns;               ///< without units, in the order of the bill
  QByteArray heading;                ///< the line that names them
  std::vector<ItemFailure> failures; ///< rows that have the wrong shape
};

/// The detail file of a bill's zip as text. Errors are BadResponse, their subject says what is wrong: "not-a-zip",
/// "zip", "crc", "path" (an entry that would leave its folder), "size".
Result<QString> billDetailText(const Declaration& declaration, QByteArrayView zip);

/// Subject of an error: "incomplete" (no end marker: the download was cut), "totals" (rows and footer disagree),
/// "account" (another merchant's bill), "columns" (one that is needed has gone). Empty pid: any account.
Result<Bill> parseBill(const QString& text, const QString& pid = {});
/// One row below the line that names its columns.
Result<Bill> parseBillLine(const QString& text);

/// `name`: "trade 2026-03-01". Rows whose amounts or times cannot be read become failures.
void addBillLines(const Declaration& declaration, const Bill& bill, const QString& name, Snapshots& snapshots);

} // namespace supercargo::alipay
