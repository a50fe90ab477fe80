#pragma once

#include "core/domain/orderreview.h"
#include "core/outbox/parcelplans.h"
#include "ui/orders/ordercolumns.h"

#include <QScrollArea>

class QVBoxLayout;

namespace supercargo {

/// What stands beside an open order: why a person should look at it, and what it is sent with.
struct OrderAdvice {
  std::vector<ReviewFinding> findings;
  std::optional<ParcelPlan> plan;
};

/// One open order at the right of the list. Shows what it is given; the buyer's data are masked unless the facts
/// name it as revealed.
class OrderDetailsView : public QScrollArea {
  Q_OBJECT
public:
  explicit OrderDetailsView(std::shared_ptr<const OrderColumnFacts> facts, QWidget* parent = nullptr);
  using QScrollArea::show;
  void show(const OrderDetails& details, const OrderAdvice& advice = {});
  void clear();
  std::optional<OrderId> order() const { return m_details ? std::optional(m_details->row.id) : std::nullopt; }
  QString number() const { return m_details ? m_details->row.number : QString(); }
  void refresh(); ///< the same order after a change of language, theme or facts

Q_SIGNALS:
  void callRequested(supercargo::CallId call);

private:
  void addHead();
  void addFindings();
  void addPlan();
  void addLines();
  void addAmounts();
  void addShipments();
  void addPayments();
  void addShipTo();
  void addNotes();
  void addTimeline();
  void addSection(const QString& title);
  void addPair(const QString& left, const QString& right, bool strong = false);
  QLabel* addText(const QString& text, const char* role = "");

  std::shared_ptr<const OrderColumnFacts> m_facts;
  std::optional<OrderDetails> m_details;
  OrderAdvice m_advice;
  QVBoxLayout* m_layout = nullptr;
};

} // namespace supercargo
