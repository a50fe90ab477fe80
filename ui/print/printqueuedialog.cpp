#include "ui/print/printqueuedialog.h"

#include "ui/print/printwords.h"
#include "ui/tables/stateview.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {

struct PrintColumns {
  Q_DECLARE_TR_FUNCTIONS(PrintColumns)
};

QString subjectText(const PrintJob& job)
{
  if (job.what.document == PrintDocument::PickList)
    return PrintColumns::tr("%n orders", nullptr, int(job.what.subject.count(u',')) + 1);
  return job.what.subject;
}

/// "76×130", "A4".
QString paperText(QString paper)
{
  return paper.toUpper().replace(u'X', QChar(0x00D7));
}

Cell stateCell(const PrintJob& job)
{
  const StatusWord word = printStateWord(job.state);
  Cell cell;
  cell.text = word.word;
  cell.icon = word.icon;
  cell.tone = word.tone;
  cell.tip = printFaultText(job.error);
  return cell;
}

std::vector<Column<PrintJob>> printColumns(const Clock& clock, const QTimeZone& zone)
{
  const auto left = Qt::AlignLeft | Qt::AlignVCenter;
  return {
      {"document", [] { return PrintColumns::tr("Document"); }, 130, left,
       [](const PrintJob& job) { return Cell{documentWord(job.what.document)}; }},
      {"subject", [] { return PrintColumns::tr("For"); }, 170, left,
       [](const PrintJob& job) { return Cell{subjectText(job)}; }},
      {"state", [] { return PrintColumns::tr("State"); }, 130, left, stateCell},
      {"copies", [] { return PrintColumns::tr("Copies"); }, 64, Qt::AlignRight | Qt::AlignVCenter,
       [](const PrintJob& job) { return Cell{numberText(job.what.copies)}; }},
      {"paper", [] { return PrintColumns::tr("Paper"); }, 84, left,
       [](const PrintJob& job) { return Cell{paperText(job.what.paper)}; }},
      {"changed", [] { return PrintColumns::tr("Changed"); }, 110, left,
       [clock, zone](const PrintJob& job) {
         Cell cell{relativeText(job.changedAt, clock(), zone)};
         cell.tip = dateTimeText(job.changedAt, zone);
         return cell;
       }},
  };
}

RowSource<PrintJob> printSource(Database& db)
{
  RowSource<PrintJob> source;
  source.id = [](const PrintJob& job) { return job.id.value(); };
  source.window = [&db](const std::optional<PrintJob>& after, int limit) {
    return db.read(
        [limit, before = after ? after->id.value() : 0](Connection& c) { return printJobs(c, {}, limit, before); });
  };
  source.again = [&db](const std::vector<qint64>& ids) {
    return db.read([ids](Connection& c) -> Result<std::vector<PrintJob>> {
      std::vector<PrintJob> jobs;
      for (const qint64 id : ids) {
        SC_TRY_ASSIGN(job, printJob(c, PrintJobId(id)));
        if (job)
          jobs.push_back(std::move(*job));
      }
      return jobs;
    });
  };
  return source;
}

QTimeZone zoneOf(const WorkspaceInfo& workspace)
{
  const QTimeZone zone(workspace.timeZone.toLatin1());
  return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

StatusWord printStateWord(PrintState state)
{
  switch (state) {
  case PrintState::Queued:
    return {PrintColumns::tr("Waiting"), QStringLiteral("clock"), Tone::Neutral};
  case PrintState::Printing:
    return {PrintColumns::tr("Printing"), QStringLiteral("loader-circle"), Tone::Info};
  case PrintState::Printed:
    return {PrintColumns::tr("Printed"), QStringLiteral("circle-check"), Tone::Success};
  case PrintState::Failed:
    return {PrintColumns::tr("Failed"), QStringLiteral("circle-x"), Tone::Danger};
  case PrintState::Lost:
    return {PrintColumns::tr("Lost"), QStringLiteral("circle-question-mark"), Tone::Warning};
  case PrintState::Cancelled:
    break;
  }
  return {PrintColumns::tr("Cancelled"), QStringLiteral("ban"), Tone::Neutral};
}

PrintQueueDialog::PrintQueueDialog(const PageContext& context, QWidget* parent)
    : QDialog(parent), m_context(context),
      m_model(new RowModel<PrintJob>(printColumns(context.clock, zoneOf(context.workspace)), this)),
      m_table(new TableView), m_states(nullptr), m_reason(new QLabel), m_again(new QPushButton),
      m_lost(new QPushButton), m_cancel(new QPushButton), m_allLost(new QPushButton), m_close(new QPushButton)
{
  build();
  connect(m_model, &WindowedModel::stateChanged, this, &PrintQueueDialog::showState);
  connect(m_states, &StateView::retryPressed, m_model, &WindowedModel::reload);
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PrintQueueDialog::showChoice);
  connect(m_model, &QAbstractItemModel::dataChanged, this, &PrintQueueDialog::showChoice);
  connect(m_again, &QPushButton::clicked, this, [this] { change(printAgain); });
  connect(m_lost, &QPushButton::clicked, this, [this] { change(notePrintLost); });
  connect(m_cancel, &QPushButton::clicked, this, [this] { change(cancelPrint); });
  connect(m_allLost, &QPushButton::clicked, this, &PrintQueueDialog::reprintAllLost);
  connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
  connect(&context.db, &Database::changed, this, [this](const ChangeSet& changes) {
    if (!changes.outbox)
      return;
    m_model->reload();
    countLost();
  });
  m_model->setSource(printSource(context.db));
  retranslate();
  showChoice();
  countLost();
}

void PrintQueueDialog::build()
{
  m_table->setWindowedModel(m_model);
  m_table->horizontalHeader()->setStretchLastSection(true);
  for (size_t i = 0; i < m_model->columns().size(); ++i)
    m_table->setColumnWidth(int(i), m_model->columns()[i].width);
  m_states = new StateView(m_table);
  setRole(m_reason, "muted");
  m_reason->setWordWrap(true);
  m_close->setDefault(true);
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  for (QPushButton* button : {m_again, m_lost, m_cancel, m_allLost})
    buttons->addWidget(button);
  buttons->addStretch(1);
  buttons->addWidget(m_close);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_states, 1);
  column->addWidget(m_reason);
  column->addLayout(buttons);
  resize(px(Size::Palette) + px(Size::Details) / 2, px(Size::Palette));
}

void PrintQueueDialog::showState()
{
  switch (m_model->state()) {
  case WindowedModel::State::Loading:
    return m_states->showLoading();
  case WindowedModel::State::Failed:
    return m_states->showError(m_model->error());
  case WindowedModel::State::Full:
    return m_states->showContent();
  case WindowedModel::State::Empty:
    break;
  }
  m_states->showEmpty(QStringLiteral("inbox"), tr("Nothing was printed yet. Labels that you print stand here."));
}

std::vector<PrintJobId> PrintQueueDialog::chosen() const
{
  std::vector<PrintJobId> ids;
  for (const QModelIndex& index : m_table->selectionModel()->selectedRows())
    if (const auto id = m_model->idAt(index.row()))
      ids.emplace_back(*id);
  return ids;
}

void PrintQueueDialog::showChoice()
{
  bool mayPrintAgain = false, mayBeLost = false, mayBeCancelled = false;
  QString reason;
  for (const PrintJobId id : chosen()) {
    const PrintJob* job = m_model->row(m_model->rowOf(id.value()));
    if (!job)
      continue;
    const bool isUnderway = job->state == PrintState::Queued || job->state == PrintState::Printing;
    mayPrintAgain |= !isUnderway;
    mayBeLost |= job->state == PrintState::Printed || job->state == PrintState::Printing;
    mayBeCancelled |= job->state == PrintState::Queued;
    if (!job->error.isEmpty())
      reason = printFaultText(job->error);
  }
  m_again->setEnabled(mayPrintAgain);
  m_lost->setEnabled(mayBeLost);
  m_cancel->setEnabled(mayBeCancelled);
  m_reason->setText(reason);
  m_reason->setVisible(!reason.isEmpty());
}

void PrintQueueDialog::countLost()
{
  const auto lost = [](Connection& c) { return printJobs(c, {PrintState::Lost}, 1000); };
  deliver(m_context.db.read(lost), this, [this](const Result<std::vector<PrintJob>>& jobs) {
    m_lostCount = jobs ? int(jobs->size()) : 0;
    retranslate();
  });
}

void PrintQueueDialog::change(const Change& what)
{
  const auto all = [ids = chosen(), what, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<void> {
    for (const PrintJobId id : ids)
      if (auto done = what(c, id, now, changes); !done && done.error().kind != ErrorKind::Conflict)
        return done;
    return {};
  };
  deliver(m_context.db.write(all), this, [this](const Result<void>& done) {
    if (!done)
      m_context.actions.notify(errorSentence(done.error().kind).what);
  });
}

void PrintQueueDialog::reprintAllLost()
{
  const auto all = [now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return reprintLost(c, now, changes);
  };
  deliver(m_context.db.write(all), this, [this](const Result<int>& count) {
    if (!count)
      m_context.actions.notify(errorSentence(count.error().kind).what);
  });
}

void PrintQueueDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QDialog::changeEvent(event);
}

void PrintQueueDialog::retranslate()
{
  setWindowTitle(tr("Print queue"));
  m_table->setAccessibleName(tr("Print queue"));
  m_again->setText(tr("Print again"));
  m_lost->setText(tr("No paper came out"));
  m_cancel->setText(tr("Do not print"));
  m_allLost->setText(tr("Print %n lost again", nullptr, m_lostCount));
  m_allLost->setVisible(m_lostCount > 0);
  m_close->setText(tr("Close"));
  showState();
}

} // namespace supercargo
