#pragma once

#include "core/domain/snapshot.h"

#include <QByteArray>

namespace supercargo::bench {

/// Pages of orders as a WooCommerce shop would send them, computed from an order's index alone: any page at any time,
/// nothing held in memory. Chronological over two years up to `end`; the newest orders are open.
class OrderPages {
public:
  OrderPages(qint64 orders, int pageSize, Instant end) : m_orders(orders), m_pageSize(pageSize), m_end(end) {}

  qint64 pages() const { return (m_orders + m_pageSize - 1) / m_pageSize; }
  QByteArray json(qint64 page) const;

private:
  void appendOrder(QByteArray& out, qint64 index) const;

  qint64 m_orders;
  int m_pageSize;
  Instant m_end;
};

/// Parses one page with the real provider. The page is ours, so a failure is a bug and ends the benchmark.
std::vector<OrderSnapshot> parsePage(const QByteArray& json, Instant now);

} // namespace supercargo::bench
