#include "core/geo/placewords.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace supercargo {
namespace {

/// "word:code word:code": words may hold "_" for a blank.
std::vector<std::pair<QString, QString>> pairsOf(const QString& list)
{
  std::vector<std::pair<QString, QString>> pairs;
  for (QString pair : list.split(u' ', Qt::SkipEmptyParts)) {
    pair.replace(u'_', u' ');
    pairs.emplace_back(pair.section(u':', 0, 0), pair.section(u':', 1));
  }
  return pairs;
}

QSet<QString> setOf(const QString& list)
{
  const QStringList words = list.split(u' ', Qt::SkipEmptyParts);
  return QSet<QString>(words.begin(), words.end());
}

struct CountryWords {
  const char* code;
  const char* english; ///< comma-separated, plain Latin
  const char* chinese;
};

constexpr CountryWords kCountries[] = {
    {"US", "usa,united states,united states of america,america", "美国"},
    {"GB", "uk,united kingdom,great britain,england,scotland", "英国"},
    {"DE", "germany,deutschland", "德国"},
    {"FR", "france", "法国"},
    {"IT", "italy,italia", "意大利"},
    {"ES", "spain,espana", "西班牙"},
    {"JP", "japan", "日本"},
    {"KR", "korea,south korea,republic of korea", "韩国"},
    {"RU", "russia,russian federation", "俄罗斯"},
    {"CA", "canada", "加拿大"},
    {"AU", "australia", "澳大利亚"},
    {"NZ", "new zealand", "新西兰"},
    {"BR", "brazil,brasil", "巴西"},
    {"NL", "netherlands,holland", "荷兰"},
    {"BE", "belgium", "比利时"},
    {"LU", "luxembourg", "卢森堡"},
    {"MX", "mexico", "墨西哥"},
    {"SG", "singapore", "新加坡"},
    {"MY", "malaysia", "马来西亚"},
    {"TH", "thailand", "泰国"},
    {"VN", "vietnam,viet nam", "越南"},
    {"PH", "philippines", "菲律宾"},
    {"ID", "indonesia", "印度尼西亚"},
    {"ID", "", "印尼"},
    {"IN", "india", "印度"},
    {"PK", "pakistan", "巴基斯坦"},
    {"BD", "bangladesh", "孟加拉国"},
    {"LK", "sri lanka", "斯里兰卡"},
    {"KH", "cambodia", "柬埔寨"},
    {"LA", "laos", "老挝"},
    {"MM", "myanmar", "缅甸"},
    {"MN", "mongolia", "蒙古国"},
    {"NP", "nepal", "尼泊尔"},
    {"AE", "uae,united arab emirates", "阿联酋"},
    {"SA", "saudi arabia", "沙特阿拉伯"},
    {"SA", "", "沙特"},
    {"QA", "qatar", "卡塔尔"},
    {"KW", "kuwait", "科威特"},
    {"TR", "turkey,turkiye", "土耳其"},
    {"PL", "poland", "波兰"},
    {"UA", "ukraine", "乌克兰"},
    {"BY", "belarus", "白俄罗斯"},
    {"SE", "sweden", "瑞典"},
    {"NO", "norway", "挪威"},
    {"FI", "finland", "芬兰"},
    {"DK", "denmark", "丹麦"},
    {"CH", "switzerland", "瑞士"},
    {"AT", "austria", "奥地利"},
    {"PT", "portugal", "葡萄牙"},
    {"GR", "greece", "希腊"},
    {"IL", "israel", "以色列"},
    {"EG", "egypt", "埃及"},
    {"ZA", "south africa", "南非"},
    {"NG", "nigeria", "尼日利亚"},
    {"KE", "kenya", "肯尼亚"},
    {"MA", "morocco", "摩洛哥"},
    {"CL", "chile", "智利"},
    {"AR", "argentina", "阿根廷"},
    {"CO", "colombia", "哥伦比亚"},
    {"PE", "peru", "秘鲁"},
    {"KZ", "kazakhstan", "哈萨克斯坦"},
    {"UZ", "uzbekistan", "乌兹别克斯坦"},
    {"IE", "ireland", "爱尔兰"},
    {"CZ", "czech republic,czechia", "捷克"},
    {"SK", "slovakia", "斯洛伐克"},
    {"HU", "hungary", "匈牙利"},
    {"RO", "romania", "罗马尼亚"},
    {"BG", "bulgaria", "保加利亚"},
    {"RS", "serbia", "塞尔维亚"},
    {"HR", "croatia", "克罗地亚"},
    {"LT", "lithuania", "立陶宛"},
    {"LV", "latvia", "拉脱维亚"},
    {"EE", "estonia", "爱沙尼亚"},
    {"CR", "costa rica", "哥斯达黎加"},
    {"PA", "panama", "巴拿马"},
    {"EC", "ecuador", "厄瓜多尔"},
    {"GT", "guatemala", "危地马拉"},
    {"DO", "dominican republic", "多米尼加"},
    {"UY", "uruguay", "乌拉圭"},
    {"PY", "paraguay", "巴拉圭"},
    {"BO", "bolivia", "玻利维亚"},
    {"VE", "venezuela", "委内瑞拉"},
    {"CU", "cuba", "古巴"},
    {"JM", "jamaica w i", "牙买加"},
    {"IS", "iceland", "冰岛"},
    {"CY", "cyprus", "塞浦路斯"},
    {"MT", "malta", "马耳他"},
    {"SI", "slovenia", "斯洛文尼亚"},
    {"BA", "bosnia and herzegovina", "波黑"},
    {"MK", "north macedonia", "北马其顿"},
    {"AL", "albania", "阿尔巴尼亚"},
    {"MD", "moldova", "摩尔多瓦"},
    {"GE", "republic of georgia", "格鲁吉亚"},
    {"AM", "armenia", "亚美尼亚"},
    {"AZ", "azerbaijan", "阿塞拜疆"},
    {"IQ", "iraq", "伊拉克"},
    {"IR", "iran", "伊朗"},
    {"JO", "hashemite kingdom of jordan", "约旦"},
    {"LB", "lebanon", "黎巴嫩"},
    {"OM", "oman", "阿曼"},
    {"BH", "bahrain", "巴林"},
    {"ET", "ethiopia", "埃塞俄比亚"},
    {"GH", "ghana", "加纳"},
    {"TZ", "tanzania", "坦桑尼亚"},
    {"UG", "uganda", "乌干达"},
    {"DZ", "algeria", "阿尔及利亚"},
    {"TN", "tunisia", "突尼斯"},
    {"CI", "cote d ivoire,ivory coast", "科特迪瓦"},
    {"SN", "senegal", "塞内加尔"},
    {"CM", "cameroon", "喀麦隆"},
    {"ZM", "zambia", "赞比亚"},
    {"ZW", "zimbabwe", "津巴布韦"},
    {"MG", "madagascar", "马达加斯加"},
    {"AO", "angola", "安哥拉"},
    {"BN", "brunei", "文莱"},
    {"FJ", "fiji", "斐济"},
    {"KG", "kyrgyzstan", "吉尔吉斯斯坦"},
    {"TJ", "tajikistan", "塔吉克斯坦"},
    {"TM", "turkmenistan", "土库曼斯坦"},
    {"CN", "china,peoples republic of china,cn,prc", ""},
};

struct State {
  const char* code;
  GeoPoint middle; ///< of where its people live, to a tenth of a degree
};

constexpr State kStates[] = {
    {"AK", {-150.5, 61.4}}, {"AL", {-86.8, 32.8}},  {"AR", {-92.4, 34.9}},  {"AZ", {-111.7, 33.7}},
    {"CA", {-119.5, 36.5}}, {"CO", {-105.0, 39.1}}, {"CT", {-72.7, 41.6}},  {"DE", {-75.5, 39.3}},
    {"FL", {-81.9, 28.1}},  {"GA", {-83.6, 33.0}},  {"HI", {-157.5, 21.1}}, {"IA", {-93.5, 42.0}},
    {"ID", {-115.0, 44.2}}, {"IL", {-89.0, 40.3}},  {"IN", {-86.2, 39.9}},  {"KS", {-97.5, 38.5}},
    {"KY", {-84.9, 37.7}},  {"LA", {-91.9, 31.1}},  {"MA", {-71.8, 42.2}},  {"MD", {-76.8, 39.1}},
    {"ME", {-69.4, 45.0}},  {"MI", {-84.6, 43.3}},  {"MN", {-94.0, 45.7}},  {"MO", {-92.3, 38.5}},
    {"MS", {-89.7, 32.7}},  {"MT", {-110.4, 46.9}}, {"NC", {-79.8, 35.6}},  {"ND", {-99.8, 47.5}},
    {"NE", {-98.3, 41.1}},  {"NH", {-71.6, 43.4}},  {"NJ", {-74.5, 40.3}},  {"NM", {-106.2, 34.8}},
    {"NV", {-117.0, 38.3}}, {"NY", {-75.0, 42.2}},  {"OH", {-82.8, 40.4}},  {"OK", {-97.0, 35.6}},
    {"OR", {-122.1, 44.6}}, {"PA", {-77.2, 40.6}},  {"RI", {-71.5, 41.7}},  {"SC", {-80.9, 33.9}},
    {"SD", {-99.4, 44.3}},  {"TN", {-86.7, 35.7}},  {"TX", {-97.6, 31.1}},  {"UT", {-111.9, 40.2}},
    {"VA", {-78.2, 37.8}},  {"VT", {-72.7, 44.0}},  {"WA", {-121.5, 47.4}}, {"WI", {-89.6, 44.3}},
    {"WV", {-81.0, 38.5}},  {"WY", {-107.3, 42.8}},
};

} // namespace

const std::vector<std::pair<QString, QString>>& divisionNicknames()
{
  static const auto kPairs = pairsOf(QStringLiteral(
      "呼市:150100 内蒙:150000 恩施州:422800 红河州:532500 大理州:532900 西双版纳州:532800 黔东南州:522600 "
      "黔南州:522700 黔西南州:522300 湘西州:433100 凉山州:513400 甘孜州:513300 阿坝州:513200 楚雄州:532300 "
      "文山州:532600 德宏州:533100 怒江州:533300 迪庆州:533400 延边州:222400 伊犁州:654000 昌吉州:652300 "
      "巴州:652800 克州:653000 博州:652700 临夏州:622900 甘南州:623000 海西州:632800 海北州:632200 海南州:632500 "
      "玉树州:632700 锡盟:152500 乌市:650100 浦东机场:310115 虹桥机场:310105 萧山机场:330109 白云机场:440111 "
      "首都机场:110113 大兴机场:110115 双流机场:510116 天府机场:510185 宝安机场:440306 禄口:320115 虎门:441900 "
      "燕郊:131082 亦庄:110115 萝岗:440112 白沟:130600 永年:130408 角美:350604 花湖机场:420700 硕放:320214 "
      "浙江义乌:330782 潮汕:440000 香港机场:810000 桃园机场:710000 台北:710000 高雄:710000 台中:710000 "
      "台南:710000 新北:710000 桃园:710000 新竹:710000 基隆:710000 九龙:810000 葵涌:810000 赤鱲角:810000 "
      "新界:810000 氹仔:820000 苏北:320000 粤东:440000 昆山花桥:320583 江北机场:500112 "
      "长水机场:530100 流亭:370214 胶东机场:370281 新郑机场:410184 黄花机场:430121 天河机场:420116 "
      "襄樊:420600 通什:469001 崇文区:110101 宣武区:110102 卢湾区:310101 闸北区:310106 南汇区:310115"));
  return kPairs;
}

const std::vector<std::pair<QString, QString>>& worldNicknames()
{
  static const auto kPairs = pairsOf(QStringLiteral(
      "旧金山:US/San_Francisco 三藩市:US/San_Francisco 休斯顿:US/Houston 安克雷奇:US/Anchorage 布鲁塞尔:BE/Brussels "
      "伊斯坦布尔:TR/Istanbul 横滨:JP/Yokohama 仁川:KR/Incheon 胡志明市:VN/Ho_Chi_Minh_City "
      "胡志明:VN/Ho_Chi_Minh_City 雅加达:ID/Jakarta 迪拜:AE/Dubai 约翰内斯堡:ZA/Johannesburg 拉各斯:NG/Lagos "
      "布里斯班:AU/Brisbane 库里蒂巴:BR/Curitiba 卢森堡:LU/Luxembourg 科隆:DE/Koeln 纽约:US/New_York_City "
      "成田:JP/Narita cologne:DE/Koeln koln:DE/Koeln new_york:US/New_York_City moskva:RU/Moscow "
      "praha:CZ/Prague wien:AT/Vienna muenchen:DE/Munich munchen:DE/Munich milano:IT/Milan roma:IT/Rome "
      "warszawa:PL/Warsaw lisboa:PT/Lisbon bruxelles:BE/Brussels brussel:BE/Brussels luik:BE/Liege "
      "heathrow:GB/London frankfurt:DE/Frankfurt_am_Main saigon:VN/Ho_Chi_Minh_City jamaica:US/Jamaica"));
  return kPairs;
}

QString countryNamedIn(QStringView chinese)
{
  for (const CountryWords& country : kCountries)
    if (*country.chinese && chinese.contains(QString::fromUtf8(country.chinese)))
      return QLatin1String(country.code);
  return {};
}

QString countryOfName(const QString& plainLatin)
{
  static const QHash<QString, QString> kByName = [] {
    QHash<QString, QString> names;
    for (const CountryWords& country : kCountries)
      for (const QString& name : QString::fromLatin1(country.english).split(u',', Qt::SkipEmptyParts))
        names.insert(name, QLatin1String(country.code));
    return names;
  }();
  return kByName.value(plainLatin);
}

QString countryOfCode(const QString& code)
{
  static const QSet<QString> kCodes = [] {
    QSet<QString> codes;
    for (const CountryWords& country : kCountries)
      codes.insert(QLatin1String(country.code));
    return codes;
  }();
  return kCodes.contains(code) ? code : QString();
}

QString divisionOfRegion(const QString& code)
{
  return code == u"HK"   ? QStringLiteral("810000")
         : code == u"MO" ? QStringLiteral("820000")
         : code == u"TW" ? QStringLiteral("710000")
                         : QString();
}

std::optional<GeoPoint> middleOfState(const QString& code)
{
  for (const State& state : kStates)
    if (code == QLatin1String(state.code))
      return state.middle;
  return std::nullopt;
}

QString chineseAirport(const QString& code)
{
  static const QHash<QString, QString> kAirports = [] {
    QHash<QString, QString> airports;
    for (const auto& [name, division] :
         pairsOf(QStringLiteral("HKG:810000 MFM:820000 TPE:710000 KHH:710000 PVG:310115 SHA:310105 PEK:110113 "
                                "PKX:110115 CAN:440100 SZX:440300 HGH:330100 NKG:320100 WUX:320200 CTU:510100 "
                                "TFU:510185 CKG:500000 XMN:350200 TAO:370200 TSN:120000 CGO:410100 WUH:420100 "
                                "EHU:420700 XIY:610100 KMG:530100 CSX:430100 DLC:210200 SHE:210100 HRB:230100 "
                                "URC:650100 NGB:330200 FOC:350100 HAK:460100 NNG:450100")))
      airports.insert(name, division);
    return airports;
  }();
  return kAirports.value(code);
}

bool isCourierWord(const QString& plainLatin)
{
  static const QSet<QString> kWords = setOf(QStringLiteral(
      "facility hub sort sorting center centre processing of in at the regional distribution depart departed arrived "
      "customs delivery office import export scan item origin destination airport country from with courier "
      "international processed clearance complete status updated line haul label created shipping awaiting usps out "
      "for through isc mail post order package ready exchange inward outward carrier ship partner available pickup "
      "transit local area air and usa chn sar nsw not yet been has have you your left station terminal gateway "
      "warehouse branch shipment held release released mobile union reading enterprise central service "
      "services commerce economy express standard priority ground freight cargo data info information received "
      "collected handed over next stop unit depot network driver vehicle van loaded unloaded attempt failed address "
      "recipient customer signed proof time date security check national european"));
  return kWords.contains(plainLatin);
}

bool isEverydayWord(const QString& shortName)
{
  static const QSet<QString> kWords =
      setOf(QStringLiteral("公安 资源 通道 大方 东方 平安 和平 解放 新华 红旗 文明 同心 安定 建设 中方 开放 保安 "
                           "公主 长寿 大通 正安 平和 新建 新市 安全 友好 向阳 前进 胜利 光明 自流 团结 城关 城中 "
                           "城东 城西 城北 河口 路南 路北 桥东 桥西 道里 道外 东风 中站 山城 西工 东区 西区 "
                           "普通 安心 永定 顺城 顺河 长安 万全 安居 兴安 民权"));
  return kWords.contains(shortName);
}

bool isHub(QStringView code)
{
  static const QSet<QString> kHubs = setOf(QStringLiteral("320500 321200 350100 610800 360900 330500 320400"));
  return kHubs.contains(code.toString());
}

} // namespace supercargo
