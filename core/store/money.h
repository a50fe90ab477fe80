#pragma once

#include "core/store/bills.h"

namespace supercargo {

/// Gateway payments. A payment whose order number (or reference) is an order's is linked, and marks that order paid;
/// its refunds are noted in the order's timeline.
Result<UpsertCount> upsertPayments(Connection& c, const Origin& origin, const std::vector<PaymentSnapshot>& payments,
                                   ChangeSet& changes);

struct PaymentRow {
  PaymentId id;
  AccountId account;
  QString externalId, orderNumber;
  std::optional<OrderId> order;
  Money amount;
  std::optional<Money> fee, refunded;
  GatewayPaymentStatus status = GatewayPaymentStatus::Unknown;
  std::optional<Instant> paidAt;
  QString declineCode, declineReason; ///< see PaymentSnapshot
  std::vector<RefundSnapshot> refunds;
};
Result<std::vector<PaymentRow>> paymentRows(Connection& c, int limit, qint64 after = 0);

/// Order numbers whose payment this gateway should be asked for: placed, not known as paid here, or paid but not final.
/// Never asked first, then the longest waiting; how long each waits grows with its age.
Result<QStringList> paymentsToRevisit(Connection& c, AccountId account, Instant now, int limit);
/// These order numbers have been asked for, found or not: puts their next turn off.
Result<void> notePaymentsAsked(Connection& c, AccountId account, const QStringList& orderNumbers, Instant now);

} // namespace supercargo
