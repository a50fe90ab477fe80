#include "ui/shipments/parcelfilterbar.h"

#include "ui/shipments/parcelwords.h"
#include "ui/text/parcelreasons.h"
#include "ui/theme/icon.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kTypingPause(250);
/// What the first box offers: texts of the filter, beside their words.
constexpr const char* kStates[] = {"",
                                   "open",
                                   "late",
                                   "soon",
                                   "stuck:24",
                                   "stuck:48",
                                   "stuck:72",
                                   "status:exception,delivery_failed,returning",
                                   "status:delivered",
                                   "odd"};

/// The part of a filter that the first box sets.
ShipmentFilter stateOf(const ShipmentFilter& filter)
{
  ShipmentFilter state;
  state.statuses = filter.statuses;
  state.open = filter.open;
  state.late = filter.late;
  state.soonLate = filter.soonLate;
  state.odd = filter.odd;
  state.stuckHours = filter.stuckHours;
  return state;
}

} // namespace

ParcelFilterBar::ParcelFilterBar(QWidget* parent)
    : QFrame(parent), m_text(new QLineEdit), m_clear(new QPushButton), m_only(new QPushButton), m_keep(new QPushButton),
      m_fault(new QLabel)
{
  build();
  retranslate();
}

QComboBox* ParcelFilterBar::addBox(QLayout* line)
{
  auto* box = new QComboBox;
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->setMinimumContentsLength(3);
  box->view()->setTextElideMode(Qt::ElideNone);
  box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
  line->addWidget(box);
  connect(box, &QComboBox::activated, this, &ParcelFilterBar::takeWidgets);
  return box;
}

void ParcelFilterBar::build()
{
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  rows->setSpacing(px(Size::Space2));
  auto* first = new QHBoxLayout;
  first->setSpacing(px(Size::Space2));
  first->addWidget(m_text, 1);
  setRole(m_only, "combo");
  m_only->hide();
  first->addWidget(m_only);
  setRole(m_keep, "quiet");
  m_keep->setIcon(themedIcon(QStringLiteral("bookmark")));
  first->addWidget(m_keep);
  setRole(m_clear, "quiet");
  first->addWidget(m_clear);
  connect(m_keep, &QPushButton::clicked, this, [this] { Q_EMIT keepWanted(text()); });
  rows->addLayout(first);
  auto* second = new QHBoxLayout;
  second->setSpacing(px(Size::Space2));
  m_state = addBox(second);
  m_courier = addBox(second);
  m_reason = addBox(second);
  m_to = addBox(second);
  m_account = addBox(second);
  rows->addLayout(second);
  setRole(m_fault, "error");
  m_fault->setTextFormat(Qt::PlainText);
  m_fault->setWordWrap(true);
  m_fault->hide();
  rows->addWidget(m_fault);
  m_text->setClearButtonEnabled(true);
  m_text->installEventFilter(this);
  m_typing.setSingleShot(true);
  m_typing.setInterval(kTypingPause);
  connect(m_text, &QLineEdit::textEdited, this, [this] { m_typing.start(); });
  connect(&m_typing, &QTimer::timeout, this, [this] { apply(m_text->text()); });
  connect(m_text, &QLineEdit::returnPressed, this, [this] {
    apply(m_text->text());
    if (m_fault->isHidden())
      Q_EMIT left();
  });
  connect(m_clear, &QPushButton::clicked, this, &ParcelFilterBar::clear);
  connect(m_only, &QPushButton::clicked, this, [this] { apply(m_text->text()); });
}

void ParcelFilterBar::setChoices(const ParcelChoices& choices,
                                 const std::vector<std::pair<AccountId, QString>>& accounts)
{
  if (m_choices == choices && m_accounts == accounts)
    return;
  m_choices = choices;
  m_accounts = accounts;
  retranslate();
}

void ParcelFilterBar::apply(const QString& text)
{
  m_typing.stop();
  const auto filter = parseShipmentFilter(text);
  m_fault->setVisible(!filter);
  if (!filter)
    return m_fault->setText(tr("“%1” is not understood here: %2").arg(filter.error().subject, filter.error().detail));
  if (m_text->text() != text)
    m_text->setText(text);
  m_only->hide();
  take(*filter);
}

void ParcelFilterBar::take(const ShipmentFilter& filter)
{
  const bool isOther = !(filter == m_filter);
  m_filter = filter;
  showFilter();
  if (isOther)
    Q_EMIT filterChanged();
}

void ParcelFilterBar::clear()
{
  apply({});
}

void ParcelFilterBar::focusText()
{
  m_text->setFocus(Qt::ShortcutFocusReason);
  m_text->selectAll();
}

void ParcelFilterBar::showOnly(std::vector<qint64> ids, const QString& why)
{
  m_text->clear();
  m_fault->hide();
  m_only->setText(why);
  m_only->setToolTip(tr("Show all again"));
  m_only->setAccessibleName(why + QStringLiteral(". ") + tr("Show all again"));
  m_only->show();
  ShipmentFilter only;
  only.ids = ids.empty() ? std::vector<qint64>{0} : std::move(ids); // none is nothing, not everything
  take(only);
}

QString ParcelFilterBar::text() const
{
  return m_text->text().simplified();
}

void ParcelFilterBar::takeWidgets()
{
  ShipmentFilter filter = parseShipmentFilter(QString::fromLatin1(kStates[std::max(0, m_state->currentIndex())]))
                              .value_or(ShipmentFilter());
  filter.place = m_filter.place;
  filter.number = m_filter.number;
  filter.laneFrom = m_filter.laneFrom;
  filter.laneTo = m_filter.laneTo;
  const auto pick = [](QComboBox* box) {
    const QString value = box->currentData().toString();
    return value.isEmpty() ? QStringList() : QStringList{value};
  };
  filter.couriers = pick(m_courier);
  filter.reasons = pick(m_reason);
  filter.provinces = pick(m_to);
  if (const qint64 account = m_account->currentData().toLongLong(); account > 0)
    filter.accounts = {AccountId(account)};
  apply(shipmentFilterText(filter));
}

/// Brings the widgets to what the filter says.
void ParcelFilterBar::showFilter()
{
  m_state->setCurrentIndex(0);
  for (int i = 1; i < int(std::size(kStates)); ++i)
    if (parseShipmentFilter(QString::fromLatin1(kStates[i])) == stateOf(m_filter))
      m_state->setCurrentIndex(i);
  const auto choose = [](QComboBox* box, const QVariant& value) {
    box->setCurrentIndex(std::max(0, box->findData(value)));
  };
  choose(m_courier, m_filter.couriers.value(0));
  choose(m_reason, m_filter.reasons.value(0));
  choose(m_to, m_filter.provinces.value(0));
  choose(m_account, m_filter.accounts.empty() ? QVariant(qint64(0)) : QVariant(m_filter.accounts[0].value()));
  m_clear->setEnabled(!(m_filter == ShipmentFilter()));
}

void ParcelFilterBar::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

bool ParcelFilterBar::eventFilter(QObject* watched, QEvent* event)
{
  if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
    Q_EMIT left();
    return true;
  }
  return QFrame::eventFilter(watched, event);
}

void ParcelFilterBar::retranslate()
{
  m_text->setPlaceholderText(tr("Filter, e.g. late courier:sf to:浙江省 stuck:48"));
  m_text->setAccessibleName(tr("Filter as text"));
  m_keep->setToolTip(tr("Keep the filter as a view"));
  m_keep->setAccessibleName(m_keep->toolTip());
  if (m_only->text().isEmpty())
    m_only->setAccessibleName(tr("Show all again"));
  m_clear->setText(tr("Clear"));
  m_clear->setAccessibleName(tr("Clear the filter"));
  const auto fill = [](QComboBox* box, const QString& name, const std::vector<std::pair<QString, QVariant>>& items) {
    const QSignalBlocker quiet(box);
    box->clear();
    for (const auto& [word, value] : items)
      box->addItem(word, value);
    box->setAccessibleName(name);
    box->setToolTip(name);
  };
  const QString states[] = {tr("State"),
                            tr("On its way"),
                            tr("Late"),
                            tr("Will be late"),
                            tr("No scan for 24 h"),
                            tr("No scan for 48 h"),
                            tr("No scan for 72 h"),
                            tr("With a problem"),
                            tr("Delivered"),
                            tr("Contradictory")};
  std::vector<std::pair<QString, QVariant>> items;
  for (const QString& word : states)
    items.emplace_back(word, QVariant());
  fill(m_state, tr("State"), items);
  items = {{tr("Courier"), QString()}};
  for (const QString& courier : m_choices.couriers)
    items.emplace_back(courierText(courier), courier);
  fill(m_courier, tr("Courier"), items);
  items = {{tr("Reason"), QString()}};
  for (const QString& reason : m_choices.reasons)
    items.emplace_back(parcelReasonText(reason), reason);
  fill(m_reason, tr("Reason of the problem"), items);
  items = {{tr("To"), QString()}};
  for (const QString& province : m_choices.provinces)
    items.emplace_back(province, province);
  fill(m_to, tr("Destination"), items);
  items = {{tr("Account"), qint64(0)}};
  for (const auto& [id, name] : m_accounts)
    items.emplace_back(name, id.value());
  fill(m_account, tr("Courier account"), items);
  showFilter();
}

} // namespace supercargo
