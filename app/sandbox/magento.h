#pragma once

#include "app/sandbox/shopdesk.h"

namespace supercargo::sandbox {

/// A Magento shop's REST V1 at `{origin}/magento/rest/{store}/V1`, for an integration with four keys (OAuth 1.0a). A
/// page behind the end is the last one again. Goods with several variants are configurable products whose variants are
/// products of their own.
class MagentoShop : public Peer {
public:
  explicit MagentoShop(Site& site);

  Reply answer(const Request& request) override;
  QJsonObject account() const override;

private:
  bool isSigned(const Request& request) const;
  Reply route(const Request& request, const QStringList& parts, const QJsonObject& body);
  Reply search(const Request& request, const QString& name);
  Reply ship(const Order& order, const QJsonObject& body);
  Reply refund(const Order& order, const QJsonObject& body);
  Reply setStock(const QJsonObject& body);
  QJsonObject variantJson(const Variant& variant) const; ///< a simple product
  QJsonObject productJson(const Product& product) const; ///< a configurable product
  QJsonObject sourceJson(const Variant& variant) const;
  QJsonObject customerJson(qint64 id) const;

  Site& m_site;
  QString m_consumerKey, m_consumerSecret, m_token, m_tokenSecret;
};

namespace magento {
QString time(Instant instant); ///< "2026-01-15 01:12:33"
/// Ids of products: the variants first, then the configurable ones.
qint64 productId(const World& world, const Product& product);
QJsonObject orderJson(const World& world, const Order& order);
QJsonArray shipments(const Order& order);
QJsonArray creditMemos(const Order& order);
QJsonArray invoices(const Order& order);
QJsonArray comments(const Order& order);
} // namespace magento

} // namespace supercargo::sandbox
