#pragma once

#include "app/sandbox/options.h"
#include "app/sandbox/peer.h"

#include <map>

namespace supercargo::sandbox {

/// The whole simulated outside world behind one origin. It answers requests as values; Server puts it on a port.
class Sandbox {
public:
  Sandbox(const Options& options, Clock machine);

  void setOrigin(const QString& origin) { m_site.origin = origin; }
  Reply answer(const Request& request); ///< `request.path` complete
  QJsonObject announcement(quint16 port) const;
  World& world() { return m_world; }
  Faults& faults() { return m_faults; }
  Site& site() { return m_site; }

private:
  Reply route(Request request, const QString& provider);
  std::optional<Reply> disturbance(const Peer& peer);

  Options m_options;
  World m_world;
  Faults m_faults;
  Site m_site;
  std::map<QString, std::unique_ptr<Peer>> m_peers; ///< by provider id
};

} // namespace supercargo::sandbox
