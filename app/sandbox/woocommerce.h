#pragma once

#include "app/sandbox/peer.h"
#include "app/sandbox/woocommerce_auth.h"

namespace supercargo::sandbox {

/// A WooCommerce shop at `{origin}/woocommerce`, REST API v3: its orders.
class WooShop : public Peer {
public:
  WooShop(Site& site, WooKey key);

  Reply answer(const Request& request) override; ///< path behind the prefix: "/wp-json/wc/v3/orders"

  QJsonObject account() const override;

private:
  Reply orders(const Request& request, const QStringList& parts);
  Reply listOrders(const Fields& parameters);
  Reply writeOrder(qint64 index, const QJsonObject& body);
  Reply notes(const Request& request, qint64 index);
  Reply refunds(const Request& request, qint64 index);
  Reply products(const Request& request, const QStringList& parts);
  Reply listProducts(const Fields& parameters);
  Reply variations(const Request& request, int product, const QStringList& parts);
  Reply batch(const QJsonObject& body, int product);
  Reply customers(const Request& request, const QStringList& parts);
  /// The product or variation with the fields of `body` written; nullopt: no such id. `product` -1: a product itself.
  std::optional<QJsonObject> writeStock(int product, qint64 id, const QJsonObject& body);

  QJsonObject orderJson(qint64 index) const;
  QJsonObject productJson(const Product& product) const;
  QJsonObject variationJson(const Variant& variant) const;
  QJsonObject customerJson(qint64 id) const;
  Instant modified(const Product& product) const;
  QString base() const { return m_site.origin + QStringLiteral("/woocommerce"); }

  Site& m_site;
  WooKey m_key;
  WooAuth m_auth;
};

/// Shared by its parts.
namespace woo {
Reply error(const QString& code, const QString& message, int status);
Reply invalidId(const QString& thing); ///< "shop_order", "product"
Reply invalidParameter(const QString& name, const QString& message);
/// Sets `name` in the shop's time and `name`_gmt; null for no time.
void stamp(QJsonObject& object, const QString& name, std::optional<Instant> at);
QJsonObject address(const Person& person, bool billing);

struct Paging {
  qint64 page = 1, perPage = 10, offset = 0;
};
/// The paging parameters, or the refusal.
tl::expected<Paging, Reply> paging(const Fields& parameters);
void setPageHeaders(Reply& reply, const QString& url, const Paging& paging, qint64 total);
/// Keeps the members that `_fields` names.
QJsonObject selected(const QJsonObject& object, const Fields& parameters);
std::optional<Instant> dateParameter(const Fields& parameters, QStringView name);
} // namespace woo

} // namespace supercargo::sandbox
