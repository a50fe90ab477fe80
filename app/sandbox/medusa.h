#pragma once

#include "app/sandbox/shopdesk.h"

#include <QSet>

namespace supercargo::sandbox {

/// A Medusa shop's Admin API at `{origin}/medusa`, for an administrator with a password. As on a real server, a
/// payment does not move the order's time, and stock belongs to inventory items.
class MedusaShop : public Peer {
public:
  explicit MedusaShop(Site& site);

  Reply answer(const Request& request) override;
  QJsonObject account() const override;

private:
  Reply login(const Request& request);
  Reply route(const Request& request, const QStringList& parts, const QJsonObject& body);
  Reply list(const Request& request, const QString& name);
  Reply orders(const Request& request, const QStringList& parts, const QJsonObject& body);
  Reply fulfil(const Order& order, const QJsonObject& body);
  Reply ship(const Order& order, qint64 fulfilment, const QJsonObject& body);
  Reply refund(qint64 id, const QJsonObject& body);
  Reply setStock(qint64 item, const QJsonObject& body);
  QJsonObject orderJson(const Order& order) const;
  QJsonArray paymentsJson(const Order& order) const;
  QJsonArray fulfilmentsJson(const Order& order) const;
  QJsonObject variantJson(const Variant& variant) const;
  QJsonObject productJson(const Product& product) const;
  QJsonObject customerJson(qint64 id) const;
  QJsonObject itemJson(int variant) const; ///< the inventory item

  Site& m_site;
  QString m_password;
  QSet<QByteArray> m_tokens;
  qint64 m_logins = 0;
  /// Fulfilments that are packed and not shipped: they take nothing from the world yet.
  struct Packed {
    qint64 order = 0;
    QMap<qint64, qint64> pieces;
    QJsonValue metadata;
  };
  QMap<qint64, Packed> m_packed;
};

} // namespace supercargo::sandbox
