#pragma once

#include "core/outbox/outbox.h"
#include "ui/pages.h"

namespace supercargo {

/// Whether a person may say in other words what was refused: deeds to an order that come from a form.
bool isChangeable(const OutboxEntry& entry);

/// Opens the form that the refused deed came from, filled in as it was. What is asked with it takes the deed's place.
void changeAct(const PageContext& context, const OutboxEntry& refused, QWidget* parent);

} // namespace supercargo
