#pragma once

#include "core/base/money.h"
#include "core/domain/snapshot.h"

#include <QString>

#include <variant>
#include <vector>

/// Things that we ask of a provider. Plain values; the request of each is built by the provider, sent once by the
/// engine.
namespace supercargo {

struct SetStock {
  QString productExternalId, variantExternalId, sku, location;
  qint64 quantity = 0; ///< absolute: pieces that may still be sold, without those allocated to open orders
};

struct MarkShipped {
  QString orderExternalId, courierCode, courierName, number;
  std::vector<std::pair<QString, qint64>> lines; ///< line external id and quantity; empty: everything that remains
};

struct AddOrderNote {
  QString orderExternalId, text;
  bool visibleToBuyer = false;
};

struct RefundPayment {
  QString orderExternalId, paymentExternalId, requestNumber, reason; ///< requestNumber: ours, the idempotency key
  Money amount;
};

struct ParcelItem {
  QString name;
  qint64 quantity = 1;
};

struct BookParcel {
  QString orderNumber; ///< ours, the idempotency key
  AddressSnapshot sender, recipient;
  QString service, payMethod, remark;
  qint64 weightGrams = 0;
  int parcels = 1;
  std::vector<ParcelItem> items;
};

struct CancelParcel {
  QString orderNumber, number;
};

struct FetchLabel {
  QString number, paper; ///< paper: "76x130"
};

using ActionKind =
    std::variant<SetStock, MarkShipped, AddOrderNote, RefundPayment, BookParcel, CancelParcel, FetchLabel>;

struct Action {
  QString idempotencyKey;
  ActionKind what;
};

struct ActionOutcome {
  bool accepted = false;
  QString externalId, number, message; ///< number: waybill, refund id, …
  QStringList childNumbers;
  QString deliverable; ///< couriers: "yes", "manual_review", "no"
  QString sortCode, originCode, destinationCode, productCode;
  QString labelFormat, labelUrl;
  QByteArray label;
};

} // namespace supercargo
