#include "ui/inventory/thresholdsdialog.h"

#include "ui/inventory/stockwords.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QHash>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace supercargo {
namespace {

StockThreshold ofSku(const QString& sku, const QString& warehouse)
{
  StockThreshold threshold;
  threshold.scope = ThresholdScope::Sku;
  threshold.subject = sku;
  threshold.warehouse = warehouse;
  return threshold;
}

/// The number of a cell; nothing when it is empty. False: it is no number.
bool takeNumber(QString cell, std::optional<qint64>& number)
{
  cell.remove(u',').remove(u' ');
  if (cell.isEmpty())
    return true;
  bool good = false;
  const qint64 value = cell.toLongLong(&good);
  if (!good || value < 0)
    return false;
  number = value;
  return true;
}

using Place = std::pair<QString, QString>; ///< SKU and warehouse

bool isHeading(const QStringList& cells)
{
  const QString pieces = cells.value(1);
  return std::ranges::none_of(pieces, [](QChar c) { return c.isDigit(); });
}

} // namespace

ThresholdBlock thresholdBlock(const QString& text)
{
  ThresholdBlock block;
  const QStringList lines = text.split(u'\n');
  for (qsizetype i = 0; i < lines.size(); ++i) {
    QStringList cells = lines[i].split(u'\t');
    for (QString& cell : cells)
      cell = cell.trimmed();
    if (cells.join(QString()).isEmpty())
      continue;
    StockThreshold threshold = ofSku(cells.value(0), cells.value(2));
    if (!threshold.subject.isEmpty() && takeNumber(cells.value(1), threshold.low))
      block.thresholds.push_back(threshold);
    else if (i > 0 || !isHeading(cells))
      block.faults << ThresholdsDialog::tr("Line %1 is not SKU, pieces, warehouse: “%2”")
                          .arg(numberText(i + 1), lines[i].simplified());
  }
  return block;
}

ThresholdsDialog::ThresholdsDialog(const std::vector<StockThreshold>& known, QWidget* parent)
    : QDialog(parent), m_known(known), m_table(new QTableWidget(0, 3)), m_fault(new QLabel)
{
  setWindowTitle(tr("Thresholds"));
  resize(2 * px(Size::Details), px(Size::Palette));
  auto* column = new QVBoxLayout(this);
  auto* about =
      new QLabel(tr("Copy cells from a spreadsheet and paste them here: SKU, pieces, warehouse. Without pieces "
                    "the threshold is computed from demand and lead time; without warehouse it holds for all."));
  about->setWordWrap(true);
  column->addWidget(about);
  m_table->setHorizontalHeaderLabels({tr("SKU"), tr("Pieces"), tr("Warehouse")});
  m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  m_table->verticalHeader()->hide();
  m_table->setAccessibleName(tr("Thresholds of articles"));
  column->addWidget(m_table, 1);
  setRole(m_fault, "error");
  m_fault->setWordWrap(true);
  column->addWidget(m_fault);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel);
  m_save = buttons->button(QDialogButtonBox::Save);
  m_save->setText(tr("Save"));
  setRole(m_save, "primary");
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  QPushButton* paste = buttons->addButton(tr("Paste"), QDialogButtonBox::ActionRole);
  column->addWidget(buttons);
  connect(paste, &QPushButton::clicked, this, [this] { this->paste(QApplication::clipboard()->text()); });
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_table, &QTableWidget::itemChanged, this, &ThresholdsDialog::check);
  for (const StockThreshold& threshold : m_known)
    if (threshold.scope == ThresholdScope::Sku)
      add(threshold);
  add(ofSku(QString(), QString()));
  check();
}

void ThresholdsDialog::add(const StockThreshold& threshold)
{
  const QSignalBlocker quiet(m_table);
  const int row = m_table->rowCount();
  m_table->insertRow(row);
  m_table->setItem(row, 0, new QTableWidgetItem(threshold.subject));
  m_table->setItem(row, 1, new QTableWidgetItem(threshold.low ? QString::number(*threshold.low) : QString()));
  m_table->item(row, 1)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
  m_table->setItem(row, 2, new QTableWidgetItem(threshold.warehouse));
}

void ThresholdsDialog::paste(const QString& text)
{
  const ThresholdBlock block = thresholdBlock(text);
  QHash<Place, int> rows; // a spreadsheet has thousands of them
  for (int row = 0; row < m_table->rowCount(); ++row)
    rows.insert({m_table->item(row, 0)->text().trimmed(), m_table->item(row, 2)->text().trimmed()}, row);
  const QSignalBlocker quiet(m_table);
  for (const StockThreshold& fresh : block.thresholds) {
    const auto row = rows.constFind({fresh.subject, fresh.warehouse});
    if (row != rows.constEnd()) {
      m_table->item(*row, 1)->setText(fresh.low ? QString::number(*fresh.low) : QString());
    } else {
      rows.insert({fresh.subject, fresh.warehouse}, m_table->rowCount());
      add(fresh);
    }
  }
  check();
  if (!block.faults.isEmpty())
    m_fault->setText(block.faults.mid(0, 3).join(u'\n'));
}

std::vector<StockThreshold> ThresholdsDialog::shown(QStringList* faults) const
{
  std::vector<StockThreshold> all;
  for (int row = 0; row < m_table->rowCount(); ++row) {
    StockThreshold threshold = ofSku(m_table->item(row, 0)->text().trimmed(), m_table->item(row, 2)->text().trimmed());
    const QString pieces = m_table->item(row, 1)->text().trimmed();
    if (threshold.subject.isEmpty() && pieces.isEmpty())
      continue;
    if (threshold.subject.isEmpty() || !takeNumber(pieces, threshold.low))
      *faults << tr("“%1” for “%2” is no number of pieces.").arg(pieces, threshold.subject);
    else
      all.push_back(threshold);
  }
  return all;
}

std::vector<StockThreshold> ThresholdsDialog::changed() const
{
  QHash<Place, const StockThreshold*> known;
  for (const StockThreshold& threshold : m_known)
    if (threshold.scope == ThresholdScope::Sku)
      known.insert({threshold.subject, threshold.warehouse}, &threshold);
  QStringList faults;
  std::vector<StockThreshold> changes;
  for (StockThreshold threshold : shown(&faults)) {
    if (const StockThreshold* before = known.value({threshold.subject, threshold.warehouse})) {
      if (before->low == threshold.low)
        continue;
      const auto low = threshold.low;
      threshold = *before; // what this table does not show stays as it was
      threshold.low = low;
    }
    changes.push_back(threshold);
  }
  return changes;
}

void ThresholdsDialog::check()
{
  QStringList faults;
  shown(&faults);
  m_fault->setText(faults.mid(0, 3).join(u'\n'));
  m_save->setEnabled(faults.isEmpty() && !changed().empty());
}

void ThresholdsDialog::keyPressEvent(QKeyEvent* event)
{
  if (event->matches(QKeySequence::Paste))
    return paste(QApplication::clipboard()->text());
  QDialog::keyPressEvent(event);
}

} // namespace supercargo
