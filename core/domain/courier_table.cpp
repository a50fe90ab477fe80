#include "core/domain/courier.h"

namespace supercargo {

// Names and company codes: the documentation and SDKs of Kuaidi100 and Kdniao. Patterns: public validation libraries
// and examples; the confidence is ours.
const std::vector<Courier>& couriers()
{
  using enum Confidence;
  const auto text = [](const char16_t* characters) { return QString::fromUtf16(characters); };
  const auto list = [](std::initializer_list<const char16_t*> items) {
    QStringList names;
    for (const char16_t* item : items)
      names.append(QString::fromUtf16(item));
    return names;
  };
  const auto courier = [&](const char16_t* code, const char16_t* zh, const char16_t* en, const char16_t* kuaidi100,
                           const char16_t* kdniao, bool needsPhone = false,
                           std::initializer_list<const char16_t*> aliases = {},
                           std::vector<NumberPattern> patterns = {}) {
    return Courier{text(code),   text(zh),   text(en),      text(kuaidi100),
                   text(kdniao), needsPhone, list(aliases), std::move(patterns)};
  };
  const auto pattern = [&](const char16_t* expression, Confidence confidence) {
    return NumberPattern{text(expression), confidence};
  };
  static const std::vector<Courier> table{
      courier(u"sf", u"顺丰速运", u"SF Express", u"shunfeng", u"SF", true, {u"顺丰", u"顺丰快递", u"顺丰标快", u"順豐"},
              {pattern(u"SF\\d{13}", High), pattern(u"SF[A-Z0-9]\\d{12}", Medium), pattern(u"\\d{12}", Low)}),
      courier(u"yto", u"圆通速递", u"YTO Express", u"yuantong", u"YTO", false, {u"圆通", u"圆通快递", u"圓通"},
              {pattern(u"YT\\d{13}", High), pattern(u"YT\\d{12}", Low)}),
      courier(u"zto", u"中通快递", u"ZTO Express", u"zhongtong", u"ZTO", true, {u"中通", u"中通速递"},
              {pattern(u"7[3-68]\\d{12}", Medium), pattern(u"\\d{12}", Low)}),
      courier(u"sto", u"申通快递", u"STO Express", u"shentong", u"STO", false, {u"申通"},
              {pattern(u"(77|43)\\d{12,15}", Medium)}),
      courier(u"yunda", u"韵达快递", u"Yunda Express", u"yunda", u"YD", false, {u"韵达", u"韵达速递", u"韻達"},
              {pattern(u"[34]\\d{14}", Medium), pattern(u"\\d{13}", Low)}),
      courier(u"jd", u"京东物流", u"JD Logistics", u"jd", u"JD", false, {u"京东", u"京东快递", u"JD Express", u"JDL"},
              {pattern(u"JD[A-Z0-9]{2}\\d{11}", High)}),
      courier(u"ems", u"EMS", u"China EMS", u"ems", u"EMS", false, {u"中国邮政EMS", u"邮政EMS", u"邮政速递"},
              {pattern(u"[A-Z]{2}\\d{9}CN", High), pattern(u"1[0-9]\\d{11}", Medium), pattern(u"9\\d{12}", Medium)}),
      courier(u"jt", u"极兔速递", u"J&T Express", u"jtexpress", u"JTSD", false,
              {u"极兔", u"极兔快递", u"JT Express", u"JNT"}, {pattern(u"JT\\d{13}", High)}),
      courier(u"dbl", u"德邦快递", u"Deppon Express", u"debangkuaidi", u"DBL", false, {u"德邦", u"Deppon"},
              {pattern(u"DPK\\d{12}", High), pattern(u"DP\\d{10,13}", Low)}),
      courier(u"cainiao", u"菜鸟速递", u"Cainiao Express", u"danniao", u"", false,
              {u"菜鸟", u"丹鸟", u"菜鸟直送", u"Cainiao"}, {pattern(u"621\\d{12}", Low)}),
      courier(u"best", u"百世快递", u"BEST Express", u"huitongkuaidi", u"HTKY", false, {u"百世", u"百世汇通", u"汇通"}),
      courier(u"dbl_freight", u"德邦物流", u"Deppon Logistics", u"debangwuliu", u"DBL", false, {u"德邦快运"}),
      courier(u"zjs", u"宅急送", u"ZJS Express", u"zhaijisong", u"ZJS"),
      courier(u"ttk", u"天天快递", u"TTK Express", u"tiantian", u"HHTT", false, {u"天天"}),
      courier(u"uc", u"优速快递", u"UC Express", u"youshuwuliu", u"UC", false, {u"优速"}),
      courier(u"china_post", u"邮政快递包裹", u"China Post", u"youzhengguonei", u"YZPY", false,
              {u"中国邮政", u"邮政", u"邮政包裹", u"邮政小包", u"chinapost"}),
      courier(u"china_post_standard", u"邮政标准快递", u"China Post Standard", u"youzhengbk", u"YZBK"),
      courier(u"china_post_intl", u"国际邮件", u"China Post International", u"youzhengguoji", u"", false,
              {u"邮政国际"}),
      courier(u"shansong", u"闪送", u"Shansong", u"shansong", u""),
      courier(u"kye", u"跨越速运", u"KYE Express", u"kuayue", u"KYSY", false, {u"跨越"}),
      courier(u"sf_freight", u"顺丰快运", u"SF Freight", u"shunfengkuaiyun", u"", true),
      courier(u"zto_freight", u"中通快运", u"ZTO Freight", u"zhongtongkuaiyun", u"ZTOKY"),
      courier(u"jd_freight", u"京东快运", u"JD Freight", u"jingdongkuaiyun", u"JDKY"),
      courier(u"ane", u"安能物流", u"ANE Logistics", u"annengwuliu", u"ANE", false, {u"安能"}),
      courier(u"ups", u"UPS", u"UPS", u"ups", u"UPS"),
      courier(u"fedex", u"联邦快递", u"FedEx", u"fedex", u"FEDEX", false, {u"联邦"}),
      courier(u"dhl", u"DHL", u"DHL", u"dhl", u"DHL", false, {u"敦豪", u"DHL Express"}),
      courier(u"usps", u"美国邮政", u"USPS", u"usps", u"USPS"),
      courier(u"tnt", u"TNT", u"TNT", u"tnt", u"TNT"),
  };
  return table;
}

} // namespace supercargo
