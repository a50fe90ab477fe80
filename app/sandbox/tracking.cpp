#include "app/sandbox/tracking.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
struct Leg {
  double share; ///< of the whole time
  ScanKind kind;
  const Place* place;
  QString text;
};

QString inBrackets(const Place& place)
{
  return u"【"_s + text(place.city) + u"】"_s;
}

/// Where long journeys change lorries.
const Place& hub(const Place& from, const Place& to)
{
  const auto places = chinesePlaces();
  const bool south = from.lat + to.lat < 56;
  return places[south ? 3 : 6]; // Guangzhou or Wuhan
}

std::vector<Leg> inland(const Journey& journey)
{
  const Place& from = *journey.from;
  const Place& to = *journey.to;
  const QString origin = text(from.city) + text(from.district), destination = text(to.city) + text(to.district);
  std::vector<Leg> legs = {
      {0.10, ScanKind::Departed, &from, inBrackets(from) + u"快件已离开【"_s + origin + u"集散点】"_s},
      {0.18, ScanKind::Arrived, &from, inBrackets(from) + u"快件到达【"_s + text(from.city) + u"转运中心】"_s},
      {0.26, ScanKind::Departed, &from, inBrackets(from) + u"快件已离开【"_s + text(from.city) + u"转运中心】"_s}};
  if (const Place& middle = hub(from, to); middle.code != from.code && middle.code != to.code) {
    legs.push_back(
        {0.48, ScanKind::Arrived, &middle, inBrackets(middle) + u"快件到达【"_s + text(middle.city) + u"转运中心】"_s});
    legs.push_back({0.56, ScanKind::Departed, &middle,
                    inBrackets(middle) + u"快件已离开【"_s + text(middle.city) + u"转运中心】"_s});
  }
  legs.push_back(
      {0.74, ScanKind::ArrivedInCity, &to, inBrackets(to) + u"快件到达【"_s + text(to.city) + u"转运中心】"_s});
  legs.push_back({0.84, ScanKind::Arrived, &to, inBrackets(to) + u"快件到达【"_s + destination + u"营业点】"_s});
  return legs;
}

std::vector<Leg> abroad(const Journey& journey)
{
  const Place& port = chinesePlaces()[0];
  const Place& to = *journey.to;
  return {{0.10, ScanKind::Departed, journey.from,
           inBrackets(*journey.from) + u"快件已离开【"_s + text(journey.from->city) + u"集散点】"_s},
          {0.25, ScanKind::Arrived, &port, inBrackets(port) + u"快件到达【上海市国际转运中心】"_s},
          {0.35, ScanKind::Customs, &port, inBrackets(port) + u"快件正在清关"_s},
          {0.45, ScanKind::Departed, &port, inBrackets(port) + u"快件已离开口岸，发往目的地国家"_s},
          {0.75, ScanKind::ArrivedInCity, &to, inBrackets(to) + u"快件到达目的地"_s}};
}
} // namespace

QString courierName(Courier courier)
{
  switch (courier) {
  case Courier::Sf:
    return u"顺丰速运"_s;
  case Courier::Yto:
    return u"圆通速递"_s;
  case Courier::Zto:
    break;
  }
  return u"中通快递"_s;
}

std::vector<Scan> scans(const Journey& journey, Instant now)
{
  const Place& from = *journey.from;
  const Place& to = *journey.to;
  std::vector<Leg> legs = {
      {0, ScanKind::Accepted, &from, inBrackets(from) + journey.courier + u" 已收取快件（揽收员：王小明）"_s}};
  for (Leg& leg : to.code != 0 ? inland(journey) : abroad(journey))
    legs.push_back(std::move(leg));
  legs.push_back({0.90, ScanKind::OutForDelivery, &to, inBrackets(to) + u"快件正在派送途中，请保持电话畅通"_s});
  if (journey.failsOnce) {
    legs.push_back({0.93, ScanKind::Failed, &to, inBrackets(to) + u"派件不成功：无法联系收件人，稍后再派"_s});
    legs.push_back({0.96, ScanKind::OutForDelivery, &to, inBrackets(to) + u"快件正在再次派送途中"_s});
  }
  legs.push_back({1, ScanKind::Delivered, &to, inBrackets(to) + u"已签收，感谢使用"_s + journey.courier});
  const double whole = double((journey.delivered - journey.left).count());
  std::vector<Scan> result;
  for (const Leg& leg : legs) {
    const Instant at = journey.left + std::chrono::milliseconds(qint64(whole * leg.share));
    if (at <= now)
      result.push_back({at, leg.kind, leg.place, leg.text});
  }
  return result;
}

} // namespace supercargo::sandbox
