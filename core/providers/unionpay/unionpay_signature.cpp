#include "core/providers/unionpay/unionpay_signature.h"

#include <QRegularExpression>

namespace supercargo::unionpay {
namespace {

constexpr char kVersion[] = "5.1.0";

tl::unexpected<Error> distrust(const QString& why)
{
  return fail(ErrorKind::BadResponse, QStringLiteral("UnionPay's answer is not trusted: %1").arg(why));
}

tl::unexpected<Error> badCertificate(const QString& why, const char* field)
{
  return fail(ErrorKind::Config, why, QStringLiteral("field ") + QLatin1String(field));
}

/// "041@Z2014-11-11@00040000:SIGN@00000005": the third part names the owner.
bool belongsToUnionPay(const QString& commonName, bool isProduction)
{
  const QString owner = commonName.section(u'@', 2, 2);
  return owner == QStringLiteral("中国银联股份有限公司") || (!isProduction && owner == QLatin1String("00040000:SIGN"));
}

/// To an issuer that nobody else has signed, by names and signatures.
bool leadsToRoot(const crypto::Certificate& leaf, const std::vector<crypto::Certificate>& issuers, qint64 at)
{
  constexpr int kLongestChain = 4;
  const crypto::Certificate* current = &leaf;
  for (int depth = 0; depth < kLongestChain; ++depth) {
    const crypto::Certificate* issuer = nullptr;
    for (const crypto::Certificate& one : issuers)
      if (current->isIssuedBy(one) && one.isValidAt(at))
        issuer = &one;
    if (!issuer)
      return false;
    if (issuer->isIssuedBy(*issuer))
      return true;
    current = issuer;
  }
  return false;
}

Result<void> checkRsa(const SortedFields& answer, const Trust& trust)
{
  const auto enclosed = crypto::Certificate::fromPem(answer.value("signPubKeyCert"));
  if (!enclosed)
    return distrust(QStringLiteral("it encloses no certificate"));
  const crypto::Certificate& leaf = enclosed->front();
  const qint64 at = toMs(trust.now);
  if (!leaf.isValidAt(at))
    return distrust(QStringLiteral("its certificate is not valid today"));
  if (!leadsToRoot(leaf, trust.issuers, at))
    return distrust(QStringLiteral("its certificate does not lead to the root certificate of this account"));
  if (!belongsToUnionPay(leaf.commonName(), trust.isProduction))
    return distrust(QStringLiteral("its certificate belongs to \"%1\"").arg(leaf.commonName()));
  SC_TRY_ASSIGN(key, leaf.publicKey());
  if (!key.verifySha256(digestText(canonicalText(answer)), QByteArray::fromBase64(answer.value("signature"))))
    return distrust(QStringLiteral("its signature is wrong"));
  return {};
}

} // namespace

SortedFields trimmedFields(const SortedFields& fields)
{
  SortedFields out;
  for (auto field = fields.cbegin(); field != fields.cend(); ++field)
    addField(out, field.key(), field.value().trimmed());
  return out;
}

QByteArray canonicalText(const SortedFields& fields)
{
  QByteArrayList pairs;
  for (auto field = fields.cbegin(); field != fields.cend(); ++field)
    if (field.key() != "signature")
      pairs.append(field.key() + '=' + field.value());
  return pairs.join('&');
}

QByteArray digestText(const QByteArray& canonical)
{
  return crypto::digest(crypto::Hash::Sha256, canonical).toHex();
}

Result<QByteArray> signText(const QByteArray& canonical, const crypto::Key& key)
{
  SC_TRY_ASSIGN(signature, key.signSha256(digestText(canonical)));
  return signature.toBase64();
}

QByteArray secureSignature(crypto::Hash hash, const QByteArray& canonical, const QByteArray& secureKey)
{
  return crypto::digest(hash, canonical + '&' + crypto::digest(hash, secureKey).toHex()).toHex();
}

Result<Signer> signerOf(const QByteArray& text, const QByteArray& password)
{
  if (text.contains("PRIVATE KEY")) {
    static const QRegularExpression kKey(QStringLiteral("-----BEGIN [A-Z ]*PRIVATE KEY-----.*?PRIVATE KEY-----"),
                                         QRegularExpression::DotMatchesEverythingOption);
    const QByteArray pem = kKey.match(QString::fromLatin1(text)).captured().toLatin1();
    const auto key = crypto::Key::privateKey(pem);
    if (!key)
      return badCertificate(QStringLiteral("the private key cannot be read"), "signing_cert");
    SC_TRY_ASSIGN(own, certificatesOf(text));
    return Signer{own.front().serialDecimal(), *key};
  }
  const auto bag = crypto::openPfx(QByteArray::fromBase64(text), password);
  if (!bag)
    return badCertificate(
        QStringLiteral("the .pfx file cannot be opened: wrong password, or not base64 of such a file"), "signing_cert");
  return Signer{bag->certificate.serialDecimal(), bag->key};
}

Result<std::vector<crypto::Certificate>> certificatesOf(const QByteArray& text)
{
  static const QRegularExpression kArmoured(QStringLiteral("-----BEGIN CERTIFICATE-----([^-]*)-----END"));
  QStringList bodies;
  for (auto it = kArmoured.globalMatch(QString::fromLatin1(text)); it.hasNext();)
    bodies.append(it.next().captured(1));
  if (bodies.isEmpty() && !text.trimmed().isEmpty())
    bodies.append(QString::fromLatin1(text));
  std::vector<crypto::Certificate> all;
  for (const QString& body : bodies) {
    const QByteArray der = QByteArray::fromBase64(body.toLatin1());
    QByteArray pem = "-----BEGIN CERTIFICATE-----\n";
    constexpr qsizetype kBytesPerLine = 48;
    for (qsizetype at = 0; at < der.size(); at += kBytesPerLine)
      pem += der.mid(at, kBytesPerLine).toBase64() + '\n';
    SC_TRY_ASSIGN(found, crypto::Certificate::fromPem(pem + "-----END CERTIFICATE-----\n"));
    all.insert(all.end(), found.begin(), found.end());
  }
  if (all.empty())
    return fail(ErrorKind::Config, QStringLiteral("a certificate of UnionPay is missing"));
  return all;
}

SortedFields answerFields(const QByteArray& body)
{
  QByteArrayView text = body;
  if (text.startsWith('{') && text.endsWith('}'))
    text = text.sliced(1, text.size() - 2);
  SortedFields fields;
  QByteArray name, value;
  bool isName = true;
  char closing = 0;
  const auto keep = [&] {
    if (!isName)
      fields.insert(name, value);
    name.clear();
    value.clear();
    isName = true;
  };
  for (const char c : text) {
    if (isName) {
      isName = c != '=';
      if (isName)
        name += c;
      continue;
    }
    if (closing == 0 && c == '&') {
      keep();
      continue;
    }
    if (closing != 0)
      closing = c == closing ? '\0' : closing;
    else if (c == '{' || c == '[')
      closing = c == '{' ? '}' : ']';
    value += c;
  }
  keep();
  return fields;
}

Result<void> checkAnswer(const SortedFields& answer, const Trust& trust)
{
  if (answer.value("signature").isEmpty())
    return distrust(QStringLiteral("it is not signed"));
  if (answer.value("version") != kVersion || answer.value("signMethod") != trust.signMethod)
    return distrust(QStringLiteral("it names another version or method of signing"));
  if (trust.signMethod == "01")
    return checkRsa(answer, trust);
  const crypto::Hash hash = trust.signMethod == "12" ? crypto::Hash::Sm3 : crypto::Hash::Sha256;
  if (!crypto::equal(secureSignature(hash, canonicalText(answer), trust.secureKey), answer.value("signature")))
    return distrust(QStringLiteral("its signature is wrong"));
  return {};
}

Result<void> checkSubject(const SortedFields& asked, const SortedFields& answer)
{
  for (const char* name : {"merId", "orderId", "txnTime", "settleDate"})
    if (asked.contains(name) && answer.contains(name) && asked.value(name) != answer.value(name))
      return distrust(QStringLiteral("it is about another %1 than was asked for").arg(QLatin1String(name)));
  return {};
}

} // namespace supercargo::unionpay
