#pragma once

#include "app/sandbox/peer.h"

namespace supercargo::sandbox {

struct KuaidiCustomer {
  QString customer, key;
};

/// upper(md5hex(param + key + customer)); with "SHA256" that hash instead.
QByteArray kuaidiSign(const QString& param, const KuaidiCustomer& customer, const QString& type);

/// Kuaidi100 at `{origin}/kuaidi100`: /poll/query.do and /autonumber/auto.
class Kuaidi100 : public Peer {
public:
  Kuaidi100(Site& site, KuaidiCustomer customer);

  Reply answer(const Request& request) override;
  QJsonObject account() const override;

private:
  Reply query(const QJsonObject& param);
  Reply detect(const Fields& parameters) const;

  Site& m_site;
  KuaidiCustomer m_customer;
  QHash<QString, Instant> m_asked; ///< number -> last query
};

} // namespace supercargo::sandbox
