#pragma once

#include "core/files/sheet.h"

#include <QMap>

#include <optional>

namespace supercargo {

enum class ImportKind { Orders, Products, Stock, Customers, Freight };
extern const std::vector<ImportKind> kImportKinds; ///< all of them, in the order in which they are offered
QString importKindName(ImportKind kind);           ///< "orders"
std::optional<ImportKind> importKindNamed(QStringView name);

/// A file of lines alone; their orders are in another file, or stored already.
inline constexpr char kOrderLinesLayout[] = "taobao-order-lines";

/// The export that a file is, known by headings that no other has; "generic": none that we know.
QString layoutOf(const QStringList& header);

/// What the columns of a file mean: field -> heading. Fields are named as in `importFields`.
struct Mapping {
  QString layout;                ///< "taobao-orders", "shopify-products", …; "generic" when no export is known
  QMap<QString, QString> fields; ///< "number" -> "订单编号"
  QStringList unknown;           ///< headings that mean nothing to us; kept for the person to decide
};

/// The fields that a kind of record has; the first ones are needed.
const QStringList& importFields(ImportKind kind);
const QStringList& neededFields(ImportKind kind);

/// Known exports first (Taobao, Shopify, WooCommerce), then headings that say what they are, in English or Chinese.
/// `chosen` (a remembered or typed mapping) goes before all guesses. The error names a heading that stands twice and is
/// wanted, a field that is not known, or needed ones that are missing.
Result<Mapping> mapColumns(ImportKind kind, const QStringList& header, const QMap<QString, QString>& chosen = {});

/// Field -> heading from "订单编号=number,实付=total", or the same with the field in front; the file's headings tell
/// which side is the column. The error names what cannot be read.
Result<QMap<QString, QString>> parseMapping(ImportKind kind, const QStringList& header, const QStringList& texts);

} // namespace supercargo
