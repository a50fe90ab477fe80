#pragma once

#include "app/sandbox/http.h"

/// Two ways in which an app may talk to Alipay otherwise than with bare public keys: it names certificates, it encrypts
/// what it asks. Its requests show which of them it has chosen.
namespace supercargo::sandbox {

/// What a merchant types to choose them.
QJsonObject alipayCertificateFields();
QJsonObject alipayEncryptionFields();

bool namesCertificates(const Fields& parameters);
bool isEncrypted(const Fields& parameters);

/// Sub code and message when the certificates are not those of the app. Public clients list the sub codes; that Alipay
/// uses them so is not certain.
std::optional<std::pair<QString, QString>> wrongCertificate(const Fields& parameters);

/// What biz_content says; nullopt: our key does not open it.
std::optional<QJsonObject> alipayContent(const Fields& parameters);
/// An answer's value as text in quotes that only the app can read.
QByteArray alipaySealed(QByteArrayView value);

} // namespace supercargo::sandbox
