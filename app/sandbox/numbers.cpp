#include "app/sandbox/numbers.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr char16_t kLetters[] = u"BCDFGHJKMNPQRTVWXYZ2346789"; // no vowels: no words
constexpr quint64 kBase = 26;
constexpr int kCodeLength = 9, kFillLength = 7;

QString digits(quint64 value, int width)
{
  return QString::number(value).rightJustified(width, u'0');
}

QString letters(quint64 value, int width)
{
  QString result(width, u'B');
  for (int i = width - 1; i >= 0; --i, value /= kBase)
    result[i] = kLetters[value % kBase];
  return result;
}

/// -1: not such a text.
qint64 valueOf(QStringView text)
{
  qint64 value = 0;
  for (const QChar c : text) {
    const qsizetype digit = QStringView(kLetters).indexOf(c);
    if (digit < 0)
      return -1;
    value = value * qint64(kBase) + digit;
  }
  return value;
}

/// As long as the real ones, and far from each other: the number alone tells the shop.
qint64 firstId(Shop shop)
{
  switch (shop) {
  case Shop::Woo:
    return 10'001;
  case Shop::Taobao:
    return 2'847'500'000'000'000'001;
  case Shop::Jd:
    return 290'000'000'001;
  case Shop::Pinduoduo:
    return 500'000'000'000'001;
  case Shop::Douyin:
    return 6'900'000'000'000'000'001;
  case Shop::Youzan:
    return 20'000'000'000'001;
  case Shop::Shopify:
    return 5'400'000'000'001;
  case Shop::Magento:
    return 100'000'001;
  case Shop::Vendure:
  case Shop::Medusa:
    break;
  }
  return 1;
}

/// Whether the id is also the order's number.
bool numbersOrders(Shop shop)
{
  return shop != Shop::Vendure && shop != Shop::Medusa;
}

Shop shopThatCounts(qint64 id)
{
  Shop best = Shop::Woo;
  for (std::size_t i = 0; i < kShopCount; ++i)
    if (const Shop shop = Shop(i); numbersOrders(shop) && firstId(shop) <= id && firstId(shop) > firstId(best))
      best = shop;
  return best;
}

QString prefix(Courier courier)
{
  switch (courier) {
  case Courier::Sf:
    return u"SF1"_s;
  case Courier::Yto:
    return u"YT8"_s;
  case Courier::Zto:
    break;
  }
  return u"75"_s;
}
} // namespace

Numbers::Numbers(quint64 seed, QList<Shop> shops)
    : m_shops(std::move(shops)), m_codes(seed * 3 + 1), m_waybills(seed * 5 + 2), m_trades(seed * 7 + 3)
{
}

qint64 Numbers::ranksBelow(Shop shop, qint64 index) const
{
  const qint64 turns = m_shops.size();
  return (index + turns - 1 - m_shops.indexOf(shop)) / turns;
}

qint64 Numbers::id(qint64 index) const
{
  return firstId(shopOf(index)) + rank(index);
}

qint64 Numbers::indexOfId(Shop shop, qint64 id) const
{
  return m_shops.contains(shop) && id >= firstId(shop) ? indexOfRank(shop, id - firstId(shop)) : -1;
}

QString Numbers::orderNumber(qint64 index) const
{
  if (numbersOrders(shopOf(index)))
    return QString::number(id(index));
  const quint64 code = m_codes.code(quint64(index));
  return letters(code, kCodeLength) + letters(Dice(code, Use::Key, 7).next() >> 31, kFillLength);
}

qint64 Numbers::indexOfOrderNumber(const QString& number) const
{
  bool isNumber = false;
  const qint64 id = number.toLongLong(&isNumber);
  if (isNumber)
    return indexOfId(shopThatCounts(id), id);
  const qint64 code = valueOf(QStringView(number).left(kCodeLength));
  return code < 0 || quint64(code) >= Scramble::kLimit ? -1 : qint64(m_codes.index(quint64(code)));
}

QString Numbers::waybill(Courier courier, qint64 index) const
{
  return prefix(courier) + digits(m_waybills.code(quint64(index)), 12);
}

std::optional<std::pair<Courier, qint64>> Numbers::indexOfWaybill(const QString& number) const
{
  for (const Courier courier : {Courier::Sf, Courier::Yto, Courier::Zto}) {
    bool ok = false;
    const quint64 code = QStringView(number).mid(prefix(courier).size()).toULongLong(&ok);
    if (number.startsWith(prefix(courier)) && ok && code < Scramble::kLimit)
      return std::pair(courier, qint64(m_waybills.index(code)));
  }
  return std::nullopt;
}

QString Numbers::tradeNo(qint64 index, Instant paid) const
{
  return formatLocal(paid, kChinaOffset).left(10).remove(u'-') + u"22001"_s + digits(m_trades.code(quint64(index)), 15);
}

qint64 Numbers::indexOfTradeNo(const QString& tradeNo) const
{
  bool ok = false;
  const quint64 code = QStringView(tradeNo).mid(13).toULongLong(&ok);
  return ok && code < Scramble::kLimit ? qint64(m_trades.index(code)) : -1;
}

} // namespace supercargo::sandbox
