#include "ui/print/printqueuedialog.h"

#include "ui/print/documentactions.h"
#include "ui/print/previewdialog.h"
#include "ui/print/printwords.h"
#include "ui/tables/stateview.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/text/shopzone.h"

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

/// Where it goes: of a job without a printer of its own that is the one set now.
Cell printerCell(const PrintJob& job, const Settings* settings)
{
  const auto setting = printerSetting(job.what.document);
  const bool isOwn = !job.what.printer.isEmpty();
  const QString printer = isOwn ? job.what.printer : settings ? settings->get(setting) : setting.fallback;
  Cell cell;
  cell.text = printer.isEmpty() ? PrintColumns::tr("None chosen")
              : printer.startsWith(kFolderPrinter)
                  ? PrintColumns::tr("Files in %1").arg(printer.mid(kFolderPrinter.size()))
                  : printer;
  cell.tip = isOwn ? cell.text : PrintColumns::tr("As set for this document");
  return cell;
}

std::vector<Column<PrintJob>> printColumns(const Clock& clock, const QTimeZone& zone, const Settings* settings)
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
      {"printer", [] { return PrintColumns::tr("Printer"); }, 150, left,
       [settings](const PrintJob& job) { return printerCell(job, settings); }},
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
      m_model(new RowModel<PrintJob>(printColumns(context.clock, shopZone(context.workspace), context.settings), this)),
      m_table(new TableView), m_states(nullptr), m_reason(new QLabel), m_preview(new QPushButton),
      m_save(new QPushButton), m_open(new QPushButton), m_again(new QPushButton), m_lost(new QPushButton),
      m_cancel(new QPushButton), m_allLost(new QPushButton), m_close(new QPushButton)
{
  build();
  connect(m_model, &WindowedModel::stateChanged, this, &PrintQueueDialog::showState);
  connect(m_states, &StateView::retryPressed, m_model, &WindowedModel::reload);
  connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &PrintQueueDialog::showChoice);
  connect(m_model, &QAbstractItemModel::dataChanged, this, &PrintQueueDialog::showChoice);
  connect(m_table, &QTableView::doubleClicked, this, &PrintQueueDialog::preview);
  connect(m_preview, &QPushButton::clicked, this, &PrintQueueDialog::preview);
  connect(m_save, &QPushButton::clicked, this, &PrintQueueDialog::save);
  connect(m_open, &QPushButton::clicked, this, &PrintQueueDialog::openOutside);
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
  auto* looks = new QHBoxLayout;
  looks->setSpacing(px(Size::Space2));
  for (QPushButton* button : {m_preview, m_save, m_open})
    looks->addWidget(button);
  looks->addStretch(1);
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
  column->addLayout(looks);
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
  for (QPushButton* button : {m_preview, m_save, m_open})
    button->setEnabled(chosenJob() != nullptr);
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

const PrintJob* PrintQueueDialog::chosenJob() const
{
  const std::vector<PrintJobId> ids = chosen();
  return ids.size() == 1 ? m_model->row(m_model->rowOf(ids.front().value())) : nullptr;
}

void PrintQueueDialog::preview()
{
  const PrintJob* job = chosenJob();
  if (!job)
    return;
  auto* dialog = new PreviewDialog(m_context, job->what, this, PreviewUse::Look);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->open();
}

void PrintQueueDialog::withMatter(const std::function<void(const NewPrintJob&, const PrintMatter&)>& use)
{
  const PrintJob* job = chosenJob();
  if (!job)
    return;
  const PrintSetting setting =
      printSetting(m_context.workspace.shopName, m_context.clock(), shopZone(m_context.workspace));
  const auto made = [what = job->what, setting](Connection& c) { return matterFor(c, what, setting); };
  deliver(m_context.db.read(made), this, [this, use, what = job->what](const Result<PrintMatter>& matter) {
    if (!matter)
      return tell({false, printFaultText(matter.error().detail)});
    use(what, *matter);
  });
}

void PrintQueueDialog::save()
{
  withMatter([this](const NewPrintJob& what, const PrintMatter& matter) {
    const PrintForm form = printForm(m_context.settings, what.document);
    const int dots = printDots(m_context.settings, what.document);
    askWhereToSave(this, matter, form, documentTitle(what),
                   [=, this](const QString& file) { tell(saveDocument(matter, dots, form, file)); });
  });
}

void PrintQueueDialog::openOutside()
{
  withMatter([this](const NewPrintJob& what, const PrintMatter& matter) {
    tell(openDocument(matter, printDots(m_context.settings, what.document),
                      printForm(m_context.settings, what.document), documentTitle(what)));
  });
}

void PrintQueueDialog::tell(const DocumentNote& note)
{
  m_reason->setText(note.sentence);
  m_reason->setVisible(!note.sentence.isEmpty());
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
  m_preview->setText(tr("Preview"));
  m_save->setText(tr("Save as…"));
  m_open->setText(tr("Open"));
  m_open->setToolTip(tr("In the program that this computer has for such files"));
  m_again->setText(tr("Print again"));
  m_lost->setText(tr("No paper came out"));
  m_cancel->setText(tr("Do not print"));
  m_allLost->setText(tr("Print %n lost again", nullptr, m_lostCount));
  m_allLost->setVisible(m_lostCount > 0);
  m_close->setText(tr("Close"));
  showState();
}

} // namespace supercargo
