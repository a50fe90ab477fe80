#include "ui/connections/failurespanel.h"

#include "ui/accounts/freshness.h"
#include "ui/connections/bodytext.h"
#include "ui/tables/paddeddelegate.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QTableWidget>

namespace supercargo {
namespace {
enum Column { Account, StreamName, Record, Reason, Attempts, Last, ColumnCount };
} // namespace

FailuresPanel::FailuresPanel(const QTimeZone& zone, Clock clock, QWidget* parent)
    : QWidget(parent), m_zone(zone), m_clock(std::move(clock))
{
  m_table = new QTableWidget(0, ColumnCount);
  m_table->setObjectName(QStringLiteral("failures"));
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setShowGrid(false);
  m_table->setWordWrap(false);
  m_table->setTabKeyNavigation(false);
  m_table->setItemDelegate(new PaddedDelegate(m_table));
  m_table->verticalHeader()->hide();
  m_table->verticalHeader()->setDefaultSectionSize(px(Size::Row));
  m_table->horizontalHeader()->setSectionResizeMode(Reason, QHeaderView::Stretch);
  const int unit = px(Size::Space8);
  m_table->setColumnWidth(Account, unit * 5);
  m_table->setColumnWidth(Record, unit * 4);
  m_empty = new QLabel;
  m_empty->setAlignment(Qt::AlignCenter);
  setRole(m_empty, "muted");
  m_stack = new QStackedWidget;
  m_stack->addWidget(m_table);
  m_stack->addWidget(m_empty);
  auto* splitter = new QSplitter(Qt::Vertical, this);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(m_stack);
  splitter->addWidget(makeDetails());
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(splitter);
  connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) { showDetails(row); });
  retranslate();
}

QWidget* FailuresPanel::makeDetails()
{
  m_details = new QWidget;
  m_reason = new QLabel(m_details);
  m_reason->setWordWrap(true);
  m_reason->setTextInteractionFlags(Qt::TextSelectableByMouse);
  m_payloadTitle = new QLabel(m_details);
  setRole(m_payloadTitle, "section");
  m_payload = new QPlainTextEdit(m_details);
  m_payload->setReadOnly(true);
  m_payload->setTabChangesFocus(true);
  m_payload->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
  m_retry = new QPushButton(m_details);
  setRole(m_retry, "primary");
  m_call = new QPushButton(m_details);
  auto* head = new QHBoxLayout;
  head->addWidget(m_reason, 1);
  head->addWidget(m_call);
  head->addWidget(m_retry);
  auto* column = new QVBoxLayout(m_details);
  column->setContentsMargins(0, px(Size::Space2), 0, 0);
  column->setSpacing(px(Size::Space2));
  column->addLayout(head);
  column->addWidget(m_payloadTitle);
  column->addWidget(m_payload, 1);
  m_details->hide();
  connect(m_retry, &QPushButton::clicked, this, [this] {
    const SyncFailure& failure = m_failures.at(size_t(m_open));
    Q_EMIT retryRequested(failure.account, failure.stream);
  });
  connect(m_call, &QPushButton::clicked, this, [this] { Q_EMIT callRequested(*m_failures.at(size_t(m_open)).call); });
  return m_details;
}

void FailuresPanel::setFailures(std::vector<SyncFailure> failures, const std::vector<AccountRow>& accounts)
{
  m_failures = std::move(failures);
  m_accounts.clear();
  for (const AccountRow& account : accounts)
    m_accounts.insert(account.id.value(), account.name);
  fill();
}

void FailuresPanel::fill()
{
  const QSignalBlocker blocker(m_table);
  const int kept = m_table->currentRow();
  m_table->setRowCount(int(m_failures.size()));
  for (int row = 0; row < m_table->rowCount(); ++row) {
    const SyncFailure& failure = m_failures[size_t(row)];
    const QString cells[ColumnCount] = {m_accounts.value(failure.account.value()),
                                        streamWord(failure.stream),
                                        failure.externalId.isEmpty() ? QStringLiteral("–") : failure.externalId,
                                        failure.reason,
                                        numberText(failure.attempts),
                                        relativeText(failure.lastAt, m_clock(), m_zone)};
    for (int column = 0; column < ColumnCount; ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setToolTip(cells[column]);
      if (column == Attempts)
        item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
      m_table->setItem(row, column, item);
    }
  }
  m_table->setCurrentCell(kept < m_table->rowCount() ? kept : -1, 0);
  m_stack->setCurrentIndex(m_failures.empty() ? 1 : 0);
  showDetails(m_table->currentRow());
}

void FailuresPanel::showAccount(AccountId account)
{
  for (int row = 0; row < m_table->rowCount(); ++row) {
    if (m_failures[size_t(row)].account == account) {
      m_table->setCurrentCell(row, 0);
      break;
    }
  }
  m_table->setFocus(Qt::OtherFocusReason);
}

void FailuresPanel::showDetails(int row)
{
  m_open = row;
  m_details->setVisible(row >= 0 && row < int(m_failures.size()));
  if (m_details->isHidden())
    return;
  const SyncFailure& failure = m_failures[size_t(row)];
  m_reason->setText(failure.reason);
  m_payload->setPlainText(readableBody(failure.payload));
  m_call->setVisible(failure.call.has_value());
}

void FailuresPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void FailuresPanel::retranslate()
{
  m_table->setHorizontalHeaderLabels(
      {tr("Account"), tr("Stream"), tr("Record"), tr("Reason"), tr("Attempts"), tr("Last tried")});
  for (int column = 0; column < ColumnCount; ++column)
    m_table->horizontalHeaderItem(column)->setTextAlignment((column == Attempts ? Qt::AlignRight : Qt::AlignLeft) |
                                                            Qt::AlignVCenter);
  m_table->setAccessibleName(tr("Records that could not be understood"));
  m_empty->setText(tr("Every record has been understood."));
  m_payloadTitle->setText(tr("The record as it came"));
  m_payload->setAccessibleName(tr("The record as it came"));
  m_retry->setText(tr("Read again"));
  m_call->setText(tr("Show the call"));
  fill();
}

} // namespace supercargo
