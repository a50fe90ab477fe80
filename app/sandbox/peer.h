#pragma once

#include "app/sandbox/site.h"

#include <memory>
#include <span>

namespace supercargo::sandbox {

/// One simulated provider behind `{origin}/{its id}`. One thread.
class Peer {
public:
  Peer() = default;
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  virtual ~Peer() = default;

  /// The path without the prefix: "/wp-json/wc/v3/orders". Refuses what is not signed as the provider wants it.
  virtual Reply answer(const Request& request) = 0;
  /// What a merchant types to connect it: `name`, `endpoint`, `fields` (secrets among them). Called when the origin is
  /// known.
  virtual QJsonObject account() const = 0;
  /// True: the peer makes the "bad-signature" fault itself. Else a stranger's page stands for it.
  virtual bool signsAnswers() const { return false; }
};

struct PeerEntry {
  QLatin1StringView provider;
  std::optional<Shop> shop; ///< of shops: there when the world has that shop
  std::unique_ptr<Peer> (*make)(Site&);
  std::optional<Gateway> gateway{}; ///< of gateways: there when a shop of the world takes its money so; else: always
};

/// All of them. To add one: write it and add its line to peers.cpp.
std::span<const PeerEntry> peerEntries();

/// `account()` of a peer.
QJsonObject accountOf(const QString& name, const QString& endpoint, const QJsonObject& fields);

constexpr auto kHexDigits = QLatin1StringView("0123456789abcdef");
constexpr auto kDecimalDigits = QLatin1StringView("0123456789");

} // namespace supercargo::sandbox
