#pragma once

#include "core/store/ledger.h"

#include <QHash>

namespace supercargo {

/// Which articles the shops' SKUs stand for, read once for a run over many lines: links first, then bundles into their
/// parts (core/store/ledger.h says the same for one SKU).
class ArticleMap {
public:
  /// `articles` empty: all; else only what concerns these.
  static Result<ArticleMap> read(Connection& c, const QStringList& articles = {});

  /// Calls `each(article, pieces)` for what one piece of a shop's SKU takes from the warehouse.
  template <class Each>
  void parts(qint64 account, const QString& sku, Each each) const
  {
    const QString article = m_links.isEmpty() ? sku : m_links.value({account, sku}, sku);
    const auto bundle = m_bundles.constFind(article);
    if (bundle == m_bundles.constEnd())
      return each(article, qint64(1));
    for (const ArticlePart& part : *bundle)
      each(part.sku, part.quantity);
  }

  /// The shops' SKUs that may take from these articles.
  QStringList shopSkus(const QStringList& articles) const;

private:
  QHash<std::pair<qint64, QString>, QString> m_links;
  QHash<QString, std::vector<ArticlePart>> m_bundles;
};

} // namespace supercargo
