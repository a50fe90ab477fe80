#include "ui/inventory/transfersdialog.h"

#include "ui/inventory/stockwords.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>

namespace supercargo {
namespace {
constexpr int kCame = 3;
} // namespace

TransfersDialog::TransfersDialog(std::vector<TransferRow> open, QWidget* parent)
    : ShortDialog(tr("Receive a transfer"), tr("Receive"), parent), m_open(std::move(open)), m_which(new QComboBox),
      m_rest(new QCheckBox(tr("What did not come is lost")))
{
  resize(2 * px(Size::Details), px(Size::Palette));
  if (m_open.empty())
    addText(tr("Nothing is on its way between warehouses."));
  m_which->setAccessibleName(tr("Transfer"));
  for (const TransferRow& row : m_open)
    m_which->addItem(tr("%1: %2 → %3").arg(QString::number(row.id), warehouseWord(row.from), warehouseWord(row.to)),
                     row.id);
  body()->addWidget(m_which);
  m_lines = addTable({tr("SKU"), tr("Lot"), tr("On its way"), tr("Came")}, tr("Goods of the transfer"));
  body()->addWidget(m_rest);
  connect(m_which, &QComboBox::currentIndexChanged, this, &TransfersDialog::showTransfer);
  connect(m_rest, &QCheckBox::toggled, this, &TransfersDialog::check);
  showTransfer();
}

void TransfersDialog::showTransfer()
{
  m_lines->setRowCount(0);
  const int index = m_which->currentIndex();
  if (index >= 0)
    for (const TransferRow::Line& line : m_open[std::size_t(index)].lines) {
      const int row = m_lines->rowCount();
      m_lines->insertRow(row);
      const QStringList cells{line.sku, line.lot, numberText(line.open())};
      for (int column = 0; column < kCame; ++column) {
        auto* item = new QTableWidgetItem(cells[column]);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
        m_lines->setItem(row, column, item);
      }
      auto* came = new QSpinBox;
      came->setRange(0, int(line.open()));
      came->setValue(int(line.open()));
      came->setAccessibleName(tr("Pieces of %1 that came").arg(line.sku));
      m_lines->setCellWidget(row, kCame, came);
      connect(came, &QSpinBox::valueChanged, this, &TransfersDialog::check);
    }
  check();
}

qint64 TransfersDialog::transfer() const
{
  return m_which->currentData().toLongLong();
}

std::vector<TransferLine> TransfersDialog::came() const
{
  std::vector<TransferLine> lines;
  for (int row = 0; row < m_lines->rowCount(); ++row)
    lines.push_back({m_lines->item(row, 0)->text(), m_lines->item(row, 1)->text(),
                     static_cast<QSpinBox*>(m_lines->cellWidget(row, kCame))->value()});
  return lines;
}

bool TransfersDialog::restIsMissing() const
{
  return m_rest->isChecked();
}

void TransfersDialog::check()
{
  m_which->setVisible(!m_open.empty());
  m_lines->setVisible(!m_open.empty());
  m_rest->setVisible(!m_open.empty());
  const auto lines = came();
  const bool hasCome = std::ranges::any_of(lines, [](const TransferLine& line) { return line.quantity > 0; });
  action()->setEnabled(hasCome || (!lines.empty() && restIsMissing())); // all of it may be lost
}

} // namespace supercargo
