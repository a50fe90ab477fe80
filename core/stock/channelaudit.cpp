#include "core/stock/channelpush.h"
#include "core/store/orderid.h"

/// The drift audit: what shops show against what they were told.
namespace supercargo {
namespace {

enum class Verdict { NotYet, Right, Wrong };

struct Compared {
  QString variantExternalId, sku, state;
  qint64 level = 0;
  Instant doneAt{};
  std::optional<qint64> told;
  std::optional<Instant> toldAt;
};

Result<std::vector<Compared>> nextLevels(Connection& c, AccountId account, const QString& after, int sample)
{
  return c.rows(
      QStringLiteral(
          "SELECT l.variant_external_id, l.sku, l.level, o.state, o.changed_at, CAST(SUM(COALESCE("
          "t.available, t.on_hand)) AS BIGINT), MAX(t.told_at) FROM channel_levels l JOIN outbox o ON o.id "
          "= l.action_id LEFT JOIN shop_stock t ON t.account_id = l.account_id AND t.variant_external_id = "
          "l.variant_external_id WHERE l.account_id = ? AND l.variant_external_id > ? AND l.lapsed = 0 GROUP BY "
          "l.variant_external_id, l.sku, l.level, o.state, o.changed_at ORDER BY l.variant_external_id "
          "LIMIT ?"),
      {account, after, sample}, [](const Row& row) {
        return Compared{row.text(0),    row.text(1),         row.text(3),        row.integer(2),
                        row.instant(4), row.integerIfAny(5), row.instantIfAny(6)};
      });
}

/// Until when all orders of the shop are known here.
Result<Instant> ordersKnownUntil(Connection& c, AccountId account)
{
  SC_TRY_ASSIGN(until,
                c.number(QStringLiteral("SELECT COALESCE(MAX(last_ok_at), 0) FROM stream_states WHERE account_id = ? "
                                        "AND stream = 'orders'"),
                         {account}));
  return fromMs(until);
}

Result<bool> soldSince(Connection& c, AccountId account, const QString& sku, Instant since)
{
  // An order counts from the second it was placed in; the one of the level itself may still belong to it.
  SC_TRY_ASSIGN(orders, c.number(QStringLiteral("SELECT COUNT(*) FROM orders o JOIN order_lines l ON l.order_id = o.id "
                                                "WHERE o.account_id = ? AND o.id >= ? AND l.sku = ?"),
                                 {account, firstOrderKeyAt(since), sku}));
  return orders > 0;
}

Result<Verdict> judge(Connection& c, AccountId account, const Compared& one, Instant ordersKnown)
{
  if (one.state == QLatin1String("failed") || one.state == QLatin1String("cancelled"))
    return Verdict::Wrong; // it never arrived
  if (one.state != QLatin1String("done") || !one.told || !one.toldAt || *one.toldAt <= one.doneAt)
    return Verdict::NotYet;
  if (*one.told == one.level)
    return Verdict::Right;
  if (ordersKnown < *one.toldAt) // what is missing may be sold, and nobody here knows it yet
    return Verdict::NotYet;
  SC_TRY_ASSIGN(sold, soldSince(c, account, one.sku, one.doneAt));
  return sold ? Verdict::NotYet : Verdict::Wrong;
}

Result<QString> lastAudited(Connection& c, AccountId account)
{
  SC_TRY_ASSIGN(after, c.row(QStringLiteral("SELECT after_variant FROM channel_audits WHERE account_id = ?"), {account},
                             [](const Row& row) { return row.text(0); }));
  return after.value_or(QString());
}

Result<void> keep(Connection& c, const ChannelAudit& audit, const QString& after)
{
  SC_TRY(c.run(QStringLiteral("INSERT INTO channel_audits (account_id, at, compared, wrong, repaired, after_variant) "
                              "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id) DO UPDATE SET at = excluded.at, "
                              "compared = excluded.compared, wrong = excluded.wrong, repaired = excluded.repaired, "
                              "after_variant = excluded.after_variant"),
               {audit.account, audit.at, audit.compared, audit.wrong, audit.repaired, after}));
  return {};
}

} // namespace

std::optional<double> ChannelAudit::score() const
{
  return compared > 0 ? std::optional(1 - double(wrong) / double(compared)) : std::nullopt;
}

Result<ChannelAudit> auditChannel(Connection& c, AccountId account, int sample, Instant now, ChangeSet& changes)
{
  return c.transaction([&]() -> Result<ChannelAudit> {
    SC_TRY(lapseLevels(c, now, changes));
    ChannelAudit audit{account, now, 0, 0, 0};
    SC_TRY_ASSIGN(after, lastAudited(c, account));
    SC_TRY_ASSIGN(levels, nextLevels(c, account, after, sample));
    SC_TRY_ASSIGN(ordersKnown, ordersKnownUntil(c, account));
    for (const Compared& one : levels) {
      SC_TRY_ASSIGN(verdict, judge(c, account, one, ordersKnown));
      if (verdict == Verdict::NotYet)
        continue;
      ++audit.compared;
      if (verdict == Verdict::Right)
        continue;
      ++audit.wrong;
      SC_TRY_ASSIGN(targets, channelTargets(c, QStringLiteral("v.account_id = ? AND v.external_id = ?"),
                                            {account, one.variantExternalId}));
      for (const ChannelTarget& target : targets) {
        SC_TRY_ASSIGN(sent, pushLevel(c, target, true, now, changes));
        audit.repaired += sent ? 1 : 0;
      }
    }
    // At the end of the list the next audit begins anew.
    const bool more = int(levels.size()) == sample;
    SC_TRY(keep(c, audit, more ? levels.back().variantExternalId : QString()));
    return audit;
  });
}

Result<std::vector<ChannelAudit>> channelAudits(Connection& c)
{
  return c.rows(
      QStringLiteral("SELECT account_id, at, compared, wrong, repaired FROM channel_audits ORDER BY "
                     "account_id"),
      {}, [](const Row& row) {
        return ChannelAudit{row.id<AccountId>(0), row.instant(1), row.integer(2), row.integer(3), row.integer(4)};
      });
}

Result<int> auditChannelsDue(Connection& c, std::chrono::milliseconds age, Instant now, ChangeSet& changes)
{
  constexpr int kSample = 200;
  SC_TRY_ASSIGN(due, c.rows(QStringLiteral("SELECT DISTINCT l.account_id FROM channel_levels l LEFT JOIN "
                                           "channel_audits a ON a.account_id = l.account_id WHERE l.lapsed = 0 AND "
                                           "(a.at IS NULL OR a.at <= ?) ORDER BY l.account_id"),
                            {now - age}, [](const Row& row) { return row.id<AccountId>(0); }));
  int repaired = 0;
  for (const AccountId account : due) {
    SC_TRY_ASSIGN(audit, auditChannel(c, account, kSample, now, changes));
    repaired += int(audit.repaired);
  }
  return repaired;
}

} // namespace supercargo
