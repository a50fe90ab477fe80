#include "ui/reports/scheduleform.h"

#include "core/reports/span.h"
#include "ui/charts/periodbar.h"
#include "ui/reports/reportexport.h"
#include "ui/text/reportwords.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QTimeEdit>

namespace supercargo {
namespace {

/// Spreadsheets' CSV is what a schedule writes: files are opened by a double click.
const std::vector<std::pair<const char*, ExportFormat>>& formats()
{
  static const std::vector<std::pair<const char*, ExportFormat>> list = {
      {"xlsx", ExportFormat::Xlsx}, {"pdf", ExportFormat::Pdf},         {"csv", ExportFormat::CsvWithMark},
      {"json", ExportFormat::Json}, {"hledger", ExportFormat::Hledger}, {"beancount", ExportFormat::Beancount}};
  return list;
}

} // namespace

ScheduleForm::ScheduleForm(ReportSchedule begun, std::vector<SavedReport> own, QWidget* parent)
    : QDialog(parent), m_schedule(std::move(begun)), m_own(std::move(own)), m_name(new QLineEdit),
      m_folder(new QLineEdit), m_report(new QComboBox), m_span(new QComboBox), m_format(new QComboBox),
      m_every(new QComboBox), m_at(new QTimeEdit), m_fault(new QLabel), m_save(new QPushButton)
{
  setAttribute(Qt::WA_DeleteOnClose);
  setWindowTitle(m_schedule.id == 0 ? tr("New schedule") : tr("Change schedule"));
  setMinimumWidth(px(Size::Details) + px(Size::Details) / 4);
  auto* choose = new QPushButton(tr("Choose…"));
  auto* folder = new QHBoxLayout;
  folder->addWidget(m_folder, 1);
  folder->addWidget(choose);
  auto* rhythm = new QHBoxLayout;
  rhythm->addWidget(m_every, 1);
  rhythm->addWidget(m_at);
  auto* form = new QFormLayout;
  form->setSpacing(px(Size::Space3));
  form->addRow(tr("Name"), m_name);
  form->addRow(tr("Report"), m_report);
  form->addRow(tr("Days"), m_span);
  form->addRow(tr("Form"), m_format);
  form->addRow(tr("When"), rhythm);
  form->addRow(tr("Folder"), folder);
  auto* note = new QLabel(tr("Files are written while this program runs, in the shop's time zone. With the program "
                             "closed, “supercargo-cli report run --due” writes what is due."));
  note->setWordWrap(true);
  setRole(note, "small");
  setRole(m_fault, "error");
  m_fault->setWordWrap(true);
  m_fault->hide();
  auto* cancel = new QPushButton(tr("Cancel"));
  m_save->setText(m_schedule.id == 0 ? tr("Add") : tr("Save"));
  m_save->setDefault(true);
  setRole(m_save, "primary");
  auto* buttons = new QHBoxLayout;
  buttons->addStretch(1);
  buttons->addWidget(cancel);
  buttons->addWidget(m_save);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addLayout(form);
  column->addWidget(note);
  column->addWidget(m_fault);
  column->addLayout(buttons);
  fill();
  connect(choose, &QPushButton::clicked, this, &ScheduleForm::chooseFolder);
  connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
  connect(m_save, &QPushButton::clicked, this, [this] { Q_EMIT saved(schedule()); });
  for (QLineEdit* edit : {m_name, m_folder})
    connect(edit, &QLineEdit::textChanged, this, &ScheduleForm::check);
  check();
}

void ScheduleForm::fill()
{
  for (const ReportDefinition& definition : reportDefinitions())
    m_report->addItem(reportWord(definition.title), definition.id);
  for (const SavedReport& own : m_own)
    m_report->addItem(own.name, savedReportKey(own.id));
  m_report->setCurrentIndex(std::max(0, m_report->findData(reportKey())));
  for (const QString& preset : spanPresets())
    m_span->addItem(presetText(preset), preset);
  m_span->setCurrentIndex(std::max(0, m_span->findData(m_schedule.span)));
  for (const auto& [name, format] : formats())
    m_format->addItem(formatText(format), QLatin1String(name));
  m_format->setCurrentIndex(std::max(0, m_format->findData(m_schedule.format)));
  m_every->addItem(tr("every day"), QStringLiteral("day"));
  m_every->addItem(tr("every Monday"), QStringLiteral("week"));
  m_every->addItem(tr("on the first of each month"), QStringLiteral("month"));
  m_every->setCurrentIndex(std::max(0, m_every->findData(m_schedule.every)));
  m_at->setDisplayFormat(QStringLiteral("HH:mm"));
  m_at->setTime(QTime(m_schedule.atMinute / 60, m_schedule.atMinute % 60));
  m_name->setText(m_schedule.name);
  m_folder->setText(QDir::toNativeSeparators(m_schedule.folder));
  m_name->setAccessibleName(tr("Name"));
  m_report->setAccessibleName(tr("Report"));
  m_span->setAccessibleName(tr("Days"));
  m_format->setAccessibleName(tr("Form"));
  m_every->setAccessibleName(tr("How often"));
  m_at->setAccessibleName(tr("Time of day"));
  m_folder->setAccessibleName(tr("Folder"));
}

/// The saved report that the schedule's parameters are of, else the ready one.
QString ScheduleForm::reportKey() const
{
  for (const SavedReport& own : m_own)
    if (own.spec.report == m_schedule.spec.report && own.spec.options == m_schedule.spec.options)
      return savedReportKey(own.id);
  return m_schedule.spec.report;
}

ReportSchedule ScheduleForm::schedule() const
{
  ReportSchedule made = m_schedule;
  const QString key = m_report->currentData().toString();
  if (key != reportKey()) { // another report brings its own parameters
    made.spec = {};
    made.spec.report = key;
    for (const SavedReport& own : m_own)
      if (savedReportKey(own.id) == key)
        made.spec = own.spec;
  }
  made.name = m_name->text().trimmed();
  made.span = m_span->currentData().toString();
  made.format = m_format->currentData().toString();
  made.every = m_every->currentData().toString();
  made.atMinute = m_at->time().hour() * 60 + m_at->time().minute();
  made.folder = QDir::fromNativeSeparators(m_folder->text().trimmed());
  return made;
}

void ScheduleForm::chooseFolder()
{
  auto* dialog = new QFileDialog(this, tr("Folder for the files"), m_folder->text());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setFileMode(QFileDialog::Directory);
  dialog->setOption(QFileDialog::ShowDirsOnly);
  connect(dialog, &QFileDialog::fileSelected, this,
          [this](const QString& folder) { m_folder->setText(QDir::toNativeSeparators(folder)); });
  dialog->open();
}

void ScheduleForm::check()
{
  const QString folder = m_folder->text().trimmed();
  const bool exists = !folder.isEmpty() && QDir(QDir::fromNativeSeparators(folder)).exists();
  setInvalid(m_folder, !folder.isEmpty() && !exists);
  m_save->setEnabled(exists && !m_name->text().trimmed().isEmpty());
}

void ScheduleForm::showFault(const QString& sentence)
{
  m_fault->setText(sentence);
  m_fault->setVisible(!sentence.isEmpty());
}

} // namespace supercargo
