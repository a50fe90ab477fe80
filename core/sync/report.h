#pragma once

#include "core/domain/stream.h"
#include "core/store/orders.h"

#include <QMetaType>

namespace supercargo {

/// What one run of one stream did.
struct SyncReport {
  AccountId account;
  Stream stream = Stream::Orders;
  Loop loop = Loop::Discover;
  qint64 fetched = 0, requests = 0, retries = 0;
  UpsertCount count;
  std::chrono::milliseconds duration{0};
  bool wasComplete = false; ///< products: the shop's whole list was read
  std::optional<Error> error;
};

} // namespace supercargo

Q_DECLARE_METATYPE(supercargo::SyncReport)
