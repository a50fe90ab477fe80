#include "core/base/crypto.h"
#include "tests/support/places.h"
#include "tests/support/testmain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <memory>
#include <openssl/ui.h>

namespace supercargo {
namespace {

QJsonObject vectorFile(const char* name)
{
  QFile file(supercargo::test::sourceDir() + QStringLiteral("/tests/vectors/payments/") + QLatin1String(name));
  return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QByteArray bytes(const QJsonValue& value, const char* key)
{
  return value[QLatin1String(key)].toString().toUtf8();
}

} // namespace

class CryptoTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void digest_matchesPublishedValues()
  {
    using namespace crypto;
    QCOMPARE(digest(Hash::Md5, "abc").toHex(), QByteArray("900150983cd24fb0d6963f7d28e17f72"));
    QCOMPARE(digest(Hash::Sha256, "abc").toHex(),
             QByteArray("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    QCOMPARE(digest(Hash::Sm3, "abc").toHex(),
             QByteArray("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"));
  }

  void hmac_matchesRfc4231()
  {
    QCOMPARE(crypto::hmac(crypto::Hash::Sha256, QByteArray(20, '\x0b'), "Hi There").toHex(),
             QByteArray("b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"));
    QCOMPARE(crypto::hmac(crypto::Hash::Sha256, "Jefe", "what do ya want for nothing?").toHex(),
             QByteArray("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"));
  }

  void equal_comparesContentAndLength()
  {
    QVERIFY(crypto::equal("abc", "abc"));
    QVERIFY(!crypto::equal("abc", "abd"));
    QVERIFY(!crypto::equal("abc", "abcd"));
  }

  void scrypt_matchesRfc7914()
  {
    const auto key = crypto::scrypt("password", "NaCl", 1024, 8, 16, 64);
    QVERIFY(key.has_value());
    QCOMPARE(key->toHex(), QByteArray("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162"
                                      "2eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640"));
  }

  void openGcm_matchesTheVectors_data()
  {
    QTest::addColumn<QJsonObject>("one");
    const QJsonArray cases = vectorFile("wechat-aead.json")[QLatin1String("cases")].toArray();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue& one : cases)
      if (one[QLatin1String("input")].toObject().contains(QLatin1String("ciphertext")))
        QTest::newRow(bytes(one, "id").constData()) << one.toObject();
  }
  void openGcm_matchesTheVectors()
  {
    QFETCH(QJsonObject, one);
    const QJsonValue input = one[QLatin1String("input")], expected = one[QLatin1String("expected")];
    const auto plain =
        crypto::openGcm(bytes(input, "api_v3_key"), bytes(input, "nonce"),
                        QByteArray::fromBase64(bytes(input, "ciphertext")), bytes(input, "associated_data"));
    QCOMPARE(plain.has_value(), expected.toObject().contains(QLatin1String("plaintext")));
    if (plain)
      QCOMPARE(*plain, bytes(expected, "plaintext"));
  }

  void gcm_roundTripNoticesEveryChange()
  {
    const QByteArray key(32, 'k'), nonce(12, 'n');
    auto sealed = crypto::sealGcm(key, nonce, "secret", "about");
    QVERIFY(sealed.has_value());
    QCOMPARE(crypto::openGcm(key, nonce, *sealed, "about").value_or(QByteArray()), QByteArray("secret"));
    QVERIFY(!crypto::openGcm(key, nonce, *sealed, "other"));
    (*sealed)[0] = char((*sealed)[0] ^ 1);
    QVERIFY(!crypto::openGcm(key, nonce, *sealed, "about"));
    QVERIFY(!crypto::sealGcm(QByteArray(16, 'k'), nonce, "secret"));
  }

  void decryptOaep_matchesTheVectors()
  {
    const QJsonObject file = vectorFile("wechat-oaep.json");
    const auto key =
        crypto::Key::privateKey(bytes(file[QLatin1String("keys")][QLatin1String("platform_A_private")], "pkcs8_pem"));
    QVERIFY(key.has_value());
    const QJsonArray cases = file[QLatin1String("cases")].toArray();
    QVERIFY(!cases.isEmpty());
    for (const QJsonValue& one : cases) {
      const auto plain =
          key->decryptOaep(QByteArray::fromBase64(bytes(one[QLatin1String("input")], "ciphertext_base64")));
      const QJsonValue expected = one[QLatin1String("expected")];
      QVERIFY2(plain.has_value() == expected.toObject().contains(QLatin1String("plaintext")),
               bytes(one, "id").constData());
      if (plain)
        QCOMPARE(*plain, bytes(expected, "plaintext"));
    }
    const auto sealed = key->encryptOaep("round trip");
    QVERIFY(sealed.has_value());
    QCOMPARE(key->decryptOaep(*sealed).value_or(QByteArray()), QByteArray("round trip"));
  }

  void key_isReadInEveryForm()
  {
    const QJsonValue keys = vectorFile("alipay-request-sign.json")[QLatin1String("keys")];
    const auto verifier = crypto::Key::publicKey(bytes(keys, "app_public_key_base64"));
    QVERIFY(verifier.has_value());
    for (const QByteArray& text :
         {bytes(keys, "app_private_key_base64_pkcs1"), bytes(keys, "app_private_key_base64_pkcs8"),
          bytes(keys[QLatin1String("app")], "pkcs8_pem")}) {
      const auto key = crypto::Key::privateKey(text);
      QVERIFY(key.has_value());
      const auto signature = key->signSha256("text");
      QVERIFY(signature && verifier->verifySha256("text", *signature) && !verifier->verifySha256("texT", *signature));
    }
    QVERIFY(!crypto::Key::privateKey("nonsense"));
    QVERIFY(!crypto::Key::publicKey(""));
  }

  /// OpenSSL's own way is to ask at the terminal, where a window's program would wait for ever.
  void certificate_thatSaysItIsEncryptedIsRefusedWithoutAQuestion()
  {
    static int asked = 0;
    const std::unique_ptr<UI_METHOD, void (*)(UI_METHOD*)> listener(UI_create_method("test"), UI_destroy_method);
    UI_method_set_opener(listener.get(), [](UI*) {
      ++asked;
      return 0;
    });
    UI_set_default_method(listener.get());
    const auto read = crypto::Certificate::fromPem("-----BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\n"
                                                   "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n"
                                                   "AAAAAAAAAAAAAAAAAAAAAA==\n-----END CERTIFICATE-----\n");
    UI_set_default_method(UI_OpenSSL());
    QVERIFY(!read);
    QCOMPARE(asked, 0);
  }
};

SC_TEST(CryptoTest)

} // namespace supercargo

#include "crypto_test.moc"
