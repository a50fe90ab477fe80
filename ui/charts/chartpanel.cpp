#include "ui/charts/chartpanel.h"

#include "core/base/deliver.h"
#include "core/db/database.h"
#include "ui/charts/chartview.h"
#include "ui/charts/figurerows.h"
#include "ui/charts/reporttable.h"
#include "ui/charts/resultcharts.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/text/reportwords.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

namespace supercargo {
namespace {
constexpr int kSideBySide = 760; ///< narrower: the table stands below
constexpr int kTableHeight = 220;
} // namespace

ChartPanel::ChartPanel(Database& db, QString preferredCurrency, MakeChart make, std::function<Texts()> texts,
                       QWidget* parent)
    : QFrame(parent), m_db(db), m_preferred(std::move(preferredCurrency)), m_make(std::move(make)),
      m_texts(std::move(texts)), m_title(new QLabel), m_basis(new QLabel), m_notes(new QLabel), m_menu(new QToolButton),
      m_view(new ChartView), m_table(new ReportTable)
{
  setRole(this, "card");
  setRole(m_title, "strong");
  setRole(m_basis, "small");
  setRole(m_notes, "small");
  m_notes->setWordWrap(true);
  m_menu->setIcon(themedIcon(QStringLiteral("ellipsis")));
  m_menu->setPopupMode(QToolButton::InstantPopup);
  m_table->setMinimumHeight(kTableHeight);
  m_basis->setWordWrap(true);
  auto* titles = new QVBoxLayout;
  titles->setSpacing(0);
  titles->addWidget(m_title);
  titles->addWidget(m_basis);
  auto* head = new QHBoxLayout;
  head->addLayout(titles, 1);
  head->addWidget(m_menu, 0, Qt::AlignTop);
  auto* body = new QWidget;
  m_body = new QBoxLayout(QBoxLayout::LeftToRight, body);
  m_body->setContentsMargins({});
  m_body->setSpacing(px(Size::Space4));
  m_body->addWidget(m_view, 3);
  m_body->addWidget(m_table, 2);
  m_state = new StateView(body);
  m_state->setMinimumHeight(kTableHeight);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space3), px(Size::Space3), px(Size::Space3));
  column->setSpacing(px(Size::Space2));
  column->addLayout(head);
  column->addWidget(m_state, 1);
  column->addWidget(m_notes);
  connect(m_state, &StateView::retryPressed, this, [this] { run(m_spec); });
  connect(m_view, &ChartView::markChosen, this, [this](const QString& key) {
    if (const auto cell = MarkCell::of(key))
      openRows(cell->column, cell->slice);
  });
  connect(m_table, &ReportTable::figureChosen, this, &ChartPanel::openRows);
  makeMenu();
  retranslate();
}

void ChartPanel::run(const ReportSpec& spec)
{
  m_spec = spec;
  m_running = true;
  const int token = ++m_token;
  if (!m_result)
    m_state->showLoading();
  deliver(m_db.read([spec](Connection& c) { return runReport(c, spec); }), this,
          [this, token](Result<ReportResult> result) {
            if (token != m_token)
              return;
            m_running = false;
            result ? showResult(std::move(*result)) : m_state->showError(result.error());
            Q_EMIT settled();
          });
}

void ChartPanel::showResult(ReportResult result)
{
  m_result = std::make_unique<ReportResult>(std::move(result));
  m_currency = drawnCurrency(*m_result, m_preferred);
  m_table->setResult(*m_result);
  redraw();
  m_state->showContent();
}

void ChartPanel::redraw()
{
  if (m_result)
    m_view->setChart(m_make(*m_result, m_currency));
  retranslate();
}

void ChartPanel::retranslate()
{
  const Texts texts = m_texts();
  m_title->setText(texts.title);
  m_view->setAccessibleName(texts.title);
  m_view->setEmptyText(texts.whyEmpty);
  m_table->setAccessibleName(tr("Table: %1").arg(texts.title));
  m_menu->setAccessibleName(tr("Copy or save: %1").arg(texts.title));
  m_menu->setToolTip(tr("Copy or save"));
  QStringList basis, notes;
  if (m_result) {
    basis << tr("by %1").arg(basisWord(m_result->basis)) << QString::fromLatin1(m_result->spec.timeZone);
    if (currenciesOf(*m_result).size() > 1)
      basis << tr("drawn in %1").arg(m_currency);
    for (const QString& note : m_result->notes)
      if (!note.startsWith(QLatin1String("empty")))
        notes.append(noteText(note));
  }
  m_basis->setText(basis.join(QStringLiteral(" · ")));
  m_notes->setText(notes.join(QStringLiteral(" ")));
  m_notes->setVisible(!notes.isEmpty());
  const QList<QAction*> actions = m_menu->menu()->actions();
  const QStringList words = {tr("Copy picture"), tr("Save picture…"), tr("Copy table")};
  for (qsizetype i = 0; i < actions.size(); ++i)
    actions[i]->setText(words[i]);
}

void ChartPanel::makeMenu()
{
  auto* menu = new QMenu(m_menu);
  connect(menu->addAction(QString()), &QAction::triggered, m_view, &ChartView::copyPicture);
  connect(menu->addAction(QString()), &QAction::triggered, this, &ChartPanel::savePicture);
  connect(menu->addAction(QString()), &QAction::triggered, this, [this] {
    m_table->selectAll();
    QApplication::clipboard()->setText(m_table->selectionAsTsv());
  });
  m_menu->setMenu(menu);
}

void ChartPanel::savePicture()
{
  auto* dialog = new QFileDialog(this, tr("Save picture"), m_title->text() + QStringLiteral(".png"),
                                 tr("Picture (*.png);;Drawing (*.svg)"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
    if (const auto saved = m_view->savePicture(file); !saved)
      m_notes->setText(tr("The picture could not be written to %1. Choose another folder.").arg(file));
    else
      m_notes->setText(tr("Saved as %1.").arg(file));
    m_notes->show();
  });
  dialog->open();
}

void ChartPanel::openRows(const QString& key, const Slice& slice)
{
  if (!m_result)
    return;
  for (size_t i = 0; i < m_result->columns.size(); ++i) {
    if (m_result->columns[i].key != key)
      continue;
    QString value;
    for (const auto* rows : {&m_result->rows, &m_result->totals})
      for (const ReportRow& row : *rows)
        if (row.slice == slice && value.isEmpty())
          value = cellText(row.cells[i], m_result->columns[i], QTimeZone(m_result->spec.timeZone));
    auto* dialog =
        new FigureRowsDialog(m_db, {m_result->spec, m_result->basis, m_result->columns[i], slice, value}, this);
    connect(dialog, &FigureRowsDialog::orderChosen, this, &ChartPanel::orderChosen);
    dialog->show();
    return;
  }
}

void ChartPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    redraw();
  QFrame::changeEvent(event);
}

void ChartPanel::resizeEvent(QResizeEvent* event)
{
  QFrame::resizeEvent(event);
  m_body->setDirection(width() >= kSideBySide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace supercargo
