#include "core/store/eraserecords.h"

#include "core/domain/stream.h"
#include "core/store/packedbytes.h"

#include <algorithm>

namespace supercargo {
namespace {

/// Numbers shorter than this also stand for other things.
constexpr qsizetype kLeastNumber = 8;

void addNumber(Traces& traces, const QString& number)
{
  if (number.size() >= kLeastNumber)
    traces.numbers.add(number);
}

Result<void> addProfile(Connection& c, CustomerId customer, Traces& traces)
{
  return c.each(QStringLiteral("SELECT name, phone, email, external_id FROM customers WHERE id = ?"), {customer},
                [&](const Row& row) {
                  traces.person.addName(row.text(0));
                  traces.person.addPhone(row.text(1));
                  traces.person.add(row.text(2));
                  addNumber(traces, row.text(3));
                });
}

Result<void> addOrders(Connection& c, CustomerId customer, Traces& traces)
{
  return c.each(
      QStringLiteral("SELECT o.external_id, o.number, o.customer_name, d.ship_name, d.customer_phone, d.ship_phone, "
                     "d.customer_email, d.ship_street, d.payment_reference, o.account_id FROM orders o "
                     "JOIN order_details d ON d.order_id = o.id WHERE o.customer_id = ?"),
      {customer}, [&](const Row& row) {
        traces.orders.insert({row.integer(9), row.text(0)});
        for (const int number : {0, 1, 8})
          addNumber(traces, row.text(number));
        for (const int name : {2, 3})
          traces.person.addName(row.text(name));
        for (const int phone : {4, 5})
          traces.person.addPhone(row.text(phone));
        for (const int text : {6, 7})
          traces.person.add(row.text(text));
      });
}

constexpr const char* kOfCustomer[] = {
    "SELECT s.number FROM shipments s JOIN orders o ON o.id = s.order_id WHERE o.customer_id = ?",
    "SELECT p.external_id FROM payments p JOIN orders o ON o.id = p.order_id WHERE o.customer_id = ?",
};
constexpr const char* kCallsOfCustomer[] = {
    "SELECT e.call_id FROM order_events e JOIN orders o ON o.id = e.order_id WHERE o.customer_id = ? AND e.call_id IS "
    "NOT NULL",
    "SELECT a.call_id FROM outbox a JOIN orders o ON o.id = a.order_id WHERE o.customer_id = ? AND a.call_id IS NOT "
    "NULL",
};

/// Whether any of these packed columns of a row holds something of the customer.
bool areHeld(const Traces& traces, const Row& row, std::initializer_list<int> packed, std::initializer_list<int> plain)
{
  const auto isHeld = [&](const QByteArray& text) { return traces.person.areIn(text) || traces.numbers.areIn(text); };
  return std::ranges::any_of(packed, [&](int column) { return isHeld(unpackedBytes(row.bytes(column))); }) ||
         std::ranges::any_of(plain, [&](int column) { return isHeld(row.text(column).toUtf8()); });
}

/// Ids first, then the rows: they are many, and only a few are meant.
template <class Holds>
Result<std::vector<qint64>> idsThat(Connection& c, const QString& sql, Holds holds)
{
  std::vector<qint64> ids;
  SC_TRY(c.each(sql, {}, [&](const Row& row) {
    if (holds(row))
      ids.push_back(row.integer(0));
  }));
  return ids;
}

Result<void> runForEach(Connection& c, const QString& sql, const std::vector<SqlValue>& values,
                        const std::vector<qint64>& ids)
{
  for (const qint64 id : ids) {
    std::vector<SqlValue> all = values;
    all.emplace_back(id);
    SC_TRY(c.run(sql, all));
  }
  return {};
}

Result<qint64> eraseCalls(Connection& c, const Traces& traces)
{
  SC_TRY_ASSIGN(held, idsThat(c, QStringLiteral("SELECT id, request, response, replay, path, error FROM calls"),
                              [&](const Row& row) {
                                return traces.calls.contains(row.integer(0)) || areHeld(traces, row, {1, 2, 3}, {4, 5});
                              }));
  SC_TRY(runForEach(c,
                    QStringLiteral("UPDATE calls SET request = ?, response = ?, replay = ?, error = '' WHERE id = ?"),
                    {QByteArray(""), QByteArray(""), QByteArray("")}, held));
  // Paths show what was asked for; only those that name the person lose what follows them.
  std::vector<std::pair<qint64, QString>> paths;
  SC_TRY(c.each(QStringLiteral("SELECT id, path FROM calls"), {}, [&](const Row& row) {
    if (traces.person.areIn(row.text(1)))
      paths.emplace_back(row.integer(0), row.text(1).section(u'?', 0, 0));
  }));
  for (const auto& [id, path] : paths)
    SC_TRY(c.run(QStringLiteral("UPDATE calls SET path = ? WHERE id = ?"),
                 {traces.person.areIn(path) ? QStringLiteral("/") : path, id}));
  return qint64(held.size());
}

/// A dead letter is the person's when it is one of their orders, whatever it holds.
bool isOfOrder(const Traces& traces, const Row& row, int account)
{
  return row.text(account + 1) == streamName(Stream::Orders) &&
         traces.orders.contains({row.integer(account), row.text(account + 2)});
}

Result<qint64> eraseFailures(Connection& c, const Traces& traces)
{
  SC_TRY_ASSIGN(letters,
                idsThat(c,
                        QStringLiteral("SELECT id, payload, request, answer_before, answer_after, edited, reason, "
                                       "account_id, stream, external_id FROM sync_failures"),
                        [&](const Row& row) {
                          return isOfOrder(traces, row, 7) || areHeld(traces, row, {1, 2, 3, 4, 5}, {6, 9});
                        }));
  const QByteArray nothing("");
  SC_TRY(runForEach(c,
                    QStringLiteral("UPDATE sync_failures SET payload = ?, request = ?, answer_before = ?, "
                                   "answer_after = ?, edited = ?, reason = 'erased', dismissed_reason = '' "
                                   "WHERE id = ?"),
                    {nothing, nothing, nothing, nothing, nothing}, letters));
  SC_TRY_ASSIGN(deeds, idsThat(c,
                               QStringLiteral("SELECT id, original, edited, note, account_id, stream, external_id "
                                              "FROM failure_log"),
                               [&](const Row& row) {
                                 return isOfOrder(traces, row, 4) || areHeld(traces, row, {1, 2}, {3, 6});
                               }));
  SC_TRY(runForEach(c, QStringLiteral("UPDATE failure_log SET original = ?, edited = ?, note = '' WHERE id = ?"),
                    {nothing, nothing}, deeds));
  return qint64(letters.size());
}

} // namespace

Result<void> addTraces(Connection& c, CustomerId customer, Traces& traces)
{
  SC_TRY(addProfile(c, customer, traces));
  SC_TRY(addOrders(c, customer, traces));
  for (const char* sql : kOfCustomer)
    SC_TRY(c.each(QLatin1String(sql), {customer}, [&](const Row& row) { addNumber(traces, row.text(0)); }));
  for (const char* sql : kCallsOfCustomer)
    SC_TRY(c.each(QLatin1String(sql), {customer}, [&](const Row& row) { traces.calls.insert(row.integer(0)); }));
  return {};
}

Result<ErasedRecords> eraseRecords(Connection& c, const Traces& traces)
{
  SC_TRY_ASSIGN(calls, eraseCalls(c, traces));
  SC_TRY_ASSIGN(failures, eraseFailures(c, traces));
  return ErasedRecords{calls, failures};
}

} // namespace supercargo
