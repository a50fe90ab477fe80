#include "ui/shipments/shipmentcolumns.h"

#include "ui/shipments/parcelwords.h"
#include "ui/text/couriertext.h"
#include "ui/text/parcelreasons.h"

#include <QCoreApplication>

namespace supercargo {
namespace {

constexpr int kCountLimit = 100'000;

struct ShipmentColumns {
  Q_DECLARE_TR_FUNCTIONS(ShipmentColumns)
};

Cell pillCell(const StatusWord& word, const QString& tip = {})
{
  Cell cell;
  cell.text = word.word;
  cell.icon = word.icon;
  cell.tone = word.tone;
  cell.tip = tip;
  return cell;
}

QVariant msOf(const std::optional<Instant>& at)
{
  return at ? QVariant(toMs(*at)) : QVariant();
}

/// The status; what went wrong says more than that something did.
Cell statusCell(const ParcelLine& line)
{
  StatusWord word = statusWord(line.shipment.status);
  if (line.shipment.reason.isEmpty() || !isTroubled(line.shipment.status))
    return pillCell(word);
  const QString reason = parcelReasonText(line.shipment.reason);
  const QString whole = ShipmentColumns::tr("%1: %2").arg(word.word, reason);
  if (line.shipment.status != ParcelStatus::Returning) // that it comes back matters more than why
    word.word = reason;
  return pillCell(word, whole);
}

Cell promiseCell(const ParcelLine& line, const ShipmentColumnFacts& facts)
{
  const StatusWord word = punctualityWord(punctualityOf(line, facts.clock()));
  if (word.word.isEmpty())
    return {QStringLiteral("–")};
  QString tip = ShipmentColumns::tr("Promised by %1").arg(dateTimeText(*line.promisedAt, facts.zone));
  if (line.expectedAt && !line.shipment.deliveredAt)
    tip += u'\n' + ShipmentColumns::tr("Expected %1").arg(dateTimeText(*line.expectedAt, facts.zone));
  return pillCell(word, tip);
}

Cell timeCell(const std::optional<Instant>& at, const ShipmentColumnFacts& facts)
{
  Cell cell;
  if (at) {
    cell.text = relativeText(*at, facts.clock(), facts.zone);
    cell.tip = dateTimeText(*at, facts.zone);
  }
  return cell;
}

} // namespace

std::vector<Column<ParcelLine>> shipmentColumns(std::shared_ptr<const ShipmentColumnFacts> facts)
{
  using Line = ParcelLine;
  const auto left = Qt::AlignLeft | Qt::AlignVCenter;
  return {
      {"number", [] { return ShipmentColumns::tr("Waybill"); }, 146, left,
       [](const Line& l) { return Cell{l.shipment.number}; }},
      {"courier", [] { return ShipmentColumns::tr("Courier"); }, 96, left,
       [](const Line& l) { return Cell{courierText(l.shipment.courier)}; }},
      {"status", [] { return ShipmentColumns::tr("Status"); }, 134, left, statusCell,
       [](const Line& l) { return QVariant(statusName(l.shipment.status)); }},
      {"promise", [] { return ShipmentColumns::tr("Promise"); }, 112, left,
       [facts](const Line& l) { return promiseCell(l, *facts); }, [](const Line& l) { return msOf(l.promisedAt); }},
      {"last_event", [] { return ShipmentColumns::tr("Last scan"); }, 84, left,
       [facts](const Line& l) { return timeCell(l.shipment.lastEventAt, *facts); },
       [](const Line& l) { return msOf(l.shipment.lastEventAt); }},
      {"place", [] { return ShipmentColumns::tr("Last place"); }, 110, left,
       [](const Line& l) { return Cell{l.shipment.place}; }},
      {"to", [] { return ShipmentColumns::tr("To"); }, 84, left, [](const Line& l) { return Cell{l.province}; }},
      {"order", [] { return ShipmentColumns::tr("Order"); }, 110, left,
       [](const Line& l) { return Cell{l.orderNumber}; }},
  };
}

RowSource<ParcelLine> shipmentSource(Database& db, const ShipmentFilter& filter, const Clock& clock)
{
  RowSource<ParcelLine> source;
  source.window = [&db, filter, clock](const std::optional<ParcelLine>& after, int limit) {
    const qint64 below = after ? after->shipment.id.value() : 0;
    return db.read(
        [filter, limit, below, now = clock()](Connection& c) { return parcelLines(c, filter, now, limit, below); });
  };
  source.again = [&db](const std::vector<qint64>& ids) {
    return db.read([ids](Connection& c) -> Result<std::vector<ParcelLine>> {
      std::vector<ParcelLine> lines;
      for (const qint64 id : ids) {
        SC_TRY_ASSIGN(line, parcelLine(c, ShipmentId(id)));
        if (line)
          lines.push_back(std::move(*line));
      }
      return lines;
    });
  };
  source.seek = [&db, filter, clock](int row) {
    return db.read([filter, row, now = clock()](Connection& c) -> Result<RowAnchor<ParcelLine>> {
      SC_TRY_ASSIGN(before, parcelLineAt(c, filter, now, row - 1));
      if (!before)
        return fail(ErrorKind::NotFound, QStringLiteral("the list is shorter"));
      return RowAnchor<ParcelLine>{row, *before};
    });
  };
  source.id = [](const ParcelLine& line) { return line.shipment.id.value(); };
  source.total = [&db, filter, clock] {
    return db.read([filter, now = clock()](Connection& c) { return parcelCount(c, filter, now, kCountLimit); });
  };
  return source;
}

} // namespace supercargo
