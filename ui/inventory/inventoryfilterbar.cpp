#include "ui/inventory/inventoryfilterbar.h"

#include "core/stock/articledemand.h"
#include "ui/inventory/stockdesk.h"
#include "ui/inventory/stockwords.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kTypingPause(250);
constexpr int kNoSteadiness = 4; ///< place in its box
constexpr int kKinds = int(StockAlertKind::Dead) + 1;

void fill(QComboBox* box, const QString& name, const QStringList& words)
{
  const QSignalBlocker quiet(box);
  box->clear();
  box->addItems(words);
  box->setAccessibleName(name);
  box->setToolTip(name);
}

} // namespace

InventoryFilterBar::InventoryFilterBar(QWidget* parent)
    : QFrame(parent), m_text(new QLineEdit), m_warehouse(new QComboBox), m_alert(new QComboBox), m_value(new QComboBox),
      m_steadiness(new QComboBox), m_clear(new QPushButton), m_adjust(new QPushButton), m_work(new QPushButton),
      m_tasks(new QMenu(this))
{
  setRole(this, "strip");
  auto* line = new QHBoxLayout(this);
  line->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  line->setSpacing(px(Size::Space2));
  m_text->setClearButtonEnabled(true);
  m_text->setMinimumWidth(px(Size::Sidebar));
  line->addWidget(m_text, 1);
  for (QComboBox* box : {m_warehouse, m_alert, m_value, m_steadiness}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    box->view()->setTextElideMode(Qt::ElideNone);
    line->addWidget(box);
    connect(box, &QComboBox::activated, this, &InventoryFilterBar::takeWidgets);
  }
  setRole(m_clear, "quiet");
  line->addWidget(m_clear);
  line->addWidget(m_adjust);
  StockDesk::fill(*m_tasks);
  m_work->setMenu(m_tasks);
  m_work->setIcon(themedIcon(QStringLiteral("chevron-down")));
  m_work->setLayoutDirection(Qt::RightToLeft); // the sign of a menu stands behind the word
  line->addWidget(m_work);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingPause);
  connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
  connect(&m_typing, &QTimer::timeout, this, &InventoryFilterBar::takeWidgets);
  connect(m_text, &QLineEdit::returnPressed, this, [this] {
    takeWidgets();
    Q_EMIT left();
  });
  connect(m_clear, &QPushButton::clicked, this, &InventoryFilterBar::clear);
  connect(m_adjust, &QPushButton::clicked, this, &InventoryFilterBar::adjustPressed);
  connect(m_tasks, &QMenu::triggered, this, [this](QAction* task) { Q_EMIT taskChosen(task->data().toInt()); });
  retranslate();
}

void InventoryFilterBar::setFilter(const StockListFilter& filter)
{
  const bool isOther = !(filter == m_filter);
  m_filter = filter;
  showFilter();
  if (isOther)
    Q_EMIT filterChanged();
}

void InventoryFilterBar::setWarehouses(const QStringList& names)
{
  m_warehouses = names;
  retranslate();
}

void InventoryFilterBar::setAlertCounts(const std::vector<StockAlertCount>& counts)
{
  m_counts = counts;
  retranslate();
}

void InventoryFilterBar::focusText()
{
  m_text->setFocus(Qt::ShortcutFocusReason);
  m_text->selectAll();
}

void InventoryFilterBar::focusWidgets()
{
  m_warehouse->setFocus(Qt::ShortcutFocusReason);
}

void InventoryFilterBar::takeWidgets()
{
  m_typing.stop();
  StockListFilter filter;
  filter.text = m_text->text().trimmed();
  if (m_warehouse->currentIndex() > 0)
    filter.warehouse = m_warehouses.value(m_warehouse->currentIndex() - 1);
  if (m_alert->currentIndex() > 0)
    filter.alert = StockAlertKind(m_alert->currentIndex() - 1);
  if (m_value->currentIndex() > 0)
    filter.valueClass = ValueClass(m_value->currentIndex() - 1);
  if (m_steadiness->currentIndex() == kNoSteadiness)
    filter.hasNoSteadiness = true;
  else if (m_steadiness->currentIndex() > 0)
    filter.steadiness = SteadinessClass(m_steadiness->currentIndex() - 1);
  setFilter(filter);
}

void InventoryFilterBar::showFilter()
{
  const QSignalBlocker quiet(m_text);
  if (m_text->text().trimmed() != m_filter.text)
    m_text->setText(m_filter.text);
  m_warehouse->setCurrentIndex(int(m_warehouses.indexOf(m_filter.warehouse)) + 1);
  m_alert->setCurrentIndex(m_filter.alert ? int(*m_filter.alert) + 1 : 0);
  m_value->setCurrentIndex(m_filter.valueClass ? int(*m_filter.valueClass) + 1 : 0);
  m_steadiness->setCurrentIndex(m_filter.steadiness        ? int(*m_filter.steadiness) + 1
                                : m_filter.hasNoSteadiness ? kNoSteadiness
                                                           : 0);
  m_clear->setEnabled(!(m_filter == StockListFilter()));
}

void InventoryFilterBar::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange) {
    retranslate();
    StockDesk::fill(*m_tasks); // not at every refresh: it may be open
  }
  QFrame::changeEvent(event);
}

void InventoryFilterBar::retranslate()
{
  m_text->setPlaceholderText(tr("SKU or title"));
  m_text->setAccessibleName(tr("Search the stock"));
  m_clear->setText(tr("Clear"));
  m_clear->setAccessibleName(tr("Clear the filter"));
  m_adjust->setText(tr("Adjust…"));
  m_adjust->setAccessibleName(tr("Adjust the chosen stock"));
  m_work->setText(tr("Work"));
  m_work->setAccessibleName(tr("What can be done with stock"));
  QStringList warehouses{tr("All warehouses")}, alerts{tr("Any state")};
  for (const QString& name : m_warehouses)
    warehouses << warehouseWord(name);
  for (int kind = 0; kind < kKinds; ++kind) {
    const auto count = std::ranges::find(m_counts, StockAlertKind(kind), &StockAlertCount::kind);
    const QString word = alertWord(StockAlertKind(kind)).word;
    alerts << (count == m_counts.end() ? word : tr("%1 (%2)").arg(word, numberText(count->places)));
  }
  fill(m_warehouse, tr("Warehouse"), warehouses);
  fill(m_alert, tr("State"), alerts);
  fill(m_value, tr("Class by value"), {tr("A, B, C"), tr("A: most value"), tr("B: middle"), tr("C: the rest")});
  fill(m_steadiness, tr("Class by steadiness"),
       {tr("X, Y, Z"), tr("X: steady"), tr("Y: varying"), tr("Z: erratic"), tr("New")});
  showFilter();
}

} // namespace supercargo
