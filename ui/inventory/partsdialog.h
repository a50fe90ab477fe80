#pragma once

#include "core/store/ledger.h"
#include "ui/inventory/shortdialog.h"

namespace supercargo {

/// What a bundle is made of: an article that lies nowhere itself, and takes its parts.
class PartsDialog : public ShortDialog {
  Q_OBJECT
public:
  PartsDialog(const QString& bundle, const std::vector<ArticlePart>& parts, QWidget* parent = nullptr);
  std::vector<ArticlePart> parts() const; ///< empty: it is no bundle

private:
  void add(const QString& sku, qint64 pieces);
  void check();

  QString m_bundle;
  QTableWidget* m_table;
};

} // namespace supercargo
