#include "ui/inventory/undodialog.h"

#include "ui/inventory/stockwords.h"
#include "ui/text/format.h"

#include <QLineEdit>

namespace supercargo {

UndoDialog::UndoDialog(const StockMovement& movement, const QTimeZone& zone, QWidget* parent)
    : ShortDialog(tr("Take a movement back"), tr("Take back"), parent), m_reason(new QLineEdit)
{
  addText(QStringList{movement.sku, warehouseWord(movement.warehouse)}.join(QStringLiteral("  ·  ")), "strong");
  addText(QStringList{movementWord(movement.kind), movementChanges(movement), dateTimeText(movement.at, zone)}.join(
      QStringLiteral("  ·  ")));
  addText(tr("A counter-movement is written; the ledger keeps both."), "small");
  QFormLayout* form = addForm();
  m_reason->setPlaceholderText(tr("The ledger keeps it."));
  m_reason->setAccessibleName(tr("Reason"));
  form->addRow(tr("Reason"), m_reason);
  connect(m_reason, &QLineEdit::textChanged, this, [this] { action()->setEnabled(!reason().isEmpty()); });
  action()->setEnabled(false);
  m_reason->setFocus();
}

QString UndoDialog::reason() const
{
  return m_reason->text().trimmed();
}

} // namespace supercargo
