#include "ui/shipments/shipmentcolumns.h"

#include "core/domain/courier.h"
#include "ui/accounts/localtext.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

struct ShipmentColumns {
  Q_DECLARE_TR_FUNCTIONS(ShipmentColumns)
};

/// The courier's name, or what the shop wrote when it is nobody we know.
QString courierText(const QString& code)
{
  const Courier* known = findCourier(code);
  return known ? localText({known->en, known->zh}) : code;
}

Cell statusCell(ParcelStatus status)
{
  const StatusWord word = statusWord(status);
  Cell cell;
  cell.text = word.word;
  cell.icon = word.icon;
  cell.tone = word.tone;
  return cell;
}

} // namespace

std::vector<Column<ShipmentRow>> shipmentColumns(std::shared_ptr<const ShipmentColumnFacts> facts)
{
  const auto left = Qt::AlignLeft | Qt::AlignVCenter;
  return {
      {"number", [] { return ShipmentColumns::tr("Waybill"); }, 150, left,
       [](const ShipmentRow& r) { return Cell{r.number}; }},
      {"courier", [] { return ShipmentColumns::tr("Courier"); }, 84, left,
       [](const ShipmentRow& r) { return Cell{courierText(r.courier)}; }},
      {"status", [] { return ShipmentColumns::tr("Status"); }, 144, left,
       [](const ShipmentRow& r) { return statusCell(r.status); },
       [](const ShipmentRow& r) { return QVariant(statusName(r.status)); }},
      {"place", [] { return ShipmentColumns::tr("Last place"); }, 130, left,
       [](const ShipmentRow& r) { return Cell{r.place}; }},
      {"last_event", [] { return ShipmentColumns::tr("Last scan"); }, 100, left,
       [facts](const ShipmentRow& r) {
         Cell cell;
         if (r.lastEventAt) {
           cell.text = relativeText(*r.lastEventAt, facts->clock(), facts->zone);
           cell.tip = dateTimeText(*r.lastEventAt, facts->zone);
         }
         return cell;
       },
       [](const ShipmentRow& r) { return r.lastEventAt ? QVariant(toMs(*r.lastEventAt)) : QVariant(); }},
  };
}

RowSource<ShipmentRow> shipmentSource(Database& db)
{
  RowSource<ShipmentRow> source;
  source.window = [&db](const std::optional<ShipmentRow>& after, int limit) {
    const qint64 below = after ? after->id.value() : 0;
    return db.read([limit, below](Connection& c) { return shipmentRows(c, limit, below); });
  };
  source.again = [&db](const std::vector<qint64>& ids) {
    return db.read([ids](Connection& c) -> Result<std::vector<ShipmentRow>> {
      std::vector<ShipmentRow> rows;
      for (const qint64 id : ids) {
        SC_TRY_ASSIGN(row, shipmentRow(c, ShipmentId(id)));
        if (row)
          rows.push_back(std::move(*row));
      }
      return rows;
    });
  };
  source.id = [](const ShipmentRow& row) { return row.id.value(); };
  return source;
}

} // namespace supercargo
