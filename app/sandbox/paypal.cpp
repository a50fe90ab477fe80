#include "app/sandbox/books.h"
#include "app/sandbox/peer.h"
#include "core/base/money.h"

#include <QHash>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

/// PayPal's REST service at `{origin}/paypal/v1/…` and `/v2/…`. Captures of the shops that take money through it.
namespace supercargo::sandbox {
namespace {

constexpr std::chrono::hours kLongestWindow{24 * 31};
constexpr qint64 kMostAtOnce = 10'000, kMostPerPage = 500, kTokenLife = 32'400;

Reply refusal(int status, const QString& name, const QString& message, const QString& issue = {})
{
  QJsonObject body{{u"name"_s, name}, {u"message"_s, message}, {u"debug_id"_s, u"5ad3"_s}, {u"links"_s, QJsonArray()}};
  if (!issue.isEmpty())
    body.insert(u"details"_s, QJsonArray{QJsonObject{{u"issue"_s, issue}, {u"location"_s, u"query"_s}}});
  return jsonReply(body, status);
}

QJsonObject money(qint64 minor)
{
  return {{u"currency_code"_s, u"CNY"_s}, {u"value"_s, yuan(minor)}};
}

/// "2026-03-02T00:00:00+0000"
QString stamp(Instant at)
{
  return toIso(std::chrono::floor<std::chrono::seconds>(at)).chopped(1) + u"+0000"_s;
}

QString captureId(qint64 index)
{
  return u"5TY"_s + QString::number(index + 10'000'000'000'000);
}
QString refundId(qint64 id)
{
  return u"1JU"_s + QString::number(id + 20'000'000'000'000);
}

class PayPal : public Peer {
public:
  explicit PayPal(Site& site)
      : m_site(site), m_client(u"A"_s + token(site.world.seed(), 611, 40, kHexDigits)),
        m_secret(u"E"_s + token(site.world.seed(), 612, 40, kHexDigits)), m_books(site.world, Gateway::PayPal)
  {
  }

  QJsonObject account() const override
  {
    return accountOf(u"PayPal"_s, m_site.origin + u"/paypal"_s,
                     {{u"client_id"_s, m_client}, {u"client_secret"_s, m_secret}});
  }

  Reply answer(const Request& request) override
  {
    if (request.path == "/v1/oauth2/token")
      return issue(request);
    const QByteArray bearer = request.header("Authorization");
    const QString given = QString::fromLatin1(bearer.mid(7));
    if (m_site.faults.strikes(u"expired-token"_s))
      m_open.remove(given);
    if (!bearer.startsWith("Bearer ") || !m_open.contains(given)) {
      ++m_site.rejected[u"paypal"_s];
      return jsonReply({{u"error"_s, u"invalid_token"_s}, {u"error_description"_s, u"Access Token not found"_s}}, 401);
    }
    if (request.path == "/v1/reporting/transactions")
      return transactions(request.parameters());
    const QList<QByteArray> parts = request.path.split('/'); // "", v2, payments, captures, id, refund
    if (parts.size() < 5 || parts[2] != "payments" || parts[3] != "captures")
      return refusal(404, u"RESOURCE_NOT_FOUND"_s, u"The specified resource does not exist."_s);
    const qint64 index = parts[4].mid(3).toLongLong() - 10'000'000'000'000;
    const bool known = index >= 0 && index < m_site.world.orderCount() &&
                       gatewayOf(m_site.world.shopOf(index)) == Gateway::PayPal && m_site.world.life(index).paid;
    if (!known || captureId(index).toLatin1() != parts[4])
      return refusal(404, u"RESOURCE_NOT_FOUND"_s, u"The specified resource does not exist."_s);
    const Order order = m_site.world.order(index);
    return parts.size() == 6 && request.method == "POST" ? refund(order, request) : jsonReply(capture(order));
  }

private:
  Reply issue(const Request& request)
  {
    const QByteArray wanted = "Basic " + (m_client + u':' + m_secret).toUtf8().toBase64();
    if (request.header("Authorization") != wanted || request.body != "grant_type=client_credentials") {
      ++m_site.rejected[u"paypal"_s];
      return jsonReply({{u"error"_s, u"invalid_client"_s}, {u"error_description"_s, u"Client Authentication failed"_s}},
                       401);
    }
    const QString access = u"A21AA"_s + token(m_site.world.seed(), 620 + ++m_issued, 60, kHexDigits);
    m_open.insert(access);
    return jsonReply({{u"access_token"_s, access}, {u"token_type"_s, u"Bearer"_s}, {u"expires_in"_s, kTokenLife}});
  }

  QJsonObject capture(const Order& order) const
  {
    const qint64 back = paidBack(order);
    return {
        {u"id"_s, captureId(order.index)},
        {u"status"_s, back == 0              ? u"COMPLETED"_s
                      : back < order.total() ? u"PARTIALLY_REFUNDED"_s
                                             : u"REFUNDED"_s},
        {u"amount"_s, money(order.total())},
        {u"invoice_id"_s, order.number},
        {u"final_capture"_s, true},
        {u"seller_receivable_breakdown"_s, QJsonObject{{u"gross_amount"_s, money(order.total())},
                                                       {u"paypal_fee"_s, money(fee(order.total()))},
                                                       {u"net_amount"_s, money(order.total() - fee(order.total()))}}},
        {u"create_time"_s, toIso(std::chrono::floor<std::chrono::seconds>(*order.life.paid))},
        {u"update_time"_s, toIso(std::chrono::floor<std::chrono::seconds>(*order.life.paid))}};
  }

  static qint64 paidBack(const Order& order)
  {
    qint64 sum = 0;
    for (const Refund& refund : order.refunds)
      sum += refund.request.isEmpty() ? 0 : refund.amount;
    return sum;
  }

  /// One PayPal-Request-Id is one refund.
  Reply refund(const Order& order, const Request& request)
  {
    const QString key = QString::fromUtf8(request.header("PayPal-Request-Id"));
    if (const auto made = m_made.constFind(key); !key.isEmpty() && made != m_made.cend())
      return jsonReply(*made, 200);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const auto amount = Money::parse(body.value("amount"_L1).toObject().value("value"_L1).toString(), Currency());
    if (!amount || amount->minor() <= 0)
      return refusal(400, u"INVALID_REQUEST"_s, u"Request is not well-formed."_s, u"INVALID_PARAMETER_VALUE"_s);
    if (amount->minor() > order.total() - order.refunded())
      return refusal(422, u"UNPROCESSABLE_ENTITY"_s, u"The requested action could not be performed."_s,
                     u"REFUND_AMOUNT_EXCEEDED"_s);
    const Refund made{m_site.world.newId(), key, m_site.world.now(), amount->minor(),
                      body.value("note_to_payer"_L1).toString()};
    m_site.world.change(order.index, [&](Change& change) { change.refunds.push_back(made); });
    const QJsonObject told{{u"id"_s, refundId(made.id)},
                           {u"status"_s, u"COMPLETED"_s},
                           {u"amount"_s, money(made.amount)},
                           {u"create_time"_s, toIso(std::chrono::floor<std::chrono::seconds>(made.at))}};
    m_made.insert(key, told);
    return jsonReply(told, 201);
  }

  QJsonValue detail(const Entry& entry) const
  {
    QJsonObject info{{u"transaction_initiation_date"_s, stamp(entry.at)},
                     {u"transaction_updated_date"_s, stamp(entry.at)},
                     {u"transaction_amount"_s, money(entry.amount)},
                     {u"transaction_status"_s, u"S"_s}};
    if (entry.kind == EntryKind::Withdrawal) {
      info.insert(u"transaction_id"_s, refundId(toMs(entry.at) / 1000));
      info.insert(u"transaction_event_code"_s, u"T0400"_s);
      return QJsonObject{{u"transaction_info"_s, info}};
    }
    const Order order = m_site.world.order(entry.index);
    const bool isRefund = entry.kind == EntryKind::Refund;
    info.insert(u"invoice_id"_s, order.number);
    info.insert(u"transaction_event_code"_s, isRefund ? u"T1107"_s : u"T0006"_s);
    info.insert(u"fee_amount"_s, money(isRefund ? 0 : -fee(entry.amount)));
    if (!isRefund) {
      info.insert(u"transaction_id"_s, captureId(entry.index));
      return QJsonObject{{u"transaction_info"_s, info}};
    }
    info.insert(u"paypal_reference_id"_s, captureId(entry.index));
    info.insert(u"paypal_reference_id_type"_s, u"TXN"_s);
    for (const Refund& refund : order.refunds)
      if (refund.request == entry.request && refund.at == entry.at)
        info.insert(u"transaction_id"_s, refundId(refund.id));
    return QJsonObject{{u"transaction_info"_s, info}};
  }

  /// Fees stand with their payments.
  std::vector<Entry> entriesBetween(Instant from, Instant to)
  {
    std::vector<Entry> found;
    for (QDate day = localDay(from); startOf(day) <= to; day = day.addDays(1))
      for (const Entry& entry : m_books.day(day))
        if (const Instant at = std::chrono::floor<std::chrono::seconds>(entry.at);
            entry.kind != EntryKind::Fee && at >= from && at <= to && entry.at <= m_site.world.now())
          found.push_back(entry);
    return found;
  }

  Reply transactions(const Fields& asked)
  {
    const auto from = parseIso(fieldValue(asked, u"start_date")), to = parseIso(fieldValue(asked, u"end_date"));
    if (!from || !to || *to < *from)
      return refusal(400, u"INVALID_REQUEST"_s, u"Request is not well-formed."_s, u"Invalid date"_s);
    if (*to - *from > kLongestWindow)
      return refusal(400, u"INVALID_REQUEST"_s, u"Request is not well-formed."_s,
                     u"Date range is greater than 31 days"_s);
    const qint64 size = std::clamp<qint64>(fieldValue(asked, u"page_size").toLongLong(), 1, kMostPerPage);
    const std::vector<Entry> found = entriesBetween(*from, std::min(*to, m_site.world.now()));
    const qint64 count = qint64(found.size()), pages = (count + size - 1) / size;
    if (count > kMostAtOnce)
      return refusal(400, u"RESULTSET_TOO_LARGE"_s, u"Result set size is greater than the maximum limit."_s);
    const qint64 page = std::max<qint64>(1, fieldValue(asked, u"page").toLongLong());
    const qint64 begin = disturbedPage(m_site, page - 1) * size;
    QJsonArray details;
    for (qint64 i = begin; i < std::min(begin + size, count); ++i)
      details.append(detail(found[std::size_t(i)]));
    return jsonReply({{u"transaction_details"_s, disturbedItems(m_site, details)},
                      {u"account_number"_s, u"WUGY83Z4AGY8L"_s},
                      {u"page"_s, page},
                      {u"total_items"_s, count},
                      {u"total_pages"_s, pages},
                      {u"links"_s, QJsonArray()}});
  }

  Site& m_site;
  QString m_client, m_secret;
  Books m_books;
  QSet<QString> m_open;
  QHash<QString, QJsonObject> m_made; ///< by PayPal-Request-Id
  quint64 m_issued = 0;
};

} // namespace

std::unique_ptr<Peer> paypalPeer(Site& site)
{
  return std::make_unique<PayPal>(site);
}

} // namespace supercargo::sandbox
