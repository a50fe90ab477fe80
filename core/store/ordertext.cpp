#include "core/store/ordertext.h"

#include <QSet>

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

struct Piece {
  QString text;
  bool cjk = false;
};

/// Runs of letters and digits, and runs of Chinese (Japanese, Korean) characters; everything else separates.
std::vector<Piece> pieces(QStringView text)
{
  std::vector<Piece> list;
  const auto append = [&](char32_t c, bool cjk) {
    if (list.empty() || list.back().text.isNull() || list.back().cjk != cjk)
      list.push_back({QString::fromLatin1(""), cjk});
    list.back().text += QString::fromUcs4(&c, 1);
  };
  for (const char32_t c : text.toUcs4()) {
    if (isCjk(c))
      append(c, true);
    else if (QChar::isLetterOrNumber(c))
      append(QChar::toLower(c), false);
    else if (!list.empty() && !list.back().text.isNull())
      list.push_back({}); // a null piece: the next character begins a new one
  }
  std::erase_if(list, [](const Piece& piece) { return piece.text.isEmpty(); });
  return list;
}

/// "红色裙" -> 红 色 裙 红色 色裙. Characters outside the basic plane are two code units; they stay together.
void appendCjk(const QString& run, QStringList& words)
{
  const QList<uint> characters = run.toUcs4();
  QString previous;
  for (const uint c : characters) {
    const auto point = static_cast<char32_t>(c);
    const QString character = QString::fromUcs4(&point, 1);
    words.append(character);
    if (!previous.isEmpty())
      words.append(previous + character);
    previous = character;
  }
}

bool hasDigit(const QString& word)
{
  return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

void appendSearchWords(QStringView text, QStringList& words)
{
  for (const Piece& piece : pieces(text.left(kTextLimit))) {
    if (piece.cjk) {
      appendCjk(piece.text, words);
    } else {
      words.append(piece.text);
      if (piece.text.size() >= 8 && piece.text.back().isDigit())
        words.append(piece.text.right(kTailLength));
    }
  }
}

QString searchWords(const OrderSnapshot& order)
{
  QStringList words;
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
  words.removeDuplicates();
  return words.join(u' ');
}

QString searchQuery(const QStringList& texts, Engine engine)
{
  const bool sqlite = engine == Engine::Sqlite;
  QStringList terms;
  const auto exact = [&](const QString& word) { terms.append(sqlite ? u'"' + word + u'"' : u'\'' + word + u'\''); };
  for (const QString& text : texts) {
    for (const Piece& piece : pieces(text)) {
      if (piece.cjk) {
        const QList<uint> characters = piece.text.toUcs4();
        QStringList words;
        appendCjk(piece.text, words);
        // Pairs imply their characters; a lone character stands for itself.
        for (const QString& word : words)
          if (characters.size() == 1 || word.toUcs4().size() == 2)
            exact(word);
      } else if (piece.text.size() < 2 || (hasDigit(piece.text) && piece.text.size() < 6)) {
        exact(piece.text); // a short beginning of a number would match every order there is
      } else {
        terms.append(sqlite ? u'"' + piece.text + QStringLiteral("\"*") : u'\'' + piece.text + QStringLiteral("':*"));
      }
    }
  }
  return terms.join(sqlite ? QStringLiteral(" AND ") : QStringLiteral(" & "));
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

Result<void> replaceSearchWords(Connection& c, OrderId order, const QString& words)
{
  SC_TRY_ASSIGN(old, c.row(QStringLiteral("SELECT words FROM order_texts WHERE order_id = ?"), {order},
                           [](const Row& row) { return row.text(0); }));
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

} // namespace supercargo
