#include "ui/reports/reportform.h"

#include "core/reports/cubereport.h"
#include "core/reports/rates.h"
#include "ui/charts/periodbar.h"
#include "ui/reports/optionwords.h"
#include "ui/reports/ticklist.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QRegularExpressionValidator>
#include <QSignalBlocker>

namespace supercargo {
namespace {

const QString kCompare = QStringLiteral("compare"), kSort = QStringLiteral("sort"),
              kProduct = QStringLiteral("product"), kFigures = QStringLiteral("figures");

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
    for (QWidget* part : std::initializer_list<QWidget*>{field.label, field.combo, field.ticks, field.text})
      if (part) {
        part->hide();
        part->deleteLater();
      }
  m_fields.clear();
  m_compares = false;
  for (const ReportOption& option : definition.options) {
    m_compares |= option.name == kCompare;
    const bool isRate = rateNames().contains(option.name) && definition.id != QLatin1String("pivot");
    if (option.name == kSort || option.name == kProduct ||
        (option.name != kCompare && (isRate || !option.choices.isEmpty() || !tickChoices(option.name).isEmpty())))
      addField(option, options.value(option.name, option.fallback));
  }
  m_period->setComparable(m_compares);
  if (options.contains(kCompare))
    m_period->setComparison(options.value(kCompare));
  fillSort(options.value(kSort));
  retranslate();
}

ReportForm::Field* ReportForm::field(const QString& option)
{
  for (Field& each : m_fields)
    if (each.option.name == option)
      return &each;
  return nullptr;
}

/// The rows can be sorted by any figure that is ticked; without one they stand in the order of their dimensions.
void ReportForm::fillSort(const QString& value)
{
  Field *sort = field(kSort), *figures = field(kFigures);
  if (!sort || !figures)
    return;
  const QSignalBlocker quiet(sort->combo);
  sort->combo->clear();
  for (const QString& choice : QStringList{QString()} + figures->ticks->ticked())
    sort->combo->addItem(choice, choice);
  sort->combo->setCurrentIndex(std::max(0, sort->combo->findData(value)));
}

void ReportForm::addField(const ReportOption& option, const QString& value)
{
  Field field{option, new QLabel, nullptr, nullptr, nullptr};
  setRole(field.label, "muted");
  QWidget* input = nullptr;
  if (const bool isRate = rateNames().contains(option.name); isRate || option.name == kProduct) {
    field.text = new QLineEdit(value);
    field.text->setMaximumWidth(px(Size::Space6) * (isRate ? 2 : 6));
    if (isRate)
      field.text->setValidator(
          new QRegularExpressionValidator(QRegularExpression(QStringLiteral("\\d{0,9}(\\.\\d{0,3})?")), field.text));
    connect(field.text, &QLineEdit::editingFinished, this, &ReportForm::changed);
    input = field.text;
  } else if (option.choices.isEmpty() && option.name != kSort) {
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
  field.ticks = new TickList;
  field.ticks->setChoices(tickChoices(field.option.name), value.split(u',', Qt::SkipEmptyParts));
  connect(field.ticks, &TickList::changed, this, [this] {
    const Field* sort = this->field(kSort);
    fillSort(sort ? valueOf(*sort) : QString());
    retranslate();
    Q_EMIT changed();
  });
}

QString ReportForm::valueOf(const Field& field) const
{
  if (field.text)
    return field.text->text();
  return field.combo ? field.combo->currentData().toString() : field.ticks->ticked().join(u',');
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
    if (field.text) {
      field.text->setAccessibleName(title);
      continue;
    }
    if (field.combo) {
      field.combo->setAccessibleName(title);
      for (int i = 0; i < field.combo->count(); ++i)
        field.combo->setItemText(i, choiceText(field.combo->itemData(i).toString(), field.option.name));
    } else {
      field.ticks->setAccessibleName(title);
      field.ticks->retranslate([](const QString& choice) { return choiceText(choice, {}); });
    }
  }
}

void ReportForm::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

} // namespace supercargo
