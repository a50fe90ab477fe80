#include "core/store/ordertext.h"

namespace supercargo {
namespace {

// A title of ten thousand characters must not make ten thousand words.
constexpr qsizetype kTextLimit = 120;
constexpr qsizetype kTailLength = 4;

bool isCjk(char32_t c)
{
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         (c >= 0x3040 && c <= 0x30FF) || (c >= 0xAC00 && c <= 0xD7AF);
}

/// Calls `word` for every run of letters and digits and `cjk` for every run of Chinese (Japanese, Korean) characters;
/// everything else separates. Both get slices of `text`: this runs for every order that arrives.
template <class Word, class Cjk>
void cut(QStringView text, Word word, Cjk cjk)
{
  enum class Kind { None, Letters, Characters };
  Kind kind = Kind::None;
  qsizetype start = 0;
  const auto close = [&](qsizetype end) {
    if (kind == Kind::Letters)
      word(text.sliced(start, end - start));
    else if (kind == Kind::Characters)
      cjk(text.sliced(start, end - start));
  };
  for (qsizetype at = 0; at < text.size();) {
    char32_t c = text[at].unicode();
    qsizetype units = 1;
    if (QChar::isHighSurrogate(c) && at + 1 < text.size() && text[at + 1].isLowSurrogate()) {
      c = QChar::surrogateToUcs4(text[at], text[at + 1]);
      units = 2;
    }
    const bool letter =
        c < 128 ? (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') : QChar::isLetterOrNumber(c);
    const Kind now = c >= 0x3040 && isCjk(c) ? Kind::Characters : letter ? Kind::Letters : Kind::None;
    if (now != kind) {
      close(at);
      kind = now;
      start = at;
    }
    at += units;
  }
  close(text.size());
}

/// The characters of a run; those outside the basic plane are two code units and stay together.
template <class Each>
void eachCharacter(QStringView run, Each each)
{
  for (qsizetype at = 0; at < run.size();) {
    const qsizetype units = run[at].isHighSurrogate() && at + 1 < run.size() ? 2 : 1;
    each(run.sliced(at, units));
    at += units;
  }
}

void appendLower(QStringView word, QString& out)
{
  for (const QChar c : word)
    out += c.unicode() < 128 ? (c.unicode() >= 'A' && c.unicode() <= 'Z' ? QChar(c.unicode() | 32) : c) : c.toLower();
}

bool hasDigit(QStringView word)
{
  return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

void appendSearchWords(QStringView text, QString& words)
{
  cut(
      text.left(kTextLimit),
      [&](QStringView word) {
        appendLower(word, words);
        words += u' ';
        if (word.size() >= 8 && word.back().isDigit()) {
          appendLower(word.right(kTailLength), words);
          words += u' ';
        }
      },
      [&](QStringView run) {
        QStringView previous;
        eachCharacter(run, [&](QStringView character) {
          words.append(character).append(u' ');
          if (!previous.isEmpty())
            words.append(previous).append(character).append(u' ');
          previous = character;
        });
      });
}

QString searchWords(const OrderSnapshot& order)
{
  QString words;
  words.reserve(512);
  appendSearchWords(order.number, words);
  if (order.externalId != order.number)
    appendSearchWords(order.externalId, words);
  appendSearchWords(order.customerName, words);
  if (order.shipTo.name != order.customerName)
    appendSearchWords(order.shipTo.name, words);
  appendSearchWords(order.shipTo.phone.isEmpty() ? order.customerPhone : order.shipTo.phone, words);
  appendSearchWords(order.shipTo.province, words);
  appendSearchWords(order.shipTo.city, words);
  for (const LineSnapshot& line : order.lines) {
    appendSearchWords(line.title, words);
    appendSearchWords(line.sku, words);
  }
  for (const OrderParcelSnapshot& parcel : order.parcels)
    appendSearchWords(parcel.number, words);
  appendSearchWords(order.buyerNote, words);
  words.chop(words.isEmpty() ? 0 : 1);
  return words;
}

WantedWords wantedWords(const QStringList& texts)
{
  WantedWords wanted;
  for (const QString& text : texts) {
    cut(
        text,
        [&](QStringView raw) {
          QString word;
          appendLower(raw, word);
          // Only the word being typed is open at its end: every open word costs the search for all that begin with it.
          // A short beginning of a number would match every order there is.
          const bool typing = &text == &texts.last() && raw.end() == QStringView(text).end();
          if (!typing || word.size() < 2 || (hasDigit(word) && word.size() < 6))
            wanted.whole.append(word);
          else
            wanted.open = word;
        },
        [&](QStringView run) {
          // Pairs imply their characters; a lone character stands for itself.
          QStringView previous;
          eachCharacter(run, [&](QStringView character) {
            if (!previous.isEmpty())
              wanted.whole.append(previous.toString() + character.toString());
            else if (character.size() == run.size())
              wanted.whole.append(character.toString());
            previous = character;
          });
        });
  }
  return wanted;
}

Result<void> insertSearchWords(Connection& c, const std::vector<std::pair<OrderId, QString>>& texts)
{
  std::vector<SqlValue> values;
  values.reserve(texts.size() * 2);
  for (const auto& [order, words] : texts) {
    values.emplace_back(order);
    values.emplace_back(words);
  }
  SC_TRY(c.insertMany(QStringLiteral("INSERT INTO order_texts (order_id, words) VALUES"), 2, values));
  if (c.engine() == Engine::Sqlite)
    SC_TRY(c.insertMany(QStringLiteral("INSERT INTO order_search (rowid, words) VALUES"), 2, values));
  return {};
}

namespace {

Result<std::optional<QString>> storedWords(Connection& c, OrderId order)
{
  return c.row(QStringLiteral("SELECT words FROM order_texts WHERE order_id = ?"), {order},
               [](const Row& row) { return row.text(0); });
}

} // namespace

Result<void> replaceSearchWords(Connection& c, OrderId order, const QString& words)
{
  SC_TRY_ASSIGN(old, storedWords(c, order));
  if (!old)
    return insertSearchWords(c, {{order, words}});
  if (*old == words)
    return {};
  SC_TRY(c.run(QStringLiteral("UPDATE order_texts SET words = ? WHERE order_id = ?"), {words, order}));
  if (c.engine() == Engine::Sqlite) {
    SC_TRY(c.run(QStringLiteral("INSERT INTO order_search (order_search, rowid, words) VALUES ('delete', ?, ?)"),
                 {order, *old}));
    SC_TRY(c.run(QStringLiteral("INSERT INTO order_search (rowid, words) VALUES (?, ?)"), {order, words}));
  }
  return {};
}

Result<void> addSearchWords(Connection& c, OrderId order, const QString& words)
{
  SC_TRY_ASSIGN(old, storedWords(c, order));
  return replaceSearchWords(c, order, old ? *old + u' ' + words : words);
}

} // namespace supercargo
