#include "app/sandbox/peer.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

QString status(ScanKind kind)
{
  switch (kind) {
  case ScanKind::OutForDelivery:
    return u"out_for_delivery"_s;
  case ScanKind::Failed:
    return u"failure"_s;
  case ScanKind::Delivered:
    return u"delivered"_s;
  case ScanKind::Accepted:
  case ScanKind::Departed:
  case ScanKind::Arrived:
  case ScanKind::Customs:
  case ScanKind::ArrivedInCity:
    break;
  }
  return u"in_transit"_s;
}

Reply refusal(int code, const QString& name)
{
  return jsonReply({{u"error"_s, QJsonObject{{u"code"_s, name}, {u"message"_s, name}, {u"errors"_s, QJsonArray()}}}},
                   code);
}

/// Whether customs of another country are told all that they want to know.
bool isDeclared(const QJsonObject& shipment)
{
  if (shipment.value("from_address"_L1)["country"_L1] == shipment.value("to_address"_L1)["country"_L1])
    return true;
  const QJsonValue info = shipment.value("customs_info"_L1);
  const QJsonArray items = info["customs_items"_L1].toArray();
  double ounces = 0;
  for (const QJsonValue& item : items) {
    for (const QLatin1StringView name : {"description"_L1, "hs_tariff_number"_L1, "origin_country"_L1, "currency"_L1})
      if (item[name].toString().isEmpty())
        return false;
    if (item["quantity"_L1].toInt() <= 0 || item["value"_L1].toString().toDouble() <= 0)
      return false;
    ounces += item["weight"_L1].toDouble();
  }
  return !items.isEmpty() && ounces > 0 && ounces <= shipment.value("parcel"_L1)["weight"_L1].toDouble() + 1e-6 &&
         info["customs_certify"_L1].toBool() && !info["customs_signer"_L1].toString().isEmpty();
}

/// EasyPost at `{origin}/easypost/v2`: tracks all parcels and sells labels of SF; labels lie at /easypost/files.
class Easypost : public Peer {
public:
  explicit Easypost(Site& site) : m_site(site), m_key(u"EZTK"_s + token(site.world.seed(), 47, 40, kHexDigits)) {}

  QJsonObject account() const override
  {
    return accountOf(u"EasyPost"_s, m_site.origin + u"/easypost/v2"_s,
                     {{u"api_key"_s, m_key}, {u"hs_code"_s, u"691200"_s}});
  }

  Reply answer(const Request& request) override
  {
    if (request.path.startsWith("/files/"))
      return file(request.path.mid(7));
    if (request.header("Authorization") != "Basic " + (m_key + u':').toUtf8().toBase64()) {
      ++m_site.rejected[u"easypost"_s];
      return refusal(401, u"APIKEY.INVALID"_s);
    }
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    const bool posts = request.method == "POST";
    if (request.path == "/v2/trackers")
      return posts ? track(body.value("tracker"_L1).toObject())
                   : jsonReply({{u"trackers"_s, QJsonArray()}, {u"has_more"_s, false}});
    if (request.path == "/v2/shipments")
      return posts ? create(body.value("shipment"_L1).toObject()) : list(request.parameters());
    const QString id = QString::fromUtf8(request.path).section(u'/', 3, 3),
                  verb = QString::fromUtf8(request.path).section(u'/', 4, 4);
    const auto shipment =
        std::ranges::find(m_shipments, id, [](const QJsonObject& one) { return one["id"_L1].toString(); });
    if (shipment == m_shipments.end())
      return refusal(404, u"NOT_FOUND"_s);
    if (posts && verb == "buy"_L1)
      return buy(*shipment, body.value("rate"_L1)["id"_L1].toString());
    if (posts && verb == "refund"_L1)
      return refund(*shipment);
    if (verb == "label"_L1)
      return label(*shipment);
    return refusal(404, u"NOT_FOUND"_s);
  }

private:
  Reply track(const QJsonObject& tracker) const
  {
    const QString number = tracker.value("tracking_code"_L1).toString();
    QJsonObject json{{u"id"_s, u"trk_"_s + number},
                     {u"object"_s, u"Tracker"_s},
                     {u"tracking_code"_s, number},
                     {u"status"_s, u"unknown"_s},
                     {u"carrier"_s, courierName(courierOfNumber(number))},
                     {u"tracking_details"_s, QJsonArray()}};
    const auto parcel = m_site.parcels.underWay(m_site.world, number);
    if (!parcel)
      return jsonReply(json);
    QJsonArray details;
    for (const Scan& scan : scans(parcel->journey, m_site.world.present())) {
      json.insert(u"status"_s, status(scan.kind));
      details.append(QJsonObject{{u"message"_s, scan.text},
                                 {u"status"_s, status(scan.kind)},
                                 {u"datetime"_s, toIso(std::chrono::floor<std::chrono::seconds>(scan.at))},
                                 {u"tracking_location"_s, QJsonObject{{u"city"_s, text(scan.place->city)},
                                                                      {u"country"_s, text(scan.place->country)}}}});
    }
    json.insert(u"tracking_details"_s, disturbedItems(m_site, details));
    return jsonReply(json);
  }

  Reply list(const Fields& parameters) const
  {
    const bool purchased = fieldValue(parameters, u"purchased") == "true"_L1;
    const qsizetype size = std::clamp<qsizetype>(fieldValue(parameters, u"page_size").toInt(), 1, 100);
    QString before = fieldValue(parameters, u"before_id");
    QJsonArray page;
    bool more = false;
    for (auto one = m_shipments.crbegin(); one != m_shipments.crend(); ++one) { // newest first
      if (!before.isEmpty()) {
        if (one->value("id"_L1).toString() == before)
          before.clear();
        continue;
      }
      if (purchased && !one->contains("tracking_code"_L1))
        continue;
      more = page.size() == size;
      if (more)
        break;
      page.append(*one);
    }
    return jsonReply({{u"shipments"_s, page}, {u"has_more"_s, more}});
  }

  Reply create(const QJsonObject& shipment)
  {
    const double ounces = shipment.value("parcel"_L1)["weight"_L1].toDouble();
    if (ounces <= 0)
      return refusal(422, u"PARCEL.WEIGHT.INVALID"_s);
    if (!isDeclared(shipment))
      return refusal(422, u"SHIPMENT.CUSTOMS_INFO.REQUIRED"_s);
    QJsonObject json = shipment;
    json.insert(u"id"_s, u"shp_%1"_s.arg(m_shipments.size() + 1));
    QJsonArray rates;
    for (const auto& [service, factor] : {std::pair(u"Standard"_s, 1.0), std::pair(u"Express"_s, 1.5)})
      rates.append(QJsonObject{{u"id"_s, u"rate_"_s + service},
                               {u"carrier"_s, u"SFExpress"_s},
                               {u"service"_s, service},
                               {u"rate"_s, QString::number((8 + ounces * 0.2) * factor, 'f', 2)},
                               {u"currency"_s, u"USD"_s},
                               {u"delivery_days"_s, factor > 1 ? 2 : 4}});
    json.insert(u"rates"_s, rates);
    json.insert(u"messages"_s, QJsonArray());
    m_shipments.push_back(json);
    return jsonReply(json, 201);
  }

  Reply buy(QJsonObject& shipment, const QString& rateId)
  {
    if (shipment.contains("tracking_code"_L1))
      return refusal(422, u"SHIPMENT.POSTAGE.EXISTS"_s);
    for (const QJsonValue& rate : shipment["rates"_L1].toArray())
      if (rate["id"_L1].toString() == rateId)
        shipment.insert(u"selected_rate"_s, rate);
    if (!shipment.contains("selected_rate"_L1))
      return refusal(422, u"SHIPMENT.RATE.INVALID"_s);
    const QJsonValue from = shipment["from_address"_L1], to = shipment["to_address"_L1];
    const Addressee receiver{to["name"_L1].toString(), to["phone"_L1].toString(), to["city"_L1].toString(),
                             to["street1"_L1].toString()};
    if (isMasked(receiver))
      return refusal(422, u"ADDRESS.VERIFY.FAILURE"_s);
    const Booking& booking =
        m_site.parcels.book(m_site.world, u"easypost:"_s + shipment["id"_L1].toString(), Courier::Sf,
                            from["city"_L1].toString(), from["phone"_L1].toString(), receiver);
    shipment.insert(u"tracking_code"_s, booking.number);
    shipment.insert(
        u"postage_label"_s,
        QJsonObject{{u"label_url"_s, m_site.origin + u"/easypost/files/"_s + booking.number + u".pdf"_s},
                    {u"label_pdf_url"_s, m_site.origin + u"/easypost/files/"_s + booking.number + u".pdf"_s},
                    {u"label_file_type"_s, u"application/pdf"_s}});
    return jsonReply(shipment);
  }

  Reply refund(QJsonObject& shipment)
  {
    Booking* booking = m_site.parcels.byNumber(shipment["tracking_code"_L1].toString());
    if (!booking)
      return refusal(422, u"SHIPMENT.REFUND.UNAVAILABLE"_s);
    booking->cancelled = true;
    shipment.insert(u"refund_status"_s, u"submitted"_s);
    return jsonReply(shipment);
  }

  static Reply label(const QJsonObject& shipment)
  {
    return shipment.contains("postage_label"_L1) ? jsonReply(shipment) : refusal(422, u"SHIPMENT.POSTAGE.MISSING"_s);
  }

  Reply file(const QByteArray& name)
  {
    if (!m_site.parcels.byNumber(QString::fromLatin1(name.chopped(4))))
      return htmlReply(u"Not Found"_s, 404);
    Reply reply;
    reply.setHeader("Content-Type", "application/pdf");
    reply.body = onePagePdf("EasyPost " + name.chopped(4));
    return reply;
  }

  Site& m_site;
  QString m_key;
  std::vector<QJsonObject> m_shipments;
};
} // namespace

std::unique_ptr<Peer> easypostPeer(Site& site)
{
  return std::make_unique<Easypost>(site);
}

} // namespace supercargo::sandbox
