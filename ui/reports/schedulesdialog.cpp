#include "ui/reports/schedulesdialog.h"

#include "core/base/deliver.h"
#include "core/db/database.h"
#include "ui/reports/scheduleform.h"
#include "ui/reports/schedulemodel.h"
#include "ui/tables/plaintable.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QTableView>

namespace supercargo {
namespace {

struct Everything {
  std::vector<ReportSchedule> schedules;
  std::vector<SavedReport> own;
};

} // namespace

SchedulesDialog::SchedulesDialog(Database& db, Clock clock, QTimeZone zone, ReportSchedule shown, QWidget* parent)
    : QDialog(parent), m_db(db), m_clock(std::move(clock)), m_shown(std::move(shown)),
      m_model(new ScheduleModel(std::move(zone), this)), m_table(new QTableView), m_about(new QLabel),
      m_add(new QPushButton), m_change(new QPushButton), m_pause(new QPushButton), m_remove(new QPushButton),
      m_close(new QPushButton)
{
  setAttribute(Qt::WA_DeleteOnClose);
  resize(920, 460);
  layOut();
  connect(m_state, &StateView::retryPressed, this, &SchedulesDialog::refresh);
  connect(m_state, &StateView::buttonPressed, this, [this] { edit(m_shown); });
  connect(m_add, &QPushButton::clicked, this, [this] { edit(m_shown); });
  const auto editCurrent = [this] {
    if (const ReportSchedule* schedule = current())
      edit(*schedule);
  };
  connect(m_change, &QPushButton::clicked, this, editCurrent);
  connect(m_table, &QTableView::activated, this, editCurrent);
  connect(m_pause, &QPushButton::clicked, this, [this] {
    if (const ReportSchedule* schedule = current())
      change([id = schedule->id, pause = schedule->nextAt.has_value(), now = m_clock()](Connection& c) {
        return pauseSchedule(c, id, pause, now);
      });
  });
  connect(m_remove, &QPushButton::clicked, this, [this] {
    if (const ReportSchedule* schedule = current())
      change([id = schedule->id](Connection& c) { return removeSchedule(c, id); });
  });
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &SchedulesDialog::retranslate);
  connect(&m_db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (changes.settings) // a schedule ran
      refresh();
  });
  retranslate();
  refresh();
}

void SchedulesDialog::layOut()
{
  m_table->setModel(m_model);
  dressPlainTable(*m_table, ScheduleModel::LastColumn);
  m_state = new StateView(m_table);
  setRole(m_about, "muted");
  m_about->setWordWrap(true);
  setRole(m_add, "primary");
  auto* foot = new QHBoxLayout;
  for (QPushButton* button : {m_change, m_pause, m_remove})
    foot->addWidget(button);
  foot->addStretch(1);
  foot->addWidget(m_close);
  foot->addWidget(m_add);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_about);
  column->addWidget(m_state, 1);
  column->addLayout(foot);
}

const ReportSchedule* SchedulesDialog::current() const
{
  const QModelIndex index = m_table->currentIndex();
  return index.isValid() && index.row() < m_model->rowCount() ? &m_model->schedule(index.row()) : nullptr;
}

void SchedulesDialog::refresh()
{
  deliver(m_db.read([](Connection& c) -> Result<Everything> {
    SC_TRY_ASSIGN(schedules, reportSchedules(c));
    SC_TRY_ASSIGN(own, savedReports(c));
    return Everything{std::move(schedules), std::move(own)};
  }),
          this, [this](Result<Everything> all) {
            if (!all)
              return m_state->showError(all.error());
            m_own = std::move(all->own);
            showSchedules(std::move(all->schedules));
          });
}

void SchedulesDialog::showSchedules(std::vector<ReportSchedule> schedules)
{
  const int row = std::max(0, m_table->currentIndex().row());
  m_model->setSchedules(std::move(schedules));
  if (m_model->rowCount() == 0) {
    m_state->showEmpty(QStringLiteral("clock"), tr("No report is written by itself yet."), tr("Add a schedule"));
  } else {
    m_state->showContent();
    m_table->selectRow(std::min(row, m_model->rowCount() - 1));
  }
  retranslate();
}

void SchedulesDialog::edit(const ReportSchedule& schedule)
{
  auto* form = new ScheduleForm(schedule, m_own, this);
  connect(form, &ScheduleForm::saved, this, [this, form](const ReportSchedule& made) { save(form, made); });
  form->open();
}

void SchedulesDialog::save(ScheduleForm* form, const ReportSchedule& schedule)
{
  deliver(m_db.write([schedule, now = m_clock()](Connection& c) { return saveSchedule(c, schedule, now); }), form,
          [this, form](const Result<ReportSchedule>& saved) {
            if (!saved)
              return form->showFault(errorSentence(saved.error().kind).what + u' ' + saved.error().detail);
            form->accept();
            refresh();
          });
}

void SchedulesDialog::change(std::function<Result<void>(Connection&)> how)
{
  deliver(m_db.write(std::move(how)), this,
          [this](const Result<void>& done) { done ? refresh() : m_state->showError(done.error()); });
}

void SchedulesDialog::retranslate()
{
  setWindowTitle(tr("Scheduled reports"));
  m_about->setText(tr("Each report is written into its folder while this program runs. Files are never overwritten."));
  m_table->setAccessibleName(tr("Scheduled reports"));
  const ReportSchedule* schedule = current();
  for (QPushButton* button : {m_change, m_pause, m_remove})
    button->setEnabled(schedule);
  m_add->setText(tr("Add…"));
  m_change->setText(tr("Change…"));
  m_pause->setText(schedule && !schedule->nextAt ? tr("Resume") : tr("Pause"));
  m_remove->setText(tr("Remove"));
  m_close->setText(tr("Close"));
}

void SchedulesDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange) {
    m_model->retranslate();
    retranslate();
  }
  QDialog::changeEvent(event);
}

} // namespace supercargo
