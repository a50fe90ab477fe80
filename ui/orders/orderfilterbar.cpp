#include "ui/orders/orderfilterbar.h"

#include "ui/orders/amountbutton.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QCompleter>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace supercargo {
namespace {

constexpr std::chrono::milliseconds kTypingPause(250);
constexpr const char* kPlacedWords[] = {"", "today", "7d", "30d"};

} // namespace

OrderFilterBar::OrderFilterBar(Currency currency, Clock clock, QWidget* parent)
    : QFrame(parent), m_clock(std::move(clock)), m_text(new QLineEdit), m_status(new QComboBox),
      m_account(new QComboBox), m_placed(new QComboBox), m_province(new QComboBox),
      m_amount(new AmountButton(currency)), m_clear(new QPushButton), m_fault(new QLabel)
{
  m_names.currency = currency;
  m_names.zone = QTimeZone::utc();
  build();
  retranslate();
}

void OrderFilterBar::build()
{
  auto* rows = new QVBoxLayout(this);
  rows->setContentsMargins(px(Size::Space3), px(Size::Space2), px(Size::Space3), px(Size::Space2));
  rows->setSpacing(px(Size::Space2));
  auto* line = new QHBoxLayout;
  line->setSpacing(px(Size::Space2));
  line->addWidget(m_text, 1);
  for (QComboBox* box : {m_status, m_account, m_placed, m_province}) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(7);
    box->view()->setTextElideMode(Qt::ElideNone);
    line->addWidget(box);
    connect(box, &QComboBox::activated, this, &OrderFilterBar::takeWidgets);
  }
  m_province->setEditable(true);
  m_province->setMinimumContentsLength(10);
  m_province->setInsertPolicy(QComboBox::NoInsert);
  m_province->completer()->setFilterMode(Qt::MatchContains);
  connect(m_province->lineEdit(), &QLineEdit::editingFinished, this, &OrderFilterBar::takeWidgets);
  line->addWidget(m_amount);
  connect(m_amount, &AmountButton::edited, this, &OrderFilterBar::takeWidgets);
  setRole(m_clear, "quiet");
  line->addWidget(m_clear);
  rows->addLayout(line);
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
  connect(m_clear, &QPushButton::clicked, this, &OrderFilterBar::clear);
}

void OrderFilterBar::setNames(const FilterNames& names)
{
  m_names = names;
  retranslate();
  apply(m_text->text());
}

void OrderFilterBar::setProvinces(const QStringList& provinces)
{
  m_provinces = provinces;
  retranslate();
}

void OrderFilterBar::apply(const QString& text)
{
  m_typing.stop();
  const auto filter = parseOrderFilter(text, m_names, m_clock());
  m_fault->setVisible(!filter);
  if (!filter) {
    m_fault->setText(tr("“%1” is not understood here: %2").arg(filter.error().subject, filter.error().detail));
    return;
  }
  if (m_text->text() != text)
    m_text->setText(text);
  const bool isOther = !(*filter == m_filter);
  m_filter = *filter;
  showFilter();
  if (isOther)
    Q_EMIT filterChanged();
}

void OrderFilterBar::focusText()
{
  m_text->setFocus(Qt::ShortcutFocusReason);
  m_text->selectAll();
}

void OrderFilterBar::focusWidgets()
{
  m_status->setFocus(Qt::ShortcutFocusReason);
}

bool OrderFilterBar::hasTextFocus() const
{
  return m_text->hasFocus();
}

QString OrderFilterBar::text() const
{
  return m_text->text().simplified();
}

void OrderFilterBar::takeWidgets()
{
  OrderFilter filter = m_filter;
  filter.statuses.clear();
  if (m_status->currentIndex() > 0)
    filter.statuses = {OrderStatus(m_status->currentIndex() + int(OrderStatus::AwaitingPayment) - 1)};
  filter.accounts.clear();
  if (m_account->currentIndex() > 0)
    filter.accounts = {m_names.accounts[size_t(m_account->currentIndex() - 1)].first};
  const QString province = m_province->currentText().trimmed();
  filter.provinces.clear();
  if (!province.isEmpty() && province != m_province->itemText(0))
    filter.provinces = {province};
  filter.totalAtLeast = m_amount->least();
  filter.totalAtMost = m_amount->most();
  filter.placedFrom = filter.placedBefore = std::nullopt;
  QString text = orderFilterText(filter, m_names);
  if (m_placed->currentIndex() > 0)
    text += QStringLiteral(" placed:") + QLatin1String(kPlacedWords[m_placed->currentIndex()]);
  apply(text.trimmed());
}

/// Brings the widgets to what the filter says.
void OrderFilterBar::showFilter()
{
  m_status->setCurrentIndex(
      m_filter.statuses.size() == 1 ? int(m_filter.statuses[0]) - int(OrderStatus::AwaitingPayment) + 1 : 0);
  m_account->setCurrentIndex(0);
  for (size_t i = 0; i < m_names.accounts.size(); ++i)
    if (m_filter.accounts.size() == 1 && m_names.accounts[i].first == m_filter.accounts[0])
      m_account->setCurrentIndex(int(i) + 1);
  m_placed->setCurrentIndex(0);
  for (int i = 1; i < 4; ++i)
    if (m_text->text().contains(QStringLiteral("placed:") + QLatin1String(kPlacedWords[i])))
      m_placed->setCurrentIndex(i);
  m_province->setCurrentText(m_filter.provinces.size() == 1 ? m_filter.provinces[0] : m_province->itemText(0));
  m_province->lineEdit()->setCursorPosition(0); // its beginning is what tells it
  m_amount->set(m_filter.totalAtLeast, m_filter.totalAtMost);
  m_clear->setEnabled(!(m_filter == OrderFilter()));
}

void OrderFilterBar::changeEvent(QEvent* event)
{
  if (event->type() == QEvent::LanguageChange)
    retranslate();
  QFrame::changeEvent(event);
}

bool OrderFilterBar::eventFilter(QObject* watched, QEvent* event)
{
  if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
    Q_EMIT left();
    return true;
  }
  return QFrame::eventFilter(watched, event);
}

void OrderFilterBar::fill(QComboBox* box, const QString& name, const QStringList& words)
{
  const QSignalBlocker quiet(box);
  box->clear();
  box->addItems(words);
  box->setAccessibleName(name);
  box->setToolTip(name);
}

void OrderFilterBar::retranslate()
{
  m_text->setPlaceholderText(tr("Filter, e.g. status:to_ship total:>100 Hangzhou"));
  m_text->setAccessibleName(tr("Filter as text"));
  m_clear->setText(tr("Clear"));
  m_clear->setAccessibleName(tr("Clear the filter"));
  QStringList statuses{tr("Any status")}, accounts{tr("All shops")};
  for (int i = int(OrderStatus::AwaitingPayment); i < int(OrderStatus::Unknown); ++i)
    statuses.append(statusWord(OrderStatus(i)).word);
  for (const auto& [id, name] : m_names.accounts)
    accounts.append(name);
  fill(m_status, tr("Status"), statuses);
  fill(m_account, tr("Shop"), accounts);
  fill(m_placed, tr("Placed"), {tr("Any time"), tr("Today"), tr("Last 7 days"), tr("Last 30 days")});
  fill(m_province, tr("Province"), QStringList{tr("Any province")} + m_provinces);
  m_amount->retranslate();
  showFilter();
}

} // namespace supercargo
