#include "ui/inventory/alertspanel.h"

#include "ui/inventory/stockwords.h"
#include "ui/tables/stateview.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr int kAlertRole = Qt::UserRole, kSkuRole = Qt::UserRole + 1;

QTreeWidgetItem* itemOf(const StockAlert& alert)
{
  const StatusWord word = alertWord(alert.kind);
  auto* item = new QTreeWidgetItem;
  item->setText(0, alert.title.isEmpty() ? alert.sku : QStringLiteral("%1  %2").arg(alert.sku, alert.title));
  item->setToolTip(0, alertSentence(alert) + u' ' + healingSentence(alert));
  item->setText(1, alert.owner.isEmpty() ? word.word : QStringLiteral("%1 · %2").arg(word.word, alert.owner));
  item->setIcon(1, themedIcon(word.icon, toneInk(word.tone)));
  item->setText(2, alert.lostPerDay ? moneyText(*alert.lostPerDay) : QStringLiteral("–"));
  item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
  item->setData(0, kAlertRole, alert.id);
  item->setData(0, kSkuRole, alert.sku);
  return item;
}

} // namespace

AlertsPanel::AlertsPanel(Clock clock, QWidget* parent)
    : QWidget(parent), m_clock(std::move(clock)), m_tree(new QTreeWidget), m_detail(new QLabel),
      m_snoozedToo(new QCheckBox), m_snooze(new QPushButton), m_owner(new QPushButton)
{
  m_tree->setColumnCount(3);
  m_tree->setAlternatingRowColors(false);
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_tree->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  m_states = new StateView(m_tree);
  m_detail->setWordWrap(true);
  m_detail->setTextFormat(Qt::PlainText);
  for (QPushButton* button : {m_snooze, m_owner}) {
    button->setMenu(new QMenu(this));
    button->setIcon(themedIcon(QStringLiteral("chevron-down")));
    button->setLayoutDirection(Qt::RightToLeft); // the sign of a menu stands behind the word
  }
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_states, 1);
  auto* below = new QVBoxLayout;
  below->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  below->setSpacing(px(Size::Space2));
  below->addWidget(m_detail);
  auto* line = new QHBoxLayout;
  line->setSpacing(px(Size::Space2));
  line->addWidget(m_snoozedToo);
  line->addStretch();
  line->addWidget(m_owner);
  line->addWidget(m_snooze);
  below->addLayout(line);
  column->addLayout(below);
  connect(m_tree, &QTreeWidget::itemActivated, this,
          [this](QTreeWidgetItem* item) { Q_EMIT articleRequested(item->data(0, kSkuRole).toString()); });
  connect(m_tree, &QTreeWidget::currentItemChanged, this, &AlertsPanel::showChoice);
  connect(m_snoozedToo, &QCheckBox::toggled, this, &AlertsPanel::snoozedTooToggled);
  connect(m_snooze->menu(), &QMenu::triggered, this, [this](QAction* action) {
    if (const StockAlert* alert = current())
      Q_EMIT snoozeRequested(alert->id, std::chrono::hours(action->data().toInt()));
  });
  connect(m_states, &StateView::retryPressed, this, &AlertsPanel::retryPressed);
  m_states->showLoading();
  fillMenus();
  fill();
}

bool AlertsPanel::showsSnoozed() const
{
  return m_snoozedToo->isChecked();
}

const StockAlert* AlertsPanel::current() const
{
  const qint64 id = m_tree->currentItem() ? m_tree->currentItem()->data(0, kAlertRole).toLongLong() : 0;
  const auto found = std::ranges::find(m_alerts, id, &StockAlert::id);
  return found == m_alerts.end() ? nullptr : &*found;
}

void AlertsPanel::fillMenus()
{
  QMenu* snooze = m_snooze->menu();
  snooze->clear();
  constexpr int kHour = 1, kShift = 4, kDay = 24, kWeek = 7 * 24;
  snooze->addAction(tr("For an hour"))->setData(kHour);
  snooze->addAction(tr("For four hours"))->setData(kShift);
  snooze->addAction(tr("For a day"))->setData(kDay);
  snooze->addAction(tr("For a week"))->setData(kWeek);
  QMenu* owner = m_owner->menu();
  owner->clear();
  const auto give = [this](const QString& name) {
    if (const StockAlert* alert = current())
      Q_EMIT ownerChosen(alert->id, name);
  };
  owner->addAction(tr("I take care of it"), this, [give] { give(QStringLiteral("owner")); });
  owner->addAction(tr("Somebody else…"), this, &AlertsPanel::askOwner);
  owner->addAction(tr("Nobody"), this, [give] { give(QString()); });
}

void AlertsPanel::askOwner()
{
  const StockAlert* alert = current();
  if (!alert)
    return;
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(tr("Who takes care of it?"));
  dialog->setLabelText(tr("Name"));
  dialog->setOkButtonText(tr("Assign"));
  dialog->setCancelButtonText(tr("Cancel"));
  dialog->setTextValue(alert->owner);
  connect(dialog, &QInputDialog::textValueSelected, this,
          [this, id = alert->id](const QString& name) { Q_EMIT ownerChosen(id, name.trimmed()); });
  dialog->open();
}

void AlertsPanel::showChoice()
{
  const StockAlert* alert = current();
  m_snooze->setEnabled(alert);
  m_owner->setEnabled(alert);
  m_detail->setVisible(alert);
  if (!alert)
    return;
  QStringList sentences{alertSentence(*alert), healingSentence(*alert)};
  if (!alert->owner.isEmpty())
    sentences << tr("%1 looks after it.").arg(alert->owner);
  if (alert->snoozedUntil)
    sentences << tr("Silent for another %1.").arg(ageText(*alert->snoozedUntil - m_clock()));
  m_detail->setText(sentences.join(u' '));
}

void AlertsPanel::show(const std::vector<StockAlert>& alerts)
{
  m_alerts = alerts;
  fill();
  if (m_alerts.empty())
    m_states->showEmpty(QStringLiteral("circle-check"), tr("Nothing is wrong with the stock."));
  else
    m_states->showContent();
}

void AlertsPanel::showError(const Error& error)
{
  m_states->showError(error);
}

void AlertsPanel::fill()
{
  m_tree->setAccessibleName(tr("Stock alerts"));
  m_tree->setHeaderLabels({tr("Article"), tr("Alert"), tr("Lost a day")});
  m_snoozedToo->setText(tr("Silent ones too"));
  m_snooze->setText(tr("Snooze"));
  m_snooze->setAccessibleName(tr("Snooze the chosen alert"));
  m_owner->setText(tr("Owner"));
  m_owner->setAccessibleName(tr("Who looks after the chosen alert"));
  const StockAlert* before = current();
  const qint64 chosen = before ? before->id : 0;
  m_tree->clear();
  for (const StockAlertGroup& group : groupedByCause(m_alerts)) {
    QTreeWidgetItem* first = itemOf(group.alerts.front());
    m_tree->addTopLevelItem(first);
    if (group.alerts.size() == 1)
      continue;
    first->setText(2, moneyText(group.lostPerDay));
    first->setText(0,
                   tr("%1 and %2 more of one cause").arg(first->text(0), numberText(qint64(group.alerts.size()) - 1)));
    for (std::size_t i = 1; i < group.alerts.size(); ++i)
      first->addChild(itemOf(group.alerts[i]));
  }
  for (QTreeWidgetItemIterator item(m_tree); *item && chosen != 0; ++item)
    if ((*item)->data(0, kAlertRole).toLongLong() == chosen)
      m_tree->setCurrentItem(*item);
  showChoice();
}

void AlertsPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange) {
    fillMenus();
    fill();
  }
  QWidget::changeEvent(event);
}

} // namespace supercargo
