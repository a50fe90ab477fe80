#pragma once

#include "core/db/database.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace supercargo {

/// The number beside a page's word in the side bar; 0 shows none. `attention`: in the colour of a warning.
struct Badge {
  qint64 count = 0;
  bool attention = false;
  bool operator==(const Badge&) const = default;
};
/// By the page's id.
using Badges = QHash<QString, Badge>;

/// Orders to ship, stock alerts, parcels late or with a problem (one that is both counts once), accounts in trouble,
/// and with those what failed, changed or was done with an unknown end.
Result<Badges> readBadges(Connection& c, Instant now);

/// Reads the badges at once and when something changes that they count, but never more often than every `pause`: an
/// import changes something all the time. GUI thread.
class BadgeReader : public QObject {
  Q_OBJECT
public:
  static constexpr std::chrono::seconds kPause{3};

  BadgeReader(Database& db, Clock clock, std::chrono::milliseconds pause = kPause, QObject* parent = nullptr);

Q_SIGNALS:
  void read(const supercargo::Badges& badges);

private:
  void ask();

  Database& m_db;
  Clock m_clock;
  QTimer m_pause;
  bool m_isReading = false, m_again = false;
};

} // namespace supercargo
