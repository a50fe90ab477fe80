#include "app/sandbox/chinashop.h"
#include "app/sandbox/pictures.h"
#include "core/base/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// Douyin shop's platform at `{origin}/douyin/…`.
namespace supercargo::sandbox {
namespace {

constexpr std::chrono::minutes kWindow{10};
constexpr qint64 kAgree = 201;                          ///< of /afterSale/operate
constexpr qint64 kMostPages = 100, kMostPageSize = 100; ///< of the list of goods

Reply refusal(int code, const QString& subCode)
{
  return jsonReply({{u"code"_s, code},
                    {u"msg"_s, u"err"_s},
                    {u"sub_code"_s, subCode},
                    {u"sub_msg"_s, subCode},
                    {u"data"_s, QJsonValue()}});
}

Reply success(const QJsonValue& data)
{
  return jsonReply({{u"code"_s, 10000}, {u"msg"_s, u"success"_s}, {u"sub_code"_s, u""_s}, {u"data"_s, data}});
}

int statusOf(State state)
{
  switch (state) {
  case State::Unpaid:
    return 1;
  case State::Paid:
    return 2;
  case State::OnHold:
    return 105;
  case State::PartShipped:
    return 101;
  case State::Shipped:
    return 3;
  case State::Delivered:
    return 5;
  case State::Cancelled:
  case State::Failed:
  case State::Refunded:
    break;
  }
  return 4;
}

/// To be decided by the merchant, or done.
int afterSale(const china::Claim& claim)
{
  return claim.isOpen ? 6 : 12;
}

qint64 seconds(const std::optional<Instant>& at)
{
  return at ? toMs(*at) / 1000 : 0;
}

class DouyinShop : public Peer {
public:
  explicit DouyinShop(Site& site) : m_site(site), m_grant(site, 340) {}

  QJsonObject account() const override
  {
    return accountOf(u"抖音小店"_s, m_site.origin + u"/douyin"_s,
                     {{u"app_key"_s, m_grant.key()}, {u"app_secret"_s, m_grant.secret()}, {u"shop_id"_s, u"1111"_s}});
  }

  Reply answer(const Request& request) override
  {
    const Fields query = request.parameters();
    const auto value = [&](QStringView name) { return fieldValue(query, name); };
    if (request.method != "POST")
      return htmlReply(u"Not Found"_s, 404);
    if (value(u"sign") != signature(request, query)) {
      ++m_site.rejected[u"douyin"_s];
      return refusal(40003, u"isv.signature-invalid"_s);
    }
    if (!m_site.accepts(fromMs(value(u"timestamp").toLongLong() * 1000), kWindow))
      return refusal(40003, u"isv.timestamp-expired"_s);
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.path == "/token/create" || request.path == "/token/refresh")
      return grant(body);
    if (!m_grant.admits(m_site, value(u"access_token"))) {
      ++m_site.rejected[u"douyin"_s];
      return refusal(40003, u"isv.access-token-expired"_s);
    }
    return route(request.path, body);
  }

private:
  QString signature(const Request& request, const Fields& query) const
  {
    const QByteArray secret = m_grant.secret().toUtf8();
    QByteArray text = secret;
    text += "app_key" + fieldValue(query, u"app_key").toUtf8();
    text += "method" + request.path.mid(1).replace('/', '.');
    text += "param_json" + request.body + "timestamp" + fieldValue(query, u"timestamp").toUtf8() + "v2" + secret;
    return QString::fromLatin1(crypto::hmac(crypto::Hash::Sha256, secret, text).toHex());
  }

  Reply grant(const QJsonObject& body)
  {
    const bool own = body.value("grant_type"_L1) == "authorization_self"_L1 && body.value("shop_id"_L1) == "1111"_L1;
    if (!own && body.value("refresh_token"_L1).toString() != m_grant.refresh())
      return refusal(30001, u"dop.authorization-closed"_s);
    return success(QJsonObject{
        {u"access_token"_s, m_grant.issue()}, {u"refresh_token"_s, m_grant.refresh()}, {u"expires_in"_s, 604'800}});
  }

  Reply route(const QByteArray& path, const QJsonObject& body)
  {
    if (path == "/order/searchList")
      return orders(body);
    if (path == "/afterSale/List")
      return refunds(body);
    if (path == "/afterSale/operate")
      return agree(body);
    if (path == "/product/listV2")
      return products(body);
    if (path == "/sku/list" || path == "/sku/syncStock")
      return skus(path, body);
    if (path == "/order/logisticsCompanyList")
      return success(couriers());
    if (path == "/order/batchDecrypt")
      return reveal(body.value("cipher_infos"_L1).toArray());
    const QString id = body.value(path == "/order/orderDetail" ? "shop_order_id"_L1 : "order_id"_L1).toString();
    const auto order = desk::orderById(m_site.world, Shop::Douyin, id.toLongLong());
    if (!order)
      return refusal(50002, u"isv.business-failed:404"_s);
    return act(path, *order, body);
  }

  Reply act(const QByteArray& path, const Order& order, const QJsonObject& body)
  {
    if (path == "/order/orderDetail")
      return success(QJsonObject{{u"shop_order_detail"_s, orderJson(order)}});
    if (path == "/order/addOrderRemark") {
      china::setMemo(m_site, order, body.value("remark"_L1).toString());
      return success(QJsonObject());
    }
    QJsonObject parcel = body;
    QStringList lines;
    if (path == "/order/logisticsAddMultiPack") {
      if (m_requests.contains(body.value("request_id"_L1).toString()))
        return success(QJsonObject()); // the same request again: done already
      m_requests.insert(body.value("request_id"_L1).toString());
      parcel = body.value("pack_list"_L1)[0].toObject();
      for (const QJsonValue line : parcel.value("shipped_order_info"_L1).toArray())
        lines.append(line["shipped_order_id"_L1].toString());
    } else if (path != "/order/logisticsAdd") {
      return refusal(70000, u"isv.api-offline"_s);
    }
    const auto made = china::ship(m_site, order, lines, parcel.value("company_code"_L1).toString(),
                                  parcel.value("logistics_code"_L1).toString());
    return made ? success(QJsonObject()) : refusal(50002, u"isv.business-failed:2100"_s);
  }

  QString cipher(const Order& order, china::Part part) const
  {
    return u"##"_s + china::sealed(m_site.world, order, part) + u"##"_s;
  }

  Reply reveal(const QJsonArray& asked) const
  {
    QJsonArray list;
    for (const QJsonValue one : asked) {
      const auto order = desk::orderById(m_site.world, Shop::Douyin, one["auth_id"_L1].toString().toLongLong());
      QJsonObject item{{u"auth_id"_s, one["auth_id"_L1]},
                       {u"cipher_text"_s, one["cipher_text"_L1]},
                       {u"decrypt_text"_s, u""_s},
                       {u"err_no"_s, 300'008},
                       {u"err_msg"_s, u"密文不属于该订单"_s}};
      for (const china::Part part : china::kParts)
        if (order && cipher(*order, part) == one["cipher_text"_L1].toString()) {
          item.insert(u"decrypt_text"_s, china::clear(*order, part));
          item.insert(u"err_no"_s, 0);
          item.insert(u"err_msg"_s, u""_s);
        }
      list.append(item);
    }
    return success(QJsonObject{{u"custom_err"_s, QJsonObject{{u"err_code"_s, 0}}}, {u"decrypt_infos"_s, list}});
  }

  Reply orders(const QJsonObject& body)
  {
    const auto time = [&](QLatin1StringView name) { return fromMs(1000 * body.value(name).toInteger()); };
    std::vector<qint64> found;
    if (body.contains("update_time_start"_L1))
      found = china::changed(m_site.world, Shop::Douyin, time("update_time_start"_L1), time("update_time_end"_L1));
    const qint64 size = body.value("size"_L1).toInteger();
    const QJsonArray page =
        china::page(m_site, found, body.value("page"_L1).toInteger(), size,
                    [&](qint64 index) -> QJsonValue { return orderJson(m_site.world.order(index)); });
    return success(QJsonObject{{u"page"_s, body.value("page"_L1)},
                               {u"size"_s, size},
                               {u"total"_s, qint64(found.size())},
                               {u"shop_order_list"_s, page.isEmpty() ? QJsonValue() : QJsonValue(page)}});
  }

  Reply refunds(const QJsonObject& body)
  {
    std::vector<qint64> found;
    if (body.contains("order_id"_L1)) {
      QJsonArray items;
      if (const auto order =
              desk::orderById(m_site.world, Shop::Douyin, body.value("order_id"_L1).toString().toLongLong()))
        for (const china::Claim& claim : china::claims(*order))
          items.append(refundJson(*order, claim));
      return success(QJsonObject{{u"items"_s, items}, {u"total"_s, items.size()}, {u"has_more"_s, false}});
    }
    const auto time = [&](QLatin1StringView name) { return fromMs(1000 * body.value(name).toInteger()); };
    found = china::claimed(m_site.world, Shop::Douyin, time("update_start_time"_L1), time("update_end_time"_L1));
    const QJsonArray page = china::page(m_site, found, body.value("page"_L1).toInteger(),
                                        body.value("size"_L1).toInteger(), [&](qint64 index) -> QJsonValue {
                                          const Order order = m_site.world.order(index);
                                          return refundJson(order, china::claims(order).back());
                                        });
    return success(QJsonObject{{u"items"_s, page}, {u"total"_s, qint64(found.size())}, {u"has_more"_s, false}});
  }

  Reply agree(const QJsonObject& body)
  {
    if (body.value("type"_L1).toInteger() != kAgree)
      return refusal(40004, u"isv.parameter-invalid:type"_s);
    QJsonArray items;
    for (const QJsonValue asked : body.value("items"_L1).toArray()) {
      const qint64 id = asked["aftersale_id"_L1].toString().toLongLong();
      const auto order = china::orderOfRefund(m_site.world, Shop::Douyin, id);
      const bool agreed = order && desk::agreeRefund(m_site.world, *order, id);
      items.append(QJsonObject{{u"aftersale_id"_s, id},
                               {u"status_code"_s, agreed ? 0 : 5},
                               {u"status_msg"_s, agreed ? u""_s : u"状态已变更"_s}});
    }
    return success(QJsonObject{{u"items"_s, items}});
  }

  QJsonObject refundJson(const Order& order, const china::Claim& claim) const
  {
    const Refund& refund = claim.refund;
    const QJsonObject info{{u"aftersale_id"_s, QString::number(refund.id)},
                           {u"aftersale_status"_s, afterSale(claim)},
                           {u"aftersale_type"_s, 1},
                           {u"related_id"_s, QString::number(desk::lineId(order, 0))},
                           {u"refund_amount"_s, refund.amount},
                           {u"apply_time"_s, seconds(refund.at)}};
    return {{u"aftersale_info"_s, info},
            {u"order_info"_s, QJsonObject{{u"shop_order_id"_s, QString::number(order.id)}}},
            {u"text_part"_s, QJsonObject{{u"reason_text"_s, refund.reason}}}};
  }

  QJsonObject lineJson(const Order& order, std::size_t at) const
  {
    const Line& line = order.lines[at];
    const Product& product = m_site.world.catalogue().productOf(*line.variant);
    const auto claims = china::claims(order);
    const QJsonObject spec{{u"name"_s, u"款式"_s}, {u"value"_s, line.variant->option}};
    return {
        {u"order_id"_s, QString::number(desk::lineId(order, at))},
        {u"parent_order_id"_s, QString::number(order.id)},
        {u"product_id"_s, china::productId(product)},
        {u"product_id_str"_s, QString::number(china::productId(product))},
        {u"sku_id"_s, china::variantId(*line.variant)},
        {u"code"_s, line.variant->sku},
        {u"product_name"_s, product.title},
        {u"product_pic"_s, pictureUrl(m_site, product)},
        {u"spec"_s, QJsonArray{spec}},
        {u"item_num"_s, line.quantity},
        {u"origin_amount"_s, china::piece(line)},
        {u"sum_amount"_s, china::lineFull(line)},
        {u"promotion_amount"_s, line.discount},
        {u"pay_amount"_s, china::lineTotal(line)},
        {u"after_sale_info"_s, QJsonObject{{u"after_sale_status"_s, claims.empty() ? 0 : afterSale(claims.back())}}}};
  }

  QJsonArray parcelsJson(const Order& order) const
  {
    QJsonArray list;
    for (const desk::Parcel& parcel : desk::parcels(order)) {
      QJsonArray items;
      for (const auto& [id, quantity] : parcel.lines)
        items.append(QJsonObject{{u"sku_order_id"_s, QString::number(id)}, {u"product_count"_s, quantity}});
      list.append(QJsonObject{{u"tracking_no"_s, parcel.number},
                              {u"company_name"_s, parcel.method},
                              {u"company"_s, u""_s},
                              {u"delivery_id"_s, QString::number(parcel.id)},
                              {u"ship_time"_s, seconds(parcel.at)},
                              {u"product_info"_s, items}});
    }
    return list;
  }

  QJsonObject orderJson(const Order& order) const
  {
    const Place& place = *order.buyer.place;
    const auto named = [](const QString& name) { return QJsonObject{{u"name"_s, name}, {u"id"_s, u""_s}}; };
    const QJsonArray parcels = parcelsJson(order);
    QJsonArray lines;
    qint64 discount = 0;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      lines.append(lineJson(order, i));
      discount += order.lines[i].discount;
    }
    return {{u"order_id"_s, QString::number(order.id)},
            {u"order_status"_s, statusOf(order.state)},
            {u"main_status"_s, statusOf(order.state)},
            {u"pay_type"_s, 2},
            {u"pay_amount"_s, order.total()},
            {u"order_amount"_s, order.total() + discount},
            {u"post_amount"_s, china::freight(order)},
            {u"promotion_amount"_s, discount},
            {u"pay_time"_s, seconds(order.life.paid)},
            {u"exp_ship_time"_s, order.life.paid ? seconds(*order.life.paid + std::chrono::hours(48)) : 0},
            {u"create_time"_s, seconds(order.life.placed)},
            {u"update_time"_s, seconds(order.modified)},
            {u"finish_time"_s, seconds(order.life.delivered)},
            {u"ship_time"_s, parcels.isEmpty() ? QJsonValue(0) : parcels.first()["ship_time"_L1]},
            {u"buyer_words"_s, order.buyerNote},
            {u"seller_words"_s, china::memoOf(order)},
            {u"channel_payment_no"_s, order.tradeNo},
            {u"doudian_open_id"_s, u"1@#"_s + QString::number(order.buyer.id)},
            {u"encrypt_post_receiver"_s, cipher(order, china::Part::Name)},
            {u"encrypt_post_tel"_s, cipher(order, china::Part::Phone)},
            {u"post_addr"_s, QJsonObject{{u"encrypt_detail"_s, cipher(order, china::Part::Street)}}},
            {u"mask_post_receiver"_s, china::maskedName(order.buyer)},
            {u"mask_post_tel"_s, china::maskedPhone(order.buyer)},
            {u"mask_post_addr"_s, QJsonObject{{u"province"_s, named(text(place.province))},
                                              {u"city"_s, named(text(place.city))},
                                              {u"town"_s, named(text(place.district))},
                                              {u"street"_s, named(u""_s)},
                                              {u"detail"_s, u"**路**号"_s}}},
            {u"logistics_info"_s, parcels},
            {u"sku_order_list"_s, lines}};
  }

  Reply products(const QJsonObject& body)
  {
    std::vector<qint64> found;
    const Catalogue& catalogue = m_site.world.catalogue();
    for (const QJsonValue id : body.value("product_id"_L1).toArray())
      if (const auto number = china::productOf(m_site.world, id.toString().toLongLong()))
        found.push_back(*number);
    const qint64 number = body.value("page"_L1).toInteger(), size = body.value("size"_L1).toInteger();
    if (number < 1 || number > kMostPages || size < 1 || size > kMostPageSize)
      return refusal(40004, u"isv.parameter-invalid:page"_s);
    const bool bySpan = body.contains("update_start_time"_L1);
    const auto time = [&](QLatin1StringView name) { return fromMs(1000 * body.value(name).toInteger()); };
    const std::chrono::seconds second(1); // the span leaves out both its ends
    if (!body.contains("product_id"_L1))
      found = china::editedProducts(m_site.world, bySpan ? time("update_start_time"_L1) + second : Instant::min(),
                                    bySpan ? time("update_end_time"_L1) - second : Instant::max());
    const QJsonArray page = china::page(m_site, found, number - 1, size, [&](qint64 at) -> QJsonValue {
      const Product& product = catalogue.products[std::size_t(at)];
      return QJsonObject{{u"product_id"_s, china::productId(product)},
                         {u"name"_s, product.title},
                         {u"status"_s, 0},
                         {u"img"_s, pictureUrl(m_site, product)},
                         {u"update_time"_s, seconds(china::editedAt(m_site.world, at))},
                         {u"category_detail"_s, QJsonObject{{u"first_cname"_s, product.category}}}};
    });
    return success(QJsonObject{{u"data"_s, page}, {u"total"_s, qint64(found.size())}});
  }

  Reply skus(const QByteArray& path, const QJsonObject& body)
  {
    const auto number = china::productOf(m_site.world, body.value("product_id"_L1).toInteger());
    if (!number)
      return refusal(50002, u"isv.business-failed:404"_s);
    if (path == "/sku/syncStock") {
      const auto variant = china::variantOf(m_site.world, body.value("sku_id"_L1).toInteger());
      if (!variant || body.value("incremental"_L1).toBool())
        return refusal(40004, u"isv.parameter-invalid"_s);
      china::setAvailable(m_site, Shop::Douyin, *variant, body.value("stock_num"_L1).toInteger());
      return success(QJsonObject());
    }
    const Catalogue& catalogue = m_site.world.catalogue();
    const Product& product = catalogue.products[std::size_t(*number)];
    QJsonArray list;
    for (int i = 0; i < product.variants; ++i) {
      const Variant& variant = catalogue.variants[std::size_t(product.firstVariant + i)];
      list.append(QJsonObject{{u"id"_s, china::variantId(variant)},
                              {u"product_id"_s, china::productId(product)},
                              {u"code"_s, variant.sku},
                              {u"price"_s, variant.price},
                              {u"sku_type"_s, 0},
                              {u"stock_num"_s, china::available(m_site, Shop::Douyin, variant.number)},
                              {u"spec_detail_name1"_s, variant.option}});
    }
    return success(list);
  }

  static QJsonArray couriers()
  {
    QJsonArray list;
    for (const china::Listed& one : china::kCouriers)
      list.append(QJsonObject{
          {u"id"_s, one.id}, {u"code"_s, QLatin1StringView(one.code)}, {u"name"_s, QString::fromUtf16(one.name)}});
    return list;
  }

  Site& m_site;
  ChinaGrant m_grant;
  QSet<QString> m_requests; ///< parcels of parts, by the caller's key
};

} // namespace

std::unique_ptr<Peer> douyinPeer(Site& site)
{
  return std::make_unique<DouyinShop>(site);
}

} // namespace supercargo::sandbox
