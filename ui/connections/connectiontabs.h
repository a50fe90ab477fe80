#pragma once

namespace supercargo {

/// The tabs of the Connections page, and what its first one shows.
enum ConnectionTab { AccountsTab, CallsTab, FailuresTab, ChangesTab, ActionsTab, DocumentsTab };
enum AccountsPlace { CardsPlace, EmptyPlace, ViewPlace };

} // namespace supercargo
