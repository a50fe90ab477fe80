#include "app/sandbox/peer.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr qsizetype kMostNumbers = 40;

std::pair<QString, QString> statuses(ScanKind kind)
{
  switch (kind) {
  case ScanKind::Accepted:
    return {u"InTransit"_s, u"InTransit_PickedUp"_s};
  case ScanKind::Customs:
    return {u"InTransit"_s, u"InTransit_CustomsProcessing"_s};
  case ScanKind::OutForDelivery:
    return {u"OutForDelivery"_s, u"OutForDelivery_Other"_s};
  case ScanKind::Failed:
    return {u"DeliveryFailure"_s, u"DeliveryFailure_NoBody"_s};
  case ScanKind::Delivered:
    return {u"Delivered"_s, u"Delivered_Other"_s};
  case ScanKind::Departed:
  case ScanKind::Arrived:
  case ScanKind::ArrivedInCity:
    break;
  }
  return {u"InTransit"_s, u"InTransit_Other"_s};
}

QJsonObject rejection(const QString& number, int code)
{
  return {{u"number"_s, number}, {u"error"_s, QJsonObject{{u"code"_s, code}, {u"message"_s, u"rejected"_s}}}};
}

/// 17TRACK at `{origin}/seventeentrack/track/v2.2`: numbers are registered, then asked about.
class Seventeentrack : public Peer {
public:
  explicit Seventeentrack(Site& site) : m_site(site), m_key(token(site.world.seed(), 44, 32, kHexDigits).toUpper()) {}

  QJsonObject account() const override
  {
    return accountOf(u"17TRACK"_s, m_site.origin + u"/seventeentrack/track/v2.2"_s, {{u"key"_s, m_key}});
  }

  Reply answer(const Request& request) override
  {
    if (request.header("17token") != m_key.toUtf8()) {
      ++m_site.rejected[u"seventeentrack"_s];
      return jsonReply({{u"code"_s, -18010002}}, 401);
    }
    const QJsonArray numbers = QJsonDocument::fromJson(request.body).array();
    if (numbers.isEmpty() || numbers.size() > kMostNumbers)
      return jsonReply({{u"code"_s, -18010013}, {u"message"_s, u"1 to 40 numbers"_s}});
    QJsonArray accepted, rejected;
    for (const QJsonValue& item : numbers) {
      const QString number = item["number"_L1].toString();
      if (request.path == "/track/v2.2/register")
        enroll(number, accepted, rejected);
      else if (request.path == "/track/v2.2/gettrackinfo")
        tell(number, accepted, rejected);
      else
        return htmlReply(u"Not Found"_s, 404);
    }
    return jsonReply({{u"code"_s, 0}, {u"data"_s, QJsonObject{{u"accepted"_s, accepted}, {u"rejected"_s, rejected}}}});
  }

private:
  void enroll(const QString& number, QJsonArray& accepted, QJsonArray& rejected)
  {
    if (m_registered.contains(number)) {
      rejected.append(rejection(number, -18019901));
    } else if (!m_site.world.numbers().indexOfWaybill(number)) {
      rejected.append(rejection(number, -18019903));
    } else {
      m_registered.insert(number);
      accepted.append(QJsonObject{{u"origin"_s, 1}, {u"number"_s, number}, {u"carrier"_s, 100012}});
    }
  }

  void tell(const QString& number, QJsonArray& accepted, QJsonArray& rejected) const
  {
    if (!m_registered.contains(number)) {
      rejected.append(rejection(number, -18019902));
      return;
    }
    QString status = u"NotFound"_s, subStatus = u"NotFound_Other"_s;
    QJsonArray events;
    if (const auto parcel = m_site.parcels.underWay(m_site.world, number))
      for (const Scan& scan : scans(parcel->journey, m_site.world.present())) {
        std::tie(status, subStatus) = statuses(scan.kind);
        events.prepend(eventJson(scan, status, subStatus));
      }
    const QJsonObject provider{
        {u"provider"_s, QJsonObject{{u"key"_s, 100012}, {u"name"_s, courierName(courierOfNumber(number))}}},
        {u"events"_s, disturbedItems(m_site, events)}};
    accepted.append(
        QJsonObject{{u"number"_s, number},
                    {u"carrier"_s, 100012},
                    {u"track_info"_s,
                     QJsonObject{{u"latest_status"_s, QJsonObject{{u"status"_s, status}, {u"sub_status"_s, subStatus}}},
                                 {u"tracking"_s, QJsonObject{{u"providers"_s, QJsonArray{provider}}}}}}});
  }

  static QJsonObject eventJson(const Scan& scan, const QString& status, const QString& subStatus)
  {
    return {{u"time_iso"_s, formatLocal(scan.at, kChinaOffset).replace(u' ', u'T') + u"+08:00"_s},
            {u"description"_s, scan.text},
            {u"location"_s, text(scan.place->city)},
            {u"stage"_s, status},
            {u"sub_status"_s, subStatus},
            {u"address"_s,
             QJsonObject{{u"country"_s, text(scan.place->country)},
                         {u"coordinates"_s, QJsonObject{{u"longitude"_s, QString::number(scan.place->lon, 'f', 6)},
                                                        {u"latitude"_s, QString::number(scan.place->lat, 'f', 6)}}}}}};
  }

  Site& m_site;
  QString m_key;
  QSet<QString> m_registered;
};
} // namespace

std::unique_ptr<Peer> seventeentrackPeer(Site& site)
{
  return std::make_unique<Seventeentrack>(site);
}

} // namespace supercargo::sandbox
