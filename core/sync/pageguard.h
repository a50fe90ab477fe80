#pragma once

#include "core/http/message.h"

#include <QHash>

namespace supercargo {

/// Ends a paging that does not end: a provider that hands out the same cursor for ever, or more pages than its own
/// total has records for. One part of a run.
class PageGuard {
public:
  /// Pages beyond ceil(total / size) that are still believed: records move while they are read.
  static constexpr qint64 kSlack = 5;
  /// An order that moves between pages while they are read has its refunds asked for each time it is met.
  static constexpr int kMostRepeats = 10;

  /// BadResponse when this request should not be sent any more.
  Result<void> admit(const HttpRequest& request);
  /// The answer to `request` stated how many records there are.
  void learnTotal(const HttpRequest& request, qint64 total, int pageSize);

private:
  QHash<QByteArray, int> m_seen;       ///< digest of a request -> times sent
  QHash<QByteArray, qint64> m_sent;    ///< list -> pages asked for
  QHash<QByteArray, qint64> m_allowed; ///< list -> pages believed
};

} // namespace supercargo
