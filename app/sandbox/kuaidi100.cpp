#include "app/sandbox/kuaidi100.h"

#include "core/base/crypto.h"

#include <QBuffer>
#include <QImage>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr std::chrono::seconds kPause{5}; ///< the real one: half an hour

struct Words {
  const char16_t* name;
  QLatin1StringView code, state; ///< code: with resultv2; state: without
};

Words words(ScanKind kind)
{
  switch (kind) {
  case ScanKind::Accepted:
    return {u"已揽收", "103"_L1, "1"_L1};
  case ScanKind::Departed:
    return {u"干线", "1002"_L1, "0"_L1};
  case ScanKind::Customs:
    return {u"清关中", "11"_L1, "8"_L1};
  case ScanKind::ArrivedInCity:
    return {u"到达派件城市", "1001"_L1, "0"_L1};
  case ScanKind::OutForDelivery:
    return {u"派件", "5"_L1, "5"_L1};
  case ScanKind::Failed:
    return {u"无法联系", "206"_L1, "2"_L1};
  case ScanKind::Delivered:
    return {u"本人签收", "301"_L1, "3"_L1};
  case ScanKind::Arrived:
    break;
  }
  return {u"在途", "0"_L1, "0"_L1};
}

QString areaName(const Place& place)
{
  return text(place.province) + u',' + text(place.city) + u',' + text(place.district);
}
QString areaCode(const Place& place)
{
  return u"CN"_s + QString::number(place.code) + u"000000"_s;
}

QJsonObject area(const Place& place)
{
  return {{u"number"_s, areaCode(place)}, {u"name"_s, areaName(place)}};
}

QJsonObject item(const Scan& scan, bool detailed)
{
  const QString at = formatLocal(scan.at, kChinaOffset);
  QJsonObject item{{u"time"_s, at}, {u"ftime"_s, at}, {u"context"_s, scan.text}};
  if (!detailed)
    return item;
  const Place& place = *scan.place;
  item.insert(u"status"_s, text(words(scan.kind).name));
  item.insert(u"statusCode"_s, words(scan.kind).code);
  item.insert(u"location"_s, text(place.city) + text(place.district));
  if (place.code == 0)
    return item;
  item.insert(u"areaCode"_s, areaCode(place));
  item.insert(u"areaName"_s, areaName(place));
  item.insert(u"areaCenter"_s, QString::number(place.lon, 'f', 6) + u',' + QString::number(place.lat, 'f', 6));
  item.insert(u"areaPinYin"_s, text(place.pinyin));
  return item;
}

Reply failure(const QString& code, const QString& message)
{
  return jsonReply({{u"result"_s, false}, {u"returnCode"_s, code}, {u"message"_s, message}});
}

QString company(const QString& number)
{
  return number.startsWith("SF"_L1) ? u"shunfeng"_s : number.startsWith("YT"_L1) ? u"yuantong"_s : u"zhongtong"_s;
}

std::optional<Courier> courierOfCompany(const QString& code)
{
  return code == "shunfeng"_L1    ? std::optional(Courier::Sf)
         : code == "yuantong"_L1  ? std::optional(Courier::Yto)
         : code == "zhongtong"_L1 ? std::optional(Courier::Zto)
                                  : std::nullopt;
}

/// Addresses come as one text.
QString cityIn(const QString& address)
{
  for (const Place& place : chinesePlaces())
    if (address.contains(text(place.city)))
      return text(place.city);
  return {};
}

QString taskOf(const QString& number)
{
  return u"TASK"_s + number;
}
QString comOrderOf(const QString& number)
{
  return u"KDO"_s + number;
}

Reply labelRefusal(int code, const QString& message)
{
  return jsonReply({{u"code"_s, code}, {u"message"_s, message}, {u"success"_s, false}, {u"data"_s, QJsonValue()}});
}

Reply labelDone(const QJsonObject& data)
{
  return jsonReply(
      {{u"code"_s, 200}, {u"message"_s, u"提交成功"_s}, {u"success"_s, true}, {u"time"_s, 42}, {u"data"_s, data}});
}

/// Bars that differ from number to number.
Reply labelPicture(const QByteArray& number)
{
  QImage image(304, 520, QImage::Format_Grayscale8);
  image.fill(Qt::white);
  for (int i = 0; i < number.size(); ++i)
    for (int y = 20; y < 20 + 2 * number[i]; ++y)
      for (int x = 20 + 12 * i; x < 28 + 12 * i; ++x)
        image.setPixel(x, y, qRgb(0, 0, 0));
  Reply reply;
  reply.setHeader("Content-Type", "image/png");
  QBuffer buffer(&reply.body);
  image.save(&buffer, "PNG");
  return reply;
}
} // namespace

QByteArray kuaidiSign(const QString& param, const KuaidiCustomer& customer, const QString& type)
{
  const crypto::Hash hash = type == "SHA256"_L1 ? crypto::Hash::Sha256 : crypto::Hash::Md5;
  return crypto::digest(hash, (param + customer.key + customer.customer).toUtf8()).toHex().toUpper();
}

QByteArray kuaidiLabelSign(const QString& param, const QString& t, const KuaidiCustomer& customer)
{
  return crypto::digest(crypto::Hash::Md5, (param + t + customer.key + customer.secret).toUtf8()).toHex().toUpper();
}

Kuaidi100::Kuaidi100(Site& site, KuaidiCustomer customer) : m_site(site), m_customer(std::move(customer)) {}

std::unique_ptr<Peer> kuaidi100Peer(Site& site)
{
  const quint64 seed = site.world.seed();
  return std::make_unique<Kuaidi100>(site,
                                     KuaidiCustomer{token(seed, 8, 32, kHexDigits).toUpper(),
                                                    token(seed, 9, 12, kHexDigits), token(seed, 10, 32, kHexDigits)});
}

QJsonObject Kuaidi100::account() const
{
  return accountOf(u"快递查询"_s, m_site.origin + u"/kuaidi100"_s,
                   {{u"customer"_s, m_customer.customer},
                    {u"key"_s, m_customer.key},
                    {u"secret"_s, m_customer.secret},
                    {u"partner_id"_s, u"SANDBOX"_s}});
}

Reply Kuaidi100::answer(const Request& request)
{
  if (request.path == "/autonumber/auto")
    return detect(request.parameters());
  if (request.path.startsWith("/label/"))
    return labelCall(request);
  if (request.path != "/poll/query.do" || request.method != "POST")
    return htmlReply(u"Not Found"_s, 404);
  const Fields form = decodedFields(request.body);
  const QString param = fieldValue(form, u"param");
  const QByteArray sign = kuaidiSign(param, m_customer, fieldValue(form, u"signType"));
  if (fieldValue(form, u"customer") != m_customer.customer ||
      !crypto::equal(sign, fieldValue(form, u"sign").toUtf8())) {
    ++m_site.rejected[u"kuaidi100"_s];
    return failure(u"503"_s, u"验证签名失败"_s);
  }
  return query(QJsonDocument::fromJson(param.toUtf8()).object());
}

Reply Kuaidi100::query(const QJsonObject& param)
{
  const QString number = param.value("num"_L1).toString(), com = param.value("com"_L1).toString();
  if (number.size() < 6 || number.size() > 32)
    return failure(u"400"_s, u"提交的数据不完整，或者贵公司没授权"_s);
  const Instant now = m_site.now();
  if (m_asked.contains(number) && now - m_asked.value(number) < kPause)
    return failure(u"504"_s, u"查询过于频繁，单号已被锁定"_s);
  m_asked.insert(number, now);
  if (com != company(number))
    return failure(u"400"_s, u"找不到对应公司"_s);
  const auto parcel = m_site.parcels.underWay(m_site.world, number);
  if (!parcel)
    return failure(u"500"_s, u"查询无结果，请隔段时间再查"_s);
  if (com != "yuantong"_L1 && !parcel->phones.contains(param.value("phone"_L1).toString().right(4)))
    return failure(u"408"_s, u"验证码错误"_s);
  const Journey& journey = parcel->journey;
  const std::vector<Scan> events = scans(journey, m_site.world.present());
  const QString wanted = param.value("resultv2"_L1).toVariant().toString();
  const bool detailed = wanted == "1"_L1 || wanted == "4"_L1 || wanted == "8"_L1;
  QJsonArray data;
  for (const Scan& scan : events)
    param.value("order"_L1).toString() == "asc"_L1 ? data.append(item(scan, detailed))
                                                   : data.prepend(item(scan, detailed));
  const Scan& last = events.back();
  QJsonObject json{{u"message"_s, u"ok"_s},
                   {u"nu"_s, number},
                   {u"ischeck"_s, last.kind == ScanKind::Delivered ? u"1"_s : u"0"_s},
                   {u"com"_s, com},
                   {u"status"_s, u"200"_s},
                   {u"condition"_s, u"F00"_s},
                   {u"isLoop"_s, false},
                   {u"state"_s, detailed ? words(last.kind).code : words(last.kind).state},
                   {u"data"_s, disturbedItems(m_site, data)}};
  if (detailed && journey.to->code != 0)
    json.insert(
        u"routeInfo"_s,
        QJsonObject{{u"from"_s, area(*journey.from)}, {u"cur"_s, area(*last.place)}, {u"to"_s, area(*journey.to)}});
  return jsonReply(json);
}

Reply Kuaidi100::detect(const Fields& parameters) const
{
  const QString number = fieldValue(parameters, u"num");
  if (fieldValue(parameters, u"key") != m_customer.key)
    return failure(u"601"_s, u"KEY已过期"_s);
  return listReply({QJsonObject{{u"comCode"_s, company(number)},
                                {u"lengthPre"_s, number.size()},
                                {u"noCount"_s, 7000},
                                {u"noPre"_s, number.left(2)}}});
}

Reply Kuaidi100::labelCall(const Request& request)
{
  constexpr QByteArrayView kPictures("/label/getImage/");
  if (request.method == "GET" && request.path.startsWith(kPictures)) {
    const QByteArray number = request.path.mid(kPictures.size());
    return m_site.parcels.byNumber(QString::fromLatin1(number)) ? labelPicture(number) : htmlReply(u"Not Found"_s, 404);
  }
  if (request.path != "/label/order" || request.method != "POST")
    return htmlReply(u"Not Found"_s, 404);
  const Fields form = decodedFields(request.body);
  const QString param = fieldValue(form, u"param"), method = fieldValue(form, u"method");
  if (fieldValue(form, u"key") != m_customer.key ||
      !crypto::equal(kuaidiLabelSign(param, fieldValue(form, u"t"), m_customer), fieldValue(form, u"sign").toUtf8())) {
    ++m_site.rejected[u"kuaidi100"_s];
    return labelRefusal(30002, u"验证签名失败"_s);
  }
  const QJsonObject query = QJsonDocument::fromJson(param.toUtf8()).object();
  return method == "order"_L1      ? order(query)
         : method == "cancel"_L1   ? cancel(query)
         : method == "printOld"_L1 ? reprint(query)
                                   : labelRefusal(30001, u"method 错误"_s);
}

/// The same order again gives the same waybill.
Reply Kuaidi100::order(const QJsonObject& param)
{
  const QString orderId = param.value("orderId"_L1).toString();
  const QJsonObject from = param.value("sendMan"_L1).toObject(), to = param.value("recMan"_L1).toObject();
  const auto courier = courierOfCompany(param.value("kuaidicom"_L1).toString());
  const QString address = to.value("printAddr"_L1).toString();
  const Addressee receiver{to.value("name"_L1).toString(), to.value("mobile"_L1).toString(), cityIn(address), address};
  if (orderId.isEmpty() || !courier || receiver.phone.isEmpty())
    return labelRefusal(30001, u"参数错误"_s);
  if (isMasked(receiver))
    return labelRefusal(30001, u"收件人信息不合法"_s);
  if (param.value("partnerId"_L1).toString().isEmpty())
    return labelRefusal(30003, u"电子面单账号错误"_s);
  const QString key = u"kuaidi100:"_s + orderId;
  const Booking* booking = m_site.parcels.find(key);
  if (!booking)
    booking = &m_site.parcels.book(m_site.world, key, *courier, cityIn(from.value("printAddr"_L1).toString()),
                                   from.value("mobile"_L1).toString(), receiver,
                                   std::max<qint64>(1, param.value("count"_L1).toInteger(1)));
  return labelDone({{u"taskId"_s, taskOf(booking->number)},
                    {u"kuaidinum"_s, booking->number},
                    {u"childNum"_s, booking->children.isEmpty() ? QJsonValue() : booking->children.join(u',')},
                    {u"returnNum"_s, QJsonValue()},
                    {u"label"_s, m_site.origin + u"/kuaidi100/label/getImage/"_s + booking->number},
                    {u"bulkpen"_s, text(booking->journey.to->cityCode) + u"-010-001"_s},
                    {u"orgCode"_s, u""_s},
                    {u"destCode"_s, u""_s},
                    {u"kdComOrderNum"_s, comOrderOf(booking->number)}});
}

/// Wants the courier's own number of the order, and the courier.
Reply Kuaidi100::cancel(const QJsonObject& param)
{
  const QString number = param.value("kuaidinum"_L1).toString();
  Booking* booking = m_site.parcels.byNumber(number);
  if (!booking || param.value("orderId"_L1).toString() != comOrderOf(booking->number))
    return labelRefusal(30009, u"订单不存在"_s);
  if (courierOfCompany(param.value("kuaidicom"_L1).toString()) != booking->courier)
    return labelRefusal(30001, u"快递公司错误"_s);
  if (booking->cancelled)
    return labelRefusal(30001, u"订单已取消"_s);
  booking->cancelled = true;
  return labelDone({});
}

Reply Kuaidi100::reprint(const QJsonObject& param)
{
  const QString task = param.value("taskId"_L1).toString(), number = task.mid(taskOf({}).size());
  if (!task.startsWith(taskOf({})) || !m_site.parcels.byNumber(number))
    return labelRefusal(30009, u"任务不存在"_s);
  return labelDone({{u"taskId"_s, task}, {u"label"_s, m_site.origin + u"/kuaidi100/label/getImage/"_s + number}});
}

} // namespace supercargo::sandbox
