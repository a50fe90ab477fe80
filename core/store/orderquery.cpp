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

} // namespace

OrderClause orderClause(const OrderFilter& filter, Engine engine)
{
  OrderClause clause;
  QStringList terms;
  clause.from = QStringLiteral("orders o");
  if (!filter.texts.isEmpty()) {
    const QString query = searchQuery(filter.texts, engine);
    clause.impossible = query.isEmpty();
    if (engine == Engine::Sqlite) {
      // CROSS JOIN fixes the order of the loops: the index is walked backwards and stops as soon as the page is full.
      clause.from = QStringLiteral("order_search s CROSS JOIN orders o ON o.id = s.rowid");
      terms.append(QStringLiteral("s.order_search MATCH ?"));
    } else {
      clause.from = QStringLiteral("orders o JOIN order_texts s ON s.order_id = o.id");
      terms.append(QStringLiteral("array_to_tsvector(string_to_array(s.words, ' ')) @@ CAST(? AS tsquery)"));
    }
    clause.values.emplace_back(query);
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
