#include "core/base/crypto.h"

#include <cctype>
#include <openssl/bio.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/decoder.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rand.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

namespace supercargo::crypto {
namespace {

const unsigned char* bytes(QByteArrayView view)
{
  return reinterpret_cast<const unsigned char*>(view.data());
}
unsigned char* bytes(QByteArray& array)
{
  return reinterpret_cast<unsigned char*>(array.data());
}
size_t length(QByteArrayView view)
{
  return static_cast<size_t>(view.size());
}
int intLength(QByteArrayView view)
{
  return static_cast<int>(view.size());
}

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

struct FreeBio {
  void operator()(BIO* bio) const { BIO_free(bio); }
};
struct FreeCipher {
  void operator()(EVP_CIPHER_CTX* context) const { EVP_CIPHER_CTX_free(context); }
};
struct FreeDigest {
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
struct FreeKeyContext {
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
struct FreeLibrary {
  void operator()(OSSL_LIB_CTX* library) const { OSSL_LIB_CTX_free(library); }
};
using Bio = std::unique_ptr<BIO, FreeBio>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreeCipher>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreeDigest>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeKeyContext>;

/// What OpenSSL says of its last failure; the queue is emptied. Its texts name algorithms and files, never key
/// material.
Error opensslError(const char* what)
{
  const unsigned long code = ERR_peek_last_error();
  ERR_clear_error();
  const char* reason = code ? ERR_reason_error_string(code) : nullptr;
  return Error{ErrorKind::Invalid,
               QLatin1String(what) + (reason ? QStringLiteral(": ") + QLatin1String(reason) : QString()),
               {}};
}

Bio memory(QByteArrayView text)
{
  return Bio(BIO_new_mem_buf(text.data(), intLength(text)));
}

/// DER from PEM, with line breaks or pasted into one line, or from bare base64.
QByteArray derOf(QByteArrayView text)
{
  QByteArray body;
  bool armour = false; // between the dashes of "-----BEGIN …-----"
  for (qsizetype at = 0; at < text.size(); ++at) {
    if (text.sliced(at).startsWith("-----")) {
      armour = !armour;
      at += 4;
    } else if (!armour && !isspace(static_cast<unsigned char>(text[at]))) {
      body += text[at];
    }
  }
  return QByteArray::fromBase64(body);
}

Result<Key> decodeKey(QByteArrayView text, int selection, const char* what)
{
  const QByteArray der = derOf(text);
  EVP_PKEY* raw = nullptr;
  OSSL_DECODER_CTX* decoder = OSSL_DECODER_CTX_new_for_pkey(&raw, "DER", nullptr, nullptr, selection, nullptr, nullptr);
  const unsigned char* at = bytes(der);
  size_t left = length(der);
  const bool decoded = decoder && !der.isEmpty() && OSSL_DECODER_from_data(decoder, &at, &left) == 1;
  OSSL_DECODER_CTX_free(decoder);
  if (!decoded)
    return fail(opensslError(what));
  return Key(std::shared_ptr<EVP_PKEY>(raw, EVP_PKEY_free));
}

Result<QByteArray> rsa(EVP_PKEY* key, QByteArrayView data, bool encrypt, int padding, const char* what)
{
  const KeyContext context(EVP_PKEY_CTX_new(key, nullptr));
  const auto init = encrypt ? EVP_PKEY_encrypt_init : EVP_PKEY_decrypt_init;
  const auto run = encrypt ? EVP_PKEY_encrypt : EVP_PKEY_decrypt;
  size_t size = 0;
  if (!context || init(context.get()) <= 0 || EVP_PKEY_CTX_set_rsa_padding(context.get(), padding) <= 0 ||
      run(context.get(), nullptr, &size, bytes(data), length(data)) <= 0)
    return fail(opensslError(what));
  QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
  if (run(context.get(), bytes(out), &size, bytes(data), length(data)) <= 0)
    return fail(opensslError(what));
  out.truncate(static_cast<qsizetype>(size));
  return out;
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

Result<Key> Key::privateKey(QByteArrayView text)
{
  return decodeKey(text, EVP_PKEY_KEYPAIR, "not a private key");
}

Result<Key> Key::publicKey(QByteArrayView text)
{
  return decodeKey(text, EVP_PKEY_PUBLIC_KEY, "not a public key");
}

Result<QByteArray> Key::signSha256(QByteArrayView data) const
{
  const DigestContext context(EVP_MD_CTX_new());
  size_t size = 0;
  if (!context || EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) != 1 ||
      EVP_DigestSign(context.get(), nullptr, &size, bytes(data), length(data)) != 1)
    return fail(opensslError("RSA-SHA256"));
  QByteArray out(static_cast<qsizetype>(size), Qt::Uninitialized);
  if (EVP_DigestSign(context.get(), bytes(out), &size, bytes(data), length(data)) != 1)
    return fail(opensslError("RSA-SHA256"));
  out.truncate(static_cast<qsizetype>(size));
  return out;
}

bool Key::verifySha256(QByteArrayView data, QByteArrayView signature) const
{
  const DigestContext context(EVP_MD_CTX_new());
  const bool valid =
      context && EVP_DigestVerifyInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get()) == 1 &&
      EVP_DigestVerify(context.get(), bytes(signature), length(signature), bytes(data), length(data)) == 1;
  ERR_clear_error();
  return valid;
}

Result<QByteArray> Key::decryptOaep(QByteArrayView data) const
{
  return rsa(m_key.get(), data, false, RSA_PKCS1_OAEP_PADDING, "RSA-OAEP");
}
Result<QByteArray> Key::encryptOaep(QByteArrayView data) const
{
  return rsa(m_key.get(), data, true, RSA_PKCS1_OAEP_PADDING, "RSA-OAEP");
}
Result<QByteArray> Key::decryptPkcs1(QByteArrayView data) const
{
  return rsa(m_key.get(), data, false, RSA_PKCS1_PADDING, "RSA-PKCS1");
}
Result<QByteArray> Key::encryptPkcs1(QByteArrayView data) const
{
  return rsa(m_key.get(), data, true, RSA_PKCS1_PADDING, "RSA-PKCS1");
}

Result<std::vector<Certificate>> Certificate::fromPem(QByteArrayView text)
{
  const Bio bio = memory(text);
  std::vector<Certificate> all;
  while (X509* raw = PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr))
    all.push_back(Certificate(std::shared_ptr<X509>(raw, X509_free)));
  ERR_clear_error();
  if (all.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("no certificate in PEM form"));
  return all;
}

QByteArray Certificate::issuerRfc2253() const
{
  const Bio bio(BIO_new(BIO_s_mem()));
  // RFC 2253 order, but names in UTF-8 instead of escaped bytes, as the official SDKs print them.
  X509_NAME_print_ex(bio.get(), X509_get_issuer_name(m_certificate.get()), 0, XN_FLAG_RFC2253 & ~ASN1_STRFLGS_ESC_MSB);
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return QByteArray(data, size);
}

QByteArray Certificate::serialDecimal() const
{
  BIGNUM* number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(m_certificate.get()), nullptr);
  char* text = BN_bn2dec(number);
  QByteArray out(text);
  OPENSSL_free(text);
  BN_free(number);
  return out.startsWith('-') ? out.mid(1) : out;
}

QByteArray Certificate::serialHex() const
{
  BIGNUM* number = ASN1_INTEGER_to_BN(X509_get0_serialNumber(m_certificate.get()), nullptr);
  char* text = BN_bn2hex(number);
  QByteArray out(text);
  OPENSSL_free(text);
  BN_free(number);
  return out.toUpper();
}

QString Certificate::commonName() const
{
  X509_NAME* name = X509_get_subject_name(m_certificate.get());
  const int at = X509_NAME_get_index_by_NID(name, NID_commonName, -1);
  if (at < 0)
    return {};
  unsigned char* text = nullptr;
  const int size = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(X509_NAME_get_entry(name, at)));
  const QString out = QString::fromUtf8(reinterpret_cast<const char*>(text), std::max(0, size));
  OPENSSL_free(text);
  return out;
}

QByteArray Certificate::signatureOid() const
{
  const X509_ALGOR* algorithm = nullptr;
  X509_get0_signature(nullptr, &algorithm, m_certificate.get());
  const ASN1_OBJECT* object = nullptr;
  X509_ALGOR_get0(&object, nullptr, nullptr, algorithm);
  char text[128] = {};
  OBJ_obj2txt(text, sizeof text, object, 1);
  return QByteArray(text);
}

Result<Key> Certificate::publicKey() const
{
  EVP_PKEY* key = X509_get_pubkey(m_certificate.get());
  if (!key)
    return fail(opensslError("certificate without a usable key"));
  return Key(std::shared_ptr<EVP_PKEY>(key, EVP_PKEY_free));
}

bool Certificate::isValidAt(qint64 msSinceEpoch) const
{
  time_t at = static_cast<time_t>(msSinceEpoch / 1000);
  return X509_cmp_time(X509_get0_notBefore(m_certificate.get()), &at) < 0 &&
         X509_cmp_time(X509_get0_notAfter(m_certificate.get()), &at) > 0;
}

bool Certificate::isIssuedBy(const Certificate& issuer) const
{
  if (X509_NAME_cmp(X509_get_issuer_name(m_certificate.get()), X509_get_subject_name(issuer.m_certificate.get())) != 0)
    return false;
  const auto key = issuer.publicKey();
  const bool valid = key && X509_verify(m_certificate.get(), key->handle()) == 1;
  ERR_clear_error();
  return valid;
}

Result<KeyBag> openPfx(QByteArrayView der, QByteArrayView password)
{
  // RC2-40 lives in OpenSSL's legacy provider; a library context of its own keeps it away from everything else.
  const std::unique_ptr<OSSL_LIB_CTX, FreeLibrary> library(OSSL_LIB_CTX_new());
  OSSL_PROVIDER* legacy = OSSL_PROVIDER_load(library.get(), "legacy");
  OSSL_PROVIDER* standard = OSSL_PROVIDER_load(library.get(), "default");
  PKCS12* bag = PKCS12_init_ex(NID_pkcs7_data, library.get(), nullptr);
  const unsigned char* at = bytes(der);
  EVP_PKEY* key = nullptr;
  X509* certificate = nullptr;
  const bool isOpen = d2i_PKCS12(&bag, &at, static_cast<long>(der.size())) &&
                      PKCS12_parse(bag, password.toByteArray().constData(), &key, &certificate, nullptr) == 1;
  // Both go through DER, so that they do not depend on that context's life.
  unsigned char* out = nullptr;
  const int keySize = key ? i2d_PrivateKey(key, &out) : 0;
  QByteArray keyDer(reinterpret_cast<const char*>(out), std::max(0, keySize));
  OPENSSL_clear_free(out, static_cast<size_t>(std::max(0, keySize)));
  out = nullptr;
  const int certificateSize = certificate ? i2d_X509(certificate, &out) : 0;
  const QByteArray certificateDer(reinterpret_cast<const char*>(out), std::max(0, certificateSize));
  OPENSSL_free(out);
  EVP_PKEY_free(key);
  X509_free(certificate);
  PKCS12_free(bag);
  if (legacy)
    OSSL_PROVIDER_unload(legacy);
  if (standard)
    OSSL_PROVIDER_unload(standard);
  if (!isOpen || keyDer.isEmpty() || certificateDer.isEmpty())
    return fail(opensslError("not a PKCS#12 file with key and certificate, or another password"));
  auto own = Key::privateKey(keyDer.toBase64());
  keyDer.fill(0);
  if (!own)
    return fail(own.error());
  at = bytes(certificateDer);
  X509* raw = d2i_X509(nullptr, &at, static_cast<long>(certificateDer.size()));
  if (!raw)
    return fail(opensslError("the certificate of the PKCS#12 file cannot be read"));
  return KeyBag{*own, Certificate(std::shared_ptr<X509>(raw, X509_free))};
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
