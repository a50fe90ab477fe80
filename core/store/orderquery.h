#pragma once

#include "core/store/orders.h"

namespace supercargo {

/// The FROM and WHERE of a filter. With text, the search index leads and rows come newest key first.
struct OrderClause {
  QString from, where;
  std::vector<SqlValue> values;
  bool impossible = false; ///< nothing can match (a text without any searchable character)
};

OrderClause orderClause(const OrderFilter& filter, Engine engine);

} // namespace supercargo
