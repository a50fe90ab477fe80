#include "app/sandbox/books.h"
#include "app/sandbox/peer.h"
#include "app/sandbox/platformkeys.h"
#include "app/sandbox/testkeys.h"
#include "core/base/crypto.h"

#include <QHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

/// WeChat Pay's API v3 at `{origin}/wechatpay/v3/…`: calls and answers are signed, bills are proven by their hash.
/// Answers are signed with the public key when the call names it, else with a platform certificate.
namespace supercargo::sandbox {
namespace {

constexpr char kPrefix[] = "/wechatpay", kCertificates[] = "/v3/certificates", kScheme[] = "WECHATPAY2-SHA256-RSA2048 ";
constexpr std::chrono::hours kDay{24}, kReadyAt{10};
constexpr std::chrono::minutes kWindow{5};

Reply refusal(int status, const QString& code, const QString& message)
{
  return jsonReply({{u"code"_s, code}, {u"message"_s, message}}, status);
}

QString chinaIso(Instant at)
{
  return QString(formatLocal(at, kChinaOffset).left(19)).replace(u' ', u'T') + u"+08:00"_s;
}

QString wechatRefund(qint64 id)
{
  return u"50300"_s + QString::number(id).rightJustified(23, u'0');
}

/// Rows whose cells begin with a back-tick.
QString row(const QStringList& cells)
{
  return u'`' + cells.join(u",`"_s) + u"\r\n"_s;
}

/// What answers are signed with.
struct PlatformKey {
  QByteArray serial; ///< or the public key's id
  crypto::Key key;
  const char* certificate = nullptr;
};

crypto::Key keyOf(const char* bareBase64)
{
  return *crypto::Key::privateKey(QByteArray(bareBase64));
}

class WechatPay : public Peer {
public:
  explicit WechatPay(Site& site)
      : m_site(site), m_merchant(u"19"_s + token(site.world.seed(), 641, 8, kDecimalDigits)),
        m_serial(token(site.world.seed(), 642, 40, kHexDigits).toUpper()),
        m_publicId(u"PUB_KEY_ID_0116"_s + token(site.world.seed(), 643, 22, kDecimalDigits)),
        m_apiKey(token(site.world.seed(), 644, 32, kHexDigits)),
        m_merchantKey(keyOf(kAppPrivateKey)), m_public{m_publicId.toLatin1(), keyOf(kGatewayPrivateKey)},
        m_platform{PlatformKey{kPlatformSerial, m_public.key, kPlatformCertificate},
                   PlatformKey{kNextPlatformSerial, keyOf(kNextPlatformKey), kNextPlatformCertificate}},
        m_books(site.world, Gateway::WechatPay)
  {
  }

  QJsonObject account() const override
  {
    return accountOf(u"微信支付收款"_s, m_site.origin + QLatin1StringView(kPrefix),
                     {{u"mchid"_s, m_merchant},
                      {u"serial_no"_s, m_serial},
                      {u"private_key"_s, QLatin1StringView(kAppPrivateKey)},
                      {u"api_v3_key"_s, m_apiKey},
                      {u"public_key_id"_s, m_publicId},
                      {u"public_key"_s, QLatin1StringView(kGatewayPublicKey)}});
  }

  bool signsAnswers() const override { return true; }

  Reply answer(const Request& request) override
  {
    if (const auto refused = refusalOf(request)) {
      ++m_site.rejected[u"wechatpay"_s];
      return *refused;
    }
    if (request.path == "/billdownload")
      return download(request.parameters());
    return signedReply(route(request), signer(request));
  }

private:
  /// The platform certificates of today.
  std::span<const PlatformKey> listed() const
  {
    const std::span<const PlatformKey> all(m_platform);
    switch (m_site.certificates) {
    case PlatformCertificates::Both:
      return all;
    case PlatformCertificates::Second:
      return all.last(1);
    case PlatformCertificates::First:
    case PlatformCertificates::Unlisted:
      break;
    }
    return all.first(1);
  }

  /// The key that a call names in `Wechatpay-Serial`; null: none that there is.
  const PlatformKey* named(const QByteArray& serial) const
  {
    if (serial == m_public.serial)
      return &m_public;
    for (const PlatformKey& one : listed())
      if (one.serial == serial)
        return &one;
    return nullptr;
  }

  const PlatformKey& signer(const Request& request) const
  {
    if (const PlatformKey* wanted = named(request.header("Wechatpay-Serial")))
      return *wanted;
    if (m_site.certificates == PlatformCertificates::Unlisted && request.path != kCertificates)
      return m_platform.back();
    return listed()[m_nonces % listed().size()];
  }

  static QString part(const QString& header, const QString& name)
  {
    return QRegularExpression(name + u"=\"([^\"]*)\""_s).match(header).captured(1);
  }

  std::optional<Reply> refusalOf(const Request& request) const
  {
    const QByteArray header = request.header("Authorization");
    const QString value = QString::fromLatin1(header);
    const QString time = part(value, u"timestamp"_s), nonce = part(value, u"nonce_str"_s);
    if (!header.startsWith(kScheme) || part(value, u"mchid"_s) != m_merchant || part(value, u"serial_no"_s) != m_serial)
      return refusal(401, u"SIGN_ERROR"_s, u"Http头Authorization值格式错误"_s);
    if (!m_site.accepts(fromMs(time.toLongLong() * 1000), kWindow))
      return refusal(401, u"SIGN_ERROR"_s, u"Http头Authorization中的timestamp与发起请求的时间不得超过5分钟"_s);
    const QByteArray where = kPrefix + request.path + (request.query.isEmpty() ? QByteArray() : '?' + request.query);
    const QByteArray text =
        request.method + '\n' + where + '\n' + time.toLatin1() + '\n' + nonce.toLatin1() + '\n' + request.body + '\n';
    if (!m_merchantKey.verifySha256(text, QByteArray::fromBase64(part(value, u"signature"_s).toLatin1())))
      return refusal(401, u"SIGN_ERROR"_s, u"签名错误，请检查后再试"_s);
    if (const QByteArray serial = request.header("Wechatpay-Serial"); !serial.isEmpty() && !named(serial))
      return refusal(400, u"PARAM_ERROR"_s, u"Wechatpay-Serial不是有效的平台证书序列号或公钥ID"_s);
    return std::nullopt;
  }

  Reply signedReply(Reply reply, const PlatformKey& with)
  {
    const QByteArray time = QByteArray::number(toMs(m_site.now()) / 1000), nonce = QByteArray::number(++m_nonces);
    const bool wrong = m_site.faults.strikes(u"bad-signature"_s);
    const QByteArray text = time + '\n' + nonce + '\n' + reply.body + (wrong ? "\n\n" : "\n");
    reply.setHeader("Wechatpay-Timestamp", time);
    reply.setHeader("Wechatpay-Nonce", nonce);
    reply.setHeader("Wechatpay-Serial", with.serial);
    reply.setHeader("Wechatpay-Signature", with.key.signSha256(text).value_or(QByteArray()).toBase64());
    return reply;
  }

  /// Sealed with the APIv3 key.
  Reply certificates()
  {
    QJsonArray list;
    for (const PlatformKey& one : listed()) {
      const QByteArray nonce = QByteArray::number(++m_sealed).rightJustified(12, '0');
      const QByteArray sealed = crypto::sealGcm(m_apiKey.toLatin1(), nonce,
                                                pemCertificate(one.certificate, u"\n"_s).toLatin1(), "certificate")
                                    .value_or(QByteArray());
      list.append(QJsonObject{
          {u"serial_no"_s, QString::fromLatin1(one.serial)},
          {u"effective_time"_s, u"2000-01-01T08:00:00+08:00"_s},
          {u"expire_time"_s, u"2099-12-31T08:00:00+08:00"_s},
          {u"encrypt_certificate"_s, QJsonObject{{u"algorithm"_s, u"AEAD_AES_256_GCM"_s},
                                                 {u"nonce"_s, QString::fromLatin1(nonce)},
                                                 {u"associated_data"_s, u"certificate"_s},
                                                 {u"ciphertext"_s, QString::fromLatin1(sealed.toBase64())}}}});
    }
    return jsonReply({{u"data"_s, list}});
  }

  Reply route(const Request& request)
  {
    const QString path = QString::fromUtf8(request.path), last = path.section(u'/', -1);
    if (request.path == kCertificates)
      return certificates();
    if (path == "/v3/bill/tradebill"_L1 || path == "/v3/bill/fundflowbill"_L1)
      return link(request.parameters(), path.contains("trade"_L1) ? u"trade"_s : u"flow"_s);
    if (path.startsWith("/v3/pay/transactions/id/"_L1))
      return payment(m_site.world.orderByTradeNo(last));
    if (path.startsWith("/v3/pay/transactions/out-trade-no/"_L1) && request.method == "GET")
      return payment(m_site.world.orderByNumber(last));
    if (path.startsWith("/v3/pay/transactions/out-trade-no/"_L1) && last == "close"_L1)
      return close(path.section(u'/', -2, -2));
    if (path == "/v3/refund/domestic/refunds"_L1 && request.method == "POST")
      return refund(QJsonDocument::fromJson(request.body).object());
    if (path.startsWith("/v3/refund/domestic/refunds/"_L1))
      return m_made.contains(last) ? jsonReply(m_made.value(last))
                                   : refusal(404, u"RESOURCE_NOT_EXISTS"_s, u"退款单不存在"_s);
    return refusal(404, u"RESOURCE_NOT_EXISTS"_s, u"不存在的接口"_s);
  }

  /// Of a shop whose money comes through here.
  std::optional<Order> ordered(std::optional<qint64> index) const
  {
    if (!index || gatewayOf(m_site.world.shopOf(*index)) != Gateway::WechatPay)
      return std::nullopt;
    return m_site.world.order(*index);
  }

  std::optional<Order> paid(std::optional<qint64> index) const
  {
    auto order = ordered(index);
    return order && order->life.paid ? order : std::nullopt;
  }

  bool isClosed(const Order& order) const { return order.life.cancelled || m_closed.contains(order.number); }

  static Reply noOrder() { return refusal(404, u"ORDER_NOT_EXIST"_s, u"订单不存在"_s); }

  Reply payment(std::optional<qint64> index) const
  {
    const auto order = ordered(index);
    if (!order)
      return noOrder();
    QJsonObject told{{u"out_trade_no"_s, order->number},
                     {u"mchid"_s, m_merchant},
                     {u"trade_type"_s, u"JSAPI"_s},
                     {u"amount"_s, QJsonObject{{u"total"_s, order->total()}, {u"currency"_s, u"CNY"_s}}}};
    if (!order->life.paid) {
      told.insert(u"trade_state"_s, isClosed(*order) ? u"CLOSED"_s : u"NOTPAY"_s);
      told.insert(u"trade_state_desc"_s, isClosed(*order) ? u"订单已关闭"_s : u"订单未支付"_s);
      return jsonReply(told);
    }
    bool anyBack = false;
    for (const Refund& refund : order->refunds)
      anyBack = anyBack || !refund.request.isEmpty();
    told.insert(u"transaction_id"_s, order->tradeNo);
    told.insert(u"trade_state"_s, anyBack ? u"REFUND"_s : u"SUCCESS"_s);
    told.insert(u"trade_state_desc"_s, anyBack ? u"转入退款"_s : u"支付成功"_s);
    told.insert(u"success_time"_s, chinaIso(*order->life.paid));
    told.insert(u"payer"_s, QJsonObject{{u"openid"_s, u"oUpF8u"_s + QString::number(order->buyer.id)}});
    told.insert(u"amount"_s, QJsonObject{{u"total"_s, order->total()},
                                         {u"payer_total"_s, order->total()},
                                         {u"currency"_s, u"CNY"_s},
                                         {u"payer_currency"_s, u"CNY"_s}});
    return jsonReply(told);
  }

  /// Only what nobody has paid, and once.
  Reply close(const QString& number)
  {
    const auto order = ordered(m_site.world.orderByNumber(number));
    if (!order)
      return noOrder();
    if (order->life.paid)
      return refusal(400, u"INVALID_REQUEST"_s, u"订单已支付"_s);
    if (isClosed(*order))
      return refusal(400, u"ORDER_CLOSED"_s, u"订单已关闭"_s);
    m_closed.insert(number);
    Reply reply;
    reply.status = 204;
    return reply;
  }

  /// One out_refund_no is one refund.
  Reply refund(const QJsonObject& body)
  {
    const QString key = body.value("out_refund_no"_L1).toString();
    if (m_made.contains(key))
      return jsonReply(m_made.value(key));
    const auto order = paid(m_site.world.orderByTradeNo(body.value("transaction_id"_L1).toString()));
    if (!order)
      return refusal(404, u"RESOURCE_NOT_EXISTS"_s, u"订单不存在"_s);
    const qint64 amount = body.value("amount"_L1).toObject().value("refund"_L1).toInteger();
    if (key.isEmpty() || amount <= 0 || amount > order->total() - order->refunded())
      return refusal(400, u"INVALID_REQUEST"_s, u"退款金额大于可退金额"_s);
    const Refund made{m_site.world.newId(), key, m_site.world.now(), amount, body.value("reason"_L1).toString()};
    m_site.world.change(order->index, [&](Change& change) { change.refunds.push_back(made); });
    const QJsonObject told{
        {u"refund_id"_s, wechatRefund(made.id)},
        {u"out_refund_no"_s, key},
        {u"transaction_id"_s, order->tradeNo},
        {u"out_trade_no"_s, order->number},
        {u"status"_s, u"SUCCESS"_s},
        {u"create_time"_s, chinaIso(made.at)},
        {u"success_time"_s, chinaIso(made.at)},
        {u"amount"_s, QJsonObject{{u"total"_s, order->total()}, {u"refund"_s, amount}, {u"currency"_s, u"CNY"_s}}}};
    m_made.insert(key, told);
    return jsonReply(told);
  }

  Reply link(const Fields& asked, const QString& kind)
  {
    const QDate day = QDate::fromString(fieldValue(asked, u"bill_date"), Qt::ISODate);
    if (!day.isValid())
      return refusal(400, u"PARAM_ERROR"_s, u"账单日期格式不正确"_s);
    if (m_site.world.now() < startOf(day) + kDay + kReadyAt)
      return refusal(400, u"STATEMENT_CREATING"_s, u"账单生成中"_s);
    if (m_books.day(day).empty())
      return refusal(400, u"NO_STATEMENT_EXIST"_s, u"账单文件不存在"_s);
    const QString url = m_site.origin + QLatin1StringView(kPrefix) + u"/billdownload?token="_s + kind + u'.' +
                        day.toString(Qt::ISODate);
    return jsonReply(
        {{u"download_url"_s, url},
         {u"hash_type"_s, u"SHA1"_s},
         {u"hash_value"_s, QString::fromLatin1(crypto::digest(crypto::Hash::Sha1, billOf(kind, day)).toHex())}});
  }

  Reply download(const Fields& asked)
  {
    const QString token = fieldValue(asked, u"token");
    Reply reply;
    reply.setHeader("Content-Type", "text/plain");
    reply.body = billOf(token.section(u'.', 0, 0), QDate::fromString(token.section(u'.', 1), Qt::ISODate));
    return reply;
  }

  QByteArray billOf(const QString& kind, QDate day)
  {
    return (u"\ufeff"_s + (kind == "trade"_L1 ? tradeBill(day) : flowBill(day))).toUtf8();
  }

  static qint64 refundId(const Order& order, const Entry& entry)
  {
    for (const Refund& refund : order.refunds)
      if (refund.request == entry.request && refund.at == entry.at)
        return refund.id;
    return 0;
  }

  QString tradeBill(QDate day)
  {
    QString rows;
    qint64 count = 0, amount = 0, back = 0, fees = 0;
    for (const Entry& entry : m_books.day(day)) {
      const bool isRefund = entry.kind == EntryKind::Refund;
      if (!isRefund && entry.kind != EntryKind::Payment)
        continue;
      const Order order = m_site.world.order(entry.index);
      const qint64 charged = isRefund ? 0 : fee(entry.amount);
      ++count;
      amount += isRefund ? 0 : entry.amount;
      back += isRefund ? -entry.amount : 0;
      fees += charged;
      rows += row({formatLocal(entry.at, kChinaOffset).left(19),
                   u"wx426b3015555a46be"_s,
                   m_merchant,
                   u"0"_s,
                   QString(),
                   order.tradeNo,
                   order.number,
                   u"oUpF8u"_s + QString::number(order.buyer.id),
                   u"JSAPI"_s,
                   isRefund ? u"REFUND"_s : u"SUCCESS"_s,
                   u"OTHERS"_s,
                   u"CNY"_s,
                   isRefund ? u"0.00"_s : yuan(entry.amount),
                   u"0.00"_s,
                   isRefund ? wechatRefund(refundId(order, entry)) : u"0"_s,
                   isRefund ? entry.request : u"0"_s,
                   isRefund ? yuan(-entry.amount) : u"0.00"_s,
                   u"0.00"_s,
                   isRefund ? u"ORIGINAL"_s : QString(),
                   isRefund ? u"SUCCESS"_s : QString(),
                   m_site.world.catalogue().title(*order.lines.front().variant),
                   QString(),
                   yuan(charged) + u"000"_s,
                   u"0.60%"_s,
                   isRefund ? u"0.00"_s : yuan(entry.amount),
                   isRefund ? yuan(-entry.amount) : u"0.00"_s,
                   QString()});
    }
    return u"交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,"
           u"付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,"
           u"退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注\r\n"_s +
           rows +
           u"总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\r\n"_s +
           row({QString::number(count), yuan(amount), yuan(back), u"0.00"_s, yuan(fees) + u"000"_s, yuan(amount),
                yuan(back)});
  }

  QString flowBill(QDate day)
  {
    QString rows;
    qint64 plus = 0, minus = 0, in = 0, out = 0, number = 0;
    for (const Entry& entry : m_books.day(day)) {
      const bool income = entry.amount > 0;
      ++(income ? in : out);
      (income ? plus : minus) += std::abs(entry.amount);
      const QString type = entry.kind == EntryKind::Payment  ? u"交易"_s
                           : entry.kind == EntryKind::Fee    ? u"扣除交易手续费"_s
                           : entry.kind == EntryKind::Refund ? u"退款"_s
                                                             : u"提现"_s;
      QString business, voucher;
      if (entry.index >= 0) {
        const Order order = m_site.world.order(entry.index);
        business = entry.kind == EntryKind::Refund ? wechatRefund(refundId(order, entry)) : order.tradeNo;
        voucher = entry.kind == EntryKind::Refund ? entry.request : order.number;
      }
      rows += row({formatLocal(entry.at, kChinaOffset).left(19), business,
                   day.toString(u"yyyyMMdd"_s) + QString::number(++number).rightJustified(8, u'0'), type, type,
                   income ? u"收入"_s : u"支出"_s, yuan(std::abs(entry.amount)), yuan(entry.balance), u"system"_s,
                   entry.reason, voucher});
    }
    return u"记账时间,微信支付业务单号,资金流水单号,业务名称,业务类型,收支类型,收支金额(元),账户结余(元),"
           u"资金变更提交申请人,备注,业务凭证号\r\n"_s +
           rows + u"资金流水总笔数,收入笔数,收入金额,支出笔数,支出金额\r\n"_s +
           row({QString::number(in + out), QString::number(in), yuan(plus), QString::number(out), yuan(minus)});
  }

  Site& m_site;
  QString m_merchant, m_serial, m_publicId, m_apiKey;
  crypto::Key m_merchantKey;
  PlatformKey m_public;
  std::array<PlatformKey, 2> m_platform;
  Books m_books;
  QHash<QString, QJsonObject> m_made; ///< by out_refund_no
  QSet<QString> m_closed;             ///< order numbers
  quint64 m_nonces = 0, m_sealed = 0;
};

} // namespace

std::unique_ptr<Peer> wechatpayPeer(Site& site)
{
  return std::make_unique<WechatPay>(site);
}

} // namespace supercargo::sandbox
