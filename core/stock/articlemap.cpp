#include "core/stock/articlemap.h"

#include <QSet>

namespace supercargo {

Result<ArticleMap> ArticleMap::read(Connection& c, const QStringList& articles)
{
  ArticleMap map;
  QString links, bundles;
  std::vector<SqlValue> linkValues, bundleValues;
  constexpr qsizetype kFew = 200; // of more, everything is read
  if (!articles.isEmpty() && articles.size() <= kFew) {
    const std::vector<SqlValue> wanted(articles.begin(), articles.end());
    const QString marks = QStringList(articles.size(), QStringLiteral("?")).join(u',');
    bundles = QStringLiteral(" WHERE bundle_sku IN (SELECT p.bundle_sku FROM bundle_parts p WHERE p.part_sku IN (%1))")
                  .arg(marks);
    // To these articles, to bundles of them, and away from SKUs that are called like them.
    links = QStringLiteral(" WHERE article IN (%1) OR sku IN (%1) OR article IN (SELECT p.bundle_sku FROM bundle_parts "
                           "p WHERE p.part_sku IN (%1)) OR sku IN (SELECT p.bundle_sku FROM bundle_parts p WHERE "
                           "p.part_sku IN (%1))")
                .arg(marks);
    bundleValues = wanted;
    for (int part = 0; part < 4; ++part)
      linkValues.insert(linkValues.end(), wanted.begin(), wanted.end());
  }
  SC_TRY(c.each(QStringLiteral("SELECT account_id, sku, article FROM article_links%1").arg(links), linkValues,
                [&](const Row& row) {
                  map.m_links.insert({row.integer(0), row.text(1)}, row.text(2));
                }));
  SC_TRY(c.each(QStringLiteral("SELECT bundle_sku, part_sku, quantity FROM bundle_parts%1 ORDER BY bundle_sku, "
                               "part_sku")
                    .arg(bundles),
                bundleValues, [&](const Row& row) {
                  map.m_bundles[row.text(0)].push_back({row.text(1), row.integer(2)});
                }));
  return map;
}

QStringList ArticleMap::shopSkus(const QStringList& articles) const
{
  QSet<QString> found(articles.begin(), articles.end());
  for (auto it = m_bundles.cbegin(); it != m_bundles.cend(); ++it)
    for (const ArticlePart& part : *it)
      if (articles.contains(part.sku))
        found.insert(it.key());
  QSet<QString> linked;
  for (auto it = m_links.cbegin(); it != m_links.cend(); ++it)
    if (found.contains(*it))
      linked.insert(it.key().second);
  found.unite(linked);
  return QStringList(found.begin(), found.end());
}

} // namespace supercargo
