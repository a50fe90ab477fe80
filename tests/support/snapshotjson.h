#pragma once

#include "core/providers/provider.h"

#include <QJsonArray>
#include <QJsonObject>

/// What providers return, as JSON for goldens and messages of failed tests. Money is "12.30 EUR", times are ISO, states
/// have the names of the database. Empty text, empty lists and absent values are left out; amounts never are.
namespace supercargo::test {

QJsonObject toJson(const LineSnapshot& line);
QJsonObject toJson(const RefundSnapshot& refund);
QJsonObject toJson(const OrderParcelSnapshot& parcel);
QJsonObject toJson(const OrderSnapshot& order);
QJsonObject toJson(const VariantSnapshot& variant);
QJsonObject toJson(const ProductSnapshot& product);
QJsonObject toJson(const StockSnapshot& stock);
QJsonObject toJson(const CustomerSnapshot& customer);
QJsonObject toJson(const PaymentSnapshot& payment);
QJsonObject toJson(const BillLineSnapshot& line);
QJsonObject toJson(const TrackingEvent& event);
QJsonObject toJson(const TrackingSnapshot& tracking);
QJsonObject toJson(const ItemFailure& failure);
QJsonObject toJson(const ChangeNotice& change);
QJsonObject toJson(const Rate& rate);
QJsonObject toJson(const Snapshots& snapshots);
QJsonObject toJson(const FetchStep& step);
QJsonObject toJson(const RecipientStep& step);
QJsonObject toJson(const ActionOutcome& outcome);
QJsonObject
toJson(const HttpRequest& request);     ///< a JSON body as JSON, another as text, or as base64 when it is no UTF-8
QJsonObject toJson(const Error& error); ///< {"error": {"kind": …, "detail": …}}

} // namespace supercargo::test
