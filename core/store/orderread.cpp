#include "core/store/orderid.h"
#include "core/store/orderquery.h"
#include "core/store/rollups.h"

namespace supercargo {
namespace {

const QString kRowColumns = QStringLiteral("o.id, o.account_id, o.external_id, o.number, o.raw_status, o.status, "
                                           "o.payment, o.fulfilment, o.aftersale, o.stage, o.currency,"
                                           " o.total_minor, o.paid_minor, o.refunded_minor, o.placed_at, o.updated_at, "
                                           "o.line_count, o.units, o.customer_name, o.city,"
                                           " o.province, o.first_title, o.gone_at");

OrderRow readRow(const Row& row)
{
  OrderRow o;
  o.id = row.id<OrderId>(0);
  o.account = row.id<AccountId>(1);
  o.externalId = row.text(2);
  o.number = row.text(3);
  o.rawStatus = row.text(4);
  o.status = orderStatusNamed(row.text(5)).value_or(OrderStatus::Unknown);
  o.payment = paymentStatusNamed(row.text(6)).value_or(PaymentStatus::Unknown);
  o.fulfilment = fulfilmentStatusNamed(row.text(7)).value_or(FulfilmentStatus::Unknown);
  o.aftersale = aftersaleStatusNamed(row.text(8)).value_or(AftersaleStatus::Unknown);
  o.stage = flowStageNamed(row.text(9)).value_or(FlowStage::ToReview);
  const Currency currency = Currency::of(row.text(10)).value_or(Currency());
  o.total = Money(row.integer(11), currency);
  o.paid = Money(row.integer(12), currency);
  o.refunded = Money(row.integer(13), currency);
  o.placedAt = row.instant(14);
  o.updatedAt = row.instant(15);
  o.lineCount = row.integer(16);
  o.units = row.integer(17);
  o.customer = row.text(18);
  o.city = row.text(19);
  o.province = row.text(20);
  o.firstTitle = row.text(21);
  o.gone = !row.isNull(22);
  return o;
}

struct SortRule {
  const char* column; ///< nullptr: the key itself
  bool descending;
};

SortRule rule(OrderSort sort)
{
  switch (sort) {
  case OrderSort::PlacedDescending:
    return {nullptr, true};
  case OrderSort::PlacedAscending:
    return {nullptr, false};
  case OrderSort::TotalDescending:
    return {"o.total_minor", true};
  case OrderSort::TotalAscending:
    return {"o.total_minor", false};
  case OrderSort::UpdatedDescending:
    return {"o.updated_at", true};
  }
  Q_UNREACHABLE();
}

/// Tags of one page of rows with one statement each 100.
Result<void> addTags(Connection& c, std::vector<OrderRow>& rows)
{
  SC_TRY_ASSIGN(any, c.number(QStringLiteral("SELECT COUNT(*) FROM (SELECT 1 FROM order_tags LIMIT 1) AS t")));
  if (any == 0)
    return {};
  for (OrderRow& row : rows)
    SC_TRY(c.each(QStringLiteral("SELECT tag FROM order_tags WHERE order_id = ? ORDER BY tag"), {row.id},
                  [&](const Row& tag) { row.tags.append(tag.text(0)); }));
  return {};
}

/// A filter by stage, status and account alone is answered by the rollup.
bool isRolledUp(const OrderFilter& filter)
{
  OrderFilter rest = filter;
  rest.statuses.clear();
  rest.stages.clear();
  rest.accounts.clear();
  return rest == OrderFilter();
}

template <class List, class Name>
QString inList(const QString& column, const List& list, std::vector<SqlValue>& values, Name name)
{
  QStringList marks;
  for (const auto& item : list) {
    marks.append(QStringLiteral("?"));
    values.emplace_back(name(item));
  }
  return QStringLiteral("%1 IN (%2)").arg(column, marks.join(QStringLiteral(", ")));
}

Result<qint64> rolledUpCount(Connection& c, const OrderFilter& filter)
{
  QStringList terms{QStringLiteral("orders <> 0")};
  std::vector<SqlValue> values;
  if (!filter.stages.empty())
    terms.append(inList(QStringLiteral("stage"), filter.stages, values, [](FlowStage s) { return flowStageName(s); }));
  if (!filter.statuses.empty())
    terms.append(
        inList(QStringLiteral("status"), filter.statuses, values, [](OrderStatus s) { return statusName(s); }));
  if (!filter.accounts.empty())
    terms.append(inList(QStringLiteral("account_id"), filter.accounts, values, [](AccountId id) { return id; }));
  return c.number(QStringLiteral("SELECT CAST(COALESCE(SUM(orders), 0) AS BIGINT) FROM stage_counts WHERE ") +
                      terms.join(QStringLiteral(" AND ")),
                  values);
}

} // namespace

QString OrderCursor::text() const
{
  return QStringLiteral("%1.%2").arg(value).arg(id);
}

Result<OrderCursor> OrderCursor::parse(QStringView text)
{
  const qsizetype dot = text.indexOf(u'.');
  bool valueOk = false, idOk = false;
  const OrderCursor cursor{text.left(std::max<qsizetype>(dot, 0)).toLongLong(&valueOk),
                           text.mid(dot + 1).toLongLong(&idOk)};
  if (dot < 0 || !valueOk || !idOk)
    return fail(ErrorKind::Invalid, QStringLiteral("not a position in a list: \"%1\"").arg(text.left(40)));
  return cursor;
}

OrderCursor cursorOf(const OrderRow& row, OrderSort sort)
{
  switch (sort) {
  case OrderSort::TotalDescending:
  case OrderSort::TotalAscending:
    return {row.total.minor(), row.id.value()};
  case OrderSort::UpdatedDescending:
    return {toMs(row.updatedAt), row.id.value()};
  default:
    return {row.id.value(), row.id.value()};
  }
}

Result<std::vector<OrderRow>> orderRows(Connection& c, const OrderQuery& query)
{
  OrderClause clause = orderClause(query.filter, c.engine());
  if (clause.impossible)
    return std::vector<OrderRow>();
  const SortRule sort = rule(query.sort);
  const QString direction = sort.descending ? QStringLiteral("DESC") : QStringLiteral("ASC");
  const QString comparison = sort.descending ? QStringLiteral("<") : QStringLiteral(">");
  const bool indexLeads = c.engine() == Engine::Sqlite && !query.filter.texts.isEmpty();
  const QString key = indexLeads && !sort.column ? QStringLiteral("s.rowid") : QStringLiteral("o.id");
  QString sql = QStringLiteral("SELECT %1 FROM %2%3").arg(kRowColumns, clause.from, clause.where);
  if (query.after) {
    sql += clause.where.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ");
    if (sort.column) {
      sql += QStringLiteral("(%1, %2) %3 (?, ?)").arg(QLatin1String(sort.column), key, comparison);
      clause.values.emplace_back(query.after->value);
    } else {
      sql += QStringLiteral("%1 %2 ?").arg(key, comparison);
    }
    clause.values.emplace_back(query.after->id);
  }
  sql += sort.column ? QStringLiteral(" ORDER BY %1 %2, %3 %2").arg(QLatin1String(sort.column), direction, key)
                     : QStringLiteral(" ORDER BY %1 %2").arg(key, direction);
  if (query.limit > 0) {
    sql += QStringLiteral(" LIMIT ?");
    clause.values.emplace_back(query.limit);
  }
  SC_TRY_ASSIGN(rows, c.rows(sql, clause.values, readRow));
  SC_TRY(addTags(c, rows));
  return rows;
}

Result<std::optional<OrderRow>> orderRow(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(rows, c.rows(QStringLiteral("SELECT %1 FROM orders o WHERE o.id = ?").arg(kRowColumns), {id}, readRow));
  SC_TRY(addTags(c, rows));
  return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

Result<qint64> orderCount(Connection& c, const OrderFilter& filter, qint64 limit)
{
  if (isRolledUp(filter)) {
    SC_TRY_ASSIGN(count, rolledUpCount(c, filter));
    return std::min(count, limit);
  }
  OrderClause clause = orderClause(filter, c.engine());
  if (clause.impossible)
    return 0;
  clause.values.emplace_back(limit);
  return c.number(
      QStringLiteral("SELECT COUNT(*) FROM (SELECT 1 FROM %1%2 LIMIT ?) AS t").arg(clause.from, clause.where),
      clause.values);
}

Result<std::vector<StageCount>> stageCounts(Connection& c, std::optional<AccountId> account)
{
  std::vector<StageCount> counts;
  for (const FlowStage stage : {FlowStage::ToPay, FlowStage::ToReview, FlowStage::ToShip, FlowStage::InTransit,
                                FlowStage::Delivered, FlowStage::AfterSales}) {
    StageCount count{stage, 0, std::nullopt};
    OrderFilter filter;
    filter.stages = {stage};
    if (account)
      filter.accounts = {*account};
    SC_TRY_ASSIGN(orders, rolledUpCount(c, filter));
    count.orders = orders;
    if (orders > 0) {
      const QString where = account ? QStringLiteral(" AND account_id = ?") : QString();
      std::vector<SqlValue> values{flowStageName(stage)};
      if (account)
        values.emplace_back(*account);
      SC_TRY_ASSIGN(
          oldest, c.row(QStringLiteral("SELECT placed_at FROM orders WHERE stage = ?%1 ORDER BY id LIMIT 1").arg(where),
                        values, [](const Row& row) { return row.instant(0); }));
      count.oldest = oldest;
    }
    counts.push_back(count);
  }
  return counts;
}

Result<std::vector<std::pair<OrderStatus, qint64>>> statusCounts(Connection& c)
{
  return c.rows(
      QStringLiteral("SELECT status, CAST(SUM(orders) AS BIGINT) FROM stage_counts GROUP BY status ORDER BY status"),
      {}, [](const Row& row) {
        return std::pair(orderStatusNamed(row.text(0)).value_or(OrderStatus::Unknown), row.integer(1));
      });
}

Result<SalesSum> salesBetween(Connection& c, Instant from, Instant before)
{
  SalesSum sum;
  SC_TRY(c.each(
      QStringLiteral(
          "SELECT currency, CAST(SUM(orders) AS BIGINT), CAST(SUM(units) AS BIGINT), CAST(SUM(cancelled) AS BIGINT),"
          " CAST(SUM(placed_minor) AS BIGINT), CAST(SUM(paid_minor) AS BIGINT), CAST(SUM(refunded_minor) AS BIGINT)"
          " FROM sales_slots WHERE slot >= ? AND slot < ? GROUP BY currency"),
      {toMs(from) / kSlotMs, toMs(before) / kSlotMs}, [&](const Row& row) {
        const Currency currency = Currency::of(row.text(0)).value_or(Currency());
        sum.orders += row.integer(1);
        sum.units += row.integer(2);
        sum.cancelled += row.integer(3);
        sum.placed.add(Money(row.integer(4), currency));
        sum.paid.add(Money(row.integer(5), currency));
        sum.refunded.add(Money(row.integer(6), currency));
      }));
  return sum;
}

Result<std::vector<SalesSum>> salesSteps(Connection& c, Instant from, std::chrono::minutes step, int count)
{
  std::vector<SalesSum> steps;
  for (int i = 0; i < count; ++i) {
    SC_TRY_ASSIGN(sum, salesBetween(c, from + step * i, from + step * (i + 1)));
    steps.push_back(std::move(sum));
  }
  return steps;
}

Result<std::vector<FeedEntry>> feed(Connection& c, int limit)
{
  return c.rows(
      QStringLiteral(
          "SELECT f.order_id, o.number, o.account_id, f.at, f.kind, f.text, f.call_id, o.total_minor, o.currency"
          " FROM feed f JOIN orders o ON o.id = f.order_id ORDER BY f.id DESC LIMIT ?"),
      {limit}, [](const Row& row) {
        FeedEntry entry{row.id<OrderId>(0), row.text(1), row.id<AccountId>(2), {}, {}};
        entry.entry = {row.instant(3), row.text(4), row.text(5), std::nullopt};
        if (!row.isNull(6))
          entry.entry.call = row.id<CallId>(6);
        entry.total = Money(row.integer(7), Currency::of(row.text(8)).value_or(Currency()));
        return entry;
      });
}

} // namespace supercargo
