#pragma once

#include "core/labels/printqueue.h"
#include "core/labels/templates.h"
#include "core/outbox/shipping.h"

#include <variant>

namespace supercargo {

/// A label as the courier made it: printed as it is, never redrawn.
struct CourierFile {
  QString format; ///< "pdf", "png", "zpl", "html"; lower case
  QByteArray data;
  QString url; ///< where it lies when `data` is empty
  PaperSize paper;
};

/// What a job puts on paper.
using PrintMatter = std::variant<Layout, CourierFile>;

/// What a document needs that the database does not know.
struct PrintSetting {
  LabelWords words;
  QString shop, printedAt; ///< printedAt: as people read it, in the shop's time zone
  QString warehouse;       ///< whose bins a pick list names; empty: any
};

/// The document of a job, from the facts as they are now. A waybill label is the courier's own file where there is one
/// in a format that can be printed, else ours. Errors name what is missing: NotFound, Invalid.
Result<PrintMatter> matterFor(Connection& c, const NewPrintJob& what, const PrintSetting& setting);

/// Data that only the courier's own software can print, as Cainiao gives them for its print component.
bool isForPrintComponent(const QString& format);
/// The newest such data of a parcel; nullopt: there are none.
Result<std::optional<ParcelLabel>> componentData(Connection& c, ShipmentId shipment);

/// Orders of a pick list as the subject of its job, and back.
QString pickSubject(const std::vector<OrderId>& orders);
std::vector<OrderId> pickedOrders(const QString& subject);

} // namespace supercargo
