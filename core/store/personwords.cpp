#include "core/store/personwords.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>

namespace supercargo {
namespace {

constexpr qsizetype kLeastLetters = 4, kLeastCharacters = 2, kLeastDigits = 7;

/// Two Chinese characters are a name; two letters are in every text.
bool isTelling(const QString& word)
{
  const auto wide = std::ranges::count_if(word, [](QChar c) { return c.unicode() >= 0x2E80; });
  return wide >= kLeastCharacters || word.size() >= kLeastLetters;
}

/// Every \uXXXX as the character that it stands for.
QByteArray unescaped(const QByteArray& text)
{
  QString plain;
  qsizetype done = 0;
  const QString whole = QString::fromUtf8(text);
  for (qsizetype at = whole.indexOf(QLatin1String("\\u")); at >= 0; at = whole.indexOf(QLatin1String("\\u"), at + 2)) {
    bool isHex = false;
    const ushort code = QStringView(whole).mid(at + 2, 4).toUShort(&isHex, 16);
    if (!isHex || at < done)
      continue;
    plain += QStringView(whole).mid(done, at - done);
    while (plain.endsWith(u'\\')) // JSON inside of a JSON text
      plain.chop(1);
    plain += QChar(code);
    done = at + 6;
  }
  plain += QStringView(whole).mid(done);
  return plain.toUtf8();
}

} // namespace

void PersonWords::addName(const QString& name)
{
  const QString trimmed = name.simplified();
  if (!isTelling(trimmed))
    return;
  std::vector<QByteArray> parts;
  for (const QString& part : trimmed.split(u' '))
    parts.push_back(part.toUtf8());
  m_signs.push_back(std::move(parts));
}

void PersonWords::addPhone(const QString& phone)
{
  const QString trimmed = phone.trimmed();
  if (trimmed.size() < kLeastDigits)
    return;
  add(trimmed);
  if (const QString masked = maskPhone(trimmed); masked != trimmed && masked.size() >= kLeastDigits)
    add(masked);
}

void PersonWords::add(const QString& word)
{
  const QString trimmed = word.trimmed();
  if (!isTelling(trimmed))
    return;
  m_signs.push_back({trimmed.toUtf8()});
  if (const QString lower = trimmed.toLower(); lower != trimmed)
    m_signs.push_back({lower.toUtf8()});
}

bool PersonWords::areIn(const QByteArray& utf8) const
{
  if (utf8.isEmpty())
    return false;
  const auto mentioned = [&](const QByteArray& text) {
    return std::ranges::any_of(m_signs, [&](const std::vector<QByteArray>& parts) {
      return std::ranges::all_of(parts, [&](const QByteArray& part) { return text.contains(part); });
    });
  };
  return mentioned(utf8) || (utf8.contains("\\u") && mentioned(unescaped(utf8))) ||
         (utf8.contains('%') && mentioned(QByteArray::fromPercentEncoding(utf8)));
}

} // namespace supercargo
