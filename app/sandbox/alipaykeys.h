#pragma once

/// Certificates that were made for this file and guard nothing, in bare base64. The keys of the app and of Alipay are
/// those of testkeys.h. Serial numbers ("SN") as Alipay counts them, computed elsewhere than in our own code.
namespace supercargo::sandbox {

extern const char kAlipayAppCertificate[];
extern const char kAlipayCertificate[];      ///< whose key signs the answers
extern const char kAlipayRootCertificate[];  ///< has issued both
extern const char kAlipayCurveCertificate[]; ///< a root of another kind, which the SN of the roots leaves out
constexpr char kAlipayAppSn[] = "fb5c560b64dfafe939ac46ad6b7205f0";
constexpr char kAlipaySn[] = "c8ea55f68ea9c6051c76abdc269e27b8";
constexpr char kAlipayRootSn[] = "b5be6256cae30502576e71e906cdb0a5";

constexpr char kAlipayContentKey[] = "c2FuZGJveC1hZXMta2V5IQ=="; ///< AES, 16 bytes in base64

} // namespace supercargo::sandbox
