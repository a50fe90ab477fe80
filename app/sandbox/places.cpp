#include "app/sandbox/places.h"

namespace supercargo::sandbox {
namespace {
constexpr std::array kChinese = {
    Place{u"CN", u"上海市", u"上海市", u"浦东新区", u"shang hai", 310115, u"021", u"200120", 121.544, 31.221},
    Place{u"CN", u"北京市", u"北京市", u"朝阳区", u"bei jing", 110105, u"010", u"100020", 116.443, 39.922},
    Place{u"CN", u"广东省", u"深圳市", u"南山区", u"shen zhen", 440305, u"755", u"518052", 113.930, 22.533},
    Place{u"CN", u"广东省", u"广州市", u"天河区", u"guang zhou", 440106, u"020", u"510630", 113.361, 23.125},
    Place{u"CN", u"四川省", u"成都市", u"武侯区", u"cheng du", 510107, u"028", u"610041", 104.043, 30.642},
    Place{u"CN", u"浙江省", u"杭州市", u"西湖区", u"hang zhou", 330106, u"571", u"310013", 120.130, 30.260},
    Place{u"CN", u"湖北省", u"武汉市", u"武昌区", u"wu han", 420106, u"027", u"430060", 114.316, 30.554},
    Place{u"CN", u"重庆市", u"重庆市", u"渝中区", u"chong qing", 500103, u"023", u"400010", 106.569, 29.553},
    Place{u"CN", u"江苏省", u"南京市", u"鼓楼区", u"nan jing", 320106, u"025", u"210009", 118.770, 32.066},
    Place{u"CN", u"陕西省", u"西安市", u"雁塔区", u"xi an", 610113, u"029", u"710061", 108.947, 34.222},
    Place{u"CN", u"江苏省", u"苏州市", u"虎丘区", u"su zhou", 320505, u"512", u"215011", 120.572, 31.295},
    Place{u"CN", u"天津市", u"天津市", u"和平区", u"tian jin", 120101, u"022", u"300041", 117.215, 39.117},
    Place{u"CN", u"河南省", u"郑州市", u"金水区", u"zheng zhou", 410105, u"371", u"450003", 113.661, 34.800},
    Place{u"CN", u"湖南省", u"长沙市", u"芙蓉区", u"chang sha", 430102, u"731", u"410011", 113.032, 28.186},
    Place{u"CN", u"山东省", u"青岛市", u"市南区", u"qing dao", 370202, u"532", u"266001", 120.412, 36.075},
    Place{u"CN", u"辽宁省", u"沈阳市", u"和平区", u"shen yang", 210102, u"024", u"110001", 123.420, 41.790},
    Place{u"CN", u"福建省", u"厦门市", u"思明区", u"xia men", 350203, u"592", u"361001", 118.082, 24.445},
    Place{u"CN", u"广东省", u"佛山市", u"禅城区", u"fo shan", 440604, u"757", u"528000", 113.123, 23.009},
    Place{u"CN", u"山东省", u"济南市", u"历下区", u"ji nan", 370102, u"531", u"250014", 117.077, 36.666},
    Place{u"CN", u"安徽省", u"合肥市", u"瑶海区", u"he fei", 340102, u"551", u"230011", 117.309, 31.858},
    Place{u"CN", u"福建省", u"福州市", u"鼓楼区", u"fu zhou", 350102, u"591", u"350001", 119.304, 26.082},
    Place{u"CN", u"浙江省", u"宁波市", u"海曙区", u"ning bo", 330203, u"574", u"315000", 121.551, 29.860},
    Place{u"CN", u"江苏省", u"无锡市", u"梁溪区", u"wu xi", 320213, u"510", u"214002", 120.303, 31.566},
    Place{u"CN", u"黑龙江省", u"哈尔滨市", u"道里区", u"ha er bin", 230102, u"451", u"150010", 126.617, 45.756},
    Place{u"CN", u"云南省", u"昆明市", u"五华区", u"kun ming", 530102, u"871", u"650021", 102.707, 25.044},
    Place{u"CN", u"河北省", u"石家庄市", u"长安区", u"shi jia zhuang", 130102, u"311", u"050011", 114.539, 38.036},
    Place{u"CN", u"江西省", u"南昌市", u"东湖区", u"nan chang", 360102, u"791", u"330006", 115.899, 28.685},
    Place{u"CN", u"辽宁省", u"大连市", u"中山区", u"da lian", 210202, u"411", u"116001", 121.645, 38.919},
    Place{u"CN", u"广西壮族自治区", u"南宁市", u"青秀区", u"nan ning", 450103, u"771", u"530022", 108.495, 22.786},
    Place{u"CN", u"吉林省", u"长春市", u"南关区", u"chang chun", 220102, u"431", u"130022", 125.350, 43.864},
    Place{u"CN", u"山西省", u"太原市", u"小店区", u"tai yuan", 140105, u"351", u"030032", 112.566, 37.736},
    Place{u"CN", u"贵州省", u"贵阳市", u"南明区", u"gui yang", 520102, u"851", u"550001", 106.714, 26.568},
    Place{u"CN", u"甘肃省", u"兰州市", u"城关区", u"lan zhou", 620102, u"931", u"730030", 103.825, 36.057},
    Place{u"CN", u"海南省", u"海口市", u"龙华区", u"hai kou", 460106, u"898", u"570105", 110.329, 20.031},
    Place{u"CN", u"内蒙古自治区", u"呼和浩特市", u"新城区", u"hu he hao te", 150102, u"471", u"010030", 111.666,
          40.858},
    Place{u"CN", u"宁夏回族自治区", u"银川市", u"兴庆区", u"yin chuan", 640104, u"951", u"750001", 106.289, 38.474},
    Place{u"CN", u"青海省", u"西宁市", u"城中区", u"xi ning", 630103, u"971", u"810000", 101.784, 36.622},
    Place{u"CN", u"新疆维吾尔自治区", u"乌鲁木齐市", u"天山区", u"wu lu mu qi", 650102, u"991", u"830002", 87.620,
          43.794},
    Place{u"CN", u"西藏自治区", u"拉萨市", u"城关区", u"la sa", 540102, u"891", u"850000", 91.140, 29.653},
};

constexpr std::array kForeign = {
    Place{u"DE", u"", u"Berlin", u"", u"", 0, u"DE", u"10115", 13.405, 52.520},
    Place{u"FR", u"", u"Lyon", u"", u"", 0, u"FR", u"69002", 4.835, 45.764},
    Place{u"GB", u"", u"Leeds", u"", u"", 0, u"GB", u"LS1 4DY", -1.549, 53.801},
    Place{u"US", u"WA", u"Seattle", u"", u"", 0, u"US", u"98101", -122.335, 47.608},
    Place{u"US", u"TX", u"Austin", u"", u"", 0, u"US", u"78701", -97.743, 30.267},
    Place{u"JP", u"", u"大阪市", u"", u"", 0, u"JP", u"530-0001", 135.502, 34.694},
    Place{u"SG", u"", u"Singapore", u"", u"", 0, u"SG", u"048616", 103.851, 1.284},
    Place{u"BR", u"", u"São Paulo", u"", u"", 0, u"BR", u"01310-100", -46.633, -23.551},
};
} // namespace

std::span<const Place> chinesePlaces()
{
  return kChinese;
}
std::span<const Place> foreignPlaces()
{
  return kForeign;
}
const Place& warehouse()
{
  return kChinese[5];
}

} // namespace supercargo::sandbox
