#pragma once

#include "core/domain/courier_answer.h"
#include "core/http/message.h"
#include "tests/vectors/vectors.h"

#include <QJsonArray>

/// What the checkers of all couriers share.
namespace supercargo::vectors {

QJsonValue text(const QString& value); ///< null when empty
QString china(Instant at);             ///< ISO text at +08:00
/// Parcels as the samples expect them.
QJsonArray shipmentsJson(const std::vector<TrackingSnapshot>& parcels);
QJsonObject verdictJson(const CourierVerdict& verdict);
/// Every member that is expected must have been got.
void compare(const Report& report, const QString& id, const QJsonObject& expected, const QJsonObject& got);
/// `http_status` and `body_text` of a sample.
HttpResponse responseOf(const QJsonObject& object);
/// Those items of a list in the file that are of this provider.
void forEachOf(const QString& provider, const QJsonObject& file, const char* list,
               const std::function<void(const QString& id, const QJsonObject& item)>& check);

} // namespace supercargo::vectors
