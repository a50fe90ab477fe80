#include "core/store/money.h"

#include "core/db/ids.h"
#include "core/store/bills.h"
#include "core/store/erasures.h"
#include "core/store/orderfacts.h"
#include "core/store/orderflow.h"
#include "core/store/orderid.h"
#include "core/store/texthash.h"

namespace supercargo {
namespace {

using namespace std::chrono_literals;

constexpr auto kUnpaidEnd = 24h * 15; ///< gateways close what is unpaid for so long
constexpr auto kPaidEnd = 24h * 30;   ///< refunds that come later are in the bills

/// Under this key stands what a gateway refunded without saying in which parts.
const QString kUntoldRefund = QStringLiteral("total");

std::optional<qint64> minor(const std::optional<Money>& amount)
{
  return amount ? std::optional(amount->minor()) : std::nullopt;
}

QString textOf(const std::optional<Money>& amount)
{
  return amount ? amount->currency().code() + amount->text() : QString();
}
QString textOf(const std::optional<Instant>& at)
{
  return at ? QString::number(toMs(*at)) : QString();
}

qint64 hashOf(const PaymentSnapshot& p)
{
  QStringList parts{p.orderNumber,
                    p.rawStatus,
                    textOf(p.amount),
                    textOf(p.received),
                    textOf(p.fee),
                    textOf(p.refunded),
                    statusName(p.status),
                    textOf(p.paidAt),
                    p.payer,
                    p.method};
  if (!p.declineCode.isEmpty()) // others keep the hash that they were stored with
    parts << p.declineCode << p.declineReason;
  for (const RefundSnapshot& r : p.refunds)
    parts << r.externalId << r.reason << textOf(r.amount) << statusName(r.status) << textOf(r.createdAt);
  return textHash(parts);
}

struct StoredPayment {
  PaymentId id;
  std::optional<OrderId> order;
  qint64 hash = 0;
};

Result<std::optional<StoredPayment>> findPayment(Connection& c, AccountId account, const QString& externalId)
{
  return c.row(
      QStringLiteral("SELECT id, order_id, content_hash FROM payments WHERE account_id = ? AND external_id = ?"),
      {account, externalId}, [](const Row& row) {
        return StoredPayment{row.id<PaymentId>(0), row.isNull(1) ? std::nullopt : std::optional(row.id<OrderId>(1)),
                             row.integer(2)};
      });
}

/// The order that a payment is for: by the reference that the shop gave the gateway, or the id that the gateway gave
/// the shop, else by its number, else by the shop's own id. Two shops may use the same: then the amount decides, and if
/// that fits several, nothing is linked.
Result<std::optional<OrderId>> orderOf(Connection& c, const PaymentSnapshot& payment)
{
  for (const QString& reference : {payment.orderNumber, payment.externalId}) {
    SC_TRY_ASSIGN(referenced, orderOfReference(c, reference));
    if (referenced)
      return referenced;
  }
  if (payment.orderNumber.isEmpty())
    return std::nullopt;
  const auto id = [](const Row& row) { return row.id<OrderId>(0); };
  const QString select = QStringLiteral("SELECT id FROM orders WHERE %1%2 LIMIT 2");
  for (const char* named : {"number = ?", "account_id IN (SELECT id FROM accounts) AND external_id = ?"}) {
    const QString where = QLatin1String(named);
    SC_TRY_ASSIGN(found, c.rows(select.arg(where, QString()), {payment.orderNumber}, id));
    if (found.empty())
      continue;
    if (found.size() == 1)
      return found.front();
    SC_TRY_ASSIGN(fitting, c.rows(select.arg(where, QStringLiteral(" AND total_minor = ? AND currency = ?")),
                                  {payment.orderNumber, payment.amount.minor(), payment.amount.currency().code()}, id));
    return fitting.size() == 1 ? std::optional(fitting.front()) : std::nullopt;
  }
  return std::nullopt;
}

Result<std::vector<RefundSnapshot>> storedRefunds(Connection& c, PaymentId payment, Currency currency)
{
  return c.rows(QStringLiteral("SELECT external_id, amount_minor, status, reason, created_at FROM payment_refunds "
                               "WHERE payment_id = ? AND external_id <> ?"),
                {payment, kUntoldRefund}, [&](const Row& row) {
                  RefundSnapshot refund;
                  refund.externalId = row.text(0);
                  refund.amount = Money(row.integer(1), currency);
                  refund.status = aftersaleStatusNamed(row.text(2)).value_or(AftersaleStatus::Unknown);
                  refund.reason = row.text(3);
                  refund.createdAt = row.instantIfAny(4);
                  return refund;
                });
}

/// A gateway tells of refunds in parts: a page of its log has those of one window, a query none. What was told once
/// stays, bills add what they know, and the status follows from the sum.
Result<PaymentSnapshot> completed(Connection& c, const Origin& origin, const std::optional<StoredPayment>& stored,
                                  PaymentSnapshot p)
{
  SC_TRY_ASSIGN(billed, billedPart(c, origin.account, p.externalId, p.amount.currency()));
  if (!p.fee)
    p.fee = billed.fee;
  std::vector<RefundSnapshot> known;
  if (stored) {
    SC_TRY_ASSIGN(before, storedRefunds(c, stored->id, p.amount.currency()));
    known = std::move(before);
  }
  known.insert(known.end(), billed.refunds.begin(), billed.refunds.end());
  for (RefundSnapshot& refund : known)
    if (std::ranges::find(p.refunds, refund.externalId, &RefundSnapshot::externalId) == p.refunds.end())
      p.refunds.push_back(std::move(refund));
  qint64 sum = 0;
  for (const RefundSnapshot& refund : p.refunds)
    sum += refund.status == AftersaleStatus::Succeeded ? refund.amount.minor() : 0;
  if (sum > 0)
    p.refunded = Money(std::max(sum, p.refunded ? p.refunded->minor() : 0), p.amount.currency());
  const bool moves = p.status == GatewayPaymentStatus::Paid || p.status == GatewayPaymentStatus::PartiallyRefunded;
  if (moves && p.refunded && p.refunded->minor() > 0)
    p.status = p.refunded->minor() < p.amount.minor() ? GatewayPaymentStatus::PartiallyRefunded
                                                      : GatewayPaymentStatus::Refunded;
  return p;
}

/// The refunds as told; one for the sum when the gateway tells nothing else.
std::vector<RefundSnapshot> refundsOf(const PaymentSnapshot& payment)
{
  if (!payment.refunds.empty() || !payment.refunded || payment.refunded->minor() == 0)
    return payment.refunds;
  RefundSnapshot all;
  all.externalId = kUntoldRefund;
  all.amount = *payment.refunded;
  all.status = AftersaleStatus::Succeeded;
  return {all};
}

Result<void> storePayment(Connection& c, const Origin& origin, PaymentId id, std::optional<OrderId> order,
                          const PaymentSnapshot& p, qint64 hash)
{
  SC_TRY(
      c.run(QStringLiteral(
                "INSERT INTO payments (id, account_id, external_id, order_number, order_id, currency, amount_minor, "
                "received_minor, fee_minor, refunded_minor, status, raw_status, paid_at, payer, method, content_hash, "
                "checked_at, decline_code, decline_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                "?, ?) "
                "ON CONFLICT (account_id, external_id) DO UPDATE SET order_number = excluded.order_number, "
                "order_id = excluded.order_id, currency = excluded.currency, amount_minor = excluded.amount_minor, "
                "received_minor = excluded.received_minor, fee_minor = excluded.fee_minor, "
                "refunded_minor = excluded.refunded_minor, status = excluded.status, raw_status = excluded.raw_status, "
                "paid_at = excluded.paid_at, payer = excluded.payer, method = excluded.method, "
                "content_hash = excluded.content_hash, checked_at = excluded.checked_at, "
                "decline_code = excluded.decline_code, decline_reason = excluded.decline_reason"),
            {id, origin.account, p.externalId, p.orderNumber, order, p.amount.currency().code(), p.amount.minor(),
             minor(p.received), minor(p.fee), minor(p.refunded), statusName(p.status), p.rawStatus, p.paidAt, p.payer,
             p.method, hash, origin.now, p.declineCode, p.declineReason}));
  SC_TRY(c.run(QStringLiteral("DELETE FROM payment_refunds WHERE payment_id = ?"), {id}));
  std::vector<SqlValue> values;
  for (const RefundSnapshot& r : refundsOf(p))
    values.insert(values.end(), {id, r.externalId, r.amount.minor(), statusName(r.status), r.reason, r.createdAt});
  SC_TRY(
      c.insertMany(QStringLiteral("INSERT INTO payment_refunds (payment_id, external_id, amount_minor, status, reason, "
                                  "created_at) VALUES"),
                   6, values, QStringLiteral("ON CONFLICT (payment_id, external_id) DO NOTHING")));
  return {};
}

/// Tells the order what its gateway knows.
Result<void> moveOrder(Connection& c, const Origin& origin, OrderId order, const PaymentSnapshot& p, ChangeSet& changes)
{
  const bool wasPaid = p.status == GatewayPaymentStatus::Paid || p.status == GatewayPaymentStatus::PartiallyRefunded ||
                       p.status == GatewayPaymentStatus::Refunded;
  if (!wasPaid)
    return {};
  SC_TRY(noteOrderPaid(c, origin, order, p.amount, p.paidAt.value_or(origin.now), changes));
  for (const RefundSnapshot& refund : refundsOf(p))
    if (refund.status == AftersaleStatus::Succeeded)
      SC_TRY(noteOrderRefunded(c, origin, order, refund.externalId, refund.amount,
                               refund.createdAt.value_or(origin.now), changes));
  return {};
}

/// How long to wait before a gateway is asked again for an order's payment; nullopt: no more.
std::optional<std::chrono::milliseconds> askInterval(bool paid, std::chrono::milliseconds age)
{
  if (paid)
    return age < 24h        ? std::optional<std::chrono::milliseconds>(1h)
           : age < kPaidEnd ? std::optional<std::chrono::milliseconds>(24h)
                            : std::nullopt;
  if (age >= kUnpaidEnd)
    return std::nullopt;
  return age < 1h    ? std::chrono::milliseconds(2min)
         : age < 24h ? std::chrono::milliseconds(15min)
                     : std::chrono::milliseconds(6h);
}

PaymentRow paymentOf(const Row& row)
{
  const Currency currency = Currency::of(row.text(5)).value_or(Currency());
  const auto money = [&](int column) {
    return row.isNull(column) ? std::nullopt : std::optional(Money(row.integer(column), currency));
  };
  PaymentRow p;
  p.id = row.id<PaymentId>(0);
  p.account = row.id<AccountId>(1);
  p.externalId = row.text(2);
  p.orderNumber = row.text(3);
  if (!row.isNull(4))
    p.order = row.id<OrderId>(4);
  p.amount = Money(row.integer(6), currency);
  p.fee = money(7);
  p.refunded = money(8);
  p.status = gatewayPaymentStatusNamed(row.text(9)).value_or(GatewayPaymentStatus::Unknown);
  p.paidAt = row.instantIfAny(10);
  p.declineCode = row.text(11);
  p.declineReason = row.text(12);
  return p;
}

} // namespace

Result<UpsertCount> upsertPayments(Connection& c, const Origin& origin, const std::vector<PaymentSnapshot>& payments,
                                   ChangeSet& changes)
{
  UpsertCount count;
  ExpectedIds ids(QStringLiteral("payments"), payments.size());
  for (const PaymentSnapshot& payment : payments) {
    ids.nextRecord();
    SC_TRY_ASSIGN(found, findPayment(c, origin.account, payment.externalId));
    const qint64 hash = hashOf(payment);
    std::optional<OrderId> order = found ? found->order : std::nullopt;
    if (!order) { // its order may have come since
      SC_TRY_ASSIGN(linked, orderOf(c, payment));
      order = linked;
    }
    if (found && found->hash == hash && order == found->order) {
      SC_TRY(c.run(QStringLiteral("UPDATE payments SET checked_at = ? WHERE id = ?"), {origin.now, found->id}));
      ++count.unchanged;
      continue;
    }
    SC_TRY_ASSIGN(whole, completed(c, origin, found, payment));
    SC_TRY_ASSIGN(erased, order ? isErased(c, *order) : Result<bool>(false));
    if (erased)
      whole.payer.clear();
    PaymentId id = found ? found->id : PaymentId();
    if (!found) {
      SC_TRY_ASSIGN(fresh, ids.next(c));
      id = PaymentId(fresh);
    }
    SC_TRY(storePayment(c, origin, id, order, whole, hash));
    ++(found ? count.changed : count.inserted);
    changes.payments = true;
    if (order)
      SC_TRY(moveOrder(c, origin, *order, whole, changes));
  }
  return count;
}

Result<std::vector<PaymentRow>> paymentRows(Connection& c, int limit, qint64 after)
{
  const QString page =
      QStringLiteral("WITH page AS (SELECT id, account_id, external_id, order_number, order_id, currency, "
                     "amount_minor, fee_minor, refunded_minor, status, paid_at, decline_code, decline_reason FROM "
                     "payments WHERE id < ? ORDER BY id DESC LIMIT ?) ");
  const std::vector<SqlValue> values{after > 0 ? after : std::numeric_limits<qint64>::max(),
                                     limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()};
  SC_TRY_ASSIGN(payments, c.rows(page + QLatin1String("SELECT * FROM page ORDER BY id DESC"), values, paymentOf));
  auto payment = payments.begin();
  SC_TRY(c.each(
      page + QLatin1String("SELECT r.payment_id, r.external_id, r.amount_minor, r.status, r.reason, r.created_at "
                           "FROM payment_refunds r JOIN page ON page.id = r.payment_id "
                           "ORDER BY r.payment_id DESC, r.created_at, r.external_id"),
      values, [&](const Row& row) {
        while (payment != payments.end() && payment->id.value() > row.integer(0))
          ++payment;
        if (payment == payments.end() || payment->id.value() != row.integer(0))
          return;
        RefundSnapshot refund;
        refund.externalId = row.text(1);
        refund.amount = Money(row.integer(2), payment->amount.currency());
        refund.status = aftersaleStatusNamed(row.text(3)).value_or(AftersaleStatus::Unknown);
        refund.reason = row.text(4);
        refund.createdAt = row.instantIfAny(5);
        payment->refunds.push_back(std::move(refund));
      }));
  return payments;
}

Result<QStringList> paymentsToRevisit(Connection& c, AccountId account, Instant now, int limit)
{
  struct Candidate {
    QString number;
    qint64 askedAt = 0;
  };
  SC_TRY_ASSIGN(simulated, c.number(QStringLiteral("SELECT simulated FROM workspace WHERE id = 1")));
  const int speed = simulated != 0 ? 60 : 1;
  std::vector<Candidate> due;
  const auto consider = [&](const Row& row) { // number, since, asked at, paid
    const qint64 askedAt = row.integer(2);
    const auto wait = askInterval(row.flag(3), now - row.instant(1));
    if (wait && (askedAt == 0 || fromMs(askedAt) + *wait / speed <= now))
      due.push_back({row.text(0), askedAt});
  };
  // Orders that this gateway has said nothing of, and that no other one has the money for.
  SC_TRY(c.each(
      QStringLiteral(
          "SELECT n.number, n.placed_at, coalesce(k.asked_at, 0), 0 FROM "
          "(SELECT o.id, o.placed_at, CASE WHEN d.payment_reference <> '' THEN d.payment_reference ELSE o.number END "
          "AS number FROM orders o JOIN order_details d ON d.order_id = o.id WHERE o.placed_at >= ? AND o.id >= ? "
          "AND o.gone_at IS NULL AND o.stage IN ('to_pay', 'to_review', 'to_ship')) n "
          "LEFT JOIN payment_checks k ON k.account_id = ? AND k.order_number = n.number "
          "LEFT JOIN payments p ON p.account_id = ? AND p.order_number = n.number WHERE p.id IS NULL "
          "AND NOT EXISTS (SELECT 1 FROM payments q WHERE q.order_id = n.id AND q.status NOT IN "
          "('PENDING', 'CLOSED', 'FAILED')) ORDER BY n.id DESC"),
      {now - kUnpaidEnd, firstOrderKeyAt(now - kUnpaidEnd), account, account}, consider));
  // Payments that may still move: pending, or paid and perhaps refunded.
  SC_TRY(
      c.each(QStringLiteral("SELECT p.order_number, coalesce(p.paid_at, o.placed_at, p.checked_at), p.checked_at, "
                            "CASE WHEN p.status = 'PENDING' THEN 0 ELSE 1 END FROM payments p "
                            "LEFT JOIN orders o ON o.id = p.order_id WHERE p.account_id = ? AND p.order_number <> '' "
                            "AND p.status IN ('PENDING', 'PAID', 'PARTIALLY_REFUNDED') AND p.checked_at <= ?"),
             {account, now - 2min / speed}, consider));
  std::stable_sort(due.begin(), due.end(),
                   [](const Candidate& a, const Candidate& b) { return a.askedAt < b.askedAt; });
  QStringList numbers;
  for (const Candidate& candidate : due)
    if (limit <= 0 || numbers.size() < limit)
      numbers << candidate.number;
  return numbers;
}

Result<void> notePaymentsAsked(Connection& c, AccountId account, const QStringList& orderNumbers, Instant now)
{
  for (const QString& number : orderNumbers) {
    SC_TRY(c.run(QStringLiteral("INSERT INTO payment_checks (account_id, order_number, asked_at) VALUES (?, ?, ?) "
                                "ON CONFLICT (account_id, order_number) DO UPDATE SET asked_at = excluded.asked_at"),
                 {account, number, now}));
    SC_TRY(c.run(QStringLiteral("UPDATE payments SET checked_at = ? WHERE order_number = ? AND account_id = ?"),
                 {now, number, account}));
  }
  SC_TRY(c.run(QStringLiteral("DELETE FROM payment_checks WHERE account_id = ? AND asked_at < ?"),
               {account, now - kUnpaidEnd}));
  return {};
}

} // namespace supercargo
