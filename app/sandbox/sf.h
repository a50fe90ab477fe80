#pragma once

#include "app/sandbox/peer.h"

#include <QHash>

namespace supercargo::sandbox {

struct SfPartner {
  QString id, checkword;
};

/// base64(md5(urlencode(msgData + timestamp + checkword))), the console's default.
QByteArray sfDigest(const QString& msgData, const QString& timestamp, const QString& checkword);

/// SF Express's 丰桥 at `{origin}/sf/std/service`: routes, orders, labels. A call is proved by its digest, or by an
/// access token from `{origin}/sf/oauth2/accessToken`.
class SfExpress : public Peer {
public:
  SfExpress(Site& site, SfPartner partner);

  Reply answer(const Request& request) override;
  QJsonObject account() const override;

private:
  Reply issue(const Fields& form);
  std::optional<Reply> doubt(const Fields& form); ///< nullopt: the call is proved
  Reply service(const QString& code, const QJsonObject& message);
  Reply routes(const QJsonObject& message);
  Reply create(const QJsonObject& message);
  Reply search(const QJsonObject& message);
  Reply update(const QJsonObject& message);
  Reply rates(const QJsonObject& message) const;
  Reply print(const QJsonObject& message);
  Reply label(const Request& request) const;
  QJsonArray routesOf(const QString& number, const QStringList& phones) const;
  QJsonObject bookingJson(const Booking& booking) const;
  Reply done(const QJsonObject& data) const;
  Reply failed(const QString& code, const QString& message) const;
  Reply refused(const QString& code, const QString& message);

  Site& m_site;
  SfPartner m_partner;
  QHash<QString, Instant> m_tokens; ///< with their ends
  quint64 m_issued = 0;
};

} // namespace supercargo::sandbox
