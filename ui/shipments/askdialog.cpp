#include "ui/shipments/askdialog.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {

AskDialog::AskDialog(const QString& title, const QString& question, FaultOf faultOf, QWidget* parent, Field field)
    : QDialog(parent), m_faultOf(std::move(faultOf)), m_fault(new QLabel), m_save(new QPushButton(tr("Save")))
{
  setWindowTitle(title);
  auto* about = new QLabel(question);
  about->setTextFormat(Qt::PlainText);
  about->setWordWrap(true);
  if (field == Field::Line)
    m_line = new QLineEdit;
  else
    m_lines = new QPlainTextEdit;
  this->field()->setAccessibleName(title);
  this->field()->setAccessibleDescription(question);
  about->setBuddy(this->field());
  setRole(m_fault, "error");
  m_fault->setTextFormat(Qt::PlainText);
  m_fault->setWordWrap(true);
  m_fault->hide();
  auto* buttons = new QHBoxLayout;
  auto* cancel = new QPushButton(tr("Cancel"));
  setRole(m_save, "primary");
  m_save->setDefault(true);
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(m_save);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(about);
  column->addWidget(this->field());
  column->addWidget(m_fault);
  column->addLayout(buttons);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save, &QPushButton::clicked, this, &AskDialog::accept);
  const auto edited = [this] { showFault({}); };
  if (m_line)
    connect(m_line, &QLineEdit::textEdited, this, edited);
  else
    connect(m_lines, &QPlainTextEdit::textChanged, this, edited);
  resize(px(Size::Details), 0);
}

void AskDialog::setText(const QString& text)
{
  m_line ? m_line->setText(text) : m_lines->setPlainText(text);
}

void AskDialog::setButtonText(const QString& text)
{
  m_save->setText(text);
}

QString AskDialog::text() const
{
  return m_line ? m_line->text() : m_lines->toPlainText();
}

QWidget* AskDialog::field() const
{
  return m_line ? static_cast<QWidget*>(m_line) : m_lines;
}

void AskDialog::showFault(const QString& fault)
{
  m_fault->setText(fault);
  m_fault->setVisible(!fault.isEmpty());
  setInvalid(field(), !fault.isEmpty());
}

void AskDialog::accept()
{
  const QString said = text(), fault = m_faultOf(said);
  showFault(fault);
  if (!fault.isEmpty())
    return field()->setFocus();
  QDialog::accept();
  Q_EMIT given(said);
}

} // namespace supercargo
