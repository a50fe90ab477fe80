#include "core/sync/masking.h"

#include "core/base/text.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>

#include <algorithm>

namespace supercargo {
namespace {

constexpr char kHidden[] = "***";

/// Words that mark a value as a credential. "key" and "sign" only as a word of their own: apiKey and x-sign are,
/// keyword and design are not.
QString namePattern()
{
  return QStringLiteral(R"((?:[\w.\-]*(?:password|passwd|passphrase|secret|token|signature|digest)[\w.\-]*|)"
                        R"((?:[\w.\-]*[_.\-])?(?:key|sign|sig)|[a-z]\w*(?:(?-i:Key|Sign))))");
}

QRegularExpression pattern(const QString& text)
{
  QRegularExpression expression(text, QRegularExpression::CaseInsensitiveOption);
  expression.optimize();
  return expression;
}

bool isSecretHeader(const QByteArray& name)
{
  static const QRegularExpression secret =
      pattern(QStringLiteral("authorization|cookie|token|secret|sign|password|(?:^|[-_])key$|digest"));
  return secret.match(QString::fromLatin1(name)).hasMatch();
}

/// "Bearer abc" keeps its scheme, which tells how somebody signs in but not with what.
QByteArray maskedHeader(const QByteArray& value)
{
  const auto blank = value.indexOf(' ');
  const bool scheme = blank > 0 && blank < 16 && !value.left(blank).contains('=');
  return scheme ? value.left(blank + 1) + kHidden : QByteArray(kHidden);
}

QString withoutNamedSecrets(QString text)
{
  // "name": "value" or "name": 123; then the same inside JSON that is itself a JSON text; then name=value. Possessive,
  // since the matcher gives up, and hides nothing more, when it must remember each letter of a long value; without the
  // last quote where the text was cut.
  static const QRegularExpression json =
      pattern(QStringLiteral(R"(("%1"\s*:\s*)("(?:[^"\\]++|\\.)*+"?|-?\d[\d.eE+\-]*))").arg(namePattern()));
  static const QRegularExpression nested =
      pattern(QStringLiteral(R"((\\+"%1\\+"\s*:\s*\\+")[^"\\]*)").arg(namePattern()));
  static const QRegularExpression form = pattern(QStringLiteral(R"(((?:^|[?&\s])%1=)[^&\s"]*)").arg(namePattern()));
  text.replace(json, QStringLiteral("\\1\"***\""));
  text.replace(nested, QStringLiteral("\\1***"));
  text.replace(form, QStringLiteral("\\1***"));
  return text;
}

QString replaced(const QString& text, const QRegularExpression& what, QString (*by)(QStringView))
{
  QString result;
  qsizetype done = 0;
  for (auto found = what.globalMatch(text); found.hasNext();) {
    const auto match = found.next();
    result += QStringView(text).mid(done, match.capturedStart() - done);
    result += by(match.capturedView());
    done = match.capturedEnd();
  }
  result += QStringView(text).mid(done);
  return result;
}

QString hiddenEmail(QStringView email)
{
  // In a form the @ is encoded.
  return maskEmail(QString(email.toString()).replace(QStringLiteral("%40"), QStringLiteral("@")));
}

QString withoutPersons(const QString& text)
{
  static const QRegularExpression phone =
      pattern(QStringLiteral(R"((?:(?<=\+86)|(?<=%2B86)|(?<![\d.]))1[3-9]\d{9}(?![\d.]*\d))"));
  static const QRegularExpression email =
      pattern(QStringLiteral(R"([a-z0-9._+\-]+(?:@|%40)[a-z0-9\-]+(?:\.[a-z0-9\-]+)+)"));
  return replaced(replaced(text, phone, maskPhone), email, hiddenEmail);
}

/// Chinese in JSON of those who keep to ASCII: \u738b.
QByteArray asciiJson(const QString& text, bool upperCase)
{
  QByteArray out;
  for (const QChar character : text) {
    QByteArray digits = QByteArray::number(character.unicode(), 16).rightJustified(4, '0');
    if (upperCase)
      digits = digits.toUpper();
    out += character.unicode() < 128 ? QByteArray(1, character.toLatin1()) : "\\u" + digits;
  }
  return out;
}

/// The forms one secret takes on the wire.
void addForms(QSet<QByteArray>& forms, const QByteArray& secret)
{
  // Shorter ones would blacken half of every answer and are no secret worth the name.
  if (secret.size() < 4)
    return;
  const QString text = QString::fromUtf8(secret);
  forms << secret << secret.toBase64() << secret.toBase64(QByteArray::OmitTrailingEquals)
        << secret.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals) << percentEncode(text)
        << javaUrlEncode(text) << percentEncode(QString::fromLatin1(secret.toBase64()));
  QString inJson = text;
  inJson.replace(u'\\', QLatin1String("\\\\")).replace(u'"', QLatin1String("\\\""));
  for (QByteArray json : {inJson.toUtf8(), asciiJson(inJson, false), asciiJson(inJson, true)}) {
    forms << json;
    forms << json.replace('/', "\\/"); // as PHP has it
  }
}

} // namespace

Mask::Mask(const QByteArrayList& secrets)
{
  QSet<QByteArray> forms;
  for (const QByteArray& secret : secrets) {
    addForms(forms, secret);
    for (const QByteArray& line : secret.split('\n')) // a session may hold several tokens, one a line
      addForms(forms, line.trimmed());
  }
  m_secrets = QByteArrayList(forms.begin(), forms.end());
  std::ranges::sort(m_secrets, [](const QByteArray& a, const QByteArray& b) { return a.size() > b.size(); });
}

QString Mask::text(const QString& text) const
{
  QString result = text;
  for (const QByteArray& secret : m_secrets)
    result.replace(QString::fromUtf8(secret), QLatin1String(kHidden));
  return withoutPersons(withoutNamedSecrets(result));
}

bool Mask::finds(const QByteArray& text) const
{
  for (const QByteArray& secret : m_secrets)
    if (text.contains(secret))
      return true;
  const QString plain = QString::fromUtf8(text);
  return withoutPersons(plain) != plain;
}

QByteArray Mask::request(const HttpRequest& request) const
{
  return message(request.method + ' ' + path(request.url).toUtf8(), request.headers, request.body);
}

QByteArray Mask::response(const HttpResponse& response) const
{
  return message("HTTP " + QByteArray::number(response.status), response.headers, response.body);
}

QString Mask::path(const QByteArray& url) const
{
  const QUrl parsed = QUrl::fromEncoded(url);
  return text(QString::fromLatin1(parsed.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)));
}

QByteArray Mask::message(const QByteArray& firstLine, const std::vector<Header>& headers, const QByteArray& bytes) const
{
  QByteArray result = firstLine + '\n';
  for (const auto& [name, value] : headers)
    result += name + ": " + text(QString::fromUtf8(isSecretHeader(name) ? maskedHeader(value) : value)).toUtf8() + '\n';
  return result + '\n' + body(bytes);
}

QByteArray Mask::body(const QByteArray& bytes) const
{
  // Masked with some room behind the cut, so that a secret that straddles it is still recognised.
  const QByteArray start = bytes.left(kKeptBody + 4096);
  if (start.contains('\0'))
    return "(" + QByteArray::number(bytes.size()) + kNoText;
  QByteArray masked = text(QString::fromUtf8(start)).toUtf8();
  if (bytes.size() <= kKeptBody)
    return masked;
  masked.truncate(kKeptBody);
  return masked + "\n(cut: " + QByteArray::number(bytes.size()) + " bytes in all)";
}

} // namespace supercargo
