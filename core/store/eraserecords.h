#pragma once

#include "core/db/connection.h"
#include "core/store/personwords.h"

#include <QSet>

namespace supercargo {

/// By what the records of answers are recognised that hold a person's data.
struct Traces {
  PersonWords person;
  PersonWords numbers;                     ///< of orders, payments and parcels
  QSet<qint64> calls;                      ///< those that brought the orders or sent something for them
  QSet<std::pair<qint64, QString>> orders; ///< account and id there, as dead letters are kept by
};
Result<void> addTraces(Connection& c, CustomerId customer, Traces& traces);

struct ErasedRecords {
  qint64 calls = 0, failures = 0;
};

/// Empties the bodies of every recorded call and dead letter that holds something of the person; that there was a
/// call, when and how it went stays. Whole bodies go: what else a record says of a person nobody can list.
Result<ErasedRecords> eraseRecords(Connection& c, const Traces& traces);

} // namespace supercargo
