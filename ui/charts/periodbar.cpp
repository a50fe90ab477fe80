#include "ui/charts/periodbar.h"

#include "ui/theme/theme.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QDateEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>

namespace supercargo {
namespace {

const QString kAll = QStringLiteral("all");
const QString kDays = QStringLiteral("days");

const QHash<QString, const char*>& presetWords()
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("today"), QT_TRANSLATE_NOOP("periods", "Today")},
      {QStringLiteral("yesterday"), QT_TRANSLATE_NOOP("periods", "Yesterday")},
      {QStringLiteral("this_week"), QT_TRANSLATE_NOOP("periods", "This week")},
      {QStringLiteral("last_week"), QT_TRANSLATE_NOOP("periods", "Last week")},
      {QStringLiteral("this_month"), QT_TRANSLATE_NOOP("periods", "This month")},
      {QStringLiteral("last_month"), QT_TRANSLATE_NOOP("periods", "Last month")},
      {QStringLiteral("last_7_days"), QT_TRANSLATE_NOOP("periods", "Last 7 days")},
      {QStringLiteral("last_30_days"), QT_TRANSLATE_NOOP("periods", "Last 30 days")},
      {QStringLiteral("last_90_days"), QT_TRANSLATE_NOOP("periods", "Last 90 days")},
      {QStringLiteral("this_quarter"), QT_TRANSLATE_NOOP("periods", "This quarter")},
      {QStringLiteral("last_quarter"), QT_TRANSLATE_NOOP("periods", "Last quarter")},
      {QStringLiteral("this_year"), QT_TRANSLATE_NOOP("periods", "This year")},
      {QStringLiteral("last_year"), QT_TRANSLATE_NOOP("periods", "Last year")},
      {QStringLiteral("double11"), QT_TRANSLATE_NOOP("periods", "Double 11 festival")},
      {QStringLiteral("618"), QT_TRANSLATE_NOOP("periods", "618 festival")},
      {kAll, QT_TRANSLATE_NOOP("periods", "All time")},
      {kDays, QT_TRANSLATE_NOOP("periods", "Chosen days")}};
  return words;
}

const QHash<QString, const char*>& comparisonWords()
{
  static const QHash<QString, const char*> words{
      {QStringLiteral("none"), QT_TRANSLATE_NOOP("periods", "No comparison")},
      {QStringLiteral("previous"), QT_TRANSLATE_NOOP("periods", "With the weeks before")},
      {QStringLiteral("year"), QT_TRANSLATE_NOOP("periods", "With 52 weeks before")},
      {QStringLiteral("holiday"), QT_TRANSLATE_NOOP("periods", "With last year's holiday")}};
  return words;
}

QString worded(const QHash<QString, const char*>& words, const QString& key)
{
  const char* english = words.value(key);
  return english ? QCoreApplication::translate("periods", english) : key;
}

} // namespace

QString presetText(const QString& preset)
{
  return worded(presetWords(), preset);
}

PeriodBar::PeriodBar(std::function<QDate()> today, QString preset, bool compares, QWidget* parent)
    : QWidget(parent), m_today(std::move(today)), m_preset(new QComboBox), m_compare(new QComboBox),
      m_from(new QDateEdit), m_to(new QDateEdit)
{
  for (const QString& each : spanPresets() + QStringList{kAll, kDays})
    m_preset->addItem(each, each);
  for (const QString& each : comparisons())
    m_compare->addItem(each, each);
  m_preset->setMaxVisibleItems(20);
  m_preset->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  m_compare->setSizeAdjustPolicy(QComboBox::AdjustToContents);
  for (QDateEdit* edit : {m_from, m_to}) {
    edit->setCalendarPopup(true);
    edit->setDisplayFormat(QStringLiteral("yyyy-MM-dd"));
    edit->setKeyboardTracking(false);
    connect(edit, &QDateEdit::dateChanged, this, &PeriodBar::takeDays);
  }
  m_compare->setVisible(compares);
  auto* row = new QHBoxLayout(this);
  row->setContentsMargins({});
  row->setSpacing(px(Size::Space2));
  for (QWidget* each : std::initializer_list<QWidget*>{m_preset, m_from, m_to, m_compare})
    row->addWidget(each);
  retranslate();
  setPreset(preset);
  connect(m_preset, &QComboBox::currentIndexChanged, this, [this] {
    showSpan();
    Q_EMIT changed();
  });
  connect(m_compare, &QComboBox::currentIndexChanged, this, &PeriodBar::changed);
}

QString PeriodBar::preset() const
{
  return m_preset->currentData().toString();
}

void PeriodBar::setPreset(const QString& preset)
{
  const QSignalBlocker quiet(m_preset);
  m_preset->setCurrentIndex(std::max(0, m_preset->findData(preset)));
  showSpan();
}

void PeriodBar::setDays(const DaySpan& days)
{
  const QSignalBlocker quietFrom(m_from), quietTo(m_to);
  m_from->setDate(days.from);
  m_to->setDate(days.to);
  setPreset(kDays);
}

void PeriodBar::setComparison(const QString& comparison)
{
  const QSignalBlocker quiet(m_compare);
  m_compare->setCurrentIndex(std::max(0, m_compare->findData(comparison)));
}

QString PeriodBar::comparison() const
{
  return m_compare->currentData().toString();
}

void PeriodBar::setComparable(bool comparable)
{
  m_compare->setVisible(comparable);
}

std::optional<DaySpan> PeriodBar::span() const
{
  if (preset() == kAll)
    return std::nullopt;
  if (preset() == kDays)
    return DaySpan{std::min(m_from->date(), m_to->date()), std::max(m_from->date(), m_to->date())};
  return presetSpan(preset(), m_today());
}

void PeriodBar::fill(ReportSpec& spec, bool comparable) const
{
  const auto days = span();
  spec.from = days ? days->from : QDate();
  spec.to = days ? days->to : QDate();
  if (comparable)
    spec.options.insert(QStringLiteral("compare"), comparison());
}

void PeriodBar::showSpan()
{
  const QSignalBlocker quietFrom(m_from), quietTo(m_to);
  const bool isAll = preset() == kAll;
  m_from->setEnabled(!isAll);
  m_to->setEnabled(!isAll);
  if (const auto days = span()) {
    m_from->setDate(days->from);
    m_to->setDate(days->to);
  }
}

void PeriodBar::takeDays()
{
  const QSignalBlocker quiet(m_preset);
  m_preset->setCurrentIndex(m_preset->findData(kDays));
  Q_EMIT changed();
}

void PeriodBar::retranslate()
{
  for (int i = 0; i < m_preset->count(); ++i)
    m_preset->setItemText(i, presetText(m_preset->itemData(i).toString()));
  for (int i = 0; i < m_compare->count(); ++i)
    m_compare->setItemText(i, worded(comparisonWords(), m_compare->itemData(i).toString()));
  m_preset->setAccessibleName(tr("Period"));
  m_compare->setAccessibleName(tr("Compare with"));
  m_from->setAccessibleName(tr("First day"));
  m_to->setAccessibleName(tr("Last day"));
}

void PeriodBar::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

} // namespace supercargo
