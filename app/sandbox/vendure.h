#pragma once

#include "app/sandbox/graphql.h"
#include "app/sandbox/peer.h"

#include <QSet>

namespace supercargo::sandbox {

struct VendureLogin {
  QString username, password;
};

/// A Vendure shop's Admin API at `{origin}/vendure/admin-api`: its orders. Its order.updatedAt never moves
/// after placing and its variant.updatedAt only when a caller writes, as on real servers. Unpaid orders are active
/// carts.
class VendureShop : public Peer {
public:
  VendureShop(Site& site, VendureLogin login);

  Reply answer(const Request& request) override;
  QJsonObject account() const override;

private:
  /// A GraphQL error at the top: its code ("FORBIDDEN") is `subject`.
  Result<QJsonValue> resolve(const GraphField& field);
  QJsonObject login(const QJsonObject& arguments);
  Result<QJsonValue> orders(const QJsonObject& options);
  Result<QJsonValue> customers(const QJsonObject& options);
  Result<QJsonValue> products(const QJsonObject& options);
  Result<QJsonValue> variants(const QJsonObject& options);
  QJsonValue writeVariants(const QJsonArray& input);
  QJsonValue fulfil(const QJsonObject& input);
  QJsonValue transition(qint64 fulfilment, const QString& state);
  QJsonValue refund(const QJsonObject& input);
  QJsonValue cancel(const QJsonObject& input);
  QJsonValue addNote(const QJsonObject& input);
  std::optional<qint64> orderOfLine(qint64 line) const;
  QJsonValue orderOrNull(const QJsonValue& id) const;
  QJsonObject variantJson(const Variant& variant) const;
  QJsonObject productJson(const Product& product) const;

  Site& m_site;
  VendureLogin m_login;
  QSet<QByteArray> m_sessions;
  QByteArray m_newToken;
  qint64 m_logins = 0;
  QHash<qint64, qint64> m_fulfilments; ///< made by callers: id -> order index
};

/// Shared by its parts.
namespace vendure {
QString time(Instant instant); ///< "2026-11-23T19:45:23.000Z"
QJsonObject problem(const QString& type, const QString& code, const QString& message);
QJsonObject orderJson(const World& world, qint64 index);
QJsonObject fulfilmentJson(const Fulfilment& fulfilment);
std::vector<Fulfilment> fulfilments(const Order& order);
QString stateName(const Order& order);
inline qint64 lineId(const Order& order, std::size_t line)
{
  return order.index * 8 + qint64(line) + 1;
}
QJsonObject refundJson(const Order& order, const Refund& refund);

struct Page {
  qint64 skip = 0, take = 100;
};
Result<Page> page(Site& site, const QJsonObject& options);
/// Whether `item` fulfils all of the filter's conditions on its members; times compare as text, being all in one
/// format.
bool matches(const QJsonObject& item, const QJsonObject& filter);
} // namespace vendure

} // namespace supercargo::sandbox
