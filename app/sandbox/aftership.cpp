#include "app/sandbox/peer.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

std::pair<QString, QString> tags(ScanKind kind)
{
  switch (kind) {
  case ScanKind::Accepted:
    return {u"InTransit"_s, u"InTransit_002"_s};
  case ScanKind::Departed:
    return {u"InTransit"_s, u"InTransit_007"_s};
  case ScanKind::Customs:
    return {u"InTransit"_s, u"InTransit_006"_s};
  case ScanKind::OutForDelivery:
    return {u"OutForDelivery"_s, u"OutForDelivery_001"_s};
  case ScanKind::Failed:
    return {u"AttemptFail"_s, u"AttemptFail_002"_s};
  case ScanKind::Delivered:
    return {u"Delivered"_s, u"Delivered_003"_s};
  case ScanKind::Arrived:
  case ScanKind::ArrivedInCity:
    break;
  }
  return {u"InTransit"_s, u"InTransit_003"_s};
}

QString slug(Courier courier)
{
  return courier == Courier::Sf ? u"sf-express"_s : courier == Courier::Yto ? u"yto"_s : u"zto-express"_s;
}

Reply refusal(int status, int code, const QString& type, const QJsonValue& data = QJsonValue())
{
  return jsonReply(
      {{u"meta"_s, QJsonObject{{u"code"_s, code}, {u"type"_s, type}, {u"message"_s, type}}}, {u"data"_s, data}},
      status);
}

/// AfterShip at `{origin}/aftership`: tells of numbers that somebody has added.
class Aftership : public Peer {
public:
  explicit Aftership(Site& site) : m_site(site), m_key(u"asat_"_s + token(site.world.seed(), 43, 32, kHexDigits)) {}

  QJsonObject account() const override
  {
    return accountOf(u"AfterShip"_s, m_site.origin + u"/aftership"_s, {{u"api_key"_s, m_key}});
  }

  Reply answer(const Request& request) override
  {
    if (request.header("as-api-key") != m_key.toUtf8()) {
      ++m_site.rejected[u"aftership"_s];
      return refusal(401, 401, u"Unauthorized"_s);
    }
    if (request.path != "/tracking/2026-07/trackings")
      return refusal(404, 404, u"NotFound"_s);
    return request.method == "POST" ? add(QJsonDocument::fromJson(request.body).object()) : list(request.parameters());
  }

private:
  QJsonObject tracking(const QString& number) const
  {
    QJsonObject json{
        {u"id"_s, u"as"_s + number}, {u"tracking_number"_s, number},  {u"slug"_s, slug(courierOfNumber(number))},
        {u"tag"_s, u"Pending"_s},    {u"subtag"_s, u"Pending_001"_s}, {u"checkpoints"_s, QJsonArray()}};
    const auto parcel = m_site.parcels.underWay(m_site.world, number);
    if (!parcel)
      return json;
    QJsonArray checkpoints;
    for (const Scan& scan : scans(parcel->journey, m_site.world.present())) {
      const auto [tag, subtag] = tags(scan.kind);
      json.insert(u"tag"_s, tag);
      json.insert(u"subtag"_s, subtag);
      checkpoints.append(QJsonObject{
          {u"checkpoint_time"_s, formatLocal(scan.at, kChinaOffset).replace(u' ', u'T') + u"+08:00"_s},
          {u"location"_s, text(scan.place->city)},
          {u"coordinate"_s, QJsonObject{{u"latitude"_s, scan.place->lat}, {u"longitude"_s, scan.place->lon}}},
          {u"country_region"_s, text(scan.place->country)},
          {u"message"_s, scan.text},
          {u"tag"_s, tag},
          {u"subtag"_s, subtag}});
    }
    json.insert(u"checkpoints"_s, disturbedItems(m_site, checkpoints));
    return json;
  }

  Reply list(const Fields& parameters) const
  {
    QStringList numbers = m_added.values();
    numbers.sort();
    if (const QString wanted = fieldValue(parameters, u"tracking_numbers"); !wanted.isEmpty())
      numbers = wanted.split(u',');
    QJsonArray trackings;
    for (const QString& number : std::as_const(numbers))
      if (m_added.contains(number))
        trackings.append(tracking(number));
    return jsonReply({{u"meta"_s, QJsonObject{{u"code"_s, 200}}},
                      {u"data"_s, QJsonObject{{u"pagination"_s, QJsonObject{{u"total"_s, trackings.size()},
                                                                            {u"next_cursor"_s, u""_s},
                                                                            {u"has_next_page"_s, false}}},
                                              {u"trackings"_s, trackings}}}});
  }

  Reply add(const QJsonObject& body)
  {
    const QString number = body.value("tracking_number"_L1).toString();
    if (number.size() < 4)
      return refusal(400, 4005, u"InvalidTrackingNumber"_s);
    if (m_added.contains(number))
      return refusal(400, 4003, u"TrackingAlreadyExist"_s, QJsonObject{{u"id"_s, u"as"_s + number}});
    m_added.insert(number);
    return jsonReply({{u"meta"_s, QJsonObject{{u"code"_s, 201}}}, {u"data"_s, tracking(number)}}, 201);
  }

  Site& m_site;
  QString m_key;
  QSet<QString> m_added;
};
} // namespace

std::unique_ptr<Peer> aftershipPeer(Site& site)
{
  return std::make_unique<Aftership>(site);
}

} // namespace supercargo::sandbox
