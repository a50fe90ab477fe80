#pragma once

#include "app/sandbox/world.h"

#include <QDate>

namespace supercargo::sandbox {

enum class EntryKind : quint8 { Payment, Fee, Refund, Withdrawal };

/// A movement of money on the merchant's account with the gateway.
struct Entry {
  Instant at{};
  EntryKind kind = EntryKind::Payment;
  qint64 index = -1;       ///< order; -1: none
  qint64 amount = 0;       ///< with its sign
  qint64 balance = 0;      ///< after it
  QString request, reason; ///< of refunds
};

/// The merchant's account with one gateway, day by day (in China): every day begins with the same balance, since what a
/// day brings is withdrawn just before midnight. So a day's balances need no other day.
class Books {
public:
  Books(const World& world, Gateway gateway) : m_world(world), m_gateway(gateway) {}

  /// Of one day until now, in time order. Valid until the next call.
  const std::vector<Entry>& day(QDate day);
  qint64 balance();

private:
  void collect(QDate day, std::vector<Entry>& entries) const;

  const World& m_world;
  Gateway m_gateway;
  QMap<QDate, std::vector<Entry>> m_past; ///< the last few days asked for
  QDate m_open;                           ///< kept when it was not over yet
};

qint64 fee(qint64 amount); ///< 0.6 %, rounded to the nearest
QDate localDay(Instant at);
Instant startOf(QDate day);

} // namespace supercargo::sandbox
