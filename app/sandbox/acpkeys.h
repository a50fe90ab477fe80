#pragma once

/// Certificates that were made for this file and guard nothing, in bare base64. The gateway's and the merchant's keys
/// are those of testkeys.h.
namespace supercargo::sandbox {

extern const char kAcpRootCertificate[];
extern const char kAcpMiddleCertificate[];
extern const char kAcpAnswerCertificate[]; ///< which the gateway encloses in its answers
extern const char kAcpMerchantPfx[];       ///< PKCS#12, password kAcpPassword
constexpr char kAcpPassword[] = "000000";
constexpr char kAcpMerchantSerial[] = "68000000002";

} // namespace supercargo::sandbox
