#pragma once

#include "core/base/id.h"
#include "core/domain/stream.h"

#include <QMetaType>

#include <optional>
#include <vector>

namespace supercargo {

/// How far one run of a pass is.
struct RunProgress {
  enum class State { Waiting, Running, Over };

  AccountId account;
  Stream stream = Stream::Orders;
  Loop loop = Loop::Discover;
  State state = State::Waiting;
  qint64 done = 0;             ///< records so far
  std::optional<qint64> total; ///< records in all, as the provider said; nullopt: it has not said so
};

/// How far one pass is, over all of its runs, also those that wait for their turn. A plain value.
struct PassProgress {
  int pass = 0;                  ///< as SyncEngine::syncOnce returned it
  std::vector<RunProgress> runs; ///< one for every account, stream and loop, from the beginning on

  int runsOver() const;
  /// Records of all runs so far; never falls.
  qint64 done() const;
  /// Records of all runs; nullopt while one that is not over has not been told its own.
  std::optional<qint64> total() const;
  /// 0 to 1, for a bar: every run counts the same, one under way by its own share where that is known. Falls only when
  /// a provider finds more records than it had told.
  double fraction() const;
};

} // namespace supercargo

Q_DECLARE_METATYPE(supercargo::PassProgress)
