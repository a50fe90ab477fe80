#include "ui/reports/reportspage.h"

#include "core/base/deliver.h"
#include "core/store/daycut.h"
#include "ui/charts/chartview.h"
#include "ui/charts/figurerows.h"
#include "ui/charts/periodbar.h"
#include "ui/charts/reporttable.h"
#include "ui/charts/resultcharts.h"
#include "ui/mainwindow/task.h"
#include "ui/reports/reportform.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"
#include "ui/theme/icon.h"

#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {
constexpr std::chrono::milliseconds kTypingPause(250), kRefreshPause(3000);
constexpr int kChartHeight = 220;
const QString kChosenState = QStringLiteral("reports/chosen");
const QString kPeriodState = QStringLiteral("reports/period");
const QString kSplitterState = QStringLiteral("reports/splitter");
} // namespace

ReportsPage::ReportsPage(const PageContext& context)
    : m_context(context), m_splitter(new QSplitter), m_gallery(new QListWidget), m_chart(new ChartView),
      m_table(new ReportTable), m_galleryTitle(new QLabel), m_title(new QLabel), m_about(new QLabel),
      m_told(new QLabel), m_notes(new QLabel), m_export(new QToolButton)
{
  m_form = new ReportForm([this] { return today(); });
  m_splitter->addWidget(makeGallery());
  m_splitter->addWidget(makeReport());
  m_splitter->setStretchFactor(1, 1);
  m_splitter->setChildrenCollapsible(false);
  m_splitter->restoreState(m_context.state.load(kSplitterState));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins({});
  layout->addWidget(m_splitter);
  const QString period = QString::fromUtf8(m_context.state.load(kPeriodState));
  if (!period.isEmpty())
    m_form->period()->setPreset(period);
  retranslate();
  follow();
  const QString kept = QString::fromUtf8(m_context.state.load(kChosenState));
  m_gallery->setCurrentRow(0);
  if (!kept.isEmpty())
    open(kept);
}

QWidget* ReportsPage::makeGallery()
{
  for (const ReportDefinition& definition : reportDefinitions()) {
    auto* item = new QListWidgetItem(m_gallery);
    item->setData(Qt::UserRole, definition.id);
  }
  m_gallery->setMinimumWidth(px(Size::Details) / 2);
  auto* left = new QWidget;
  auto* column = new QVBoxLayout(left);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space2), px(Size::Space2));
  setRole(m_galleryTitle, "strong");
  column->addWidget(m_galleryTitle);
  column->addWidget(m_gallery, 1);
  return left;
}

QWidget* ReportsPage::makeReport()
{
  setRole(m_title, "title");
  setRole(m_about, "muted");
  setRole(m_told, "small");
  setRole(m_notes, "small");
  m_notes->setWordWrap(true);
  m_told->setWordWrap(true);
  m_about->setWordWrap(true);
  m_export->setIcon(themedIcon(QStringLiteral("download")));
  m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_export->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(m_export);
  for (const ExportFormat format : kExportFormats)
    connect(menu->addAction(QString()), &QAction::triggered, this, [this, format] { askForFile(format); });
  m_export->setMenu(menu);
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(m_export);
  auto* body = new QSplitter(Qt::Vertical);
  body->addWidget(m_chart);
  body->addWidget(m_table);
  body->setChildrenCollapsible(false);
  body->setSizes({kChartHeight, 2 * kChartHeight});
  body->setStretchFactor(1, 1);
  m_state = new StateView(body);
  auto* right = new QWidget;
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space6), px(Size::Space3));
  column->setSpacing(px(Size::Space2));
  column->addLayout(head);
  column->addWidget(m_about);
  column->addWidget(m_form);
  column->addWidget(m_state, 1);
  column->addWidget(m_notes);
  column->addWidget(m_told);
  return right;
}

void ReportsPage::follow()
{
  connect(m_gallery, &QListWidget::currentRowChanged, this, &ReportsPage::choose);
  connect(m_form, &ReportForm::changed, &m_runLater, qOverload<>(&QTimer::start));
  connect(m_state, &StateView::retryPressed, this, &ReportsPage::run);
  connect(m_state, &StateView::buttonPressed, this, [this] {
    m_form->period()->setPreset(QStringLiteral("all"));
    run();
  });
  connect(m_table, &ReportTable::figureChosen, this, &ReportsPage::openRows);
  connect(m_chart, &ChartView::markChosen, this, [this](const QString& key) {
    if (const auto cell = MarkCell::of(key))
      openRows(cell->column, cell->slice);
  });
  m_runLater.setSingleShot(true);
  m_runLater.setInterval(kTypingPause);
  connect(&m_runLater, &QTimer::timeout, this, &ReportsPage::run);
  m_refreshLater.setSingleShot(true);
  m_refreshLater.setInterval(kRefreshPause);
  connect(&m_refreshLater, &QTimer::timeout, this, &ReportsPage::run);
  connect(&m_context.db, &Database::changed, this, [this] {
    m_fresh = false;
    if (isVisible() && !m_refreshLater.isActive())
      m_refreshLater.start();
  });
}

QDate ReportsPage::today() const
{
  const DayCut cut(m_context.workspace.timeZone.toLatin1());
  return cut.isKnown() ? DayCut::date(cut.dayOf(m_context.clock()))
                       : DayCut::date(DayCut("UTC").dayOf(m_context.clock()));
}

void ReportsPage::choose(int row)
{
  if (row < 0)
    return;
  m_form->setReport(reportDefinitions()[size_t(row)]);
  m_result.reset();
  m_fresh = false;
  retranslate();
  if (isVisible())
    run();
}

void ReportsPage::run()
{
  m_runLater.stop();
  m_refreshLater.stop();
  m_fresh = true;
  ReportSpec spec = m_form->spec();
  spec.now = m_context.clock();
  if (!m_result)
    m_state->showLoading();
  deliver(m_context.db.read([spec](Connection& c) { return runReport(c, spec); }), this,
          [this, token = ++m_token](Result<ReportResult> result) {
            if (token != m_token)
              return;
            if (result)
              return showResult(std::move(*result));
            m_result.reset();
            m_state->showError(result.error());
            tellResult();
          });
}

void ReportsPage::showResult(ReportResult result)
{
  m_table->setResult(result);
  m_result = std::move(result);
  drawChart();
  if (m_result->rows.empty())
    m_state->showEmpty(QStringLiteral("file-text"), tr("There is nothing to report in these days."),
                       tr("Show all time"));
  else
    m_state->showContent();
  tellResult();
}

void ReportsPage::drawChart()
{
  auto chart = m_result ? chartFor(*m_result, drawnCurrency(*m_result, m_context.workspace.currency.code())) : nullptr;
  m_chart->setVisible(chart && !chart->isEmpty());
  m_chart->setChart(std::move(chart));
}

void ReportsPage::openRows(const QString& key, const Slice& slice)
{
  if (!m_result)
    return;
  for (size_t i = 0; i < m_result->columns.size(); ++i) {
    const ReportColumn& column = m_result->columns[i];
    if (column.key != key)
      continue;
    QString value;
    for (const auto* rows : {&m_result->rows, &m_result->totals})
      for (const ReportRow& row : *rows)
        if (row.slice == slice && value.isEmpty())
          value = cellText(row.cells[i], column, QTimeZone(m_result->spec.timeZone));
    auto* dialog = new FigureRowsDialog(m_context.db, {m_result->spec, m_result->basis, column, slice, value}, this);
    connect(dialog, &FigureRowsDialog::orderChosen, this,
            [this](OrderId order) { m_context.actions.showOrder(order); });
    dialog->show();
    return;
  }
}

void ReportsPage::askForFile(ExportFormat format)
{
  if (!m_result)
    return;
  const QString name = QStringLiteral("%1 %2 %3%4")
                           .arg(m_title->text(), m_result->spec.from.toString(Qt::ISODate),
                                m_result->spec.to.toString(Qt::ISODate), formatEnding(format));
  auto* dialog = new QFileDialog(this, tr("Export report"), name, QStringLiteral("*") + formatEnding(format));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setDefaultSuffix(formatEnding(format).mid(1));
  connect(dialog, &QFileDialog::fileSelected, this, [this, format](const QString& file) { write(format, file); });
  dialog->open();
}

void ReportsPage::write(ExportFormat format, const QString& file)
{
  if (!m_result)
    return;
  const QTimeZone zone(m_result->spec.timeZone);
  const QString madeAt = tr("Made %1").arg(dateTimeText(m_context.clock(), zone.isValid() ? zone : QTimeZone::utc()));
  auto* writing = new ReportExport(m_context.db, *m_result, format, file, m_context.workspace.shopName, madeAt, this);
  connect(writing, &ReportExport::finished, this, [this, file](const std::optional<Error>& error) {
    if (!error)
      m_context.actions.notify(tr("The report is in %1.").arg(file));
    else if (error->kind == ErrorKind::Cancelled)
      m_context.actions.notify(tr("Stopped; no file was written."));
    else
      m_context.actions.notify(
          tr("%1 could not be written. Choose another folder, or close the program that has the file open.").arg(file));
  });
  writing->start(m_context.actions.beginTask ? m_context.actions.beginTask(tr("Export of %1").arg(m_title->text()))
                                             : nullptr);
}

void ReportsPage::activate()
{
  m_gallery->setFocus();
}

void ReportsPage::saveState()
{
  if (const QListWidgetItem* item = m_gallery->currentItem())
    m_context.state.save(kChosenState, item->data(Qt::UserRole).toString().toUtf8());
  m_context.state.save(kPeriodState, m_form->period()->preset().toUtf8());
  m_context.state.save(kSplitterState, m_splitter->saveState());
}

void ReportsPage::open(const QString& what)
{
  for (int row = 0; row < m_gallery->count(); ++row)
    if (m_gallery->item(row)->data(Qt::UserRole).toString() == what)
      m_gallery->setCurrentRow(row);
}

QStringList ReportsPage::screenshotStates() const
{
  return {QStringLiteral("sales.product"), QStringLiteral("sales.region"), QStringLiteral("customers.cohorts"),
          QStringLiteral("pivot")};
}

void ReportsPage::showScreenshotState(const QString& state)
{
  if (state.isEmpty())
    m_gallery->setCurrentRow(0);
  else
    open(state);
}

void ReportsPage::showEvent(QShowEvent* event)
{
  Page::showEvent(event);
  m_form->period()->refresh();
  if (!m_fresh)
    run();
}

void ReportsPage::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    drawChart();
  }
  Page::changeEvent(event);
}

void ReportsPage::tellResult()
{
  m_export->setEnabled(m_result.has_value());
  QStringList notes;
  if (m_result)
    for (const QString& note : m_result->notes)
      if (!note.startsWith(QLatin1String("empty")))
        notes.append(noteText(note));
  m_notes->setText(notes.join(QStringLiteral(" ")));
  m_notes->setVisible(!notes.isEmpty());
  if (!m_result)
    return m_told->clear();
  m_told->setText(tr("%n row(s) · %1 to %2 · by %3 · days of %4 · checksum %5", nullptr, int(m_result->rows.size()))
                      .arg(m_result->spec.from.toString(Qt::ISODate), m_result->spec.to.toString(Qt::ISODate),
                           basisWord(m_result->basis), QString::fromLatin1(m_result->spec.timeZone),
                           QString::fromLatin1(m_result->hash.left(12))));
}

void ReportsPage::retranslate()
{
  const auto& all = reportDefinitions();
  for (int row = 0; row < m_gallery->count(); ++row) {
    m_gallery->item(row)->setText(reportWord(all[size_t(row)].title));
    m_gallery->item(row)->setToolTip(reportWord(all[size_t(row)].about));
  }
  const int chosen = std::max(0, m_gallery->currentRow());
  m_title->setText(reportWord(all[size_t(chosen)].title));
  m_about->setText(reportWord(all[size_t(chosen)].about));
  m_galleryTitle->setText(tr("Reports"));
  m_gallery->setAccessibleName(tr("Reports"));
  m_table->setAccessibleName(tr("Preview of the report"));
  m_chart->setAccessibleName(m_title->text());
  m_export->setText(tr("Export"));
  m_export->setAccessibleName(tr("Export"));
  m_export->setToolTip(tr("Write what is shown into a file"));
  const QList<QAction*> actions = m_export->menu()->actions();
  for (qsizetype i = 0; i < actions.size(); ++i)
    actions[i]->setText(formatText(kExportFormats[size_t(i)]));
  tellResult();
}

} // namespace supercargo
