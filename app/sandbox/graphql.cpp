#include "app/sandbox/graphql.h"

#include <QHash>
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
  Reader(QStringList tokens, QJsonObject variables) : m_tokens(std::move(tokens)), m_variables(std::move(variables))
  {
    findFragments();
  }

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

  /// All fields until the closing brace; the opening one has been taken.
  std::vector<GraphField> selection()
  {
    std::vector<GraphField> result;
    while (!atEnd() && !accept(u"}"))
      if (accept(u"..."))
        spread(result);
      else
        result.push_back(field());
    return result;
  }

private:
  struct Fragment {
    QString on;
    qsizetype begin = 0; ///< behind its opening brace
  };

  void findFragments()
  {
    int depth = 0;
    for (qsizetype i = 0; i < m_tokens.size(); ++i) {
      depth += m_tokens[i] == "{"_L1 ? 1 : m_tokens[i] == "}"_L1 ? -1 : 0;
      if (depth != 0 || m_tokens[i] != "fragment"_L1 || m_tokens.value(i + 2) != "on"_L1)
        continue;
      if (const qsizetype brace = m_tokens.indexOf(u"{"_s, i); brace > i)
        m_fragments.insert(m_tokens[i + 1], {m_tokens.value(i + 3), brace + 1});
    }
  }

  GraphField field()
  {
    GraphField result;
    result.alias = result.name = take();
    if (accept(u":"))
      result.name = take();
    if (accept(u"("))
      result.arguments = object(u")");
    while (accept(u"@")) { // a directive's arguments stand among the field's, under its name
      const QString directive = u'@' + take();
      result.arguments.insert(directive, accept(u"(") ? object(u")") : QJsonObject());
    }
    if (accept(u"{"))
      result.below = selection();
    return result;
  }

  /// "... Name" or "... on Type { … }", the dots taken.
  void spread(std::vector<GraphField>& into)
  {
    const QString name = take();
    Fragment fragment = m_fragments.take(name); // one that spreads itself would have no end
    std::vector<GraphField> part;
    if (fragment.begin > 0) {
      const qsizetype behind = std::exchange(m_at, fragment.begin);
      part = selection();
      m_at = behind;
      m_fragments.insert(name, fragment);
    } else if (name == "on"_L1) {
      fragment.on = take();
      if (accept(u"{"))
        part = selection();
    }
    for (GraphField& one : part) {
      if (one.on.isEmpty())
        one.on = fragment.on;
      into.push_back(std::move(one));
    }
  }

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
  QHash<QString, Fragment> m_fragments;
  qsizetype m_at = 0;
};
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
      return reader.selection();
  }
  return fail(ErrorKind::Invalid, u"Syntax Error: no operation found"_s);
}

} // namespace supercargo::sandbox
