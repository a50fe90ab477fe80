#include "app/sandbox/sandbox.h"

#include "app/sandbox/control.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr auto kHex = "0123456789abcdef"_L1;

QJsonObject account(const QString& provider, const QString& name, const QString& endpoint, const QJsonObject& fields)
{
  return {{u"provider"_s, provider}, {u"name"_s, name}, {u"endpoint"_s, endpoint}, {u"fields"_s, fields}};
}
} // namespace

Sandbox::Sandbox(const Options& options, Clock machine)
    : m_options(options), m_world(options, std::move(machine)),
      m_faults(options.seed, options.faults), m_site{m_world, m_faults, {}, {}, {}},
      m_wooKey{u"ck_"_s + token(options.seed, 1, 40, kHex), u"cs_"_s + token(options.seed, 2, 40, kHex)},
      m_woo(m_site, m_wooKey)
{
}

QJsonObject Sandbox::announcement(quint16 port) const
{
  const QString origin = m_site.origin;
  const QJsonArray accounts{
      account(u"woocommerce"_s, u"官网店"_s, origin + u"/woocommerce"_s,
              {{u"consumer_key"_s, m_wooKey.key}, {u"consumer_secret"_s, m_wooKey.secret}}),
  };
  return {{u"ready"_s, true}, {u"seed"_s, qint64(m_options.seed)}, {u"port"_s, port}, {u"accounts"_s, accounts}};
}

/// What goes wrong before any provider is asked.
std::optional<Reply> Sandbox::disturbance(const QString& provider)
{
  if (m_faults.strikes(u"429"_s)) {
    Reply reply = htmlReply(u"Too Many Requests"_s, 429);
    reply.setHeader("Retry-After", "1");
    return reply;
  }
  if (m_faults.strikes(u"5xx"_s))
    return htmlReply(u"Bad Gateway"_s, 502);
  if (provider != "alipay"_L1 && m_faults.strikes(u"bad-signature"_s))
    return htmlReply(u"Welcome to nginx!"_s, 200); // those that sign nothing: a stranger's answer
  return std::nullopt;
}

Reply Sandbox::route(Request request, const QString& provider)
{
  request.path = request.path.mid(1 + provider.size());
  if (auto disturbed = disturbance(provider))
    return *disturbed;
  if (provider == "woocommerce"_L1)
    return m_woo.answer(request);
  return htmlReply(u"Not Found"_s, 404);
}

Reply Sandbox::answer(const Request& request)
{
  m_world.advance();
  const QString provider = QString::fromUtf8(request.path).section(u'/', 1, 1);
  if (provider == "control"_L1)
    return control(m_site, request);
  ++m_site.calls[provider];
  Reply reply = route(request, provider);
  reply.setHeader("Date", httpDate(m_site.now()));
  if (m_faults.strikes(u"slow"_s))
    reply.delayMs = 3000;
  reply.cut = m_faults.strikes(u"truncated"_s);
  return reply;
}

} // namespace supercargo::sandbox
