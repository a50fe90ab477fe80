#include "core/stock/channelstock.h"

#include "core/outbox/outbox.h"
#include "core/stock/channelpush.h"

#include <algorithm>
#include <limits>

namespace supercargo {
namespace {

const QString kActor = QStringLiteral("channel stock");

const QString kRuleColumns = QStringLiteral("account_id, sku, enabled, share_percent, maximum, safety, fixed");

ChannelRule ruleOf(const Row& row, int first)
{
  ChannelRule rule;
  rule.account = row.id<AccountId>(first);
  rule.sku = row.text(first + 1);
  rule.enabled = row.flag(first + 2);
  rule.sharePercent = int(row.integer(first + 3));
  rule.maximum = row.integerIfAny(first + 4);
  rule.safety = row.integer(first + 5);
  rule.fixed = row.integerIfAny(first + 6);
  return rule;
}

} // namespace

qint64 channelLevel(const ChannelRule& rule, qint64 available)
{
  const qint64 sellable = std::max<qint64>(0, available - rule.safety);
  // 100 times a number of pieces fits easily: shops do not hold 10¹⁶ of anything.
  qint64 level = rule.fixed ? std::min(*rule.fixed, sellable) : sellable * rule.sharePercent / 100;
  if (rule.maximum)
    level = std::min(level, *rule.maximum);
  return level;
}

Result<std::vector<ChannelRule>> channelRules(Connection& c)
{
  return c.rows(QStringLiteral("SELECT %1 FROM channel_rules ORDER BY account_id, sku").arg(kRuleColumns), {},
                [](const Row& row) { return ruleOf(row, 0); });
}

Result<int> saveChannelRule(Connection& c, const ChannelRule& rule, const QString& actor, Instant now,
                            ChangeSet& changes)
{
  if (rule.sharePercent < 0 || rule.sharePercent > 100)
    return fail(ErrorKind::Invalid, QStringLiteral("a share lies between 0 and 100 percent"), rule.sku);
  if (rule.safety < 0 || rule.maximum.value_or(0) < 0 || rule.fixed.value_or(0) < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("safety, maximum and fixed quantity are not below zero"), rule.sku);
  return c.transaction([&]() -> Result<int> {
    SC_TRY(c.run(
        QStringLiteral("INSERT INTO channel_rules (%1, changed_by, changed_at) VALUES (?, ?, ?, ?, ?, ?, ?, "
                       "?, ?) ON CONFLICT (account_id, sku) DO UPDATE SET enabled = excluded.enabled, "
                       "share_percent = excluded.share_percent, maximum = excluded.maximum, safety = "
                       "excluded.safety, fixed = excluded.fixed, changed_by = excluded.changed_by, "
                       "changed_at = excluded.changed_at")
            .arg(kRuleColumns),
        {rule.account, rule.sku, rule.enabled, rule.sharePercent, rule.maximum, rule.safety, rule.fixed, actor, now}));
    changes.stock = true;
    return pushAllLevels(c, rule.account, false, now, changes);
  });
}

Result<void> removeChannelRule(Connection& c, AccountId account, const QString& sku, ChangeSet& changes)
{
  SC_TRY_ASSIGN(gone,
                c.run(QStringLiteral("DELETE FROM channel_rules WHERE account_id = ? AND sku = ?"), {account, sku}));
  if (gone == 0)
    return fail(ErrorKind::NotFound, QStringLiteral("the shop has no such rule"), sku);
  changes.stock = true;
  return {};
}

// ---- levels
// -----------------------------------------------------------------------------------------------------------

namespace {

/// What can be sold of an article, over all warehouses; NULL when nobody has said how many there are.
QString availableOf(const QString& article)
{
  return QStringLiteral("(SELECT CAST(SUM(s.on_hand - s.reserved - s.blocked) AS BIGINT) FROM stock s WHERE s.sku = %1 "
                        "AND s.known = 1)")
      .arg(article);
}

/// What can be sold of a shop's SKU: of the article it stands for, of a bundle as many as its scarcest part allows.
QString sellable(const QString& article)
{
  const QString part = availableOf(QStringLiteral("b.part_sku"));
  return QStringLiteral(
             "CASE WHEN EXISTS (SELECT 1 FROM bundle_parts b WHERE b.bundle_sku = %1) THEN (SELECT CASE WHEN "
             "COUNT(*) = COUNT(%2) THEN MIN(%2 / b.quantity) END FROM bundle_parts b WHERE b.bundle_sku = %1) "
             "ELSE %3 END")
      .arg(article, part, availableOf(article));
}

/// A variant that a rule speaks of, with everything that decides what its shop is told.
QString targetQuery(const QString& condition)
{
  return QStringLiteral(
             "SELECT v.account_id, v.sku, COALESCE(own.enabled, general.enabled), COALESCE(own.share_percent, "
             "general.share_percent), CASE WHEN own.sku IS NULL THEN general.maximum ELSE own.maximum END, "
             "COALESCE(own.safety, general.safety), CASE WHEN own.sku IS NULL THEN general.fixed ELSE own.fixed END, "
             "v.external_id, p.external_id, %1, l.level, l.serial FROM variants v JOIN products p ON p.id = "
             "v.product_id "
             "JOIN accounts a ON a.id = v.account_id AND a.removed_at IS NULL "
             "LEFT JOIN article_links k ON k.account_id = v.account_id AND k.sku = v.sku "
             "LEFT JOIN channel_rules own ON own.account_id = v.account_id AND own.sku = v.sku "
             "LEFT JOIN channel_rules general ON general.account_id = v.account_id AND general.sku = '' "
             "LEFT JOIN channel_levels l ON l.account_id = v.account_id AND l.variant_external_id = v.external_id "
             "WHERE v.sku <> '' AND v.gone_at IS NULL AND COALESCE(own.enabled, general.enabled, 0) = 1 AND %2")
      .arg(sellable(QStringLiteral("COALESCE(k.article, v.sku)")), condition);
}

} // namespace

Result<std::vector<ChannelTarget>> channelTargets(Connection& c, const QString& condition,
                                                  const std::vector<SqlValue>& values)
{
  return c.rows(targetQuery(condition), values, [](const Row& row) {
    ChannelTarget target;
    target.rule = ruleOf(row, 0);
    target.variantExternalId = row.text(7);
    target.productExternalId = row.text(8);
    target.available = row.integerIfAny(9);
    target.level = row.integerIfAny(10);
    target.serial = row.integer(11);
    return target;
  });
}

Result<bool> pushLevel(Connection& c, const ChannelTarget& target, bool evenIfSame, Instant now, ChangeSet& changes)
{
  if (!target.available)
    return false; // nobody has said how many there are: that is not zero
  const qint64 level = channelLevel(target.rule, *target.available);
  if (target.level == level && !evenIfSame)
    return false;
  const qint64 serial = target.serial + 1;
  NewAction wanted;
  wanted.account = target.rule.account;
  wanted.action.idempotencyKey = QStringLiteral("level:%1:%2:%3").arg(target.variantExternalId).arg(serial).arg(level);
  wanted.action.what = SetStock{target.productExternalId, target.variantExternalId, target.rule.sku, QString(), level};
  wanted.target = QStringLiteral("stock:") + target.variantExternalId;
  wanted.actor = kActor;
  SC_TRY_ASSIGN(action, enqueueAction(c, wanted, now, changes));
  SC_TRY(c.run(
      QStringLiteral("INSERT INTO channel_levels (account_id, variant_external_id, sku, level, serial, action_id, "
                     "wanted_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, variant_external_id) DO UPDATE "
                     "SET sku = excluded.sku, level = excluded.level, serial = excluded.serial, action_id = "
                     "excluded.action_id, wanted_at = excluded.wanted_at, lapsed = 0"),
      {target.rule.account, target.variantExternalId, target.rule.sku, level, serial, action, now}));
  return true;
}

Result<int> pushAllLevels(Connection& c, std::optional<AccountId> account, bool evenIfSame, Instant now,
                          ChangeSet& changes)
{
  SC_TRY_ASSIGN(targets, account ? channelTargets(c, QStringLiteral("v.account_id = ?"), {*account})
                                 : channelTargets(c, QStringLiteral("1 = 1"), {}));
  int pushed = 0;
  for (const ChannelTarget& target : targets) {
    SC_TRY_ASSIGN(sent, pushLevel(c, target, evenIfSame, now, changes));
    pushed += sent ? 1 : 0;
  }
  return pushed;
}

Result<std::vector<ChannelLevelRow>> channelLevels(Connection& c, std::optional<AccountId> account, int limit)
{
  return c.rows(
      QStringLiteral(
          "SELECT l.account_id, l.sku, l.variant_external_id, %1, l.level, o.state, (SELECT "
          "CAST(SUM(COALESCE(t.available, "
          "t.on_hand)) AS BIGINT) FROM shop_stock t WHERE t.account_id = l.account_id AND t.variant_external_id = "
          "l.variant_external_id), (SELECT MAX(t.told_at) FROM shop_stock t WHERE t.account_id = l.account_id AND "
          "t.variant_external_id = l.variant_external_id), l.wanted_at FROM channel_levels l LEFT JOIN outbox o ON "
          "o.id = l.action_id LEFT JOIN article_links k ON k.account_id = l.account_id AND k.sku = l.sku WHERE %2 "
          "AND NOT EXISTS (SELECT 1 FROM variants v WHERE v.account_id = l.account_id AND v.external_id = "
          "l.variant_external_id AND v.gone_at IS NOT NULL) "
          "ORDER BY l.account_id, l.variant_external_id LIMIT ?")
          .arg(sellable(QStringLiteral("COALESCE(k.article, l.sku)")),
               account ? QStringLiteral("l.account_id = ?") : QStringLiteral("CAST(? AS BIGINT) = 0")),
      {account ? account->value() : 0, limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()},
      [](const Row& row) {
        ChannelLevelRow level;
        level.account = row.id<AccountId>(0);
        level.sku = row.text(1);
        level.variantExternalId = row.text(2);
        level.available = row.integerIfAny(3);
        level.level = row.integer(4);
        level.state = row.text(5);
        level.told = row.integerIfAny(6);
        level.toldAt = row.instantIfAny(7);
        level.wantedAt = row.instant(8);
        return level;
      });
}

} // namespace supercargo
