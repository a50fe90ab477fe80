#include "core/store/goneproducts.h"

namespace supercargo {

Result<std::vector<KnownProduct>> productsNotGone(Connection& c, AccountId account)
{
  return c.rows(QStringLiteral("SELECT external_id, missed_at FROM products WHERE account_id = ? AND gone_at IS NULL "
                               "ORDER BY id"),
                {account}, [](const Row& row) {
                  return KnownProduct{row.text(0), !row.isNull(1)};
                });
}

MissedProducts judgeMissed(const std::vector<KnownProduct>& known, const QSet<QString>& met, bool canBeAskedById)
{
  constexpr qsizetype kTooFewForShares = 10;
  MissedProducts judged;
  judged.known = qsizetype(known.size());
  std::vector<KnownProduct> missed;
  for (const KnownProduct& product : known)
    if (!met.contains(product.externalId))
      missed.push_back(product);
  const auto missing = qsizetype(missed.size());
  judged.listIsShrunk =
      missing > 0 && (missing == judged.known || (judged.known >= kTooFewForShares && 2 * missing > judged.known));
  const bool askTwice = judged.listIsShrunk || !canBeAskedById;
  for (const KnownProduct& product : missed)
    (askTwice && !product.missedBefore ? judged.doubted : judged.believed) << product.externalId;
  return judged;
}

Result<void> markVariantsGone(Connection& c, AccountId account, const QStringList& externalIds, Instant now)
{
  for (const QString& id : externalIds) {
    SC_TRY(c.run(QStringLiteral("UPDATE variants SET gone_at = ? WHERE account_id = ? AND external_id = ? "
                                "AND gone_at IS NULL"),
                 {now, account, id}));
    SC_TRY(c.run(QStringLiteral("DELETE FROM shop_stock WHERE account_id = ? AND variant_external_id = ?"),
                 {account, id}));
  }
  return {};
}

Result<void> markProductsGone(Connection& c, AccountId account, const QStringList& externalIds, Instant now,
                              ChangeSet& changes)
{
  for (const QString& id : externalIds) {
    SC_TRY_ASSIGN(marked, c.run(QStringLiteral("UPDATE products SET gone_at = ?, missed_at = NULL "
                                               "WHERE account_id = ? AND external_id = ? AND gone_at IS NULL"),
                                {now, account, id}));
    if (marked == 0)
      continue;
    SC_TRY_ASSIGN(variants,
                  c.rows(QStringLiteral("SELECT v.external_id FROM variants v JOIN products p ON p.id = v.product_id "
                                        "WHERE p.account_id = ? AND p.external_id = ? AND v.gone_at IS NULL"),
                         {account, id}, [](const Row& row) { return row.text(0); }));
    SC_TRY(markVariantsGone(c, account, QStringList(variants.begin(), variants.end()), now));
    changes.products = true;
  }
  return {};
}

Result<void> noteMissedProducts(Connection& c, AccountId account, const QStringList& externalIds, Instant now)
{
  for (const QString& id : externalIds)
    SC_TRY(c.run(QStringLiteral("UPDATE products SET missed_at = ? WHERE account_id = ? AND external_id = ? "
                                "AND missed_at IS NULL"),
                 {now, account, id}));
  return {};
}

} // namespace supercargo
