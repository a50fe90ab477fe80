#pragma once

#include "core/db/database.h"
#include "core/sync/timing.h"

#include <QObject>

namespace supercargo {

/// Tells the shops their new levels soon after stock has moved, many movements at once, and now and then compares what
/// they show. At its start it finishes what a program that died left undone. Costs one small read while no shop has a
/// rule. Lives in the sync thread.
class ChannelFeed : public QObject {
  Q_OBJECT
public:
  ChannelFeed(Database& database, Timing timing);

private:
  void wait();
  void push();

  Database& m_database;
  Timing m_timing;
  bool m_isWaiting = false, m_isPushing = false, m_askedAgain = false;
};

} // namespace supercargo
