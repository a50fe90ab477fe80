#include "core/sync/supporttext.h"

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

QString safeKey(const QString& key)
{
  static const QRegularExpression plain(QStringLiteral("^[A-Za-z_@$][A-Za-z_\\-.:]{0,39}\\d{0,3}$"));
  return plain.match(key).hasMatch() ? key : QStringLiteral("*");
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

/// Whether a word of a sentence may stay.
bool isHarmlessWord(const QString& word)
{
  static const QRegularExpression lower(QStringLiteral("^[(\\[]?[a-z][a-z_.\\-\\[\\]#]*\\d{0,3}[\\])]?[.,;:!?)]*$")),
      capitals(QStringLiteral("^[(]?[A-Z]{1,8}[.,;:)]*$")), number(QStringLiteral("^[(]?[\\d.,:%+\\-]{1,4}[.,;:)]*$")),
      path(QStringLiteral("^[A-Za-z_]+(?:\\[\\d*#?\\])?(?:\\.[A-Za-z_]+(?:\\[\\d*#?\\])?)+[:,;]?$"));
  return lower.match(word).hasMatch() || capitals.match(word).hasMatch() || number.match(word).hasMatch() ||
         (path.match(word).hasMatch() && word.size() < 80 && !word.contains(QLatin1String("www.")));
}

} // namespace

QString scrubbed(const QString& text, const QStringList& names)
{
  static const QRegularExpression quoted(QStringLiteral("\"[^\"]*\"|“[^”]*”|'[^']*'|「[^」]*」"));
  QString rest = text;
  for (const QString& name : names)
    if (name.size() > 1)
      rest.replace(name, kGone, Qt::CaseInsensitive);
  rest.replace(quoted, kGone);
  QStringList words;
  for (const QString& word : rest.split(u' ', Qt::SkipEmptyParts)) {
    const bool stays = isHarmlessWord(word);
    if (stays)
      words << word;
    else if (words.isEmpty() || words.last() != kGone)
      words << kGone;
  }
  return words.join(u' ');
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
