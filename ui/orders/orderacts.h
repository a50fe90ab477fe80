#pragma once

#include "ui/pages.h"

class QMenu;

namespace supercargo {

/// Adds to a menu what a person does to one order at its shop: a refund, a note, a tracking number typed by hand,
/// closing it. Each time the menu opens, what the order's shop cannot do is disabled, with the reason in its tool tip.
/// `chosen`: the orders that the menu is about. `parent`: of the dialogs.
void addOrderActs(QMenu& menu, const PageContext& context, std::function<std::vector<OrderId>()> chosen,
                  QWidget* parent);

} // namespace supercargo
