#include "app/sandbox/peer.h"
#include "core/base/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

QString infoContent(ScanKind kind)
{
  switch (kind) {
  case ScanKind::Accepted:
    return u"GOT"_s;
  case ScanKind::Departed:
  case ScanKind::Customs:
    return u"DEPARTURE"_s;
  case ScanKind::OutForDelivery:
    return u"SENT_SCAN"_s;
  case ScanKind::Failed:
    return u"FAILED"_s;
  case ScanKind::Delivered:
    return u"SIGNED"_s;
  case ScanKind::Arrived:
  case ScanKind::ArrivedInCity:
    break;
  }
  return u"ARRIVAL"_s;
}

Reply refusal(const QString& code, const QString& message)
{
  return jsonReply({{u"success"_s, false}, {u"code"_s, code}, {u"message"_s, message}});
}

/// YTO's open platform at `{origin}/yto/open/…`: tracking, orders, labels; a secret for each interface.
class YtoExpress : public Peer {
public:
  explicit YtoExpress(Site& site)
      : m_site(site), m_user(token(site.world.seed(), 33, 6, kHexDigits)),
        m_customer(u"K"_s + token(site.world.seed(), 34, 8, kDecimalDigits))
  {
  }

  QJsonObject account() const override
  {
    return accountOf(u"圆通电子面单"_s, m_site.origin + u"/yto"_s,
                     {{u"user_id"_s, m_user},
                      {u"customer_code"_s, m_customer},
                      {u"secret"_s, secret("track"_L1)},
                      {u"create_secret"_s, secret("create"_L1)},
                      {u"cancel_secret"_s, secret("cancel"_L1)},
                      {u"print_secret"_s, secret("print"_L1)}});
  }

  Reply answer(const Request& request) override
  {
    // /open/{method}/v1/{user}/{customer}
    const QStringList path = QString::fromUtf8(request.path).split(u'/');
    if (request.method != "POST" || path.size() != 6 || path.value(1) != "open"_L1)
      return htmlReply(u"Not Found"_s, 404);
    const QString method = path.value(2);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const QString param = body.value("param"_L1).toString();
    const QByteArray digest =
        crypto::digest(crypto::Hash::Md5, (param + method + path.value(3) + secretOf(method)).toUtf8()).toBase64();
    if (path.value(4) != m_user || path.value(5) != m_customer ||
        !crypto::equal(digest, body.value("sign"_L1).toString().toUtf8())) {
      ++m_site.rejected[u"yto"_s];
      return refusal(u"S02"_s, u"签名校验失败"_s);
    }
    const QJsonObject query = QJsonDocument::fromJson(param.toUtf8()).object();
    if (method == "track_query_adapter"_L1)
      return track(query.value("NUMBER"_L1).toString());
    if (method == "privacy_create_adapter"_L1)
      return create(query);
    if (method == "korder_cancel_adapter"_L1)
      return cancel(query.value("logisticsNo"_L1).toString());
    if (method == "charge_adapter"_L1)
      return charge(query);
    if (method == "waybill_print_adapter"_L1)
      return print(query.value("waybillNo"_L1).toString());
    return refusal(u"S07"_s, u"没有接口权限"_s);
  }

private:
  QString secret(QLatin1StringView what) const
  {
    return token(m_site.world.seed(), 35 + quint64(what.size()), 8, kHexDigits) + what;
  }
  QString secretOf(const QString& method) const
  {
    return secret(method.contains("create"_L1)   ? "create"_L1
                  : method.contains("cancel"_L1) ? "cancel"_L1
                  : method.contains("print"_L1)  ? "print"_L1
                                                 : "track"_L1);
  }

  Reply track(const QString& number) const
  {
    const auto parcel = m_site.parcels.underWay(m_site.world, number);
    if (!parcel || parcel->courier != Courier::Yto)
      return jsonReply({{u"code"_s, u"1001"_s},
                        {u"map"_s, QJsonObject{{number, QJsonArray()}}},
                        {u"message"_s, u"查询结果为空。"_s},
                        {u"success"_s, true}});
    QJsonArray list;
    for (const Scan& scan : scans(parcel->journey, m_site.world.present()))
      list.append(QJsonObject{{u"waybill_No"_s, number},
                              {u"upload_Time"_s, formatLocal(scan.at, kChinaOffset)},
                              {u"infoContent"_s, infoContent(scan.kind)},
                              {u"processInfo"_s, scan.text},
                              {u"city"_s, text(scan.place->city)},
                              {u"district"_s, text(scan.place->district)},
                              {u"weight"_s, u""_s}});
    return listReply(disturbedItems(m_site, list));
  }

  /// The same order again gives the same waybill.
  Reply create(const QJsonObject& query)
  {
    const QString order = query.value("logisticsNo"_L1).toString();
    if (order.size() < 7 || query.value("recipientMobile"_L1).toString().isEmpty())
      return refusal(u"S08"_s, u"参数不完整"_s);
    const Addressee to{query.value("recipientName"_L1).toString(), query.value("recipientMobile"_L1).toString(),
                       query.value("recipientCityName"_L1).toString(), query.value("recipientAddress"_L1).toString()};
    if (isMasked(to))
      return refusal(u"S08"_s, u"收件人信息不合法"_s);
    const QString key = u"yto:"_s + order;
    const Booking* booking = m_site.parcels.find(key);
    if (!booking)
      booking = &m_site.parcels.book(m_site.world, key, Courier::Yto, query.value("senderCityName"_L1).toString(),
                                     query.value("senderMobile"_L1).toString(), to);
    return jsonReply({{u"logisticsNo"_s, order},
                      {u"mailNo"_s, booking->number},
                      {u"shortAddress"_s, text(booking->journey.to->cityCode) + u"-010-001"_s}});
  }

  Reply cancel(const QString& order)
  {
    Booking* booking = m_site.parcels.find(u"yto:"_s + order);
    if (!booking)
      return refusal(u"E04"_s, u"订单不存在"_s);
    if (booking->cancelled)
      return refusal(u"E05"_s, u"订单已取消"_s);
    booking->cancelled = true;
    return jsonReply({{u"logisticsNo"_s, order}});
  }

  Reply charge(const QJsonObject& query) const
  {
    const double weight = query.value("goodsWeight"_L1).toDouble();
    if (weight <= 0 || query.value("endCity"_L1).toString().isEmpty())
      return refusal(u"S08"_s, u"参数不完整"_s);
    return listReply({QJsonObject{{u"price"_s, QString::number(10 + 2 * weight, 'f', 2)}}});
  }

  Reply print(const QString& number)
  {
    if (!m_site.parcels.byNumber(number))
      return jsonReply({{u"code"_s, u"-1"_s}, {u"message"_s, u"面单不存在"_s}, {u"data"_s, QJsonValue()}});
    const QByteArray pdf = onePagePdf("YTO " + number.toLatin1());
    return jsonReply({{u"code"_s, u"0"_s},
                      {u"message"_s, u"成功"_s},
                      {u"data"_s, QJsonObject{{u"pdfBase64"_s, QString::fromLatin1(pdf.toBase64())}}}});
  }

  Site& m_site;
  QString m_user, m_customer;
};
} // namespace

std::unique_ptr<Peer> ytoPeer(Site& site)
{
  return std::make_unique<YtoExpress>(site);
}

} // namespace supercargo::sandbox
