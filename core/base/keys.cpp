#include "core/base/crypto.h"
#include "core/base/openssl.h"

#include <cctype>
#include <openssl/bn.h>
#include <openssl/decoder.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

/// Keys, certificates and the files that hold them.
namespace supercargo::crypto {
namespace {

struct FreeKeyContext {
  void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
};
struct FreeLibrary {
  void operator()(OSSL_LIB_CTX* library) const { OSSL_LIB_CTX_free(library); }
};
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreeKeyContext>;

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

/// Without it OpenSSL would ask at the terminal for the password of an armour that says it is encrypted.
int noPassword(char*, int, int, void*)
{
  return -1;
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

} // namespace

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
  while (X509* raw = PEM_read_bio_X509(bio.get(), nullptr, noPassword, nullptr))
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

} // namespace supercargo::crypto
