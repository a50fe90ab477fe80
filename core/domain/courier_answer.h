#pragma once

#include "core/base/jsonreader.h"
#include "core/domain/snapshot.h"

/// What all couriers' answers have in common: lenient values, and what a failure asks of us.
namespace supercargo {

/// What an answer means. `kind`: ok, ok_empty, auth, token_expired, permission, rate_limited, quota, upstream,
/// malformed, bad_request, business, duplicate_order, already_exists, already_cancelled, already_subscribed, not_found,
/// not_found_yet, not_registered, carrier_unknown, phone_required, phone_check_failed, not_serviceable. `retry`: what
/// may help: no, backoff, wait_until_reset, refresh_token_once, later, later_30min, query_existing, split_batch,
/// register_first, treat_as_success, treat_as_success_on_cancel.
struct CourierVerdict {
  QString kind = QStringLiteral("ok"), retry = QStringLiteral("no");

  bool is(const char* name) const { return kind == QLatin1String(name); }
  bool isOk() const { return is("ok") || is("ok_empty"); }
  /// The fault lies with one number or one order: the others go on.
  bool concernsOneItem() const;
};
CourierVerdict courierVerdict(const char* kind, const char* retry = "no");
/// What `kind` and `retry` of a refusal may be, for tables that name them.
const QStringList& refusalKinds();
const QStringList& refusalRetries();

/// "ZTO: S211 签名错误 (auth)", of the kind that makes the engine do what the verdict wants.
Error courierFailure(const char* courier, const CourierVerdict& verdict, const QString& code, const QString& message);

/// For couriers that nobody can ask whether an order number has a waybill: a person has to look in their console before
/// a second one is paid for.
Error unknownBooking(const char* courier, const QString& orderNumber);

/// A status of ours and its reason, as a row of a courier's table says it.
struct ParcelMeaning {
  ParcelStatus status = ParcelStatus::Unknown;
  QString reason;
};

/// Text or digits, trimmed; anything else is empty and no problem.
QString looseText(const JsonReader& node);
/// true, "true", 1, "1"; anything else is false.
bool looseTruth(const JsonReader& node);
/// The first of these that is not empty.
QString firstText(std::initializer_list<QString> texts);

/// Notes a value that no table has, once a place and value.
void noteUnknownValue(Snapshots& snapshots, const QString& where, const QString& sample);

/// Sets `at` and `wallClock` of an event told with an offset of its own. Without one the zone is not known: the wall
/// clock is kept and `at` stays empty.
void setZonedTime(TrackingEvent& event, const QString& text);

/// Puts the parcel among the tracked ones, or among the failures when its record had faults or it has no number.
void keepParcel(Snapshots& snapshots, TrackingSnapshot parcel, const JsonReader& record);

} // namespace supercargo
