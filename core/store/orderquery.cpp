#include "core/store/orderquery.h"

#include "core/store/orderid.h"
#include "core/store/ordertext.h"

namespace supercargo {
namespace {

/// "column IN (?, ?, …)".
template <class List, class Value>
void anyOf(OrderClause& clause, QStringList& terms, const QString& column, const List& list, Value value)
{
  if (list.empty())
    return;
  QStringList marks;
  for (const auto& item : list) {
    marks.append(QStringLiteral("?"));
    clause.values.emplace_back(value(item));
  }
  terms.append(QStringLiteral("%1 IN (%2)").arg(column, marks.join(QStringLiteral(", "))));
}

constexpr int kMostLookedUp = 64; ///< words that begin alike; of more, FTS5's own merge is the cheaper way

QString joined(const QStringList& words, const QString& form, const QString& between)
{
  QStringList terms;
  for (const QString& word : words)
    terms.append(form.arg(word));
  return terms.join(between);
}

/// CROSS JOIN fixes the order of the loops: the index is walked backwards and stops as soon as the page is full. FTS5
/// does that for whole words only; what begins like the word being typed it would first merge into one list, which
/// takes a third of a second in five million orders. So the words there are with that beginning are looked up, each by
/// one step into the index, and asked for as whole ones; only of very many it takes the merge.
void searchSqlite(OrderClause& clause, QStringList& terms, const WantedWords& wanted)
{
  clause.from = QStringLiteral("order_search s CROSS JOIN orders o ON o.id = s.rowid");
  QString whole = joined(wanted.whole, QStringLiteral("\"%1\""), QStringLiteral(" AND "));
  if (wanted.open.isEmpty()) {
    terms.append(QStringLiteral("s.order_search MATCH ?"));
    clause.values.emplace_back(whole);
    return;
  }
  if (!whole.isEmpty())
    whole += QLatin1String(" AND ");
  terms.append(QStringLiteral(R"(s.order_search MATCH (
    WITH RECURSIVE beginning(text) AS (SELECT ?), found(word, nth) AS (
      SELECT (SELECT term FROM order_search_words WHERE term >= text LIMIT 1), 1 FROM beginning
      UNION ALL
      SELECT (SELECT term FROM order_search_words WHERE term >= word || char(1) LIMIT 1), nth + 1
      FROM found, beginning WHERE substr(word, 1, length(text)) = text AND nth <= %1)
    SELECT ? || CASE WHEN COUNT(word) BETWEEN 1 AND %1 THEN '(' || group_concat('"' || word || '"', ' OR ') || ')'
                     ELSE '"' || MAX(text) || '"*' END
    FROM beginning LEFT JOIN found ON substr(word, 1, length(text)) = text))")
                   .arg(kMostLookedUp));
  clause.values.emplace_back(wanted.open);
  clause.values.emplace_back(whole);
}

void searchPostgreSql(OrderClause& clause, QStringList& terms, const WantedWords& wanted)
{
  clause.from = QStringLiteral("orders o JOIN order_texts s ON s.order_id = o.id");
  terms.append(QStringLiteral("array_to_tsvector(string_to_array(s.words, ' ')) @@ CAST(? AS tsquery)"));
  QString query = joined(wanted.whole, QStringLiteral("'%1'"), QStringLiteral(" & "));
  if (!wanted.open.isEmpty())
    query += (query.isEmpty() ? QString() : QStringLiteral(" & ")) + QStringLiteral("'%1':*").arg(wanted.open);
  clause.values.emplace_back(query);
}

} // namespace

OrderClause orderClause(const OrderFilter& filter, Engine engine)
{
  OrderClause clause;
  QStringList terms;
  clause.from = QStringLiteral("orders o");
  if (!filter.texts.isEmpty()) {
    const WantedWords wanted = wantedWords(filter.texts);
    clause.impossible = wanted.isEmpty();
    if (!clause.impossible)
      engine == Engine::Sqlite ? searchSqlite(clause, terms, wanted) : searchPostgreSql(clause, terms, wanted);
  }
  anyOf(clause, terms, QStringLiteral("o.stage"), filter.stages, [](FlowStage stage) { return flowStageName(stage); });
  anyOf(clause, terms, QStringLiteral("o.status"), filter.statuses,
        [](OrderStatus status) { return statusName(status); });
  anyOf(clause, terms, QStringLiteral("o.account_id"), filter.accounts, [](AccountId id) { return id; });
  anyOf(clause, terms, QStringLiteral("o.province"), filter.provinces, [](const QString& name) { return name; });
  anyOf(clause, terms, QStringLiteral("o.city"), filter.cities, [](const QString& name) { return name; });
  if (filter.placedFrom) {
    terms.append(QStringLiteral("o.id >= ?"));
    clause.values.emplace_back(firstOrderKeyAt(*filter.placedFrom));
  }
  if (filter.placedBefore) {
    terms.append(QStringLiteral("o.id < ?"));
    clause.values.emplace_back(firstOrderKeyAt(*filter.placedBefore));
  }
  if (filter.totalAtLeast) {
    terms.append(QStringLiteral("o.total_minor >= ?"));
    clause.values.emplace_back(*filter.totalAtLeast);
  }
  if (filter.totalAtMost) {
    terms.append(QStringLiteral("o.total_minor <= ?"));
    clause.values.emplace_back(*filter.totalAtMost);
  }
  if (!filter.tags.isEmpty()) {
    QStringList marks;
    for (const QString& tag : filter.tags) {
      marks.append(QStringLiteral("?"));
      clause.values.emplace_back(tag);
    }
    terms.append(QStringLiteral("o.id IN (SELECT order_id FROM order_tags WHERE tag IN (%1))")
                     .arg(marks.join(QStringLiteral(", "))));
  }
  clause.where = terms.isEmpty() ? QString() : QStringLiteral(" WHERE ") + terms.join(QStringLiteral(" AND "));
  return clause;
}

} // namespace supercargo
