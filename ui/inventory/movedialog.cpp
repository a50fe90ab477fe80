#include "ui/inventory/movedialog.h"

#include "ui/inventory/stockwords.h"
#include "ui/theme/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QSpinBox>

namespace supercargo {
namespace {

constexpr int kMost = 10'000'000;
constexpr int kUsualLife = 365; ///< days that a date of expiry is proposed ahead
constexpr int kUsualHold = 7;   ///< … and the end of a hold

QString titleOf(StockMove move)
{
  switch (move) {
  case StockMove::Receive:
    return MoveDialog::tr("Receive goods");
  case StockMove::Scrap:
    return MoveDialog::tr("Scrap goods");
  case StockMove::Send:
    return MoveDialog::tr("Send to another warehouse");
  case StockMove::Block:
    return MoveDialog::tr("Block goods");
  case StockMove::Unblock:
    return MoveDialog::tr("Unblock goods");
  case StockMove::Hold:
    return MoveDialog::tr("Hold for somebody");
  }
  Q_UNREACHABLE();
}

QString actionOf(StockMove move)
{
  switch (move) {
  case StockMove::Receive:
    return MoveDialog::tr("Receive");
  case StockMove::Scrap:
    return MoveDialog::tr("Scrap");
  case StockMove::Send:
    return MoveDialog::tr("Send");
  case StockMove::Block:
    return MoveDialog::tr("Block");
  case StockMove::Unblock:
    return MoveDialog::tr("Unblock");
  case StockMove::Hold:
    return MoveDialog::tr("Hold");
  }
  Q_UNREACHABLE();
}

QStringList usualReasons(StockMove move)
{
  switch (move) {
  case StockMove::Scrap:
    return {MoveDialog::tr("Damaged"), MoveDialog::tr("Expired"), MoveDialog::tr("Lost")};
  case StockMove::Block:
    return {MoveDialog::tr("Quality check"), MoveDialog::tr("Recall"), MoveDialog::tr("Damaged packaging")};
  case StockMove::Unblock:
    return {MoveDialog::tr("Found good")};
  default:
    return {};
  }
}

/// Lots are told where goods come in or leave; what is set apart stays where it lies.
bool knowsLots(StockMove move)
{
  return move == StockMove::Receive || move == StockMove::Scrap || move == StockMove::Send;
}

} // namespace

MoveDialog::MoveDialog(StockMove move, const StockListRow& row, const QStringList& warehouses, Currency currency,
                       const QTimeZone& zone, QDate today, QWidget* parent)
    : ShortDialog(titleOf(move), actionOf(move), parent), m_move(move), m_row(row), m_currency(currency), m_zone(zone),
      m_quantity(new QSpinBox), m_why(new QComboBox)
{
  addText(QStringLiteral("%1  ·  %2").arg(row.sku, warehouseWord(row.warehouse)), "strong");
  QFormLayout* form = addForm();
  m_quantity->setRange(1, kMost);
  m_quantity->setAccessibleName(tr("Pieces"));
  form->addRow(tr("Pieces"), m_quantity);
  if (move == StockMove::Send) {
    m_to = new QComboBox;
    m_to->setEditable(true);
    m_to->setAccessibleName(tr("To warehouse"));
    for (const QString& name : warehouses)
      if (name != row.warehouse)
        m_to->addItem(warehouseWord(name), name);
    form->addRow(tr("To warehouse"), m_to);
    connect(m_to, &QComboBox::editTextChanged, this, &MoveDialog::check);
  }
  if (knowsLots(move)) {
    m_lot = new QLineEdit;
    m_lot->setPlaceholderText(tr("none"));
    m_lot->setAccessibleName(tr("Lot"));
    form->addRow(tr("Lot"), m_lot);
    connect(m_lot, &QLineEdit::textChanged, this, &MoveDialog::check);
  }
  if (move == StockMove::Receive) {
    addDate(form, tr("Expires on"), today.addDays(kUsualLife));
    addCost(form);
  }
  addReason(form);
  if (move == StockMove::Hold)
    addDate(form, tr("Until"), today.addDays(kUsualHold));
  if (move == StockMove::Scrap) {
    m_blocked = new QCheckBox(tr("Of the %1 that are blocked").arg(numberText(row.blocked)));
    m_blocked->setEnabled(row.blocked > 0);
    form->addRow(m_blocked);
    connect(m_blocked, &QCheckBox::toggled, this, &MoveDialog::check);
  }
  connect(m_quantity, &QSpinBox::valueChanged, this, &MoveDialog::check);
  m_quantity->setFocus();
  m_quantity->selectAll();
  check();
}

void MoveDialog::addDate(QFormLayout* form, const QString& word, QDate proposed)
{
  m_hasDate = new QCheckBox(word);
  m_date = new QDateEdit(proposed);
  m_date->setEnabled(false);
  m_date->setAccessibleName(word);
  form->addRow(m_hasDate, m_date);
  connect(m_hasDate, &QCheckBox::toggled, m_date, &QWidget::setEnabled);
  connect(m_hasDate, &QCheckBox::toggled, this, &MoveDialog::check);
}

void MoveDialog::addCost(QFormLayout* form)
{
  m_cost = new QLineEdit;
  m_cost->setPlaceholderText(tr("unchanged"));
  m_cost->setAccessibleName(tr("Cost of a piece, %1").arg(m_currency.code()));
  form->addRow(m_cost->accessibleName(), m_cost);
  connect(m_cost, &QLineEdit::textChanged, this, &MoveDialog::check);
}

void MoveDialog::addReason(QFormLayout* form)
{
  m_why->setEditable(true);
  m_why->setMinimumContentsLength(24);
  m_why->addItems(usualReasons(m_move));
  m_why->setCurrentText(QString());
  m_why->setAccessibleName(m_move == StockMove::Receive ? tr("Delivery note")
                           : m_move == StockMove::Hold  ? tr("For whom, why")
                                                        : tr("Reason"));
  m_why->lineEdit()->setPlaceholderText(tr("The ledger keeps it."));
  form->addRow(m_why->accessibleName(), m_why);
  connect(m_why, &QComboBox::editTextChanged, this, &MoveDialog::check);
}

MoveWish MoveDialog::wish() const
{
  MoveWish wish;
  wish.quantity = m_quantity->value();
  wish.lot = m_lot ? m_lot->text().trimmed() : QString();
  wish.why = m_why->currentText().trimmed();
  if (m_to) { // a chosen name stands there translated, a typed one as it is
    const int known = m_to->findText(m_to->currentText());
    wish.to = known >= 0 ? m_to->itemData(known).toString() : m_to->currentText().trimmed();
  }
  wish.isBlocked = m_blocked && m_blocked->isChecked();
  if (m_hasDate && m_hasDate->isChecked()) // a hold lasts until that day is over
    wish.until =
        fromMs(m_date->date().addDays(m_move == StockMove::Hold ? 1 : 0).startOfDay(m_zone).toMSecsSinceEpoch());
  if (m_cost && !m_cost->text().trimmed().isEmpty())
    if (const auto cost = Money::parse(m_cost->text().trimmed(), m_currency))
      wish.cost = *cost;
  return wish;
}

qint64 MoveDialog::most() const
{
  if (m_move == StockMove::Receive)
    return kMost;
  const bool ofBlocked = m_move == StockMove::Unblock || (m_blocked && m_blocked->isChecked());
  return std::max<qint64>(0, ofBlocked ? m_row.blocked : m_row.available());
}

QString MoveDialog::fault(const MoveWish& typed) const
{
  if (typed.quantity > most())
    return typed.isBlocked || m_move == StockMove::Unblock ? tr("Only %1 are blocked.").arg(numberText(most()))
                                                           : tr("Only %1 are available.").arg(numberText(most()));
  if (m_cost && !m_cost->text().trimmed().isEmpty() && (!typed.cost || typed.cost->minor() < 0))
    return tr("“%1” is no amount.").arg(m_cost->text());
  if (m_move == StockMove::Receive && typed.until && typed.lot.isEmpty())
    return tr("A date of expiry belongs to a lot.");
  return QString();
}

void MoveDialog::check()
{
  const MoveWish typed = wish();
  const QString wrong = fault(typed);
  say(wrong);
  const bool isWhole =
      m_move == StockMove::Receive || (m_move == StockMove::Send ? !typed.to.isEmpty() : !typed.why.isEmpty());
  action()->setEnabled(wrong.isEmpty() && isWhole && typed.to != m_row.warehouse);
}

} // namespace supercargo
