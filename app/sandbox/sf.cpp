#include "app/sandbox/sf.h"

#include "core/base/crypto.h"
#include "core/base/text.h"

#include <QJsonDocument>

#include <tuple>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr std::chrono::minutes kWindow{15};
constexpr QLatin1StringView kResponseId("00019D00000000000000000000000001");
constexpr std::chrono::seconds kTokenLife{7199};
constexpr qsizetype kMostNumbers = 10;

struct Words {
  QLatin1StringView opCode, secondary, first;
  const char16_t *secondaryName, *firstName;
};

Words words(ScanKind kind)
{
  switch (kind) {
  case ScanKind::Accepted:
    return {"54"_L1, "101"_L1, "1"_L1, u"已揽收", u"已揽收"};
  case ScanKind::Departed:
    return {"30"_L1, "201"_L1, "2"_L1, u"运送中", u"运输中"};
  case ScanKind::Customs:
    return {"604"_L1, "204"_L1, "2"_L1, u"清关中", u"运输中"};
  case ScanKind::OutForDelivery:
    return {"204"_L1, "301"_L1, "3"_L1, u"派送中", u"派送中"};
  case ScanKind::Failed:
    return {"70"_L1, ""_L1, ""_L1, u"", u""};
  case ScanKind::Delivered:
    return {"80"_L1, "401"_L1, "4"_L1, u"已签收", u"已签收"};
  case ScanKind::Arrived:
  case ScanKind::ArrivedInCity:
    break;
  }
  return {"31"_L1, "201"_L1, "2"_L1, u"运送中", u"运输中"};
}

QJsonObject routeJson(const Scan& scan)
{
  const Words said = words(scan.kind);
  QJsonObject route{{u"acceptAddress"_s, text(scan.place->city)},
                    {u"acceptTime"_s, formatLocal(scan.at, kChinaOffset)},
                    {u"remark"_s, scan.text},
                    {u"opCode"_s, said.opCode}};
  if (!said.first.isEmpty()) {
    route.insert(u"secondaryStatusCode"_s, said.secondary);
    route.insert(u"secondaryStatusName"_s, text(said.secondaryName));
    route.insert(u"firstStatusCode"_s, said.first);
    route.insert(u"firstStatusName"_s, text(said.firstName));
  }
  return route;
}

QJsonObject contact(const QJsonObject& message, int type)
{
  for (const QJsonValue& contact : message.value("contactInfoList"_L1).toArray())
    if (contact["contactType"_L1].toInt() == type)
      return contact.toObject();
  return {};
}

QString phoneOf(const QJsonObject& contact)
{
  const QString mobile = contact.value("mobile"_L1).toString();
  return mobile.isEmpty() ? contact.value("tel"_L1).toString() : mobile;
}

Reply envelope(const QString& code, const QString& message, const QJsonValue& data)
{
  return jsonReply({{u"apiErrorMsg"_s, message},
                    {u"apiResponseID"_s, kResponseId},
                    {u"apiResultCode"_s, code},
                    {u"apiResultData"_s, data}});
}
} // namespace

QByteArray sfDigest(const QString& msgData, const QString& timestamp, const QString& checkword)
{
  return crypto::digest(crypto::Hash::Md5, javaUrlEncode(msgData + timestamp + checkword)).toBase64();
}

SfExpress::SfExpress(Site& site, SfPartner partner) : m_site(site), m_partner(std::move(partner)) {}

std::unique_ptr<Peer> sfPeer(Site& site)
{
  const quint64 seed = site.world.seed();
  return std::make_unique<SfExpress>(
      site, SfPartner{u"SANDBOX"_s + token(seed, 6, 4, kDecimalDigits), token(seed, 7, 32, kHexDigits)});
}

QJsonObject SfExpress::account() const
{
  return accountOf(
      u"顺丰月结"_s, m_site.origin + u"/sf/std/service"_s,
      {{u"partner_id"_s, m_partner.id}, {u"checkword"_s, m_partner.checkword}, {u"digest_mode"_s, u"md5"_s}});
}

Reply SfExpress::refused(const QString& code, const QString& message)
{
  ++m_site.rejected[u"sf"_s];
  return envelope(code, message, QJsonValue());
}

Reply SfExpress::done(const QJsonObject& data) const
{
  return envelope(
      u"A1000"_s, u""_s,
      compact(
          {{u"success"_s, true}, {u"errorCode"_s, u"S0000"_s}, {u"errorMsg"_s, QJsonValue()}, {u"msgData"_s, data}}));
}

Reply SfExpress::failed(const QString& code, const QString& message) const
{
  return envelope(
      u"A1000"_s, u""_s,
      compact({{u"success"_s, false}, {u"errorCode"_s, code}, {u"errorMsg"_s, message}, {u"msgData"_s, QJsonValue()}}));
}

Reply SfExpress::answer(const Request& request)
{
  if (request.path.startsWith("/label/"))
    return label(request);
  const bool isLogin = request.path == "/oauth2/accessToken";
  if ((request.path != "/std/service" && !isLogin) || request.method != "POST")
    return htmlReply(u"Not Found"_s, 404);
  const Fields form = decodedFields(request.body);
  if (isLogin)
    return issue(form);
  if (auto doubted = doubt(form))
    return *doubted;
  const QString data = fieldValue(form, u"msgData");
  const qint64 stamp = fieldValue(form, u"timestamp").toLongLong();
  if (!m_site.accepts(fromMs(stamp > 100'000'000'000 ? stamp : stamp * 1000), kWindow))
    return refused(u"A1002"_s, u"请求时效已过期"_s);
  const QJsonDocument message = QJsonDocument::fromJson(data.toUtf8());
  return message.isObject() ? service(fieldValue(form, u"serviceCode"), message.object())
                            : failed(u"S0001"_s, u"非法的JSON格式"_s);
}

/// What SF says of a wrong secret is not known: that the sign-in failed, here.
Reply SfExpress::issue(const Fields& form)
{
  if (fieldValue(form, u"partnerID") != m_partner.id || fieldValue(form, u"secret") != m_partner.checkword ||
      fieldValue(form, u"grantType") != "password"_L1)
    return refused(u"A1011"_s, u"OAuth2认证失败"_s);
  const QString access = token(m_site.world.seed(), 7000 + ++m_issued, 32, kHexDigits);
  m_tokens.insert(access, m_site.now() + kTokenLife);
  return jsonReply({{u"apiErrorMsg"_s, u""_s},
                    {u"apiResponseID"_s, kResponseId},
                    {u"apiResultCode"_s, u"A1000"_s},
                    {u"accessToken"_s, access},
                    {u"expiresIn"_s, qint64(kTokenLife.count())}});
}

std::optional<Reply> SfExpress::doubt(const Fields& form)
{
  const QString access = fieldValue(form, u"accessToken");
  for (const QStringView name : {u"partnerID", u"requestID", u"serviceCode", u"timestamp", u"msgData",
                                 access.isEmpty() ? u"msgDigest" : u"accessToken"})
    if (fieldValue(form, name).isEmpty())
      return refused(u"A1001"_s, u"必传参数不可为空"_s);
  if (fieldValue(form, u"partnerID") != m_partner.id)
    return refused(u"A1004"_s, u"无对应服务权限"_s);
  if (access.isEmpty()) {
    const QByteArray wanted =
        sfDigest(fieldValue(form, u"msgData"), fieldValue(form, u"timestamp"), m_partner.checkword);
    if (!crypto::equal(wanted, fieldValue(form, u"msgDigest").toUtf8()))
      return refused(u"A1006"_s, u"数字签名无效"_s);
    return std::nullopt;
  }
  if (m_site.faults.strikes(u"expired-token"_s))
    m_tokens.remove(access);
  const auto known = m_tokens.constFind(access);
  if (known == m_tokens.cend())
    return refused(u"A1011"_s, u"OAuth2认证失败"_s);
  if (m_site.now() >= *known)
    return refused(u"A1002"_s, u"请求时效已过期"_s);
  return std::nullopt;
}

Reply SfExpress::service(const QString& code, const QJsonObject& message)
{
  if (code == "EXP_RECE_SEARCH_ROUTES"_L1)
    return routes(message);
  if (code == "EXP_RECE_CREATE_ORDER"_L1)
    return create(message);
  if (code == "EXP_RECE_SEARCH_ORDER_RESP"_L1)
    return search(message);
  if (code == "EXP_RECE_UPDATE_ORDER"_L1)
    return update(message);
  if (code == "COM_RECE_CLOUD_PRINT_WAYBILLS"_L1)
    return print(message);
  if (code == "EXP_RECE_QUERY_DELIVERTM"_L1)
    return rates(message);
  return envelope(u"A1004"_s, u"无对应服务权限"_s, QJsonValue());
}

/// Nothing for a stranger: an unknown number and a wrong phone look the same.
QJsonArray SfExpress::routesOf(const QString& number, const QStringList& phones) const
{
  const auto parcel = m_site.parcels.underWay(m_site.world, number);
  const bool known = parcel && parcel->courier == Courier::Sf &&
                     std::any_of(phones.begin(), phones.end(),
                                 [&](const QString& phone) { return parcel->phones.contains(phone.trimmed()); });
  QJsonArray routes;
  if (known)
    for (const Scan& scan : scans(parcel->journey, m_site.world.present()))
      routes.append(routeJson(scan));
  return routes;
}

Reply SfExpress::routes(const QJsonObject& message)
{
  const QJsonValue given = message.value("trackingNumber"_L1);
  QStringList numbers =
      given.isArray() ? given.toVariant().toStringList() : given.toString().split(u',', Qt::SkipEmptyParts);
  if (numbers.isEmpty())
    return failed(u"8013"_s, u"未传入查询单号"_s);
  if (numbers.size() > kMostNumbers)
    return failed(u"8003"_s, u"查询单号超过最大限制"_s);
  if (message.value("methodType"_L1).toVariant().toString() != "1"_L1)
    return failed(u"6133"_s, u"methodType不正确"_s);
  if (message.value("trackingType"_L1).toVariant().toString() == "2"_L1)
    for (QString& number : numbers)
      if (const Booking* booking = m_site.parcels.find(u"sf:"_s + number))
        number = booking->number;
  const QStringList phones = message.value("checkPhoneNo"_L1).toVariant().toString().split(u',');
  QJsonArray answers;
  for (const QString& number : numbers)
    answers.append(QJsonObject{{u"mailNo"_s, number}, {u"routes"_s, disturbedItems(m_site, routesOf(number, phones))}});
  return done({{u"routeResps"_s, answers}});
}

QJsonObject SfExpress::bookingJson(const Booking& booking) const
{
  QJsonArray waybills{QJsonObject{{u"waybillType"_s, 1}, {u"waybillNo"_s, booking.number}}};
  for (const QString& child : booking.children)
    waybills.append(QJsonObject{{u"waybillType"_s, 2}, {u"waybillNo"_s, child}});
  const QString from = text(booking.journey.from->cityCode), to = text(booking.journey.to->cityCode);
  const QJsonObject label{{u"waybillNo"_s, booking.number},
                          {u"sourceTransferCode"_s, from + u"W"_s},
                          {u"sourceCityCode"_s, from},
                          {u"destCityCode"_s, to},
                          {u"destDeptCode"_s, to + u"AB"_s},
                          {u"destRouteLabel"_s, to + u"W-AB-006"_s},
                          {u"proName"_s, u"顺丰标快"_s},
                          {u"proCode"_s, u"T4"_s},
                          {u"codingMapping"_s, u"N12"_s},
                          {u"codingMappingOut"_s, u""_s},
                          {u"twoDimensionCode"_s, u"MMM={'k1':'"_s + to + u"','k5':'"_s + booking.number + u"'}"_s}};
  return {{u"orderId"_s, booking.orderNumber},
          {u"originCode"_s, from},
          {u"destCode"_s, to},
          {u"filterResult"_s, 2},
          {u"remark"_s, u""_s},
          {u"waybillNoInfoList"_s, waybills},
          {u"routeLabelInfo"_s, QJsonArray{QJsonObject{{u"code"_s, u"1000"_s}, {u"routeLabelData"_s, label}}}}};
}

Reply SfExpress::create(const QJsonObject& message)
{
  const QString orderId = message.value("orderId"_L1).toString();
  const QJsonObject sender = contact(message, 1), recipient = contact(message, 2);
  if (orderId.isEmpty() || orderId.size() > 64)
    return failed(u"S0002"_s, u"orderId不能为空"_s);
  if (m_site.parcels.find(u"sf:"_s + orderId))
    return failed(u"8016"_s, u"重复下单"_s);
  const Addressee to{recipient.value("contact"_L1).toString(), phoneOf(recipient),
                     recipient.value("city"_L1).toString(), recipient.value("address"_L1).toString()};
  if (to.phone.isEmpty() || to.street.isEmpty() || isMasked(to))
    return failed(u"1014"_s, u"到件方信息不完整"_s);
  const qint64 parcels = std::clamp<qint64>(message.value("parcelQty"_L1).toInteger(1), 1, 307);
  const Booking& booking = m_site.parcels.book(m_site.world, u"sf:"_s + orderId, Courier::Sf,
                                               sender.value("city"_L1).toString(), phoneOf(sender), to, parcels);
  return done(bookingJson(booking));
}

Reply SfExpress::search(const QJsonObject& message)
{
  const Booking* booking = m_site.parcels.find(u"sf:"_s + message.value("orderId"_L1).toString());
  return booking ? done(bookingJson(*booking)) : failed(u"8018"_s, u"未获取到订单信息"_s);
}

Reply SfExpress::update(const QJsonObject& message)
{
  Booking* booking = m_site.parcels.find(u"sf:"_s + message.value("orderId"_L1).toString());
  if (!booking)
    return failed(u"8018"_s, u"未获取到订单信息"_s);
  if (booking->cancelled)
    return failed(u"8037"_s, u"订单已消单"_s);
  booking->cancelled = message.value("dealType"_L1).toVariant().toInt() == 2;
  const QJsonArray waybills{QJsonObject{{u"waybillType"_s, 1}, {u"waybillNo"_s, booking->number}}};
  return done({{u"orderId"_s, booking->orderNumber},
               {u"waybillNoInfoList"_s, waybills},
               {u"resStatus"_s, 2},
               {u"extraInfoList"_s, QJsonValue()}});
}

/// A first kilogram and what lies above it; express costs half as much again.
Reply SfExpress::rates(const QJsonObject& message) const
{
  const double weight = std::max(1.0, message.value("weight"_L1).toDouble());
  QJsonArray offers;
  for (const auto& [type, name, factor, days] :
       {std::tuple(1, u"顺丰特快"_s, 1.5, 1), std::tuple(2, u"顺丰标快"_s, 1.0, 2)})
    offers.append(QJsonObject{
        {u"businessType"_s, QString::number(type)},
        {u"businessTypeDesc"_s, name},
        {u"deliverTime"_s, formatLocal(m_site.now() + std::chrono::hours(24 * days - 12), kChinaOffset) + u',' +
                               formatLocal(m_site.now() + std::chrono::hours(24 * days), kChinaOffset)},
        {u"fee"_s, QString::number((12 + 2 * (weight - 1)) * factor, 'f', 2)},
        {u"searchPrice"_s, u"1"_s}});
  return done({{u"deliverTmDto"_s, offers}});
}

Reply SfExpress::print(const QJsonObject& message)
{
  QJsonArray files;
  for (const QJsonValue& document : message.value("documents"_L1).toArray()) {
    const QString number = document["masterWaybillNo"_L1].toString();
    files.append(QJsonObject{{u"areaNo"_s, 1},
                             {u"pageNo"_s, 0},
                             {u"seqNo"_s, files.size() + 1},
                             {u"token"_s, u"AUTH_tk"_s + number},
                             {u"url"_s, m_site.origin + u"/sf/label/"_s + number + u".pdf"_s},
                             {u"waybillNo"_s, number}});
  }
  const QJsonObject object{{u"clientCode"_s, m_partner.id},
                           {u"fileType"_s, u"pdf"_s},
                           {u"files"_s, files},
                           {u"templateCode"_s, message.value("templateCode"_L1)}};
  return envelope(u"A1000"_s, u""_s,
                  compact({{u"obj"_s, object}, {u"requestId"_s, u"sandbox"_s}, {u"success"_s, true}}));
}

/// A PDF of one page that says the number, for those who bring the token.
Reply SfExpress::label(const Request& request) const
{
  const QByteArray number = request.path.mid(qsizetype(strlen("/label/"))).chopped(4);
  if (request.header("X-Auth-token") != "AUTH_tk" + number)
    return htmlReply(u"Forbidden"_s, 403);
  Reply reply;
  reply.setHeader("Content-Type", "application/pdf");
  reply.body = onePagePdf("SF " + number);
  return reply;
}

} // namespace supercargo::sandbox
