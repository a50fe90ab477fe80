// Orders that wait for a person, that go out together, and that go out in parts.
#include "core/outbox/parcelplans.h"
#include "core/store/orderflow.h"
#include "ui/actions/actions.h"
#include "ui/orders/orderspage.h"
#include "ui/orders/plandialogs.h"
#include "ui/tables/tableview.h"
#include "ui/text/format.h"
#include "ui/text/reviewwords.h"
#include "ui/theme/icon.h"

#include <QMenu>

namespace supercargo {
namespace {

const QString kActor = QStringLiteral("owner");
constexpr qsizetype kMostNamed = 8;

struct MergeQuestion {
  std::vector<OrderRow> orders;
  std::vector<MergeFinding> findings;
};

Result<MergeQuestion> mergeQuestion(Connection& c, const std::vector<OrderId>& orders)
{
  MergeQuestion question;
  for (const OrderId id : orders) {
    SC_TRY_ASSIGN(row, orderRow(c, id));
    if (row)
      question.orders.push_back(std::move(*row));
  }
  SC_TRY_ASSIGN(findings, mergeObstacles(c, orders));
  question.findings = std::move(findings);
  return question;
}

/// How many of them it was done for; those that do not fit are passed over.
template <class Deed>
Result<int> countDone(Connection& c, const std::vector<OrderId>& orders, Deed deed)
{
  int done = 0;
  for (const OrderId order : orders) {
    const Result<bool> one = c.transaction([&] { return deed(order); });
    if (!one && isOfDatabase(one.error().kind))
      return fail(one.error());
    done += one && *one ? 1 : 0;
  }
  return done;
}

/// Those that a person has to let go.
Result<std::vector<OrderRow>> heldOrders(Connection& c, const std::vector<OrderId>& orders)
{
  std::vector<OrderRow> held;
  for (const OrderId id : orders) {
    SC_TRY_ASSIGN(row, orderRow(c, id));
    if (row && row->stage == FlowStage::ToReview)
      held.push_back(std::move(*row));
  }
  return held;
}

/// Each once.
Result<std::vector<ParcelPlan>> plansOf(Connection& c, const std::vector<OrderId>& orders)
{
  std::vector<ParcelPlan> plans;
  for (const OrderId id : orders) {
    SC_TRY_ASSIGN(plan, parcelPlanOf(c, id));
    if (plan && std::ranges::find(plans, plan->id, &ParcelPlan::id) == plans.end())
      plans.push_back(std::move(*plan));
  }
  return plans;
}

/// As many numbers as a dialog can name.
QString someOf(QStringList numbers)
{
  if (numbers.size() > kMostNamed)
    numbers = numbers.first(kMostNamed) << QStringLiteral("…");
  return numbers.join(QStringLiteral(", "));
}

} // namespace

void OrdersPage::addPlanActions()
{
  auto* menu = new QMenu(this);
  const auto add = [&](CommandId id, std::function<void()> run) {
    QAction* action = bindAction(this, id, std::move(run));
    action->setIcon(themedIcon(QString::fromLatin1(actionInfo(id).icon)));
    menu->addAction(action);
  };
  add(CommandId::OrdersApprove, [this] { approveChosen(); });
  add(CommandId::OrdersMerge, [this] { mergeChosen(); });
  add(CommandId::OrdersSplit, [this] { splitChosen(); });
  add(CommandId::OrdersUndoPlan, [this] { undoPlans(); });
  m_table->setContextMenuPolicy(Qt::CustomContextMenu);
  connect(m_table, &QWidget::customContextMenuRequested, menu,
          [this, menu](const QPoint& at) { menu->popup(m_table->viewport()->mapToGlobal(at)); });
}

void OrdersPage::askWhy(const QString& title, const QString& action, const QString& about,
                        const std::function<void(const QString&)>& act)
{
  auto* dialog = new OrderReasonDialog(title, action, about, this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [dialog, act] { act(dialog->reason()); });
  dialog->open();
}

void OrdersPage::approveChosen()
{
  const auto read = [orders = chosenOrders()](Connection& c) { return heldOrders(c, orders); };
  deliver(m_context.db.read(read), this, [this](const Result<std::vector<OrderRow>>& held) {
    if (!held)
      return m_context.actions.notify(errorSentence(held.error().kind).what);
    if (held->empty())
      return m_context.actions.notify(tr("None of the chosen orders waits for approval."));
    std::vector<OrderId> orders;
    QStringList numbers;
    for (const OrderRow& order : *held) {
      orders.push_back(order.id);
      numbers << order.number;
    }
    askWhy(tr("Approve orders"), tr("Approve"),
           tr("%n orders may be shipped then: %1", nullptr, int(orders.size())).arg(someOf(numbers)),
           [this, orders](const QString& reason) { approve(orders, reason); });
  });
}

void OrdersPage::approve(const std::vector<OrderId>& orders, const QString& reason)
{
  const auto approve = [orders, reason, now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return countDone(c, orders, [&](OrderId order) { return approveOrder(c, order, reason, kActor, now, changes); });
  };
  deliver(m_context.db.write(approve), this, [this](const Result<int>& count) {
    if (!count)
      return m_context.actions.notify(errorSentence(count.error().kind).what);
    m_context.actions.notify(*count == 0 ? tr("None of the chosen orders waits for approval.")
                                         : tr("%n orders may be shipped now.", nullptr, *count));
  });
}

void OrdersPage::mergeChosen()
{
  const auto orders = chosenOrders();
  if (orders.size() < 2)
    return m_context.actions.notify(tr("Choose two or more orders first."));
  deliver(m_context.db.read([orders](Connection& c) { return mergeQuestion(c, orders); }), this,
          [this, orders](const Result<MergeQuestion>& question) {
            if (!question)
              return m_context.actions.notify(errorSentence(question.error().kind).what);
            auto* dialog = new MergeDialog(question->orders, question->findings, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog, orders] {
              const auto merge = [orders, reason = dialog->reason(), now = m_context.clock()](Connection& c,
                                                                                              ChangeSet& changes) {
                return mergeOrders(c, orders, reason, kActor, now, changes);
              };
              deliver(m_context.db.write(merge), this, [this](const Result<PlanAnswer>& answer) {
                m_context.actions.notify(answer ? tr("The orders are sent as one parcel.")
                                                : errorSentence(answer.error().kind).what);
              });
            });
            dialog->open();
          });
}

void OrdersPage::splitChosen()
{
  const auto orders = chosenOrders();
  if (orders.size() != 1)
    return m_context.actions.notify(tr("Choose one order first."));
  deliver(m_context.db.read([id = orders.front()](Connection& c) { return orderDetails(c, id); }), this,
          [this](const Result<std::optional<OrderDetails>>& order) {
            if (!order || !*order)
              return;
            auto* dialog = new SplitDialog(**order, this);
            dialog->setAttribute(Qt::WA_DeleteOnClose);
            connect(dialog, &QDialog::accepted, this, [this, dialog, id = (*order)->row.id] {
              const auto split = [id, parcels = dialog->parcels(), reason = dialog->reason(),
                                  now = m_context.clock()](Connection& c, ChangeSet& changes) {
                return splitOrder(c, id, parcels, reason, kActor, now, changes);
              };
              deliver(m_context.db.write(split), this, [this](const Result<PlanAnswer>& answer) {
                m_context.actions.notify(answer ? tr("The order is sent as several parcels.")
                                                : planRefusal(answer.error()));
              });
            });
            dialog->open();
          });
}

QString OrdersPage::planRefusal(const Error& error) const
{
  switch (error.kind) {
  case ErrorKind::Conflict:
    return tr("A parcel is booked already, or the order is merged or split. Undo that first.");
  case ErrorKind::Rejected:
    return tr("The order is not waiting to be shipped as a whole.");
  default:
    return errorSentence(error.kind).what;
  }
}

void OrdersPage::undoPlans()
{
  const auto read = [orders = chosenOrders()](Connection& c) { return plansOf(c, orders); };
  deliver(m_context.db.read(read), this, [this](const Result<std::vector<ParcelPlan>>& plans) {
    if (!plans)
      return m_context.actions.notify(planRefusal(plans.error()));
    if (plans->empty())
      return m_context.actions.notify(tr("None of the chosen orders is merged or split."));
    std::vector<OrderId> heads;
    QStringList numbers;
    for (const ParcelPlan& plan : *plans) {
      heads.push_back(plan.orders.front());
      numbers << plan.numbers;
    }
    askWhy(tr("Undo merge or split"), tr("Undo"),
           tr("Each of these orders goes as one parcel of its own again: %1").arg(someOf(numbers)),
           [this, heads](const QString& reason) { undoPlansOf(heads, reason); });
  });
}

void OrdersPage::undoPlansOf(const std::vector<OrderId>& orders, const QString& reason)
{
  const auto undo = [orders, reason, now = m_context.clock()](Connection& c, ChangeSet& changes) -> Result<bool> {
    bool any = false;
    for (const OrderId order : orders) {
      SC_TRY_ASSIGN(plan, undoParcelPlan(c, order, reason, kActor, now, changes));
      any |= plan.has_value();
    }
    return any;
  };
  deliver(m_context.db.write(undo), this, [this](const Result<bool>& done) {
    if (!done)
      return m_context.actions.notify(planRefusal(done.error()));
    m_context.actions.notify(*done ? tr("Every order goes on its own again.")
                                   : tr("None of the chosen orders is merged or split."));
  });
}

} // namespace supercargo
