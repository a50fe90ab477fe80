// The keys of the Orders page, and what it remembers.
#include "ui/actions/actions.h"
#include "ui/orders/orderdetailsview.h"
#include "ui/orders/orderfilterbar.h"
#include "ui/orders/orderspage.h"
#include "ui/orders/orderviews.h"
#include "ui/tables/tableview.h"

#include <QApplication>
#include <QClipboard>
#include <QSplitter>

namespace supercargo {
namespace {

const QString kColumns = QStringLiteral("orders/columns2"), kSplitter = QStringLiteral("orders/splitter"),
              kFilter = QStringLiteral("orders/filter"), kPlace = QStringLiteral("orders/place");

} // namespace

void OrdersPage::addListActions()
{
  bindAction(this, CommandId::ListNext, [this] { m_table->step(1); });
  bindAction(this, CommandId::ListPrevious, [this] { m_table->step(-1); });
  // Return and Space belong to the control that has the focus; only in the list do they mean the list.
  bindAction(m_table, CommandId::ListOpen, [this] {
    m_details->show();
    m_details->setFocus();
  });
  bindAction(m_table, CommandId::ListPreview, [this] { togglePreview(); });
  bindAction(this, CommandId::ListClose, [this] { m_table->setFocus(); });
  bindAction(this, CommandId::ListCopy, [this] { m_table->copySelection(); });
  bindAction(this, CommandId::ListColumns, [this] { m_table->chooseColumns(); });
  bindAction(this, CommandId::ListRefresh, [this] { m_model->reload(); });
  bindAction(this, CommandId::ListFilter, [this] { m_bar->focusWidgets(); });
  bindAction(this, CommandId::ListSearch, [this] { m_bar->focusText(); });
}

void OrdersPage::addViewActions()
{
  bindAction(this, CommandId::OrdersReveal, [this] { toggleReveal(); });
  bindAction(this, CommandId::OrdersCopyNumber, [this] {
    const QString number = m_details->number();
    if (!number.isEmpty())
      QApplication::clipboard()->setText(number);
    m_context.actions.notify(number.isEmpty() ? tr("Open an order first.") : tr("%1 is copied.").arg(number));
  });
  bindAction(this, CommandId::OrdersNextView, [this] { m_views->step(1); });
  bindAction(this, CommandId::OrdersPreviousView, [this] { m_views->step(-1); });
  bindAction(this, CommandId::OrdersClearFilter, [this] { m_bar->clear(); });
  bindAction(this, CommandId::OrdersSaveView, [this] { m_views->keep(m_bar->text()); });
  bindAction(this, CommandId::OrdersRenameView, [this] { m_views->rename(); });
  bindAction(this, CommandId::OrdersMoveViewLeft, [this] { m_views->moveCurrent(-1); });
  bindAction(this, CommandId::OrdersMoveViewRight, [this] { m_views->moveCurrent(1); });
  bindAction(this, CommandId::OrdersDeleteView, [this] { m_views->remove(); });
}

void OrdersPage::saveState()
{
  const auto save = [this](const QString& key, const QByteArray& bytes) { m_context.state.save(key, bytes); };
  save(kColumns, m_table->columnState());
  save(kSplitter, m_splitter->saveState());
  save(kFilter, m_bar->text().toUtf8());
  const QList<qint64> place{int(m_sort), m_table->topRow(), m_table->currentId().value_or(0), m_details->isHidden()};
  QByteArrayList numbers;
  for (const qint64 number : place)
    numbers.append(QByteArray::number(number));
  save(kPlace, numbers.join(','));
}

void OrdersPage::restoreState()
{
  const auto load = [this](const QString& key) { return m_context.state.load(key); };
  m_table->restoreColumns(load(kColumns));
  m_splitter->restoreState(load(kSplitter));
  const QByteArrayList place = load(kPlace).split(',');
  if (place.size() == 4) {
    m_sort = OrderSort(std::clamp(place[0].toInt(), 0, int(OrderSort::UpdatedDescending)));
    m_details->setHidden(place[3].toInt() != 0);
  }
  m_bar->apply(QString::fromUtf8(load(kFilter)));
  ask();
  if (const qint64 id = place.size() == 4 ? place[2].toLongLong() : 0; id != 0)
    showOrder(OrderId(id));
  if (place.size() == 4)
    m_table->restorePosition(place[1].toInt(),
                             place[2].toLongLong() ? std::optional(place[2].toLongLong()) : std::nullopt);
}

QStringList OrdersPage::screenshotStates() const
{
  return {QStringLiteral("open"), QStringLiteral("empty"), QStringLiteral("all")};
}

void OrdersPage::showScreenshotState(const QString& state)
{
  if (state == u"open")
    m_table->step(1);
  else
    m_bar->apply(state == u"empty" ? QStringLiteral("total:>99999999") : QString());
}

} // namespace supercargo
