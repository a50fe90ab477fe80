#include "ui/connections/bodytext.h"

#include <QJsonDocument>

namespace supercargo {
namespace {

/// Re-indents text that is known to be JSON, character by character.
QString indented(QStringView json)
{
  QString out;
  int depth = 0;
  bool inString = false, escaped = false;
  const auto newLine = [&] { out += u'\n' + QString(depth * 2, u' '); };
  for (qsizetype i = 0; i < json.size(); ++i) {
    const QChar c = json[i];
    if (inString) {
      out += c;
      inString = escaped || c != u'"';
      escaped = !escaped && c == u'\\';
      continue;
    }
    if (c.isSpace())
      continue;
    if (c == u'"') {
      inString = true;
      out += c;
    } else if (c == u'{' || c == u'[') {
      out += c;
      qsizetype next = i + 1;
      while (next < json.size() && json[next].isSpace())
        ++next;
      if (next < json.size() && (json[next] == u'}' || json[next] == u']')) { // empty: on one line
        out += json[next];
        i = next;
        continue;
      }
      ++depth;
      newLine();
    } else if (c == u'}' || c == u']') {
      --depth;
      newLine();
      out += c;
    } else if (c == u',') {
      out += c;
      newLine();
    } else if (c == u':') {
      out += QStringLiteral(": ");
    } else {
      out += c;
    }
  }
  return out;
}

bool isJson(QStringView text)
{
  QJsonParseError error;
  QJsonDocument::fromJson(text.toUtf8(), &error);
  return error.error == QJsonParseError::NoError;
}
} // namespace

QString readableBody(const QByteArray& recorded)
{
  const QString text = QString::fromUtf8(recorded).replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
  if (isJson(text))
    return indented(text);
  const qsizetype blank = text.indexOf(QStringLiteral("\n\n"));
  if (blank < 0 || !isJson(QStringView(text).mid(blank + 2)))
    return text;
  return text.left(blank + 2) + indented(QStringView(text).mid(blank + 2));
}

} // namespace supercargo
