#include "ui/inventory/adjustdialog.h"

#include "ui/inventory/stockwords.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

namespace supercargo {
namespace {

constexpr int kMost = 10'000'000;

} // namespace

AdjustDialog::AdjustDialog(const StockListRow& row, QWidget* parent)
    : QDialog(parent), m_row(row), m_delta(new QSpinBox), m_reason(new QComboBox), m_after(new QLabel)
{
  setWindowTitle(tr("Adjust stock"));
  auto* form = new QFormLayout(this);
  form->setSpacing(px(Size::Space3));
  auto* what = new QLabel(QStringLiteral("%1  ·  %2").arg(row.sku, warehouseWord(row.warehouse)));
  setRole(what, "strong");
  form->addRow(what);
  m_delta->setRange(-kMost, kMost);
  m_delta->setPrefix(QString());
  m_delta->setAccessibleName(tr("Difference in pieces"));
  form->addRow(tr("Difference"), m_delta);
  m_reason->setEditable(true);
  m_reason->setMinimumContentsLength(24);
  m_reason->addItems({tr("Counted again"), tr("Damaged"), tr("Lost"), tr("Found"), tr("Given away")});
  m_reason->setCurrentText(QString());
  m_reason->setAccessibleName(tr("Reason"));
  m_reason->lineEdit()->setPlaceholderText(tr("Why? The ledger keeps it."));
  form->addRow(tr("Reason"), m_reason);
  form->addRow(m_after);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
  m_ok = buttons->button(QDialogButtonBox::Ok);
  m_ok->setText(tr("Adjust"));
  buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
  setRole(m_ok, "primary");
  form->addRow(buttons);
  connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_delta, &QSpinBox::valueChanged, this, &AdjustDialog::check);
  connect(m_reason, &QComboBox::editTextChanged, this, &AdjustDialog::check);
  check();
}

qint64 AdjustDialog::delta() const
{
  return m_delta->value();
}

QString AdjustDialog::reason() const
{
  return m_reason->currentText().trimmed();
}

void AdjustDialog::check()
{
  const qint64 after = m_row.onHand + delta();
  m_after->setText(after < 0 ? tr("Only %1 are on hand.").arg(numberText(m_row.onHand))
                             : tr("On hand: %1 now, %2 then.").arg(numberText(m_row.onHand), numberText(after)));
  setInvalid(m_delta, after < 0);
  m_ok->setEnabled(delta() != 0 && after >= 0 && !reason().isEmpty());
}

} // namespace supercargo
