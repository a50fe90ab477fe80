#include "app/sandbox/acp.h"
#include "app/sandbox/acpkeys.h"
#include "app/sandbox/peer.h"
#include "app/sandbox/testkeys.h"

#include <QHash>

using namespace Qt::StringLiterals;

/// UnionPay's gateway at `{origin}/unionpay/gateway/api/…`, with the settlement files at `…/file`. Payments of the
/// shops whose orders are numbered by their time.
namespace supercargo::sandbox {
namespace {

constexpr std::chrono::hours kDay{24}, kDayEndsEarly{1}, kReadyAt{9};
const QString kVoided = u"消费撤销"_s;

QString moment(Instant at)
{
  return formatLocal(at, kChinaOffset).left(19).remove(u'-').remove(u':').remove(u' ');
}

/// What a caller has paid back or voided.
struct Made {
  QString txnTime, queryId;
  qint64 amount = 0;
};

class UnionPay : public Peer {
public:
  explicit UnionPay(Site& site)
      : m_site(site), m_merchant(u"777"_s + token(site.world.seed(), 601, 12, kDecimalDigits)),
        m_secureKey(token(site.world.seed(), 602, 32, kHexDigits)),
        m_own(*crypto::Key::privateKey(QByteArray(kGatewayPrivateKey))),
        m_merchantKey(*crypto::Key::privateKey(QByteArray(kAppPrivateKey))), m_books(site.world, Gateway::UnionPay)
  {
  }

  QJsonObject account() const override
  {
    return accountOf(u"银联收款"_s, m_site.origin + u"/unionpay/gateway/api"_s,
                     {{u"mer_id"_s, m_merchant},
                      {u"signing_cert"_s, QLatin1StringView(kAcpMerchantPfx)},
                      {u"cert_password"_s, QLatin1StringView(kAcpPassword)},
                      {u"middle_cert"_s, QLatin1StringView(kAcpMiddleCertificate)},
                      {u"root_cert"_s, QLatin1StringView(kAcpRootCertificate)},
                      {u"secure_key"_s, m_secureKey}});
  }

  bool signsAnswers() const override { return true; }

  Reply answer(const Request& request) override
  {
    if (!request.path.startsWith("/gateway/api/") || request.method != "POST")
      return htmlReply(u"Not Found"_s, 404);
    const Fields asked = decodedFields(request.body);
    if (fieldValue(asked, u"version") != "5.1.0"_L1 || !isGenuine(asked)) {
      ++m_site.rejected[u"unionpay"_s];
      return plain({{u"respCode"_s, u"11"_s}, {u"respMsg"_s, u"验证签名失败[9100004]"_s}}); // such ones are not signed
    }
    if (fieldValue(asked, u"merId") != m_merchant)
      return say(asked, u"31"_s, u"商户状态不正确[3100000]"_s);
    const QByteArray page = request.path.mid(13);
    if (page == "queryTrans.do")
      return query(asked);
    const QString type = fieldValue(asked, u"txnType");
    if (page == "backTransReq.do" && (type == "04"_L1 || type == "31"_L1))
      return giveBack(asked, type == "31"_L1);
    if (page == "file" && fieldValue(asked, u"txnType") == "76"_L1)
      return file(asked);
    return say(asked, u"02"_s, u"系统未开放[0200000]"_s);
  }

private:
  /// By certificate, or by the secure key, as the caller says.
  bool isGenuine(const Fields& asked) const
  {
    const QString method = fieldValue(asked, u"signMethod"), certificate = fieldValue(asked, u"certId");
    if (method == "01"_L1)
      return certificate == QLatin1StringView(kAcpMerchantSerial) && acp::isSigned(asked, m_merchantKey);
    const bool isSecure = method == "11"_L1 || method == "12"_L1;
    return isSecure && certificate.isEmpty() &&
           fieldValue(asked, u"signature").toLatin1() == acp::secureSignature(asked, method, m_secureKey.toLatin1());
  }

  static Reply plain(const Fields& fields)
  {
    QStringList pairs;
    for (const auto& [name, value] : fields)
      pairs.append(name + u'=' + value);
    Reply reply;
    reply.setHeader("Content-Type", "text/html;charset=UTF-8");
    reply.body = pairs.join(u'&').toUtf8();
    return reply;
  }

  /// Everything that was asked comes back, with the answer and its signature.
  Reply say(const Fields& asked, const QString& code, const QString& message, const Fields& more = {})
  {
    Fields fields;
    for (const auto& [name, value] : asked)
      if (name != "signature"_L1 && name != "certId"_L1 && name != "backUrl"_L1)
        fields.emplaceBack(name, value);
    fields.emplaceBack(u"respCode"_s, code);
    fields.emplaceBack(u"respMsg"_s, message);
    fields += more;
    const QString method = fieldValue(asked, u"signMethod");
    if (method == "01"_L1)
      fields.emplaceBack(u"signPubKeyCert"_s, pemCertificate(kAcpAnswerCertificate, u"\r\n"_s));
    QByteArray signature = method == "01"_L1 ? acp::signature(fields, m_own)
                                             : acp::secureSignature(fields, method, m_secureKey.toLatin1());
    if (m_site.faults.strikes(u"bad-signature"_s))
      signature = "A" + signature.mid(1, 20) + "B" + signature.mid(22);
    fields.emplaceBack(u"signature"_s, QString::fromLatin1(signature));
    return plain(fields);
  }

  Reply none(const Fields& asked) { return say(asked, u"34"_s, u"查无此交易[2600000]"_s); }

  /// Both number and time must be the trade's own.
  Reply query(const Fields& asked)
  {
    const QString number = fieldValue(asked, u"orderId"), time = fieldValue(asked, u"txnTime");
    if (const auto made = m_made.constFind(number); made != m_made.cend() && made->txnTime == time)
      return say(asked, u"00"_s, u"成功[0000000]"_s,
                 {{u"origRespCode"_s, u"00"_s},
                  {u"origRespMsg"_s, u"成功[0000000]"_s},
                  {u"queryId"_s, made->queryId},
                  {u"txnAmt"_s, QString::number(made->amount)},
                  {u"currencyCode"_s, u"156"_s}});
    const auto index = m_site.world.orderByNumber(number);
    if (!index || gatewayOf(m_site.world.shopOf(*index)) != Gateway::UnionPay)
      return none(asked);
    const Order order = m_site.world.order(*index);
    if (!order.life.paid || moment(order.life.placed) != time)
      return none(asked);
    return say(asked, u"00"_s, u"成功[0000000]"_s,
               {{u"origRespCode"_s, u"00"_s},
                {u"origRespMsg"_s, u"成功[0000000]"_s},
                {u"queryId"_s, acp::queryId(*order.life.paid, *index, false)},
                {u"accNo"_s, u"622609******0048"_s},
                {u"payCardType"_s, u"01"_s},
                {u"traceNo"_s, QString::number(*index % 1'000'000).rightJustified(6, u'0')},
                {u"traceTime"_s, moment(*order.life.paid).mid(4)},
                {u"settleDate"_s, settledOn(*order.life.paid).toString(u"MMdd"_s)},
                {u"settleAmt"_s, QString::number(order.total())},
                {u"settleCurrencyCode"_s, u"156"_s},
                {u"txnAmt"_s, QString::number(order.total())},
                {u"currencyCode"_s, u"156"_s}});
  }

  /// A refund, or the whole payment on the day that it would be settled with.
  Reply giveBack(const Fields& asked, bool isVoid)
  {
    const QString number = fieldValue(asked, u"orderId"), original = fieldValue(asked, u"origQryId");
    if (m_made.contains(number))
      return say(asked, u"12"_s, u"重复交易[1200000]"_s);
    const qint64 index = original.right(7).toLongLong();
    if (original.size() != 21 || index >= m_site.world.orderCount() ||
        gatewayOf(m_site.world.shopOf(index)) != Gateway::UnionPay)
      return none(asked);
    const Order order = m_site.world.order(index);
    if (!order.life.paid || acp::queryId(*order.life.paid, index, false) != original)
      return none(asked);
    const qint64 amount = fieldValue(asked, u"txnAmt").toLongLong();
    if (amount <= 0 || amount > order.total() - order.refunded())
      return say(asked, u"36"_s, u"退款金额超过原交易金额[3600000]"_s);
    if (isVoid && amount != order.total())
      return say(asked, u"36"_s, u"撤销金额与原交易金额不符[3600000]"_s);
    if (isVoid && settledOn(*order.life.paid) != settledOn(m_site.world.now()))
      return say(asked, u"35"_s, u"原交易状态不正确，不可撤销[3500000]"_s);
    const Refund made{m_site.world.newId(), number, m_site.world.now(), amount, isVoid ? kVoided : QString()};
    m_site.world.change(index, [&](Change& change) { change.refunds.push_back(made); });
    m_made.insert(number, {fieldValue(asked, u"txnTime"), acp::queryId(made.at, made.id, true), amount});
    return say(asked, u"00"_s, u"成功[0000000]"_s, {{u"queryId"_s, m_made[number].queryId}});
  }

  /// A day ends at eleven in the evening.
  static QDate settledOn(Instant at) { return localDay(at + kDayEndsEarly); }

  std::vector<acp::Trade> tradesOf(QDate day)
  {
    std::vector<acp::Trade> trades;
    for (const QDate part : {day.addDays(-1), day})
      for (const Entry& entry : m_books.day(part)) {
        const bool refund = entry.kind == EntryKind::Refund;
        if (settledOn(entry.at) != day || (!refund && entry.kind != EntryKind::Payment))
          continue;
        const Order order = m_site.world.order(entry.index);
        const QString paid = acp::queryId(*order.life.paid, entry.index, false);
        acp::Trade trade{entry.at, order.number, paid, {}, {}, std::abs(entry.amount), 0, refund};
        if (refund) {
          trade.orderId = QString(entry.request).remove(u'-');
          trade.queryId = acp::queryId(entry.at, refundId(order, entry.request), true);
          trade.original = paid;
          trade.originalOrder = order.number;
          trade.isVoid = entry.reason == kVoided;
        } else {
          trade.fee = fee(entry.amount);
        }
        trades.push_back(trade);
      }
    return trades;
  }

  static qint64 refundId(const Order& order, const QString& request)
  {
    for (const Refund& refund : order.refunds)
      if (refund.request == request)
        return refund.id;
    return 0;
  }

  Reply file(const Fields& asked)
  {
    const QString date = fieldValue(asked, u"settleDate");
    const QDate today = localDay(m_site.world.now());
    QDate day = QDate::fromString(QString::number(today.year()) + date, u"yyyyMMdd"_s);
    if (day > today)
      day = day.addYears(-1);
    const bool ready = day.isValid() && m_site.world.now() >= startOf(day) + kDay + kReadyAt;
    const std::vector<acp::Trade> trades = ready ? tradesOf(day) : std::vector<acp::Trade>();
    if (trades.empty())
      return say(asked, u"98"_s, u"文件不存在[3600001]"_s);
    return say(asked, u"00"_s, u"成功[0000000]"_s,
               {{u"fileName"_s, m_merchant + u'_' + day.toString(u"yyyyMMdd"_s) + u".zip"_s},
                {u"fileContent"_s, QString::fromLatin1(acp::fileContent(trades, day, m_merchant))}});
  }

  Site& m_site;
  QString m_merchant, m_secureKey;
  crypto::Key m_own, m_merchantKey;
  Books m_books;
  QHash<QString, Made> m_made;
};

} // namespace

std::unique_ptr<Peer> unionpayPeer(Site& site)
{
  return std::make_unique<UnionPay>(site);
}

} // namespace supercargo::sandbox
