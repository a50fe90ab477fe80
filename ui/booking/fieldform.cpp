#include "ui/booking/fieldform.h"

#include "ui/theme/theme.h"

#include <QFormLayout>
#include <QLabel>

#include <algorithm>

namespace supercargo {
namespace {

QLabel* sentenceLabel(const char* role)
{
  auto* made = new QLabel;
  made->setTextFormat(Qt::PlainText);
  made->setWordWrap(true);
  setRole(made, role);
  return made;
}

} // namespace

FieldForm::FieldForm(QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this))
{
  m_form->setContentsMargins({});
  m_form->setHorizontalSpacing(px(Size::Space3));
  m_form->setVerticalSpacing(px(Size::Space2));
  m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
}

void FieldForm::addSection(const QString& title)
{
  auto* head = sentenceLabel("section");
  head->setText(title);
  m_form->addRow(head);
}

void FieldForm::add(const QString& title, QWidget* field)
{
  field->setAccessibleName(title);
  auto* fault = sentenceLabel("error");
  fault->hide();
  auto* column = new QVBoxLayout;
  column->setSpacing(0);
  column->addWidget(field);
  column->addWidget(fault);
  auto* name = new QLabel(title);
  name->setBuddy(field);
  m_form->addRow(name, column);
  m_faults.insert(field, fault);
  m_fields.push_back(field);
}

void FieldForm::addWide(QWidget* field)
{
  m_form->addRow(field);
  m_fields.push_back(field);
}

void FieldForm::addHint(const QString& sentence)
{
  auto* hint = sentenceLabel("small");
  hint->setText(sentence);
  m_form->addRow(hint);
}

void FieldForm::showFaults(const std::vector<FieldFault>& faults)
{
  for (auto at = m_faults.cbegin(); at != m_faults.cend(); ++at) {
    const auto found = std::ranges::find(faults, at.key(), &FieldFault::field);
    const bool isFaulty = found != faults.end();
    at.value()->setText(isFaulty ? found->sentence : QString());
    at.value()->setVisible(isFaulty);
    at.key()->setAccessibleDescription(at.value()->text());
    setInvalid(at.key(), isFaulty);
  }
}

} // namespace supercargo
