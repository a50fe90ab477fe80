#include "ui/reports/reportgallery.h"

#include "core/reports/sqlconsole.h"
#include "ui/text/reportwords.h"
#include "ui/theme/theme.h"

#include <QSignalBlocker>

namespace supercargo {

ReportGallery::ReportGallery(QWidget* parent) : QListWidget(parent)
{
  fill();
  connect(this, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
    const QString key = item ? item->data(Qt::UserRole).toString() : QString();
    if (key.isEmpty() || key == m_current)
      return;
    m_current = key;
    Q_EMIT chosen(key);
  });
}

void ReportGallery::addHead(const QString& text)
{
  auto* head = new QListWidgetItem(text, this);
  head->setFlags(Qt::NoItemFlags); // arrows pass over it
  head->setFont(typeFont(Size::TypeSmall, QFont::DemiBold));
  head->setSizeHint(QSize(0, px(Size::RowCompact) + px(Size::Space1)));
  head->setTextAlignment(Qt::AlignLeft | Qt::AlignBottom);
}

void ReportGallery::addReport(const QString& key, const QString& about)
{
  auto* item = new QListWidgetItem(title(key), this);
  item->setData(Qt::UserRole, key);
  item->setToolTip(about);
  item->setSizeHint(QSize(0, px(Size::RowCompact)));
  if (key == m_current)
    setCurrentItem(item);
}

void ReportGallery::fill()
{
  const QSignalBlocker quiet(this);
  clear();
  for (const ReportDefinition& definition : reportDefinitions())
    addReport(definition.id, reportWord(definition.about));
  if (!m_saved.empty()) {
    addHead(tr("Your own"));
    for (const SavedReport& report : m_saved)
      addReport(savedReportKey(report.id), report.name);
  }
  addHead(tr("For experts"));
  addReport(kSqlReport, tr("Ask the database itself"));
}

void ReportGallery::setSaved(std::vector<SavedReport> saved)
{
  m_saved = std::move(saved);
  fill();
}

const SavedReport* ReportGallery::saved(const QString& key) const
{
  for (const SavedReport& report : m_saved)
    if (savedReportKey(report.id) == key)
      return &report;
  return nullptr;
}

QString ReportGallery::currentKey() const
{
  return m_current;
}

bool ReportGallery::choose(const QString& key)
{
  for (int row = 0; row < count() && !key.isEmpty(); ++row)
    if (item(row)->data(Qt::UserRole).toString() == key) {
      setCurrentRow(row);
      return true;
    }
  return false;
}

QString ReportGallery::title(const QString& key) const
{
  if (key == kSqlReport)
    return tr("Questions in SQL");
  if (const SavedReport* own = saved(key))
    return own->name;
  const ReportDefinition* definition = findReport(key);
  return definition ? reportWord(definition->title) : key;
}

void ReportGallery::retranslate()
{
  fill();
}

} // namespace supercargo
