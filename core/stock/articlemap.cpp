#include "core/stock/articlemap.h"

#include <QSet>

namespace supercargo {

Result<ArticleMap> ArticleMap::read(Connection& c)
{
  ArticleMap map;
  SC_TRY(c.each(QStringLiteral("SELECT account_id, sku, article FROM article_links"), {}, [&](const Row& row) {
    map.m_links.insert({row.integer(0), row.text(1)}, row.text(2));
  }));
  SC_TRY(c.each(QStringLiteral("SELECT bundle_sku, part_sku, quantity FROM bundle_parts ORDER BY bundle_sku, part_sku"),
                {}, [&](const Row& row) {
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
