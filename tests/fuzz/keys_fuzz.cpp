/// Keys and certificates as people paste them: read, or refused with a reason. They are only read: signing and opening
/// take too long for a fuzzer, and so do the rounds that a PKCS#12 file may ask for. An input: a byte that says which,
/// then a text as it was pasted, or the bytes that would stand in one.
#include "core/base/crypto.h"
#include "tests/fuzz/fuzz.h"

#include <openssl/err.h>

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

void readKeys(const QByteArray& text)
{
  const auto privateKey = crypto::Key::privateKey(text);
  demandReason(privateKey);
  demand(!privateKey || privateKey->handle(), "a private key that is none");
  const auto publicKey = crypto::Key::publicKey(text);
  demandReason(publicKey);
  demand(!publicKey || publicKey->handle(), "a public key that is none");
}

void readCertificates(const QByteArray& text)
{
  const auto certificates = crypto::Certificate::fromPem(text);
  demandReason(certificates);
  if (!certificates)
    return;
  demand(!certificates->empty(), "no certificate, but no reason either");
  for (const crypto::Certificate& one : *certificates) {
    demand(!one.serialHex().isEmpty() && !one.serialDecimal().isEmpty(), "a certificate without a serial number");
    (void)one.issuerRfc2253();
    (void)one.commonName();
    (void)one.signatureOid();
    (void)one.isValidAt(1'770'000'000'000);
    demandReason(one.publicKey());
  }
}

/// In lines of 64, as every tool writes it.
QByteArray certificatePem(const QByteArray& der)
{
  const QByteArray base64 = der.toBase64();
  QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
  for (qsizetype at = 0; at < base64.size(); at += 64)
    pem += base64.mid(at, 64) + '\n';
  return pem + "-----END CERTIFICATE-----\n";
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  if (size < 1)
    return 0;
  const QByteArray bytes = bytesOf(data + 1, size - 1);
  if (data[0] % 3 == 0) {
    readKeys(bytes);
    readCertificates(bytes);
  } else if (data[0] % 3 == 1) {
    readKeys(bytes.toBase64());
  } else {
    readCertificates(certificatePem(bytes));
  }
  ERR_clear_error(); // else what one input left behind would grow with the next
  return 0;
}
