#include "ui/reports/reportspage.h"

#include "core/base/deliver.h"
#include "core/reports/sqlconsole.h"
#include "core/store/daycut.h"
#include "ui/charts/chart.h"
#include "ui/charts/chartview.h"
#include "ui/charts/figurerows.h"
#include "ui/charts/periodbar.h"
#include "ui/charts/reporttable.h"
#include "ui/charts/resultcharts.h"
#include "ui/reports/reportform.h"
#include "ui/reports/reportgallery.h"
#include "ui/reports/schedulesdialog.h"
#include "ui/reports/sqlconsoleview.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"
#include "ui/theme/icon.h"

#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {
constexpr std::chrono::milliseconds kTypingPause(250), kRefreshPause(3000);
constexpr int kChartHeight = 220;
const QString kChosenState = QStringLiteral("reports/chosen");
const QString kPeriodState = QStringLiteral("reports/period");
const QString kSplitterState = QStringLiteral("reports/splitter");
const QString kWhyState = QStringLiteral("why"), kSchedulesState = QStringLiteral("schedules");
} // namespace

ReportsPage::ReportsPage(const PageContext& context)
    : m_context(context), m_splitter(new QSplitter), m_right(new QStackedWidget),
      m_sql(new SqlConsoleView(context.db, context.clock)), m_gallery(new ReportGallery), m_chart(new ChartView),
      m_table(new ReportTable), m_galleryTitle(new QLabel), m_title(new QLabel), m_about(new QLabel),
      m_told(new QLabel), m_notes(new QLabel), m_schedules(new QToolButton), m_export(new QToolButton)
{
  m_form = new ReportForm([this] { return today(); });
  m_splitter->addWidget(makeGallery());
  m_right->addWidget(makeReport());
  m_right->addWidget(m_sql);
  m_splitter->addWidget(m_right);
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
  m_gallery->choose(reportDefinitions().front().id);
  open(QString::fromUtf8(m_context.state.load(kChosenState)));
  readSaved();
}

QWidget* ReportsPage::makeGallery()
{
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
  m_body = new QSplitter(Qt::Vertical);
  m_body->addWidget(m_chart);
  m_body->addWidget(m_table);
  m_body->setChildrenCollapsible(false);
  m_body->setSizes({kChartHeight, 2 * kChartHeight});
  m_body->setStretchFactor(1, 1);
  m_state = new StateView(m_body);
  auto* right = new QWidget;
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space6), px(Size::Space3));
  column->setSpacing(px(Size::Space2));
  column->addLayout(makeHead());
  column->addWidget(m_about);
  column->addWidget(m_form);
  column->addWidget(m_state, 1);
  column->addWidget(m_notes);
  column->addWidget(m_told);
  return right;
}

void ReportsPage::follow()
{
  connect(m_gallery, &ReportGallery::chosen, this, &ReportsPage::choose);
  connect(m_schedules, &QToolButton::clicked, this, &ReportsPage::showSchedules);
  connect(m_sql, &SqlConsoleView::exportWanted, this, [this](const ReportResult& result, ExportFormat format) {
    askForFile(result, m_gallery->title(kSqlReport), format);
  });
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

void ReportsPage::choose(const QString& key)
{
  m_right->setCurrentWidget(key == kSqlReport ? static_cast<QWidget*>(m_sql) : m_right->widget(0));
  if (key == kSqlReport)
    return;
  m_own.reset();
  if (const SavedReport* own = m_gallery->saved(key))
    chooseOwn(*own);
  else if (const ReportDefinition* definition = findReport(key))
    m_form->setReport(*definition);
  m_result.reset();
  m_fresh = false;
  m_fitChart = true;
  showTitle();
  if (isVisible())
    run();
}

void ReportsPage::chooseOwn(const SavedReport& own)
{
  const ReportDefinition* definition = findReport(own.spec.report);
  if (!definition)
    return;
  m_own = own;
  m_form->setReport(*definition, own.spec.options);
  if (own.spec.from.isValid() && own.spec.to.isValid())
    m_form->period()->setDays({own.spec.from, own.spec.to});
  else
    m_form->period()->setPreset(own.span);
}

/// What the form says; shops, currency and zone of a saved report stay its own.
ReportSpec ReportsPage::shownSpec() const
{
  ReportSpec spec = m_form->spec();
  if (m_own) {
    spec.accounts = m_own->spec.accounts;
    spec.currency = m_own->spec.currency;
    spec.timeZone = m_own->spec.timeZone;
  }
  spec.now = m_context.clock();
  return spec;
}

void ReportsPage::run()
{
  m_runLater.stop();
  m_refreshLater.stop();
  m_fresh = true;
  const ReportSpec spec = shownSpec();
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
  const int wanted = chart ? chart->heightFor(m_chart->width()) : kChartHeight, all = m_state->height();
  m_chart->setChart(std::move(chart));
  if (std::exchange(m_fitChart, false)) // from then on the height is the person's
    m_body->setSizes({std::clamp(wanted, kChartHeight, std::max(kChartHeight, all * 3 / 5)), all});
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

void ReportsPage::activate()
{
  m_gallery->currentKey() == kSqlReport ? m_sql->focusEditor() : m_gallery->setFocus();
}

void ReportsPage::saveState()
{
  m_context.state.save(kChosenState, m_gallery->currentKey().toUtf8());
  m_context.state.save(kPeriodState, m_form->period()->preset().toUtf8());
  m_context.state.save(kSplitterState, m_splitter->saveState());
}

void ReportsPage::open(const QString& what)
{
  m_wanted = m_gallery->choose(what) ? QString() : what; // a saved one may not have been read yet
}

QStringList ReportsPage::screenshotStates() const
{
  return {QStringLiteral("sales.product"),
          QStringLiteral("sales.region"),
          QStringLiteral("customers.cohorts"),
          QStringLiteral("pivot"),
          kSqlReport,
          kWhyState,
          kSchedulesState};
}

void ReportsPage::showScreenshotState(const QString& state)
{
  if (state == kWhyState) {
    if (m_result) // the dialog compares with a run that was kept
      keepRunOf(m_result->spec, true, [this] { explainChange(); });
  } else if (state == kSchedulesState) {
    showSchedules();
  } else {
    open(state.isEmpty() ? reportDefinitions().front().id : state);
    if (state == kSqlReport)
      m_sql->run();
  }
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
  m_actions[SaveAs]->setEnabled(m_result.has_value());
  m_actions[KeepRun]->setEnabled(m_result.has_value());
  for (const HeadAction ofOwn : {SaveChanges, Rename, Remove})
    m_actions[ofOwn]->setEnabled(m_own.has_value());
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

/// Only the words of the report that is chosen: the gallery may be in the middle of choosing it.
void ReportsPage::showTitle()
{
  const QString report = m_own ? m_own->spec.report : m_gallery->currentKey();
  const ReportDefinition* definition = findReport(report);
  m_title->setText(m_own ? m_own->name : definition ? reportWord(definition->title) : report);
  m_about->setText(definition ? reportWord(m_own ? definition->title : definition->about) : QString());
  m_chart->setAccessibleName(m_title->text());
  tellResult();
}

void ReportsPage::retranslate()
{
  m_gallery->retranslate();
  m_galleryTitle->setText(tr("Reports"));
  m_gallery->setAccessibleName(tr("Reports"));
  m_table->setAccessibleName(tr("Preview of the report"));
  retranslateHead();
  showTitle();
}

} // namespace supercargo
