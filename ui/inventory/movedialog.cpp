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

QString titleOf(StockMove move)
{
  switch (move) {
  case StockMove::Receive:
    return MoveDialog::tr("Receive goods");
  case StockMove::Scrap:
    return MoveDialog::tr("Scrap goods");
  case StockMove::Send:
    break;
  }
  return MoveDialog::tr("Send to another warehouse");
}

QString actionOf(StockMove move)
{
  switch (move) {
  case StockMove::Receive:
    return MoveDialog::tr("Receive");
  case StockMove::Scrap:
    return MoveDialog::tr("Scrap");
  case StockMove::Send:
    break;
  }
  return MoveDialog::tr("Send");
}

} // namespace

MoveDialog::MoveDialog(StockMove move, const StockListRow& row, const QStringList& warehouses, Currency currency,
                       const QTimeZone& zone, QDate today, QWidget* parent)
    : ShortDialog(titleOf(move), actionOf(move), parent), m_move(move), m_row(row), m_currency(currency), m_zone(zone),
      m_quantity(new QSpinBox), m_lot(new QLineEdit), m_why(new QComboBox)
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
  m_lot->setPlaceholderText(tr("none"));
  m_lot->setAccessibleName(tr("Lot"));
  form->addRow(tr("Lot"), m_lot);
  if (move == StockMove::Receive)
    addReceipt(form, today);
  m_why->setEditable(true);
  m_why->setMinimumContentsLength(24);
  if (move == StockMove::Scrap)
    m_why->addItems({tr("Damaged"), tr("Expired"), tr("Lost")});
  m_why->setCurrentText(QString());
  m_why->setAccessibleName(move == StockMove::Receive ? tr("Delivery note") : tr("Reason"));
  m_why->lineEdit()->setPlaceholderText(tr("The ledger keeps it."));
  form->addRow(m_why->accessibleName(), m_why);
  if (move == StockMove::Scrap) {
    m_blocked = new QCheckBox(tr("Of the %1 that are blocked").arg(numberText(row.blocked)));
    m_blocked->setEnabled(row.blocked > 0);
    form->addRow(m_blocked);
    connect(m_blocked, &QCheckBox::toggled, this, &MoveDialog::check);
  }
  connect(m_quantity, &QSpinBox::valueChanged, this, &MoveDialog::check);
  connect(m_why, &QComboBox::editTextChanged, this, &MoveDialog::check);
  m_quantity->selectAll();
  check();
}

void MoveDialog::addReceipt(QFormLayout* form, QDate today)
{
  m_expires = new QCheckBox(tr("Expires on"));
  m_expiry = new QDateEdit(today.addDays(kUsualLife));
  m_expiry->setEnabled(false);
  m_expiry->setAccessibleName(tr("Expires on"));
  form->addRow(m_expires, m_expiry);
  connect(m_expires, &QCheckBox::toggled, m_expiry, &QWidget::setEnabled);
  connect(m_expires, &QCheckBox::toggled, this, &MoveDialog::check);
  connect(m_lot, &QLineEdit::textChanged, this, &MoveDialog::check);
  m_cost = new QLineEdit;
  m_cost->setPlaceholderText(tr("unchanged"));
  m_cost->setAccessibleName(tr("Cost of a piece, %1").arg(m_currency.code()));
  form->addRow(m_cost->accessibleName(), m_cost);
  connect(m_cost, &QLineEdit::textChanged, this, &MoveDialog::check);
}

MoveWish MoveDialog::wish() const
{
  MoveWish wish;
  wish.quantity = m_quantity->value();
  wish.lot = m_lot->text().trimmed();
  wish.why = m_why->currentText().trimmed();
  if (m_to) { // a chosen name stands there translated, a typed one as it is
    const int known = m_to->findText(m_to->currentText());
    wish.to = known >= 0 ? m_to->itemData(known).toString() : m_to->currentText().trimmed();
  }
  wish.isBlocked = m_blocked && m_blocked->isChecked();
  if (m_expires && m_expires->isChecked())
    wish.expires = fromMs(m_expiry->date().startOfDay(m_zone).toMSecsSinceEpoch());
  if (m_cost && !m_cost->text().trimmed().isEmpty())
    if (const auto cost = Money::parse(m_cost->text().trimmed(), m_currency))
      wish.cost = *cost;
  return wish;
}

void MoveDialog::check()
{
  const MoveWish typed = wish();
  QString fault;
  const qint64 most = typed.isBlocked ? m_row.blocked : m_row.available();
  if (m_move != StockMove::Receive && typed.quantity > most)
    fault = typed.isBlocked ? tr("Only %1 are blocked.").arg(numberText(most))
                            : tr("Only %1 are available.").arg(numberText(std::max<qint64>(0, most)));
  else if (m_cost && !m_cost->text().trimmed().isEmpty() && (!typed.cost || typed.cost->minor() < 0))
    fault = tr("“%1” is no amount.").arg(m_cost->text());
  else if (typed.expires && typed.lot.isEmpty())
    fault = tr("A date of expiry belongs to a lot.");
  say(fault);
  const bool isWhole =
      m_move == StockMove::Receive || (m_move == StockMove::Scrap ? !typed.why.isEmpty() : !typed.to.isEmpty());
  action()->setEnabled(fault.isEmpty() && isWhole && typed.to != m_row.warehouse);
}

} // namespace supercargo
