#include "core/base/deliver.h"
#include "core/reports/runs.h"
#include "ui/charts/periodbar.h"
#include "ui/mainwindow/task.h"
#include "ui/reports/reportform.h"
#include "ui/reports/reportgallery.h"
#include "ui/reports/reportspage.h"
#include "ui/reports/schedulesdialog.h"
#include "ui/reports/whydialog.h"
#include "ui/text/format.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLabel>
#include <QStandardPaths>

namespace supercargo {
namespace {

QTimeZone zoneOf(const QString& name)
{
  const QTimeZone zone(name.toLatin1());
  return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

void ReportsPage::act(HeadAction action)
{
  switch (action) {
  case SaveAs:
    return askForName(tr("Save report"), m_own ? m_own->name : m_title->text(),
                      [this](const QString& name) { saveAs(name); });
  case SaveChanges:
    return saveChanges();
  case Rename:
    if (m_own)
      askForName(tr("Rename report"), m_own->name, [this, id = m_own->id](const QString& name) {
        deliver(m_context.db.write([id, name](Connection& c) { return renameSavedReport(c, id, name); }), this,
                [this, id](const Result<void>& done) {
                  done ? readSaved(savedReportKey(id)) : m_context.actions.notify(faultText(done.error()));
                });
      });
    return;
  case Remove:
    return removeShown();
  case KeepRun:
    return keepShownRun();
  case WhyChanged:
    return explainChange();
  case HeadActions:
    return;
  }
}

void ReportsPage::askForName(const QString& title, const QString& name, std::function<void(const QString&)> then)
{
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(tr("Name of the report"));
  dialog->setTextValue(name);
  dialog->setOkButtonText(tr("Save"));
  dialog->setCancelButtonText(tr("Cancel"));
  connect(dialog, &QInputDialog::textValueSelected, this, then);
  dialog->open();
}

QString ReportsPage::faultText(const Error& error) const
{
  if (error.kind == ErrorKind::Conflict)
    return tr("There is a report of that name already. Choose another name.");
  if (error.kind == ErrorKind::Invalid && error.subject == QLatin1String("name"))
    return tr("A report needs a name.");
  const ErrorSentence sentence = errorSentence(error.kind);
  return sentence.what + u' ' + sentence.todo;
}

SavedReport ReportsPage::savedAs(const QString& name) const
{
  return {0, name, shownSpec(), m_form->period()->preset()};
}

void ReportsPage::saveAs(const QString& name)
{
  deliver(m_context.db.write(
              [report = savedAs(name), now = m_context.clock()](Connection& c) { return saveReport(c, report, now); }),
          this, [this](const Result<SavedReport>& saved) {
            if (!saved)
              return m_context.actions.notify(faultText(saved.error()));
            readSaved(savedReportKey(saved->id));
            m_context.actions.notify(tr("“%1” is saved; it stands under “Your own”.").arg(saved->name));
          });
}

void ReportsPage::saveChanges()
{
  if (!m_own)
    return;
  SavedReport report = savedAs(m_own->name);
  report.id = m_own->id;
  deliver(m_context.db.write([report, now = m_context.clock()](Connection& c) { return saveReport(c, report, now); }),
          this, [this](const Result<SavedReport>& saved) {
            if (!saved)
              return m_context.actions.notify(faultText(saved.error()));
            readSaved(savedReportKey(saved->id));
            m_context.actions.notify(tr("The changes of “%1” are saved.").arg(saved->name));
          });
}

void ReportsPage::removeShown()
{
  if (!m_own)
    return;
  deliver(m_context.db.write([id = m_own->id](Connection& c) { return removeSavedReport(c, id); }), this,
          [this, report = *m_own](const Result<void>& removed) {
            if (!removed)
              return m_context.actions.notify(faultText(removed.error()));
            m_own.reset();
            readSaved(report.spec.report);
            m_context.actions.notify(tr("“%1” is deleted. Its schedules go on.").arg(report.name));
          });
}

void ReportsPage::readSaved(const QString& choose)
{
  if (!choose.isEmpty())
    m_wanted = choose;
  deliver(m_context.db.read([](Connection& c) { return savedReports(c); }), this,
          [this](Result<std::vector<SavedReport>> saved) {
            if (!saved)
              return m_context.actions.notify ? m_context.actions.notify(faultText(saved.error())) : void();
            m_gallery->setSaved(std::move(*saved));
            if (m_own) // under a new name or with other parameters
              if (const SavedReport* same = m_gallery->saved(savedReportKey(m_own->id)))
                m_own = *same;
            showTitle();
            if (const QString wanted = std::exchange(m_wanted, QString()); !wanted.isEmpty())
              m_gallery->choose(wanted);
          });
}

void ReportsPage::keepShownRun()
{
  if (m_result)
    keepRunOf(m_result->spec, true);
}

void ReportsPage::keepRunOf(const ReportSpec& spec, bool byHand, std::function<void()> then)
{
  deliver(m_context.db.read([spec](Connection& c) { return runToKeep(c, spec); }), this,
          [this, byHand, then](const Result<RunToKeep>& run) {
            if (!run) { // with a file this is said to nobody: lists of orders have no figures to explain
              if (byHand)
                m_context.actions.notify(run.error().kind == ErrorKind::TooLarge
                                             ? tr("This run is too large to keep. Choose fewer days.")
                                             : tr("This report lists single orders; there is no figure to explain."));
              return;
            }
            deliver(m_context.db.write([run = *run, byHand](Connection& c) { return keepRun(c, run, byHand); }), this,
                    [this, byHand, then](const Result<qint64>& kept) {
                      if (!kept)
                        return m_context.actions.notify(faultText(kept.error()));
                      if (then)
                        then();
                      else if (byHand)
                        m_context.actions.notify(tr("This run is kept. Later, “Why did it change?” compares with it."));
                    });
          });
}

void ReportsPage::explainChange()
{
  const ReportSpec spec = m_result ? m_result->spec : shownSpec();
  auto* dialog = new WhyDialog(m_context.db, m_context.clock, {spec.report, m_title->text(), spec}, this);
  connect(dialog, &WhyDialog::orderChosen, this, [this](OrderId order) { m_context.actions.showOrder(order); });
  dialog->show();
}

void ReportsPage::showSchedules()
{
  ReportSchedule fresh;
  fresh.name = m_title->text();
  fresh.spec = shownSpec();
  fresh.span = m_form->period()->preset();
  if (fresh.span == QLatin1String("all") || fresh.span == QLatin1String("days"))
    fresh.span = QStringLiteral("yesterday");
  fresh.format = QStringLiteral("xlsx");
  fresh.every = QStringLiteral("day");
  fresh.atMinute = 6 * 60;
  fresh.folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
  if (!m_scheduleList)
    m_scheduleList =
        new SchedulesDialog(m_context.db, m_context.clock, zoneOf(m_context.workspace.timeZone), fresh, this);
  m_scheduleList->show();
  m_scheduleList->raise();
}

void ReportsPage::askForFile(const ReportResult& result, const QString& title, ExportFormat format)
{
  QString name = title;
  if (result.spec.from.isValid())
    name += QStringLiteral(" %1 %2").arg(result.spec.from.toString(Qt::ISODate), result.spec.to.toString(Qt::ISODate));
  name.replace(u'/', u'-');
  auto* dialog = new QFileDialog(this, tr("Export report"), name + formatEnding(format),
                                 QStringLiteral("*") + formatEnding(format));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(formatEnding(format).mid(1));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, result, title, format](const QString& file) { write(result, title, format, file); });
  dialog->open();
}

void ReportsPage::write(const ReportResult& result, const QString& title, ExportFormat format, const QString& file)
{
  const QString madeAt =
      tr("Made %1").arg(dateTimeText(m_context.clock(), zoneOf(QString::fromLatin1(result.spec.timeZone))));
  auto* writing = new ReportExport(m_context.db, result, format, file, m_context.workspace.shopName, madeAt, this);
  writing->setTitle(title);
  connect(writing, &ReportExport::finished, this, [this, file, spec = result.spec](const std::optional<Error>& error) {
    if (!error) {
      m_context.actions.notify(tr("The report is in %1.").arg(file));
      if (findReport(spec.report))
        keepRunOf(spec, false);
    } else if (error->kind == ErrorKind::Cancelled) {
      m_context.actions.notify(tr("Stopped; no file was written."));
    } else {
      m_context.actions.notify(
          tr("%1 could not be written. Choose another folder, or close the program that has the file open.").arg(file));
    }
  });
  writing->start(m_context.actions.beginTask ? m_context.actions.beginTask(tr("Export of %1").arg(title)) : nullptr);
}

} // namespace supercargo
