#pragma once

#include "core/store/orders.h"

namespace supercargo {

/// Lines of bills in one table, whatever the provider. A line completes the payment it names: its fee, and refunds that
/// the gateway's own query leaves out.
Result<UpsertCount> upsertBillLines(Connection& c, const Origin& origin, const std::vector<BillLineSnapshot>& lines,
                                    ChangeSet& changes);

/// What the bills of an account say of one payment.
struct BilledPart {
  std::optional<Money> fee;
  std::vector<RefundSnapshot> refunds;
};
Result<BilledPart> billedPart(Connection& c, AccountId account, const QString& paymentExternalId, Currency currency);

struct BillRow {
  AccountId account;
  BillLineSnapshot line;
};
/// Lines of all bills, by account, bill and entry. limit 0: all.
Result<std::vector<BillRow>> billRows(Connection& c, int limit = 0);

} // namespace supercargo
