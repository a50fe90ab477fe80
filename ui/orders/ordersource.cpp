#include "ui/orders/ordersource.h"

#include "core/store/orderid.h"

#include <limits>

namespace supercargo {
namespace {

constexpr std::chrono::minutes kQuarter(15); // the rollups' step

Instant quarterBefore(Instant at)
{
  return at - at.time_since_epoch() % kQuarter;
}

Result<std::optional<Instant>> endOfList(Connection& c, OrderSort sort)
{
  SC_TRY_ASSIGN(rows, orderRows(c, {{}, sort, std::nullopt, 1}));
  return rows.empty() ? std::optional<Instant>() : std::optional(rows.front().placedAt);
}

} // namespace

Result<qint64> expectedOrders(Connection& c, const OrderFilter& filter)
{
  OrderFilter rest = filter;
  rest.statuses.clear();
  rest.stages.clear();
  rest.accounts.clear();
  const bool isRolledUp = rest == OrderFilter(); // then there is no counting, and no limit
  return orderCount(c, filter, isRolledUp ? std::numeric_limits<qint64>::max() : kOrderCountLimit);
}

Result<RowAnchor<OrderRow>> seekPlaced(Connection& c, int row, bool descending)
{
  SC_TRY_ASSIGN(newest, endOfList(c, OrderSort::PlacedDescending));
  SC_TRY_ASSIGN(oldest, endOfList(c, OrderSort::PlacedAscending));
  if (!newest || !oldest)
    return fail(ErrorKind::NotFound, QStringLiteral("there is no order"));
  Instant low = quarterBefore(*oldest), high = quarterBefore(*newest) + kQuarter;
  RowAnchor<OrderRow> anchor;
  while (high - low > kQuarter) { // each step counts half of what is left: all together the whole span once
    const Instant middle = quarterBefore(low + (high - low) / 2);
    SC_TRY_ASSIGN(half, descending ? salesBetween(c, middle, high) : salesBetween(c, low, middle));
    const bool beyond = anchor.row + half.orders <= row;
    if (beyond)
      anchor.row += int(half.orders);
    (beyond == descending ? high : low) = middle;
  }
  // A key before every order of that second, or behind every one: the list goes on with the quarter found.
  anchor.after.id = OrderId(firstOrderKeyAt(descending ? high : low) - (descending ? 0 : 1));
  return anchor;
}

RowSource<OrderRow> orderSource(Database& db, const OrderFilter& filter, OrderSort sort)
{
  RowSource<OrderRow> source;
  source.window = [&db, filter, sort](const std::optional<OrderRow>& after, int limit) {
    const OrderQuery query{filter, sort, after ? std::optional(cursorOf(*after, sort)) : std::nullopt, limit};
    return db.read([query](Connection& c) { return orderRows(c, query); });
  };
  source.again = [&db](const std::vector<qint64>& ids) {
    return db.read([ids](Connection& c) -> Result<std::vector<OrderRow>> {
      std::vector<OrderRow> rows;
      for (const qint64 id : ids) {
        SC_TRY_ASSIGN(row, orderRow(c, OrderId(id)));
        if (row)
          rows.push_back(std::move(*row));
      }
      return rows;
    });
  };
  source.id = [](const OrderRow& row) { return row.id.value(); };
  source.total = [&db, filter] { return db.read([filter](Connection& c) { return expectedOrders(c, filter); }); };
  const bool byDate = sort == OrderSort::PlacedDescending || sort == OrderSort::PlacedAscending;
  if (filter == OrderFilter() && byDate)
    source.seek = [&db, descending = sort == OrderSort::PlacedDescending](int row) {
      return db.read([row, descending](Connection& c) { return seekPlaced(c, row, descending); });
    };
  return source;
}

} // namespace supercargo
