#pragma once

#include "core/base/id.h"
#include "core/base/instant.h"
#include "ui/notify/quiethours.h"

#include <QMap>
#include <QString>
#include <QTimeZone>

#include <optional>
#include <vector>

namespace supercargo {

enum class NoticeKind {
  NewOrders,
  AccountNeedsAttention,
  FailedRecords,
  ProviderChanged,
  EndsSoon,
  StockShort,
  DiskFull
};

/// Something a person should hear of. A value without words: the tray makes the sentence.
struct Notice {
  NoticeKind kind = NoticeKind::NewOrders;
  qint64 count = 0;  ///< orders, records, changes, accounts or articles
  OrderId order;     ///< NewOrders with count 1: which
  AccountId account; ///< AccountNeedsAttention, EndsSoon with count 1: which
  QString name;      ///< the order's number, the account's name or the SKU, when there is just one
  bool operator==(const Notice&) const = default;
};

/// Collects what happened and hands it out grouped: one notice per kind, not more often than every `kGroupFor`, none in
/// quiet hours (they are told together when those end). A full disk is told at once, always: data are at stake.
/// A value; times come from outside.
class NoticeGroup {
public:
  static constexpr std::chrono::seconds kGroupFor{20};

  void setQuietHours(const QuietHours& hours, const QTimeZone& zone);
  void add(const Notice& notice);
  /// What is to be told now; empties those kinds.
  std::vector<Notice> due(Instant now);
  bool isWaiting() const { return !m_waiting.isEmpty(); }

private:
  bool isQuiet(Instant now) const;

  QuietHours m_quiet;
  QTimeZone m_zone;
  QMap<NoticeKind, Notice> m_waiting;
  QMap<NoticeKind, Instant> m_told;
};

} // namespace supercargo
