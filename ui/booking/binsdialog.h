#pragma once

#include "core/labels/bins.h"
#include "ui/booking/listdialog.h"
#include "ui/pages.h"

class QComboBox;
class QLineEdit;

namespace supercargo {

/// Where goods lie: the bin of each SKU in each warehouse. Pick lists go along the bins.
class BinsDialog : public ListDialog {
  Q_OBJECT
public:
  explicit BinsDialog(const PageContext& context, QWidget* parent = nullptr);

private:
  void reload() override;
  void fillForm(std::optional<size_t> entry) override;
  std::vector<FieldFault> faults() const override;
  Change saving() const override;
  QString nameOf(size_t entry) const override;
  Change removal(size_t entry) const override;
  Change restoring(size_t entry) const override;
  std::vector<QWidget*> listStops() const override;
  void offerWarehouses(QStringList known);
  void showFound();
  BinRow typed() const;

  std::vector<BinRow> m_all, m_shown;
  QLineEdit* m_search;
  QLabel* m_count;
  QLineEdit *m_sku, *m_bin;
  QComboBox* m_warehouse;
};

} // namespace supercargo
