#pragma once

#include "core/base/result.h"

#include <QByteArrayView>

#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>

/// What crypto.cpp and keys.cpp share around OpenSSL's C interface. Internal to this folder.
namespace supercargo::crypto {

inline const unsigned char* bytes(QByteArrayView view)
{
  return reinterpret_cast<const unsigned char*>(view.data());
}
inline unsigned char* bytes(QByteArray& array)
{
  return reinterpret_cast<unsigned char*>(array.data());
}
inline size_t length(QByteArrayView view)
{
  return static_cast<size_t>(view.size());
}
inline int intLength(QByteArrayView view)
{
  return static_cast<int>(view.size());
}

struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct FreeBio {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeDigest>;

/// What OpenSSL says of its last failure; the queue is emptied. Its texts name algorithms and files, never key
/// material.
Error opensslError(const char* what);

} // namespace supercargo::crypto
