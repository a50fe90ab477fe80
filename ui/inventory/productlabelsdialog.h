#pragma once

#include "core/labels/printmatter.h"
#include "ui/inventory/shortdialog.h"
#include "ui/pages.h"

class QComboBox;
class QSpinBox;

namespace supercargo {

class PagePreview;

/// Bar code labels for articles: copies of each, the label as it will be printed, and off to the print queue.
class ProductLabelsDialog : public ShortDialog {
  Q_OBJECT
public:
  ProductLabelsDialog(const PageContext& context, const QStringList& skus, QWidget* parent = nullptr);
  std::vector<NewPrintJob> jobs() const; ///< what was accepted: for the print queue

private:
  NewPrintJob jobOf(int row) const;
  void build(const QStringList& skus);
  void preview();
  void check();
  void readTitles(const QStringList& skus);

  PageContext m_context;
  QTableWidget* m_table;
  QComboBox *m_paper, *m_printer;
  QSpinBox* m_all;
  PagePreview* m_preview;
  QLabel* m_total;
  QString m_fault; ///< of the label shown
  int m_request = 0;
};

} // namespace supercargo
