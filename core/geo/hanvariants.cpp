#include "core/geo/hanvariants.h"

#include <QHash>

namespace supercargo {
namespace {

// Traditional forms of the characters that names of places and couriers' sentences are made of, and below them, at the
// same position, the simplified ones (after the Unicode variants; made by asking ICU for every character in use).
constexpr QStringView kTraditional = u"亞佈佔來侖侶侷俁係俱倉個們倖倫偉傑備傢傾僑僕儀儉優儺兌兒兗內兩冊凈凱別則剋剛"
                                     u"創劉劍勁動務勝勞勢勸勻匯區協卻參叢吳呂員唄唸問啓啞啟喨喫喬單嗚嘯噴噹嚮嚴囍國"
                                     u"圍園圖團埡埰堅堯場塗塚塢塵墊墻墾壇壋壘壜壟壢壩壯壺壽夢夥夾奧奮婁孃孫學宮寢實"
                                     u"寧審寬寶尅將專尋對導岡峴島峽崍崑崗崙嵐嶗嶠嶧嶴嶺嶼巋巖帥師帳帶幃幫幹幾庫廂廈"
                                     u"廟廠廣廬廳廻弔張強彆彈彌彎彙彞彥彿後徑從復徵徹恆悅悳愛慄慇慣慶慼憑懃應懞懷戰"
                                     u"戲戶拋捨掛採揀揚揮搧搶搾撫撾擊擴攔攜攬敘數斷於昇時晉暉暘暢曆曉曏曬書會東枒柵"
                                     u"桿梘條棗棟棲椏楊楓業極榖榮槓樂樅樑樓標樸樹樺橋機橫檢檯檳櫚櫟欄權欒欖欽歐歡歷"
                                     u"歸殼毬氣沖洩涇涼淥淨淶淺渦測渾湊湞湧湯準溝溫滄滎滬滸滾滿漁漢漣漲漵漿潁潛潤潯"
                                     u"澇澗澠澤澱濃濟濤濬濰濱瀆瀋瀏瀘瀝瀟瀨瀰瀾灃灄灑灕灘灣灤為烏無煙煩熱燈燐燒營燿"
                                     u"爐爲爺爾牆犢狹猶獅獨獲獺獻現琿瑤瑪瑯璉璣環瓊瓏甌甕產産畝畢畫當疇疊發皁盞監盤"
                                     u"盧盪眞眾瞭砲硏硤硯碩碭確碼磚磧磯礎礦礪礮祕祿禎禦禪禮禿稅稜種稱穀積穩穫窩窪窯"
                                     u"竇竈竪競筧箇節範築篤簀簡簽簾籐籠籤粵糧糰紀約紅紋納紐純紙紮細紹終絃結給絨統絲"
                                     u"絳綉綏經綜綠綫維綱網綴綵綸綽綾綿緑線緞緬練緻縉縣總績繆織繞繡繫續纍纔缽罈罎罣"
                                     u"羅羣義習聖聞聯聰聲聶職肅脈脣脫腦腳膠臘臚臥臨臺與興舉舊舖茲荊荳莊菓華菸萊萬葉"
                                     u"著葦蒓蒼蓆蓋蓮蔔蔞蔣蔥蔭蔴蕓蕩蕪蕭薊薌薑薩藍藴藺蘄蘆蘇蘊蘋蘭蘿處號虯蜆螞蟬蟻"
                                     u"蠶衆術衚衛衝裏補裝裡複覈見覓親覺覽觀計託訥訪設許訶註詔詩誇誌語誼調談諏論諫諸"
                                     u"諾謀謙謝謨譙譚譜護讓讚豎豐豬貍貓貝貞財貢貨貪貴買費貽貿賀賁資賈賒賓賚賡賢賦賴"
                                     u"賽贊贛趕趙跡跤跼蹟蹤躍車軍軒載輔輝輪輿轄轉轝轟辦農迴逕連週進遊運過達遙遜遞遠"
                                     u"遷遼邁還邊邏郟郵鄆鄉鄒鄔鄖鄧鄭鄰鄲鄴醫醼釐針釣釧鈴鉛鉢銀銅銓銘鋒鋪鋼錄錢錦錫"
                                     u"錯録錶鍋鍾鎣鎮鏡鐔鐘鐮鐵鐸鐺鑑鑒鑲鑼鑽長門閃開閏閑閒間閔閘閣閩閬閭閻闆闇闊闍"
                                     u"闕闖闘關阨陘陝陞陰陳陸陽隄隊際隨隱隴雙雜雞離雲電霑霧靈靜鞏韃韋韓韜響頁頂頃項"
                                     u"順須預頓頗頭頸顆額顏顔顙顛類顧顯風颱飛飯養餘館饒馬馮駐駒駕駛駝駱騎騰騷騾驅驊"
                                     u"驗驛驥驪體髮鬆鬍鬚鬥鬧鬭鬱魚魯魷鮁鮎鮑鮜鮮鯉鯖鯨鰲鱗鳥鳩鳳鳴鴉鴛鴦鴨鴻鴿鵝鵠"
                                     u"鵬鵲鶯鶴鷀鷄鷥鷲鷹鷺鸕鸚鸞鹹鹼鹽麗麥麯麵黃點黨鼕齊齋齣龍龐龔龕龜";
constexpr QStringView kSimplified = u"亚布占来仑侣局俣系具仓个们幸伦伟杰备家倾侨仆仪俭优傩兑儿兖内两册净凯别则克刚"
                                    u"创刘剑劲动务胜劳势劝匀汇区协却参丛吴吕员呗念问启哑启亮吃乔单呜啸喷当向严禧国"
                                    u"围园图团垭采坚尧场涂冢坞尘垫墙垦坛垱垒坛垄坜坝壮壶寿梦伙夹奥奋娄娘孙学宫寝实"
                                    u"宁审宽宝克将专寻对导冈岘岛峡崃昆岗仑岚崂峤峄岙岭屿岿岩帅师帐带帏帮干几库厢厦"
                                    u"庙厂广庐厅回吊张强别弹弥弯汇彝彦佛后径从复征彻恒悦德爱栗殷惯庆戚凭勤应蒙怀战"
                                    u"戏户抛舍挂采拣扬挥扇抢榨抚挝击扩拦携揽叙数断于升时晋晖旸畅历晓向晒书会东丫栅"
                                    u"杆枧条枣栋栖桠杨枫业极谷荣杠乐枞梁楼标朴树桦桥机横检台槟榈栎栏权栾榄钦欧欢历"
                                    u"归壳球气冲泄泾凉渌净涞浅涡测浑凑浈涌汤准沟温沧荥沪浒滚满渔汉涟涨溆浆颍潜润浔"
                                    u"涝涧渑泽淀浓济涛浚潍滨渎沈浏泸沥潇濑弥澜沣滠洒漓滩湾滦为乌无烟烦热灯磷烧营耀"
                                    u"炉为爷尔墙犊狭犹狮独获獭献现珲瑶玛琅琏玑环琼珑瓯瓮产产亩毕画当畴叠发皂盏监盘"
                                    u"卢荡真众了炮研硖砚硕砀确码砖碛矶础矿砺炮秘禄祯御禅礼秃税棱种称谷积稳获窝洼窑"
                                    u"窦灶竖竞笕个节范筑笃箦简签帘藤笼签粤粮团纪约红纹纳纽纯纸扎细绍终弦结给绒统丝"
                                    u"绛绣绥经综绿线维纲网缀彩纶绰绫绵绿线缎缅练致缙县总绩缪织绕绣系续累才钵坛坛挂"
                                    u"罗群义习圣闻联聪声聂职肃脉唇脱脑脚胶腊胪卧临台与兴举旧铺兹荆豆庄果华烟莱万叶"
                                    u"着苇莼苍席盖莲卜蒌蒋葱荫麻芸荡芜萧蓟芗姜萨蓝蕴蔺蕲芦苏蕴苹兰萝处号虬蚬蚂蝉蚁"
                                    u"蚕众术胡卫冲里补装里复核见觅亲觉览观计托讷访设许诃注诏诗夸志语谊调谈诹论谏诸"
                                    u"诺谋谦谢谟谯谭谱护让赞竖丰猪狸猫贝贞财贡货贪贵买费贻贸贺贲资贾赊宾赉赓贤赋赖"
                                    u"赛赞赣赶赵迹交局迹踪跃车军轩载辅辉轮舆辖转舆轰办农回迳连周进游运过达遥逊递远"
                                    u"迁辽迈还边逻郏邮郓乡邹邬郧邓郑邻郸邺医宴厘针钓钏铃铅钵银铜铨铭锋铺钢录钱锦锡"
                                    u"错录表锅钟蓥镇镜镡钟镰铁铎铛鉴鉴镶锣钻长门闪开闰闲闲间闵闸阁闽阆闾阎板暗阔阇"
                                    u"阙闯斗关厄陉陕升阴陈陆阳堤队际随隐陇双杂鸡离云电沾雾灵静巩鞑韦韩韬响页顶顷项"
                                    u"顺须预顿颇头颈颗额颜颜颡颠类顾显风台飞饭养余馆饶马冯驻驹驾驶驼骆骑腾骚骡驱骅"
                                    u"验驿骥骊体发松胡须斗闹斗郁鱼鲁鱿鲅鲇鲍鲘鲜鲤鲭鲸鳌鳞鸟鸠凤鸣鸦鸳鸯鸭鸿鸽鹅鹄"
                                    u"鹏鹊莺鹤鹚鸡鸶鹫鹰鹭鸬鹦鸾咸碱盐丽麦曲面黄点党冬齐斋出龙庞龚龛龟";
static_assert(kTraditional.size() == kSimplified.size());

const QHash<char16_t, char16_t>& variants()
{
  static const QHash<char16_t, char16_t> kVariants = [] {
    QHash<char16_t, char16_t> map;
    for (qsizetype i = 0; i < kTraditional.size(); ++i)
      map.insert(kTraditional[i].unicode(), kSimplified[i].unicode());
    return map;
  }();
  return kVariants;
}

bool isHan(QChar c)
{
  return c.unicode() >= 0x4e00 && c.unicode() < 0xa000;
}

} // namespace

QString simplifiedHan(QStringView text)
{
  const auto& known = variants();
  QString simple = text.toString();
  for (QChar& c : simple)
    if (isHan(c))
      if (const auto found = known.constFind(c.unicode()); found != known.cend())
        c = QChar(*found);
  return simple;
}

QString withoutSpacing(QString text)
{
  // A blank belongs to a spaced word when single characters stand on both of its sides: "杭 州 市", not "浙江省
  // 杭州市".
  const auto alone = [&](qsizetype at) {
    return at >= 0 && at < text.size() && isHan(text[at]) && (at == 0 || !isHan(text[at - 1])) &&
           (at + 1 == text.size() || !isHan(text[at + 1]));
  };
  std::vector<qsizetype> blanks;
  for (qsizetype i = text.indexOf(u' '); i >= 0; i = text.indexOf(u' ', i + 1))
    if (alone(i - 1) && alone(i + 1))
      blanks.push_back(i);
  for (auto at = blanks.rbegin(); at != blanks.rend(); ++at)
    text.remove(*at, 1);
  return text;
}

} // namespace supercargo
