#include "app/sandbox/catalogue.h"

#include "app/sandbox/dice.h"
#include "app/sandbox/places.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
struct Noun {
  const char16_t* name;
  const char16_t* category;
  int low, high; ///< price in yuan
  int grams;
};
constexpr std::array kNouns = {Noun{u"抱枕", u"家居", 29, 99, 600},      Noun{u"台灯", u"家居", 69, 399, 1200},
                               Noun{u"四件套", u"家纺", 159, 699, 2600}, Noun{u"毛毯", u"家纺", 79, 359, 1500},
                               Noun{u"茶具", u"餐厨", 89, 899, 2200},    Noun{u"咖啡壶", u"餐厨", 49, 329, 700},
                               Noun{u"保温杯", u"餐厨", 39, 199, 400},   Noun{u"砧板", u"餐厨", 35, 159, 1100},
                               Noun{u"衬衫", u"服饰", 89, 399, 260},     Noun{u"卫衣", u"服饰", 99, 459, 520},
                               Noun{u"围巾", u"服饰", 49, 299, 180},     Noun{u"帆布包", u"箱包", 39, 219, 450},
                               Noun{u"双肩包", u"箱包", 129, 599, 900},  Noun{u"耳机", u"数码", 99, 1299, 150},
                               Noun{u"充电器", u"数码", 29, 199, 120},   Noun{u"键盘", u"数码", 129, 899, 980},
                               Noun{u"笔记本", u"文具", 9, 59, 300},     Noun{u"钢笔", u"文具", 29, 499, 60},
                               Noun{u"绿茶", u"食品", 29, 399, 250},     Noun{u"坚果礼盒", u"食品", 59, 299, 1300}};
constexpr std::array kStyles = {u"棉麻", u"复古", u"极简", u"北欧", u"手工", u"胡桃木", u"陶瓷", u"不锈钢",
                                u"国风", u"日式", u"轻奢", u"折叠", u"加厚", u"便携",   u"有机"};
constexpr std::array kOptions = {u"红色", u"黑色", u"米白", u"墨绿", u"藏青", u"浅灰"};
constexpr std::array kOptionCodes = {u"RD", u"BK", u"WH", u"GN", u"NV", u"GY"};

QString ean13(int product, int variant)
{
  const QString body = u"690"_s + QString::number(product + 10000).rightJustified(6, u'0') +
                       QString::number(variant + 100).rightJustified(3, u'0');
  int sum = 0;
  for (int i = 0; i < body.size(); ++i)
    sum += body[i].digitValue() * (i % 2 ? 3 : 1);
  return body + QString::number((10 - sum % 10) % 10);
}

Product makeProduct(Dice& dice, int number, const Noun& noun)
{
  Product product;
  product.number = number;
  product.title = text(dice.pick(kStyles)) + text(noun.name) + u' ' + QString::number(100 + number);
  product.category = text(noun.category);
  product.slug = u"item-"_s + QString::number(100 + number);
  product.weightGrams = noun.grams;
  product.variants = dice.chance(0.4) ? 1 : int(dice.between(2, 5));
  return product;
}
} // namespace

QString Catalogue::title(const Variant& variant) const
{
  const QString& title = productOf(variant).title;
  return variant.option.isEmpty() ? title : title + u" - "_s + variant.option;
}

Catalogue catalogue(quint64 seed, int products)
{
  Catalogue catalogue;
  for (int number = 0; number < products; ++number) {
    Dice dice(seed, Use::Product, quint64(number));
    const Noun& noun = dice.pick(kNouns);
    Product product = makeProduct(dice, number, noun);
    product.firstVariant = int(catalogue.variants.size());
    const qint64 price = dice.between(noun.low, noun.high) * 100 - dice.between(0, 1) * 10;
    for (int place = 0; place < product.variants; ++place) {
      Variant variant{int(catalogue.variants.size()), number, place, {}, {}, {}, 0, 0};
      const QString base = u"SC-"_s + QString::number(number + 1).rightJustified(4, u'0');
      variant.sku = product.isSimple() ? base : base + u'-' + text(kOptionCodes[std::size_t(place)]);
      variant.option = product.isSimple() ? QString() : text(kOptions[std::size_t(place)]);
      variant.barcode = ean13(number, place);
      variant.price = price + place * 500;
      variant.stock = dice.chance(0.08) ? dice.between(0, 12) : dice.between(30, 900);
      catalogue.variants.push_back(variant);
    }
    catalogue.products.push_back(product);
  }
  return catalogue;
}

} // namespace supercargo::sandbox
