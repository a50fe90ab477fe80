#include "app/sandbox/peer.h"
#include "core/base/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

Reply said(const QString& code, const QString& message, const QJsonValue& result = QJsonValue())
{
  const bool good = code == "SYS000"_L1 || code == "0000"_L1;
  return jsonReply({{u"status"_s, good}, {u"statusCode"_s, code}, {u"message"_s, message}, {u"result"_s, result}});
}

QString scanType(ScanKind kind)
{
  switch (kind) {
  case ScanKind::Accepted:
    return u"收件"_s;
  case ScanKind::Departed:
  case ScanKind::Customs:
    return u"发件"_s;
  case ScanKind::OutForDelivery:
    return u"派件"_s;
  case ScanKind::Failed:
    return u"问题件"_s;
  case ScanKind::Delivered:
    return u"签收"_s;
  case ScanKind::Arrived:
  case ScanKind::ArrivedInCity:
    break;
  }
  return u"到件"_s;
}

QJsonObject scanJson(const QString& number, const Scan& scan)
{
  const Place& place = *scan.place;
  return {{u"billCode"_s, number},
          {u"scanType"_s, scanType(scan.kind)},
          {u"scanDate"_s, toMs(scan.at)},
          {u"desc"_s, scan.text},
          {u"scanSite"_s, QJsonObject{{u"name"_s, text(place.city) + text(place.district) + u"网点"_s},
                                      {u"code"_s, text(place.cityCode) + u"00"_s},
                                      {u"prov"_s, text(place.province)},
                                      {u"city"_s, text(place.city)},
                                      {u"isCenter"_s, u"F"_s}}}};
}

/// ZTO's open platform at `{origin}/zto/{method}`: tracking, orders, labels.
class ZtoExpress : public Peer {
public:
  explicit ZtoExpress(Site& site)
      : m_site(site), m_key(token(site.world.seed(), 30, 20, kHexDigits)),
        m_secret(token(site.world.seed(), 31, 32, kHexDigits)),
        m_password(token(site.world.seed(), 32, 6, kDecimalDigits))
  {
  }

  QJsonObject account() const override
  {
    return accountOf(u"中通电子面单"_s, m_site.origin + u"/zto"_s,
                     {{u"app_key"_s, m_key},
                      {u"app_secret"_s, m_secret},
                      {u"account_id"_s, u"SANDBOX"_s},
                      {u"account_password"_s, m_password}});
  }

  Reply answer(const Request& request) override
  {
    if (request.method != "POST")
      return htmlReply(u"Method Not Allowed"_s, 405);
    const QByteArray digest = crypto::digest(crypto::Hash::Md5, request.body + m_secret.toUtf8()).toBase64();
    if (request.header("x-companyid") != m_key.toUtf8() || !crypto::equal(digest, request.header("x-datadigest"))) {
      ++m_site.rejected[u"zto"_s];
      return said(u"S211"_s, u"签名错误"_s);
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.path == "/zto.merchant.waybill.track.query")
      return track(body);
    if (request.path == "/zto.open.createOrder")
      return create(body);
    if (request.path == "/zto.open.cancelPreOrder")
      return cancel(body);
    if (request.path == "/zto.open.order.print")
      return print(body);
    return said(u"S207"_s, u"API不存在"_s);
  }

private:
  Reply track(const QJsonObject& body) const
  {
    const QString number = body.value("billCode"_L1).toString(), phone = body.value("mobilePhone"_L1).toString();
    const auto parcel = m_site.parcels.underWay(m_site.world, number);
    if (!parcel || parcel->courier != Courier::Zto)
      return said(u"SYS000"_s, u"操作成功"_s, QJsonArray());
    if (phone.isEmpty())
      return said(u"E413"_s, u"鉴权失败,请输入收寄人任一方电话号码后4位"_s);
    if (!parcel->phones.contains(phone.right(4)))
      return said(u"E409"_s, u"电话号码与运单不符"_s);
    QJsonArray result;
    for (const Scan& scan : scans(parcel->journey, m_site.world.present()))
      result.append(scanJson(number, scan));
    return said(u"SYS000"_s, u"操作成功"_s, disturbedItems(m_site, result));
  }

  /// The same order again gives the same waybill.
  Reply create(const QJsonObject& body)
  {
    const QString order = body.value("partnerOrderCode"_L1).toString();
    const QJsonObject account = body.value("accountInfo"_L1).toObject(), from = body.value("senderInfo"_L1).toObject(),
                      to = body.value("receiveInfo"_L1).toObject();
    if (account.value("accountPassword"_L1).toString() != m_password)
      return said(u"E401"_s, u"电子面单账号或密码错误"_s);
    const Addressee receiver{to.value("receiverName"_L1).toString(), to.value("receiverMobile"_L1).toString(),
                             to.value("receiverCity"_L1).toString(), to.value("receiverAddress"_L1).toString()};
    if (order.isEmpty() || receiver.phone.isEmpty())
      return said(u"S208"_s, u"参数不能为空"_s);
    if (isMasked(receiver))
      return said(u"S208"_s, u"收件人信息不合法"_s);
    const QString key = u"zto:"_s + order;
    const Booking* booking = m_site.parcels.find(key);
    if (!booking)
      booking = &m_site.parcels.book(m_site.world, key, Courier::Zto, from.value("senderCity"_L1).toString(),
                                     from.value("senderMobile"_L1).toString(), receiver);
    const Place& place = *booking->journey.to;
    return said(u"0000"_s, u"成功"_s,
                QJsonObject{{u"billCode"_s, booking->number},
                            {u"orderCode"_s, u"26"_s + booking->number},
                            {u"partnerOrderCode"_s, order},
                            {u"siteCode"_s, text(booking->journey.from->cityCode) + u"00"_s},
                            {u"bigMarkInfo"_s, QJsonObject{{u"mark"_s, text(place.cityCode) + u"-A01 00 001"_s},
                                                           {u"bagAddr"_s, text(place.city)}}}});
  }

  Reply cancel(const QJsonObject& body)
  {
    Booking* booking = m_site.parcels.byNumber(body.value("billCode"_L1).toString());
    if (!booking)
      return said(u"E404"_s, u"订单不存在"_s);
    if (booking->cancelled)
      return said(u"E420"_s, u"订单已取消"_s);
    booking->cancelled = true;
    return said(u"SYS000"_s, u"操作成功"_s);
  }

  Reply print(const QJsonObject& body)
  {
    const QString number = body.value("billCode"_L1).toString();
    if (!m_site.parcels.byNumber(number))
      return said(u"E404"_s, u"运单不存在"_s);
    const QByteArray pdf = onePagePdf("ZTO " + number.toLatin1());
    return said(u"0000"_s, u"成功"_s,
                QJsonObject{{u"billCode"_s, number}, {u"pdfBase64"_s, QString::fromLatin1(pdf.toBase64())}});
  }

  Site& m_site;
  QString m_key, m_secret, m_password;
};
} // namespace

std::unique_ptr<Peer> ztoPeer(Site& site)
{
  return std::make_unique<ZtoExpress>(site);
}

} // namespace supercargo::sandbox
