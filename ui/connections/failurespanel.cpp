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
#include <QPushButton>
#include <QSet>
#include <QSplitter>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace supercargo {
namespace {

enum Column { What, Account, StreamName, Count, Last, ColumnCount };
constexpr int kIdRole = Qt::UserRole;        ///< of a record; 0: a cause
constexpr int kCauseRole = Qt::UserRole + 1; ///< place in the list of causes

QString keyOf(const FailureCause& cause)
{
  return QStringLiteral("%1/%2/%3").arg(cause.account.value()).arg(int(cause.stream)).arg(cause.cause);
}

} // namespace

FailuresPanel::FailuresPanel(const QTimeZone& zone, Clock clock, FailureActions actions, QWidget* parent)
    : QWidget(parent), m_zone(zone), m_clock(std::move(clock)), m_actions(std::move(actions))
{
  m_tree = new QTreeWidget;
  m_tree->setObjectName(QStringLiteral("failures"));
  m_tree->setColumnCount(ColumnCount);
  m_tree->setSelectionMode(QAbstractItemView::SingleSelection);
  m_tree->setAllColumnsShowFocus(true);
  m_tree->setUniformRowHeights(true);
  m_tree->header()->setSectionResizeMode(What, QHeaderView::Stretch);
  m_tree->header()->setStretchLastSection(false);
  const int unit = px(Size::Space8);
  m_tree->setColumnWidth(Account, unit * 5);
  m_tree->setColumnWidth(StreamName, unit * 3);
  m_tree->setColumnWidth(Count, unit * 3);
  m_tree->setColumnWidth(Last, unit * 4);
  m_empty = new QLabel;
  m_empty->setAlignment(Qt::AlignCenter);
  setRole(m_empty, "muted");
  m_stack = new QStackedWidget;
  m_stack->addWidget(m_tree);
  m_stack->addWidget(m_empty);
  auto* splitter = new QSplitter(Qt::Vertical, this);
  splitter->setChildrenCollapsible(false);
  splitter->addWidget(m_stack);
  splitter->addWidget(makeDetails());
  splitter->setStretchFactor(0, 1);
  splitter->setStretchFactor(1, 1);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->addWidget(splitter);
  connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
    m_editing.reset();
    tell({}, false);
    showDetails();
  });
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
  m_result = new QLabel(m_details);
  m_result->setWordWrap(true);
  m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
  auto* column = new QVBoxLayout(m_details);
  column->setContentsMargins(0, px(Size::Space2), 0, 0);
  column->setSpacing(px(Size::Space2));
  column->addWidget(m_reason);
  column->addLayout(makeButtons());
  column->addWidget(m_result);
  column->addWidget(m_payloadTitle);
  column->addWidget(m_payload, 1);
  m_details->hide();
  return m_details;
}

QLayout* FailuresPanel::makeButtons()
{
  const auto button = [this](auto act) {
    auto* made = new QPushButton(m_details);
    connect(made, &QPushButton::clicked, this, act);
    return made;
  };
  m_fetch = button([this] { fetchAgain(); });
  m_edit = button([this] { setEditing(true); });
  m_store = button([this] { mend(); });
  setRole(m_store, "primary");
  m_original = button([this] {
    if (const SyncFailure* failure = currentFailure())
      m_payload->setPlainText(readableBody(failure->payload));
  });
  m_cancel = button([this] { setEditing(false); });
  m_dismiss = button([this] { askReason(); });
  m_call = button([this] {
    if (const SyncFailure* failure = currentFailure(); failure && failure->call)
      Q_EMIT callRequested(*failure->call);
  });
  auto* row = new QHBoxLayout;
  row->setSpacing(px(Size::Space2));
  for (QPushButton* each : {m_fetch, m_edit, m_store, m_original, m_cancel, m_dismiss, m_call})
    row->addWidget(each);
  row->addStretch(1);
  return row;
}

void FailuresPanel::setFailures(const std::vector<FailureCause>& causes, std::vector<SyncFailure> failures,
                                const std::vector<AccountRow>& accounts)
{
  m_causes = causes;
  m_failures = std::move(failures);
  m_accounts.clear();
  for (const AccountRow& account : accounts)
    m_accounts.insert(account.id.value(), account.name);
  fill();
}

void FailuresPanel::fill()
{
  const QSignalBlocker blocker(m_tree);
  QSet<QString> open;
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i)
    if (m_tree->topLevelItem(i)->isExpanded())
      open.insert(m_tree->topLevelItem(i)->data(0, kIdRole + 2).toString());
  const qint64 keptId = m_tree->currentItem() ? m_tree->currentItem()->data(0, kIdRole).toLongLong() : 0;
  const QString keptCause = m_tree->currentItem() ? m_tree->currentItem()->data(0, kIdRole + 2).toString() : QString();
  m_tree->clear();
  for (int i = 0; i < int(m_causes.size()); ++i) {
    const FailureCause& cause = m_causes[size_t(i)];
    auto* item = new QTreeWidgetItem(m_tree, {cause.cause, m_accounts.value(cause.account.value()),
                                              streamWord(cause.stream), numberText(qint64(cause.ids.size())),
                                              relativeText(cause.lastAt, m_clock(), m_zone)});
    item->setData(0, kCauseRole, i);
    item->setData(0, kIdRole + 2, keyOf(cause));
    item->setToolTip(What, cause.sample);
    item->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
    addRecords(item, cause);
    item->setExpanded(open.contains(keyOf(cause)));
    if (keptId == 0 && keptCause == keyOf(cause))
      m_tree->setCurrentItem(item);
    for (int record = 0; keptId != 0 && record < item->childCount(); ++record)
      if (item->child(record)->data(0, kIdRole).toLongLong() == keptId)
        m_tree->setCurrentItem(item->child(record));
  }
  m_stack->setCurrentIndex(m_causes.empty() ? 1 : 0);
  if (m_editing && (!currentFailure() || currentFailure()->id != *m_editing))
    m_editing.reset();
  showDetails();
}

void FailuresPanel::addRecords(QTreeWidgetItem* causeItem, const FailureCause& cause)
{
  const QSet<qint64> ids = [&] {
    QSet<qint64> set;
    for (const FailureId id : cause.ids)
      set.insert(id.value());
    return set;
  }();
  const auto addItem = [&](const QStringList& cells, qint64 id) {
    auto* item = new QTreeWidgetItem(causeItem, cells);
    item->setData(0, kIdRole, id);
    item->setData(0, kCauseRole, causeItem->data(0, kCauseRole));
    item->setData(0, kIdRole + 2, keyOf(cause));
    return item;
  };
  for (const SyncFailure& failure : m_failures) {
    if (!ids.contains(failure.id.value()))
      continue;
    const QString name = failure.externalId.isEmpty() ? tr("a record without an id") : failure.externalId;
    auto* item =
        addItem({failure.edited.isEmpty() ? name : tr("%1 (edited)").arg(name), QString(), QString(),
                 tr("%n times", nullptr, int(failure.attempts)), relativeText(failure.lastAt, m_clock(), m_zone)},
                failure.id.value());
    item->setToolTip(What, failure.reason);
    item->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
  }
  if (const auto hidden = ids.size() - causeItem->childCount(); hidden > 0)
    addItem({tr("and %n more: fetch all again once the cause is put right", nullptr, int(hidden))}, 0);
}

void FailuresPanel::showAccount(AccountId account)
{
  for (int i = 0; i < m_tree->topLevelItemCount(); ++i) {
    if (m_causes[size_t(i)].account != account)
      continue;
    m_tree->topLevelItem(i)->setExpanded(true);
    m_tree->setCurrentItem(m_tree->topLevelItem(i));
    break;
  }
  m_tree->setFocus(Qt::OtherFocusReason);
}

const FailureCause* FailuresPanel::currentCause() const
{
  const QTreeWidgetItem* item = m_tree->currentItem();
  const size_t place = item ? size_t(item->data(0, kCauseRole).toInt()) : 0;
  return item && place < m_causes.size() ? &m_causes[place] : nullptr;
}

const SyncFailure* FailuresPanel::currentFailure() const
{
  const qint64 id = m_tree->currentItem() ? m_tree->currentItem()->data(0, kIdRole).toLongLong() : 0;
  const auto found = std::ranges::find(m_failures, FailureId(id), &SyncFailure::id);
  return id != 0 && found != m_failures.end() ? &*found : nullptr;
}

void FailuresPanel::showDetails()
{
  const FailureCause* cause = currentCause();
  const SyncFailure* failure = currentFailure();
  m_details->setVisible(cause != nullptr);
  if (!cause)
    return;
  m_reason->setText(failure ? failure->reason : cause->sample);
  m_payload->setVisible(failure);
  m_payloadTitle->setVisible(failure);
  if (failure && !m_editing) { // what is being written is not overwritten
    const QByteArray& text = failure->edited.isEmpty() ? failure->payload : failure->edited;
    m_payload->setPlainText(readableBody(text));
    m_payloadTitle->setText(failure->edited.isEmpty() ? tr("The record as it came")
                                                      : tr("The record as %1 edited it").arg(failure->editedBy));
  }
  showButtons();
}

void FailuresPanel::showButtons()
{
  const SyncFailure* failure = currentFailure();
  const FailureCause* cause = currentCause();
  const bool editing = m_editing.has_value();
  m_payload->setReadOnly(!editing);
  m_fetch->setVisible(!editing);
  m_fetch->setText(failure ? tr("Fetch it again")
                           : tr("Fetch all %1 again").arg(numberText(qint64(cause->ids.size()))));
  m_edit->setVisible(!editing && failure);
  m_edit->setEnabled(failure && failure->editable);
  m_edit->setToolTip(failure && !failure->editable
                         ? tr("This one can only be fetched again: too much stood around it in the answer.")
                         : QString());
  m_store->setVisible(editing);
  m_original->setVisible(editing);
  m_cancel->setVisible(editing);
  m_dismiss->setVisible(!editing);
  m_dismiss->setText(failure ? tr("Dismiss…") : tr("Dismiss all…"));
  m_call->setVisible(!editing && failure && failure->call);
}

void FailuresPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QWidget::changeEvent(event);
}

void FailuresPanel::retranslate()
{
  m_tree->setHeaderLabels({tr("Cause"), tr("Account"), tr("Stream"), tr("Records"), tr("Last seen")});
  m_tree->headerItem()->setTextAlignment(Count, Qt::AlignRight | Qt::AlignVCenter);
  m_tree->setAccessibleName(tr("Records that could not be understood"));
  m_empty->setText(tr("Every record has been understood."));
  m_payload->setAccessibleName(tr("The record"));
  if (!currentFailure() && !currentCause()) { // said anew for whatever is chosen
    m_fetch->setText(tr("Fetch it again"));
    m_dismiss->setText(tr("Dismiss…"));
  }
  m_edit->setText(tr("Edit…"));
  m_store->setText(tr("Check and store"));
  m_original->setText(tr("Back to the original"));
  m_cancel->setText(tr("Cancel"));
  m_call->setText(tr("Show the call"));
  fill();
}

} // namespace supercargo
