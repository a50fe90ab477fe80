#include "ui/shipments/parcelfilterbar.h"

#include "ui/text/couriertext.h"
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
void setState(ShipmentFilter& filter, const ShipmentFilter& state)
{
  filter.statuses = state.statuses;
  filter.open = state.open;
  filter.late = state.late;
  filter.soonLate = state.soonLate;
  filter.odd = state.odd;
  filter.stuckHours = state.stuckHours;
}

ShipmentFilter stateOf(const ShipmentFilter& filter)
{
  ShipmentFilter state;
  setState(state, filter);
  return state;
}

ShipmentFilter stateAt(int index)
{
  return parseShipmentFilter(QString::fromLatin1(kStates[std::max(0, index)])).value_or(ShipmentFilter());
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
  connect(box, &QComboBox::activated, this, [this, box] { takeWidget(box); });
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
  m_said = *filter;
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
  if (m_typing.isActive())
    apply(m_text->text()); // what was being typed is what stays
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

/// The text keeps all that this box does not say: a box shows less than can be typed.
void ParcelFilterBar::takeWidget(QComboBox* chosen)
{
  const QVariant value = chosen->currentData();
  const int index = chosen->currentIndex();
  if (m_typing.isActive())
    apply(m_text->text());
  ShipmentFilter filter = m_said;
  const QStringList words = value.toString().isEmpty() ? QStringList() : QStringList{value.toString()};
  if (chosen == m_state)
    setState(filter, stateAt(index));
  else if (chosen == m_courier)
    filter.couriers = words;
  else if (chosen == m_reason)
    filter.reasons = words;
  else if (chosen == m_to)
    filter.provinces = words;
  else
    filter.accounts = value.toLongLong() > 0 ? std::vector{AccountId(value.toLongLong())} : std::vector<AccountId>();
  apply(shipmentFilterText(filter));
}

/// Several values, or one that is not offered, have no line of their own: the box shows them in place of a choice.
void ParcelFilterBar::showChoice(QComboBox* box, const QVariantList& values)
{
  if (values.isEmpty())
    return box->setCurrentIndex(0);
  const int index = values.size() == 1 ? box->findData(values[0]) : -1;
  QStringList words;
  for (const QVariant& value : values) {
    const int known = box->findData(value);
    words.append(known >= 0 ? box->itemText(known) : value.toString());
  }
  box->setPlaceholderText(words.join(QStringLiteral(", ")));
  box->setCurrentIndex(index);
}

/// Brings the widgets to what the text says.
void ParcelFilterBar::showFilter()
{
  const ShipmentFilter state = stateOf(m_said);
  int index = -1;
  for (int i = int(std::size(kStates)) - 1; i >= 0; --i)
    if (stateAt(i) == state)
      index = i;
  m_state->setPlaceholderText(shipmentFilterText(state));
  m_state->setCurrentIndex(index);
  showChoice(m_courier, QVariantList(m_said.couriers.begin(), m_said.couriers.end()));
  showChoice(m_reason, QVariantList(m_said.reasons.begin(), m_said.reasons.end()));
  showChoice(m_to, QVariantList(m_said.provinces.begin(), m_said.provinces.end()));
  QVariantList accounts;
  for (const AccountId account : m_said.accounts)
    accounts.append(account.value());
  showChoice(m_account, accounts);
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
