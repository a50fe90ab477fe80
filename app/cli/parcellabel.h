#pragma once

#include "app/cli/session.h"
#include "core/labels/printmatter.h"

namespace supercargo::cli {

/// Our own label of a parcel into --out: ZPL where the file is called so, else PDF. --paper and --dpi hold.
Outcome<Exit> saveOwnLabel(Session& session, ShipmentId shipment);

/// `shipments label`: the courier's own file where it gave one, else asked for; a label of ours where the courier has
/// none to give.
Outcome<Exit> saveParcelLabel(Session& session);

} // namespace supercargo::cli
