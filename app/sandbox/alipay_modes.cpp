#include "app/sandbox/alipay_modes.h"

#include "app/sandbox/alipaykeys.h"
#include "app/sandbox/testkeys.h"
#include "core/base/crypto.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
const QByteArray kNoIv(16, '\0');

QByteArray contentKey()
{
  return QByteArray::fromBase64(kAlipayContentKey);
}
} // namespace

QJsonObject alipayCertificateFields()
{
  const auto pem = [](const char* base64) { return pemCertificate(base64, u"\n"_s); };
  return {{u"app_cert"_s, pem(kAlipayAppCertificate)},
          {u"alipay_cert"_s, pem(kAlipayCertificate)},
          {u"root_cert"_s, pem(kAlipayCurveCertificate) + u'\n' + pem(kAlipayRootCertificate)}};
}

QJsonObject alipayEncryptionFields()
{
  return {{u"aes_key"_s, QLatin1StringView(kAlipayContentKey)}};
}

bool namesCertificates(const Fields& parameters)
{
  return !fieldValue(parameters, u"app_cert_sn").isEmpty() || !fieldValue(parameters, u"alipay_root_cert_sn").isEmpty();
}

bool isEncrypted(const Fields& parameters)
{
  return fieldValue(parameters, u"encrypt_type") == "AES"_L1;
}

std::optional<std::pair<QString, QString>> wrongCertificate(const Fields& parameters)
{
  if (!namesCertificates(parameters))
    return std::nullopt;
  const QString app = fieldValue(parameters, u"app_cert_sn"), roots = fieldValue(parameters, u"alipay_root_cert_sn");
  if (app.isEmpty())
    return std::pair(u"isv.missing-app-cert-sn"_s, u"缺少应用公钥证书序列号"_s);
  if (app != QLatin1StringView(kAlipayAppSn))
    return std::pair(u"isv.app-cert-not-exist"_s, u"应用公钥证书不存在"_s);
  if (roots.isEmpty())
    return std::pair(u"isv.missing-alipay-root-cert-sn"_s, u"缺少支付宝根证书序列号"_s);
  if (roots != QLatin1StringView(kAlipayRootSn))
    return std::pair(u"isv.invalid-alipay-root-cert-sn"_s, u"支付宝根证书序列号无效"_s);
  return std::nullopt;
}

std::optional<QJsonObject> alipayContent(const Fields& parameters)
{
  QByteArray text = fieldValue(parameters, u"biz_content").toUtf8();
  if (!isEncrypted(parameters))
    return QJsonDocument::fromJson(text).object();
  const auto clear = crypto::decryptCbc(contentKey(), kNoIv, QByteArray::fromBase64(text));
  const QJsonDocument content = QJsonDocument::fromJson(clear.value_or(QByteArray()));
  return content.isObject() ? std::optional(content.object()) : std::nullopt;
}

QByteArray alipaySealed(QByteArrayView value)
{
  return '"' + crypto::encryptCbc(contentKey(), kNoIv, value).value_or(QByteArray()).toBase64() + '"';
}

} // namespace supercargo::sandbox
