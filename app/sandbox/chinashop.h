#pragma once

#include "app/sandbox/peer.h"
#include "app/sandbox/shopdesk.h"

#include <QSet>

/// What the simulated shops of China's platforms share. Amounts hold the tax, as they do there.
namespace supercargo::sandbox {

/// Keys, and the tokens of the merchant's grant. A refresh token stays good; every renewal gives a new access token.
class ChinaGrant {
public:
  ChinaGrant(const Site& site, int subject);

  const QString& key() const { return m_key; }
  const QString& secret() const { return m_secret; }
  const QString& refresh() const { return m_refresh; }
  QString issue(); ///< a new access token
  /// Whether a call may be made with it; the fault "expired-token" ends it.
  bool admits(Site& site, const QString& access);

private:
  quint64 m_seed;
  QString m_key, m_secret, m_refresh;
  QSet<QString> m_open;
  quint64 m_issued = 0;
};

namespace china {

/// name -> value in byte order of the names, without `sign`; computed here again, apart from the provider's code.
QByteArray sortedText(const Fields& fields);
QString wrappedMd5(const Fields& fields, const QString& secret);

std::optional<Instant> wallClock(const QString& text); ///< "2026-01-15 09:30:00", China's
QString written(Instant at);                           ///< the same way back, cut to the second
QString written(const std::optional<Instant>& at);     ///< empty: none

/// Whole seconds, both ends included, newest change first.
std::vector<qint64> changed(const World& world, Shop shop, Instant from, Instant to);
/// Orders with refunds among them.
std::vector<qint64> refunded(const World& world, Shop shop, Instant from, Instant to);

/// A refund as a platform tells it: open while it waits for the merchant. One for each line, in their order.
struct Claim {
  Refund refund;
  bool isOpen = false;
};
std::vector<Claim> claims(const Order& order);
/// Orders with claims among them.
std::vector<qint64> claimed(const World& world, Shop shop, Instant from, Instant to);
/// The order of a refund. Those that the world makes are numbered after their order; what people make is looked for.
std::optional<Order> orderOfRefund(const World& world, Shop shop, qint64 id);

/// One page of a list (counted from 0), as the faults want it.
QJsonArray page(Site& site, const std::vector<qint64>& found, qint64 page, qint64 size,
                const std::function<QJsonValue(qint64)>& json);

qint64 lineTotal(const Line& line); ///< with tax, after discount
qint64 lineFull(const Line& line);  ///< with tax, before discount
qint64 piece(const Line& line);     ///< of one
qint64 freight(const Order& order);

QString maskedName(const Person& person);
QString maskedPhone(const Person& person);

/// What a platform tells of a receiver as ciphertext, and in clear to who asks for one order's.
enum class Part { Name, Phone, Street };
constexpr Part kParts[] = {Part::Name, Part::Phone, Part::Street};
QString clear(const Order& order, Part part);
/// Tells nothing of what it stands for; the same for the same order and part.
QString sealed(const World& world, const Order& order, Part part);

/// The couriers that a platform lists, with its own number of each.
struct Listed {
  int id;
  const char* code;
  const char16_t* name;
};
constexpr Listed kCouriers[] = {
    {505, "SF", u"顺丰速运"}, {101, "YTO", u"圆通速递"}, {500, "ZTO", u"中通快递"}, {100, "STO", u"申通快递"}};

/// All of the order, or the lines (by id) that are named, go out with this number.
Result<Fulfilment> ship(Site& site, const Order& order, const QStringList& lines, const QString& courier,
                        const QString& number);
void setMemo(Site& site, const Order& order, const QString& text);
QString memoOf(const Order& order);

qint64 productId(const Product& product);
qint64 variantId(const Variant& variant);
std::optional<int> productOf(const World& world, qint64 id);
/// Goods were listed one after the other, one a second, and never edited.
Instant editedAt(const World& world, qint64 product);
/// Those that are listed and were edited in the closed span.
std::vector<qint64> editedProducts(const World& world, Instant from, Instant to);
std::optional<int> variantOf(const World& world, qint64 id);
qint64 available(Site& site, Shop shop, int variant);
void setAvailable(Site& site, Shop shop, int variant, qint64 pieces);

} // namespace china

} // namespace supercargo::sandbox
