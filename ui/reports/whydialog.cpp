#include "ui/reports/whydialog.h"

#include "core/base/deliver.h"
#include "core/db/database.h"
#include "core/reports/figures.h"
#include "core/reports/render.h"
#include "ui/reports/differencemodel.h"
#include "ui/tables/plaintable.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

namespace supercargo {
namespace {

QString figureTitle(const QString& column)
{
  return columnTitle(figureColumn(column));
}

QTimeZone zoneOf(const ReportSpec& spec)
{
  const QTimeZone zone(spec.timeZone);
  return zone.isValid() ? zone : QTimeZone::utc();
}

} // namespace

WhyDialog::WhyDialog(Database& db, Clock clock, Question question, QWidget* parent)
    : QDialog(parent), m_db(db), m_clock(std::move(clock)), m_question(std::move(question)),
      m_model(new DifferenceModel(this)), m_table(new QTableView), m_run(new QComboBox), m_figure(new QComboBox),
      m_runLabel(new QLabel), m_figureLabel(new QLabel), m_sum(new QLabel), m_about(new QLabel),
      m_remove(new QPushButton), m_open(new QPushButton), m_close(new QPushButton)
{
  setAttribute(Qt::WA_DeleteOnClose);
  resize(820, 560);
  layOut();
  connect(m_state, &StateView::retryPressed, this, &WhyDialog::readRuns);
  connect(m_run, &QComboBox::currentIndexChanged, this, &WhyDialog::readFigures);
  connect(m_figure, &QComboBox::currentIndexChanged, this, &WhyDialog::compare);
  connect(m_table, &QTableView::activated, this, &WhyDialog::openCurrent);
  connect(m_open, &QPushButton::clicked, this, &WhyDialog::openCurrent);
  connect(m_remove, &QPushButton::clicked, this, &WhyDialog::removeCurrent);
  connect(m_close, &QPushButton::clicked, this, &QDialog::close);
  retranslate();
  readRuns();
}

void WhyDialog::layOut()
{
  m_table->setModel(m_model);
  dressPlainTable(*m_table, DifferenceModel::NumberColumn);
  m_state = new StateView(m_table);
  setRole(m_about, "muted");
  setRole(m_sum, "strong");
  for (QLabel* label : {m_about, m_sum})
    label->setWordWrap(true);
  m_sum->setTextInteractionFlags(Qt::TextSelectableByMouse);
  setRole(m_open, "primary");
  for (QComboBox* box : {m_run, m_figure}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(box == m_run ? 44 : 18);
  }
  m_runLabel->setBuddy(m_run);
  m_figureLabel->setBuddy(m_figure);
  auto* choices = new QHBoxLayout;
  choices->addWidget(m_runLabel);
  choices->addWidget(m_run, 1);
  choices->addWidget(m_figureLabel);
  choices->addWidget(m_figure);
  auto* foot = new QHBoxLayout;
  foot->addWidget(m_remove);
  foot->addStretch(1);
  foot->addWidget(m_close);
  foot->addWidget(m_open);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space6), px(Size::Space4), px(Size::Space6), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(m_about);
  column->addLayout(choices);
  column->addWidget(m_state, 1);
  column->addWidget(m_sum);
  column->addLayout(foot);
}

qint64 WhyDialog::currentRun() const
{
  return m_run->currentData().toLongLong();
}

void WhyDialog::readRuns()
{
  m_state->showLoading();
  deliver(m_db.read([report = m_question.report](Connection& c) { return keptRuns(c, report); }), this,
          [this](Result<std::vector<KeptRun>> runs) {
            runs ? showRuns(std::move(*runs)) : m_state->showError(runs.error());
          });
}

void WhyDialog::showRuns(std::vector<KeptRun> runs)
{
  m_runs = std::move(runs);
  const QJsonObject shown = parametersJson(m_question.spec);
  int chosen = 0;
  {
    const QSignalBlocker quiet(m_run);
    m_run->clear();
    for (size_t i = 0; i < m_runs.size(); ++i) {
      m_run->addItem(runText(m_runs[i]), m_runs[i].id);
      if (chosen == 0 && parametersJson(m_runs[i].spec) == shown)
        chosen = int(i);
    }
    m_run->setCurrentIndex(m_runs.empty() ? -1 : chosen);
  }
  for (QWidget* each : std::initializer_list<QWidget*>{m_run, m_figure, m_remove})
    each->setEnabled(!m_runs.empty());
  if (m_runs.empty()) {
    m_comparison.reset();
    m_model->setDifferences({});
    m_state->showEmpty(QStringLiteral("history"),
                       tr("No run of this report was kept yet. Runs are kept with every file, and when you choose "
                          "“Keep this run”."));
    retranslate();
    return;
  }
  readFigures();
}

void WhyDialog::readFigures()
{
  if (m_run->currentIndex() < 0)
    return;
  m_state->showLoading();
  deliver(m_db.read([run = currentRun()](Connection& c) { return figuresOfRun(c, run); }), this,
          [this, token = ++m_token](Result<QStringList> known) {
            if (token != m_token)
              return;
            if (!known)
              return m_state->showError(known.error());
            const QString before = m_figure->currentData().toString();
            {
              const QSignalBlocker quiet(m_figure);
              m_figure->clear();
              for (const Figure& figure : figures()) // in the catalogue's order
                if (known->removeAll(figure.id) > 0)
                  m_figure->addItem(figureTitle(figure.id), figure.id);
              for (const QString& other : *known)
                m_figure->addItem(figureTitle(other), other);
              const int net = m_figure->findData(QStringLiteral("net_sales")), same = m_figure->findData(before);
              m_figure->setCurrentIndex(same >= 0 ? same : std::max(0, net));
            }
            compare();
          });
}

void WhyDialog::compare()
{
  if (m_figure->currentIndex() < 0)
    return;
  m_state->showLoading();
  deliver(m_db.read([run = currentRun(), figure = m_figure->currentData().toString(), now = m_clock()](Connection& c) {
    return compareRun(c, run, figure, now);
  }),
          this, [this, token = ++m_token](Result<RunComparison> comparison) {
            if (token != m_token)
              return;
            comparison ? showComparison(std::move(*comparison)) : m_state->showError(comparison.error());
          });
}

void WhyDialog::showComparison(RunComparison comparison)
{
  m_model->setDifferences(comparison.differences);
  m_comparison = std::move(comparison);
  m_table->setColumnHidden(DifferenceModel::PartColumn, !m_model->isQuotient());
  if (m_model->rowCount() == 0) {
    m_state->showEmpty(QStringLiteral("circle-check"), tr("Nothing has changed: the figure is the same as then."));
  } else {
    m_state->showContent();
    m_table->selectRow(0);
  }
  retranslate();
}

void WhyDialog::removeCurrent()
{
  deliver(m_db.write([run = currentRun()](Connection& c) { return removeRun(c, run); }), this,
          [this](const Result<void>& removed) { removed ? readRuns() : m_state->showError(removed.error()); });
}

void WhyDialog::openCurrent()
{
  const QModelIndex current = m_table->currentIndex();
  if (current.isValid() && m_model->difference(current.row()).thing.order != 0)
    Q_EMIT orderChosen(OrderId(m_model->difference(current.row()).thing.order));
}

QString WhyDialog::runText(const KeptRun& run) const
{
  const QString when = dateTimeText(run.spec.now, zoneOf(run.spec));
  return (run.byHand ? tr("%1, days %2 to %3, kept by hand") : tr("%1, days %2 to %3, kept with a file"))
      .arg(when, run.spec.from.toString(Qt::ISODate), run.spec.to.toString(Qt::ISODate));
}

void WhyDialog::retranslate()
{
  setWindowTitle(tr("Why did it change? – %1").arg(m_question.title));
  m_about->setText(tr("A figure of the past changes when orders come in late, are edited, cancelled or refunded. "
                      "Choose a run that was kept; the rows below make up the whole difference."));
  m_runLabel->setText(tr("Run"));
  m_figureLabel->setText(tr("Figure"));
  m_run->setAccessibleName(tr("Kept run"));
  m_figure->setAccessibleName(tr("Figure"));
  m_table->setAccessibleName(tr("What makes the difference"));
  m_remove->setText(tr("Forget this run"));
  m_open->setText(tr("Open order"));
  m_close->setText(tr("Close"));
  for (size_t i = 0; i < m_runs.size(); ++i)
    m_run->setItemText(int(i), runText(m_runs[i]));
  for (int i = 0; i < m_figure->count(); ++i)
    m_figure->setItemText(i, figureTitle(m_figure->itemData(i).toString()));
  m_model->retranslate();
  QStringList lines;
  if (m_comparison) {
    RunComparison::Sums all = m_comparison->before;
    for (const QString& currency : m_comparison->now.keys())
      all[currency];
    for (const QString& currency : all.keys()) {
      const auto then = m_comparison->before.value(currency), now = m_comparison->now.value(currency);
      lines += tr("Then %1, now %2: %3 in %n row(s).", nullptr, m_model->rowCount())
                   .arg(partText(then.value, currency), partText(now.value, currency),
                        changedText(now.value - then.value, currency));
      if (then.base != 0 || now.base != 0)
        lines += tr("Divided by %1 then, by %2 now.").arg(numberText(then.base), numberText(now.base));
    }
  }
  m_sum->setText(lines.join(u'\n'));
  m_sum->setVisible(!lines.isEmpty());
  m_open->setEnabled(m_model->rowCount() > 0);
}

void WhyDialog::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QDialog::changeEvent(event);
}

} // namespace supercargo
