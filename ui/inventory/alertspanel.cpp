#include "ui/inventory/alertspanel.h"

#include "ui/inventory/stockwords.h"
#include "ui/tables/stateview.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace supercargo {
namespace {

constexpr int kAlertRole = Qt::UserRole, kSkuRole = Qt::UserRole + 1;

QTreeWidgetItem* itemOf(const StockAlert& alert)
{
  const StatusWord word = alertWord(alert.kind);
  auto* item = new QTreeWidgetItem;
  item->setText(0, alert.title.isEmpty() ? alert.sku : QStringLiteral("%1  %2").arg(alert.sku, alert.title));
  item->setToolTip(0, alertSentence(alert));
  item->setText(1, alert.owner.isEmpty() ? word.word : QStringLiteral("%1 · %2").arg(word.word, alert.owner));
  item->setIcon(1, themedIcon(word.icon, toneInk(word.tone)));
  item->setText(2, alert.lostPerDay ? moneyText(*alert.lostPerDay) : QStringLiteral("–"));
  item->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
  item->setData(0, kAlertRole, alert.id);
  item->setData(0, kSkuRole, alert.sku);
  return item;
}

} // namespace

AlertsPanel::AlertsPanel(QWidget* parent)
    : QWidget(parent), m_tree(new QTreeWidget), m_snooze(new QPushButton), m_take(new QPushButton)
{
  m_tree->setColumnCount(3);
  m_tree->setAlternatingRowColors(false);
  m_tree->header()->setStretchLastSection(false);
  m_tree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
  m_tree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
  m_tree->header()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
  m_states = new StateView(m_tree);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 0);
  column->addWidget(m_states, 1);
  auto* line = new QHBoxLayout;
  line->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  line->addStretch();
  line->addWidget(m_take);
  line->addWidget(m_snooze);
  column->addLayout(line);
  connect(m_tree, &QTreeWidget::itemActivated, this,
          [this](QTreeWidgetItem* item) { Q_EMIT articleRequested(item->data(0, kSkuRole).toString()); });
  connect(m_snooze, &QPushButton::clicked, this, [this] { Q_EMIT snoozeRequested(currentAlert()); });
  connect(m_take, &QPushButton::clicked, this, [this] { Q_EMIT takeRequested(currentAlert()); });
  connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] {
    m_snooze->setEnabled(currentAlert() != 0);
    m_take->setEnabled(currentAlert() != 0);
  });
  connect(m_states, &StateView::retryPressed, this, &AlertsPanel::retryPressed);
  m_states->showLoading();
  fill();
}

qint64 AlertsPanel::currentAlert() const
{
  return m_tree->currentItem() ? m_tree->currentItem()->data(0, kAlertRole).toLongLong() : 0;
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
  m_snooze->setText(tr("Snooze for a day"));
  m_snooze->setAccessibleName(tr("Snooze the chosen alert for a day"));
  m_take->setText(tr("I take care of it"));
  m_take->setAccessibleName(tr("Take care of the chosen alert"));
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
  m_snooze->setEnabled(currentAlert() != 0);
  m_take->setEnabled(currentAlert() != 0);
}

void AlertsPanel::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    fill();
  QWidget::changeEvent(event);
}

} // namespace supercargo
