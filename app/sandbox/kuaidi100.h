#pragma once

#include "app/sandbox/peer.h"

namespace supercargo::sandbox {

struct KuaidiCustomer {
  QString customer, key;
  QString secret; ///< of the label service
};

/// upper(md5hex(param + key + customer)); with "SHA256" that hash instead.
QByteArray kuaidiSign(const QString& param, const KuaidiCustomer& customer, const QString& type);

/// upper(md5hex(param + t + key + secret))
QByteArray kuaidiLabelSign(const QString& param, const QString& t, const KuaidiCustomer& customer);

/// Kuaidi100 at `{origin}/kuaidi100`: /poll/query.do, /autonumber/auto, and /label/order with the labels it gives.
class Kuaidi100 : public Peer {
public:
  Kuaidi100(Site& site, KuaidiCustomer customer);

  Reply answer(const Request& request) override;
  QJsonObject account() const override;

private:
  Reply query(const QJsonObject& param);
  Reply detect(const Fields& parameters) const;
  Reply labelCall(const Request& request);
  Reply order(const QJsonObject& param);
  Reply cancel(const QJsonObject& param);
  Reply reprint(const QJsonObject& param);

  Site& m_site;
  KuaidiCustomer m_customer;
  QHash<QString, Instant> m_asked; ///< number -> last query
};

} // namespace supercargo::sandbox
