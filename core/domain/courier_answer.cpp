#include "core/domain/courier_answer.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace supercargo {

bool CourierVerdict::concernsOneItem() const
{
  static const QStringList kKinds{
      QStringLiteral("bad_request"),     QStringLiteral("business"),        QStringLiteral("not_found"),
      QStringLiteral("phone_required"),  QStringLiteral("carrier_unknown"), QStringLiteral("phone_check_failed"),
      QStringLiteral("not_serviceable"), QStringLiteral("duplicate_order"), QStringLiteral("already_cancelled")};
  return kKinds.contains(kind);
}

CourierVerdict courierVerdict(const char* kind, const char* retry)
{
  return {QString::fromLatin1(kind), QString::fromLatin1(retry)};
}

const QStringList& refusalKinds()
{
  static const QStringList list =
      QStringLiteral("auth token_expired permission rate_limited quota upstream malformed bad_request business "
                     "duplicate_order already_exists already_cancelled already_subscribed not_found not_found_yet "
                     "not_registered carrier_unknown phone_required phone_check_failed not_serviceable")
          .split(u' ');
  return list;
}

const QStringList& refusalRetries()
{
  static const QStringList list =
      QStringLiteral("no backoff wait_until_reset refresh_token_once later later_30min query_existing split_batch "
                     "register_first treat_as_success treat_as_success_on_cancel")
          .split(u' ');
  return list;
}

Error courierFailure(const char* courier, const CourierVerdict& verdict, const QString& code, const QString& message)
{
  static const QHash<QString, ErrorKind> kKinds{
      {QStringLiteral("auth"), ErrorKind::Config},
      {QStringLiteral("permission"), ErrorKind::Config},
      {QStringLiteral("quota"), ErrorKind::Config},
      {QStringLiteral("token_expired"), ErrorKind::Auth},
      {QStringLiteral("rate_limited"), ErrorKind::RateLimited},
      {QStringLiteral("upstream"), ErrorKind::ProviderDown},
      {QStringLiteral("malformed"), ErrorKind::BadResponse},
      {QStringLiteral("not_found"), ErrorKind::NotFound},
      {QStringLiteral("not_found_yet"), ErrorKind::NotFound},
      {QStringLiteral("duplicate_order"), ErrorKind::Conflict},
  };
  Error error;
  error.kind = kKinds.value(verdict.kind, ErrorKind::Rejected);
  error.detail =
      QStringLiteral("%1: %2 (%3)").arg(QLatin1String(courier), QString(code + u' ' + message).trimmed(), verdict.kind);
  if (verdict.retry == QLatin1String("later_30min"))
    error.retryAfter = std::chrono::minutes(30);
  return error;
}

Error unknownBooking(const char* courier, const QString& orderNumber)
{
  return {ErrorKind::Conflict, QStringLiteral("%1 cannot be asked for an order by our number: look in its console "
                                              "whether %2 has a waybill")
                                   .arg(QLatin1String(courier), orderNumber)};
}

QString looseText(const JsonReader& node)
{
  return node.isString() || node.isNumber() ? node.text().trimmed() : QString();
}

bool looseTruth(const JsonReader& node)
{
  if (node.isBool())
    return node.boolean();
  const QString text = looseText(node);
  return text.compare(QLatin1String("true"), Qt::CaseInsensitive) == 0 || text == QLatin1String("1");
}

QString firstText(std::initializer_list<QString> texts)
{
  for (const QString& text : texts)
    if (!text.isEmpty())
      return text;
  return {};
}

void noteUnknownValue(Snapshots& snapshots, const QString& where, const QString& sample)
{
  const ChangeNotice notice{ChangeNotice::Kind::Value, where, sample};
  if (std::ranges::find(snapshots.changes, notice) == snapshots.changes.end())
    snapshots.changes.push_back(notice);
}

void setZonedTime(TrackingEvent& event, const QString& text)
{
  static const QRegularExpression kOffset(QStringLiteral("(Z|[+-]\\d{2}:?\\d{2})$"));
  event.at.reset();
  event.wallClock = text.trimmed();
  const auto offset = kOffset.match(event.wallClock);
  if (!offset.hasMatch())
    return;
  const auto at = parseIso(event.wallClock);
  if (!at)
    return;
  event.at = *at;
  if (offset.captured() == QLatin1String("Z"))
    event.wallClock = event.wallClock.chopped(1) + QStringLiteral("+00:00");
}

void keepParcel(Snapshots& snapshots, TrackingSnapshot parcel, const JsonReader& record)
{
  if (parcel.number.isEmpty())
    record.problem(QStringLiteral("no waybill number"));
  if (record.problems().isEmpty())
    snapshots.tracking.push_back(std::move(parcel));
  else
    snapshots.failures.push_back({parcel.number, record.problems().join(QStringLiteral("; ")), record.json()});
}

} // namespace supercargo
