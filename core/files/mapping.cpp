#include "core/files/mapping.h"

namespace supercargo {
namespace {

using Synonyms = std::vector<std::pair<QString, QStringList>>; ///< field -> headings, lower case, the best first

QStringList list(const char* text)
{
  return QString::fromUtf8(text).split(u'|');
}

/// Headings of weights, with their units too: "重量(kg)", "重量 (g)", "重量（克）".
QStringList weighed(const char* names)
{
  QStringList headings;
  for (const QString& name : list(names)) {
    for (const QString& unit : list("kg|g|lbs|lb|oz|千克|公斤|克|磅|盎司"))
      for (const char* form : {"%1(%2)", "%1 (%2)", "%1（%2）"})
        headings.append(QString::fromUtf8(form).arg(name, unit));
    headings.append(name);
  }
  return headings;
}

const Synonyms& orderSynonyms()
{
  static const Synonyms kAll{
      {QStringLiteral("id"), list("id|订单编号|订单号|order_id|order id|主订单编号|交易编号")},
      {QStringLiteral("number"), list("name|order_number|order number|number|订单编号|订单号|主订单编号|id|order_id")},
      {QStringLiteral("status"), list("订单状态|status|order status|交易状态|状态")},
      {QStringLiteral("financial_status"), list("financial status|payment status|支付状态")},
      {QStringLiteral("fulfilment_status"), list("fulfillment status|shipping status|发货状态")},
      {QStringLiteral("placed_at"),
       list("订单创建时间|买家下单时间|created at|order_date|order date|date_created|下单时间|创建时间|日期|date")},
      {QStringLiteral("paid_at"), list("订单付款时间|买家付款时间|paid at|date_paid|付款时间|支付时间")},
      {QStringLiteral("shipped_at"), list("发货时间|fulfilled at|shipped at")},
      {QStringLiteral("completed_at"), list("确认收货时间|completed at|完成时间")},
      {QStringLiteral("cancelled_at"), list("cancelled at|canceled at|取消时间")},
      {QStringLiteral("currency"), list("currency|order_currency|币种|货币")},
      {QStringLiteral("total"), list("买家实际支付金额|买家实付金额|实付款(元)|total|order_total|order "
                                     "total|总金额|实付金额|实付|金额|订单金额")},
      {QStringLiteral("goods"), list("买家应付货款|货品总价(元)|subtotal|cart_subtotal|货款")},
      {QStringLiteral("shipping"), list("买家应付邮费|运费(元)|shipping|shipping_total|运费|邮费")},
      {QStringLiteral("tax"), list("taxes|tax|order_tax|税费")},
      {QStringLiteral("discount"), list("discount amount|discount|discount_total|优惠金额")},
      {QStringLiteral("refunded"), list("退款金额|refunded amount|order_refund|已退款")},
      {QStringLiteral("buyer"), list("买家会员名|customer|buyer|买家|客户")},
      {QStringLiteral("first_name"), list("billing_first_name|billing first name")},
      {QStringLiteral("last_name"), list("billing_last_name|billing last name")},
      {QStringLiteral("email"), list("email|customer_email|billing_email|邮箱")},
      {QStringLiteral("receiver"), list("收货人姓名|shipping name|收货人|收件人|receiver")},
      {QStringLiteral("phone"), list("联系手机|联系电话|shipping phone|phone|手机|电话|联系方式|billing_phone")},
      {QStringLiteral("address"),
       list("收货地址|shipping street|shipping address1|shipping_address_1|address|地址|详细地址")},
      {QStringLiteral("city"), list("shipping city|shipping_city|city|城市|市")},
      {QStringLiteral("province"), list("shipping province|shipping_state|province|state|省份|省")},
      {QStringLiteral("zip"), list("shipping zip|shipping_postcode|zip|postcode|邮编")},
      {QStringLiteral("country"), list("shipping country|shipping_country|country|国家")},
      {QStringLiteral("buyer_note"), list("买家留言|notes|customer_note|note|留言")},
      {QStringLiteral("memo"), list("订单备注|卖家备注|seller memo|备注")},
      {QStringLiteral("courier"), list("物流公司|courier|carrier|快递公司")},
      {QStringLiteral("tracking"), list("物流单号|运单号|tracking number|tracking|快递单号")},
      {QStringLiteral("payment_method"), list("payment method|payment_method|支付方式|付款方式")},
      {QStringLiteral("payment_reference"), list("支付单号|payment id|payment reference|transaction_id|支付宝交易号")},
      {QStringLiteral("title"), list("lineitem name|标题|宝贝标题|商品标题|货品标题|product|商品名称|商品")},
      {QStringLiteral("sku"), list("lineitem sku|外部系统编号|商家编码|sku|货号|商品编码")},
      {QStringLiteral("quantity"), list("lineitem quantity|购买数量|宝贝总数量|quantity|qty|数量")},
      {QStringLiteral("unit_price"), list("lineitem price|价格|商品价格|单价|单价(元)|unit price|price")},
      {QStringLiteral("options"), list("商品属性|宝贝规格|规格名称|options|规格")},
  };
  return kAll;
}

const Synonyms& productSynonyms()
{
  static const Synonyms kAll{
      {QStringLiteral("id"), list("id|handle|url handle|product id|商品id|宝贝id|商品编号")},
      {QStringLiteral("title"), list("title|name|product|商品名称|宝贝标题|标题|名称")},
      {QStringLiteral("parent"), list("parent")},
      {QStringLiteral("type"), list("type")},
      {QStringLiteral("sku"), list("variant sku|sku|商家编码|货号|商品编码")},
      {QStringLiteral("barcode"), list("variant barcode|barcode|gtin, upc, ean, or isbn|条形码|条码")},
      {QStringLiteral("price"), list("variant price|regular price|price|价格|售价|一口价")},
      {QStringLiteral("sale_price"), list("sale price")},
      {QStringLiteral("stock"), list("variant inventory qty|stock|inventory quantity|quantity|qty|库存|数量")},
      {QStringLiteral("tracker"), list("variant inventory tracker|inventory tracker")},
      {QStringLiteral("status"), list("status|published|状态")},
      {QStringLiteral("categories"), list("categories|product category|类目|分类")},
      {QStringLiteral("image"), list("images|image src|product image url|图片|主图")},
      {QStringLiteral("variant_image"), list("variant image|variant image url")},
      {QStringLiteral("weight"),
       list("variant grams|weight value (grams)") + weighed("weight|商品重量|单件重量|物流重量|毛重|重量")},
      {QStringLiteral("weight_unit"), list("variant weight unit|weight unit|weight unit for display|重量单位")},
      {QStringLiteral("option1_name"), list("option1 name|attribute 1 name")},
      {QStringLiteral("option1_value"), list("option1 value|attribute 1 value(s)|规格")},
      {QStringLiteral("option2_name"), list("option2 name|attribute 2 name")},
      {QStringLiteral("option2_value"), list("option2 value|attribute 2 value(s)")},
      {QStringLiteral("option3_name"), list("option3 name|attribute 3 name")},
      {QStringLiteral("option3_value"), list("option3 value|attribute 3 value(s)")},
  };
  return kAll;
}

const Synonyms& stockSynonyms()
{
  static const Synonyms kAll{
      {QStringLiteral("sku"), list("sku|variant sku|商家编码|货号|商品编码")},
      {QStringLiteral("available"), list("available (not editable)|available|variant inventory qty|inventory "
                                         "quantity|stock|quantity|qty|库存|可用库存|数量|可售")},
      {QStringLiteral("on_hand"), list("on hand (current)|on hand|在库|实际库存")},
      {QStringLiteral("allocated"), list("committed (not editable)|committed|allocated|占用")},
      {QStringLiteral("location"), list("location|warehouse|仓库|地点")},
  };
  return kAll;
}

const Synonyms& customerSynonyms()
{
  static const Synonyms kAll{
      {QStringLiteral("id"), list("customer id|id|客户编号|会员名|买家会员名|email|邮箱|phone|手机")},
      {QStringLiteral("name"), list("name|full name|姓名|客户名称|客户")},
      {QStringLiteral("first_name"), list("first name|first_name|名")},
      {QStringLiteral("last_name"), list("last name|last_name|姓")},
      {QStringLiteral("email"), list("email|e-mail|邮箱")},
      {QStringLiteral("phone"), list("phone|default address phone|手机|电话|联系电话")},
      {QStringLiteral("country"), list("country|default address country code|country / region|国家")},
      {QStringLiteral("province"), list("province|state|default address province code|region|省份|省")},
      {QStringLiteral("city"), list("city|default address city|城市|市")},
      {QStringLiteral("registered_at"), list("registered|date registered|sign up|created at|注册时间")},
  };
  return kAll;
}

/// Couriers' bills, by the headings of SF, ZTO, YTO, Yunda and the aggregators.
const Synonyms& freightSynonyms()
{
  static const Synonyms kAll{
      {QStringLiteral("tracking"),
       list("运单号|运单号码|快递单号|物流单号|面单号|单号|waybill number|waybill|waybill no|"
            "waybill no.|tracking number|tracking no|tracking")},
      {QStringLiteral("billed_at"),
       list("账单日期|计费日期|结算日期|业务日期|业务时间|揽收时间|揽收日期|寄件日期|寄件时间|"
            "收寄日期|扫描时间|日期|时间|billed on|billing date|bill date|invoice date|"
            "ship date|date")},
      {QStringLiteral("amount"),
       list("应付金额|应付金额(元)|结算金额|结算金额(元)|总费用|总金额|费用合计|合计|运费|运费(元)|"
            "快递费|金额|金额(元)|费用|费用(元)|amount|billed amount|total charge|net charge|"
            "charge|freight|total")},
      {QStringLiteral("courier"), list("快递公司|物流公司|承运商|快递|courier|carrier")},
      {QStringLiteral("weight"),
       weighed("计费重量|结算重量|计费重|结算重|重量|billed weight|chargeable weight|weight")},
      {QStringLiteral("currency"), list("币种|货币|currency")},
      {QStringLiteral("service"),
       list("产品类型|业务类型|服务类型|费用类型|费用名称|服务|service|service type|charge type")},
      {QStringLiteral("destination"), list("目的地|目的省份|目的省|收件省份|收件省|到件地区|到达省|省份|destination|"
                                           "destination province|province|state")},
      {QStringLiteral("note"), list("备注|说明|note|notes|remark")},
  };
  return kAll;
}

const Synonyms& synonymsOf(ImportKind kind)
{
  switch (kind) {
  case ImportKind::Freight:
    return freightSynonyms();
  case ImportKind::Products:
    return productSynonyms();
  case ImportKind::Stock:
    return stockSynonyms();
  case ImportKind::Customers:
    return customerSynonyms();
  case ImportKind::Orders:
    break;
  }
  return orderSynonyms();
}

QStringList lowered(const QStringList& header)
{
  QStringList names;
  for (const QString& heading : header)
    names.append(heading.trimmed().toLower());
  return names;
}

} // namespace

const std::vector<ImportKind> kImportKinds{ImportKind::Orders, ImportKind::Products, ImportKind::Stock,
                                           ImportKind::Customers, ImportKind::Freight};

QString importKindName(ImportKind kind)
{
  switch (kind) {
  case ImportKind::Orders:
    return QStringLiteral("orders");
  case ImportKind::Products:
    return QStringLiteral("products");
  case ImportKind::Stock:
    return QStringLiteral("stock");
  case ImportKind::Customers:
    return QStringLiteral("customers");
  case ImportKind::Freight:
    return QStringLiteral("freight");
  }
  Q_UNREACHABLE();
}

std::optional<ImportKind> importKindNamed(QStringView name)
{
  for (const ImportKind kind : kImportKinds)
    if (importKindName(kind) == name)
      return kind;
  return std::nullopt;
}

const QStringList& importFields(ImportKind kind)
{
  static QMap<ImportKind, QStringList> kFields;
  static const bool kFilled = [] {
    for (const ImportKind one : kImportKinds)
      for (const auto& [field, headings] : synonymsOf(one))
        kFields[one].append(field);
    return true;
  }();
  Q_UNUSED(kFilled);
  return kFields[kind];
}

const QStringList& neededFields(ImportKind kind)
{
  static const QStringList kOrder{QStringLiteral("number")}, kProduct{QStringLiteral("title")},
      kStock{QStringLiteral("sku")}, kCustomer{QStringLiteral("id")},
      kFreight{QStringLiteral("tracking"), QStringLiteral("billed_at"), QStringLiteral("amount")};
  switch (kind) {
  case ImportKind::Freight:
    return kFreight;
  case ImportKind::Products:
    return kProduct;
  case ImportKind::Stock:
    return kStock;
  case ImportKind::Customers:
    return kCustomer;
  case ImportKind::Orders:
    break;
  }
  return kOrder;
}

QString layoutOf(const QStringList& header)
{
  static const std::vector<std::pair<const char*, QStringList>> kLayouts{
      {"shopify-orders", list("financial status|lineitem name")},
      {"shopify-inventory", list("on hand (current)|location")},
      {"shopify-products", list("handle|variant sku")},
      {"shopify-products", list("url handle|sku|price")},
      {"woo-products", list("regular price|in stock?")},
      {"taobao-orders", list("订单编号|买家会员名")},
      {kOrderLinesLayout, list("订单编号|购买数量|外部系统编号")},
      {kOrderLinesLayout, list("主订单编号|购买数量|外部系统编号")},
      {"1688-orders", list("买家公司名|卖家公司名")},
  };
  const QStringList names = lowered(header);
  for (const auto& [name, headings] : kLayouts)
    if (std::all_of(headings.begin(), headings.end(), [&](const QString& one) { return names.contains(one); }))
      return QLatin1String(name);
  return QStringLiteral("generic");
}

Result<Mapping> mapColumns(ImportKind kind, const QStringList& header, const QMap<QString, QString>& chosen)
{
  const QStringList names = lowered(header);
  Mapping mapping;
  mapping.layout = layoutOf(header);
  QSet<QString> used;
  for (auto it = chosen.cbegin(); it != chosen.cend(); ++it) {
    if (!importFields(kind).contains(it.key()))
      return fail(ErrorKind::Invalid, QStringLiteral("%1 have no field \"%2\"").arg(importKindName(kind), it.key()));
    if (!names.contains(it.value().trimmed().toLower()))
      return fail(ErrorKind::Invalid, QStringLiteral("the file has no column \"%1\"").arg(it.value()));
    mapping.fields.insert(it.key(), header[names.indexOf(it.value().trimmed().toLower())]);
  }
  for (const auto& [field, headings] : synonymsOf(kind))
    for (const QString& heading : headings)
      if (const qsizetype at = names.indexOf(heading); at >= 0 && !mapping.fields.contains(field))
        mapping.fields.insert(field, header[at]);
  for (const QString& heading : mapping.fields) {
    used.insert(heading.toLower());
    if (names.count(heading.toLower()) > 1)
      return fail(ErrorKind::Invalid, QStringLiteral("the column \"%1\" stands more than once").arg(heading), heading);
  }
  for (const QString& heading : header)
    if (!heading.isEmpty() && !used.contains(heading.toLower()))
      mapping.unknown.append(heading);
  for (const QString& field : neededFields(kind))
    if (!mapping.fields.contains(field) && !header.isEmpty())
      return fail(ErrorKind::Invalid, QStringLiteral("no column tells the %1").arg(field), field);
  return mapping;
}

Result<QMap<QString, QString>> parseMapping(ImportKind kind, const QStringList& header, const QStringList& texts)
{
  const QStringList names = lowered(header), &fields = importFields(kind);
  QMap<QString, QString> chosen;
  for (const QString& part : texts.join(u',').split(u',', Qt::SkipEmptyParts)) {
    const QString left = part.section(u'=', 0, 0).trimmed(), right = part.section(u'=', 1).trimmed();
    if (left.isEmpty() || right.isEmpty())
      return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" is not column=field").arg(part.trimmed()));
    if (fields.contains(right) && (names.contains(left.toLower()) || !fields.contains(left)))
      chosen.insert(right, left);
    else if (fields.contains(left))
      chosen.insert(left, right);
    else
      return fail(ErrorKind::Invalid,
                  QStringLiteral("\"%1\" names no field of %2").arg(part.trimmed(), importKindName(kind)));
  }
  return chosen;
}

} // namespace supercargo
