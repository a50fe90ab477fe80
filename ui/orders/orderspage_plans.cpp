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
    if (!one && (one.error().kind == ErrorKind::Database || one.error().kind == ErrorKind::DiskFull))
      return fail(one.error());
    done += one && *one ? 1 : 0;
  }
  return done;
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

void OrdersPage::approveChosen()
{
  const auto approve = [orders = chosenOrders(), now = m_context.clock()](Connection& c, ChangeSet& changes) {
    return countDone(c, orders, [&](OrderId order) { return approveOrder(c, order, QString(), kActor, now, changes); });
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
  const auto undo = [orders = chosenOrders(), now = m_context.clock()](Connection& c,
                                                                       ChangeSet& changes) -> Result<bool> {
    bool any = false;
    for (const OrderId order : orders) {
      SC_TRY_ASSIGN(plan, undoParcelPlan(c, order, QString(), kActor, now, changes));
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
