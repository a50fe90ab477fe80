#include "app/sandbox/chinashop.h"
#include "app/sandbox/pictures.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// Pinduoduo's gateway at `{origin}/pinduoduo/api/router`. Orders that were never paid are not told.
namespace supercargo::sandbox {
namespace {

constexpr std::chrono::minutes kWindow{10}, kLongestSpan{30}, kQuiet{3};

Reply refusal(int code, const QString& message)
{
  return jsonReply({{u"error_response"_s,
                     QJsonObject{{u"error_code"_s, code}, {u"error_msg"_s, message}, {u"sub_msg"_s, message}}}});
}

Reply answerAs(const QString& root, const QJsonObject& content)
{
  return jsonReply({{root, content}});
}

struct Flags {
  int order = 1, refund = 1, confirm = 1;
};

Flags flagsOf(const Order& order)
{
  switch (order.state) {
  case State::PartShipped:
  case State::Shipped:
    return {2, 1, 1};
  case State::Delivered:
    return {3, 1, 1};
  case State::Refunded:
    return {desk::parcels(order).empty() ? 1 : 3, 4, 1};
  case State::Cancelled:
  case State::Failed:
    return {1, 1, 2};
  case State::Unpaid:
  case State::OnHold:
    return {1, 1, 0};
  case State::Paid:
    break;
  }
  return {};
}

int afterSales(const china::Claim& claim)
{
  return claim.isOpen ? 2 : 10;
}

class PinduoduoShop : public Peer {
public:
  explicit PinduoduoShop(Site& site) : m_site(site), m_grant(site, 320) {}

  QJsonObject account() const override
  {
    return accountOf(u"拼多多店"_s, m_site.origin + u"/pinduoduo/api/router"_s,
                     {{u"client_id"_s, m_grant.key()},
                      {u"client_secret"_s, m_grant.secret()},
                      {u"refresh_token"_s, m_grant.refresh()}});
  }

  Reply answer(const Request& request) override
  {
    if (request.path != "/api/router" || request.method != "POST")
      return htmlReply(u"Not Found"_s, 404);
    const Fields fields = decodedFields(request.body);
    const auto value = [&](QStringView name) { return fieldValue(fields, name); };
    if (value(u"sign") != china::wrappedMd5(fields, m_grant.secret())) {
      ++m_site.rejected[u"pinduoduo"_s];
      return refusal(20004, u"签名sign校验失败"_s);
    }
    if (!m_site.accepts(fromMs(value(u"timestamp").toLongLong() * 1000), kWindow))
      return refusal(20005, u"timestamp已过期"_s);
    const QString type = value(u"type");
    if (type == "pdd.pop.auth.token.refresh"_L1)
      return value(u"refresh_token") == m_grant.refresh()
                 ? answerAs(u"pop_auth_token_refresh_response"_s, {{u"access_token"_s, m_grant.issue()},
                                                                   {u"refresh_token"_s, m_grant.refresh()},
                                                                   {u"expires_in"_s, 86'400}})
                 : refusal(10019, u"refresh_token已过期"_s);
    if (!m_grant.admits(m_site, value(u"access_token"))) {
      ++m_site.rejected[u"pinduoduo"_s];
      return refusal(10019, u"access_token已过期"_s);
    }
    return route(type, fields);
  }

private:
  Reply route(const QString& type, const Fields& fields)
  {
    if (type == "pdd.order.number.list.increment.get"_L1 || type == "pdd.order.list.get"_L1)
      return orders(type, fields);
    if (type == "pdd.refund.list.increment.get"_L1)
      return refunds(fields);
    if (type == "pdd.goods.list.get"_L1)
      return goodsList(fields);
    if (type == "pdd.logistics.companies.get"_L1)
      return answerAs(u"logistics_companies_get_response"_s, {{u"logistics_companies"_s, couriers()}});
    if (type == "pdd.open.decrypt.batch"_L1)
      return reveal(QJsonDocument::fromJson(fieldValue(fields, u"data_list").toUtf8()).array());
    if (type == "pdd.refund.agree"_L1)
      return agree(QJsonDocument::fromJson(fieldValue(fields, u"request").toUtf8()).object());
    if (type.startsWith("pdd.goods."_L1)) {
      const auto product = china::productOf(m_site.world, fieldValue(fields, u"goods_id").toLongLong());
      if (!product)
        return refusal(50001, u"商品不存在"_s);
      return type == "pdd.goods.detail.get"_L1 ? answerAs(u"goods_detail_get_response"_s, goodsJson(*product))
                                               : setStock(fields);
    }
    const auto order = desk::orderById(m_site.world, Shop::Pinduoduo, fieldValue(fields, u"order_sn").toLongLong());
    if (!order || !order->life.paid)
      return refusal(50001, u"订单不存在"_s);
    return act(type, *order, fields);
  }

  Reply act(const QString& type, const Order& order, const Fields& fields)
  {
    if (type == "pdd.order.information.get"_L1)
      return answerAs(u"order_info_get_response"_s, {{u"order_info"_s, orderJson(order)}});
    if (type == "pdd.order.note.update"_L1) {
      china::setMemo(m_site, order, fieldValue(fields, u"note"));
      return answerAs(u"response"_s, {{u"success"_s, true}});
    }
    if (type != "pdd.logistics.online.send"_L1)
      return refusal(10001, u"type不存在"_s);
    const auto made =
        china::ship(m_site, order, {}, fieldValue(fields, u"logistics_id"), fieldValue(fields, u"tracking_number"));
    return made ? answerAs(u"logistics_online_send_response"_s, {{u"is_success"_s, true}})
                : refusal(50001, made.error().detail);
  }

  QString cipher(const Order& order, china::Part part) const
  {
    return u"~Ag"_s + china::sealed(m_site.world, order, part) + u"~1~"_s;
  }

  Reply reveal(const QJsonArray& asked) const
  {
    QJsonArray list;
    for (const QJsonValue one : asked) {
      const auto order = desk::orderById(m_site.world, Shop::Pinduoduo, one["data_tag"_L1].toString().toLongLong());
      QJsonObject item{{u"data_tag"_s, one["data_tag"_L1]},
                       {u"encrypted_data"_s, one["encrypted_data"_L1]},
                       {u"error_code"_s, 70031},
                       {u"error_msg"_s, u"密文与订单不符"_s}};
      for (const auto& [part, type] :
           {std::pair(china::Part::Name, 5), std::pair(china::Part::Phone, 6), std::pair(china::Part::Street, 8)})
        if (order && cipher(*order, part) == one["encrypted_data"_L1].toString()) {
          item.insert(u"data_type"_s, type);
          item.insert(u"decrypted_data"_s, china::clear(*order, part));
          item.insert(u"error_code"_s, 0);
          item.insert(u"error_msg"_s, u""_s);
        }
      list.append(item);
    }
    return answerAs(u"open_decrypt_batch_response"_s, {{u"data_decrypt_list"_s, list}});
  }

  Reply orders(const QString& type, const Fields& fields)
  {
    const bool byChange = type != "pdd.order.list.get"_L1;
    const auto value = [&](QStringView name) { return fieldValue(fields, name).toLongLong(); };
    const Instant from = fromMs(1000 * value(byChange ? u"start_updated_at" : u"start_confirm_at"));
    const Instant to = fromMs(1000 * value(byChange ? u"end_updated_at" : u"end_confirm_at"));
    if (to - from > (byChange ? kLongestSpan : std::chrono::minutes(24 * 60)))
      return refusal(50001, u"时间跨度过大"_s);
    if (byChange && to > m_site.now() - kQuiet + std::chrono::seconds(5))
      return refusal(50001, u"结束时间须早于三分钟前"_s);
    std::vector<qint64> found =
        byChange ? china::changed(m_site.world, Shop::Pinduoduo, from, to) : confirmed(from, to);
    std::erase_if(found, [&](qint64 index) { return !m_site.world.life(index).paid; });
    const QJsonArray page =
        china::page(m_site, found, value(u"page") - 1, value(u"page_size"),
                    [&](qint64 index) -> QJsonValue { return orderJson(m_site.world.order(index)); });
    return answerAs(
        byChange ? u"order_sn_increment_get_response"_s : u"order_list_get_response"_s,
        {{u"total_count"_s, qint64(found.size())}, {byChange ? u"order_sn_list"_s : u"order_list"_s, page}});
  }

  /// Orders whose payment lies in the closed span, whole seconds.
  std::vector<qint64> confirmed(Instant from, Instant to) const
  {
    std::vector<qint64> found;
    for (const IndexEntry& entry : m_site.world.index(Shop::Pinduoduo).entries())
      if (const auto paid = m_site.world.life(entry.index).paid;
          paid && std::chrono::floor<std::chrono::seconds>(*paid) >= from &&
          std::chrono::floor<std::chrono::seconds>(*paid) <= to)
        found.push_back(entry.index);
    return found;
  }

  Reply refunds(const Fields& fields)
  {
    const auto value = [&](QStringView name) { return fieldValue(fields, name).toLongLong(); };
    QJsonArray list;
    std::vector<qint64> found;
    const qint64 one = value(u"order_sn");
    if (one != 0) {
      if (const auto order = desk::orderById(m_site.world, Shop::Pinduoduo, one))
        for (const china::Claim& claim : china::claims(*order))
          list.append(refundJson(*order, claim));
      return answerAs(u"refund_increment_get_response"_s, {{u"refund_list"_s, list}, {u"total_count"_s, list.size()}});
    }
    found = china::claimed(m_site.world, Shop::Pinduoduo, fromMs(1000 * value(u"start_updated_at")),
                           fromMs(1000 * value(u"end_updated_at")));
    list = china::page(m_site, found, value(u"page") - 1, value(u"page_size"), [&](qint64 index) -> QJsonValue {
      const Order order = m_site.world.order(index);
      return refundJson(order, china::claims(order).back());
    });
    return answerAs(u"refund_increment_get_response"_s,
                    {{u"refund_list"_s, list}, {u"total_count"_s, qint64(found.size())}});
  }

  Reply agree(const QJsonObject& given)
  {
    const auto order =
        desk::orderById(m_site.world, Shop::Pinduoduo, given.value("order_sn"_L1).toString().toLongLong());
    const qint64 id = given.value("after_sales_id"_L1).toInteger();
    const bool agreed = order && desk::agreeRefund(m_site.world, *order, id);
    const QJsonObject result{
        {u"after_sales_id"_s, id}, {u"succ"_s, agreed}, {u"message"_s, agreed ? u""_s : u"售后状态已变更"_s}};
    return answerAs(u"response"_s, {{u"result"_s, result}});
  }

  QJsonObject refundJson(const Order& order, const china::Claim& claim) const
  {
    const Refund& refund = claim.refund;
    return {{u"id"_s, refund.id},
            {u"order_sn"_s, QString::number(order.id)},
            {u"after_sales_status"_s, afterSales(claim)},
            {u"after_sales_type"_s, 2},
            {u"refund_amount"_s, yuan(refund.amount)},
            {u"after_sale_reason"_s, refund.reason},
            {u"created_time"_s, china::written(refund.at)},
            {u"updated_time"_s, china::written(refund.at)}};
  }

  QJsonObject orderJson(const Order& order) const
  {
    const Place& place = *order.buyer.place;
    const auto parcels = desk::parcels(order);
    const Flags flags = flagsOf(order);
    const auto claims = china::claims(order);
    qint64 goods = 0, discount = 0;
    QJsonArray items;
    for (const Line& line : order.lines) {
      const Product& product = m_site.world.catalogue().productOf(*line.variant);
      goods += china::lineFull(line);
      discount += line.discount;
      items.append(QJsonObject{{u"goods_id"_s, china::productId(product)},
                               {u"sku_id"_s, china::variantId(*line.variant)},
                               {u"outer_id"_s, line.variant->sku},
                               {u"goods_name"_s, product.title},
                               {u"goods_spec"_s, line.variant->option},
                               {u"goods_price"_s, double(china::piece(line)) / 100},
                               {u"goods_count"_s, line.quantity},
                               {u"goods_img"_s, pictureUrl(m_site, product)}});
    }
    const QString shipBy = order.life.paid ? china::written(*order.life.paid + std::chrono::hours(48)) : QString();
    return {{u"order_sn"_s, QString::number(order.id)},
            {u"order_status"_s, flags.order},
            {u"refund_status"_s, claims.empty() || !claims.back().isOpen ? flags.refund : 2},
            {u"confirm_status"_s, flags.confirm},
            {u"group_status"_s, 1},
            {u"risk_control_status"_s, 0},
            {u"after_sales_status"_s, claims.empty() ? 0 : afterSales(claims.back())},
            {u"created_time"_s, china::written(order.life.placed)},
            {u"confirm_time"_s, china::written(order.life.paid)},
            {u"pay_time"_s, china::written(order.life.paid)},
            {u"last_ship_time"_s, shipBy},
            {u"updated_at"_s, china::written(order.modified)},
            {u"shipping_time"_s, parcels.empty() ? QString() : china::written(parcels.front().at)},
            {u"receive_time"_s, china::written(order.life.delivered)},
            {u"goods_amount"_s, yuan(goods)},
            {u"discount_amount"_s, yuan(discount)},
            {u"postage"_s, yuan(china::freight(order))},
            {u"pay_amount"_s, yuan(order.total())},
            {u"pay_type"_s, u"ALI"_s},
            {u"pay_no"_s, order.tradeNo},
            {u"province"_s, text(place.province)},
            {u"city"_s, text(place.city)},
            {u"town"_s, text(place.district)},
            {u"receiver_name"_s, cipher(order, china::Part::Name)},
            {u"receiver_phone"_s, cipher(order, china::Part::Phone)},
            {u"receiver_address"_s, cipher(order, china::Part::Street)},
            {u"receiver_name_mask"_s, china::maskedName(order.buyer)},
            {u"receiver_phone_mask"_s, china::maskedPhone(order.buyer)},
            {u"receiver_address_mask"_s, u"**路**号"_s},
            {u"buyer_memo"_s, order.buyerNote},
            {u"remark"_s, china::memoOf(order)},
            {u"tracking_number"_s, parcels.empty() ? QString() : parcels.front().number},
            {u"logistics_id"_s, parcels.empty() ? 0 : 85},
            {u"item_list"_s, items}};
  }

  Reply goodsList(const Fields& fields)
  {
    const std::vector<qint64> found = m_site.world.listedProducts();
    const QJsonArray page =
        china::page(m_site, found, fieldValue(fields, u"page").toLongLong() - 1,
                    fieldValue(fields, u"page_size").toLongLong(), [&](qint64 number) -> QJsonValue {
                      QJsonArray skus;
                      for (const QJsonValue sku : goodsJson(int(number)).value("sku_list"_L1).toArray())
                        skus.append(QJsonObject{{u"sku_id"_s, sku["sku_id"_L1]},
                                                {u"outer_id"_s, sku["out_sku_sn"_L1]},
                                                {u"sku_quantity"_s, sku["quantity"_L1]}});
                      const Product& product = m_site.world.catalogue().products[std::size_t(number)];
                      return QJsonObject{{u"goods_id"_s, china::productId(product)}, {u"sku_list"_s, skus}};
                    });
    return answerAs(u"goods_list_get_response"_s, {{u"total_count"_s, qint64(found.size())}, {u"goods_list"_s, page}});
  }

  QJsonObject goodsJson(int number) const
  {
    const Catalogue& catalogue = m_site.world.catalogue();
    const Product& product = catalogue.products[std::size_t(number)];
    QJsonArray skus;
    for (int i = 0; i < product.variants; ++i) {
      const Variant& variant = catalogue.variants[std::size_t(product.firstVariant + i)];
      const QJsonObject spec{{u"parent_name"_s, u"款式"_s}, {u"spec_name"_s, variant.option}};
      skus.append(QJsonObject{{u"sku_id"_s, china::variantId(variant)},
                              {u"out_sku_sn"_s, variant.sku},
                              {u"quantity"_s, china::available(m_site, Shop::Pinduoduo, variant.number)},
                              {u"price"_s, variant.price + 200},
                              {u"multi_price"_s, variant.price},
                              {u"spec"_s, QJsonArray{spec}}});
    }
    return {{u"goods_id"_s, china::productId(product)},
            {u"goods_name"_s, product.title},
            {u"status"_s, 1},
            {u"image_url"_s, pictureUrl(m_site, product)},
            {u"sku_list"_s, skus}};
  }

  Reply setStock(const Fields& fields)
  {
    const auto variant = china::variantOf(m_site.world, fieldValue(fields, u"sku_id").toLongLong());
    if (!variant || fieldValue(fields, u"update_type") != "1"_L1)
      return refusal(50001, u"SKU不存在"_s);
    china::setAvailable(m_site, Shop::Pinduoduo, *variant, fieldValue(fields, u"quantity").toLongLong());
    return answerAs(u"goods_quantity_update_response"_s, {{u"is_success"_s, true}});
  }

  static QJsonArray couriers()
  {
    QJsonArray list;
    for (const china::Listed& one : china::kCouriers)
      list.append(QJsonObject{{u"id"_s, one.id},
                              {u"code"_s, QLatin1StringView(one.code)},
                              {u"logistics_company"_s, QString::fromUtf16(one.name)},
                              {u"available"_s, 1}});
    return list;
  }

  Site& m_site;
  ChinaGrant m_grant;
};

} // namespace

std::unique_ptr<Peer> pinduoduoPeer(Site& site)
{
  return std::make_unique<PinduoduoShop>(site);
}

} // namespace supercargo::sandbox
