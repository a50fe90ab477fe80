#include "app/sandbox/chinashop.h"
#include "app/sandbox/pictures.h"
#include "core/base/money.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// Youzan's cloud at `{origin}/youzan/auth/token` and `/api/{call}/{version}`. Its refunds happen when the seller asks.
namespace supercargo::sandbox {
namespace {

constexpr qint64 kTokenLife = 7 * 86'400'000LL, kMostPages = 100, kMostRefunds = 3000;

Reply gateway(int code, const QString& message)
{
  return jsonReply(
      {{u"gw_err_resp"_s, QJsonObject{{u"err_code"_s, code}, {u"err_msg"_s, message}, {u"trace_id"_s, u"yz7-1"_s}}}});
}

Reply refusal(qint64 code, const QString& message)
{
  return jsonReply({{u"code"_s, code},
                    {u"success"_s, false},
                    {u"message"_s, message},
                    {u"data"_s, QJsonValue()},
                    {u"trace_id"_s, u"yz7-1"_s}});
}

Reply data(const QJsonObject& content)
{
  return jsonReply({{u"code"_s, 200},
                    {u"success"_s, true},
                    {u"message"_s, u"successful"_s},
                    {u"data"_s, content},
                    {u"trace_id"_s, u"yz7-1"_s}});
}

Reply done()
{
  return data({{u"is_success"_s, true}});
}

QString statusOf(const Order& order)
{
  switch (order.state) {
  case State::Unpaid:
    return u"WAIT_BUYER_PAY"_s;
  case State::OnHold:
    return u"WAIT_CONFIRM"_s;
  case State::Paid:
  case State::PartShipped:
    return u"WAIT_SELLER_SEND_GOODS"_s;
  case State::Shipped:
    return u"WAIT_BUYER_CONFIRM_GOODS"_s;
  case State::Delivered:
    return u"TRADE_SUCCESS"_s;
  case State::Cancelled:
  case State::Refunded:
  case State::Failed:
    break;
  }
  return u"TRADE_CLOSED"_s;
}

class YouzanShop : public Peer {
public:
  explicit YouzanShop(Site& site)
      : m_site(site), m_grant(site, 370), m_shopId(u"4"_s + token(site.world.seed(), 374, 7, kDecimalDigits))
  {
  }

  QJsonObject account() const override
  {
    return accountOf(
        u"有赞店"_s, m_site.origin + u"/youzan"_s,
        {{u"client_id"_s, m_grant.key()}, {u"client_secret"_s, m_grant.secret()}, {u"kdt_id"_s, m_shopId}});
  }

  Reply answer(const Request& request) override
  {
    const QJsonObject body = QJsonDocument::fromJson(request.body).object();
    if (request.path == "/auth/token")
      return login(body);
    if (!request.path.startsWith("/api/") || request.method != "POST")
      return gateway(4001, u"非法请求地址"_s);
    const QString access = fieldValue(request.parameters(), u"access_token");
    if (access.isEmpty())
      return gateway(4201, u"非法的请求凭证"_s);
    if (!m_grant.admits(m_site, access)) {
      ++m_site.rejected[u"youzan"_s];
      return gateway(4203, u"Token 不存在"_s);
    }
    return route(QString::fromUtf8(request.path.mid(5)), body);
  }

private:
  Reply login(const QJsonObject& body)
  {
    const bool right =
        body.value("client_id"_L1) == m_grant.key() && body.value("client_secret"_L1) == m_grant.secret();
    const bool silent = body.value("authorize_type"_L1) == "silent"_L1 && body.value("grant_id"_L1) == m_shopId;
    const bool renews =
        body.value("authorize_type"_L1) == "refresh_token"_L1 && body.value("refresh_token"_L1) == m_grant.refresh();
    if (!right || (!silent && !renews)) {
      ++m_site.rejected[u"youzan"_s];
      return gateway(4202, u"client_secret 错误或授权不存在"_s);
    }
    return data({{u"access_token"_s, m_grant.issue()},
                 {u"refresh_token"_s, m_grant.refresh()},
                 {u"expires"_s, toMs(m_site.world.now()) + kTokenLife},
                 {u"authority_id"_s, m_shopId}});
  }

  Reply route(const QString& api, const QJsonObject& body)
  {
    if (api == "youzan.trades.sold.get/4.0.4"_L1)
      return orders(body);
    if (api == "youzan.trade.refund.search/3.0.1"_L1)
      return refunds(body);
    if (api == "youzan.items.onsale.get/3.0.0"_L1)
      return items(body, true);
    if (api == "youzan.items.inventory.get/3.0.0"_L1)
      return items(body, false);
    if (api == "youzan.scrm.customer.search/3.1.2"_L1)
      return customers(body);
    if (api == "youzan.logistics.express.get/3.0.0"_L1)
      return data({{u"allExpress"_s, couriers()}});
    if (api == "youzan.item.quantity.update/4.0.0"_L1)
      return setStock(body.value("param"_L1).toObject());
    if (api == "youzan.cloud.secret.decrypt.batch/1.0.0"_L1)
      return reveal(body.value("sources"_L1).toArray());
    if (api == "youzan.item.detail.get/1.0.1"_L1) {
      const auto product = china::productOf(m_site.world, body.value("item_id"_L1).toInteger());
      return product ? data(itemJson(*product)) : refusal(301'000'002, u"商品不存在"_s);
    }
    return act(api, body);
  }

  Reply act(const QString& api, const QJsonObject& body)
  {
    const auto index = m_site.world.orderByNumber(body.value("tid"_L1).toString());
    if (!index || m_site.world.shopOf(*index) != Shop::Youzan)
      return refusal(141'502'105, u"订单不存在"_s);
    const Order order = m_site.world.order(*index);
    if (api == "youzan.trade.get/4.0.2"_L1)
      return data({{u"full_order_info"_s, orderJson(order)}});
    if (api == "youzan.trade.memo.update/3.0.0"_L1) {
      china::setMemo(m_site, order, body.value("memo"_L1).toString());
      return done();
    }
    if (api == "youzan.trade.close/3.0.0"_L1) {
      const auto closed = order.life.paid ? Result<void>(fail(ErrorKind::Rejected, u"订单已付款"_s))
                                          : desk::cancel(m_site.world, order);
      return closed ? done() : refusal(101'500'001, closed.error().detail);
    }
    if (api == "youzan.logistics.online.confirm/3.0.0"_L1) {
      const auto sent = china::ship(m_site, order, body.value("oids"_L1).toString().split(u',', Qt::SkipEmptyParts),
                                    body.value("out_stype"_L1).toString(), body.value("out_sid"_L1).toString());
      return sent ? done() : refusal(101'500'002, sent.error().detail);
    }
    if (api == "youzan.trade.refund.seller.active/3.0.1"_L1)
      return refund(order, body);
    return gateway(4005, u"非法的API"_s);
  }

  QString cipher(const Order& order, china::Part part) const
  {
    return order.number + u'.' + china::sealed(m_site.world, order, part) + u"$1$"_s;
  }

  /// What is no ciphertext of this shop comes back as it is.
  Reply reveal(const QJsonArray& sources) const
  {
    QJsonObject opened;
    for (const QJsonValue source : sources) {
      opened.insert(source.toString(), source);
      const auto index = m_site.world.orderByNumber(source.toString().section(u'.', 0, 0));
      if (!index || m_site.world.shopOf(*index) != Shop::Youzan)
        continue;
      const Order order = m_site.world.order(*index);
      for (const china::Part part : china::kParts)
        if (cipher(order, part) == source.toString())
          opened.insert(source.toString(), china::clear(order, part));
    }
    return data(opened);
  }

  /// One biz_value is one refund; the items must sum up to it.
  Reply refund(const Order& order, const QJsonObject& body)
  {
    const QString key = body.value("biz_value"_L1).toString();
    if (key.isEmpty() || body.value("desc"_L1).toString().isEmpty())
      return refusal(101'500'003, u"参数错误"_s);
    if (const auto made = m_made.constFind(key); made != m_made.cend())
      return data({{u"refund_id"_s, QString::number(*made)}, {u"is_success"_s, true}});
    const auto amountOf = [](const QJsonValue& value) {
      return Money::parse(value.toString(), Currency()).value_or(Money()).minor();
    };
    qint64 sum = 0;
    for (const QJsonValue item : body.value("items"_L1).toArray())
      sum += amountOf(item["refund_fee"_L1]);
    const qint64 amount = amountOf(body.value("refund_fee"_L1));
    if (sum != amount)
      return refusal(101'500'003, u"退款金额与明细不符"_s);
    const auto made = desk::refund(m_site.world, order, amount, body.value("desc"_L1).toString());
    if (!made)
      return refusal(101'500'004, u"退款金额超过可退金额"_s);
    m_made.insert(key, made->id);
    return data({{u"refund_id"_s, QString::number(made->id)}, {u"is_success"_s, true}});
  }

  Reply orders(const QJsonObject& body)
  {
    const auto from = china::wallClock(body.value("start_update"_L1).toString()),
               to = china::wallClock(body.value("end_update"_L1).toString());
    const qint64 page = body.value("page_no"_L1).toInteger(), size = body.value("page_size"_L1).toInteger();
    if (!from || !to || page < 1 || page > kMostPages || size < 1 || size > 100)
      return refusal(101'500'003, u"参数错误"_s);
    const std::vector<qint64> found = china::changed(m_site.world, Shop::Youzan, *from, *to);
    const QJsonArray list = china::page(m_site, found, page - 1, size, [&](qint64 index) -> QJsonValue {
      return QJsonObject{{u"full_order_info"_s, orderJson(m_site.world.order(index))}};
    });
    return data({{u"total_results"_s, qint64(found.size())}, {u"full_order_info_list"_s, list}});
  }

  Reply refunds(const QJsonObject& body)
  {
    const qint64 page = std::max<qint64>(1, body.value("page_no"_L1).toInteger()),
                 size = std::max<qint64>(1, body.value("page_size"_L1).toInteger());
    if (page * size > kMostRefunds)
      return refusal(53'002, u"超过ES搜索最大深度"_s);
    if (const QString tid = body.value("tid"_L1).toString(); !tid.isEmpty()) {
      const auto index = m_site.world.orderByNumber(tid);
      QJsonArray list;
      if (index)
        for (const Order order = m_site.world.order(*index); const Refund& refund : order.refunds)
          list.append(refundJson(order, refund));
      return data({{u"total"_s, list.size()}, {u"refunds"_s, list}});
    }
    const auto at = [&](QLatin1StringView name) { return fromMs(1000 * body.value(name).toInteger()); };
    const std::vector<qint64> found =
        china::refunded(m_site.world, Shop::Youzan, at("update_time_start"_L1), at("update_time_end"_L1));
    const QJsonArray list = china::page(m_site, found, page - 1, size, [&](qint64 index) -> QJsonValue {
      const Order order = m_site.world.order(index);
      return refundJson(order, order.refunds.front());
    });
    return data({{u"total"_s, qint64(found.size())}, {u"refunds"_s, list}});
  }

  static QJsonObject refundJson(const Order& order, const Refund& refund)
  {
    return {{u"refund_id"_s, QString::number(refund.id)},
            {u"tid"_s, order.number},
            {u"status"_s, u"SUCCESS"_s},
            {u"refund_fee"_s, yuan(refund.amount)},
            {u"return_goods"_s, false},
            {u"desc"_s, refund.reason},
            {u"created"_s, china::written(refund.at)},
            {u"modified"_s, china::written(refund.at)}};
  }

  QJsonArray lines(const Order& order) const
  {
    QJsonArray list;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      const Line& line = order.lines[i];
      const Product& product = m_site.world.catalogue().productOf(*line.variant);
      const QJsonArray options{QJsonObject{{u"k"_s, u"款式"_s}, {u"v"_s, line.variant->option}}};
      list.append(QJsonObject{
          {u"oid"_s, QString::number(desk::lineId(order, i))},
          {u"title"_s, product.title},
          {u"num"_s, line.quantity},
          {u"item_id"_s, china::productId(product)},
          {u"sku_id"_s, china::variantId(*line.variant)},
          {u"outer_item_id"_s, product.slug},
          {u"outer_sku_id"_s, line.variant->sku},
          {u"price"_s, yuan(china::piece(line))},
          {u"total_fee"_s, yuan(china::lineTotal(line))},
          {u"payment"_s, yuan(china::lineTotal(line))},
          {u"pic_path"_s, pictureUrl(m_site, product)},
          {u"sku_properties_name"_s, QString::fromUtf8(QJsonDocument(options).toJson(QJsonDocument::Compact))}});
    }
    return list;
  }

  static QJsonArray deliveries(const Order& order)
  {
    QJsonArray list;
    for (const desk::Parcel& parcel : desk::parcels(order)) {
      QJsonArray oids;
      for (const auto& [line, quantity] : parcel.lines)
        oids.append(QJsonObject{{u"oid"_s, QString::number(line)}});
      const QJsonObject express{{u"express_id"_s, 7}, {u"express_no"_s, parcel.number}};
      const QJsonObject part{{u"dist_id"_s, QString::number(parcel.id)}, {u"express_info"_s, express}};
      list.append(QJsonObject{{u"pk_id"_s, parcel.id}, {u"oids"_s, oids}, {u"dists"_s, QJsonArray{part}}});
    }
    return list;
  }

  QJsonObject orderJson(const Order& order) const
  {
    const Place& place = *order.buyer.place;
    const auto parcels = desk::parcels(order);
    qint64 goods = 0;
    for (const Line& line : order.lines)
      goods += china::lineFull(line);
    const bool finished = order.state == State::Delivered && order.life.delivered;
    return {
        {u"order_info"_s,
         QJsonObject{{u"tid"_s, order.number},
                     {u"status"_s, statusOf(order)},
                     {u"created"_s, china::written(order.life.placed)},
                     {u"update_time"_s, china::written(order.modified)},
                     {u"pay_time"_s, china::written(order.life.paid)},
                     {u"pay_type_str"_s, u"UNIONPAY"_s},
                     {u"consign_time"_s, parcels.empty() ? QString() : china::written(parcels.front().at)},
                     {u"success_time"_s, finished ? china::written(order.life.delivered) : QString()},
                     {u"refund_state"_s, order.refunds.empty() ? 0 : 2}}},
        {u"buyer_info"_s, QJsonObject{{u"yz_open_id"_s, u"yz"_s + QString::number(order.buyer.id)},
                                      {u"buyer_phone"_s, china::maskedPhone(order.buyer)},
                                      {u"fans_nickname"_s, china::maskedName(order.buyer)}}},
        {u"address_info"_s, QJsonObject{{u"receiver_name"_s, cipher(order, china::Part::Name)},
                                        {u"receiver_tel"_s, cipher(order, china::Part::Phone)},
                                        {u"delivery_province"_s, text(place.province)},
                                        {u"delivery_city"_s, text(place.city)},
                                        {u"delivery_district"_s, text(place.district)},
                                        {u"delivery_address"_s, cipher(order, china::Part::Street)}}},
        {u"pay_info"_s, QJsonObject{{u"total_fee"_s, yuan(goods)},
                                    {u"post_fee"_s, yuan(china::freight(order))},
                                    {u"payment"_s, yuan(order.total())}}},
        {u"remark_info"_s, QJsonObject{{u"buyer_message"_s, order.buyerNote}, {u"trade_memo"_s, china::memoOf(order)}}},
        {u"orders"_s, lines(order)},
        {u"delivery_order"_s, deliveries(order)}};
  }

  /// Everything is on sale, so the warehouse is empty.
  Reply items(const QJsonObject& body, bool onSale)
  {
    std::vector<qint64> found;
    if (onSale)
      found = m_site.world.listedProducts();
    const QJsonArray list =
        china::page(m_site, found, body.value("page_no"_L1).toInteger() - 1, body.value("page_size"_L1).toInteger(),
                    [&](qint64 number) -> QJsonValue {
                      const Product& product = m_site.world.catalogue().products[std::size_t(number)];
                      return QJsonObject{{u"item_id"_s, china::productId(product)}, {u"title"_s, product.title}};
                    });
    return data({{u"count"_s, qint64(found.size())}, {u"items"_s, list}});
  }

  QJsonObject itemJson(int number) const
  {
    const Catalogue& catalogue = m_site.world.catalogue();
    const Product& product = catalogue.products[std::size_t(number)];
    QJsonArray skus;
    for (int i = 0; i < product.variants; ++i) {
      const Variant& variant = catalogue.variants[std::size_t(product.firstVariant + i)];
      const QJsonObject option{{u"prop_name"_s, u"款式"_s}, {u"prop_value_name"_s, variant.option}};
      skus.append(QJsonObject{{u"sku_id"_s, china::variantId(variant)},
                              {u"sku_no"_s, variant.sku},
                              {u"price"_s, variant.price},
                              {u"quantity"_s, china::available(m_site, Shop::Youzan, variant.number)},
                              {u"sku_props"_s, QJsonArray{option}}});
    }
    return {{u"item_id"_s, china::productId(product)},
            {u"title"_s, product.title},
            {u"is_display"_s, 1},
            {u"images"_s, QJsonArray{QJsonObject{{u"image_url"_s, pictureUrl(m_site, product)}}}},
            {u"sku_list"_s, skus}};
  }

  Reply customers(const QJsonObject& body)
  {
    const auto at = [&](QLatin1StringView name) { return fromMs(1000 * body.value(name).toInteger()); };
    const Instant from = at("created_at_start"_L1), to = at("created_at_end"_L1);
    std::vector<qint64> found;
    for (qint64 id = 1; id <= m_site.world.customerCount(); ++id)
      if (const Instant joined = desk::joinedAt(m_site.world, id); joined >= from && joined <= to)
        found.push_back(id);
    const QJsonArray list =
        china::page(m_site, found, body.value("page"_L1).toInteger() - 1, body.value("page_size"_L1).toInteger(),
                    [&](qint64 id) -> QJsonValue {
                      const Person buyer = person(m_site.world.seed(), id);
                      return QJsonObject{{u"yz_open_id"_s, u"yz"_s + QString::number(id)},
                                         {u"show_name"_s, china::maskedName(buyer)},
                                         {u"mobile"_s, china::maskedPhone(buyer)},
                                         {u"created_at"_s, toMs(desk::joinedAt(m_site.world, id)) / 1000}};
                    });
    return data({{u"total"_s, qint64(found.size())}, {u"record_list"_s, list}});
  }

  Reply setStock(const QJsonObject& body)
  {
    const auto variant = china::variantOf(m_site.world, body.value("sku_id"_L1).toInteger());
    if (!variant || body.value("type"_L1).toInteger(-1) != 0)
      return refusal(301'000'002, u"规格不存在"_s);
    china::setAvailable(m_site, Shop::Youzan, *variant, body.value("quantity"_L1).toInteger());
    return done();
  }

  static QJsonArray couriers()
  {
    QJsonArray list;
    for (const china::Listed& one : china::kCouriers)
      list.append(QJsonObject{{u"id"_s, one.id}, {u"name"_s, QString::fromUtf16(one.name)}, {u"display"_s, 1}});
    return list;
  }

  Site& m_site;
  ChinaGrant m_grant;
  QString m_shopId;
  QHash<QString, qint64> m_made; ///< refunds by biz_value
};

} // namespace

std::unique_ptr<Peer> youzanPeer(Site& site)
{
  return std::make_unique<YouzanShop>(site);
}

} // namespace supercargo::sandbox
