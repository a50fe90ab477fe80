#include "core/store/bills.h"

#include "core/db/lookup.h"
#include "core/store/erasures.h"
#include "core/store/orderflow.h"

namespace supercargo {
namespace {

std::optional<qint64> minor(const std::optional<Money>& amount)
{
  return amount ? std::optional(amount->minor()) : std::nullopt;
}

enum class Written { Inserted, Changed, Not };

/// Nearly every line is new, which is one statement.
Result<Written> writeLine(Connection& c, AccountId account, const BillLineSnapshot& l)
{
  const QString insert = QStringLiteral(
      "INSERT INTO bill_lines (account_id, bill, entry_id, kind, payment_external_id, order_number, refund_number, "
      "title, raw_line, currency, amount_minor, fee_minor, net_minor, balance_minor, occurred_at, settled_on) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, bill, entry_id) DO ");
  const std::vector<SqlValue> values{
      account,          l.bill,         l.entryId,    l.kind,           l.paymentExternalId,
      l.orderNumber,    l.refundNumber, l.title,      l.rawLine,        l.amount.currency().code(),
      l.amount.minor(), minor(l.fee),   minor(l.net), minor(l.balance), l.occurredAt,
      l.settledOn};
  SC_TRY_ASSIGN(inserted, c.run(insert + QLatin1String("NOTHING"), values));
  if (inserted > 0)
    return Written::Inserted;
  SC_TRY_ASSIGN(
      changed, c.run(insert + QLatin1String("UPDATE SET kind = excluded.kind, "
                                            "payment_external_id = excluded.payment_external_id, "
                                            "order_number = excluded.order_number, "
                                            "refund_number = excluded.refund_number, title = excluded.title, "
                                            "raw_line = excluded.raw_line, currency = excluded.currency, "
                                            "amount_minor = excluded.amount_minor, fee_minor = excluded.fee_minor, "
                                            "net_minor = excluded.net_minor, balance_minor = excluded.balance_minor, "
                                            "occurred_at = excluded.occurred_at, settled_on = excluded.settled_on "
                                            "WHERE bill_lines.raw_line <> excluded.raw_line "
                                            "OR bill_lines.kind <> excluded.kind "
                                            "OR bill_lines.amount_minor <> excluded.amount_minor "
                                            "OR COALESCE(bill_lines.fee_minor, -1) <> COALESCE(excluded.fee_minor, -1) "
                                            "OR COALESCE(bill_lines.net_minor, -1) <> COALESCE(excluded.net_minor, -1) "
                                            "OR bill_lines.settled_on <> excluded.settled_on"),
                     values));
  return changed > 0 ? Written::Changed : Written::Not;
}

bool isRefund(const BillLineSnapshot& line)
{
  return line.kind == QLatin1String("refund") && !line.refundNumber.isEmpty();
}

struct Billed {
  qint64 id = 0;
  std::optional<OrderId> order;
  qint64 amount = 0, refunded = 0;
  QString status;
  bool hasFee = false;
};

/// The payments that lines speak of, by id at the gateway and currency.
Result<QHash<std::pair<QString, QString>, Billed>> billedPayments(Connection& c, AccountId account,
                                                                  const std::vector<BillLineSnapshot>& lines)
{
  std::vector<QString> ids;
  for (const BillLineSnapshot& line : lines)
    if (!line.paymentExternalId.isEmpty())
      ids.push_back(line.paymentExternalId);
  QHash<std::pair<QString, QString>, Billed> payments;
  SC_TRY(inPieces(ids, {account}, [&](const QString& marks, const std::vector<SqlValue>& values) {
    return c.each(QStringLiteral("SELECT external_id, currency, id, order_id, amount_minor, COALESCE(refunded_minor, "
                                 "0), status, fee_minor FROM payments WHERE account_id = ? AND external_id IN (%1)")
                      .arg(marks),
                  values, [&](const Row& row) {
                    payments.insert({row.text(0), row.text(1)},
                                    {row.integer(2), row.isNull(3) ? std::nullopt : std::optional(row.id<OrderId>(3)),
                                     row.integer(4), row.integer(5), row.text(6), !row.isNull(7)});
                  });
  }));
  return payments;
}

/// The sum over all refunds now known, and the status that follows from it.
Result<void> settleRefunds(Connection& c, const Billed& payment)
{
  SC_TRY_ASSIGN(sum, c.number(QStringLiteral("SELECT CAST(COALESCE(SUM(amount_minor), 0) AS BIGINT) FROM "
                                             "payment_refunds WHERE payment_id = ? AND status = 'SUCCEEDED'"),
                              {payment.id}));
  const qint64 refunded = std::max(sum, payment.refunded);
  const bool moves = payment.status == QLatin1String("PAID") || payment.status == QLatin1String("PARTIALLY_REFUNDED");
  const QString status = !moves ? payment.status
                                : statusName(refunded < payment.amount ? GatewayPaymentStatus::PartiallyRefunded
                                                                       : GatewayPaymentStatus::Refunded);
  SC_TRY(c.run(QStringLiteral("UPDATE payments SET refunded_minor = ?, status = ? WHERE id = ?"),
               {refunded, status, payment.id}));
  return {};
}

Result<void> completePayment(Connection& c, const Origin& origin, const Billed& payment, const BillLineSnapshot& line,
                             ChangeSet& changes)
{
  if (line.kind == QLatin1String("payment") && line.fee && !payment.hasFee)
    SC_TRY(c.run(QStringLiteral("UPDATE payments SET fee_minor = ? WHERE id = ? AND fee_minor IS NULL"),
                 {line.fee->minor(), payment.id}));
  if (!isRefund(line))
    return {};
  SC_TRY_ASSIGN(known, c.number(QStringLiteral("SELECT count(*) FROM payment_refunds WHERE payment_id = ? AND "
                                               "external_id = ?"),
                                {payment.id, line.refundNumber}));
  if (known > 0)
    return {};
  // A sum without parts gives way to the parts.
  SC_TRY(c.run(QStringLiteral("DELETE FROM payment_refunds WHERE payment_id = ? AND external_id = 'total'"),
               {payment.id}));
  const Money amount(std::abs(line.amount.minor()), line.amount.currency());
  SC_TRY(c.run(QStringLiteral("INSERT INTO payment_refunds (payment_id, external_id, amount_minor, status, reason, "
                              "created_at) VALUES (?, ?, ?, 'SUCCEEDED', '', ?)"),
               {payment.id, line.refundNumber, amount.minor(), line.occurredAt}));
  SC_TRY(settleRefunds(c, payment));
  if (!payment.order)
    return {};
  return noteOrderRefunded(c, origin, *payment.order, line.refundNumber, amount, line.occurredAt.value_or(origin.now),
                           changes);
}

BillRow billRowOf(const Row& row)
{
  const Currency currency = Currency::of(row.text(8)).value_or(Currency());
  const auto money = [&](int column) {
    return row.isNull(column) ? std::nullopt : std::optional(Money(row.integer(column), currency));
  };
  BillRow bill;
  bill.account = row.id<AccountId>(0);
  BillLineSnapshot& l = bill.line;
  l.bill = row.text(1);
  l.entryId = row.text(2);
  l.kind = row.text(3);
  l.paymentExternalId = row.text(4);
  l.orderNumber = row.text(5);
  l.refundNumber = row.text(6);
  l.title = row.text(7);
  l.amount = Money(row.integer(9), currency);
  l.fee = money(10);
  l.net = money(11);
  l.balance = money(12);
  l.occurredAt = row.instantIfAny(13);
  l.settledOn = row.text(14);
  l.rawLine = row.text(15);
  return bill;
}

} // namespace

Result<UpsertCount> upsertBillLines(Connection& c, const Origin& origin, const std::vector<BillLineSnapshot>& lines,
                                    ChangeSet& changes)
{
  UpsertCount count;
  SC_TRY_ASSIGN(erased, erasedIds(c, origin.account));
  SC_TRY_ASSIGN(payments, billedPayments(c, origin.account, lines));
  for (BillLineSnapshot line : lines) {
    if (erased.contains(line.paymentExternalId) || erased.contains(line.orderNumber))
      line.rawLine.clear();
    SC_TRY_ASSIGN(written, writeLine(c, origin.account, line));
    ++(written == Written::Inserted ? count.inserted : written == Written::Changed ? count.changed : count.unchanged);
    const auto payment = payments.constFind({line.paymentExternalId, line.amount.currency().code()});
    if (written != Written::Not && payment != payments.constEnd())
      SC_TRY(completePayment(c, origin, *payment, line, changes));
  }
  changes.payments |= count.inserted + count.changed > 0;
  return count;
}

Result<BilledPart> billedPart(Connection& c, AccountId account, const QString& paymentExternalId, Currency currency)
{
  BilledPart part;
  SC_TRY(c.each(QStringLiteral("SELECT kind, refund_number, amount_minor, fee_minor, occurred_at FROM bill_lines "
                               "WHERE +account_id = ? AND payment_external_id = ? AND currency = ? "
                               "ORDER BY occurred_at, bill, entry_id"),
                {account, paymentExternalId, currency.code()}, [&](const Row& row) {
                  const QString kind = row.text(0), number = row.text(1);
                  if (kind == QLatin1String("payment") && !row.isNull(3) && !part.fee)
                    part.fee = Money(row.integer(3), currency);
                  if (kind != QLatin1String("refund") || number.isEmpty())
                    return;
                  RefundSnapshot refund;
                  refund.externalId = number;
                  refund.amount = Money(std::abs(row.integer(2)), currency);
                  refund.status = AftersaleStatus::Succeeded;
                  refund.createdAt = row.instantIfAny(4);
                  part.refunds.push_back(std::move(refund));
                }));
  return part;
}

Result<std::vector<BillRow>> billRows(Connection& c, int limit)
{
  return c.rows(QStringLiteral("SELECT account_id, bill, entry_id, kind, payment_external_id, order_number, "
                               "refund_number, title, currency, amount_minor, fee_minor, net_minor, balance_minor, "
                               "occurred_at, settled_on, raw_line FROM bill_lines ORDER BY account_id, bill, entry_id "
                               "LIMIT ?"),
                {limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()}, billRowOf);
}

} // namespace supercargo
