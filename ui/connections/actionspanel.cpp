#include "ui/connections/actionspanel.h"

#include "core/outbox/actionjson.h"
#include "ui/booking/changeact.h"
#include "ui/connections/settledialog.h"
#include "ui/tables/plaintable.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace supercargo {
namespace {

enum Column { What, Order, Account, State, Tries, Next, Trouble, ColumnCount };

QString deedText(const ActionKind& kind)
{
  return deedWord(actionKindName(kind));
}

QString stateText(const OutboxEntry& entry)
{
  if (needsPerson(entry))
    return ActionsPanel::tr("Needs a person");
  switch (entry.state) {
  case ActionState::Waiting:
    return ActionsPanel::tr("Waiting");
  case ActionState::Sending:
    return ActionsPanel::tr("Being sent");
  case ActionState::Unknown:
    return ActionsPanel::tr("Outcome unknown");
  case ActionState::Pending:
    return ActionsPanel::tr("Accepted, not final");
  case ActionState::Done:
    return ActionsPanel::tr("Done");
  case ActionState::Failed:
    return ActionsPanel::tr("Refused");
  case ActionState::Cancelled:
    return ActionsPanel::tr("Taken back");
  }
  return {};
}

bool mayBeSettled(const OutboxEntry& entry)
{
  return entry.state == ActionState::Unknown || entry.state == ActionState::Pending;
}

} // namespace

ActionsPanel::ActionsPanel(const QTimeZone& zone, Clock clock, QWidget* parent)
    : QWidget(parent), m_zone(zone), m_clock(std::move(clock))
{
  makeTable();
  m_empty = new QLabel;
  m_empty->setAlignment(Qt::AlignCenter);
  m_empty->setWordWrap(true);
  setRole(m_empty, "muted");
  m_stack = new QStackedWidget;
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  m_way = new QLabel(this);
  m_way->setWordWrap(true);
  m_way->hide();
  setRole(m_way, "muted");
  m_told = new QLabel(this);
  m_told->setWordWrap(true);
  m_told->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_told->hide();
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(px(Size::Space2));
  column->addWidget(m_stack, 1);
  column->addWidget(m_way);
  column->addWidget(m_told);
  column->addLayout(makeButtons());
  connect(m_table, &QTableWidget::currentCellChanged, this, [this] {
    tell({}, false);
    showButtons();
  });
  retranslate();
}

void ActionsPanel::makeTable()
{
  m_table = new QTableWidget(0, ColumnCount);
  m_table->setObjectName(QStringLiteral("actions"));
  dressPlainTable(*m_table, Trouble);
}

QLayout* ActionsPanel::makeButtons()
{
  const auto button = [this](const QString& name, auto act) {
    auto* made = new QPushButton(this);
    made->setObjectName(name);
    connect(made, &QPushButton::clicked, this, act);
    return made;
  };
  m_retry = button(QStringLiteral("retryAction"), [this] {
    if (const Line* line = current())
      Q_EMIT retryRequested(line->entry.id);
  });
  m_change = button(QStringLiteral("changeAction"), [this] {
    if (const Line* line = current())
      Q_EMIT changeRequested(line->entry);
  });
  m_cancel = button(QStringLiteral("cancelAction"), [this] {
    if (const Line* line = current())
      Q_EMIT cancelRequested(line->entry.id);
  });
  m_settle = button(QStringLiteral("settleAction"), [this] { askHowItEnded(); });
  auto* row = new QHBoxLayout;
  row->setSpacing(px(Size::Space2));
  for (QPushButton* each : {m_retry, m_change, m_cancel, m_settle})
    row->addWidget(each);
  row->addStretch(1);
  return row;
}

void ActionsPanel::setActions(std::vector<Line> lines, const std::vector<AccountRow>& accounts)
{
  const std::optional<ActionId> kept = current() ? std::optional(current()->entry.id) : std::nullopt;
  m_lines = std::move(lines);
  // Those that wait for a person stand above those that go on by themselves.
  std::stable_partition(m_lines.begin(), m_lines.end(), [](const Line& line) { return needsPerson(line.entry); });
  m_accounts.clear();
  for (const AccountRow& account : accounts)
    m_accounts.insert(account.id.value(), account.name);
  fill();
  const auto found = std::ranges::find_if(m_lines, [&](const Line& line) { return line.entry.id == kept; });
  const QSignalBlocker blocker(m_table); // what was said of it still holds
  m_table->setCurrentCell(found == m_lines.end() ? (m_lines.empty() ? -1 : 0) : int(found - m_lines.begin()), 0);
  showButtons();
}

void ActionsPanel::fill()
{
  const QSignalBlocker blocker(m_table);
  m_table->setRowCount(int(m_lines.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const OutboxEntry& entry = m_lines[size_t(row)].entry;
    const QString cells[ColumnCount] = {deedText(entry.action.what),
                                        m_lines[size_t(row)].order,
                                        m_accounts.value(entry.account.value()),
                                        stateText(entry),
                                        numberText(entry.attempts),
                                        entry.nextTryAt ? relativeText(*entry.nextTryAt, m_clock(), m_zone) : QString(),
                                        entry.error.isEmpty() ? entry.outcome.message : entry.error};
    for (int column = 0; column < ColumnCount; ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setToolTip(cells[column]);
      if (column == Tries)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_table->setItem(row, column, item);
    }
  }
  m_stack->setCurrentIndex(m_lines.empty() ? 1 : 0);
}

const ActionsPanel::Line* ActionsPanel::current() const
{
  const int row = m_table->currentRow();
  return row >= 0 && row < int(m_lines.size()) ? &m_lines[size_t(row)] : nullptr;
}

void ActionsPanel::showButtons()
{
  const Line* line = current();
  const ActionState state = line ? line->entry.state : ActionState::Done;
  m_retry->setEnabled(line && state != ActionState::Sending);
  m_cancel->setEnabled(line && (state == ActionState::Waiting || state == ActionState::Failed));
  m_settle->setEnabled(line && mayBeSettled(line->entry));
  m_change->setEnabled(line && isChangeable(line->entry));
  for (QPushButton* each : {m_retry, m_change, m_cancel, m_settle})
    each->setVisible(!m_lines.empty());
  m_way->setVisible(state == ActionState::Failed);
}

void ActionsPanel::askHowItEnded()
{
  const Line* line = current();
  if (!line || !mayBeSettled(line->entry))
    return;
  const ActionKind& what = line->entry.action.what;
  auto* dialog = new SettleDialog(deedText(what), std::holds_alternative<BookParcel>(what), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &SettleDialog::settled, this, [this, id = line->entry.id](bool happened, const QString& number) {
    Q_EMIT settleRequested(id, happened, number);
  });
  dialog->open();
}

void ActionsPanel::tell(const QString& sentence, bool bad)
{
  m_told->setText(sentence);
  m_told->setVisible(!sentence.isEmpty());
  setRole(m_told, bad ? "error" : "muted");
}

void ActionsPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void ActionsPanel::retranslate()
{
  setHeadings(*m_table,
              {tr("Action"), tr("Order"), tr("Account"), tr("State"), tr("Tries"), tr("Next try"), tr("Error")},
              {Tries});
  m_table->setAccessibleName(tr("What is asked of providers and not over"));
  m_empty->setText(tr("All that was asked of providers is done."));
  m_way->setText(tr("Tried again, it goes out as it is."));
  m_retry->setText(tr("Try again"));
  m_change->setText(tr("Change…"));
  m_cancel->setText(tr("Take back"));
  m_settle->setText(tr("Settle…"));
  fill();
  showButtons();
}

} // namespace supercargo
