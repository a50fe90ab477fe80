#pragma once

#include "core/store/keptlines.h"
#include "core/store/orderfacts.h"

namespace supercargo {

/// Writes one page of orders: new ones together with few statements, changed ones one by one.
class OrderPage {
public:
  OrderPage(Connection& c, const Origin& origin, ChangeSet& changes)
      : m_connection(c), m_origin(origin), m_changes(changes)
  {
  }

  Result<UpsertCount> write(const PreparedOrders& page);
  struct LinesChange {
    qint64 hash = 0;      ///< of the order's fingerprint; 0: the lines are as they were
    bool isFirst = false; ///< until now the order had its own
  };
  /// Other lines for stored orders.
  Result<LinesDone> writeLines(const std::vector<OrderLines>& told, const std::vector<LinesChange>& changes);

private:
  struct Pending {
    const OrderSnapshot* told;
    const QString* words;
    const QStringList* couriers;
    qint64 hash;
    OrderId id;
    qint64 customer = 0;
    OrderStatus status = OrderStatus::Unknown;
    qint64 events = 0;
  };
  struct LinkedPayment {
    qint64 payment;
    OrderId order;
    bool paid;
    Money amount;
    Instant paidAt;
  };

  /// The copy we have says the same, or the one told is older and arrived late.
  static bool isKnown(const Pending& order, const StoredOrder& before);
  std::vector<Pending> newest(const PreparedOrders& page, UpsertCount& count) const;
  Result<void> findStored(const std::vector<QString>& ids);
  Result<void> findCustomers(std::vector<Pending>& pending);
  Result<void> insertNew(std::vector<Pending>& fresh);
  Result<void> insertOrders(const std::vector<Pending>& fresh);
  Result<void> insertDetails(const std::vector<Pending>& fresh);
  Result<void> insertLines(const std::vector<Pending>& fresh);
  Result<void> insertRefunds(const std::vector<Pending>& orders);
  Result<void> saveParcels(const std::vector<Pending>& orders);
  Result<void> linkPayments(const std::vector<Pending>& fresh);
  Result<void> linkByGatewayId(const std::vector<Pending>& fresh, const std::vector<Pending>& changed);
  Result<void> findUnlinked(const QString& column, const std::vector<QString>& keys,
                            std::vector<std::pair<QString, LinkedPayment>>& found);
  Result<void> link(LinkedPayment payment, OrderId order);
  Result<void> noteLinkedPayments();
  void firstEvents(Pending& order);
  Result<void> change(Pending& order, const StoredOrder& before);
  Result<void> changeLines(const OrderLines& told, const StoredOrder& before, const LinesChange& change);
  Result<void> writeRest();
  Result<void> updateRow(const Pending& order, const StoredOrder& after);
  Result<void> replaceLines(const Pending& order, const StoredOrder& after);
  Result<void> changeEvents(Pending& order, const StoredOrder& before, const StoredOrder& after);

  /// What a piece cost when it was sold, in the order's currency; nullopt: not known.
  Result<std::optional<qint64>> costOf(const LineSnapshot& line, Instant soldAt, Currency currency);
  StoredOrder stored(const Pending& order) const;
  void addEvent(Pending& order, Instant at, const QString& kind, const QString& text)
  {
    m_events.push_back({order.id, order.events++, at, kind, text});
  }

  Connection& m_connection;
  const Origin& m_origin;
  ChangeSet& m_changes;
  QHash<QString, StoredOrder> m_stored; // by external id
  std::vector<LinkedPayment> m_linked;
  std::vector<NewEvent> m_events;
  std::vector<ClaimChange> m_claims;
  RollupBatch m_rollups;
  std::optional<bool> m_hasCosts; // asked once a page
};

Instant updatedAt(const OrderSnapshot& order);
qint64 unitsOf(const OrderSnapshot& order);
/// Guests have no id at the shop; the same mail or phone is the same guest. Empty: nothing is known of the buyer.
QString customerKey(const OrderSnapshot& order);
const QString& buyerName(const OrderSnapshot& order);
/// The values of order_details after its key, in the table's order.
std::vector<SqlValue> detailValues(const OrderSnapshot& told);
/// The values of one row of order_lines.
void appendLine(std::vector<SqlValue>& values, OrderId order, qint64 position, const LineSnapshot& line,
                LineClaim claim, std::optional<qint64> cost);
extern const QString kInsertLines;
constexpr int kLineColumns = 17;

} // namespace supercargo
