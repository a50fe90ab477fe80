#include "core/reports/netsales.h"

namespace supercargo {

const QString kNetSalesColumns = QStringLiteral(
    "COALESCE((SELECT CAST(SUM(l.unit_minor * l.quantity) AS BIGINT) FROM order_lines l WHERE l.order_id = o.id), "
    "d.goods_minor) - d.discount_minor, o.refunded_minor, COALESCE((SELECT CAST(SUM(r.amount_minor) AS BIGINT) FROM "
    "order_refunds r WHERE r.order_id = o.id AND r.status = 'SUCCEEDED'), 0)");

qint64 netSalesOf(const Row& row, int firstColumn)
{
  return row.integer(firstColumn) - std::max(row.integer(firstColumn + 1), row.integer(firstColumn + 2));
}

} // namespace supercargo
