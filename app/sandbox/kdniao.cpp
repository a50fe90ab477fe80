#include "app/sandbox/peer.h"
#include "core/base/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

QString action(ScanKind kind)
{
  switch (kind) {
  case ScanKind::Accepted:
    return u"1"_s;
  case ScanKind::Departed:
    return u"2"_s;
  case ScanKind::Arrived:
    return u"204"_s;
  case ScanKind::Customs:
    return u"602"_s;
  case ScanKind::ArrivedInCity:
    return u"201"_s;
  case ScanKind::OutForDelivery:
    return u"202"_s;
  case ScanKind::Failed:
    return u"416"_s;
  case ScanKind::Delivered:
    break;
  }
  return u"301"_s;
}

QString shipperOf(Courier courier)
{
  return courier == Courier::Sf ? u"SF"_s : courier == Courier::Yto ? u"YTO"_s : u"ZTO"_s;
}

std::optional<Courier> courierOfShipper(const QString& code)
{
  for (const Courier courier : {Courier::Sf, Courier::Yto, Courier::Zto})
    if (shipperOf(courier) == code)
      return courier;
  return std::nullopt;
}

/// Kdniao at `{origin}/kdniao`: tracking and waybills of all couriers.
class Kdniao : public Peer {
public:
  explicit Kdniao(Site& site)
      : m_site(site), m_business(token(site.world.seed(), 40, 7, kDecimalDigits)),
        m_key(token(site.world.seed(), 41, 36, kHexDigits)), m_password(token(site.world.seed(), 42, 6, kDecimalDigits))
  {
  }

  QJsonObject account() const override
  {
    return accountOf(u"快递鸟"_s, m_site.origin + u"/kdniao"_s,
                     {{u"business_id"_s, m_business},
                      {u"app_key"_s, m_key},
                      {u"query_type"_s, u"8001"_s},
                      {u"customer_name"_s, u"SANDBOX"_s},
                      {u"customer_password"_s, m_password}});
  }

  Reply answer(const Request& request) override
  {
    const Fields form = decodedFields(request.body);
    const QString data = fieldValue(form, u"RequestData"), type = fieldValue(form, u"RequestType");
    const QByteArray digest = crypto::digest(crypto::Hash::Md5, (data + m_key).toUtf8()).toHex().toBase64();
    if (fieldValue(form, u"EBusinessID") != m_business || fieldValue(form, u"DataType") != "2"_L1 ||
        !crypto::equal(digest, fieldValue(form, u"DataSign").toUtf8())) {
      ++m_site.rejected[u"kdniao"_s];
      return refused(u"签名校验失败"_s);
    }
    const QJsonObject query = QJsonDocument::fromJson(data.toUtf8()).object();
    const bool orders = request.path == "/api/EOrderService";
    if (orders && type == "1007"_L1)
      return create(query);
    if (orders && type == "1147"_L1)
      return cancel(query);
    if (request.path != "/Ebusiness/EbusinessOrderHandle.aspx")
      return htmlReply(u"Not Found"_s, 404);
    return type == "2002"_L1 ? recognise(query) : track(query);
  }

private:
  Reply refused(const QString& reason, const QString& code = {}) const
  {
    return jsonReply(
        {{u"EBusinessID"_s, m_business}, {u"Success"_s, false}, {u"Reason"_s, reason}, {u"ResultCode"_s, code}});
  }

  Reply track(const QJsonObject& query) const
  {
    const QString number = query.value("LogisticCode"_L1).toString(),
                  shipper = query.value("ShipperCode"_L1).toString();
    QJsonObject answer{{u"EBusinessID"_s, m_business},
                       {u"OrderCode"_s, u""_s},
                       {u"ShipperCode"_s, shipper},
                       {u"LogisticCode"_s, number},
                       {u"Success"_s, true}};
    const auto parcel = m_site.parcels.underWay(m_site.world, number);
    const bool needsPhone = parcel && parcel->courier == Courier::Sf;
    if (!parcel || shipperOf(parcel->courier) != shipper ||
        (needsPhone && !parcel->phones.contains(query.value("CustomerName"_L1).toString()))) {
      answer.insert(u"State"_s, u"0"_s);
      answer.insert(u"Traces"_s, QJsonArray());
      answer.insert(u"Reason"_s, u"暂无轨迹信息"_s);
      return jsonReply(answer);
    }
    QJsonArray traces;
    const auto events = scans(parcel->journey, m_site.world.present());
    for (const Scan& scan : events)
      traces.append(QJsonObject{{u"Action"_s, action(scan.kind)},
                                {u"AcceptStation"_s, scan.text},
                                {u"AcceptTime"_s, formatLocal(scan.at, kChinaOffset)},
                                {u"Location"_s, text(scan.place->city)}});
    const ScanKind last = events.back().kind;
    answer.insert(u"State"_s, last == ScanKind::Delivered  ? u"3"_s
                              : last == ScanKind::Failed   ? u"4"_s
                              : last == ScanKind::Accepted ? u"1"_s
                                                           : u"2"_s);
    answer.insert(u"StateEx"_s, action(last));
    answer.insert(u"Location"_s, text(events.back().place->city));
    answer.insert(u"Traces"_s, disturbedItems(m_site, traces));
    return jsonReply(answer);
  }

  Reply recognise(const QJsonObject& query) const
  {
    const QString number = query.value("LogisticCode"_L1).toString();
    QJsonArray shippers;
    if (m_site.world.numbers().indexOfWaybill(number))
      shippers.append(QJsonObject{{u"ShipperName"_s, courierName(courierOfNumber(number))},
                                  {u"ShipperCode"_s, shipperOf(courierOfNumber(number))}});
    return jsonReply({{u"EBusinessID"_s, m_business},
                      {u"LogisticCode"_s, number},
                      {u"Success"_s, true},
                      {u"Code"_s, 100},
                      {u"Shippers"_s, shippers}});
  }

  Reply create(const QJsonObject& query)
  {
    const QString order = query.value("OrderCode"_L1).toString();
    const auto courier = courierOfShipper(query.value("ShipperCode"_L1).toString());
    const QJsonObject from = query.value("Sender"_L1).toObject(), to = query.value("Receiver"_L1).toObject();
    if (query.value("CustomerPwd"_L1).toString() != m_password)
      return refused(u"电子面单账号或密码错误"_s, u"104"_s);
    if (!courier || order.isEmpty() || to.value("Mobile"_L1).toString().isEmpty())
      return refused(u"非法参数"_s, u"103"_s);
    const Addressee receiver{to.value("Name"_L1).toString(), to.value("Mobile"_L1).toString(),
                             to.value("CityName"_L1).toString(), to.value("Address"_L1).toString()};
    if (isMasked(receiver))
      return refused(u"收件人信息不合法"_s, u"103"_s);
    const QString key = u"kdniao:"_s + order;
    const bool isKnown = m_site.parcels.find(key);
    const Booking& booking =
        isKnown ? *m_site.parcels.find(key)
                : m_site.parcels.book(m_site.world, key, *courier, from.value("CityName"_L1).toString(),
                                      from.value("Mobile"_L1).toString(), receiver);
    return jsonReply(
        {{u"EBusinessID"_s, m_business},
         {u"ResultCode"_s, isKnown ? u"106"_s : u"100"_s},
         {u"Reason"_s, isKnown ? u"该订单号已下单成功"_s : u"成功"_s},
         {u"Success"_s, !isKnown},
         {u"Order"_s, QJsonObject{{u"OrderCode"_s, order},
                                  {u"ShipperCode"_s, shipperOf(booking.courier)},
                                  {u"LogisticCode"_s, booking.number},
                                  {u"MarkDestination"_s, text(booking.journey.to->cityCode) + u"-001"_s}}},
         {u"PrintTemplate"_s, u"<!DOCTYPE html><html><body><div>"_s + booking.number + u"</div></body></html>"_s}});
  }

  Reply cancel(const QJsonObject& query)
  {
    Booking* booking = m_site.parcels.find(u"kdniao:"_s + query.value("OrderCode"_L1).toString());
    if (!booking)
      return refused(u"订单不存在"_s, u"107"_s);
    if (booking->cancelled)
      return refused(u"订单已取消"_s, u"108"_s);
    booking->cancelled = true;
    return jsonReply(
        {{u"EBusinessID"_s, m_business}, {u"ResultCode"_s, u"100"_s}, {u"Reason"_s, u"成功"_s}, {u"Success"_s, true}});
  }

  Site& m_site;
  QString m_business, m_key, m_password;
};
} // namespace

std::unique_ptr<Peer> kdniaoPeer(Site& site)
{
  return std::make_unique<Kdniao>(site);
}

} // namespace supercargo::sandbox
