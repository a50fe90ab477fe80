#pragma once

#include "app/sandbox/graphql.h"
#include "app/sandbox/shopdesk.h"

#include <QSet>

namespace supercargo::sandbox {

/// A Shopify shop's Admin API at `{origin}/shopify/admin/api/{version}/graphql.json`, for an app that asks for a token
/// with its client id and secret. Cursors are the last record's time and id; every mutation that wants an idempotency
/// key is refused without one, and answers a key that it knows as before. Queries cost points of a bucket that fills by
/// the machine's clock, as the world's may stand still.
class ShopifyShop : public Peer {
public:
  explicit ShopifyShop(Site& site);

  Reply answer(const Request& request) override;
  QJsonObject account() const override;

private:
  Reply login(const Request& request);
  QJsonObject run(const std::vector<GraphField>& fields);
  double& points();
  QJsonObject costJson(int asked, const QJsonValue& spent);
  /// The error's subject is the code of a GraphQL error.
  Result<QJsonValue> resolve(const GraphField& field);
  QJsonObject orders(const QJsonObject& arguments);
  QJsonObject customers(const QJsonObject& arguments) const;
  QJsonObject products(const QJsonObject& arguments) const;
  QJsonObject variants(const QJsonObject& arguments) const;
  QJsonArray nodes(const QJsonArray& ids) const;
  QJsonValue node(const QString& gid) const;
  QJsonObject variantJson(const Variant& variant) const;
  QJsonObject productJson(const Product& product) const;
  QJsonObject customerJson(qint64 id) const;
  QJsonObject setStock(const QJsonObject& input);
  QJsonObject ship(const QJsonObject& fulfilment);
  QJsonObject note(const QJsonObject& input);
  QJsonObject cancel(const QJsonObject& arguments);
  QJsonObject refund(const QJsonObject& input);

  Site& m_site;
  QString m_clientId, m_clientSecret;
  QSet<QByteArray> m_tokens;
  qint64 m_logins = 0;
  double m_points = 0; ///< as they were then; so long ago that the bucket is full at first
  Instant m_pointsAt{};
  QMap<QString, QJsonValue> m_answered; ///< idempotency key -> what was answered
  QMap<qint64, QString> m_notes;        ///< order index -> note
};

namespace shopify {
QString gid(const char* type, qint64 number);
qint64 numberOf(const QJsonValue& gid);
/// What a query may cost at most: a connection 2 and its children as often as a logarithm of their number says, objects
/// and plain lists 1 and their children, all else nothing. A fit to published figures; mutations are not in it.
int queryCost(const std::vector<GraphField>& fields);
QJsonObject orderJson(const World& world, const Order& order, const QString& note);
} // namespace shopify

} // namespace supercargo::sandbox
