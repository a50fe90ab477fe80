#include "core/providers/alipay/alipay_signature.h"

#include "core/base/jsonreader.h"
#include "core/base/text.h"

#include <QSet>

namespace supercargo::alipay {
namespace {

constexpr int kMostMembers = 16;

/// Walks over JSON text without understanding more than strings and brackets, so that spans stay exact bytes.
class Scanner {
public:
  explicit Scanner(QByteArrayView text) : m_text(text) {}

  void skipBlanks()
  {
    while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
      ++m_at;
  }
  bool take(char c)
  {
    skipBlanks();
    if (m_at >= m_text.size() || m_text[m_at] != c)
      return false;
    ++m_at;
    return true;
  }
  bool atEnd()
  {
    skipBlanks();
    return m_at >= m_text.size();
  }
  /// A string with its quotes; empty: there is none.
  QByteArrayView string()
  {
    skipBlanks();
    const qsizetype begin = m_at;
    if (m_at >= m_text.size() || m_text[m_at] != '"')
      return {};
    for (++m_at; m_at < m_text.size(); ++m_at) {
      if (m_text[m_at] == '\\')
        ++m_at;
      else if (m_text[m_at] == '"')
        return m_text.sliced(begin, ++m_at - begin);
    }
    return {};
  }
  /// An object, a string, or a bare word; empty: there is none.
  QByteArrayView value()
  {
    skipBlanks();
    if (m_at < m_text.size() && m_text[m_at] == '"')
      return string();
    const qsizetype begin = m_at;
    int depth = 0;
    while (m_at < m_text.size()) {
      const char c = m_text[m_at];
      if (c == '"') {
        if (string().isEmpty())
          return {};
        continue;
      }
      if (depth == 0 && (c == ',' || c == '}'))
        break;
      depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
      ++m_at;
      if (depth == 0 && (c == '}' || c == ']'))
        break;
    }
    return depth == 0 ? m_text.sliced(begin, m_at - begin) : QByteArrayView();
  }

private:
  QByteArrayView m_text;
  qsizetype m_at = 0;
};

QByteArray unquoted(QByteArrayView quoted)
{
  return quoted.sliced(1, quoted.size() - 2).toByteArray();
}

Result<QMap<QByteArray, QByteArray>> topMembers(QByteArrayView body)
{
  const auto bad = [](const char* why) { return fail(ErrorKind::BadResponse, QString::fromLatin1(why)); };
  Scanner scanner(body);
  if (!scanner.take('{'))
    return bad("the answer is no JSON object");
  QMap<QByteArray, QByteArray> members;
  do {
    const QByteArrayView name = scanner.string();
    if (name.size() < 3 || name.contains('\\') || !scanner.take(':'))
      return bad("the answer's members cannot be read");
    const QByteArrayView value = scanner.value();
    if (value.isEmpty())
      return bad("the answer is cut off");
    if (members.contains(unquoted(name)))
      return bad("a member of the answer occurs twice");
    members.insert(unquoted(name), value.toByteArray());
  } while (members.size() < kMostMembers && scanner.take(','));
  if (!scanner.take('}') || !scanner.atEnd())
    return bad("the answer is cut off or has more behind it");
  return members;
}

QString codeOf(const SignedAnswer& answer)
{
  const auto value = JsonReader::parse(answer.value);
  return value && value->isObject() ? (*value)["code"].textIfAny().value_or(QString()) : QString();
}

bool isSignedBy(const crypto::Key& key, const SignedAnswer& answer)
{
  const auto signature = QByteArray::fromBase64Encoding(answer.sign, QByteArray::AbortOnBase64DecodingErrors);
  if (!signature)
    return false;
  QByteArray unescaped = answer.value; // some of Alipay's gateways sign before they escape slashes
  return key.verifySha256(answer.value, *signature) || key.verifySha256(unescaped.replace("\\/", "/"), *signature);
}

Parameters formParameters(QByteArrayView form)
{
  Parameters parameters;
  for (QByteArray pair : form.toByteArray().split('&')) {
    pair.replace('+', ' ');
    const qsizetype equals = pair.indexOf('=');
    if (equals > 0)
      parameters.insert(QString::fromUtf8(QByteArray::fromPercentEncoding(pair.left(equals))),
                        QString::fromUtf8(QByteArray::fromPercentEncoding(pair.mid(equals + 1))));
  }
  return parameters;
}

QByteArray zeroIv()
{
  return QByteArray(16, '\0');
}

} // namespace

QString canonicalText(const Parameters& parameters)
{
  QStringList parts;
  for (auto it = parameters.begin(); it != parameters.end(); ++it)
    if (it.key() != QLatin1String("sign") && !it.value().isEmpty())
      parts.append(it.key() + u'=' + it.value());
  return parts.join(u'&');
}

Result<QByteArray> signParameters(const Parameters& parameters, const crypto::Key& privateKey)
{
  const QString text = canonicalText(parameters);
  const QString charset = parameters.value(QStringLiteral("charset")).toLower();
  QByteArray bytes = text.toUtf8();
  if (charset.startsWith(QLatin1String("gb"))) {
    SC_TRY_ASSIGN(encoded, encodeGb18030(text));
    bytes = encoded;
  }
  SC_TRY_ASSIGN(signature, privateKey.signSha256(bytes));
  return signature.toBase64();
}

Result<SignedAnswer> takeApart(QByteArrayView method, QByteArrayView body)
{
  SC_TRY_ASSIGN(members, topMembers(body));
  SignedAnswer answer;
  answer.root = method.toByteArray().replace('.', '_') + "_response";
  if (!members.contains(answer.root))
    answer.root = "error_response";
  if (!members.contains(answer.root))
    return fail(ErrorKind::BadResponse, QStringLiteral("the answer is to another call"));
  answer.value = members.value(answer.root);
  if (!answer.value.startsWith('{') && !answer.value.startsWith('"'))
    return fail(ErrorKind::BadResponse, QStringLiteral("the answer holds neither an object nor a text"));
  const auto text = [&members](const char* name) {
    const QByteArray value = members.value(name);
    return value.startsWith('"') ? unquoted(value).replace("\\/", "/") : QByteArray();
  };
  answer.sign = text("sign");
  answer.certificateSn = text("alipay_cert_sn");
  return answer;
}

Check checkAnswer(QByteArrayView method, QByteArrayView body, const KeyChoice& keyOf)
{
  Check check;
  auto answer = takeApart(method, body);
  if (!answer) {
    check.reason = answer.error().detail;
    return check;
  }
  check.answer = *answer;
  if (answer->sign.isEmpty()) {
    const QString code = codeOf(*answer);
    const bool isError = !code.isEmpty() && code != QLatin1String("10000");
    check.verdict = isError ? Verdict::UnsignedError : Verdict::Reject;
    check.reason = QStringLiteral("the answer is not signed");
    return check;
  }
  const auto key = keyOf(answer->certificateSn);
  if (!key) {
    check.reason = key.error().detail;
    return check;
  }
  check.verdict = isSignedBy(*key, *answer) ? Verdict::Accept : Verdict::Reject;
  if (check.verdict == Verdict::Reject)
    check.reason = QStringLiteral("the signature of the answer is wrong");
  return check;
}

QByteArray certificateSn(const crypto::Certificate& certificate)
{
  return crypto::digest(crypto::Hash::Md5, certificate.issuerRfc2253() + certificate.serialDecimal()).toHex();
}

QByteArray rootCertificateSn(const std::vector<crypto::Certificate>& bundle)
{
  QByteArrayList parts;
  for (const crypto::Certificate& certificate : bundle)
    if (certificate.signatureOid().startsWith("1.2.840.113549.1.1"))
      parts.append(certificateSn(certificate));
  return parts.join('_');
}

bool isTrusted(const std::vector<crypto::Certificate>& chain, const std::vector<crypto::Certificate>& roots,
               qint64 nowMs)
{
  if (chain.empty() || !chain.front().isValidAt(nowMs))
    return false;
  const crypto::Certificate* last = &chain.front();
  for (size_t depth = 0; depth <= chain.size(); ++depth) {
    for (const crypto::Certificate& root : roots)
      if (root.isValidAt(nowMs) && last->isIssuedBy(root))
        return true;
    const crypto::Certificate* issuer = nullptr;
    for (const crypto::Certificate& one : chain)
      if (&one != last && one.isValidAt(nowMs) && last->isIssuedBy(one))
        issuer = &one;
    if (!issuer)
      return false;
    last = issuer;
  }
  return false;
}

Result<QByteArray> encryptContent(QByteArrayView keyBase64, QByteArrayView text)
{
  SC_TRY_ASSIGN(sealed, crypto::encryptCbc(QByteArray::fromBase64(keyBase64.toByteArray()), zeroIv(), text));
  return sealed.toBase64();
}

Result<QByteArray> decryptContent(QByteArrayView keyBase64, QByteArrayView ciphertextBase64)
{
  return crypto::decryptCbc(QByteArray::fromBase64(keyBase64.toByteArray()), zeroIv(),
                            QByteArray::fromBase64(ciphertextBase64.toByteArray()));
}

Notification checkNotification(QByteArrayView form, const crypto::Key& alipayKey)
{
  Notification notification;
  notification.parameters = formParameters(form);
  const auto signature = QByteArray::fromBase64Encoding(
      notification.parameters.value(QStringLiteral("sign")).toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
  Parameters first = notification.parameters;
  first.remove(QStringLiteral("sign_type"));
  notification.canonical = canonicalText(first);
  if (!signature || signature.decoded.isEmpty())
    return notification;
  if (alipayKey.verifySha256(notification.canonical.toUtf8(), *signature)) {
    notification.isAuthentic = true;
  } else if (const QString second = canonicalText(notification.parameters);
             alipayKey.verifySha256(second.toUtf8(), *signature)) {
    notification.isAuthentic = true;
    notification.canonical = second;
  }
  return notification;
}

} // namespace supercargo::alipay
