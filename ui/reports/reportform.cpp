#include "ui/reports/reportform.h"

#include "core/reports/cubereport.h"
#include "core/reports/rates.h"
#include "ui/charts/periodbar.h"
#include "ui/reports/optionwords.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>
#include <QToolButton>

namespace supercargo {
namespace {

const QString kCompare = QStringLiteral("compare");

QStringList tickChoices(const QString& option)
{
  if (option == QLatin1String("dimensions"))
    return reportDimensions();
  QStringList ids;
  if (option == QLatin1String("figures"))
    for (const Figure& figure : figures())
      ids.append(figure.id);
  return ids;
}

} // namespace

ReportForm::ReportForm(std::function<QDate()> today, QWidget* parent)
    : QWidget(parent), m_period(new PeriodBar(std::move(today), QStringLiteral("last_30_days"), true)),
      m_row(new QHBoxLayout)
{
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(px(Size::Space2));
  column->addWidget(m_period, 0, Qt::AlignLeft);
  column->addLayout(m_row);
  m_row->setSpacing(px(Size::Space2));
  m_row->addStretch(1);
  connect(m_period, &PeriodBar::changed, this, &ReportForm::changed);
}

void ReportForm::setReport(const ReportDefinition& definition, const QMap<QString, QString>& options)
{
  m_report = definition.id;
  for (Field& field : m_fields)
    for (QWidget* part : std::initializer_list<QWidget*>{field.label, field.combo, field.ticks, field.number})
      if (part) {
        part->hide();
        part->deleteLater();
      }
  m_fields.clear();
  m_compares = false;
  for (const ReportOption& option : definition.options) {
    m_compares |= option.name == kCompare;
    const bool isRate = rateNames().contains(option.name) && definition.id != QLatin1String("pivot");
    if (option.name != kCompare && (isRate || !option.choices.isEmpty() || !tickChoices(option.name).isEmpty()))
      addField(option, options.value(option.name, option.fallback));
  }
  m_period->setComparable(m_compares);
  retranslate();
}

void ReportForm::addField(const ReportOption& option, const QString& value)
{
  Field field{option, new QLabel, nullptr, nullptr, nullptr};
  setRole(field.label, "muted");
  QWidget* input = nullptr;
  if (rateNames().contains(option.name)) {
    field.number = new QLineEdit(value);
    field.number->setMaximumWidth(px(Size::Space6) * 2);
    field.number->setValidator(
        new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{0,9}(\\.\\d{0,3})?")), field.number));
    connect(field.number, &QLineEdit::editingFinished, this, &ReportForm::changed);
    input = field.number;
  } else if (option.choices.isEmpty()) {
    addTicks(field, value);
    input = field.ticks;
  } else {
    field.combo = new QComboBox;
    field.combo->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    for (const QString& choice : option.choices)
      field.combo->addItem(choice, choice);
    field.combo->setCurrentIndex(std::max(0, field.combo->findData(value)));
    connect(field.combo, &QComboBox::currentIndexChanged, this, &ReportForm::changed);
    input = field.combo;
  }
  field.label->setBuddy(input);
  m_row->insertWidget(m_row->count() - 1, field.label);
  m_row->insertWidget(m_row->count() - 1, input);
  m_fields.push_back(field);
}

void ReportForm::addTicks(Field& field, const QString& value)
{
  field.ticks = new QToolButton;
  field.ticks->setPopupMode(QToolButton::InstantPopup);
  field.ticks->setToolButtonStyle(Qt::ToolButtonTextOnly);
  auto* menu = new QMenu(field.ticks);
  const QStringList ticked = value.split(u',', Qt::SkipEmptyParts);
  for (const QString& choice : tickChoices(field.option.name)) {
    QAction* action = menu->addAction(choice);
    action->setData(choice);
    action->setCheckable(true);
    action->setChecked(ticked.contains(choice));
    connect(action, &QAction::toggled, this, [this] {
      retranslate();
      Q_EMIT changed();
    });
  }
  field.ticks->setMenu(menu);
}

QString ReportForm::valueOf(const Field& field) const
{
  if (field.number)
    return field.number->text();
  if (field.combo)
    return field.combo->currentData().toString();
  QStringList ticked;
  for (const QAction* action : field.ticks->menu()->actions())
    if (action->isChecked())
      ticked.append(action->data().toString());
  return ticked.join(u',');
}

ReportSpec ReportForm::spec() const
{
  ReportSpec spec;
  spec.report = m_report;
  for (const Field& field : m_fields)
    spec.options.insert(field.option.name, valueOf(field));
  m_period->fill(spec, m_compares);
  return spec;
}

void ReportForm::retranslate()
{
  for (Field& field : m_fields) {
    const QString title = optionTitle(field.option.name);
    field.label->setText(title);
    if (field.number) {
      field.number->setAccessibleName(title);
      continue;
    }
    if (field.combo) {
      field.combo->setAccessibleName(title);
      for (int i = 0; i < field.combo->count(); ++i)
        field.combo->setItemText(i, choiceText(field.combo->itemData(i).toString()));
      continue;
    }
    int ticked = 0;
    QString first;
    for (QAction* action : field.ticks->menu()->actions()) {
      action->setText(choiceText(action->data().toString()));
      if (action->isChecked() && ticked++ == 0)
        first = action->text();
    }
    field.ticks->setText(ticked == 0   ? tr("none")
                         : ticked == 1 ? first
                                       : tr("%1 and %n more", nullptr, ticked - 1).arg(first));
    field.ticks->setAccessibleName(title);
  }
}

void ReportForm::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

} // namespace supercargo
