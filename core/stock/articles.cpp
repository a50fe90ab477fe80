#include "core/stock/articles.h"

#include "core/stock/alerts.h"
#include "core/stock/steps.h"
#include "core/store/orderfacts.h"
#include "core/store/orderid.h"

#include <QSet>

namespace supercargo {
namespace {

/// Facts of the article are no longer what its orders say.
Result<void> forgetFacts(Connection& c, const QString& sku)
{
  SC_TRY(c.run(QStringLiteral("DELETE FROM stock_facts WHERE sku = ?"), {sku}));
  return {};
}

Result<void> checkParts(Connection& c, const QString& bundle, const std::vector<ArticlePart>& parts)
{
  QSet<QString> seen;
  for (const ArticlePart& part : parts) {
    if (part.sku.isEmpty() || part.quantity <= 0 || part.sku == bundle || seen.contains(part.sku))
      return fail(ErrorKind::Invalid, QStringLiteral("\"%1\" is no part of a bundle here").arg(part.sku), bundle);
    seen.insert(part.sku);
    SC_TRY_ASSIGN(own, bundleParts(c, part.sku));
    if (!own.empty())
      return fail(ErrorKind::Invalid, QStringLiteral("%1 is a bundle itself").arg(part.sku), bundle);
  }
  SC_TRY_ASSIGN(inside, c.number(QStringLiteral("SELECT count(*) FROM bundle_parts WHERE part_sku = ?"), {bundle}));
  if (inside > 0 && !parts.empty())
    return fail(ErrorKind::Invalid, QStringLiteral("%1 is part of a bundle itself").arg(bundle), bundle);
  return {};
}

} // namespace

Result<void> defineBundle(Connection& c, const StockWorker& worker, const QString& bundle,
                          const std::vector<ArticlePart>& parts, Instant now, ChangeSet& changes)
{
  SC_TRY(mayApprove(worker));
  if (bundle.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a bundle needs a SKU"));
  return c.transaction([&]() -> Result<void> {
    SC_TRY(checkParts(c, bundle, parts));
    SC_TRY(keepOldClaims(c, bundle, std::nullopt));
    SC_TRY_ASSIGN(before, bundleParts(c, bundle));
    SC_TRY(c.run(QStringLiteral("DELETE FROM bundle_parts WHERE bundle_sku = ?"), {bundle}));
    QStringList touched{bundle};
    for (const ArticlePart& part : before)
      touched << part.sku;
    for (const ArticlePart& part : parts) {
      SC_TRY(c.run(QStringLiteral("INSERT INTO bundle_parts (bundle_sku, part_sku, quantity) VALUES (?, ?, ?)"),
                   {bundle, part.sku, part.quantity}));
      touched << part.sku;
    }
    for (const QString& sku : std::as_const(touched))
      SC_TRY(forgetFacts(c, sku));
    changes.stock = changes.products = true;
    return refreshStockAlertsOf(c, touched, now, changes);
  });
}

Result<std::optional<qint64>> availableBundles(Connection& c, const QString& bundle, const QString& warehouse)
{
  const QString place = warehouse.isEmpty() ? kMainWarehouse : warehouse;
  SC_TRY_ASSIGN(parts, bundleParts(c, bundle));
  std::optional<qint64> most;
  for (const ArticlePart& part : parts) {
    SC_TRY_ASSIGN(available, c.number(QStringLiteral("SELECT on_hand - reserved - blocked FROM stock WHERE sku = ? AND "
                                                     "warehouse = ?"),
                                      {part.sku, place}));
    const qint64 makes = std::max<qint64>(0, available) / part.quantity;
    most = most ? std::min(*most, makes) : makes;
  }
  return most;
}

Result<void> setCost(Connection& c, const StockWorker& worker, const QString& sku, Money cost, Instant from,
                     const QString& reason, Instant now)
{
  SC_TRY(mayApprove(worker));
  if (sku.isEmpty() || cost.minor() < 0)
    return fail(ErrorKind::Invalid, QStringLiteral("a cost needs a SKU and an amount of at least zero"), sku);
  return c.transaction([&]() -> Result<void> {
    SC_TRY(c.run(QStringLiteral("INSERT INTO article_costs (sku, from_at, cost_minor, currency, reason, actor, "
                                "entered_at) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sku, from_at) DO UPDATE SET "
                                "cost_minor = excluded.cost_minor, currency = excluded.currency, "
                                "reason = excluded.reason, actor = excluded.actor, entered_at = excluded.entered_at"),
                 {sku, from, cost.minor(), cost.currency().code(), reason, worker.name, now}));
    SC_TRY_ASSIGN(next, c.row(QStringLiteral("SELECT from_at FROM article_costs WHERE sku = ? AND from_at > ? ORDER BY "
                                             "from_at LIMIT 1"),
                              {sku, from}, [](const Row& row) { return row.instant(0); }));
    SC_TRY(c.run(QStringLiteral("UPDATE order_lines SET cost_minor = ? WHERE sku = ? AND cost_minor IS NULL AND "
                                "order_id >= ? AND order_id < ? AND EXISTS (SELECT 1 FROM orders o WHERE "
                                "o.id = order_lines.order_id AND o.currency = ? AND NOT EXISTS (SELECT 1 FROM "
                                "article_links k WHERE k.account_id = o.account_id AND k.sku = order_lines.sku))"),
                 {cost.minor(), sku, firstOrderKeyAt(from),
                  next ? firstOrderKeyAt(*next) : std::numeric_limits<qint64>::max(), cost.currency().code()}));
    return {};
  });
}

Result<std::vector<ArticleCost>> costHistory(Connection& c, const QString& sku)
{
  return c.rows(QStringLiteral("SELECT from_at, cost_minor, currency, reason, actor FROM article_costs WHERE sku = ? "
                               "ORDER BY from_at DESC"),
                {sku}, [](const Row& row) {
                  return ArticleCost{row.instant(0),
                                     Money(row.integer(1), Currency::of(row.text(2)).value_or(Currency())), row.text(3),
                                     row.text(4)};
                });
}

Result<QHash<QString, Money>> costsAt(Connection& c, Instant at)
{
  QHash<QString, Money> costs;
  SC_TRY(c.each(QStringLiteral("SELECT sku, cost_minor, currency FROM article_costs WHERE from_at <= ? ORDER BY sku, "
                               "from_at"),
                {at}, [&](const Row& row) {
                  costs.insert(row.text(0), Money(row.integer(1), Currency::of(row.text(2)).value_or(Currency())));
                }));
  return costs;
}

Result<void> setWeight(Connection& c, const StockWorker& worker, const QString& sku, std::optional<qint64> grams,
                       Instant now, ChangeSet& changes)
{
  SC_TRY(mayApprove(worker));
  if (sku.isEmpty() || (grams && (*grams < 1 || *grams > kHeaviestPiece)))
    return fail(ErrorKind::Invalid,
                QStringLiteral("a weight needs a SKU, and is from 1 to %1 grams").arg(kHeaviestPiece), sku);
  if (grams)
    SC_TRY(c.run(QStringLiteral("INSERT INTO article_weights (sku, grams, actor, entered_at) VALUES (?, ?, ?, ?) ON "
                                "CONFLICT (sku) DO UPDATE SET grams = excluded.grams, actor = excluded.actor, "
                                "entered_at = excluded.entered_at"),
                 {sku, *grams, worker.name, now}));
  else
    SC_TRY(c.run(QStringLiteral("DELETE FROM article_weights WHERE sku = ?"), {sku}));
  changes.stock = changes.weights = true;
  return {};
}

Result<std::vector<ArticleLink>> articleLinks(Connection& c)
{
  return c.rows(QStringLiteral("SELECT account_id, sku, article, reason, actor, linked_at FROM article_links "
                               "ORDER BY account_id, sku"),
                {}, [](const Row& row) {
                  return ArticleLink{row.id<AccountId>(0), row.text(1), row.text(2),
                                     row.text(3),          row.text(4), row.instant(5)};
                });
}

Result<void> linkArticle(Connection& c, const StockWorker& worker, AccountId account, const QString& sku,
                         const QString& article, const QString& reason, Instant now, ChangeSet& changes)
{
  SC_TRY(mayApprove(worker));
  if (sku.isEmpty() || article.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("a link needs the shop's SKU and the article"), sku);
  return c.transaction([&]() -> Result<void> {
    SC_TRY_ASSIGN(before, articleOf(c, account, sku));
    SC_TRY(keepOldClaims(c, sku, account));
    if (article == sku)
      SC_TRY(c.run(QStringLiteral("DELETE FROM article_links WHERE account_id = ? AND sku = ?"), {account, sku}));
    else
      SC_TRY(c.run(QStringLiteral("INSERT INTO article_links (account_id, sku, article, reason, actor, linked_at) "
                                  "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, sku) DO UPDATE SET "
                                  "article = excluded.article, reason = excluded.reason, actor = excluded.actor, "
                                  "linked_at = excluded.linked_at"),
                   {account, sku, article, reason, worker.name, now}));
    for (const QString& touched : {sku, before, article})
      SC_TRY(forgetFacts(c, touched));
    changes.stock = changes.products = true;
    return refreshStockAlertsOf(c, {sku, before, article}, now, changes);
  });
}

Result<void> unlinkArticle(Connection& c, const StockWorker& worker, AccountId account, const QString& sku, Instant now,
                           ChangeSet& changes)
{
  SC_TRY_ASSIGN(article, articleOf(c, account, sku));
  const QString own = QStringLiteral("%1@%2").arg(sku).arg(account.value());
  return linkArticle(c, worker, account, sku, article == sku ? own : sku, QStringLiteral("unlinked"), now, changes);
}

} // namespace supercargo
