#pragma once

#include "app/sandbox/alipay.h"
#include "app/sandbox/kuaidi100.h"
#include "app/sandbox/sf.h"
#include "app/sandbox/vendure.h"
#include "app/sandbox/woocommerce.h"

namespace supercargo::sandbox {

/// The whole simulated outside world behind one origin. It answers requests as values; Server puts it on a port.
class Sandbox {
public:
  Sandbox(const Options& options, Clock machine);

  void setOrigin(const QString& origin) { m_site.origin = origin; }
  Reply answer(const Request& request); ///< `request.path` complete
  QJsonObject announcement(quint16 port) const;
  World& world() { return m_world; }
  Faults& faults() { return m_faults; }
  const Site& site() const { return m_site; }

private:
  Reply route(Request request, const QString& provider);
  std::optional<Reply> disturbance(const QString& provider);

  Options m_options;
  World m_world;
  Faults m_faults;
  Site m_site;
  WooKey m_wooKey;
  WooShop m_woo;
  VendureLogin m_vendureLogin;
  VendureShop m_vendure;
  AlipayMerchant m_merchant;
  Alipay m_alipay;
  SfPartner m_sfPartner;
  SfExpress m_sf;
  KuaidiCustomer m_kuaidiCustomer;
  Kuaidi100 m_kuaidi;
};

} // namespace supercargo::sandbox
