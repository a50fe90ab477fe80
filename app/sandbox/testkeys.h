#pragma once

#include <QString>

/// Two key pairs that were made for this file and guard nothing. Bare base64, as Alipay's console hands keys out.
namespace supercargo::sandbox {

extern const char kAppPrivateKey[];     ///< the merchant's; PKCS#8
extern const char kGatewayPrivateKey[]; ///< the gateway's; PKCS#8
extern const char kGatewayPublicKey[];  ///< its public half, which the merchant checks answers with

/// A certificate in bare base64 as the lines of a file, without a break at its end.
QString pemCertificate(const char* base64, const QString& lineEnd);

} // namespace supercargo::sandbox
