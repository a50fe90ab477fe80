#pragma once

#include "core/domain/orderreview.h"
#include "core/store/orders.h"

#include <map>

/// Orders that wait for a person, and why.
namespace supercargo {

struct ReviewRow {
  OrderRow order;
  std::vector<ReviewFinding> findings;
  std::vector<OrderId> mergeWith; ///< other orders for the same recipient
};

/// Reads what `reviewFindings` needs. Keeps what orders of a shop usually come to, so one reader serves a whole list.
class ReviewReader {
public:
  explicit ReviewReader(Connection& c) : m_connection(c) {}
  Result<ReviewFacts> facts(const OrderDetails& order);
  Result<std::optional<ReviewRow>> row(OrderId order); ///< nullopt: no such order

private:
  Result<std::optional<Money>> usualAmount(AccountId account, Currency currency);
  Result<std::vector<ReviewNeighbour>> neighbours(const OrderDetails& order, const AddressSnapshot& recipient);

  Connection& m_connection;
  std::map<std::pair<AccountId, Currency>, std::optional<Money>> m_usual;
};

/// The orders at "to review", the longest waiting first. `limit` 0: all.
Result<std::vector<ReviewRow>> reviewQueue(Connection& c, int limit);

} // namespace supercargo
