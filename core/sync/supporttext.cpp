#include "core/sync/supporttext.h"

#include "core/providers/provider.h"
#include "core/sync/supportwords.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>

namespace supercargo {
namespace {

const QString kGone = QStringLiteral("…");
constexpr int kListItems = 2;

bool isHarmlessHeader(const QString& name)
{
  static const QSet<QString> known{QStringLiteral("content-type"),
                                   QStringLiteral("content-length"),
                                   QStringLiteral("date"),
                                   QStringLiteral("retry-after"),
                                   QStringLiteral("accept"),
                                   QStringLiteral("content-encoding"),
                                   QStringLiteral("sunset"),
                                   QStringLiteral("deprecation"),
                                   QStringLiteral("x-shopify-api-version"),
                                   QStringLiteral("x-ratelimit-limit"),
                                   QStringLiteral("x-ratelimit-remaining"),
                                   QStringLiteral("x-wp-total"),
                                   QStringLiteral("x-wp-totalpages")};
  return known.contains(name.toLower());
}

/// "orderList", "isv.access-token-expired", "invalid_grant": a word, or several joined, each of them known.
bool isOfKnownWords(const QString& word)
{
  static const QRegularExpression joined(QStringLiteral("^[A-Za-z]+(?:['._\\-]+[A-Za-z]+)*$")),
      single(QStringLiteral("[A-Z]+(?![a-z])|[A-Z]?[a-z]+"));
  if (!joined.match(word).hasMatch())
    return false;
  for (auto found = single.globalMatch(word); found.hasNext();)
    if (!supportWords().contains(found.next().captured().toLower()))
      return false;
  return true;
}

/// Words with a capital in front that are nobody's name: how sentences begin.
bool isHarmlessCapital(const QString& word)
{
  static const QStringList known =
      QStringLiteral("A Access An Bad Cannot Error Field Invalid Missing No Not Order Rate Refund Request Service "
                     "Session The This Token Too Unauthorized Unknown You")
          .split(u' ');
  return known.contains(word);
}

/// The words of our providers' names.
const QSet<QString>& brands()
{
  static const QSet<QString> words = [] {
    static const QRegularExpression between(QStringLiteral("[^A-Za-z0-9]+"));
    QSet<QString> all;
    for (const Provider& provider : providers())
      for (const QString& word : provider.declaration.name.en.split(between, Qt::SkipEmptyParts))
        if (!word.front().isLower())
          all << word;
    return all;
  }();
  return words;
}

QString safeKey(const QString& key)
{
  static const QRegularExpression around(QStringLiteral("^[_@$]+|_+$|(?<=[a-z])\\d$")); // "_id", "@type", "address2"
  return isOfKnownWords(QString(key).remove(around)) || supportCodes().contains(key.toUpper()) ? key
                                                                                               : QStringLiteral("*");
}

QJsonValue shapeOf(const QJsonValue& value)
{
  switch (value.type()) {
  case QJsonValue::String:
    return QStringLiteral("text(%1)").arg(value.toString().size());
  case QJsonValue::Double:
    return 0;
  case QJsonValue::Array: {
    const QJsonArray all = value.toArray();
    QJsonArray shape;
    for (qsizetype i = 0; i < std::min<qsizetype>(all.size(), kListItems); ++i)
      shape += shapeOf(all[i]);
    if (all.size() > kListItems)
      shape += QStringLiteral("and %1 more").arg(all.size() - kListItems);
    return shape;
  }
  case QJsonValue::Object: {
    const QJsonObject all = value.toObject();
    QJsonObject shape;
    for (auto member = all.begin(); member != all.end(); ++member)
      shape.insert(safeKey(member.key()), shapeOf(member.value()));
    return shape;
  }
  default:
    return value; // true, false, null
  }
}

/// Whether a word may stay. One with a capital alone in front may be a name, unless it is a provider's.
bool isHarmlessWord(const QString& word, const QString& before)
{
  static const QRegularExpression capital(QStringLiteral("^[A-Z][a-z']*[a-z]$")),
      small(QStringLiteral("^(?:-?\\d{1,3}|[-*+]*)$")), code(QStringLiteral("^(?:-?\\d{1,9}|[A-Z]{1,2}\\d{1,4})$")),
      number(QStringLiteral("^-?\\d{1,6}$")),
      ofCode(QStringLiteral("(?:err_?code|error[ _]code|sub_code|status|HTTP|SQLSTATE|no receiver)[ :=]*$"),
             QRegularExpression::CaseInsensitiveOption);
  if (small.match(word).hasMatch() || isHarmlessCapital(word) || brands().contains(word.section(u'\'', 0, 0)) ||
      supportCodes().contains(word.toUpper()))
    return true;
  if (code.match(word).hasMatch()) // "Alipay: 40004", as our own sentences put a provider's code
    return (before.endsWith(QLatin1String(": ")) && brands().contains(before.chopped(2).section(u' ', -1))) ||
           (number.match(word).hasMatch() && ofCode.match(before).hasMatch());
  return !capital.match(word).hasMatch() && isOfKnownWords(word);
}

} // namespace

QString scrubbed(const QString& text, const QStringList& names)
{
  // An apostrophe within a word opens no quotation. Groups of digits may together be a telephone number.
  static const QRegularExpression quoted(
      QStringLiteral("\"[^\"]*\"|“[^”]*”|(?<![A-Za-z])'[^']*'(?![A-Za-z])|「[^」]*」")),
      groups(QStringLiteral("\\+?\\(?\\d+(?:[\\s().,\\-/]{1,3}\\d+)+")),
      token(QStringLiteral("[^\\s()\\[\\]{}<>=:;,/!?#&|%`\"\\\\]+")), gone(QStringLiteral("…(?:[\\s…]*…)+"));
  QString rest = text;
  for (const QString& name : names)
    if (name.size() > 1)
      rest.replace(name, kGone, Qt::CaseInsensitive);
  rest.replace(quoted, kGone);
  rest.replace(groups, kGone);
  QString kept;
  qsizetype done = 0;
  for (auto found = token.globalMatch(rest); found.hasNext();) {
    const auto match = found.next();
    kept += QStringView(rest).mid(done, match.capturedStart() - done);
    done = match.capturedEnd();
    QString word = match.captured(), tail;
    while (word.endsWith(u'.') || word.endsWith(u'\''))
      tail.prepend(word.back()), word.chop(1);
    const qsizetype dots = word.startsWith(u'.') ? 1 : 0; // "orders[3].total"
    kept += isHarmlessWord(word.mid(dots), kept) ? match.captured() : kGone + tail;
  }
  kept += QStringView(rest).mid(done);
  return kept.replace(gone, kGone).simplified();
}

QByteArray bodyShape(const QByteArray& body)
{
  if (body.isEmpty())
    return {};
  QJsonParseError error;
  const QJsonDocument document = QJsonDocument::fromJson(body, &error);
  if (error.error != QJsonParseError::NoError)
    return "(" + QByteArray::number(body.size()) + " bytes)";
  const QJsonValue shape = shapeOf(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
  return (shape.isArray() ? QJsonDocument(shape.toArray()) : QJsonDocument(shape.toObject())).toJson();
}

QByteArray messageShape(const QByteArray& message)
{
  const qsizetype blank = message.indexOf("\n\n");
  const QList<QByteArray> head = message.left(blank < 0 ? message.size() : blank).split('\n');
  // "GET /path" and "HTTP 200": the method, or the protocol with its status.
  QByteArray shape = head.first().startsWith("HTTP ") ? head.first().left(8) : head.first().split(' ').first();
  for (const QByteArray& line : head.mid(1)) {
    const QString name = QString::fromLatin1(line.left(line.indexOf(':')));
    const QByteArray value = line.mid(line.indexOf(':') + 1).trimmed().left(120);
    shape += "\n" + safeKey(name).toLatin1() + ": " + (isHarmlessHeader(name) ? value : QByteArray("…"));
  }
  return shape + "\n\n" + bodyShape(blank < 0 ? QByteArray() : message.mid(blank + 2));
}

} // namespace supercargo
