#include "app/sandbox/chinashop.h"

#include "core/base/crypto.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {

ChinaGrant::ChinaGrant(const Site& site, int subject)
    : m_seed(site.world.seed()), m_key(u"1"_s + token(m_seed, quint64(subject), 11, kDecimalDigits)),
      m_secret(token(m_seed, quint64(subject + 1), 32, kHexDigits)),
      m_refresh(token(m_seed, quint64(subject + 2), 40, kHexDigits))
{
}

QString ChinaGrant::issue()
{
  const QString access = token(m_seed, qHash(m_refresh) + ++m_issued, 40, kHexDigits);
  m_open.insert(access);
  return access;
}

bool ChinaGrant::admits(Site& site, const QString& access)
{
  if (site.faults.strikes(u"expired-token"_s))
    m_open.remove(access);
  return m_open.contains(access);
}

namespace china {

QByteArray sortedText(const Fields& fields)
{
  std::map<QByteArray, QByteArray> sorted;
  for (const auto& [name, value] : fields)
    if (name != "sign"_L1)
      sorted.emplace(name.toUtf8(), value.toUtf8());
  QByteArray text;
  for (const auto& [name, value] : sorted)
    text += name + value;
  return text;
}

QString wrappedMd5(const Fields& fields, const QString& secret)
{
  const QByteArray ends = secret.toUtf8();
  return QString::fromLatin1(crypto::digest(crypto::Hash::Md5, ends + sortedText(fields) + ends).toHex()).toUpper();
}

std::optional<Instant> wallClock(const QString& text)
{
  const auto instant = parseLocal(text, kChinaOffset);
  return instant ? std::optional(*instant) : std::nullopt;
}

QString written(Instant at)
{
  return formatLocal(at, kChinaOffset).left(19);
}

QString written(const std::optional<Instant>& at)
{
  return at ? written(*at) : QString();
}

std::vector<qint64> changed(const World& world, Shop shop, Instant from, Instant to)
{
  const Instant low = std::chrono::floor<std::chrono::seconds>(from);
  const Instant high = std::chrono::floor<std::chrono::seconds>(to) + std::chrono::milliseconds(999);
  std::vector<qint64> found = desk::changedBetween(world, shop, low, high);
  std::reverse(found.begin(), found.end());
  return found;
}

std::vector<qint64> refunded(const World& world, Shop shop, Instant from, Instant to)
{
  std::vector<qint64> found = changed(world, shop, from, to);
  std::erase_if(found, [&](qint64 index) { return world.order(index).refunds.empty(); });
  return found;
}

std::vector<Claim> claims(const Order& order)
{
  std::vector<Claim> all;
  for (const Refund& refund : order.refunds)
    all.push_back({refund, false});
  for (const Refund& refund : order.change.asked)
    all.push_back({refund, true});
  return all;
}

std::vector<qint64> claimed(const World& world, Shop shop, Instant from, Instant to)
{
  std::vector<qint64> found = changed(world, shop, from, to);
  std::erase_if(found, [&](qint64 index) { return claims(world.order(index)).empty(); });
  return found;
}

std::optional<Order> orderOfRefund(const World& world, Shop shop, qint64 id)
{
  const auto has = [id](const Order& order) {
    const auto all = claims(order);
    return std::any_of(all.begin(), all.end(), [id](const Claim& claim) { return claim.refund.id == id; });
  };
  if (auto order = desk::orderById(world, shop, id - 500'000'000); order && has(*order))
    return order;
  for (const qint64 index : world.changes().keys())
    if (Order order = world.order(index); order.shop == shop && has(order))
      return order;
  return std::nullopt;
}

QJsonArray page(Site& site, const std::vector<qint64>& found, qint64 page, qint64 size,
                const std::function<QJsonValue(qint64)>& json)
{
  const qint64 begin = disturbedPage(site, page) * size, count = qint64(found.size());
  QJsonArray items;
  for (qint64 i = std::max<qint64>(0, begin); i < std::min(begin + size, count); ++i)
    items.append(json(found[std::size_t(i)]));
  return disturbedItems(site, items);
}

qint64 lineTotal(const Line& line)
{
  return line.total() + line.tax();
}

qint64 lineFull(const Line& line)
{
  return lineTotal(line) + line.discount;
}

qint64 piece(const Line& line)
{
  return lineFull(line) / line.quantity;
}

qint64 freight(const Order& order)
{
  return order.shipping + order.shippingTax;
}

QString maskedName(const Person& person)
{
  return person.fullName().left(1) + u"**"_s;
}

QString maskedPhone(const Person& person)
{
  return person.phone.left(1) + u"**********"_s;
}

QString clear(const Order& order, Part part)
{
  switch (part) {
  case Part::Name:
    return order.buyer.fullName();
  case Part::Phone:
    return order.buyer.phone;
  case Part::Street:
    break;
  }
  return order.buyer.street;
}

QString sealed(const World& world, const Order& order, Part part)
{
  return token(world.seed(), 9'000'000'000 + quint64(order.id) * 4 + quint64(part), 24, kHexDigits);
}

Result<Fulfilment> ship(Site& site, const Order& order, const QStringList& lines, const QString& courier,
                        const QString& number)
{
  if (number.isEmpty())
    return fail(ErrorKind::Rejected, u"no number"_s);
  QMap<qint64, qint64> pieces;
  for (std::size_t i = 0; i < order.lines.size(); ++i)
    if (const qint64 id = desk::lineId(order, i); lines.contains(QString::number(id)))
      pieces.insert(id, order.lines[i].quantity);
  if (!lines.isEmpty() && pieces.size() != lines.size())
    return fail(ErrorKind::Rejected, u"no such line"_s);
  return desk::ship(site.world, order, pieces, courier, number);
}

void setMemo(Site& site, const Order& order, const QString& text)
{
  const Note note{site.world.newId(), site.world.now(), text, false};
  site.world.change(order.index, [&](Change& change) {
    change.notes = {note};
    change.modified = note.at;
  });
}

QString memoOf(const Order& order)
{
  return order.change.notes.empty() ? QString() : order.change.notes.back().text;
}

qint64 productId(const Product& product)
{
  return 610'000'000'001 + product.number;
}

qint64 variantId(const Variant& variant)
{
  return 4'700'000'000'001 + variant.number;
}

std::optional<int> productOf(const World& world, qint64 id)
{
  const qint64 number = id - 610'000'000'001;
  const bool exists = number >= 0 && number < qint64(world.catalogue().products.size());
  return exists && world.isListed(int(number)) ? std::optional(int(number)) : std::nullopt;
}

Instant editedAt(const World& world, qint64 product)
{
  return std::chrono::floor<std::chrono::seconds>(world.catalogueMade()) + std::chrono::seconds(product);
}

std::vector<qint64> editedProducts(const World& world, Instant from, Instant to)
{
  std::vector<qint64> found = world.listedProducts();
  std::erase_if(found, [&](qint64 product) {
    const Instant edited = editedAt(world, product);
    return edited < from || edited > to;
  });
  return found;
}

std::optional<int> variantOf(const World& world, qint64 id)
{
  const qint64 number = id - 4'700'000'000'001;
  const auto& variants = world.catalogue().variants;
  const bool exists = number >= 0 && number < qint64(variants.size());
  return exists && world.isListed(variants[std::size_t(number)].product) ? std::optional(int(number)) : std::nullopt;
}

qint64 available(Site& site, Shop shop, int variant)
{
  const Stock& stock = site.world.stock(shop, variant);
  return stock.onHand - stock.allocated;
}

void setAvailable(Site& site, Shop shop, int variant, qint64 pieces)
{
  desk::setStock(site.world, shop, variant, pieces + site.world.stock(shop, variant).allocated);
}

} // namespace china
} // namespace supercargo::sandbox
