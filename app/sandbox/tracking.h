#pragma once

#include "app/sandbox/order.h"

namespace supercargo::sandbox {

enum class ScanKind { Accepted, Departed, Arrived, Customs, ArrivedInCity, OutForDelivery, Failed, Delivered };

/// One event of a parcel.
struct Scan {
  Instant at{};
  ScanKind kind = ScanKind::Accepted;
  const Place* place = nullptr;
  QString text; ///< as the courier words it
};

struct Journey {
  Instant left{}, delivered{}; ///< delivered may still be to come
  const Place* from = nullptr;
  const Place* to = nullptr;
  QString courier; ///< "顺丰速运"
  bool failsOnce = false;
};

QString courierName(Courier courier);

/// All events that had happened by `now`, oldest first.
std::vector<Scan> scans(const Journey& journey, Instant now);

} // namespace supercargo::sandbox
