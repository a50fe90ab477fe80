#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <vector>

namespace supercargo {

/// What a person may ask in SQL: tables made for reading, without secrets and without names, addresses and telephone
/// numbers of buyers. Texts are English; ui translates them.
struct SqlView {
  struct Column {
    const char *name, *about;
  };
  const char *name, *about;
  const char* sql; ///< SQLite; ":local(x)" stands for the shop's wall clock of the instant x
  std::vector<Column> columns;
};
const std::vector<SqlView>& sqlViews();

/// A question to begin with.
struct SqlExample {
  const char *title, *sql;
};
const std::vector<SqlExample>& sqlExamples();

/// All views as common table expressions: "shop_orders (order_id, …) AS (SELECT …), …". Times are wall clock in `zone`,
/// with every change of its clocks between `from` and `to`.
QString viewExpressions(const QByteArray& zone, const QDateTime& from, const QDateTime& to);

} // namespace supercargo
