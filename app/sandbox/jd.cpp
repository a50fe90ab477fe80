#include "app/sandbox/chinashop.h"
#include "app/sandbox/pictures.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

/// JD's gateway at `{origin}/jd/routerjson`, and where grants are renewed at `{origin}/jd/oauth2/…`.
namespace supercargo::sandbox {
namespace {

constexpr std::chrono::minutes kWindow{6};

Reply refusal(const QString& code, const QString& message)
{
  return jsonReply(
      {{u"error_response"_s, QJsonObject{{u"code"_s, code}, {u"zh_desc"_s, message}, {u"en_desc"_s, message}}}});
}

QJsonObject result(bool success, const QString& why = {})
{
  return {{u"success"_s, success},
          {u"englishErrCode"_s, why},
          {u"chineseErrCode"_s, why},
          {u"numberCode"_s, success ? 0 : 10400001}};
}

Reply answerTo(const QString& method, QJsonObject content)
{
  content.insert(u"code"_s, u"0"_s);
  return jsonReply({{QString(method).replace(u'.', u'_') + u"_responce"_s, content}});
}

QString stateOf(State state)
{
  switch (state) {
  case State::Unpaid:
    return u"NOT_PAY"_s;
  case State::Paid:
  case State::PartShipped:
    return u"WAIT_SELLER_STOCK_OUT"_s;
  case State::OnHold:
    return u"LOCKED"_s;
  case State::Shipped:
    return u"WAIT_GOODS_RECEIVE_CONFIRM"_s;
  case State::Delivered:
    return u"FINISHED_L"_s;
  case State::Cancelled:
  case State::Failed:
  case State::Refunded:
    break;
  }
  return u"TRADE_CANCELED"_s;
}

class JdShop : public Peer {
public:
  explicit JdShop(Site& site) : m_site(site), m_grant(site, 360) {}

  QJsonObject account() const override
  {
    return accountOf(
        u"京东店"_s, m_site.origin + u"/jd/routerjson"_s,
        {{u"app_key"_s, m_grant.key()}, {u"app_secret"_s, m_grant.secret()}, {u"refresh_token"_s, m_grant.refresh()}});
  }

  Reply answer(const Request& request) override
  {
    const Fields fields = decodedFields(request.body);
    const auto value = [&](QStringView name) { return fieldValue(fields, name); };
    if (request.path == "/oauth2/refresh_token")
      return refresh(fields);
    if (request.path != "/routerjson" || request.method != "POST")
      return htmlReply(u"Not Found"_s, 404);
    if (value(u"sign") != china::wrappedMd5(fields, m_grant.secret())) {
      ++m_site.rejected[u"jd"_s];
      return refusal(u"12"_s, u"Invalid Signature"_s);
    }
    const auto stamp = china::wallClock(value(u"timestamp"));
    if (!stamp || !m_site.accepts(*stamp, kWindow))
      return refusal(u"8"_s, u"Invalid Timestamp"_s);
    if (!m_grant.admits(m_site, value(u"access_token"))) {
      ++m_site.rejected[u"jd"_s];
      return refusal(u"19"_s, u"Token已过期或者不存在"_s);
    }
    return route(value(u"method"), QJsonDocument::fromJson(value(u"360buy_param_json").toUtf8()).object());
  }

private:
  Reply refresh(const Fields& fields)
  {
    const auto value = [&](QStringView name) { return fieldValue(fields, name); };
    if (value(u"app_key") != m_grant.key() || value(u"app_secret") != m_grant.secret() ||
        value(u"refresh_token") != m_grant.refresh())
      return jsonReply({{u"code"_s, u"400"_s}, {u"msg"_s, u"refresh_token is invalid"_s}});
    return jsonReply({{u"access_token"_s, m_grant.issue()},
                      {u"refresh_token"_s, m_grant.refresh()},
                      {u"expires_in"_s, 86'400},
                      {u"uid"_s, u"1"_s}});
  }

  Reply route(const QString& method, const QJsonObject& body)
  {
    if (method == "jingdong.pop.order.enSearch"_L1)
      return search(method, body);
    if (method == "jingdong.asc.serviceAndRefund.view"_L1)
      return refunds(method, body);
    if (method == "jingdong.ware.read.searchWare4Valid"_L1)
      return wares(method, body);
    if (method == "jingdong.sku.read.searchSkuList"_L1)
      return skus(method, body);
    if (method == "jingdong.sku.read.findSkuById"_L1 || method == "jingdong.stock.write.updateSkuStock"_L1)
      return stock(method, body);
    if (method == "jingdong.get.vender.all.delivery.company"_L1)
      return answerTo(
          method, {{u"getvenderalldeliverycompanyresult"_s, QJsonObject{{u"all_delivery_companys"_s, couriers()}}}});
    if (method == "jingdong.jos.order.oaid.decrypt"_L1)
      return reveal(method, body.value("getReceiverInfoListReqVO"_L1)["orderInfos"_L1][0].toObject());
    const QString id = body.value(method == "jingdong.pop.order.enGet"_L1 ? "order_id"_L1 : "orderId"_L1).toString();
    const auto order = desk::orderById(m_site.world, Shop::Jd, id.toLongLong());
    if (method == "jingdong.pop.order.enGet"_L1)
      return answerTo(method, {{u"orderDetailInfo"_s,
                                order ? QJsonObject{{u"apiResult"_s, result(true)}, {u"orderInfo"_s, orderJson(*order)}}
                                      : QJsonObject{{u"apiResult"_s, result(false, u"order not found"_s)}}}});
    return order ? act(method, *order, body) : refusal(u"66"_s, u"order not found"_s);
  }

  Reply act(const QString& method, const Order& order, const QJsonObject& body)
  {
    if (method == "jingdong.pop.order.modifyVenderRemark"_L1) {
      china::setMemo(m_site, order, body.value("remark"_L1).toString());
      return answerTo(method, {{u"modifyvenderremark_result"_s, result(true)}});
    }
    if (method != "jingdong.pop.order.shipment"_L1)
      return refusal(u"14"_s, u"Invalid Method"_s);
    const auto made =
        china::ship(m_site, order, {}, body.value("logiCoprId"_L1).toString(), body.value("logiNo"_L1).toString());
    return answerTo(method,
                    {{u"sopjosshipment_result"_s, result(made.has_value(), made ? QString() : made.error().detail)}});
  }

  QString oaid(const Order& order) const { return china::sealed(m_site.world, order, china::Part::Name); }

  Reply reveal(const QString& method, const QJsonObject& asked) const
  {
    const auto order = desk::orderById(m_site.world, Shop::Jd, asked.value("orderId"_L1).toInteger());
    if (!order || asked.value("oaid"_L1).toString() != oaid(*order))
      return answerTo(method, {{u"returnType"_s, QJsonObject{{u"code"_s, 400}, {u"message"_s, u"oaid不匹配"_s}}}});
    const QJsonObject receiver{{u"orderId"_s, order->id},
                               {u"oaid"_s, oaid(*order)},
                               {u"customerName"_s, china::clear(*order, china::Part::Name)},
                               {u"consMobilePhone"_s, china::clear(*order, china::Part::Phone)},
                               {u"address"_s, china::clear(*order, china::Part::Street)}};
    return answerTo(method, {{u"returnType"_s, QJsonObject{{u"code"_s, 200}, {u"data"_s, QJsonArray{receiver}}}}});
  }

  Reply search(const QString& method, const QJsonObject& body)
  {
    const auto from = china::wallClock(body.value("start_date"_L1).toString());
    const auto to = china::wallClock(body.value("end_date"_L1).toString());
    if (!from || !to || *to - *from > std::chrono::hours(24 * 31))
      return answerTo(method, {{u"searchorderinfo_result"_s,
                                QJsonObject{{u"apiResult"_s, result(false, u"startDate or endDate is error"_s)}}}});
    const auto found = china::changed(m_site.world, Shop::Jd, *from, *to);
    const auto number = [&](QLatin1StringView name) { return body.value(name).toString().toLongLong(); };
    const QJsonArray page =
        china::page(m_site, found, number("page"_L1) - 1, number("page_size"_L1),
                    [&](qint64 index) -> QJsonValue { return orderJson(m_site.world.order(index)); });
    return answerTo(method, {{u"searchorderinfo_result"_s, QJsonObject{{u"apiResult"_s, result(true)},
                                                                       {u"orderTotal"_s, qint64(found.size())},
                                                                       {u"orderInfoList"_s, page}}}});
  }

  Reply refunds(const QString& method, const QJsonObject& body)
  {
    QJsonArray list;
    qint64 total = 0;
    if (body.contains("orderId"_L1)) {
      if (const auto order = desk::orderById(m_site.world, Shop::Jd, body.value("orderId"_L1).toString().toLongLong()))
        for (const Refund& refund : order->refunds)
          list.append(refundJson(*order, refund));
      total = list.size();
    } else {
      const auto from = china::wallClock(body.value("approveTimeBegin"_L1).toString());
      const auto to = china::wallClock(body.value("approveTimeEnd"_L1).toString());
      const auto found = china::refunded(m_site.world, Shop::Jd, from.value_or(Instant()), to.value_or(Instant()));
      total = qint64(found.size());
      list = china::page(m_site, found, body.value("pageNumber"_L1).toInteger() - 1,
                         body.value("pageSize"_L1).toInteger(), [&](qint64 index) -> QJsonValue {
                           const Order order = m_site.world.order(index);
                           return refundJson(order, order.refunds.front());
                         });
    }
    return answerTo(method, {{u"pageResult"_s, QJsonObject{{u"totalCount"_s, total}, {u"data"_s, list}}}});
  }

  QJsonObject refundJson(const Order& order, const Refund& refund) const
  {
    return {{u"serviceId"_s, QString::number(refund.id)},
            {u"orderId"_s, QString::number(order.id)},
            {u"refundAmount"_s, yuan(refund.amount)},
            {u"serviceStatus"_s, u"10009"_s},
            {u"applyReason"_s, refund.reason},
            {u"applyTime"_s, china::written(refund.at)}};
  }

  QJsonObject orderJson(const Order& order) const
  {
    const Place& place = *order.buyer.place;
    const auto parcels = desk::parcels(order);
    QStringList waybills;
    for (const desk::Parcel& parcel : parcels)
      waybills.append(parcel.number);
    QJsonArray items, coupons;
    qint64 goods = 0;
    for (const Line& line : order.lines) {
      const Product& product = m_site.world.catalogue().productOf(*line.variant);
      const QString sku = QString::number(china::variantId(*line.variant));
      goods += china::lineFull(line);
      items.append(QJsonObject{{u"skuId"_s, sku},
                               {u"wareId"_s, QString::number(china::productId(product))},
                               {u"outerSkuId"_s, line.variant->sku},
                               {u"skuName"_s, m_site.world.catalogue().title(*line.variant)},
                               {u"jdPrice"_s, yuan(china::piece(line))},
                               {u"itemTotal"_s, QString::number(line.quantity)}});
      if (line.discount > 0)
        coupons.append(QJsonObject{
            {u"skuId"_s, sku}, {u"couponType"_s, u"20-套装优惠"_s}, {u"couponPrice"_s, yuan(line.discount)}});
    }
    const QString none = u"0001-01-01 00:00:00"_s;
    return {{u"orderId"_s, QString::number(order.id)},
            {u"orderState"_s, stateOf(order.state)},
            {u"oaid"_s, oaid(order)},
            {u"payType"_s, u"4-在线支付"_s},
            {u"orderTotalPrice"_s, yuan(goods)},
            {u"orderPayment"_s, yuan(order.total())},
            {u"freightPrice"_s, yuan(china::freight(order))},
            {u"orderStartTime"_s, china::written(order.life.placed)},
            {u"orderEndTime"_s, order.life.delivered ? china::written(*order.life.delivered) : none},
            {u"paymentConfirmTime"_s, order.life.paid ? china::written(*order.life.paid) : none},
            {u"modified"_s, china::written(order.modified)},
            {u"orderRemark"_s, order.buyerNote},
            {u"venderRemark"_s, china::memoOf(order)},
            {u"parentOrderId"_s, u"0"_s},
            {u"waybill"_s, waybills.join(u',')},
            {u"logisticsId"_s, parcels.empty() ? u""_s : u"467"_s},
            {u"consigneeInfo"_s, QJsonObject{{u"fullname"_s, china::maskedName(order.buyer)},
                                             {u"mobile"_s, china::maskedPhone(order.buyer)},
                                             {u"province"_s, text(place.province)},
                                             {u"city"_s, text(place.city)},
                                             {u"county"_s, text(place.district)},
                                             {u"fullAddress"_s, u"**路**号"_s}}},
            {u"itemInfoList"_s, items},
            {u"couponDetailList"_s, coupons}};
  }

  Reply wares(const QString& method, const QJsonObject& body)
  {
    const Catalogue& catalogue = m_site.world.catalogue();
    const Instant made = m_site.world.catalogueMade();
    const bool within =
        !body.contains("startModifiedTime"_L1) || (made >= fromMs(body.value("startModifiedTime"_L1).toInteger()) &&
                                                   made <= fromMs(body.value("endModifiedTime"_L1).toInteger()));
    std::vector<qint64> found;
    for (const QJsonValue id : body.value("wareId"_L1).toArray())
      if (const auto number = china::productOf(m_site.world, id.toString().toLongLong()))
        found.push_back(*number);
    if (within && !body.contains("wareId"_L1))
      found = m_site.world.listedProducts();
    return pageOf(method, body, found, [&](qint64 number) -> QJsonValue {
      const Product& product = catalogue.products[std::size_t(number)];
      return QJsonObject{{u"wareId"_s, china::productId(product)},
                         {u"title"_s, product.title},
                         {u"wareStatus"_s, 8},
                         {u"modified"_s, toMs(made)},
                         {u"logo"_s, pictureUrl(m_site, product)}};
    });
  }

  Reply skus(const QString& method, const QJsonObject& body)
  {
    std::vector<qint64> found;
    std::optional<int> ware;
    if (body.contains("wareId"_L1))
      ware = china::productOf(m_site.world, body.value("wareId"_L1)[0].toString().toLongLong());
    for (const qint64 number : m_site.world.listedVariants())
      if (!body.contains("wareId"_L1) || m_site.world.catalogue().variants[std::size_t(number)].product == ware)
        found.push_back(number);
    return pageOf(method, body, found, [&](qint64 number) -> QJsonValue { return skuJson(int(number)); });
  }

  QJsonObject skuJson(int number) const
  {
    const Variant& variant = m_site.world.catalogue().variants[std::size_t(number)];
    const QJsonObject attribute{{u"attrId"_s, u"1"_s}, {u"attrValueAlias"_s, QJsonArray{variant.option}}};
    return {{u"skuId"_s, china::variantId(variant)},
            {u"wareId"_s, china::productId(m_site.world.catalogue().products[std::size_t(variant.product)])},
            {u"outerId"_s, variant.sku},
            {u"barCode"_s, variant.barcode},
            {u"jdPrice"_s, double(variant.price) / 100},
            {u"stockNum"_s, china::available(m_site, Shop::Jd, number)},
            {u"saleAttrs"_s, QJsonArray{attribute}}};
  }

  Reply pageOf(const QString& method, const QJsonObject& body, const std::vector<qint64>& found,
               const std::function<QJsonValue(qint64)>& json)
  {
    const QJsonArray page = china::page(m_site, found, body.value("pageNo"_L1).toInteger() - 1,
                                        body.value("pageSize"_L1).toInteger(), json);
    return answerTo(method, {{u"page"_s, QJsonObject{{u"totalItem"_s, qint64(found.size())}, {u"data"_s, page}}}});
  }

  Reply stock(const QString& method, const QJsonObject& body)
  {
    const auto variant = china::variantOf(m_site.world, body.value("skuId"_L1).toString().toLongLong());
    if (!variant)
      return answerTo(method, {});
    if (method == "jingdong.sku.read.findSkuById"_L1)
      return answerTo(method, {{u"sku"_s, skuJson(*variant)}});
    china::setAvailable(m_site, Shop::Jd, *variant, body.value("stockNum"_L1).toInteger());
    return answerTo(method, {{u"success"_s, true}});
  }

  static QJsonArray couriers()
  {
    QJsonArray list;
    for (const china::Listed& one : china::kCouriers)
      list.append(QJsonObject{{u"id"_s, one.id}, {u"name"_s, QString::fromUtf16(one.name)}});
    return list;
  }

  Site& m_site;
  ChinaGrant m_grant;
};

} // namespace

std::unique_ptr<Peer> jdPeer(Site& site)
{
  return std::make_unique<JdShop>(site);
}

} // namespace supercargo::sandbox
