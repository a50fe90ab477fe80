#include "app/sandbox/alipay.h"

#include "app/sandbox/alipay_bill.h"
#include "app/sandbox/alipay_modes.h"
#include "app/sandbox/alipaykeys.h"
#include "app/sandbox/shopdesk.h"
#include "app/sandbox/testkeys.h"
#include "core/base/money.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr std::chrono::minutes kWindow{15};
constexpr std::chrono::seconds kLinkLife{30};

QJsonObject failure(const QString& code, const QString& message, const QString& subCode, const QString& subMessage)
{
  return {{u"code"_s, code}, {u"msg"_s, message}, {u"sub_code"_s, subCode}, {u"sub_msg"_s, subMessage}};
}

QJsonObject invalid(const QString& subCode, const QString& message)
{
  return failure(u"40002"_s, u"Invalid Arguments"_s, subCode, message);
}
QJsonObject missing(const QString& subCode, const QString& message)
{
  return failure(u"40001"_s, u"Missing Required Arguments"_s, subCode, message);
}
QJsonObject business(const QString& subCode, const QString& message)
{
  return failure(u"40004"_s, u"Business Failed"_s, subCode, message);
}

QJsonObject success(QJsonObject content)
{
  content.insert(u"code"_s, u"10000"_s);
  content.insert(u"msg"_s, u"Success"_s);
  return content;
}

/// Through the gateway so far.
qint64 refunded(const Order& order)
{
  qint64 sum = 0;
  for (const Refund& refund : order.refunds)
    sum += refund.request.isEmpty() ? 0 : refund.amount;
  return sum;
}

struct Days {
  QDate from, to;
};

/// "2026-03-01" or "2026-03".
std::optional<Days> days(const QString& text)
{
  const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s), month = QDate::fromString(text, u"yyyy-MM"_s);
  if (day.isValid())
    return Days{day, day};
  return month.isValid() ? std::optional(Days{month, month.addMonths(1).addDays(-1)}) : std::nullopt;
}

QJsonObject logJson(const World& world, const Entry& entry, const QString& id)
{
  QJsonObject json{{u"account_log_id"_s, id},
                   {u"trans_dt"_s, formatLocal(entry.at, kChinaOffset)},
                   {u"trans_amount"_s, yuan(std::abs(entry.amount))},
                   {u"balance"_s, yuan(entry.balance)},
                   {u"direction"_s, entry.amount > 0 ? u"收入"_s : u"支出"_s},
                   {u"type"_s, entryType(entry.kind)},
                   {u"biz_desc"_s, entryType(entry.kind)},
                   {u"bill_source"_s, u"商家中心"_s}};
  if (entry.index < 0)
    return json;
  const Order order = world.order(entry.index);
  json.insert(u"alipay_order_no"_s, order.tradeNo);
  json.insert(u"merchant_order_no"_s, order.number);
  json.insert(u"other_account"_s, maskedBuyer(order.buyer));
  if (!entry.request.isEmpty())
    json.insert(u"merchant_out_refund_no"_s, entry.request);
  return json;
}
} // namespace

QByteArray alipaySignedText(const Fields& parameters)
{
  Fields sorted;
  for (const auto& [name, value] : parameters)
    if (name != "sign"_L1 && !value.isEmpty())
      sorted.emplaceBack(name, value);
  std::sort(sorted.begin(), sorted.end());
  QByteArrayList pairs;
  for (const auto& [name, value] : sorted)
    pairs.append((name + u'=' + value).toUtf8());
  return pairs.join('&');
}

Alipay::Alipay(Site& site, AlipayMerchant merchant)
    : m_site(site), m_merchant(std::move(merchant)), m_appKey(*crypto::Key::privateKey(QByteArray(kAppPrivateKey))),
      m_gatewayKey(*crypto::Key::privateKey(QByteArray(kGatewayPrivateKey))), m_books(site.world, Gateway::Alipay)
{
}

std::unique_ptr<Peer> alipayPeer(Site& site)
{
  const quint64 seed = site.world.seed();
  return std::make_unique<Alipay>(site, AlipayMerchant{u"2021"_s + token(seed, 4, 12, kDecimalDigits),
                                                       u"2088"_s + token(seed, 5, 12, kDecimalDigits)});
}

QJsonObject Alipay::account() const
{
  QJsonObject account = accountOf(u"支付宝收款"_s, m_site.origin + u"/alipay/gateway.do"_s,
                                  {{u"app_id"_s, m_merchant.appId},
                                   {u"private_key"_s, QLatin1StringView(kAppPrivateKey)},
                                   {u"alipay_public_key"_s, QLatin1StringView(kGatewayPublicKey)},
                                   {u"pid"_s, m_merchant.pid}});
  account.insert(u"certificate_fields"_s, alipayCertificateFields()); // for those who want to try them
  account.insert(u"encryption_fields"_s, alipayEncryptionFields());
  return account;
}

std::optional<QJsonObject> Alipay::refusal(const Fields& parameters) const
{
  if (fieldValue(parameters, u"method").isEmpty())
    return missing(u"isv.missing-method"_s, u"缺少方法名参数"_s);
  if (fieldValue(parameters, u"sign").isEmpty())
    return missing(u"isv.missing-signature"_s, u"缺少签名参数"_s);
  if (fieldValue(parameters, u"app_id") != m_merchant.appId)
    return invalid(u"isv.invalid-app-id"_s, u"无效的AppID参数"_s);
  if (fieldValue(parameters, u"sign_type") != "RSA2"_L1)
    return invalid(u"isv.invalid-signature-type"_s, u"无效的签名类型"_s);
  const auto stamp = parseLocal(fieldValue(parameters, u"timestamp"), kChinaOffset);
  if (!stamp || !m_site.accepts(*stamp, kWindow))
    return invalid(u"isv.invalid-timestamp"_s, u"非法的时间戳参数"_s);
  if (const auto wrong = wrongCertificate(parameters))
    return invalid(wrong->first, wrong->second);
  const QByteArray signature = QByteArray::fromBase64(fieldValue(parameters, u"sign").toLatin1());
  if (!m_appKey.verifySha256(alipaySignedText(parameters), signature))
    return invalid(u"isv.invalid-signature"_s, u"验签出错，请检查签名"_s);
  if (!alipayContent(parameters))
    return failure(u"40003"_s, u"Insufficient Conditions"_s, u"isv.decryption-error-unknown"_s,
                   u"解密出错, 未知错误"_s);
  return std::nullopt;
}

/// The signature covers the value's text exactly as it stands in the answer.
Reply Alipay::signedReply(const QString& root, const QByteArray& value, const Fields& asked)
{
  const bool wrong = m_site.faults.strikes(u"bad-signature"_s);
  const QByteArray signature = m_gatewayKey.signSha256(wrong ? value + ' ' : value).value_or(QByteArray()).toBase64();
  Reply reply = jsonReply(QJsonObject());
  reply.body = "{\"" + root.toUtf8() + "\":" + value;
  if (namesCertificates(asked))
    reply.body += QByteArray(",\"alipay_cert_sn\":\"") + kAlipaySn + '"';
  reply.body += ",\"sign\":\"" + signature + "\"}";
  return reply;
}

Reply Alipay::answer(const Request& request)
{
  if (request.path == "/bill")
    return bill(request);
  if (request.path != "/gateway.do")
    return htmlReply(u"Not Found"_s, 404);
  const Fields parameters = request.parameters() + decodedFields(request.body);
  const QString method = fieldValue(parameters, u"method");
  const QString root = method.isEmpty() ? u"error_response"_s : QString(method).replace(u'.', u'_') + u"_response"_s;
  const auto text = [](const QJsonObject& value) { return QJsonDocument(value).toJson(QJsonDocument::Compact); };
  if (const auto refused = refusal(parameters)) {
    ++m_site.rejected[u"alipay"_s];
    return signedReply(root, text(*refused), parameters); // in clear, also to those who encrypt
  }
  const QByteArray value = text(call(method, alipayContent(parameters).value_or(QJsonObject())));
  return signedReply(root, isEncrypted(parameters) ? alipaySealed(value) : value, parameters);
}

std::optional<Order> Alipay::tradeOf(const QJsonObject& content) const
{
  const QString tradeNo = content.value("trade_no"_L1).toString(), number = content.value("out_trade_no"_L1).toString();
  const auto index = tradeNo.isEmpty() ? m_site.world.orderByNumber(number) : m_site.world.orderByTradeNo(tradeNo);
  if (!index || gatewayOf(m_site.world.shopOf(*index)) != Gateway::Alipay)
    return std::nullopt;
  Order order = m_site.world.order(*index);
  if (!order.life.paid && !order.change.isAtCashier)
    return std::nullopt; // no trade exists before the buyer begins to pay
  if (!order.life.paid)  // it keeps its number when it is paid
    order.tradeNo = m_site.world.numbers().tradeNo(*index, m_site.world.fate(*index).paid.value_or(order.life.placed));
  return order;
}

QJsonObject Alipay::call(const QString& method, const QJsonObject& content)
{
  if (method == "alipay.data.dataservice.bill.downloadurl.query"_L1)
    return billLink(content);
  if (method == "alipay.data.bill.accountlog.query"_L1)
    return accountLog(content);
  if (method == "alipay.data.bill.balance.query"_L1) {
    const QString balance = yuan(m_books.balance());
    return success({{u"total_amount"_s, balance},
                    {u"available_amount"_s, balance},
                    {u"freeze_amount"_s, u"0.00"_s},
                    {u"settle_amount"_s, u"0.00"_s}});
  }
  if (!method.startsWith("alipay.trade."_L1))
    return invalid(u"isv.invalid-method"_s, u"不存在的方法名"_s);
  if (content.value("trade_no"_L1).toString().isEmpty() && content.value("out_trade_no"_L1).toString().isEmpty())
    return business(u"ACQ.INVALID_PARAMETER"_s, u"参数无效"_s);
  const auto order = tradeOf(content);
  if (!order)
    return business(u"ACQ.TRADE_NOT_EXIST"_s, u"交易不存在"_s);
  if (method == "alipay.trade.query"_L1)
    return query(*order);
  if (method == "alipay.trade.refund"_L1)
    return refund(*order, content);
  if (method == "alipay.trade.fastpay.refund.query"_L1)
    return refundQuery(*order, content);
  if (method == "alipay.trade.close"_L1)
    return close(*order);
  return invalid(u"isv.invalid-method"_s, u"不存在的方法名"_s);
}

QJsonObject Alipay::query(const Order& order) const
{
  const QString amount = yuan(order.total());
  if (!order.life.paid)
    return success({{u"trade_no"_s, order.tradeNo},
                    {u"out_trade_no"_s, order.number},
                    {u"trade_status"_s, order.state == State::Unpaid ? u"WAIT_BUYER_PAY"_s : u"TRADE_CLOSED"_s},
                    {u"total_amount"_s, amount}});
  const QString status = refunded(order) >= order.total() ? u"TRADE_CLOSED"_s : u"TRADE_SUCCESS"_s;
  return success(
      {{u"trade_no"_s, order.tradeNo},
       {u"out_trade_no"_s, order.number},
       {u"trade_status"_s, status},
       {u"total_amount"_s, amount},
       {u"receipt_amount"_s, amount},
       {u"buyer_pay_amount"_s, amount},
       {u"invoice_amount"_s, amount},
       {u"point_amount"_s, u"0.00"_s},
       {u"send_pay_date"_s, formatLocal(*order.life.paid, kChinaOffset)},
       {u"buyer_logon_id"_s, maskedBuyer(order.buyer).section(u'(', 1).chopped(1)},
       {u"buyer_user_id"_s, u"2088"_s + QString::number(order.buyer.id).rightJustified(12, u'0')},
       {u"fund_bill_list"_s, QJsonArray{QJsonObject{{u"fund_channel"_s, u"ALIPAYACCOUNT"_s}, {u"amount"_s, amount}}}}});
}

/// The shop hears of it and ends its order.
QJsonObject Alipay::close(const Order& order)
{
  if (order.state != State::Unpaid)
    return business(u"ACQ.REASON_TRADE_STATUS_INVALID"_s, u"交易状态不合法"_s);
  (void)desk::cancel(m_site.world, order);
  return success({{u"trade_no"_s, order.tradeNo}, {u"out_trade_no"_s, order.number}});
}

QJsonObject Alipay::refund(const Order& order, const QJsonObject& content)
{
  if (!order.life.paid)
    return business(u"ACQ.TRADE_STATUS_ERROR"_s, u"交易状态不合法"_s);
  const auto amount = Money::parse(content.value("refund_amount"_L1).toVariant().toString(), Currency());
  if (!amount || amount->minor() <= 0)
    return business(u"ACQ.INVALID_PARAMETER"_s, u"参数无效"_s);
  const QString given = content.value("out_request_no"_L1).toString();
  const QString request = given.isEmpty() ? order.number : given;
  const auto answer = [&](qint64 sum, bool moved) {
    return success({{u"trade_no"_s, order.tradeNo},
                    {u"out_trade_no"_s, order.number},
                    {u"refund_fee"_s, yuan(sum)},
                    {u"send_back_fee"_s, yuan(moved ? amount->minor() : 0)},
                    {u"fund_change"_s, moved ? u"Y"_s : u"N"_s},
                    {u"gmt_refund_pay"_s, formatLocal(m_site.world.now(), kChinaOffset)}});
  };
  for (const Refund& earlier : order.refunds)
    if (earlier.request == request)
      return earlier.amount == amount->minor() ? answer(refunded(order), false)
                                               : business(u"ACQ.DISCORDANT_REPEAT_REQUEST"_s, u"请求信息不一致"_s);
  if (refunded(order) >= order.total())
    return business(u"ACQ.TRADE_HAS_CLOSE"_s, u"交易已经关闭"_s);
  if (refunded(order) + amount->minor() > order.total())
    return business(u"ACQ.REFUND_AMT_NOT_EQUAL_TOTAL"_s, u"退款金额超限"_s);
  const Refund made{m_site.world.newId(), request, m_site.world.now(), amount->minor(),
                    content.value("refund_reason"_L1).toString()};
  m_site.world.change(order.index, [&](Change& change) { change.refunds.push_back(made); });
  return answer(refunded(order) + made.amount, true);
}

QJsonObject Alipay::refundQuery(const Order& order, const QJsonObject& content) const
{
  const QString given = content.value("out_request_no"_L1).toString();
  for (const Refund& refund : order.refunds)
    if (refund.request == (given.isEmpty() ? order.number : given))
      return success({{u"trade_no"_s, order.tradeNo},
                      {u"out_trade_no"_s, order.number},
                      {u"out_request_no"_s, refund.request},
                      {u"total_amount"_s, yuan(order.total())},
                      {u"refund_amount"_s, yuan(refund.amount)},
                      {u"refund_status"_s, u"REFUND_SUCCESS"_s},
                      {u"refund_reason"_s, refund.reason},
                      {u"gmt_refund_pay"_s, formatLocal(refund.at, kChinaOffset)}});
  return success({}); // nothing there: not arrived, or failed
}

QJsonObject Alipay::billLink(const QJsonObject& content)
{
  const QString type = content.value("bill_type"_L1).toString(), date = content.value("bill_date"_L1).toString();
  const auto span = days(date);
  if (!span)
    return business(u"INVAILID_ARGUMENTS"_s, u"入参不合法"_s);
  if (type != "trade"_L1 && type != "signcustomer"_L1)
    return business(u"TYPE_NOT_SUPPORTED"_s, u"不支持的账单类型"_s);
  if (span->to >= localDay(m_site.world.now()))
    return business(u"BILL_NOT_EXIST"_s, u"账单不存在"_s);
  const QString until = QString::number(toMs(m_site.world.now() + kLinkLife));
  return success({{u"bill_download_url"_s, m_site.origin + u"/alipay/bill?downloadFileName="_s + m_merchant.pid +
                                               u"0156_"_s + QString(date).remove(u'-') + u".csv.zip&fileId="_s + type +
                                               u'.' + until + u"&bizDates="_s + date}});
}

Reply Alipay::bill(const Request& request)
{
  const Fields parameters = request.parameters();
  const QString file = fieldValue(parameters, u"fileId");
  const auto span = days(fieldValue(parameters, u"bizDates"));
  if (!span || m_site.world.now() > fromMs(file.section(u'.', 1).toLongLong()))
    return htmlReply(u"下载链接已失效"_s, 200); // as the real one: a page, not an error
  Reply reply;
  reply.setHeader("Content-Type", "application/zip");
  reply.body = billZip(m_site.world, m_books, file.section(u'.', 0, 0), span->from, span->to, m_merchant.pid);
  return reply;
}

QJsonObject Alipay::accountLog(const QJsonObject& content)
{
  const auto from = parseLocal(content.value("start_time"_L1).toString(), kChinaOffset),
             to = parseLocal(content.value("end_time"_L1).toString(), kChinaOffset);
  const qint64 size = content.value("page_size"_L1).toVariant().toLongLong(),
               page = content.value("page_no"_L1).toVariant().toLongLong();
  const qint64 take = size > 0 ? size : 2000, skip = disturbedPage(m_site, std::max<qint64>(page, 1) - 1) * take;
  if (!from || !to || *to <= *from || *to - *from > std::chrono::hours(24 * 31) || take > 2000)
    return business(u"INVAILID_ARGUMENTS"_s, u"入参不合法"_s);
  const QString trade = content.value("alipay_order_no"_L1).toString(),
                number = content.value("merchant_order_no"_L1).toString();
  QJsonArray details;
  qint64 total = 0;
  const Instant end = std::min(*to, m_site.world.now() + std::chrono::seconds(1));
  for (QDate day = localDay(*from); startOf(day) < end; day = day.addDays(1)) {
    qint64 place = 0;
    for (const Entry& entry : m_books.day(day)) {
      ++place;
      if (entry.at < *from || entry.at >= end)
        continue;
      const QString id = day.toString(u"yyyyMMdd"_s) + QString::number(place).rightJustified(7, u'0');
      const bool filtered = !trade.isEmpty() || !number.isEmpty();
      if (!filtered && (total < skip || total >= skip + take)) {
        ++total;
        continue;
      }
      const QJsonObject json = logJson(m_site.world, entry, id);
      if ((!trade.isEmpty() && json.value("alipay_order_no"_L1) != trade) ||
          (!number.isEmpty() && json.value("merchant_order_no"_L1) != number))
        continue;
      if (total >= skip && total < skip + take)
        details.append(json);
      ++total;
    }
  }
  QJsonObject result{{u"page_no"_s, QString::number(std::max<qint64>(page, 1))},
                     {u"page_size"_s, QString::number(take)},
                     {u"total_size"_s, QString::number(total)}};
  if (!details.isEmpty())
    result.insert(u"detail_list"_s, disturbedItems(m_site, details));
  return success(result);
}

} // namespace supercargo::sandbox
