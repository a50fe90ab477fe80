#include "core/stock/channelpush.h"

#include "core/outbox/outbox.h"
#include "core/stock/articlemap.h"

#include <QHash>
#include <QSet>

namespace supercargo {
namespace {

/// What moved since the last look: SKUs, and the shops whose own orders did it.
struct Moved {
  QHash<QString, QSet<qint64>> accountsBySku;
  qint64 lastMovement = 0;
};

Result<Moved> movedSince(Connection& c, qint64 movement)
{
  Moved moved;
  SC_TRY_ASSIGN(last, c.number(QStringLiteral("SELECT COALESCE(MAX(id), 0) FROM stock_movements")));
  moved.lastMovement = last;
  SC_TRY(c.each(QStringLiteral("SELECT DISTINCT m.sku, o.account_id FROM stock_movements m LEFT JOIN orders o ON o.id "
                               "= m.order_id WHERE m.id > ? AND m.id <= ?"),
                {movement, last}, [&](const Row& row) {
                  QSet<qint64>& accounts = moved.accountsBySku[row.text(0)];
                  if (!row.isNull(1))
                    accounts.insert(row.integer(1));
                }));
  return moved;
}

Result<int> pushMoved(Connection& c, const Moved& moved, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(map, ArticleMap::read(c));
  // Several parts of one bundle move together: each variant is looked at once.
  QHash<QString, QSet<qint64>> accountsByShopSku;
  for (auto it = moved.accountsBySku.cbegin(); it != moved.accountsBySku.cend(); ++it)
    for (const QString& sku : map.shopSkus({it.key()}))
      accountsByShopSku[sku].unite(*it);
  int pushed = 0;
  for (auto it = accountsByShopSku.cbegin(); it != accountsByShopSku.cend(); ++it) {
    SC_TRY_ASSIGN(targets, channelTargets(c, QStringLiteral("v.sku = ?"), {it.key()}));
    for (const ChannelTarget& target : targets) {
      // The shop has counted down by itself: its figure is no longer what we told it.
      const bool byItself = it->contains(target.rule.account.value());
      SC_TRY_ASSIGN(sent, pushLevel(c, target, byItself, now, changes));
      pushed += sent ? 1 : 0;
    }
  }
  return pushed;
}

/// A variant that is there again may show anything, so it is told even what it was told before.
Result<int> pushNew(Connection& c, Instant now, ChangeSet& changes)
{
  SC_TRY_ASSIGN(targets, channelTargets(c, QStringLiteral("(l.level IS NULL OR l.lapsed = 1)"), {}));
  int pushed = 0;
  for (const ChannelTarget& target : targets) {
    SC_TRY_ASSIGN(sent, pushLevel(c, target, true, now, changes));
    pushed += sent ? 1 : 0;
  }
  return pushed;
}

} // namespace

Result<void> lapseLevels(Connection& c, Instant now, ChangeSet& changes)
{
  struct Lapsed {
    AccountId account;
    QString variant;
    ActionId action;
    QString state;
  };
  SC_TRY_ASSIGN(lapsed, c.rows(QStringLiteral("SELECT l.account_id, l.variant_external_id, l.action_id, o.state FROM "
                                              "variants v JOIN channel_levels l ON l.account_id = v.account_id AND "
                                              "l.variant_external_id = v.external_id LEFT JOIN outbox o ON o.id = "
                                              "l.action_id WHERE v.gone_at IS NOT NULL AND l.lapsed = 0"),
                               {}, [](const Row& row) {
                                 return Lapsed{row.id<AccountId>(0), row.text(1), row.id<ActionId>(2), row.text(3)};
                               }));
  for (const Lapsed& level : lapsed) {
    if (level.state == actionStateName(ActionState::Waiting) || level.state == actionStateName(ActionState::Failed))
      SC_TRY(cancelAction(c, level.action, now, changes));
    SC_TRY(
        c.run(QStringLiteral("UPDATE channel_levels SET lapsed = 1 WHERE account_id = ? AND variant_external_id = ?"),
              {level.account, level.variant}));
  }
  return {};
}

Result<int> pushChangedLevels(Connection& c, Instant now, ChangeSet& changes)
{
  return c.transaction([&]() -> Result<int> {
    SC_TRY(lapseLevels(c, now, changes));
    SC_TRY_ASSIGN(rules, c.number(QStringLiteral("SELECT COUNT(*) FROM channel_rules WHERE enabled = 1")));
    SC_TRY_ASSIGN(before, c.number(QStringLiteral("SELECT last_movement FROM channel_progress WHERE id = 1")));
    SC_TRY_ASSIGN(moved, movedSince(c, before));
    int pushed = 0;
    if (rules > 0) {
      SC_TRY_ASSIGN(byStock, pushMoved(c, moved, now, changes));
      SC_TRY_ASSIGN(byNews, pushNew(c, now, changes));
      pushed = byStock + byNews;
    }
    if (moved.lastMovement != before)
      SC_TRY(c.run(QStringLiteral("INSERT INTO channel_progress (id, last_movement) VALUES (1, ?) ON CONFLICT (id) DO "
                                  "UPDATE SET last_movement = excluded.last_movement"),
                   {moved.lastMovement}));
    return pushed;
  });
}

} // namespace supercargo
