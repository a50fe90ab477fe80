#include "app/sandbox/peer.h"

namespace supercargo::sandbox {

std::unique_ptr<Peer> woocommercePeer(Site& site);
std::unique_ptr<Peer> vendurePeer(Site& site);
std::unique_ptr<Peer> taobaoPeer(Site& site);
std::unique_ptr<Peer> pinduoduoPeer(Site& site);
std::unique_ptr<Peer> douyinPeer(Site& site);
std::unique_ptr<Peer> jdPeer(Site& site);
std::unique_ptr<Peer> youzanPeer(Site& site);
std::unique_ptr<Peer> shopifyPeer(Site& site);
std::unique_ptr<Peer> medusaPeer(Site& site);
std::unique_ptr<Peer> magentoPeer(Site& site);
std::unique_ptr<Peer> alipayPeer(Site& site);
std::unique_ptr<Peer> wechatpayPeer(Site& site);
std::unique_ptr<Peer> unionpayPeer(Site& site);
std::unique_ptr<Peer> paypalPeer(Site& site);
std::unique_ptr<Peer> stripePeer(Site& site);
std::unique_ptr<Peer> sfPeer(Site& site);
std::unique_ptr<Peer> kuaidi100Peer(Site& site);
std::unique_ptr<Peer> ztoPeer(Site& site);
std::unique_ptr<Peer> ytoPeer(Site& site);
std::unique_ptr<Peer> kdniaoPeer(Site& site);
std::unique_ptr<Peer> easypostPeer(Site& site);
std::unique_ptr<Peer> aftershipPeer(Site& site);
std::unique_ptr<Peer> seventeentrackPeer(Site& site);
std::unique_ptr<Peer> cainiaoPeer(Site& site);

std::span<const PeerEntry> peerEntries()
{
  static const PeerEntry kEntries[] = {
      {QLatin1StringView("woocommerce"), Shop::Woo, woocommercePeer},
      {QLatin1StringView("vendure"), Shop::Vendure, vendurePeer},
      {QLatin1StringView("taobao"), Shop::Taobao, taobaoPeer},
      {QLatin1StringView("pinduoduo"), Shop::Pinduoduo, pinduoduoPeer},
      {QLatin1StringView("douyin"), Shop::Douyin, douyinPeer},
      {QLatin1StringView("jd"), Shop::Jd, jdPeer},
      {QLatin1StringView("youzan"), Shop::Youzan, youzanPeer},
      {QLatin1StringView("shopify"), Shop::Shopify, shopifyPeer},
      {QLatin1StringView("medusa"), Shop::Medusa, medusaPeer},
      {QLatin1StringView("magento"), Shop::Magento, magentoPeer},
      {QLatin1StringView("alipay"), {}, alipayPeer},
      {QLatin1StringView("wechatpay"), {}, wechatpayPeer, Gateway::WechatPay},
      {QLatin1StringView("unionpay"), {}, unionpayPeer, Gateway::UnionPay},
      {QLatin1StringView("paypal"), {}, paypalPeer, Gateway::PayPal},
      {QLatin1StringView("stripe"), {}, stripePeer, Gateway::Stripe},
      {QLatin1StringView("sf"), {}, sfPeer},
      {QLatin1StringView("kuaidi100"), {}, kuaidi100Peer},
      {QLatin1StringView("zto"), {}, ztoPeer},
      {QLatin1StringView("yto"), {}, ytoPeer},
      {QLatin1StringView("kdniao"), {}, kdniaoPeer},
      {QLatin1StringView("easypost"), {}, easypostPeer},
      {QLatin1StringView("aftership"), {}, aftershipPeer},
      {QLatin1StringView("seventeentrack"), {}, seventeentrackPeer},
      {QLatin1StringView("cainiao"), {}, cainiaoPeer},
  };
  return kEntries;
}

QJsonObject accountOf(const QString& name, const QString& endpoint, const QJsonObject& fields)
{
  return {{QStringLiteral("name"), name}, {QStringLiteral("endpoint"), endpoint}, {QStringLiteral("fields"), fields}};
}

} // namespace supercargo::sandbox
