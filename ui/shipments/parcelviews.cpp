#include "ui/shipments/parcelviews.h"

#include "core/base/deliver.h"
#include "core/store/shipmentlist.h"
#include "ui/actions/actions.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

namespace supercargo {
namespace {

constexpr const char* kBuiltIn[] = {"",     "open",     "late",
                                    "soon", "stuck:48", "status:exception,delivery_failed,returning"};
constexpr int kCountLimit = 10'000, kLongestName = 60;

const QString kPage = QStringLiteral("shipments");

} // namespace

ParcelViews::ParcelViews(Database& db, Clock clock, QWidget* parent)
    : QTabBar(parent), m_db(db), m_clock(std::move(clock))
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

void ParcelViews::reload()
{
  deliver(m_db.read([](Connection& c) { return savedViews(c, kPage); }), this,
          [this](Result<std::vector<SavedView>> saved) {
            if (saved)
              take(std::move(*saved));
            recount();
          });
}

void ParcelViews::take(std::vector<SavedView> saved)
{
  m_views.clear();
  for (const char* filter : kBuiltIn)
    m_views.push_back({0, kPage, {}, QString::fromLatin1(filter), 0});
  m_views.insert(m_views.end(), saved.begin(), saved.end());
  m_counts.assign(m_views.size(), -1);
  m_quiet = true;
  while (count() > int(m_views.size()))
    removeTab(count() - 1);
  while (count() < int(m_views.size()))
    addTab(QString());
  m_quiet = false;
  showFilter(m_shown);
  retranslate();
}

void ParcelViews::recount()
{
  std::vector<ShipmentFilter> filters;
  for (const SavedView& view : m_views)
    filters.push_back(parseShipmentFilter(view.filter).value_or(ShipmentFilter()));
  const auto count = [filters, now = m_clock()](Connection& c) -> Result<std::vector<qint64>> {
    std::vector<qint64> counts;
    for (const ShipmentFilter& filter : filters) {
      SC_TRY_ASSIGN(number, parcelCount(c, filter, now, kCountLimit));
      counts.push_back(number);
    }
    return counts;
  };
  deliver(m_db.read(count), this, [this, request = ++m_request](Result<std::vector<qint64>> counts) {
    if (request != m_request || !counts || counts->size() != m_views.size())
      return;
    m_counts = std::move(*counts);
    retranslate();
  });
}

void ParcelViews::showFilter(const ShipmentFilter& filter)
{
  m_shown = filter;
  int tab = 0;
  for (int i = int(m_views.size()) - 1; i > 0; --i)
    if (parseShipmentFilter(m_views[size_t(i)].filter) == filter)
      tab = i;
  m_quiet = true;
  setCurrentIndex(tab);
  m_quiet = false;
}

bool ParcelViews::isKept(int index) const
{
  return index >= 0 && size_t(index) < m_views.size() && m_views[size_t(index)].id != 0;
}

void ParcelViews::keep(const QString& filter)
{
  if (filter.isEmpty())
    return Q_EMIT told(tr("Set a filter first; the view keeps it."));
  askName({0, kPage, filter.left(kLongestName), filter, int(m_views.size())});
}

void ParcelViews::rename()
{
  if (!isKept(currentIndex()))
    return Q_EMIT told(tr("The views that were always here keep their names."));
  askName(m_views[size_t(currentIndex())]);
}

void ParcelViews::remove()
{
  if (!isKept(currentIndex()))
    return Q_EMIT told(tr("The views that were always here cannot be deleted."));
  const SavedView view = m_views[size_t(currentIndex())];
  auto* question = new QMessageBox(QMessageBox::NoIcon, tr("Delete the view"),
                                   tr("Delete the view “%1”?").arg(view.name), QMessageBox::NoButton, this);
  question->setInformativeText(tr("Its filter is “%1”. Parcels stay as they are.").arg(view.filter));
  question->setAttribute(Qt::WA_DeleteOnClose);
  QPushButton* yes = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
  setRole(yes, "danger");
  question->setDefaultButton(question->addButton(tr("Keep"), QMessageBox::RejectRole));
  connect(yes, &QPushButton::clicked, this, [this, id = view.id] {
    write([id](Connection& c) { return deleteView(c, id); }, tr("The view is deleted."));
  });
  question->open();
}

void ParcelViews::askName(const SavedView& view)
{
  auto* dialog = new QInputDialog(this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setWindowTitle(view.id == 0 ? tr("Keep the filter as a view") : tr("Rename the view"));
  dialog->setLabelText(tr("Name of the view"));
  dialog->setTextValue(view.name);
  dialog->setOkButtonText(tr("Save"));
  dialog->setCancelButtonText(tr("Cancel"));
  dialog->resize(px(Size::Details), 0);
  if (auto* field = dialog->findChild<QLineEdit*>()) {
    field->setMaxLength(kLongestName);
    field->setAccessibleName(dialog->labelText());
    field->selectAll();
  }
  connect(dialog, &QInputDialog::textValueSelected, this, [this, view](const QString& typed) {
    SavedView named = view;
    named.name = typed.simplified();
    if (named.name.isEmpty())
      return;
    write(
        [named](Connection& c) -> Result<void> {
          SC_TRY(saveView(c, named));
          return {};
        },
        tr("The view is saved."));
  });
  dialog->open();
}

void ParcelViews::write(std::function<Result<void>(Connection&)> change, const QString& sentence)
{
  deliver(m_db.write(std::move(change)), this, [this, sentence](const Result<void>& done) {
    if (done)
      reload();
    Q_EMIT told(done ? sentence : errorSentence(done.error().kind).what);
  });
}

QString ParcelViews::titleOf(int index) const
{
  const SavedView& view = m_views[size_t(index)];
  const QString words[] = {tr("All"), tr("On their way"), tr("Late"), tr("Will be late"), tr("Stuck"), tr("Problems")};
  QString title = view.id == 0 ? words[index] : view.name;
  title.replace(u'&', QStringLiteral("&&"));
  const qint64 parcels = m_counts[size_t(index)];
  return parcels < 0 ? title : QStringLiteral("%1  %2").arg(title, countText(parcels, kCountLimit));
}

void ParcelViews::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QTabBar::changeEvent(event);
}

void ParcelViews::contextMenuEvent(QContextMenuEvent* event)
{
  const bool byKey = event->reason() == QContextMenuEvent::Keyboard; // its position is the bar's middle, no tab
  if (const int at = tabAt(event->pos()); at >= 0 && !byKey)
    setCurrentIndex(at);
  auto* menu = new QMenu(this);
  menu->setAttribute(Qt::WA_DeleteOnClose);
  const bool kept = isKept(currentIndex());
  menu->addAction(actionText(CommandId::OrdersRenameView), this, &ParcelViews::rename)->setEnabled(kept);
  menu->addAction(actionText(CommandId::OrdersDeleteView), this, &ParcelViews::remove)->setEnabled(kept);
  menu->popup(byKey ? mapToGlobal(tabRect(currentIndex()).bottomLeft()) : event->globalPos());
}

void ParcelViews::retranslate()
{
  setAccessibleName(tr("Saved views"));
  for (int i = 0; i < count(); ++i)
    setTabText(i, titleOf(i));
}

} // namespace supercargo
