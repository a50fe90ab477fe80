#include "app/sandbox/books.h"
#include "app/sandbox/peer.h"
#include "core/base/text.h"

#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

/// Stripe's API at `{origin}/stripe/v1/…`: lists newest first, pages by the id of the last object, everything expanded.
namespace supercargo::sandbox {
namespace {

constexpr char kVersion[] = "2026-10-28.endive";
constexpr std::chrono::hours kUntilAvailable{48}, kUntilPaidOut{72};

Reply refusal(int status, const QString& type, const QString& code, const QString& message)
{
  return jsonReply({{u"error"_s, QJsonObject{{u"type"_s, type}, {u"code"_s, code}, {u"message"_s, message}}}}, status);
}

qint64 seconds(Instant at)
{
  return toMs(at) / 1000;
}

QString chargeId(qint64 index)
{
  return u"ch_3"_s + QString::number(index).rightJustified(12, u'0');
}
QString intentId(qint64 index)
{
  return u"pi_3"_s + QString::number(index).rightJustified(12, u'0');
}
QString refundId(qint64 id)
{
  return u"re_3"_s + QString::number(id).rightJustified(14, u'0');
}

QJsonObject refundJson(const Refund& refund, qint64 index)
{
  return {{u"id"_s, refundId(refund.id)},
          {u"object"_s, u"refund"_s},
          {u"amount"_s, refund.amount},
          {u"currency"_s, u"cny"_s},
          {u"charge"_s, chargeId(index)},
          {u"created"_s, seconds(refund.at)},
          {u"reason"_s, u"requested_by_customer"_s},
          {u"metadata"_s, QJsonObject{{u"request_number"_s, refund.request}}},
          {u"status"_s, u"succeeded"_s}};
}

QJsonObject transaction(const QString& id, qint64 amount, qint64 fee, const QString& type, Instant at)
{
  return {{u"id"_s, id},
          {u"object"_s, u"balance_transaction"_s},
          {u"amount"_s, amount},
          {u"fee"_s, fee},
          {u"net"_s, amount - fee},
          {u"currency"_s, u"cny"_s},
          {u"type"_s, type},
          {u"created"_s, seconds(at)},
          {u"description"_s, type},
          {u"available_on"_s, seconds(at + kUntilAvailable)}};
}

/// One object of a list, and when it was made.
struct Item {
  Instant at{};
  QString id;
  QJsonObject json;
};

class Stripe : public Peer {
public:
  explicit Stripe(Site& site)
      : m_site(site), m_key(u"sk_test_"_s + token(site.world.seed(), 631, 24, kHexDigits)),
        m_books(site.world, Gateway::Stripe)
  {
  }

  QJsonObject account() const override
  {
    return accountOf(u"Stripe"_s, m_site.origin + u"/stripe"_s, {{u"api_key"_s, m_key}});
  }

  Reply answer(const Request& request) override
  {
    Reply reply = route(request);
    reply.setHeader("Stripe-Version", kVersion);
    return reply;
  }

private:
  Reply route(const Request& request)
  {
    if (request.header("Authorization") != "Bearer " + m_key.toLatin1()) {
      ++m_site.rejected[u"stripe"_s];
      return refusal(401, u"invalid_request_error"_s, u"api_key_invalid"_s, u"Invalid API Key provided"_s);
    }
    if (request.path == "/v1/refunds" && request.method == "POST")
      return refund(request);
    const Fields asked = request.parameters();
    if (request.path == "/v1/charges/search")
      return found(fieldValue(asked, u"query"));
    if (const QString of = fieldValue(asked, u"charge"); request.path == "/v1/refunds" && !of.isEmpty())
      return refundsOf(of);
    if (const QString path = QString::fromUtf8(request.path); path.startsWith("/v1/payment_intents/"_L1))
      return intent(path.section(u'/', -1));
    if (request.path == "/v1/charges")
      return list(asked, itemsBetween(asked, EntryKind::Payment, false));
    if (request.path == "/v1/refunds")
      return list(asked, itemsBetween(asked, EntryKind::Refund, false));
    if (request.path == "/v1/balance_transactions")
      return list(asked, itemsBetween(asked, std::nullopt, true));
    if (request.path == "/v1/payouts")
      return list(asked, itemsBetween(asked, EntryKind::Withdrawal, false));
    return refusal(404, u"invalid_request_error"_s, u"resource_missing"_s, u"Unrecognized request URL"_s);
  }

  static qint64 paidBack(const Order& order)
  {
    qint64 sum = 0;
    for (const Refund& refund : order.refunds)
      sum += refund.request.isEmpty() ? 0 : refund.amount;
    return sum;
  }

  static QJsonObject charge(const Order& order)
  {
    QJsonArray refunds;
    for (const Refund& refund : order.refunds)
      if (!refund.request.isEmpty())
        refunds.append(refundJson(refund, order.index));
    const qint64 back = paidBack(order);
    return {{u"id"_s, chargeId(order.index)},
            {u"object"_s, u"charge"_s},
            {u"amount"_s, order.total()},
            {u"amount_captured"_s, order.total()},
            {u"amount_refunded"_s, back},
            {u"refunded"_s, back >= order.total()},
            {u"currency"_s, u"cny"_s},
            {u"created"_s, seconds(*order.life.paid)},
            {u"status"_s, u"succeeded"_s},
            {u"billing_details"_s, QJsonObject{{u"email"_s, order.buyer.email}}},
            {u"payment_intent"_s, intentId(order.index)},
            {u"metadata"_s, QJsonObject{{u"order_no"_s, order.number}}},
            {u"balance_transaction"_s, transaction(u"txn_"_s + chargeId(order.index), order.total(), fee(order.total()),
                                                   u"charge"_s, *order.life.paid)},
            {u"refunds"_s, QJsonObject{{u"data"_s, refunds}, {u"has_more"_s, false}}}};
  }

  static const Refund* refundOf(const Order& order, const Entry& entry)
  {
    for (const Refund& refund : order.refunds)
      if (refund.request == entry.request && refund.at == entry.at)
        return &refund;
    return nullptr;
  }

  Item item(const Entry& entry, bool asTransaction) const
  {
    if (entry.kind == EntryKind::Withdrawal) {
      const QString id = u"po_"_s + QString::number(seconds(entry.at));
      QJsonObject payout{{u"id"_s, id},
                         {u"object"_s, u"payout"_s},
                         {u"amount"_s, -entry.amount},
                         {u"currency"_s, u"cny"_s},
                         {u"status"_s, u"paid"_s},
                         {u"created"_s, seconds(entry.at)},
                         {u"arrival_date"_s, seconds(entry.at + kUntilPaidOut)}};
      if (!asTransaction)
        return {entry.at, id, payout};
      QJsonObject moved = transaction(u"txn_"_s + id, entry.amount, 0, u"payout"_s, entry.at);
      moved.insert(u"source"_s, payout);
      return {entry.at, u"txn_"_s + id, moved};
    }
    const Order order = m_site.world.order(entry.index);
    if (entry.kind == EntryKind::Payment) {
      const QString id = chargeId(order.index);
      if (!asTransaction)
        return {entry.at, id, charge(order)};
      QJsonObject moved = transaction(u"txn_"_s + id, entry.amount, fee(entry.amount), u"charge"_s, entry.at);
      moved.insert(u"source"_s, charge(order));
      return {entry.at, u"txn_"_s + id, moved};
    }
    const Refund* made = refundOf(order, entry);
    QJsonObject json = made ? refundJson(*made, order.index) : QJsonObject();
    const QString id = json.value("id"_L1).toString();
    if (!asTransaction) {
      json.insert(u"charge"_s, charge(order));
      return {entry.at, id, json};
    }
    QJsonObject moved = transaction(u"txn_"_s + id, entry.amount, 0, u"refund"_s, entry.at);
    moved.insert(u"source"_s, json);
    return {entry.at, u"txn_"_s + id, moved};
  }

  /// Newest first. No kind: all of them, but fees, which stand with their payments.
  std::vector<Item> itemsBetween(const Fields& asked, std::optional<EntryKind> kind, bool asTransaction)
  {
    const auto bound = [&](QStringView name, Instant otherwise) {
      const QString value = fieldValue(asked, name);
      return value.isEmpty() ? otherwise : Instant(std::chrono::seconds(value.toLongLong()));
    };
    const Instant now = m_site.world.now();
    const Instant from = bound(u"created[gte]", now - std::chrono::hours(24)), to = bound(u"created[lt]", now);
    std::vector<Item> items;
    for (QDate day = localDay(from); startOf(day) < to; day = day.addDays(1))
      for (const Entry& entry : m_books.day(day))
        if (seconds(entry.at) >= seconds(from) && seconds(entry.at) < seconds(to) && entry.at <= now &&
            entry.kind != EntryKind::Fee && (!kind || entry.kind == *kind))
          items.push_back(item(entry, asTransaction));
    std::reverse(items.begin(), items.end());
    return items;
  }

  Reply list(const Fields& asked, const std::vector<Item>& items)
  {
    const QString after = fieldValue(asked, u"starting_after");
    const qint64 size = std::clamp<qint64>(fieldValue(asked, u"limit").toLongLong(), 1, 100);
    std::size_t begin = 0;
    for (std::size_t i = 0; !after.isEmpty() && i < items.size(); ++i)
      if (items[i].id == after)
        begin = i + 1;
    QJsonArray page;
    for (std::size_t i = begin; i < items.size() && page.size() < size; ++i)
      page.append(items[i].json);
    if (m_site.faults.strikes(u"changed-mid-page"_s))
      m_site.world.place(3);
    return jsonReply({{u"object"_s, u"list"_s},
                      {u"data"_s, page},
                      {u"has_more"_s, begin + std::size_t(page.size()) < items.size()}});
  }

  /// metadata['order_no']:'1' OR metadata['order_no']:'2'
  Reply found(const QString& query)
  {
    static const QRegularExpression kValue(u":'((?:[^'\\\\]|\\\\.)*)'"_s);
    QJsonArray page;
    for (auto it = kValue.globalMatch(query); it.hasNext();) {
      const auto index = m_site.world.orderByNumber(it.next().captured(1));
      if (index && gatewayOf(m_site.world.shopOf(*index)) == Gateway::Stripe && m_site.world.life(*index).paid)
        page.append(charge(m_site.world.order(*index)));
    }
    return jsonReply({{u"object"_s, u"search_result"_s}, {u"data"_s, page}, {u"has_more"_s, false}});
  }

  Reply intent(const QString& id) const
  {
    const auto order = charged(u"ch_"_s + id.mid(3));
    if (!order)
      return refusal(404, u"invalid_request_error"_s, u"resource_missing"_s, u"No such payment_intent"_s);
    return jsonReply({{u"id"_s, id},
                      {u"object"_s, u"payment_intent"_s},
                      {u"status"_s, u"succeeded"_s},
                      {u"latest_charge"_s, charge(*order)}});
  }

  std::optional<Order> charged(const QString& id) const
  {
    const qint64 index = id.mid(4).toLongLong();
    if (!id.startsWith("ch_3"_L1) || index >= m_site.world.orderCount() || chargeId(index) != id ||
        gatewayOf(m_site.world.shopOf(index)) != Gateway::Stripe || !m_site.world.life(index).paid)
      return std::nullopt;
    return m_site.world.order(index);
  }

  Reply refundsOf(const QString& id) const
  {
    const auto order = charged(id);
    if (!order)
      return refusal(404, u"invalid_request_error"_s, u"resource_missing"_s, u"No such charge"_s);
    return jsonReply({{u"object"_s, u"list"_s},
                      {u"data"_s, charge(*order).value("refunds"_L1).toObject().value("data"_L1)},
                      {u"has_more"_s, false}});
  }

  /// One Idempotency-Key is one refund; with other parameters it is refused.
  Reply refund(const Request& request)
  {
    const QString key = QString::fromUtf8(request.header("Idempotency-Key"));
    if (const auto made = m_made.constFind(key); !key.isEmpty() && made != m_made.cend())
      return made->first == request.body
                 ? jsonReply(made->second)
                 : refusal(400, u"idempotency_error"_s, u"idempotency_key_in_use"_s,
                           u"Keys for idempotent requests can only be used with the same parameters"_s);
    const Fields asked = decodedFields(request.body);
    const auto order = charged(fieldValue(asked, u"charge"));
    if (!order)
      return refusal(404, u"invalid_request_error"_s, u"resource_missing"_s, u"No such charge"_s);
    const qint64 amount = fieldValue(asked, u"amount").toLongLong();
    if (amount <= 0 || amount > order->total() - order->refunded())
      return refusal(400, u"invalid_request_error"_s, u"charge_already_refunded"_s,
                     u"Refund amount is greater than unrefunded amount on charge"_s);
    const Refund made{m_site.world.newId(), fieldValue(asked, u"metadata[request_number]"), m_site.world.now(), amount,
                      fieldValue(asked, u"reason")};
    m_site.world.change(order->index, [&](Change& change) { change.refunds.push_back(made); });
    const QJsonObject told = refundJson(made, order->index);
    m_made.insert(key, {request.body, told});
    return jsonReply(told);
  }

  Site& m_site;
  QString m_key;
  Books m_books;
  QHash<QString, std::pair<QByteArray, QJsonObject>> m_made; ///< by Idempotency-Key
};

} // namespace

std::unique_ptr<Peer> stripePeer(Site& site)
{
  return std::make_unique<Stripe>(site);
}

} // namespace supercargo::sandbox
