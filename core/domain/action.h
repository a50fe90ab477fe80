#pragma once

#include "core/base/money.h"
#include "core/domain/snapshot.h"

#include <QString>

#include <optional>
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

struct CloseOrder {
  QString orderExternalId, reason; ///< reason: in the shop's own words where it has a list
};

struct RefundPayment {
  QString orderExternalId, paymentExternalId, requestNumber, reason; ///< requestNumber: ours, the idempotency key
  Money amount;
};

/// Takes a whole payment back before it is settled: the gateway keeps no fee and the bill shows no refund of another
/// day. Gateways that know it take it on the day of the payment only; after that it is a refund.
struct VoidPayment {
  QString orderExternalId, paymentExternalId, requestNumber; ///< requestNumber: ours, the idempotency key
  Money amount;                                              ///< all that was paid
};

/// Ends a payment that nobody has paid yet.
struct ClosePayment {
  QString orderNumber, paymentExternalId; ///< at least one
};

struct ParcelItem {
  QString name;
  qint64 quantity = 1;
  QString sku = {};
  std::optional<int> grams = {};   ///< all pieces together; nullopt: not known
  std::optional<Money> value = {}; ///< what all pieces together were sold for
};

struct ParcelSize {
  int lengthMm = 0, widthMm = 0, heightMm = 0;
  bool operator==(const ParcelSize&) const = default;
};

struct BookParcel {
  QString orderNumber; ///< ours, the idempotency key
  AddressSnapshot sender, recipient;
  QString service, payMethod, remark;
  qint64 weightGrams = 0;
  std::optional<ParcelSize> size; ///< nullopt: nobody has measured it
  int parcels = 1;
  std::vector<ParcelItem> items;
  std::optional<Money> collect; ///< cash on delivery: what the courier takes at the door for us
  std::optional<Money> insured; ///< the value that the courier answers for
};

/// What a parcel would cost, by service. Changes nothing at the courier.
struct QuoteRates {
  BookParcel parcel;
};

struct CancelParcel {
  QString orderNumber, number;
  QString externalId, courier; ///< the courier's number of the order and our code of the courier; empty: not known
};

struct FetchLabel {
  QString number, paper; ///< paper: "76x130"
  QString key;           ///< what the booking's outcome gave as `labelKey`
};

using ActionKind = std::variant<SetStock, MarkShipped, AddOrderNote, CloseOrder, RefundPayment, VoidPayment,
                                ClosePayment, QuoteRates, BookParcel, CancelParcel, FetchLabel>;

struct Action {
  QString idempotencyKey;
  ActionKind what;
  std::optional<Instant> askedAt; ///< when somebody wanted it: the same for every attempt and inquiry, since some
                                  ///< providers find a request only by the time that it bore
};

struct Rate {
  QString service, name; ///< service: what BookParcel takes
  Money price;
  std::optional<int> days; ///< promised transit
  bool operator==(const Rate&) const = default;
};

struct ActionOutcome {
  bool accepted = false;
  bool pending = false;                ///< accepted, and final only later: a refund that the bank still carries
  QString externalId, number, message; ///< number: waybill, refund id, …
  QStringList childNumbers;
  QString deliverable; ///< couriers: "yes", "manual_review", "no"
  QString sortCode, originCode, destinationCode, productCode;
  QString labelFormat, labelUrl;
  QString labelKey; ///< what the label is fetched by, where that is not the number
  QByteArray label;
  std::vector<Rate> rates;
};

} // namespace supercargo
