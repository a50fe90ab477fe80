#pragma once

/// Certificates of a payment platform that were made for this file and guard nothing, in bare base64: the one over the
/// gateway's key of testkeys.h, and the one that follows it, with its key.
namespace supercargo::sandbox {

extern const char kPlatformCertificate[];
extern const char kNextPlatformCertificate[];
extern const char kNextPlatformKey[]; ///< PKCS#8
constexpr char kPlatformSerial[] = "74B579B6F1736ED740028DF7117C14502E985C1B";
constexpr char kNextPlatformSerial[] = "2A2C307ED454EB88EDDFB0FBA50E0266E9C68DA7";

} // namespace supercargo::sandbox
