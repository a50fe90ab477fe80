#include "app/sandbox/sandbox.h"

#include "app/sandbox/control.h"
#include "app/sandbox/testkeys.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr auto kHex = "0123456789abcdef"_L1;
constexpr auto kDigits = "0123456789"_L1;

QJsonObject account(const QString& provider, const QString& name, const QString& endpoint, const QJsonObject& fields)
{
  return {{u"provider"_s, provider}, {u"name"_s, name}, {u"endpoint"_s, endpoint}, {u"fields"_s, fields}};
}
} // namespace

Sandbox::Sandbox(const Options& options, Clock machine)
    : m_options(options), m_world(options, std::move(machine)),
      m_faults(options.seed, options.faults), m_site{m_world, m_faults, {}, {}, {}},
      m_wooKey{u"ck_"_s + token(options.seed, 1, 40, kHex), u"cs_"_s + token(options.seed, 2, 40, kHex)},
      m_woo(m_site, m_wooKey), m_vendureLogin{u"merchant"_s, token(options.seed, 3, 20, kHex)},
      m_vendure(m_site, m_vendureLogin), m_merchant{u"2021"_s + token(options.seed, 4, 12, kDigits),
                                                    u"2088"_s + token(options.seed, 5, 12, kDigits)},
      m_alipay(m_site, m_merchant), m_sfPartner{u"SANDBOX"_s + token(options.seed, 6, 4, kDigits),
                                                token(options.seed, 7, 32, kHex)},
      m_sf(m_site, m_sfPartner), m_kuaidiCustomer{token(options.seed, 8, 32, kHex).toUpper(),
                                                  token(options.seed, 9, 12, kHex)},
      m_kuaidi(m_site, m_kuaidiCustomer)
{
}

QJsonObject Sandbox::announcement(quint16 port) const
{
  const QString origin = m_site.origin;
  const QJsonArray accounts{
      account(u"woocommerce"_s, u"官网店"_s, origin + u"/woocommerce"_s,
              {{u"consumer_key"_s, m_wooKey.key}, {u"consumer_secret"_s, m_wooKey.secret}}),
      account(u"vendure"_s, u"海外仓店"_s, origin + u"/vendure"_s,
              {{u"username"_s, m_vendureLogin.username}, {u"password"_s, m_vendureLogin.password}}),
      account(u"alipay"_s, u"支付宝收款"_s, origin + u"/alipay/gateway.do"_s,
              {{u"app_id"_s, m_merchant.appId},
               {u"private_key"_s, QLatin1StringView(kAppPrivateKey)},
               {u"alipay_public_key"_s, QLatin1StringView(kGatewayPublicKey)},
               {u"pid"_s, m_merchant.pid}}),
      account(
          u"sf"_s, u"顺丰月结"_s, origin + u"/sf/std/service"_s,
          {{u"partner_id"_s, m_sfPartner.id}, {u"checkword"_s, m_sfPartner.checkword}, {u"digest_mode"_s, u"md5"_s}}),
      account(u"kuaidi100"_s, u"快递查询"_s, origin + u"/kuaidi100"_s,
              {{u"customer"_s, m_kuaidiCustomer.customer}, {u"key"_s, m_kuaidiCustomer.key}}),
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
  if (provider == "vendure"_L1)
    return m_vendure.answer(request);
  if (provider == "alipay"_L1)
    return m_alipay.answer(request);
  if (provider == "sf"_L1)
    return m_sf.answer(request);
  if (provider == "kuaidi100"_L1)
    return m_kuaidi.answer(request);
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
