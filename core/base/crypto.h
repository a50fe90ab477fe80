#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <memory>

typedef struct evp_pkey_st EVP_PKEY;
typedef struct x509_st X509;

/// A thin layer over OpenSSL's EVP; the only file that includes it. Thread-safe: no shared state.
namespace supercargo::crypto {

enum class Hash { Md5, Sha1, Sha256, Sha512, Sm3 };

QByteArray digest(Hash hash, QByteArrayView data);
QByteArray hmac(Hash hash, QByteArrayView key, QByteArrayView data);

/// Same bytes, compared in constant time for equal lengths.
bool equal(QByteArrayView a, QByteArrayView b);

/// Cryptographically strong bytes.
QByteArray randomBytes(int count);

/// An RSA (or other) key; private or public. A cheap handle that can be copied.
class Key {
public:
  /// PKCS#1 or PKCS#8, PEM with armour or the bare base64 that Alipay's console hands out, any line breaks.
  static Result<Key> privateKey(QByteArrayView text);
  /// SubjectPublicKeyInfo or PKCS#1 public key, PEM or bare base64.
  static Result<Key> publicKey(QByteArrayView text);

  Result<QByteArray> signSha256(QByteArrayView data) const; ///< RSASSA-PKCS1-v1_5
  bool verifySha256(QByteArrayView data, QByteArrayView signature) const;
  Result<QByteArray> decryptOaep(QByteArrayView data) const; ///< RSAES-OAEP, SHA-1 for hash and MGF1, empty label
  Result<QByteArray> encryptOaep(QByteArrayView data) const;
  Result<QByteArray> decryptPkcs1(QByteArrayView data) const; ///< RSAES-PKCS1-v1_5
  Result<QByteArray> encryptPkcs1(QByteArrayView data) const;

  EVP_PKEY* handle() const { return m_key.get(); }
  explicit Key(std::shared_ptr<EVP_PKEY> key) : m_key(std::move(key)) {}

private:
  std::shared_ptr<EVP_PKEY> m_key;
};

/// An X.509 certificate, as far as payment providers need it.
class Certificate {
public:
  /// All certificates of a PEM file, in file order.
  static Result<std::vector<Certificate>> fromPem(QByteArrayView text);

  QByteArray issuerRfc2253() const; ///< most specific name first, no blanks, UTF-8
  QByteArray serialDecimal() const; ///< without sign
  QByteArray serialHex() const;     ///< upper case
  QString commonName() const;       ///< of the subject
  QByteArray signatureOid() const;  ///< "1.2.840.113549.1.1.11"
  Result<Key> publicKey() const;
  bool isValidAt(qint64 msSinceEpoch) const;
  bool isIssuedBy(const Certificate& issuer) const; ///< name and signature both match

private:
  friend Result<struct KeyBag> openPfx(QByteArrayView der, QByteArrayView password);
  explicit Certificate(std::shared_ptr<X509> certificate) : m_certificate(std::move(certificate)) {}
  std::shared_ptr<X509> m_certificate;
};

/// What a PKCS#12 file (.pfx) guards: a private key and its certificate.
struct KeyBag {
  Key key;
  Certificate certificate;
};
/// Old files too, whose certificates stand under RC2-40. Invalid: not such a file, or another password.
Result<KeyBag> openPfx(QByteArrayView der, QByteArrayView password);

/// AES-256-GCM; the 16-byte tag is appended to the ciphertext. Nonce 12 bytes, key 32.
Result<QByteArray> sealGcm(QByteArrayView key, QByteArrayView nonce, QByteArrayView plain,
                           QByteArrayView associated = {});
/// Invalid when key, data or associated data are not what was sealed.
Result<QByteArray> openGcm(QByteArrayView key, QByteArrayView nonce, QByteArrayView sealed,
                           QByteArrayView associated = {});

/// AES-CBC with PKCS#7 padding; 16 or 32 byte key chooses AES-128 or AES-256; IV 16 bytes.
Result<QByteArray> encryptCbc(QByteArrayView key, QByteArrayView iv, QByteArrayView plain);
Result<QByteArray> decryptCbc(QByteArrayView key, QByteArrayView iv, QByteArrayView data);

/// scrypt (RFC 7914). N must be a power of two; memory is about 128·N·r bytes.
Result<QByteArray> scrypt(QByteArrayView passphrase, QByteArrayView salt, quint64 n, quint64 r, quint64 p, int length);

} // namespace supercargo::crypto
