// What the Inventory page does: its keys, its dialogs, and what it remembers.
#include "core/base/deliver.h"
#include "ui/actions/actions.h"
#include "ui/inventory/articlepanel.h"
#include "ui/inventory/inventoryfilterbar.h"
#include "ui/inventory/inventorypage.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"

#include <QSplitter>
#include <QTabWidget>

namespace supercargo {
namespace {

const QString kOwner = QStringLiteral("owner");
const QString kColumns = QStringLiteral("inventory/columns"), kSplitter = QStringLiteral("inventory/splitter"),
              kSort = QStringLiteral("inventory/sort");

} // namespace

void InventoryPage::addActions()
{
  bindAction(this, CommandId::ListNext, [this] { m_table->step(1); });
  bindAction(this, CommandId::ListPrevious, [this] { m_table->step(-1); });
  bindAction(m_table, CommandId::ListOpen, [this] {
    m_tabs->setCurrentWidget(m_article);
    m_article->setFocus();
  });
  bindAction(m_table, CommandId::ListPreview, [this] { m_tabs->setVisible(!m_tabs->isVisible()); });
  bindAction(this, CommandId::ListClose, [this] { m_table->setFocus(); });
  bindAction(this, CommandId::ListCopy, [this] { m_table->copySelection(); });
  bindAction(this, CommandId::ListColumns, [this] { m_table->chooseColumns(); });
  bindAction(this, CommandId::ListRefresh, [this] { m_model->reload(); });
  bindAction(this, CommandId::ListFilter, [this] { m_bar->focusWidgets(); });
  bindAction(this, CommandId::ListSearch, [this] { m_bar->focusText(); });
}

void InventoryPage::saveState()
{
  m_context.state.save(kColumns, m_table->columnState());
  m_context.state.save(kSplitter, m_splitter->saveState());
  m_context.state.save(kSort, QByteArray::number(int(m_sort)));
}

void InventoryPage::restoreState()
{
  m_table->restoreColumns(m_context.state.load(kColumns));
  m_splitter->restoreState(m_context.state.load(kSplitter));
  m_sort = StockSort(std::clamp(m_context.state.load(kSort).toInt(), 0, int(StockSort::DemandDescending)));
}

void InventoryPage::told(const Result<void>& done, const QString& sentence)
{
  m_context.actions.notify(done ? sentence : errorSentence(done.error().kind).what);
}

void InventoryPage::snooze(qint64 id, std::chrono::hours hours)
{
  const auto write = [id, hours, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return snoozeStockAlert(c, {kOwner}, id, now + hours, now, changes);
  };
  deliver(m_context.db.write(write), this, [this, until = m_context.clock() + hours](const Result<void>& done) {
    told(done, tr("The alert is silent until %1.").arg(dateTimeText(until, m_zone)));
    readAround();
  });
}

void InventoryPage::assign(qint64 id, const QString& owner)
{
  const auto write = [id, owner, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return assignStockAlert(c, {kOwner}, id, owner, now, changes);
  };
  deliver(m_context.db.write(write), this, [this, owner](const Result<void>& done) {
    told(done, owner.isEmpty() ? tr("Nobody looks after the alert now.") : tr("%1 looks after the alert.").arg(owner));
    readAround();
  });
}

QStringList InventoryPage::screenshotStates() const
{
  return {QStringLiteral("open"), QStringLiteral("alerts"), QStringLiteral("classes"), QStringLiteral("empty")};
}

void InventoryPage::showScreenshotState(const QString& state)
{
  m_bar->clear();
  if (state == u"open") {
    m_tabs->setCurrentIndex(0);
    m_table->step(1);
  } else if (state == u"alerts") {
    m_tabs->setCurrentIndex(1);
  } else if (state == u"classes") {
    m_tabs->setCurrentIndex(2);
  } else if (state == u"empty") {
    StockListFilter filter;
    filter.text = QStringLiteral("no such article");
    m_bar->setFilter(filter);
  }
}

} // namespace supercargo
