#pragma once

#include "app/sandbox/books.h"
#include "app/sandbox/peer.h"
#include "core/base/crypto.h"

namespace supercargo::sandbox {

struct AlipayMerchant {
  QString appId, pid;
};

/// What a request signs: all parameters but `sign`, empty ones left out, sorted by name.
QByteArray alipaySignedText(const Fields& parameters);

/// Alipay's gateway at `{origin}/alipay/gateway.do`: payments of both shops, found by order number or trade number. It
/// talks with certificates and in AES to those who do.
class Alipay : public Peer {
public:
  Alipay(Site& site, AlipayMerchant merchant);

  Reply answer(const Request& request) override;
  QJsonObject account() const override;
  bool signsAnswers() const override { return true; }

private:
  std::optional<QJsonObject> refusal(const Fields& parameters) const;
  QJsonObject call(const QString& method, const QJsonObject& content);
  QJsonObject query(const Order& order) const;
  QJsonObject refund(const Order& order, const QJsonObject& content);
  QJsonObject refundQuery(const Order& order, const QJsonObject& content) const;
  QJsonObject billLink(const QJsonObject& content);
  QJsonObject accountLog(const QJsonObject& content);
  Reply bill(const Request& request);
  QJsonObject close(const Order& order);
  /// The order of a trade; its buyer has paid, or begun to.
  std::optional<Order> tradeOf(const QJsonObject& content) const;
  /// `value`: what stands in the answer, an object or a text in quotes.
  Reply signedReply(const QString& root, const QByteArray& value, const Fields& asked);

  Site& m_site;
  AlipayMerchant m_merchant;
  crypto::Key m_appKey, m_gatewayKey;
  Books m_books;
};

} // namespace supercargo::sandbox
