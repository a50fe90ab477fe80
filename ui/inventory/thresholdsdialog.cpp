#include "ui/inventory/thresholdsdialog.h"

#include "ui/inventory/stockwords.h"
#include "ui/inventory/thresholdtable.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <map>
#include <tuple>

namespace supercargo {
namespace {

using Place = std::tuple<ThresholdScope, QString, QString>;

Place placeOf(const StockThreshold& t)
{
  return {t.scope, t.subject, t.warehouse};
}

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
    StockThreshold threshold;
    threshold.scope = ThresholdScope::Sku;
    threshold.subject = cells.value(0);
    threshold.warehouse = cells.value(2);
    if (!threshold.subject.isEmpty() && takePieces(cells.value(1), threshold.low))
      block.thresholds.push_back(threshold);
    else if (i > 0 || !isHeading(cells))
      block.faults << ThresholdsDialog::tr("Line %1 is not SKU, pieces, warehouse: “%2”")
                          .arg(numberText(i + 1), lines[i].simplified());
  }
  return block;
}

ThresholdsDialog::ThresholdsDialog(const std::vector<StockThreshold>& known, const ThresholdSubjects& subjects,
                                   QWidget* parent)
    : QDialog(parent), m_known(known), m_table(new ThresholdTable(subjects)), m_fault(new QLabel)
{
  setWindowTitle(tr("Thresholds"));
  resize(3 * px(Size::Details), px(Size::Palette));
  auto* column = new QVBoxLayout(this);
  auto* about = new QLabel(
      tr("The narrowest value counts: the article in a warehouse, the article, its category, the warehouse, "
         "everything. An empty cell is looked for at the next; pieces that nobody set are computed from demand "
         "and lead time. Cells of a spreadsheet can be pasted: SKU, pieces, warehouse."));
  about->setWordWrap(true);
  column->addWidget(about);
  column->addWidget(m_table, 1);
  setRole(m_fault, "error");
  m_fault->setObjectName(QStringLiteral("fault"));
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
  connect(m_table, &ThresholdTable::edited, this, &ThresholdsDialog::check);
  for (const StockThreshold& threshold : m_known)
    m_table->add(threshold);
  check();
}

void ThresholdsDialog::paste(const QString& text)
{
  const ThresholdBlock block = thresholdBlock(text);
  m_table->setPieces(block.thresholds);
  if (!block.faults.isEmpty())
    m_fault->setText(block.faults.mid(0, 3).join(u'\n'));
}

std::vector<StockThreshold> ThresholdsDialog::changed() const
{
  QStringList faults;
  return changed(faults);
}

std::vector<StockThreshold> ThresholdsDialog::changed(QStringList& faults) const
{
  std::map<Place, StockThreshold> gone;
  for (const StockThreshold& threshold : m_known)
    gone.emplace(placeOf(threshold), threshold);
  std::vector<StockThreshold> changes;
  for (const StockThreshold& threshold : m_table->thresholds(faults)) {
    const auto known = gone.extract(placeOf(threshold));
    if (!known || known.mapped() != threshold)
      changes.push_back(threshold);
  }
  for (const auto& [place, threshold] : gone)
    changes.push_back({threshold.scope, threshold.subject, threshold.warehouse, {}, {}, {}, {}, {}, {}});
  return changes;
}

void ThresholdsDialog::check()
{
  QStringList faults;
  const bool hasChanges = !changed(faults).empty();
  m_fault->setText(faults.mid(0, 3).join(u'\n'));
  m_save->setEnabled(faults.isEmpty() && hasChanges);
}

void ThresholdsDialog::keyPressEvent(QKeyEvent* event)
{
  if (event->matches(QKeySequence::Paste))
    return paste(QApplication::clipboard()->text());
  QDialog::keyPressEvent(event);
}

} // namespace supercargo
