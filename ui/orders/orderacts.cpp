#include "ui/orders/orderacts.h"

#include "core/base/deliver.h"
#include "ui/booking/orderactsdialogs.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QMenu>

namespace supercargo {
namespace {

struct OrderActs {
  Q_DECLARE_TR_FUNCTIONS(OrderActs)
};

struct ActFacts {
  OrderRow order;
  Money left;
  OrderAbilities can;
};

Result<ActFacts> actFacts(Connection& c, OrderId id)
{
  SC_TRY_ASSIGN(order, orderRow(c, id));
  if (!order)
    return fail(ErrorKind::NotFound, QStringLiteral("no such order"), QString::number(id.value()));
  SC_TRY_ASSIGN(left, refundable(c, id));
  SC_TRY_ASSIGN(can, orderAbilities(c, id));
  return ActFacts{std::move(*order), left, can};
}

/// Why the act cannot be done to this order; empty: it can.
using Objecting = QString (*)(const ActFacts&);
using Making = ActDialog* (*)(const PageContext&, const ActFacts&, QWidget*);

struct OrderAct {
  const char* text;
  Objecting objection;
  Making make;
};

const OrderAct kActs[] = {
    {QT_TRANSLATE_NOOP("OrderActs", "Refund…"),
     [](const ActFacts& facts) {
       return !facts.can.refund         ? OrderActs::tr("Neither this shop nor a connected gateway can refund it.")
              : facts.left.minor() == 0 ? OrderActs::tr("Nothing of it is left to refund.")
                                        : QString();
     },
     [](const PageContext& context, const ActFacts& facts, QWidget* parent) -> ActDialog* {
       return new RefundDialog(context, facts.order, facts.left, parent);
     }},
    {QT_TRANSLATE_NOOP("OrderActs", "Note to the shop…"),
     [](const ActFacts& facts) {
       return facts.can.note ? QString() : OrderActs::tr("This shop's interface takes no notes.");
     },
     [](const PageContext& context, const ActFacts& facts, QWidget* parent) -> ActDialog* {
       return new OrderNoteDialog(context, facts.order, parent);
     }},
    {QT_TRANSLATE_NOOP("OrderActs", "Mark shipped…"),
     [](const ActFacts& facts) {
       return facts.can.ship ? QString() : OrderActs::tr("This shop's interface takes no tracking numbers.");
     },
     [](const PageContext& context, const ActFacts& facts, QWidget* parent) -> ActDialog* {
       return new ShippedDialog(context, facts.order, parent);
     }},
    {QT_TRANSLATE_NOOP("OrderActs", "Close order…"),
     [](const ActFacts& facts) {
       return !facts.can.close              ? OrderActs::tr("This shop's interface cannot close orders.")
              : !isOpen(facts.order.status) ? OrderActs::tr("The order has ended already.")
                                            : QString();
     },
     [](const PageContext& context, const ActFacts& facts, QWidget* parent) -> ActDialog* {
       return new CloseOrderDialog(context, facts.order, parent);
     }},
};

void allow(QAction& action, const QString& objection)
{
  action.setEnabled(objection.isEmpty());
  action.setToolTip(objection.isEmpty() ? action.text() : objection);
  action.setStatusTip(objection);
}

} // namespace

void addOrderActs(QMenu& menu, const PageContext& context, std::function<std::vector<OrderId>()> chosen,
                  QWidget* parent)
{
  menu.setToolTipsVisible(true);
  menu.addSeparator();
  auto actions = std::make_shared<std::vector<QAction*>>();
  auto open = std::make_shared<std::optional<ActFacts>>(); ///< what the menu is about
  for (const OrderAct& act : kActs) {
    QAction* action = menu.addAction(OrderActs::tr(act.text));
    actions->push_back(action);
    QObject::connect(action, &QAction::triggered, parent, [context, open, &act, parent] {
      if (!*open)
        return;
      ActDialog* dialog = act.make(context, **open, parent);
      dialog->setAttribute(Qt::WA_DeleteOnClose);
      dialog->open();
    });
  }
  QObject::connect(&menu, &QMenu::aboutToShow, parent, [context, chosen = std::move(chosen), actions, open, parent] {
    const auto orders = chosen();
    open->reset();
    for (size_t i = 0; i < actions->size(); ++i) {
      (*actions)[i]->setText(OrderActs::tr(kActs[i].text)); // the language may have changed
      allow(*(*actions)[i], OrderActs::tr("Choose one order."));
    }
    if (orders.size() != 1)
      return;
    deliver(context.db.read([id = orders.front()](Connection& c) { return actFacts(c, id); }), parent,
            [actions, open](const Result<ActFacts>& facts) {
              if (facts)
                *open = *facts;
              for (size_t i = 0; i < actions->size(); ++i)
                allow(*(*actions)[i], facts ? kActs[i].objection(*facts) : errorSentence(facts.error().kind).what);
            });
  });
}

} // namespace supercargo
