#include "app/sandbox/sandbox.h"

#include "app/sandbox/control.h"
#include "app/sandbox/pictures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr int kLongerThanAnybodyWaits = 600'000; ///< milliseconds
} // namespace

Sandbox::Sandbox(const Options& options, Clock machine)
    : m_options(options), m_world(options, std::move(machine)),
      m_faults(options.seed, options.faults), m_site{m_world, m_faults, {}, {}, {}}
{
  const auto takesMoney = [&](Gateway gateway) {
    return std::any_of(options.shops.begin(), options.shops.end(),
                       [gateway](Shop shop) { return gatewayOf(shop) == gateway; });
  };
  for (const PeerEntry& entry : peerEntries())
    if ((!entry.shop || options.shops.contains(*entry.shop)) && (!entry.gateway || takesMoney(*entry.gateway)))
      m_peers.emplace(entry.provider, entry.make(m_site));
}

QJsonObject Sandbox::announcement(quint16 port) const
{
  QJsonArray accounts;
  for (const PeerEntry& entry : peerEntries())
    if (const auto peer = m_peers.find(entry.provider); peer != m_peers.end()) {
      QJsonObject account = peer->second->account();
      account.insert(u"provider"_s, QString(entry.provider));
      accounts.append(account);
    }
  const QJsonObject sender{{u"label"_s, u"杭州仓"_s},           {u"name"_s, u"云杉贸易"_s},
                           {u"phone"_s, QString(kSenderPhone)}, {u"country"_s, u"CN"_s},
                           {u"province"_s, u"浙江省"_s},        {u"city"_s, u"杭州市"_s},
                           {u"district"_s, u"滨江区"_s},        {u"street"_s, u"仓库路 1 号"_s}};
  return {{u"ready"_s, true},
          {u"seed"_s, qint64(m_options.seed)},
          {u"port"_s, port},
          {u"sender"_s, sender},
          {u"accounts"_s, accounts}};
}

/// What goes wrong before any provider is asked.
std::optional<Reply> Sandbox::disturbance(const Peer& peer)
{
  if (m_faults.strikes(u"429"_s)) {
    Reply reply = htmlReply(u"Too Many Requests"_s, 429);
    reply.setHeader("Retry-After", "1");
    return reply;
  }
  if (m_faults.strikes(u"5xx"_s))
    return htmlReply(u"Bad Gateway"_s, 502);
  if (!peer.signsAnswers() && m_faults.strikes(u"bad-signature"_s))
    return htmlReply(u"Welcome to nginx!"_s, 200); // those that sign nothing: a stranger's answer
  return std::nullopt;
}

Reply Sandbox::route(Request request, const QString& provider)
{
  const auto peer = m_peers.find(provider);
  if (peer == m_peers.end())
    return htmlReply(u"Not Found"_s, 404);
  request.path = request.path.mid(1 + provider.size());
  if (auto disturbed = disturbance(*peer->second))
    return *disturbed;
  return peer->second->answer(request);
}

Reply Sandbox::answer(const Request& request)
{
  m_world.advance();
  const QString provider = QString::fromUtf8(request.path).section(u'/', 1, 1);
  if (provider == "control"_L1)
    return control(m_site, request);
  if (provider == "pictures"_L1)
    return pictureReply(m_site, request);
  ++m_site.calls[provider];
  Reply reply = route(request, provider);
  reply.setHeader("Date", httpDate(m_site.now()));
  if (m_faults.strikes(u"slow"_s))
    reply.delayMs = 3000;
  if (m_faults.strikes(u"late-answer"_s))
    reply.delayMs = kLongerThanAnybodyWaits;
  reply.cut = m_faults.strikes(u"truncated"_s);
  reply.lost = request.method != "GET" && m_faults.strikes(u"lost-answer"_s);
  return reply;
}

} // namespace supercargo::sandbox
