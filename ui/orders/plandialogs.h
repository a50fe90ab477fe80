#pragma once

#include "core/outbox/parcelplans.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QGridLayout;
class QVBoxLayout;

namespace supercargo {

/// What acts on orders have in common: the reason that the orders' timelines keep, a sentence about what is wrong, one
/// action and the way out.
class PlanDialog : public QDialog {
  Q_OBJECT
public:
  enum class Reason { Needed, Optional };
  PlanDialog(const QString& title, const QString& action, Reason need, QWidget* parent);
  QString reason() const;
  bool isReady() const; ///< the action can be pressed

protected:
  QVBoxLayout* body() const { return m_body; }
  QLabel* addText(const QString& text, const char* role = "");
  void say(const QString& fault);   ///< empty: nothing is wrong
  void check();                     ///< the action goes with a reason, if one is needed, and without a fault
  void leadToReason(QWidget* last); ///< Tab goes from there to the reason

private:
  Reason m_need;
  QVBoxLayout* m_body;
  QLineEdit* m_reason;
  QLabel* m_fault;
  QDialogButtonBox* m_buttons;
  QPushButton* m_action;
};

/// For what asks nothing but why: approving orders, taking a merge or split back. Enter is enough.
class OrderReasonDialog : public PlanDialog {
  Q_OBJECT
public:
  OrderReasonDialog(const QString& title, const QString& action, const QString& about, QWidget* parent = nullptr);
};

/// Several orders as one parcel: which, what is in the way, and why.
class MergeDialog : public PlanDialog {
  Q_OBJECT
public:
  /// The first order's address is written on the parcel.
  MergeDialog(const std::vector<OrderRow>& orders, const std::vector<MergeFinding>& findings,
              QWidget* parent = nullptr);
};

/// One order as several parcels: how many pieces of each line lie in which. What is in no other parcel lies in the last
/// one, so that every piece always lies somewhere.
class SplitDialog : public PlanDialog {
  Q_OBJECT
public:
  explicit SplitDialog(const OrderDetails& order, QWidget* parent = nullptr);
  std::vector<ParcelPieces> parcels() const;

private:
  void setParcels(int count);
  void showRest();

  std::vector<LineSnapshot> m_lines;
  QSpinBox* m_count;
  QGridLayout* m_grid;
  std::vector<std::vector<QSpinBox*>> m_pieces; ///< by line, then by parcel; all but the last parcel
  std::vector<QLabel*> m_rest;                  ///< by line: in the last parcel
};

} // namespace supercargo
