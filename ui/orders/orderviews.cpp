#include "ui/orders/orderviews.h"

#include "core/base/deliver.h"
#include "ui/actions/actions.h"
#include "ui/orders/ordersource.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>

namespace supercargo {
namespace {

constexpr const char* kBuiltIn[] = {
    "", "stage:to_pay", "stage:to_review", "stage:to_ship", "stage:in_transit", "stage:delivered", "stage:after_sales"};
constexpr int kBuiltInCount = int(std::size(kBuiltIn));
constexpr int kLongestName = 60;

const QString kPage = QStringLiteral("orders");

} // namespace

OrderViews::OrderViews(Database& db, std::function<OrderFilter(const QString&)> understand, QWidget* parent)
    : QTabBar(parent), m_db(db), m_understand(std::move(understand))
{
  setExpanding(false);
  setUsesScrollButtons(true);
  setElideMode(Qt::ElideNone);
  connect(this, &QTabBar::currentChanged, this, [this](int index) {
    if (!m_quiet && index >= 0 && size_t(index) < m_views.size())
      Q_EMIT chosen(m_views[size_t(index)].filter);
  });
  take({});
}

void OrderViews::reload()
{
  deliver(m_db.read([](Connection& c) { return savedViews(c, kPage); }), this,
          [this](Result<std::vector<SavedView>> saved) {
            if (saved)
              take(std::move(*saved));
            recount();
          });
}

void OrderViews::take(std::vector<SavedView> saved)
{
  m_views.clear();
  for (const char* filter : kBuiltIn)
    m_views.push_back({0, kPage, {}, QString::fromLatin1(filter), 0});
  m_views.insert(m_views.end(), saved.begin(), saved.end());
  m_quiet = true;
  m_counts.assign(m_views.size(), -1);
  while (count() > int(m_views.size()))
    removeTab(count() - 1);
  for (int i = 0; i < int(m_views.size()); ++i)
    i < count() ? setTabText(i, titleOf(i)) : void(addTab(titleOf(i)));
  m_quiet = false;
  showFilter(m_shown);
  retranslate();
}

void OrderViews::recount()
{
  std::vector<OrderFilter> filters;
  for (const SavedView& view : m_views)
    filters.push_back(m_understand(view.filter));
  const int request = ++m_request;
  const auto count = [filters](Connection& c) -> Result<std::vector<qint64>> {
    std::vector<qint64> counts;
    for (const OrderFilter& filter : filters) {
      SC_TRY_ASSIGN(number, orderCount(c, filter, kOrderCountLimit));
      counts.push_back(number);
    }
    return counts;
  };
  deliver(m_db.read(count), this, [this, request](Result<std::vector<qint64>> counts) {
    if (request != m_request || !counts || counts->size() != m_views.size())
      return;
    m_counts = std::move(*counts);
    retranslate();
  });
}

void OrderViews::showFilter(OrderFilter filter)
{
  m_shown = std::move(filter);
  int tab = 0;
  for (int i = int(m_views.size()) - 1; i > 0; --i)
    if (m_understand(m_views[size_t(i)].filter) == m_shown)
      tab = i;
  m_quiet = true;
  setCurrentIndex(tab);
  m_quiet = false;
}

bool OrderViews::isKept(int index) const
{
  return index >= 0 && size_t(index) < m_views.size() && m_views[size_t(index)].id != 0;
}

void OrderViews::keep(const QString& filter)
{
  if (filter.isEmpty()) {
    Q_EMIT told(tr("Set a filter first; the view keeps it."));
    return;
  }
  askName(tr("Keep the filter as a view"), filter.left(kLongestName), [this, filter](const QString& name) {
    store({0, kPage, name, filter, int(m_views.size())}, tr("The view is saved."));
  });
}

void OrderViews::rename()
{
  if (!isKept(currentIndex())) {
    Q_EMIT told(tr("The views that were always here keep their names."));
    return;
  }
  const SavedView view = m_views[size_t(currentIndex())];
  askName(tr("Rename the view"), view.name, [this, view](const QString& name) {
    SavedView renamed = view;
    renamed.name = name;
    store(renamed, tr("The view is renamed."));
  });
}

void OrderViews::remove()
{
  if (!isKept(currentIndex())) {
    Q_EMIT told(tr("The views that were always here cannot be deleted."));
    return;
  }
  const qint64 id = m_views[size_t(currentIndex())].id;
  write([id](Connection& c) { return deleteView(c, id); }, tr("The view is deleted."));
}

void OrderViews::moveCurrent(int by)
{
  const int from = currentIndex(), to = from + by;
  if (!isKept(from) || !isKept(to))
    return;
  std::swap(m_views[size_t(from)], m_views[size_t(to)]);
  std::swap(m_counts[size_t(from)], m_counts[size_t(to)]);
  m_quiet = true;
  moveTab(from, to);
  m_quiet = false;
  storeOrder();
}

void OrderViews::step(int by)
{
  setCurrentIndex((currentIndex() + by + count()) % count());
}

void OrderViews::storeOrder()
{
  std::vector<SavedView> kept(m_views.begin() + kBuiltInCount, m_views.end());
  for (size_t i = 0; i < kept.size(); ++i)
    kept[i].position = kBuiltInCount + int(i);
  deliver(m_db.write([kept](Connection& c) -> Result<void> {
    for (const SavedView& view : kept)
      SC_TRY(saveView(c, view));
    return {};
  }),
          this, [this](const Result<void>& stored) {
            if (!stored)
              Q_EMIT told(errorSentence(stored.error().kind).what);
            recount();
          });
}

void OrderViews::askName(const QString& title, const QString& name, std::function<void(const QString&)> named)
{
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(title);
  dialog->setLabelText(tr("Name of the view"));
  dialog->resize(px(Size::Details), 0);
  dialog->setTextValue(name);
  dialog->setOkButtonText(tr("Save"));
  dialog->setCancelButtonText(tr("Cancel"));
  if (auto* field = dialog->findChild<QLineEdit*>()) {
    field->setMaxLength(kLongestName);
    field->setAccessibleName(dialog->labelText());
    field->selectAll();
  }
  connect(dialog, &QInputDialog::textValueSelected, this, [named = std::move(named)](const QString& typed) {
    if (const QString clean = typed.simplified(); !clean.isEmpty())
      named(clean);
  });
  dialog->open();
}

void OrderViews::store(const SavedView& view, const QString& sentence)
{
  write(
      [view](Connection& c) -> Result<void> {
        SC_TRY(saveView(c, view));
        return {};
      },
      sentence);
}

void OrderViews::write(std::function<Result<void>(Connection&)> change, const QString& sentence)
{
  deliver(m_db.write(std::move(change)), this, [this, sentence](const Result<void>& done) {
    if (done)
      reload();
    Q_EMIT told(done ? sentence : errorSentence(done.error().kind).what);
  });
}

QString OrderViews::titleOf(int index) const
{
  const SavedView& view = m_views[size_t(index)];
  QString title = view.name;
  if (index == 0)
    title = tr("All");
  else if (view.id == 0)
    title = stageWord(FlowStage(index - 1)).word;
  title.replace(u'&', QStringLiteral("&&"));
  const qint64 orders = m_counts[size_t(index)];
  return orders < 0 ? title : QStringLiteral("%1  %2").arg(title, countText(orders, kOrderCountLimit));
}

void OrderViews::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QTabBar::changeEvent(event);
}

void OrderViews::contextMenuEvent(QContextMenuEvent* event)
{
  if (const int at = tabAt(event->pos()); at >= 0)
    setCurrentIndex(at);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const auto add = [&](CommandId id, bool enabled, auto run) {
    QAction* action = menu->addAction(actionText(id), this, run);
    action->setEnabled(enabled);
  };
  const bool kept = isKept(currentIndex());
  add(CommandId::OrdersRenameView, kept, [this] { rename(); });
  add(CommandId::OrdersMoveViewLeft, kept && isKept(currentIndex() - 1), [this] { moveCurrent(-1); });
  add(CommandId::OrdersMoveViewRight, kept && isKept(currentIndex() + 1), [this] { moveCurrent(1); });
  add(CommandId::OrdersDeleteView, kept, [this] { remove(); });
  menu->popup(event->globalPos());
}

void OrderViews::retranslate()
{
  setAccessibleName(tr("Saved views"));
  for (int i = 0; i < count(); ++i)
    setTabText(i, titleOf(i));
}

} // namespace supercargo
