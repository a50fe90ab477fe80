#include "core/base/crypto.h"

#include "core/base/openssl.h"

#include <openssl/core_names.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

namespace supercargo::crypto {
namespace {

const EVP_MD* evp(Hash hash)
{
  switch (hash) {
  case Hash::Md5:
    return EVP_md5();
  case Hash::Sha1:
    return EVP_sha1();
  case Hash::Sha256:
    return EVP_sha256();
  case Hash::Sha512:
    return EVP_sha512();
  case Hash::Sm3:
    return EVP_sm3();
  }
  Q_UNREACHABLE();
}

Result<QByteArray> cbc(QByteArrayView key, QByteArrayView iv, QByteArrayView data, bool encrypt)
{
  if ((key.size() != 16 && key.size() != 32) || iv.size() != 16)
    return fail(ErrorKind::Invalid, QStringLiteral("AES-CBC needs a key of 16 or 32 bytes and an IV of 16"));
  const CipherContext context(EVP_CIPHER_CTX_new());
  QByteArray out(data.size() + 16, Qt::Uninitialized);
  int head = 0, tail = 0;
  const EVP_CIPHER* cipher = key.size() == 16 ? EVP_aes_128_cbc() : EVP_aes_256_cbc();
  if (!context || EVP_CipherInit_ex(context.get(), cipher, nullptr, bytes(key), bytes(iv), encrypt ? 1 : 0) != 1 ||
      EVP_CipherUpdate(context.get(), bytes(out), &head, bytes(data), intLength(data)) != 1 ||
      EVP_CipherFinal_ex(context.get(), bytes(out) + head, &tail) != 1)
    return fail(opensslError("AES-CBC"));
  out.truncate(head + tail);
  return out;
}

} // namespace

Error opensslError(const char* what)
{
  const unsigned long code = ERR_peek_last_error();
  ERR_clear_error();
  const char* reason = code ? ERR_reason_error_string(code) : nullptr;
  return Error{ErrorKind::Invalid,
               QLatin1String(what) + (reason ? QStringLiteral(": ") + QLatin1String(reason) : QString()),
               {}};
}

QByteArray digest(Hash hash, QByteArrayView data)
{
  QByteArray out(EVP_MAX_MD_SIZE, Qt::Uninitialized);
  unsigned int size = 0;
  if (EVP_Digest(data.data(), length(data), bytes(out), &size, evp(hash), nullptr) != 1)
    qFatal("OpenSSL lacks a basic digest");
  out.truncate(size);
  return out;
}

QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView data)
{
  QByteArray out(EVP_MAX_MD_SIZE, Qt::Uninitialized);
  unsigned int size = 0;
  if (!HMAC(evp(hash), key.data() ? key.data() : "", intLength(key), bytes(data), length(data), bytes(out), &size))
    qFatal("OpenSSL lacks a basic HMAC");
  out.truncate(size);
  return out;
}

bool equal(QByteArrayView a, QByteArrayView b)
{
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), length(a)) == 0;
}

QByteArray randomBytes(int count)
{
  QByteArray out(count, Qt::Uninitialized);
  if (RAND_bytes(bytes(out), count) != 1)
    qFatal("no source of randomness");
  return out;
}
Result<QByteArray> sealGcm(QByteArrayView key, QByteArrayView nonce, QByteArrayView plain, QByteArrayView associated)
{
  if (key.size() != 32 || nonce.size() != 12)
    return fail(ErrorKind::Invalid, QStringLiteral("AES-256-GCM needs a key of 32 bytes and a nonce of 12"));
  const CipherContext context(EVP_CIPHER_CTX_new());
  QByteArray out(plain.size() + 16, Qt::Uninitialized);
  int size = 0, tail = 0;
  if (!context || EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, bytes(key), bytes(nonce)) != 1 ||
      (!associated.isEmpty() &&
       EVP_EncryptUpdate(context.get(), nullptr, &size, bytes(associated), intLength(associated)) != 1) ||
      EVP_EncryptUpdate(context.get(), bytes(out), &size, bytes(plain), intLength(plain)) != 1 ||
      EVP_EncryptFinal_ex(context.get(), bytes(out) + size, &tail) != 1 ||
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, 16, bytes(out) + size + tail) != 1)
    return fail(opensslError("AES-256-GCM"));
  out.truncate(size + tail + 16);
  return out;
}

Result<QByteArray> openGcm(QByteArrayView key, QByteArrayView nonce, QByteArrayView sealed, QByteArrayView associated)
{
  if (key.size() != 32 || nonce.isEmpty() || sealed.size() < 16)
    return fail(ErrorKind::Invalid, QStringLiteral("not AES-256-GCM data"));
  const CipherContext context(EVP_CIPHER_CTX_new());
  const QByteArrayView text = sealed.first(sealed.size() - 16);
  QByteArray tag = sealed.last(16).toByteArray();
  QByteArray out(text.size() + 16, Qt::Uninitialized);
  int size = 0, tail = 0;
  if (!context || EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, nullptr, nullptr) != 1 ||
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_IVLEN, intLength(nonce), nullptr) != 1 ||
      EVP_DecryptInit_ex(context.get(), nullptr, nullptr, bytes(key), bytes(nonce)) != 1 ||
      (!associated.isEmpty() &&
       EVP_DecryptUpdate(context.get(), nullptr, &size, bytes(associated), intLength(associated)) != 1) ||
      EVP_DecryptUpdate(context.get(), bytes(out), &size, bytes(text), intLength(text)) != 1 ||
      EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, 16, tag.data()) != 1 ||
      EVP_DecryptFinal_ex(context.get(), bytes(out) + size, &tail) != 1)
    return fail(opensslError("data could not be opened: wrong key or changed"));
  out.truncate(size + tail);
  return out;
}

Result<QByteArray> encryptCbc(QByteArrayView key, QByteArrayView iv, QByteArrayView plain)
{
  return cbc(key, iv, plain, true);
}

Result<QByteArray> decryptCbc(QByteArrayView key, QByteArrayView iv, QByteArrayView data)
{
  return cbc(key, iv, data, false);
}

Result<QByteArray> scrypt(QByteArrayView passphrase, QByteArrayView salt, quint64 n, quint64 r, quint64 p, int length_)
{
  QByteArray out(length_, Qt::Uninitialized);
  const quint64 memoryLimit = 128 * n * r + 128 * r * p + 1024 * 1024;
  if (EVP_PBE_scrypt(passphrase.data() ? passphrase.data() : "", length(passphrase), bytes(salt), length(salt), n, r, p,
                     memoryLimit, bytes(out), static_cast<size_t>(length_)) != 1)
    return fail(opensslError("scrypt"));
  return out;
}

} // namespace supercargo::crypto
