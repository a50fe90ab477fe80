#include "core/stock/scanned.h"

namespace supercargo {

Result<QString> articleScanned(Connection& c, const QString& code)
{
  const QString wanted = code.trimmed();
  const auto text = [](const Row& row) { return row.text(0); };
  SC_TRY_ASSIGN(own, c.row(QStringLiteral("SELECT sku FROM stock WHERE sku = ? LIMIT 1"), {wanted}, text));
  if (own)
    return *own;
  // What the shop has deleted still lies here, but it must not stand in the way of what took over its bar code.
  for (const char* condition : {"v.gone_at IS NULL", "v.gone_at IS NOT NULL"}) {
    SC_TRY_ASSIGN(found,
                  c.rows(QStringLiteral("SELECT DISTINCT coalesce(k.article, v.sku) FROM variants v LEFT JOIN "
                                        "article_links k ON k.account_id = v.account_id AND k.sku = v.sku WHERE "
                                        "(v.sku = ? OR (v.barcode = ? AND v.barcode <> '')) AND v.sku <> '' AND %1 "
                                        "ORDER BY 1 LIMIT 2")
                             .arg(QLatin1String(condition)),
                         {wanted, wanted}, text));
    if (found.size() > 1)
      return fail(ErrorKind::Conflict, QStringLiteral("several articles have this bar code"), wanted);
    if (!found.empty())
      return found.front();
  }
  return fail(ErrorKind::NotFound, QStringLiteral("no article has this SKU or bar code"), wanted);
}

} // namespace supercargo
