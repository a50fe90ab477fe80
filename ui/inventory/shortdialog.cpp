#include "ui/inventory/shortdialog.h"

#include "ui/theme/theme.h"

#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTableWidget>

namespace supercargo {

ShortDialog::ShortDialog(const QString& title, const QString& action, QWidget* parent)
    : QDialog(parent), m_body(new QVBoxLayout), m_fault(new QLabel), m_buttons(new QDialogButtonBox)
{
  setWindowTitle(title);
  setMinimumWidth(px(Size::Details));
  setRole(m_fault, "error");
  m_fault->setWordWrap(true);
  m_fault->hide();
  if (!action.isEmpty()) {
    m_action = m_buttons->addButton(action, QDialogButtonBox::AcceptRole);
    setRole(m_action, "primary");
  }
  // Enter in a field is never the way out: a scanner ends every code with it.
  m_buttons->addButton(action.isEmpty() ? tr("Close") : tr("Cancel"), QDialogButtonBox::RejectRole)
      ->setAutoDefault(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  m_body->setSpacing(px(Size::Space3));
  column->addLayout(m_body, 1);
  column->addWidget(m_fault);
  column->addWidget(m_buttons);
  connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
  connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

QFormLayout* ShortDialog::addForm()
{
  auto* form = new QFormLayout;
  form->setSpacing(px(Size::Space2));
  form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
  m_body->addLayout(form);
  return form;
}

QLabel* ShortDialog::addText(const QString& text, const char* role)
{
  auto* label = new QLabel(text);
  label->setTextFormat(Qt::PlainText);
  label->setWordWrap(true);
  setRole(label, role);
  m_body->addWidget(label);
  return label;
}

QTableWidget* ShortDialog::addTable(const QStringList& headings, const QString& name)
{
  auto* table = new QTableWidget(0, int(headings.size()));
  table->setHorizontalHeaderLabels(headings);
  table->setAccessibleName(name);
  table->verticalHeader()->hide();
  table->verticalHeader()->setDefaultSectionSize(px(Size::Control) + px(Size::Space1)); // a spin box fits
  table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
  table->setSelectionBehavior(QAbstractItemView::SelectRows);
  table->setTabKeyNavigation(false); // Tab leaves the table
  table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
  table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_body->addWidget(table, 1);
  return table;
}

QPushButton* ShortDialog::addButton(const QString& text)
{
  QPushButton* button = m_buttons->addButton(text, QDialogButtonBox::ActionRole);
  button->setAutoDefault(false);
  return button;
}

void ShortDialog::say(const QString& fault)
{
  m_fault->setText(fault);
  m_fault->setVisible(!fault.isEmpty());
}

} // namespace supercargo
