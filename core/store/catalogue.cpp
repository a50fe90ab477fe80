#include "core/store/catalogue.h"

#include "core/db/ids.h"
#include "core/db/lookup.h"
#include "core/store/goneproducts.h"
#include "core/store/texthash.h"

#include <QHash>
#include <QSet>

namespace supercargo {
namespace {

const QString kDeleted = QStringLiteral("DELETED"); ///< see ProductSnapshot::status

QString textOf(const std::optional<qint64>& value)
{
  return value ? QString::number(*value) : QString();
}
QString textOf(const std::optional<Instant>& at)
{
  return at ? QString::number(toMs(*at)) : QString();
}

QString managedByName(StockManagedBy managed)
{
  switch (managed) {
  case StockManagedBy::Variant:
    return QStringLiteral("variant");
  case StockManagedBy::Parent:
    return QStringLiteral("parent");
  case StockManagedBy::None:
    break;
  }
  return QStringLiteral("none");
}

/// Of the product alone: its variants come in calls of their own.
qint64 hashOf(const ProductSnapshot& p)
{
  return textHash(QStringList{p.title, p.status, p.url, textOf(p.updatedAt)} + p.imageUrls + p.categories);
}

/// A variant's columns as text, in the order of kVariantColumns: equal exactly when nothing is new.
const QString kVariantColumns =
    QStringLiteral("sku, barcode, options, image_url, price_minor, currency, stock, managed_by, "
                   "updated_at");
QStringList partsOf(const VariantSnapshot& v)
{
  return {v.sku,
          v.barcode,
          v.options,
          v.imageUrl,
          v.price ? QString::number(v.price->minor()) : QString(),
          v.price ? v.price->currency().code() : QString(),
          textOf(v.stock),
          managedByName(v.managedBy),
          textOf(v.updatedAt)};
}

struct StoredVariant {
  qint64 id = 0;
  bool isGone = false;
  QStringList parts;
};

using StoredVariants = QHash<QString, StoredVariant>;

Result<StoredVariants> storedVariants(Connection& c, ProductId product)
{
  StoredVariants variants;
  SC_TRY(c.each(
      QStringLiteral("SELECT external_id, id, gone_at, %1 FROM variants WHERE product_id = ?").arg(kVariantColumns),
      {product}, [&](const Row& row) {
        StoredVariant variant{row.integer(1), !row.isNull(2), {}};
        for (int column = 3; column < 12; ++column)
          variant.parts << row.text(column);
        variants.insert(row.text(0), variant);
      }));
  return variants;
}

Result<void> storeVariant(Connection& c, AccountId account, ProductId product, qint64 id, const VariantSnapshot& v)
{
  const auto price = v.price ? std::optional(v.price->minor()) : std::nullopt;
  SC_TRY(c.run(
      QStringLiteral("INSERT INTO variants (id, product_id, account_id, external_id, %1) "
                     "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (account_id, external_id) DO UPDATE "
                     "SET product_id = excluded.product_id, sku = excluded.sku, barcode = excluded.barcode, "
                     "options = excluded.options, image_url = excluded.image_url, "
                     "price_minor = excluded.price_minor, currency = excluded.currency, stock = excluded.stock, "
                     "managed_by = excluded.managed_by, updated_at = excluded.updated_at, gone_at = NULL")
          .arg(kVariantColumns),
      {id, product, account, v.externalId, v.sku, v.barcode, v.options, v.imageUrl, price,
       v.price ? v.price->currency().code() : QString(), v.stock, managedByName(v.managedBy), v.updatedAt}));
  return {};
}

/// Whether any variant is new, different, gone or there again.
Result<bool> storeVariants(Connection& c, const Origin& origin, ProductId id, bool isNew,
                           const ProductSnapshot& product)
{
  SC_TRY_ASSIGN(stored, isNew ? Result<StoredVariants>({}) : storedVariants(c, id));
  ExpectedIds ids(QStringLiteral("variants"), product.variants.size());
  bool changed = false;
  for (const VariantSnapshot& variant : product.variants) {
    ids.nextRecord();
    const auto known = stored.constFind(variant.externalId);
    if (known != stored.constEnd() && !known->isGone && known->parts == partsOf(variant))
      continue;
    changed = true;
    qint64 variantId = known != stored.constEnd() ? known->id : 0;
    if (variantId == 0) {
      SC_TRY_ASSIGN(fresh, ids.next(c));
      variantId = fresh;
    }
    SC_TRY(storeVariant(c, origin.account, id, variantId, variant));
  }
  if (product.variantIds.isEmpty())
    return changed;
  const QSet<QString> present(product.variantIds.begin(), product.variantIds.end());
  QStringList gone;
  for (auto it = stored.constBegin(); it != stored.constEnd(); ++it)
    if (!it->isGone && !present.contains(it.key()))
      gone << it.key();
  SC_TRY(markVariantsGone(c, origin.account, gone, origin.now));
  return changed || !gone.isEmpty();
}

struct StoredProduct {
  ProductId id;
  qint64 hash = 0;
  bool isGone = false, isMissed = false;
};

Result<QHash<QString, StoredProduct>> storedProducts(Connection& c, AccountId account,
                                                     const std::vector<ProductSnapshot>& told)
{
  std::vector<QString> ids;
  for (const ProductSnapshot& product : told)
    ids.push_back(product.externalId);
  QHash<QString, StoredProduct> stored;
  SC_TRY(inPieces(ids, {account}, [&](const QString& marks, const std::vector<SqlValue>& values) {
    return c.each(QStringLiteral("SELECT external_id, id, content_hash, gone_at, missed_at FROM products "
                                 "WHERE account_id = ? AND external_id IN (%1)")
                      .arg(marks),
                  values, [&](const Row& row) {
                    stored.insert(row.text(0), {row.id<ProductId>(1), row.integer(2), !row.isNull(3), !row.isNull(4)});
                  });
  }));
  return stored;
}

Result<void> storeProduct(Connection& c, AccountId account, ProductId id, const ProductSnapshot& p, qint64 hash)
{
  SC_TRY(c.run(
      QStringLiteral("INSERT INTO products (id, account_id, external_id, title, status, url, image_url, categories, "
                     "updated_at, content_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
                     "ON CONFLICT (account_id, external_id) DO UPDATE SET title = excluded.title, "
                     "status = excluded.status, url = excluded.url, image_url = excluded.image_url, "
                     "categories = excluded.categories, updated_at = excluded.updated_at, "
                     "content_hash = excluded.content_hash, gone_at = NULL, missed_at = NULL"),
      {id, account, p.externalId, p.title, p.status, p.url, p.imageUrls.value(0), p.categories.join(u'\n'), p.updatedAt,
       hash}));
  return {};
}

VariantRow variantOf(const Row& row, int first)
{
  VariantRow v;
  v.id = row.id<VariantId>(first);
  v.externalId = row.text(first + 1);
  v.sku = row.text(first + 2);
  v.barcode = row.text(first + 3);
  v.options = row.text(first + 4);
  v.imageUrl = row.text(first + 5);
  if (!row.isNull(first + 6))
    v.price = Money(row.integer(first + 6), Currency::of(row.text(first + 7)).value_or(Currency()));
  v.stock = row.integerIfAny(first + 8);
  v.goneAt = row.instantIfAny(first + 9);
  return v;
}

} // namespace

Result<UpsertCount> upsertProducts(Connection& c, const Origin& origin, const std::vector<ProductSnapshot>& products,
                                   ChangeSet& changes)
{
  UpsertCount count;
  SC_TRY_ASSIGN(stored, storedProducts(c, origin.account, products));
  ExpectedIds ids(QStringLiteral("products"), products.size());
  for (const ProductSnapshot& product : products) {
    ids.nextRecord();
    const auto entry = stored.constFind(product.externalId);
    const std::optional<StoredProduct> found = entry == stored.constEnd() ? std::nullopt : std::optional(*entry);
    const qint64 hash = hashOf(product);
    const bool isDeleted = product.status == kDeleted;
    const bool same = found && found->hash == hash && found->isGone == isDeleted && !found->isMissed;
    if (same && isDeleted) { // its variants would come to life
      ++count.unchanged;
      continue;
    }
    ProductId id = found ? found->id : ProductId();
    if (!found) {
      SC_TRY_ASSIGN(fresh, ids.next(c));
      id = ProductId(fresh);
    }
    if (!same)
      SC_TRY(storeProduct(c, origin.account, id, product, hash));
    SC_TRY_ASSIGN(variantsChanged, storeVariants(c, origin, id, !found, product));
    if (variantsChanged || !same) // prices and categories that alerts keep are no longer so
      SC_TRY(
          c.run(QStringLiteral("DELETE FROM stock_facts WHERE sku IN (SELECT sku FROM variants WHERE product_id = ?)"),
                {id}));
    if (isDeleted) // some shops go on telling of what they have deleted
      SC_TRY(markProductsGone(c, origin.account, {product.externalId}, origin.now, changes));
    ++(!found ? count.inserted : variantsChanged || !same ? count.changed : count.unchanged);
    stored.insert(product.externalId, {id, hash, isDeleted, false}); // a page may tell of one twice
  }
  changes.products |= count.inserted + count.changed > 0;
  return count;
}

Result<std::vector<ProductRow>> productRows(Connection& c, int limit, qint64 after, bool goneToo)
{
  const QString notGone = goneToo ? QString() : QStringLiteral(" AND gone_at IS NULL");
  std::vector<ProductRow> products;
  SC_TRY(c.each(
      QStringLiteral(
          "WITH page AS (SELECT id, account_id, external_id, title, status, image_url, gone_at FROM products "
          "WHERE id < ?%1 ORDER BY id DESC LIMIT ?) "
          "SELECT p.id, p.account_id, p.external_id, p.title, p.status, p.image_url, p.gone_at, v.id, "
          "v.external_id, v.sku, v.barcode, v.options, v.image_url, v.price_minor, v.currency, v.stock, "
          "v.gone_at FROM page p LEFT JOIN variants v ON v.product_id = p.id%2 ORDER BY p.id DESC, v.id")
          .arg(notGone, goneToo ? QString() : QStringLiteral(" AND v.gone_at IS NULL")),
      {after > 0 ? after : std::numeric_limits<qint64>::max(),
       limit > 0 ? qint64(limit) : std::numeric_limits<qint64>::max()},
      [&](const Row& row) {
        const auto id = row.id<ProductId>(0);
        if (products.empty() || products.back().id != id)
          products.push_back(
              {id, row.id<AccountId>(1), row.text(2), row.text(3), row.text(4), row.text(5), {}, row.instantIfAny(6)});
        if (!row.isNull(7))
          products.back().variants.push_back(variantOf(row, 7));
      }));
  return products;
}

} // namespace supercargo
