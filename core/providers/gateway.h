#pragma once

#include "core/providers/provider.h"

#include <QDate>

/// What payment gateways have in common: states of payments, and bills that are made once a day. Pure.
namespace supercargo::gateway {

/// A payment's state by the declaration's table. One that the table does not know is Unknown, and told as a change.
GatewayPaymentStatus statusOf(const FetchContext& context, const QMap<QString, QString>& raw, const char* where,
                              Snapshots& snapshots);

/// Why a payment that failed or was closed brought no money: the gateway's own code, and what the declaration's table
/// "decline_reasons" says that it means. A code that the table does not know is "other", and told as a change.
void readDecline(const FetchContext& context, const QString& code, const char* where, PaymentSnapshot& payment,
                 Snapshots& snapshots);

QDate chinaDay(Instant at);

/// Bills of a day, made the next morning in China. The cursor is the last day read ("2026-03-01").
struct DailyBill {
  std::chrono::hours readyAt{9};

  QDate lastReady(Instant now) const;                ///< the newest day whose bill there should be
  QDate firstDue(const FetchContext& context) const; ///< the day after the cursor, else the window's first
  /// Whether there should be a bill of that day by now.
  bool isReady(QDate day, Instant now) const { return day.isValid() && day <= lastReady(now); }
};

/// Names columns that a bill has and we do not know, or that it had and has no longer.
void noteColumns(const QStringList& got, const QStringList& known, const QString& bill, Snapshots& snapshots);

} // namespace supercargo::gateway
