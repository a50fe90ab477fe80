#include "app/sandbox/people.h"

#include "app/sandbox/dice.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
struct Syllable {
  const char16_t* han;
  const char* latin;
};
constexpr std::array<Syllable, 24> kFamilies = {
    {{u"王", "wang"}, {u"李", "li"},    {u"张", "zhang"}, {u"刘", "liu"},   {u"陈", "chen"}, {u"杨", "yang"},
     {u"赵", "zhao"}, {u"黄", "huang"}, {u"周", "zhou"},  {u"吴", "wu"},    {u"徐", "xu"},   {u"孙", "sun"},
     {u"胡", "hu"},   {u"朱", "zhu"},   {u"高", "gao"},   {u"林", "lin"},   {u"何", "he"},   {u"郭", "guo"},
     {u"罗", "luo"},  {u"梁", "liang"}, {u"宋", "song"},  {u"郑", "zheng"}, {u"韩", "han"},  {u"欧阳", "ouyang"}}};
constexpr std::array<Syllable, 24> kGiven = {
    {{u"伟", "wei"},   {u"芳", "fang"}, {u"娜", "na"},   {u"敏", "min"}, {u"静", "jing"}, {u"丽", "li"},
     {u"强", "qiang"}, {u"磊", "lei"},  {u"洋", "yang"}, {u"艳", "yan"}, {u"勇", "yong"}, {u"杰", "jie"},
     {u"涛", "tao"},   {u"明", "ming"}, {u"超", "chao"}, {u"秀", "xiu"}, {u"霞", "xia"},  {u"平", "ping"},
     {u"晨", "chen"},  {u"思", "si"},   {u"雨", "yu"},   {u"子", "zi"},  {u"浩", "hao"},  {u"欣", "xin"}}};
constexpr std::array kForeignFirst = {u"Ada", u"Jonas", u"Zoë", u"Quinn", u"Hiroshi", u"João", u"Priya", u"Uma"};
constexpr std::array kForeignLast = {u"Grünwald", u"O'Neill", u"Håkansson", u"Tanaka",
                                     u"Ferreira", u"Lefèvre", u"Smith",     u"Ünal"};
constexpr std::array kRoads = {u"中山路", u"人民路", u"解放路", u"建设路", u"文化路", u"和平路", u"学院路", u"滨江路"};
constexpr std::array kForeignRoads = {u"Hauptstraße", u"Rue de la Paix", u"King Street", u"Maple Avenue",
                                      u"Rua das Flores"};
constexpr std::array kPrefixes = {u"130", u"135", u"138", u"139", u"150", u"158", u"177", u"186", u"188", u"199"};

QString chineseStreet(Dice& dice)
{
  return text(dice.pick(kRoads)) + QString::number(dice.between(1, 899)) + u"号"_s +
         QString::number(dice.between(1, 30)) + u"幢"_s +
         QString::number(dice.between(1, 18) * 100 + dice.between(1, 6)) + u"室"_s;
}

void fillChinese(Person& person, Dice& dice)
{
  const Syllable& family = dice.pick(kFamilies);
  const Syllable& first = dice.pick(kGiven);
  const Syllable& second = dice.pick(kGiven);
  const bool two = dice.chance(0.7);
  person.lastName = text(family.han);
  person.firstName = text(first.han) + (two ? text(second.han) : QString());
  person.email = QLatin1StringView(first.latin) + (two ? QString(QLatin1StringView(second.latin)) : QString()) + u'.' +
                 QLatin1StringView(family.latin) + QString::number(person.id) + u"@example.cn"_s;
  person.phone = text(dice.pick(kPrefixes)) + QString::number(dice.between(10000000, 99999999));
  person.street = chineseStreet(dice);
}

void fillForeign(Person& person, Dice& dice)
{
  person.firstName = text(dice.pick(kForeignFirst));
  person.lastName = text(dice.pick(kForeignLast));
  person.email = u"customer"_s + QString::number(person.id) + u"@example.com"_s;
  person.phone = u"+44 20 7946 0"_s + QString::number(dice.between(100, 999));
  person.street = QString::number(dice.between(1, 250)) + u' ' + text(dice.pick(kForeignRoads));
}
} // namespace

QString Person::fullName() const
{
  return isChinese() ? lastName + firstName : firstName + u' ' + lastName;
}

Person person(quint64 seed, qint64 id)
{
  Dice dice(seed, Use::Person, quint64(id));
  Person person;
  person.id = id;
  if (dice.chance(0.93)) {
    const auto places = chinesePlaces();
    const double skewed = dice.unit() * dice.unit(); // big cities, which come first, have more buyers
    person.place = &places[std::size_t(skewed * double(places.size()))];
    fillChinese(person, dice);
  } else {
    const auto places = foreignPlaces();
    person.place = &places[std::size_t(dice.next() % places.size())];
    fillForeign(person, dice);
  }
  return person;
}

} // namespace supercargo::sandbox
