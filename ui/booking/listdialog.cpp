#include "ui/booking/listdialog.h"

#include "core/base/deliver.h"
#include "ui/tables/plaintable.h"
#include "ui/tables/stateview.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QTableWidget>

namespace supercargo {

ListDialog::ListDialog(Database& db, const Words& words, const QStringList& headings, QWidget* parent)
    : QDialog(parent), m_db(db), m_words(words), m_table(new QTableWidget(0, int(headings.size()))),
      m_form(new FieldForm), m_listColumn(new QVBoxLayout), m_listButtons(new QHBoxLayout), m_removed(new QFrame),
      m_heading(new QLabel), m_removedText(new QLabel), m_note(new QLabel), m_new(new QPushButton(tr("New"))),
      m_remove(new QPushButton(tr("Remove"))), m_undo(new QPushButton(tr("Undo"))), m_save(new QPushButton(tr("Save"))),
      m_close(new QPushButton(tr("Close")))
{
  m_states = new StateView(m_table);
  build(words, headings);
  connect(m_table, &QTableWidget::itemSelectionChanged, this, &ListDialog::chooseEntry);
  connect(m_states, &StateView::buttonPressed, this, &ListDialog::startNew);
  connect(m_states, &StateView::retryPressed, this, [this] { reload(); });
  connect(m_new, &QPushButton::clicked, this, &ListDialog::startNew);
  connect(m_remove, &QPushButton::clicked, this, &ListDialog::remove);
  connect(m_undo, &QPushButton::clicked, this, &ListDialog::undo);
  connect(m_save, &QPushButton::clicked, this, &ListDialog::save);
  connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
  auto* removeKey = new QShortcut(QKeySequence(Qt::Key_Delete), m_table);
  removeKey->setContext(Qt::WidgetShortcut);
  connect(removeKey, &QShortcut::activated, this, &ListDialog::remove);
  m_states->showLoading();
}

void ListDialog::build(const Words& words, const QStringList& headings)
{
  setWindowTitle(words.title);
  auto* about = new QLabel(words.about);
  about->setWordWrap(true);
  setRole(about, "muted");
  m_table->setHorizontalHeaderLabels(headings);
  m_table->setAccessibleName(words.title);
  dressPlainTable(*m_table, int(headings.size()) - 1);
  setRole(m_removed, "notice");
  setRole(m_undo, "link");
  auto* removed = new QHBoxLayout(m_removed);
  removed->setContentsMargins(px(Size::Space3), px(Size::Space1), px(Size::Space3), px(Size::Space1));
  m_removedText->setTextFormat(Qt::PlainText);
  m_removedText->setWordWrap(true);
  removed->addWidget(m_removedText, 1);
  removed->addWidget(m_undo);
  m_removed->hide();
  m_listButtons->setSpacing(px(Size::Space2));
  m_listButtons->addWidget(m_new);
  m_listButtons->addWidget(m_remove);
  m_listColumn->setSpacing(px(Size::Space2));
  m_listColumn->addWidget(m_states, 1);
  m_listColumn->addWidget(m_removed);
  m_listColumn->addLayout(m_listButtons);

  setRole(m_heading, "strong");
  m_heading->setTextFormat(Qt::PlainText);
  m_heading->setWordWrap(true);
  m_note->setTextFormat(Qt::PlainText);
  m_note->setWordWrap(true);
  m_note->hide();
  auto* scroll = new QScrollArea;
  scroll->setWidgetResizable(true);
  scroll->setFrameShape(QFrame::NoFrame);
  scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  scroll->setFocusPolicy(Qt::NoFocus);
  scroll->setWidget(m_form);
  scroll->setMinimumWidth(px(Size::Details));
  m_form->setContentsMargins(0, 0, px(Size::Space3), 0); // beside the scroll bar
  setRole(m_save, "primary");
  m_save->setDefault(true);
  for (QPushButton* button : {m_new, m_remove, m_undo, m_close})
    button->setAutoDefault(false); // Enter in a field saves
  auto* buttons = new QHBoxLayout;
  buttons->setSpacing(px(Size::Space2));
  buttons->addStretch(1);
  buttons->addWidget(m_save);
  buttons->addWidget(m_close);
  auto* right = new QVBoxLayout;
  right->setSpacing(px(Size::Space2));
  right->addWidget(m_heading);
  right->addWidget(scroll, 1);
  right->addWidget(m_note);
  right->addLayout(buttons);
  auto* both = new QHBoxLayout;
  both->setSpacing(px(Size::Space4));
  both->addLayout(m_listColumn, 1);
  both->addLayout(right);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(px(Size::Space4), px(Size::Space4), px(Size::Space4), px(Size::Space4));
  column->setSpacing(px(Size::Space3));
  column->addWidget(about);
  column->addLayout(both, 1);
  resize(2 * px(Size::Details) + px(Size::Sidebar), px(Size::Palette));
}

std::optional<size_t> ListDialog::chosen() const
{
  const auto rows = m_table->selectionModel()->selectedRows();
  return rows.isEmpty() ? std::nullopt : std::optional(size_t(rows.front().row()));
}

void ListDialog::list(const std::vector<Entry>& entries, bool hasOthers)
{
  const QSignalBlocker quiet(m_table);
  m_ids.clear();
  m_table->clearSelection();
  m_table->setRowCount(int(entries.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const Entry& entry = entries[size_t(row)];
    m_ids.push_back(entry.id);
    for (int column = 0; column < entry.cells.size(); ++column)
      m_table->setItem(row, column, new QTableWidgetItem(entry.cells[column]));
    if (m_wanted != 0 && entry.id == m_wanted)
      m_table->selectRow(row);
  }
  m_wanted = 0;
  if (entries.empty() && !hasOthers)
    m_states->showEmpty(m_words.icon, m_words.empty, m_words.emptyButton);
  else
    m_states->showContent();
  chooseEntry();
  Q_EMIT listed();
}

void ListDialog::chooseEntry()
{
  const auto entry = chosen();
  m_faultsShown = false;
  m_form->showFaults({});
  m_heading->setText(entry ? nameOf(*entry) : m_words.emptyButton);
  fillForm(entry);
  showButtons();
}

void ListDialog::startNew()
{
  m_table->clearSelection();
  chooseEntry();
  say({});
  if (!m_form->fields().empty())
    m_form->fields().front()->setFocus();
}

std::vector<QWidget*> ListDialog::listStops() const
{
  return {m_table, m_undo, m_new, m_remove};
}

/// Tab goes through the list, then the form, then the way out, whatever was made first.
void ListDialog::showEvent(QShowEvent* event)
{
  std::vector<QWidget*> stops = listStops();
  stops.insert(stops.end(), m_form->fields().begin(), m_form->fields().end());
  stops.push_back(m_save);
  stops.push_back(m_close);
  for (size_t i = 1; i < stops.size(); ++i)
    setTabOrder(stops[i - 1], stops[i]);
  QDialog::showEvent(event);
}

void ListDialog::showButtons()
{
  m_remove->setEnabled(chosen().has_value());
}

void ListDialog::checkAgain()
{
  if (m_faultsShown)
    m_form->showFaults(faults());
}

void ListDialog::save()
{
  const auto wrong = faults();
  m_faultsShown = true;
  m_form->showFaults(wrong);
  if (!wrong.empty())
    return wrong.front().field->setFocus();
  storeForm();
}

void ListDialog::remove()
{
  const auto entry = chosen();
  if (!entry)
    return;
  const auto change = removal(*entry);
  deliver(m_db.write(change), this,
          [this, name = nameOf(*entry), restore = restoring(*entry)](const Result<qint64>& gone) {
            if (!gone)
              return sayError(gone.error());
            m_restore = restore;
            m_removedText->setText(tr("“%1” is removed.").arg(name));
            m_removed->show();
            say({});
            m_table->setFocus();
            reload();
          });
}

void ListDialog::undo()
{
  m_removed->hide();
  m_table->setFocus();
  store(m_restore);
}

void ListDialog::store(Change change)
{
  deliver(m_db.write(std::move(change)), this, [this](const Result<qint64>& stored) {
    if (!stored)
      return sayError(stored.error());
    m_wanted = *stored;
    say(tr("Saved."), false);
    if (*stored == 0)
      m_form->fields().front()->setFocus();
    reload();
  });
}

QString ListDialog::refusal(const Error& error) const
{
  const ErrorSentence sentence = errorSentence(error.kind);
  return QStringList{sentence.what, sentence.todo}.join(u' ').trimmed();
}

void ListDialog::say(const QString& sentence, bool isTrouble)
{
  setRole(m_note, isTrouble ? "error" : "muted");
  m_note->setText(sentence);
  m_note->setVisible(!sentence.isEmpty());
}

} // namespace supercargo
