#include "core/providers/gateway.h"

#include <QJsonObject>

namespace supercargo::gateway {
namespace {

GatewayPaymentStatus ours(PaymentStatus status)
{
  switch (status) {
  case PaymentStatus::Unpaid:
  case PaymentStatus::Authorized:
  case PaymentStatus::PartiallyPaid:
    return GatewayPaymentStatus::Pending;
  case PaymentStatus::Paid:
    return GatewayPaymentStatus::Paid;
  case PaymentStatus::PartiallyRefunded:
    return GatewayPaymentStatus::PartiallyRefunded;
  case PaymentStatus::Refunded:
    return GatewayPaymentStatus::Refunded;
  case PaymentStatus::Voided:
    return GatewayPaymentStatus::Closed;
  case PaymentStatus::Failed:
    return GatewayPaymentStatus::Failed;
  case PaymentStatus::Cod:
  case PaymentStatus::Unknown:
    break;
  }
  return GatewayPaymentStatus::Unknown;
}

} // namespace

GatewayPaymentStatus statusOf(const FetchContext& context, const QMap<QString, QString>& raw, const char* where,
                              Snapshots& snapshots)
{
  if (const StatusRow* row = context.declaration->status(raw))
    return ours(row->payment);
  snapshots.changes.push_back(
      {ChangeNotice::Kind::Value, QString::fromLatin1(where), QStringList(raw.values()).join(u' ')});
  return GatewayPaymentStatus::Unknown;
}

void readDecline(const FetchContext& context, const QString& code, const char* where, PaymentSnapshot& payment,
                 Snapshots& snapshots)
{
  const bool broughtNothing =
      payment.status == GatewayPaymentStatus::Failed || payment.status == GatewayPaymentStatus::Closed;
  if (!broughtNothing || code.isEmpty())
    return;
  const QJsonObject reasons = context.declaration->extra.value(QLatin1String("decline_reasons")).toObject();
  payment.declineCode = code;
  payment.declineReason = reasons.value(code).toString(QStringLiteral("other"));
  if (!reasons.contains(code))
    snapshots.changes.push_back({ChangeNotice::Kind::Value, QString::fromLatin1(where), code});
}

QDate chinaDay(Instant at)
{
  return QDate::fromString(formatLocal(at, kChinaOffset).left(10), Qt::ISODate);
}

QDate DailyBill::lastReady(Instant now) const
{
  return chinaDay(now - readyAt).addDays(-1);
}

QDate DailyBill::firstDue(const FetchContext& context) const
{
  const QDate read = QDate::fromString(context.cursor, Qt::ISODate);
  return read.isValid() ? read.addDays(1) : chinaDay(context.from);
}

void noteColumns(const QStringList& got, const QStringList& known, const QString& bill, Snapshots& snapshots)
{
  for (const QString& column : got)
    if (!known.contains(column))
      snapshots.changes.push_back({ChangeNotice::Kind::Column, bill + QStringLiteral(": new column"), column});
  for (const QString& column : known)
    if (!got.contains(column))
      snapshots.changes.push_back({ChangeNotice::Kind::Column, bill + QStringLiteral(": column has gone"), column});
}

} // namespace supercargo::gateway
