#include "ui/booking/orderactsdialogs.h"

#include "core/domain/courier.h"
#include "ui/text/couriertext.h"
#include "ui/text/format.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace supercargo {
namespace {

const QString kActor = QStringLiteral("owner");

} // namespace

// ---- refund --------------------------------------------------------------------------------------------------------

RefundDialog::RefundDialog(const PageContext& context, const OrderRow& order, Money left, QWidget* parent)
    : ActDialog(context,
                {tr("Refund"),
                 tr("Order %1: %2 was paid, %3 can still be refunded. The money goes back the way it came.")
                     .arg(order.number, moneyText(order.paid), moneyText(left)),
                 tr("Refund"), tr("The refund of order %1 is asked for.").arg(order.number)},
                parent),
      m_order(order), m_left(left), m_amount(new QLineEdit(left.text())), m_reason(new QLineEdit)
{
  m_reason->setPlaceholderText(tr("for the shop and the buyer"));
  form()->add(tr("Amount, %1").arg(left.currency().code()), m_amount);
  form()->add(tr("Reason"), m_reason);
  for (QLineEdit* field : {m_amount, m_reason})
    connect(field, &QLineEdit::textEdited, this, &RefundDialog::checkAgain);
  m_amount->selectAll();
  m_amount->setFocus();
}

void RefundDialog::fill(const RefundPayment& refund)
{
  if (refund.amount.currency() == m_left.currency())
    m_amount->setText(refund.amount.text());
  m_reason->setText(refund.reason);
}

std::vector<FieldFault> RefundDialog::faults() const
{
  std::vector<FieldFault> wrong;
  const auto amount = Money::parse(m_amount->text().trimmed(), m_left.currency());
  if (!amount || amount->minor() <= 0)
    wrong.push_back({m_amount, tr("Write an amount like 12.30.")});
  else if (amount->minor() > m_left.minor())
    wrong.push_back({m_amount, tr("At most %1 can still be refunded.").arg(moneyText(m_left))});
  if (m_reason->text().trimmed().isEmpty())
    wrong.push_back({m_reason, tr("Say why; the books keep it.")});
  return wrong;
}

ActDialog::Asking RefundDialog::asking() const
{
  const Money amount =
      Money::parse(m_amount->text().trimmed(), m_left.currency()).value_or(Money(0, m_left.currency()));
  return [id = m_order.id, amount, reason = m_reason->text().trimmed(), now = context().clock()](
             Connection& c, ChangeSet& changes) { return refundOrder(c, id, amount, reason, kActor, now, changes); };
}

QString RefundDialog::refusal(const Error& error) const
{
  return error.kind == ErrorKind::Rejected
             ? tr("That is more than can still be refunded, or nobody who can refund it is connected.")
             : ActDialog::refusal(error);
}

// ---- note ----------------------------------------------------------------------------------------------------------

OrderNoteDialog::OrderNoteDialog(const PageContext& context, const OrderRow& order, QWidget* parent)
    : ActDialog(context,
                {tr("Note to the shop"), tr("The note is kept with order %1 at its shop.").arg(order.number),
                 tr("Leave note"), tr("The note is left with order %1.").arg(order.number)},
                parent),
      m_order(order), m_text(new QLineEdit), m_visible(new QCheckBox(tr("The buyer may read it")))
{
  form()->add(tr("Note"), m_text);
  form()->addWide(m_visible);
  connect(m_text, &QLineEdit::textEdited, this, &OrderNoteDialog::checkAgain);
  m_text->setFocus();
}

void OrderNoteDialog::fill(const AddOrderNote& note)
{
  m_text->setText(note.text);
  m_visible->setChecked(note.visibleToBuyer);
}

std::vector<FieldFault> OrderNoteDialog::faults() const
{
  if (m_text->text().trimmed().isEmpty())
    return {{m_text, tr("Write the note first.")}};
  return {};
}

ActDialog::Asking OrderNoteDialog::asking() const
{
  return [id = m_order.id, text = m_text->text(), visible = m_visible->isChecked(), now = context().clock()](
             Connection& c, ChangeSet& changes) { return addOrderNote(c, id, text, visible, kActor, now, changes); };
}

// ---- shipped by hand -----------------------------------------------------------------------------------------------

ShippedDialog::ShippedDialog(const PageContext& context, const OrderRow& order, QWidget* parent)
    : ActDialog(context,
                {tr("Mark shipped"),
                 tr("Order %1 was sent with a parcel that was not booked here. Its shop is told the number.")
                     .arg(order.number),
                 tr("Tell the shop"), tr("The shop knows how order %1 was sent.").arg(order.number)},
                parent),
      m_order(order), m_number(new QLineEdit), m_guess(new QLabel), m_courier(new QComboBox)
{
  m_guess->setTextFormat(Qt::PlainText);
  m_guess->setWordWrap(true);
  setRole(m_guess, "small");
  m_courier->addItem(tr("choose"), QString());
  for (const Courier& courier : couriers())
    m_courier->addItem(courierText(courier.code), courier.code);
  form()->add(tr("Tracking number"), m_number);
  form()->addWide(m_guess);
  form()->add(tr("Courier"), m_courier);
  connect(m_number, &QLineEdit::textEdited, this, &ShippedDialog::guessCourier);
  connect(m_courier, &QComboBox::activated, this, [this] {
    checkAgain();
    tellGuess();
  });
  tellGuess();
  m_number->setFocus();
}

void ShippedDialog::fill(const MarkShipped& shipped)
{
  m_number->setText(shipped.number);
  m_courier->setCurrentIndex(std::max(0, m_courier->findData(shipped.courierCode)));
  tellGuess();
}

/// Only while nobody has chosen: a person knows better.
void ShippedDialog::guessCourier()
{
  const auto candidates = courierCandidates(m_number->text());
  if (m_courier->currentIndex() == 0 && !candidates.empty() && candidates.front().confidence == Confidence::High)
    m_courier->setCurrentIndex(std::max(0, m_courier->findData(candidates.front().courier->code)));
  m_number->setAccessibleDescription({});
  checkAgain();
  tellGuess();
}

/// A wrong check digit is a warning only: published examples have them.
void ShippedDialog::tellGuess()
{
  QStringList names;
  for (const CourierCandidate& candidate : courierCandidates(m_number->text())) {
    const QString sentence = candidate.confidence == Confidence::High     ? tr("surely %1")
                             : candidate.confidence == Confidence::Medium ? tr("probably %1")
                                                                          : tr("perhaps %1");
    names << sentence.arg(courierText(candidate.courier->code));
  }
  QStringList sentences;
  if (!names.isEmpty())
    sentences << tr("By its number: %1.").arg(names.join(tr(", ")));
  if (looksMistyped(m_number->text(), m_courier->currentData().toString()))
    sentences << tr("The check digit does not fit: look at the number again. It can be sent as it is.");
  m_guess->setText(sentences.join(u'\n'));
  m_guess->setVisible(!sentences.isEmpty());
  if (!sentences.isEmpty()) // else it may say what is wrong with the field
    m_number->setAccessibleDescription(sentences.join(u' '));
}

std::vector<FieldFault> ShippedDialog::faults() const
{
  std::vector<FieldFault> wrong;
  if (normalisedNumber(m_number->text()).isEmpty())
    wrong.push_back({m_number, tr("Write the number on the label.")});
  if (m_courier->currentIndex() <= 0)
    wrong.push_back({m_courier, tr("Choose who carries it.")});
  return wrong;
}

ActDialog::Asking ShippedDialog::asking() const
{
  return [id = m_order.id, courier = m_courier->currentData().toString(), number = m_number->text().trimmed(),
          now = context().clock()](Connection& c, ChangeSet& changes) {
    return shipOrder(c, id, courier, number, kActor, now, changes);
  };
}

// ---- close ---------------------------------------------------------------------------------------------------------

CloseOrderDialog::CloseOrderDialog(const PageContext& context, const OrderRow& order, QWidget* parent)
    : ActDialog(context,
                {tr("Close order"),
                 tr("Order %1 will not be carried out. Its shop closes it for the buyer too, and nobody can open it "
                    "again.")
                     .arg(order.number),
                 tr("Close order"), tr("The shop is asked to close order %1.").arg(order.number)},
                parent),
      m_order(order), m_reason(new QLineEdit)
{
  setRole(action(), "danger");
  form()->add(tr("Reason"), m_reason);
  connect(m_reason, &QLineEdit::textEdited, this, &CloseOrderDialog::checkAgain);
  m_reason->setFocus();
}

void CloseOrderDialog::fill(const CloseOrder& closing)
{
  m_reason->setText(closing.reason);
}

std::vector<FieldFault> CloseOrderDialog::faults() const
{
  if (m_reason->text().trimmed().isEmpty())
    return {{m_reason, tr("Say why; the buyer may ask.")}};
  return {};
}

ActDialog::Asking CloseOrderDialog::asking() const
{
  return [id = m_order.id, reason = m_reason->text().trimmed(), now = context().clock()](
             Connection& c, ChangeSet& changes) { return closeOrder(c, id, reason, kActor, now, changes); };
}

QString CloseOrderDialog::refusal(const Error& error) const
{
  return error.kind == ErrorKind::Rejected ? tr("The order has ended already.") : ActDialog::refusal(error);
}

} // namespace supercargo
