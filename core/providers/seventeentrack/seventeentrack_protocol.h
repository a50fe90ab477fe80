#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/courier_answer.h"
#include "core/http/message.h"
#include "core/providers/provider.h"

/// 17TRACK: tracking of couriers all over the world, forty numbers a call, registered first. Pure.
namespace supercargo::seventeentrack {

/// What an answer means; of partial success, what the first refused number means when none was taken.
CourierVerdict judge(const HttpResponse& response);
CourierVerdict judgeRejection(qint64 code);
Error explain(const Declaration&, const HttpResponse& response);
/// Whether a push is 17TRACK's: lower-case hex of sha256(body + "/" + key).
bool isPushSigned(QByteArrayView body, QByteArrayView key, QByteArrayView signature);

/// The finer sub_status where the table knows it, else the status.
ParcelMeaning meaning(const Declaration& declaration, const QString& status, const QString& subStatus);
/// An entry of `accepted`, or `data` of a push: all providers' events in one.
TrackingSnapshot parcel(const Declaration& declaration, const JsonReader& item, Snapshots& snapshots);

struct Rejection {
  QString number;
  qint64 code = 0;
  QString message;
};
std::vector<Rejection> rejections(const JsonReader& root);

} // namespace supercargo::seventeentrack
