#include "app/sandbox/peer.h"
#include "core/base/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

QString logisticsStatus(ScanKind kind)
{
  switch (kind) {
  case ScanKind::Accepted:
    return u"ACCEPT"_s;
  case ScanKind::OutForDelivery:
    return u"DELIVERING"_s;
  case ScanKind::Failed:
    return u"FAILED"_s;
  case ScanKind::Delivered:
    return u"SIGN"_s;
  case ScanKind::Departed:
  case ScanKind::Arrived:
  case ScanKind::Customs:
  case ScanKind::ArrivedInCity:
    break;
  }
  return u"TRANSPORT"_s;
}

std::optional<Courier> courierOfCp(const QString& code)
{
  return code == "SF"_L1    ? std::optional(Courier::Sf)
         : code == "YTO"_L1 ? std::optional(Courier::Yto)
         : code == "ZTO"_L1 ? std::optional(Courier::Zto)
                            : std::nullopt;
}

Reply refusal(const QString& code, const QString& message)
{
  return jsonReply({{u"success"_s, u"false"_s}, {u"errorCode"_s, code}, {u"errorMsg"_s, message}});
}

/// Cainiao LINK at `{origin}/cainiao/gateway/link.do`: numbers and tracking of all couriers.
class Cainiao : public Peer {
public:
  explicit Cainiao(Site& site)
      : m_site(site), m_resource(token(site.world.seed(), 45, 32, kHexDigits)),
        m_secret(token(site.world.seed(), 46, 32, kHexDigits))
  {
  }

  QJsonObject account() const override
  {
    return accountOf(u"菜鸟电子面单"_s, m_site.origin + u"/cainiao/gateway/link.do"_s,
                     {{u"resource_code"_s, m_resource}, {u"secret"_s, m_secret}, {u"app_code"_s, u"sandbox"_s}});
  }

  Reply answer(const Request& request) override
  {
    if (request.path != "/gateway/link.do")
      return htmlReply(u"Not Found"_s, 404);
    const Fields form = decodedFields(request.body);
    const QString content = fieldValue(form, u"logistics_interface"), type = fieldValue(form, u"msg_type");
    const QByteArray digest = crypto::digest(crypto::Hash::Md5, (content + m_secret).toUtf8()).toBase64();
    if (fieldValue(form, u"logistic_provider_id") != m_resource ||
        !crypto::equal(digest, fieldValue(form, u"data_digest").toUtf8())) {
      ++m_site.rejected[u"cainiao"_s];
      return refusal(u"S01"_s, u"Illegal signature"_s);
    }
    const QJsonObject message = QJsonDocument::fromJson(content.toUtf8()).object();
    if (type == "CNTECH_LV_LOGISTICS_DETAIL_GET"_L1)
      return track(message.value("arg0"_L1).toObject());
    if (type == "TMS_WAYBILL_GET"_L1)
      return take(message);
    if (type == "TMS_WAYBILL_DISCARD"_L1)
      return discard(message.value("waybillCode"_L1).toString());
    if (type == "TMS_WAYBILL_SUBSCRIPTION_QUERY"_L1)
      return jsonReply({{u"success"_s, u"true"_s}, {u"waybillApplySubscriptionCols"_s, QJsonArray()}});
    return refusal(u"S03"_s, u"没有接口权限"_s);
  }

private:
  Reply track(const QJsonObject& query) const
  {
    const QString number = query.value("mailNo"_L1).toString();
    const auto parcel = m_site.parcels.underWay(m_site.world, number);
    QJsonObject answer{{u"success"_s, u"true"_s}, {u"mailNo"_s, number}, {u"cpCode"_s, query.value("cpCode"_L1)}};
    QJsonArray traces;
    if (parcel && courierOfCp(query.value("cpCode"_L1).toString()) == parcel->courier)
      for (const Scan& scan : scans(parcel->journey, m_site.world.present())) {
        traces.append(QJsonObject{{u"time"_s, formatLocal(scan.at, kChinaOffset)},
                                  {u"desc"_s, scan.text},
                                  {u"areaName"_s, text(scan.place->city)}});
        answer.insert(u"logisticsStatus"_s, logisticsStatus(scan.kind));
      }
    answer.insert(u"fullTraceDetail"_s, disturbedItems(m_site, traces));
    return jsonReply(answer);
  }

  /// The same order again gives the same waybill.
  Reply take(const QJsonObject& message)
  {
    const auto courier = courierOfCp(message.value("cpCode"_L1).toString());
    const QJsonValue trade = message.value("tradeOrderInfoDtos"_L1)[0];
    const QString order = trade["orderInfo"_L1]["tradeOrderList"_L1][0].toString();
    const QJsonValue from = message.value("sender"_L1), to = trade["recipient"_L1];
    if (!courier || order.isEmpty() || to["mobile"_L1].toString().isEmpty())
      return refusal(u"B01"_s, u"参数不完整"_s);
    const Addressee receiver{to["name"_L1].toString(), to["mobile"_L1].toString(),
                             to["address"_L1]["city"_L1].toString(), to["address"_L1]["detail"_L1].toString()};
    if (isMasked(receiver))
      return refusal(u"B01"_s, u"收件人信息不合法"_s);
    const QString key = u"cainiao:"_s + order;
    const Booking* booking = m_site.parcels.find(key);
    if (!booking)
      booking = &m_site.parcels.book(m_site.world, key, *courier, from["address"_L1]["city"_L1].toString(),
                                     from["mobile"_L1].toString(), receiver);
    const QJsonObject routing{{u"routeCode"_s, text(booking->journey.to->cityCode) + u"-A01 00 001"_s}};
    const QJsonObject data{{u"waybillCode"_s, booking->number}, {u"routingInfo"_s, routing}};
    return jsonReply(
        {{u"success"_s, u"true"_s},
         {u"waybillCloudPrintResponseList"_s,
          QJsonArray{QJsonObject{{u"objectId"_s, trade["objectId"_L1]},
                                 {u"waybillCode"_s, booking->number},
                                 {u"printData"_s, compact({{u"data"_s, data}, {u"signature"_s, u"MD:sandbox"_s}})}}}}});
  }

  Reply discard(const QString& number)
  {
    Booking* booking = m_site.parcels.byNumber(number);
    if (!booking)
      return refusal(u"B04"_s, u"面单不存在"_s);
    booking->cancelled = true;
    return jsonReply({{u"success"_s, u"true"_s}, {u"discardResult"_s, u"true"_s}});
  }

  Site& m_site;
  QString m_resource, m_secret;
};
} // namespace

std::unique_ptr<Peer> cainiaoPeer(Site& site)
{
  return std::make_unique<Cainiao>(site);
}

} // namespace supercargo::sandbox
