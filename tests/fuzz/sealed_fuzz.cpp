/// What others have encrypted for the merchant: opened, or refused with a reason. An input: a byte that says which,
/// then the ciphertext in base64. A fuzzer never makes a sound one, so the last kinds seal the input first: it comes
/// back as it was. The keys are the throw-away ones of the vectors.
#include "core/providers/unionpay/unionpay_sensitive.h"
#include "core/providers/wechatpay/wechatpay_signature.h"
#include "core/providers/youzan/youzan.h"
#include "tests/fuzz/fuzz.h"
#include "tests/support/places.h"

#include <QFile>
#include <QJsonDocument>

#include <openssl/err.h>

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

constexpr char kYouzanSecret[] = "0123456789abcdef0123456789abcdef";

struct Keys {
  crypto::Key own;
  crypto::Certificate certificate;
};

template <class T>
T must(Result<T> result)
{
  if (!result)
    qFatal("the vectors: %s", qPrintable(result.error().detail));
  return std::move(*result);
}

Keys keysOf(const QString& file, const QString& privateKey, const QString& certificate)
{
  QFile vectors(test::sourceDir() + QStringLiteral("/tests/vectors/payments/") + file);
  if (!vectors.open(QIODevice::ReadOnly))
    qFatal("%s cannot be read", qPrintable(file));
  const QJsonValue keys = QJsonDocument::fromJson(vectors.readAll())[QLatin1String("keys")];
  QJsonValue own = keys;
  for (const QString& step : privateKey.split(u'.'))
    own = own[step];
  return {must(crypto::Key::privateKey(own.toString().toLatin1())),
          must(crypto::Certificate::fromPem(keys[certificate].toString().toLatin1())).front()};
}

const Keys& unionpayKeys()
{
  static const Keys kKeys = keysOf(QStringLiteral("unionpay-encrypt.json"),
                                   QStringLiteral("merchant_private_pkcs8_pem"), QStringLiteral("merchant_cert_pem"));
  return kKeys;
}

const Keys& wechatKeys()
{
  static const Keys kKeys = keysOf(QStringLiteral("wechat-oaep.json"), QStringLiteral("platform_A_private.pkcs8_pem"),
                                   QStringLiteral("platform_cert_A_pem"));
  return kKeys;
}

void demandSame(const Result<QByteArray>& opened, const QByteArray& text)
{
  demand(opened && *opened == text, "what was sealed opens as something else");
}

/// Short enough for one block of RSA.
void sealAndOpen(const QByteArray& text)
{
  demandSame(unionpay::openField(must(unionpay::sealField(text, unionpayKeys().certificate)), unionpayKeys().own),
             text);
  static const crypto::Key open = must(wechatKeys().certificate.publicKey());
  demandSame(wechatpay::openField(wechatKeys().own, must(wechatpay::sealField(open, text))), text);
  const QByteArrayView key(kYouzanSecret, 16);
  demandSame(youzan::openMessage(must(crypto::encryptCbc(key, "0102030405060708", text)).toBase64(), kYouzanSecret),
             text);
}

/// The fields inside of what is sealed.
void readSealedFields(const QByteArray& text)
{
  const QByteArray sealed = must(unionpay::sealField(text, unionpayKeys().certificate));
  const auto fields =
      unionpay::readCustomerInfo(("{customerNm=A&encryptedInfo=" + sealed + '}').toBase64(), unionpayKeys().own);
  demandReason(fields);
  demand(fields && fields->contains({"customerNm", "A"}), "a field is lost");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  if (size < 2)
    return 0;
  constexpr qsizetype kLongest = 200;
  const QByteArray bytes = bytesOf(data + 1, size - 1);
  switch (data[0] % 6) {
  case 0:
    demandReason(youzan::openMessage(bytes, kYouzanSecret));
    break;
  case 1:
    demandReason(unionpay::openField(bytes, unionpayKeys().own));
    break;
  case 2:
    demandReason(unionpay::readCustomerInfo(bytes, unionpayKeys().own));
    break;
  case 3:
    demandReason(wechatpay::openField(wechatKeys().own, bytes));
    break;
  case 4:
    sealAndOpen(bytes.left(kLongest));
    break;
  default:
    readSealedFields(bytes.left(kLongest));
  }
  ERR_clear_error(); // else what one input left behind would grow with the next
  return 0;
}
