#include "app/sandbox/graphql.h"

#include <QJsonArray>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

/// Splits into names, numbers, strings (with their quotes) and signs; blanks, commas and comments mean nothing.
QStringList tokens(const QString& query)
{
  static const QRegularExpression pattern(
      uR"(#[^\n\r]*|"""(?:.|\n)*?"""|"(?:[^"\\]|\\.)*"|\.\.\.|[A-Za-z_][A-Za-z0-9_]*|-?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|[{}()\[\]:=!$@|&])"_s);
  QStringList result;
  for (auto matches = pattern.globalMatch(query); matches.hasNext();) {
    const QString token = matches.next().captured();
    if (!token.startsWith(u'#'))
      result.append(token);
  }
  return result;
}

class Reader {
public:
  Reader(QStringList tokens, QJsonObject variables) : m_tokens(std::move(tokens)), m_variables(std::move(variables)) {}

  bool atEnd() const { return m_at >= m_tokens.size(); }
  QString peek() const { return m_tokens.value(m_at); }
  QString take() { return m_tokens.value(m_at++); }
  bool accept(QStringView token)
  {
    if (peek() != token)
      return false;
    ++m_at;
    return true;
  }

  QJsonValue value()
  {
    const QString token = take();
    if (token == "$"_L1)
      return m_variables.value(take());
    if (token == "["_L1)
      return list();
    if (token == "{"_L1)
      return object(u"}");
    if (token.startsWith(u'"'))
      return text(token);
    if (token == "true"_L1 || token == "false"_L1)
      return token == "true"_L1;
    if (token == "null"_L1)
      return QJsonValue();
    bool isNumber = false;
    const double number = token.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(token); // an enum's value is its name
  }

  /// name: value … until `end`.
  QJsonObject object(QStringView end)
  {
    QJsonObject result;
    while (!atEnd() && !accept(end)) {
      const QString name = take();
      accept(u":");
      if (peek() == "$"_L1 && !m_variables.contains(m_tokens.value(m_at + 1)))
        m_at += 2; // a variable that was not given: as if not written
      else
        result.insert(name, value());
    }
    return result;
  }

  /// Skips a balanced part whose first sign has been taken.
  void skip(QStringView open, QStringView close)
  {
    for (int depth = 1; depth > 0 && !atEnd();) {
      const QString token = take();
      depth += token == open ? 1 : token == close ? -1 : 0;
    }
  }

  /// ($name: Type! = default, …), the first sign taken.
  void defaults()
  {
    while (!atEnd() && !accept(u")")) {
      accept(u"$");
      const QString name = take();
      while (!atEnd() && peek() != "$"_L1 && peek() != ")"_L1) {
        if (take() != "="_L1)
          continue;
        const QJsonValue fallback = value();
        if (!m_variables.contains(name))
          m_variables.insert(name, fallback);
      }
    }
  }

private:
  QJsonArray list()
  {
    QJsonArray items;
    while (!atEnd() && !accept(u"]"))
      items.append(value());
    return items;
  }

  static QString text(const QString& token)
  {
    if (token.startsWith("\"\"\""_L1))
      return token.mid(3).chopped(3);
    QString result;
    for (qsizetype i = 1; i < token.size() - 1; ++i) {
      if (token[i] != u'\\') {
        result += token[i];
        continue;
      }
      const QChar escape = token[++i];
      if (escape == u'u') {
        result += QChar(char16_t(token.mid(i + 1, 4).toUShort(nullptr, 16)));
        i += 4;
      } else {
        result += escape == u'n' ? u'\n' : escape == u't' ? u'\t' : escape == u'r' ? u'\r' : escape;
      }
    }
    return result;
  }

  QStringList m_tokens;
  QJsonObject m_variables;
  qsizetype m_at = 0;
};

std::vector<GraphField> fields(Reader& reader)
{
  std::vector<GraphField> result;
  while (!reader.atEnd() && !reader.accept(u"}")) {
    GraphField field;
    field.alias = field.name = reader.take();
    if (reader.accept(u":"))
      field.name = reader.take();
    if (reader.accept(u"("))
      field.arguments = reader.object(u")");
    while (reader.accept(u"@")) { // a directive's arguments stand among the field's, under its name
      const QString directive = u'@' + reader.take();
      field.arguments.insert(directive, reader.accept(u"(") ? reader.object(u")") : QJsonObject());
    }
    if (reader.accept(u"{"))
      reader.skip(u"{", u"}");
    result.push_back(field);
  }
  return result;
}
} // namespace

Result<std::vector<GraphField>> graphFields(const QString& query, const QJsonObject& variables,
                                            const QString& operation)
{
  Reader reader(tokens(query), variables);
  while (!reader.atEnd()) {
    const QString kind = reader.peek();
    QString name;
    if (kind != "{"_L1) {
      reader.take();
      if (reader.peek() != "("_L1 && reader.peek() != "{"_L1)
        name = reader.take();
      if (reader.accept(u"("))
        reader.defaults();
      while (!reader.atEnd() && reader.peek() != "{"_L1)
        reader.take(); // "on Type" of a fragment, directives
    }
    if (!reader.accept(u"{"))
      break;
    if (kind == "fragment"_L1 || (!operation.isEmpty() && name != operation))
      reader.skip(u"{", u"}");
    else
      return fields(reader);
  }
  return fail(ErrorKind::Invalid, u"Syntax Error: no operation found"_s);
}

} // namespace supercargo::sandbox
