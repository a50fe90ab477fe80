#include "app/sandbox/chinashop.h"
#include "app/sandbox/pictures.h"
#include "core/base/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// Taobao's gateway at `{origin}/taobao/router/rest`.
namespace supercargo::sandbox {
namespace {

constexpr std::chrono::minutes kWindow{10};
constexpr qint64 kDeepestOnSale = 20'000, kMostPages = 101, kMostItems = 200; ///< of the lists of goods

Reply refusal(int code, const QString& message, const QString& subCode = {})
{
  return jsonReply({{u"error_response"_s, QJsonObject{{u"code"_s, code},
                                                      {u"msg"_s, message},
                                                      {u"sub_code"_s, subCode},
                                                      {u"sub_msg"_s, message},
                                                      {u"request_id"_s, u"s"_s}}}});
}

Reply answerTo(const QString& method, QJsonObject content)
{
  content.insert(u"request_id"_s, u"s"_s);
  const QString root = QString(method).remove(0, u"taobao."_s.size()).replace(u'.', u'_') + u"_response"_s;
  return jsonReply({{root, content}});
}

QString statusOf(State state)
{
  switch (state) {
  case State::Unpaid:
    return u"WAIT_BUYER_PAY"_s;
  case State::Paid:
    return u"WAIT_SELLER_SEND_GOODS"_s;
  case State::OnHold:
    return u"PAID_FORBID_CONSIGN"_s;
  case State::PartShipped:
    return u"SELLER_CONSIGNED_PART"_s;
  case State::Shipped:
    return u"WAIT_BUYER_CONFIRM_GOODS"_s;
  case State::Delivered:
    return u"TRADE_FINISHED"_s;
  case State::Refunded:
    return u"TRADE_CLOSED"_s;
  case State::Cancelled:
  case State::Failed:
    break;
  }
  return u"TRADE_CLOSED_BY_TAOBAO"_s;
}

class TaobaoShop : public Peer {
public:
  explicit TaobaoShop(Site& site) : m_site(site), m_grant(site, 300) {}

  QJsonObject account() const override
  {
    return accountOf(u"淘宝店"_s, m_site.origin + u"/taobao/router/rest"_s,
                     {{u"app_key"_s, m_grant.key()},
                      {u"app_secret"_s, m_grant.secret()},
                      {u"refresh_token"_s, m_grant.refresh()},
                      {u"sign_method"_s, u"hmac-sha256"_s}});
  }

  Reply answer(const Request& request) override
  {
    if (request.path != "/router/rest" || request.method != "POST")
      return htmlReply(u"Not Found"_s, 404);
    const Fields fields = decodedFields(request.body);
    const auto value = [&](QStringView name) { return fieldValue(fields, name); };
    if (value(u"sign") != signature(fields)) {
      ++m_site.rejected[u"taobao"_s];
      return refusal(25, u"Invalid signature"_s);
    }
    const auto stamp = china::wallClock(value(u"timestamp"));
    if (!stamp || !m_site.accepts(*stamp, kWindow))
      return refusal(31, u"Invalid Timestamp"_s);
    const QString method = value(u"method");
    if (method == "taobao.top.auth.token.refresh"_L1)
      return refresh(method, value(u"refresh_token"));
    if (!m_grant.admits(m_site, value(u"session"))) {
      ++m_site.rejected[u"taobao"_s];
      return refusal(27, u"Invalid session"_s, u"invalid-sessionkey"_s);
    }
    return route(method, fields);
  }

private:
  QString signature(const Fields& fields) const
  {
    const QString method = fieldValue(fields, u"sign_method");
    if (method == "md5"_L1)
      return china::wrappedMd5(fields, m_grant.secret());
    const auto hash = method == "hmac"_L1 ? crypto::Hash::Md5 : crypto::Hash::Sha256;
    const QByteArray code = crypto::hmac(hash, m_grant.secret().toUtf8(), china::sortedText(fields));
    return QString::fromLatin1(code.toHex()).toUpper();
  }

  Reply refresh(const QString& method, const QString& given)
  {
    QJsonObject pair{{u"error"_s, u"invalid_refresh_token"_s}};
    if (given == m_grant.refresh())
      pair = {{u"access_token"_s, m_grant.issue()}, {u"refresh_token"_s, m_grant.refresh()}, {u"expires_in"_s, 86'400}};
    return answerTo(method, {{u"token_result"_s, compact(pair)}});
  }

  Reply route(const QString& method, const Fields& fields)
  {
    const auto value = [&](QStringView name) { return fieldValue(fields, name); };
    if (method == "taobao.user.seller.get"_L1)
      return answerTo(method, {{u"user"_s, QJsonObject{{u"user_id"_s, 1}}}});
    if (method == "taobao.trades.sold.increment.get"_L1 || method == "taobao.refunds.receive.get"_L1)
      return list(method, fields);
    if (method == "taobao.trades.sold.get"_L1)
      return answerTo(method, {{u"total_results"_s, placed(fields)}});
    if (method == "taobao.items.onsale.get"_L1 || method == "taobao.items.inventory.get"_L1)
      return items(method, fields);
    if (method == "taobao.items.seller.list.get"_L1)
      return itemsById(method, value(u"num_iids"));
    if (method == "taobao.logistics.companies.get"_L1)
      return answerTo(method, {{u"logistics_companies"_s, QJsonObject{{u"logistics_company"_s, couriers()}}}});
    if (method == "taobao.skus.quantity.update"_L1 || method == "taobao.item.quantity.update"_L1)
      return setStock(method, fields);
    if (method == "taobao.refund.get"_L1)
      return refund(method, value(u"refund_id").toLongLong());
    if (method == "taobao.rp.refunds.agree"_L1)
      return agree(method, value(u"refund_infos").split(u'|'));
    if (method == "taobao.top.oaid.decrypt"_L1)
      return reveal(method, QJsonDocument::fromJson(value(u"query_list").toUtf8())[0].toObject());
    const auto order = desk::orderById(m_site.world, Shop::Taobao, value(u"tid").toLongLong());
    if (!order)
      return refusal(15, u"Remote service error"_s, u"isv.trade-not-exist"_s);
    if (method == "taobao.trade.fullinfo.get"_L1)
      return answerTo(method, {{u"trade"_s, tradeJson(*order)}});
    return act(method, *order, fields);
  }

  Reply act(const QString& method, const Order& order, const Fields& fields)
  {
    const auto value = [&](QStringView name) { return fieldValue(fields, name); };
    if (method == "taobao.trade.memo.update"_L1) {
      china::setMemo(m_site, order, value(u"memo"));
    } else if (method == "taobao.trade.close"_L1) {
      if (order.state != State::Unpaid)
        return refusal(15, u"Remote service error"_s, u"isv.trade-close-status-error"_s);
      (void)desk::cancel(m_site.world, order);
    } else if (method == "taobao.logistics.offline.send"_L1) {
      const auto made = china::ship(m_site, order, value(u"sub_tid").split(u',', Qt::SkipEmptyParts),
                                    value(u"company_code"), value(u"out_sid"));
      if (!made)
        return refusal(15, made.error().detail, u"isv.logistics-offline-service-error:B04"_s);
      return answerTo(method, {{u"shipping"_s, QJsonObject{{u"is_success"_s, true}}}});
    } else {
      return refusal(22, u"Invalid method"_s);
    }
    return answerTo(method, {{u"trade"_s, QJsonObject{{u"tid"_s, order.id}}}});
  }

  QString oaid(const Order& order) const { return u"1A"_s + china::sealed(m_site.world, order, china::Part::Name); }

  Reply reveal(const QString& method, const QJsonObject& query) const
  {
    const auto order = desk::orderById(m_site.world, Shop::Taobao, query.value("tid"_L1).toString().toLongLong());
    if (!order || query.value("oaid"_L1).toString() != oaid(*order) || query.value("scene"_L1).toString().isEmpty())
      return refusal(15, u"Remote service error"_s, u"isv.oaid-not-match"_s);
    const Place& place = *order->buyer.place;
    const QJsonObject receiver{{u"tid"_s, QString::number(order->id)},
                               {u"oaid"_s, oaid(*order)},
                               {u"matched"_s, true},
                               {u"privacy_protection"_s, false},
                               {u"name"_s, china::clear(*order, china::Part::Name)},
                               {u"mobile"_s, china::clear(*order, china::Part::Phone)},
                               {u"state"_s, text(place.province)},
                               {u"city"_s, text(place.city)},
                               {u"district"_s, text(place.district)},
                               {u"address_detail"_s, china::clear(*order, china::Part::Street)}};
    return answerTo(method, {{u"receiver_list"_s, QJsonObject{{u"receiver"_s, QJsonArray{receiver}}}}});
  }

  Reply list(const QString& method, const Fields& fields)
  {
    const auto value = [&](QStringView name) { return fieldValue(fields, name); };
    const auto from = china::wallClock(value(u"start_modified")), to = china::wallClock(value(u"end_modified"));
    if (!from || !to || *to - *from > std::chrono::hours(24))
      return refusal(41, u"Invalid arguments:start_modified"_s);
    const bool orders = method == "taobao.trades.sold.increment.get"_L1;
    const auto found = orders ? china::changed(m_site.world, Shop::Taobao, *from, *to)
                              : china::claimed(m_site.world, Shop::Taobao, *from, *to);
    const QJsonArray page =
        china::page(m_site, found, value(u"page_no").toLongLong() - 1, value(u"page_size").toLongLong(),
                    [&](qint64 index) -> QJsonValue {
                      const Order order = m_site.world.order(index);
                      return orders ? tradeJson(order) : refundJson(order, china::claims(order).size() - 1);
                    });
    const QString outer = orders ? u"trades"_s : u"refunds"_s, inner = orders ? u"trade"_s : u"refund"_s;
    return answerTo(method, {{u"total_results"_s, qint64(found.size())}, {outer, QJsonObject{{inner, page}}}});
  }

  qint64 placed(const Fields& fields) const
  {
    const auto from = china::wallClock(fieldValue(fields, u"start_created"));
    const auto to = china::wallClock(fieldValue(fields, u"end_created"));
    if (!from || !to)
      return 0;
    const World& world = m_site.world;
    return world.numbers().ranksBelow(Shop::Taobao, world.firstPlacedFrom(*to)) -
           world.numbers().ranksBelow(Shop::Taobao, world.firstPlacedFrom(*from));
  }

  QJsonObject tradeJson(const Order& order) const
  {
    const Place& place = *order.buyer.place;
    const auto parcels = desk::parcels(order);
    qint64 goods = 0;
    QJsonArray lines;
    for (std::size_t i = 0; i < order.lines.size(); ++i) {
      goods += china::lineFull(order.lines[i]);
      lines.append(lineJson(order, i, parcels));
    }
    QJsonObject json{
        {u"tid"_s, order.id},
        {u"tid_str"_s, QString::number(order.id)},
        {u"status"_s, statusOf(order.state)},
        {u"type"_s, u"fixed"_s},
        {u"payment"_s, yuan(order.total())},
        {u"post_fee"_s, yuan(china::freight(order))},
        {u"total_fee"_s, yuan(goods)},
        {u"created"_s, china::written(order.life.placed)},
        {u"modified"_s, china::written(order.modified)},
        {u"buyer_nick"_s, u"~"_s + token(m_site.world.seed(), quint64(order.buyer.id), 8, kHexDigits) + u"~1~"_s},
        {u"buyer_open_uid"_s, u"AAH"_s + QString::number(order.buyer.id)},
        {u"oaid"_s, oaid(order)},
        {u"receiver_name"_s, china::maskedName(order.buyer)},
        {u"receiver_state"_s, text(place.province)},
        {u"receiver_city"_s, text(place.city)},
        {u"receiver_district"_s, text(place.district)},
        {u"receiver_address"_s, u"**路**号"_s},
        {u"receiver_mobile"_s, china::maskedPhone(order.buyer)},
        {u"seller_memo"_s, china::memoOf(order)},
        {u"seller_flag"_s, 0},
        {u"buyer_message"_s, order.buyerNote},
        {u"alipay_no"_s, order.tradeNo},
        {u"orders"_s, QJsonObject{{u"order"_s, lines}}}};
    if (order.life.paid)
      json.insert(u"pay_time"_s, china::written(*order.life.paid));
    if (!parcels.empty())
      json.insert(u"consign_time"_s, china::written(parcels.front().at));
    if (order.life.delivered)
      json.insert(u"end_time"_s, china::written(*order.life.delivered));
    return json;
  }

  QJsonObject lineJson(const Order& order, std::size_t at, const std::vector<desk::Parcel>& parcels) const
  {
    const Line& line = order.lines[at];
    const Catalogue& catalogue = m_site.world.catalogue();
    const Product& product = catalogue.productOf(*line.variant);
    const auto claims = china::claims(order);
    QJsonObject json{{u"oid"_s, desk::lineId(order, at)},
                     {u"num_iid"_s, china::productId(product)},
                     {u"outer_iid"_s, line.variant->sku},
                     {u"title"_s, product.title},
                     {u"num"_s, line.quantity},
                     {u"price"_s, yuan(china::piece(line))},
                     {u"total_fee"_s, yuan(china::lineTotal(line))},
                     {u"payment"_s, yuan(china::lineTotal(line))},
                     {u"divide_order_fee"_s, yuan(china::lineTotal(line))},
                     {u"status"_s, statusOf(order.state)},
                     {u"refund_status"_s, at < claims.size() ? refundStatus(claims[at]) : u"NO_REFUND"_s},
                     {u"pic_path"_s, pictureUrl(m_site, product)}};
    if (!product.isSimple()) {
      json.insert(u"sku_id"_s, QString::number(china::variantId(*line.variant)));
      json.insert(u"outer_sku_id"_s, line.variant->sku);
      json.insert(u"sku_properties_name"_s, u"款式:"_s + line.variant->option);
    }
    if (at < claims.size())
      json.insert(u"refund_id"_s, QString::number(claims[at].refund.id));
    for (const desk::Parcel& parcel : parcels)
      for (const auto& [id, quantity] : parcel.lines)
        if (id == desk::lineId(order, at)) {
          json.insert(u"invoice_no"_s, parcel.number);
          json.insert(u"logistics_company"_s, parcel.method);
          json.insert(u"consign_time"_s, china::written(parcel.at));
          json.insert(u"status"_s, statusOf(order.state == State::Delivered ? order.state : State::Shipped));
        }
    return json;
  }

  static QString refundStatus(const china::Claim& claim)
  {
    return claim.isOpen ? u"WAIT_SELLER_AGREE"_s : u"SUCCESS"_s;
  }

  QJsonObject refundJson(const Order& order, std::size_t line) const
  {
    const china::Claim claim = china::claims(order)[line];
    const Refund& refund = claim.refund;
    return {{u"refund_id"_s, QString::number(refund.id)},
            {u"tid"_s, order.id},
            {u"oid"_s, desk::lineId(order, line)},
            {u"status"_s, refundStatus(claim)},
            {u"refund_fee"_s, yuan(refund.amount)},
            {u"reason"_s, refund.reason},
            {u"has_good_return"_s, false},
            {u"created"_s, china::written(refund.at)},
            {u"modified"_s, china::written(refund.at)},
            {u"refund_version"_s, toMs(refund.at)},
            {u"refund_phase"_s, u"aftersale"_s}};
  }

  /// What is told of a refund; empty: there is none.
  QJsonObject refundById(qint64 id) const
  {
    const auto order = china::orderOfRefund(m_site.world, Shop::Taobao, id);
    for (std::size_t i = 0; order && i < china::claims(*order).size(); ++i)
      if (china::claims(*order)[i].refund.id == id)
        return refundJson(*order, i);
    return {};
  }

  Reply refund(const QString& method, qint64 id) const
  {
    const QJsonObject found = refundById(id);
    return found.isEmpty() ? refusal(15, u"Remote service error"_s, u"isv.refund-not-exist"_s)
                           : answerTo(method, {{u"refund"_s, found}});
  }

  /// `given`: number, amount in fen, version and phase of the refund, as they were read.
  Reply agree(const QString& method, const QStringList& given)
  {
    const qint64 id = given.value(0).toLongLong();
    const QJsonObject known = refundById(id);
    const auto order = china::orderOfRefund(m_site.world, Shop::Taobao, id);
    const bool isSame = yuan(given.value(1).toLongLong()) == known["refund_fee"_L1].toString() &&
                        given.value(2).toLongLong() == known["refund_version"_L1].toInteger() &&
                        given.value(3) == known["refund_phase"_L1].toString();
    const bool agreed = order && isSame && desk::agreeRefund(m_site.world, *order, id);
    const QJsonObject result{{u"refund_id"_s, id}, {u"succ"_s, agreed}};
    return answerTo(method, {{u"succ"_s, agreed},
                             {u"message"_s, agreed ? u""_s : u"退款状态已变更"_s},
                             {u"results"_s, QJsonObject{{u"refund_mapping_result"_s, QJsonArray{result}}}}});
  }

  /// The platform moves such goods to the warehouse by itself.
  bool isSoldOut(qint64 number) const
  {
    const Product& product = m_site.world.catalogue().products[std::size_t(number)];
    for (int i = 0; i < product.variants; ++i)
      if (china::available(m_site, Shop::Taobao, product.firstVariant + i) > 0)
        return false;
    return true;
  }

  Reply items(const QString& method, const Fields& fields)
  {
    const bool onSale = method == "taobao.items.onsale.get"_L1;
    const auto value = [&](QStringView name) { return fieldValue(fields, name).toLongLong(); };
    const qint64 number = value(u"page_no"), size = value(u"page_size");
    const bool isTooDeep = onSale ? number * size > kDeepestOnSale : number > kMostPages;
    if (number < 1 || size < 1 || size > kMostItems || isTooDeep)
      return refusal(41, u"Invalid arguments:page_no"_s);
    const bool soldOut = fieldValue(fields, u"banner") == "sold_out"_L1;
    std::vector<qint64> found;
    if (onSale || soldOut) // nothing else is in the warehouse
      found = china::editedProducts(m_site.world,
                                    china::wallClock(fieldValue(fields, u"start_modified")).value_or(Instant::min()),
                                    china::wallClock(fieldValue(fields, u"end_modified")).value_or(Instant::max()));
    std::erase_if(found, [&](qint64 product) { return isSoldOut(product) != soldOut; });
    const QJsonArray page = china::page(m_site, found, number - 1, size, [&](qint64 product) -> QJsonValue {
      return QJsonObject{{u"num_iid"_s, china::productId(m_site.world.catalogue().products[std::size_t(product)])},
                         {u"modified"_s, china::written(china::editedAt(m_site.world, product))}};
    });
    return answerTo(method, {{u"total_results"_s, qint64(found.size())}, {u"items"_s, QJsonObject{{u"item"_s, page}}}});
  }

  QJsonObject itemJson(const Product& product) const
  {
    const Catalogue& catalogue = m_site.world.catalogue();
    const Variant& first = catalogue.variants[std::size_t(product.firstVariant)];
    QJsonObject json{{u"num_iid"_s, china::productId(product)},
                     {u"title"_s, product.title},
                     {u"outer_id"_s, first.sku},
                     {u"price"_s, yuan(first.price)},
                     {u"num"_s, china::available(m_site, Shop::Taobao, first.number)},
                     {u"pic_url"_s, pictureUrl(m_site, product)},
                     {u"approve_status"_s, isSoldOut(product.number) ? u"instock"_s : u"onsale"_s},
                     {u"modified"_s, china::written(china::editedAt(m_site.world, product.number))}};
    QJsonArray skus;
    for (int i = 0; i < product.variants && !product.isSimple(); ++i) {
      const Variant& variant = catalogue.variants[std::size_t(product.firstVariant + i)];
      skus.append(QJsonObject{{u"sku_id"_s, china::variantId(variant)},
                              {u"outer_id"_s, variant.sku},
                              {u"barcode"_s, variant.barcode},
                              {u"price"_s, yuan(variant.price)},
                              {u"quantity"_s, china::available(m_site, Shop::Taobao, variant.number)},
                              {u"properties_name"_s, u"1:2:款式:"_s + variant.option}});
    }
    if (!skus.isEmpty())
      json.insert(u"skus"_s, QJsonObject{{u"sku"_s, skus}});
    return json;
  }

  Reply itemsById(const QString& method, const QString& ids) const
  {
    QJsonArray items;
    for (const QString& id : ids.split(u',', Qt::SkipEmptyParts))
      if (const auto number = china::productOf(m_site.world, id.toLongLong()))
        items.append(itemJson(m_site.world.catalogue().products[std::size_t(*number)]));
    return answerTo(method, {{u"items"_s, QJsonObject{{u"item"_s, items}}}});
  }

  Reply setStock(const QString& method, const Fields& fields)
  {
    const auto value = [&](QStringView name) { return fieldValue(fields, name); };
    const auto number = china::productOf(m_site.world, value(u"num_iid").toLongLong());
    if (!number)
      return refusal(15, u"Remote service error"_s, u"isv.item-not-exist"_s);
    const Product& product = m_site.world.catalogue().products[std::size_t(*number)];
    if (method == "taobao.item.quantity.update"_L1)
      china::setAvailable(m_site, Shop::Taobao, product.firstVariant, value(u"quantity").toLongLong());
    for (const QString& pair : value(u"skuid_quantities").split(u';', Qt::SkipEmptyParts))
      if (const auto variant = china::variantOf(m_site.world, pair.section(u':', 0, 0).toLongLong()))
        china::setAvailable(m_site, Shop::Taobao, *variant, pair.section(u':', 1).toLongLong());
    return answerTo(method, {{u"item"_s, itemJson(product)}});
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
};

} // namespace

std::unique_ptr<Peer> taobaoPeer(Site& site)
{
  return std::make_unique<TaobaoShop>(site);
}

} // namespace supercargo::sandbox
