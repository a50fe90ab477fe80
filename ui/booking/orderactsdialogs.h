#pragma once

#include "core/outbox/orderactions.h"
#include "core/store/orders.h"
#include "ui/booking/actdialog.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace supercargo {

/// Sends money back, all that is left or a part of it. `left`: what can still be refunded.
class RefundDialog : public ActDialog {
  Q_OBJECT
public:
  RefundDialog(const PageContext& context, const OrderRow& order, Money left, QWidget* parent);
  void fill(const RefundPayment& refund);

private:
  std::vector<FieldFault> faults() const override;
  Asking asking() const override;
  QString refusal(const Error& error) const override;

  OrderRow m_order;
  Money m_left;
  QLineEdit *m_amount, *m_reason;
};

class OrderNoteDialog : public ActDialog {
  Q_OBJECT
public:
  OrderNoteDialog(const PageContext& context, const OrderRow& order, QWidget* parent);
  void fill(const AddOrderNote& note);

private:
  std::vector<FieldFault> faults() const override;
  Asking asking() const override;

  OrderRow m_order;
  QLineEdit* m_text;
  QCheckBox* m_visible;
};

/// Tells the shop of a parcel that was sent outside of here.
class ShippedDialog : public ActDialog {
  Q_OBJECT
public:
  ShippedDialog(const PageContext& context, const OrderRow& order, QWidget* parent);
  void fill(const MarkShipped& shipped);

private:
  std::vector<FieldFault> faults() const override;
  Asking asking() const override;
  void guessCourier();
  void tellGuess();

  OrderRow m_order;
  QLineEdit* m_number;
  QLabel* m_guess; ///< what the number tells
  QComboBox* m_courier;
};

class CloseOrderDialog : public ActDialog {
  Q_OBJECT
public:
  CloseOrderDialog(const PageContext& context, const OrderRow& order, QWidget* parent);
  void fill(const CloseOrder& closing);

private:
  std::vector<FieldFault> faults() const override;
  Asking asking() const override;
  QString refusal(const Error& error) const override;

  OrderRow m_order;
  QLineEdit* m_reason;
};

} // namespace supercargo
