#pragma once

#include "core/domain/snapshot.h"
#include "core/labels/layout.h"

/// The labels and sheets that we design ourselves. Pure: facts in, layout out. Words are lent by ui/print
/// (`labelWords()`), since core has no language.
namespace supercargo {

/// Headings in the interface's language.
struct LabelWords {
  QString sender, recipient, service, order, weight, parcel, cashOnDelivery, note, goods, more; ///< more: "and %1 more"
  QString packingSlip, pickList, sku, title, quantity, bin, orders, warehouse, noBin, page,
      checked; ///< page: "%1 / %2"
  QString testLabel, testNote;
};

struct LabelLine {
  QString sku, title, options;
  qint64 quantity = 0;
};

/// What a parcel's label says.
struct WaybillFacts {
  QString courier, service, number, sortCode; ///< sortCode: the courier's routing code; empty: the place is shown large
  AddressSnapshot sender, recipient;
  QString orderNumber, cashOnDelivery, remark; ///< cashOnDelivery: "CNY 123.00"; empty: none
  qint64 weightGrams = 0;                      ///< 0: not told
  int parcel = 1, parcels = 1;
  std::vector<LabelLine> lines;
};
/// Invalid without a number or a recipient, or when the number fits no bar code.
Result<LayoutPage> waybillLabel(const WaybillFacts& facts, PaperSize paper, const LabelWords& words);

/// What sticks to a product.
struct ProductLabelFacts {
  QString title, options, sku, barcode, price; ///< barcode empty: the SKU is coded
};
/// Invalid without SKU and bar code.
Result<LayoutPage> productLabel(const ProductLabelFacts& facts, PaperSize paper);

/// What lies in the box, for the buyer.
struct PackingSlipFacts {
  QString shop, orderNumber, placedOn, note, courier, number;
  QString further;         ///< numbers of the other orders in the parcel: "1002, 1003"
  QString cashOnDelivery;  ///< "CNY 123.00"; empty: none
  int part = 0, parts = 1; ///< of a split order, from 1; else 0
  AddressSnapshot recipient;
  std::vector<LabelLine> lines;
};
/// As many pages as it takes. Invalid for an order without goods.
Result<Layout> packingSlip(const PackingSlipFacts& facts, PaperSize paper, const LabelWords& words);
/// The slips of several parcels as one document. Invalid when there is none.
Result<Layout> packingSlips(const std::vector<PackingSlipFacts>& parcels, PaperSize paper, const LabelWords& words);

struct PickLine {
  QString bin, sku, title, options; ///< bin empty: nobody said where it lies
  qint64 quantity = 0;
  QStringList orders; ///< "1001 ×2"
};
struct PickListFacts {
  QString warehouse, printedAt;
  int orders = 0;
  std::vector<PickLine> lines; ///< in walking order
};
/// Invalid when there is nothing to pick.
Result<Layout> pickList(const PickListFacts& facts, PaperSize paper, const LabelWords& words);

/// Frame, ruler, bar code: shows whether a printer cuts edges off or scales.
Result<LayoutPage> testLabel(PaperSize paper, const LabelWords& words);

} // namespace supercargo
