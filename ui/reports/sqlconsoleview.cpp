#include "ui/reports/sqlconsoleview.h"

#include "core/base/deliver.h"
#include "core/db/database.h"
#include "core/reports/sqlviews.h"
#include "ui/charts/reporttable.h"
#include "ui/reports/sqlwords.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QFontDatabase>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace supercargo {
namespace {
constexpr int kFewRows = 1'000, kMostRows = 100'000, kEditorHeight = 150;
}

SqlConsoleView::SqlConsoleView(Database& db, Clock clock, QWidget* parent)
    : QWidget(parent), m_db(db), m_clock(std::move(clock)), m_editor(new QPlainTextEdit), m_views(new QTreeWidget),
      m_table(new ReportTable), m_examples(new QComboBox), m_rows(new QSpinBox), m_run(new QPushButton),
      m_halt(new QPushButton), m_export(new QToolButton), m_title(new QLabel), m_about(new QLabel),
      m_viewsTitle(new QLabel), m_rowsLabel(new QLabel), m_told(new QLabel)
{
  setRole(m_title, "title");
  setRole(m_about, "muted");
  m_about->setWordWrap(true);
  makeExport();
  auto* head = new QHBoxLayout;
  head->addWidget(m_title, 1);
  head->addWidget(m_export);
  auto* body = new QSplitter(Qt::Horizontal);
  body->addWidget(makeEditor());
  body->addWidget(makeViews());
  body->setStretchFactor(0, 2);
  body->setStretchFactor(1, 1);
  body->setChildrenCollapsible(false);
  body->setSizes({px(Size::Details) * 5 / 4, px(Size::Details)}); // what the columns mean is worth reading
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space6), px(Size::Space3));
  column->setSpacing(px(Size::Space2));
  column->addLayout(head);
  column->addWidget(m_about);
  column->addWidget(body, 1);
  connect(m_run, &QPushButton::clicked, this, &SqlConsoleView::run);
  connect(m_halt, &QPushButton::clicked, this, &SqlConsoleView::stop);
  connect(m_state, &StateView::retryPressed, this, &SqlConsoleView::run);
  connect(m_editor, &QPlainTextEdit::textChanged, this, &SqlConsoleView::tell);
  connect(m_examples, &QComboBox::activated, this, [this](int index) {
    if (const QString sql = m_examples->itemData(index).toString(); !sql.isEmpty())
      setText(sql);
  });
  const auto insert = [this](const QTreeWidgetItem* item) {
    m_editor->insertPlainText(item->text(0));
    m_editor->setFocus();
  };
  connect(m_views, &QTreeWidget::itemActivated, this, insert);
  setText(QLatin1String(sqlExamples().front().sql));
  retranslate();
}

SqlConsoleView::~SqlConsoleView()
{
  stop(); // nobody waits for the answer any more
}

QWidget* SqlConsoleView::makeEditor()
{
  QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
  font.setPixelSize(px(Size::TypeBody));
  m_editor->setFont(font);
  m_editor->setTabChangesFocus(true);
  m_editor->setLineWrapMode(QPlainTextEdit::WidgetWidth);
  m_editor->installEventFilter(this);
  m_examples->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  m_examples->setMinimumContentsLength(8);
  setRole(m_run, "primary");
  m_run->setIcon(themedIcon(QStringLiteral("play"), Ink::OnAccent));
  m_rows->setRange(1, kMostRows);
  m_rows->setValue(kFewRows);
  m_rows->setSingleStep(kFewRows);
  m_rows->setGroupSeparatorShown(true);
  m_rowsLabel->setBuddy(m_rows);
  auto* bar = new QHBoxLayout;
  bar->setSpacing(px(Size::Space2));
  bar->addWidget(m_examples, 1);
  bar->addWidget(m_rowsLabel);
  bar->addWidget(m_rows);
  bar->addWidget(m_halt);
  bar->addWidget(m_run);
  auto* top = new QWidget;
  auto* above = new QVBoxLayout(top);
  above->setContentsMargins({});
  above->setSpacing(px(Size::Space2));
  above->addWidget(m_editor, 1);
  above->addLayout(bar);
  m_state = new StateView(m_table);
  setRole(m_told, "small");
  m_told->setWordWrap(true);
  auto* bottom = new QWidget;
  auto* below = new QVBoxLayout(bottom);
  below->setContentsMargins(0, px(Size::Space2), 0, 0);
  below->setSpacing(px(Size::Space2));
  below->addWidget(m_state, 1);
  below->addWidget(m_told);
  auto* split = new QSplitter(Qt::Vertical);
  split->addWidget(top);
  split->addWidget(bottom);
  split->setSizes({kEditorHeight, 2 * kEditorHeight});
  split->setStretchFactor(1, 1);
  split->setChildrenCollapsible(false);
  return split;
}

QWidget* SqlConsoleView::makeViews()
{
  m_views->setColumnCount(2);
  m_views->setRootIsDecorated(true);
  m_views->setUniformRowHeights(true);
  m_views->setMinimumWidth(px(Size::Details) * 2 / 3);
  for (const SqlView& view : sqlViews()) {
    auto* item = new QTreeWidgetItem(m_views, {QLatin1String(view.name)});
    for (const SqlView::Column& column : view.columns)
      new QTreeWidgetItem(item, {QLatin1String(column.name)});
  }
  m_views->expandItem(m_views->topLevelItem(0));
  m_views->resizeColumnToContents(0);
  setRole(m_viewsTitle, "strong");
  auto* right = new QWidget;
  auto* column = new QVBoxLayout(right);
  column->setContentsMargins(px(Size::Space2), 0, 0, 0);
  column->setSpacing(px(Size::Space2));
  column->addWidget(m_viewsTitle);
  column->addWidget(m_views, 1);
  return right;
}

void SqlConsoleView::makeExport()
{
  m_export->setIcon(themedIcon(QStringLiteral("download")));
  m_export->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_export->setPopupMode(QToolButton::InstantPopup);
  auto* menu = new QMenu(m_export);
  for (const ExportFormat format : kAnswerFormats)
    connect(menu->addAction(QString()), &QAction::triggered, this, [this, format] {
      if (m_result)
        Q_EMIT exportWanted(*m_result, format);
    });
  m_export->setMenu(menu);
}

void SqlConsoleView::setText(const QString& sql)
{
  m_editor->setPlainText(sql);
}

QString SqlConsoleView::text() const
{
  return m_editor->toPlainText();
}

void SqlConsoleView::focusEditor()
{
  m_editor->setFocus();
}

void SqlConsoleView::run()
{
  if (isRunning() || text().trimmed().isEmpty())
    return;
  m_stop = std::make_shared<std::atomic<bool>>(false);
  m_state->showLoading();
  tell();
  const SqlQuestion question{text(), size_t(m_rows->value()), m_clock(), m_stop};
  deliver(m_db.read([question](Connection& c) { return answerSql(c, question); }), this,
          [this](const Result<ReportResult>& answer) {
            m_stop.reset();
            showAnswer(answer);
          });
}

void SqlConsoleView::stop()
{
  if (m_stop)
    m_stop->store(true);
}

void SqlConsoleView::showAnswer(const Result<ReportResult>& answer)
{
  m_result.reset();
  if (answer) {
    m_result = *answer;
    m_table->setResult(*answer);
    if (answer->rows.empty())
      m_state->showEmpty(QStringLiteral("inbox"), tr("No row answers this question."));
    else
      m_state->showContent();
  } else if (answer.error().kind == ErrorKind::Cancelled) {
    m_state->showEmpty(QStringLiteral("ban"), tr("Stopped."));
  } else if (answer.error().kind == ErrorKind::Denied) {
    m_state->showEmpty(
        QStringLiteral("shield"),
        tr("Only the tables listed here can be read, and nothing can be changed. %1").arg(answer.error().detail));
  } else if (answer.error().kind == ErrorKind::Config) {
    m_state->showEmpty(QStringLiteral("info"), tr("Questions can be asked of a local database only; this workspace is "
                                                  "on a shared server. Ask it with that server's own tools."));
  } else if (answer.error().kind == ErrorKind::Invalid) {
    m_state->showEmpty(QStringLiteral("circle-alert"),
                       tr("The database does not understand this: %1").arg(answer.error().detail));
  } else {
    m_state->showError(answer.error());
  }
  tell();
}

void SqlConsoleView::tell()
{
  m_run->setEnabled(!isRunning() && !text().trimmed().isEmpty());
  m_halt->setEnabled(isRunning());
  m_export->setEnabled(m_result.has_value() && !m_result->columns.empty());
  if (!m_result)
    return m_told->clear();
  QString said = tr("%n row(s)", nullptr, int(m_result->rows.size()));
  if (!m_result->notes.isEmpty())
    said = tr("The first %n row(s); there are more. Raise the limit or ask for less.", nullptr,
              int(m_result->rows.size()));
  m_told->setText(said);
}

void SqlConsoleView::retranslate()
{
  m_title->setText(tr("Questions in SQL"));
  m_about->setText(tr("For those who know SQL. Nothing can be changed from here, and neither secrets nor buyers' names "
                      "and addresses can be read. Ctrl+Return asks."));
  m_viewsTitle->setText(tr("What can be asked"));
  m_views->setHeaderLabels({tr("Table or column"), tr("Meaning")});
  m_rowsLabel->setText(tr("At most"));
  m_rows->setSuffix(tr(" rows"));
  m_run->setText(tr("Ask"));
  m_halt->setText(tr("Stop"));
  m_export->setText(tr("Export"));
  m_export->setAccessibleName(tr("Export"));
  m_editor->setAccessibleName(tr("Question in SQL"));
  m_views->setAccessibleName(tr("What can be asked"));
  m_rows->setAccessibleName(tr("Most rows"));
  m_table->setAccessibleName(tr("Answer"));
  m_examples->setAccessibleName(tr("Examples"));
  {
    const QSignalBlocker quiet(m_examples);
    m_examples->clear();
    m_examples->addItem(tr("Examples"));
    for (const SqlExample& example : sqlExamples())
      m_examples->addItem(sqlWord(example.title), QLatin1String(example.sql));
  }
  for (int i = 0; i < m_views->topLevelItemCount(); ++i) {
    const SqlView& view = sqlViews()[size_t(i)];
    QTreeWidgetItem* item = m_views->topLevelItem(i);
    const auto explain = [](QTreeWidgetItem* row, const QString& about) {
      row->setText(1, about);
      row->setToolTip(0, about);
      row->setToolTip(1, about);
    };
    explain(item, sqlWord(view.about));
    for (int column = 0; column < item->childCount(); ++column)
      explain(item->child(column), sqlWord(view.columns[size_t(column)].about));
  }
  const QList<QAction*> actions = m_export->menu()->actions();
  for (qsizetype i = 0; i < actions.size(); ++i)
    actions[i]->setText(formatText(kAnswerFormats[size_t(i)]));
  tell();
}

bool SqlConsoleView::eventFilter(QObject* watched, QEvent* event)
{
  if (watched == m_editor && event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<QKeyEvent*>(event);
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) &&
        (key->modifiers() & Qt::ControlModifier) != 0) {
      run();
      return true;
    }
    if (key->key() == Qt::Key_Escape && isRunning()) {
      stop();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void SqlConsoleView::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

} // namespace supercargo
