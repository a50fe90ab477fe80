#pragma once

#include "app/sandbox/faults.h"
#include "app/sandbox/http.h"
#include "app/sandbox/parcelbook.h"
#include "app/sandbox/world.h"

namespace supercargo::sandbox {

/// Which certificates WeChat Pay's platform lists; its answers are signed with one of them.
enum class PlatformCertificates : quint8 {
  First,
  Both, ///< in a change: they sign in turn
  Second,
  Unlisted, ///< a stranger in between: lists the first, signs with the second
};

/// How the API of a shop stands, where its peer knows of such things. Set by /control/api. The points are fifty times
/// those of a real shop: whoever watches does not want to wait.
struct ApiState {
  QString version;    ///< answers in place of the one asked for, as when that is retired; empty: the one asked for
  QString retirement; ///< what answers announce of its end
  double points = 100'000, pointsPerSecond = 5'000; ///< of a provider that counts points
};

/// What all providers of the sandbox share.
struct Site {
  World& world;
  Faults& faults;
  QString origin; ///< "http://127.0.0.1:8080", known once the server listens

  /// The server's clock as callers see it: two hours late while "clock-skew" is on, whatever its probability.
  Instant now() const
  {
    const bool skewed = faults.probabilities().value(QStringLiteral("clock-skew"), 0) > 0;
    return world.now() - std::chrono::hours(skewed ? 2 : 0);
  }

  /// Whether a caller's time stamp is close enough. A world that was started at another time than the machine's lets
  /// both clocks pass, so that ordinary callers can talk to it.
  bool accepts(Instant stamp, std::chrono::minutes window) const
  {
    const auto near = [&](Instant clock) { return stamp > clock - window && stamp < clock + window; };
    const auto skew = world.now() - now();
    return near(now()) || near(world.clock().machine() - skew);
  }

  /// Counts calls and refusals for /control/state.
  QMap<QString, qint64> calls, rejected;

  ParcelBook parcels{}; ///< what callers booked

  PlatformCertificates certificates = PlatformCertificates::First;
  ApiState api{};
};

/// Throw-away text for credentials: the same for the same seed.
QString token(quint64 seed, quint64 subject, int length, QLatin1StringView alphabet);

/// Takes part of a list's page as the faults want it: the page before again, another order, or a world that moves.
qint64 disturbedPage(Site& site, qint64 page);
QJsonArray disturbedItems(Site& site, const QJsonArray& items);

} // namespace supercargo::sandbox
