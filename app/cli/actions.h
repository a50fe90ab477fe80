#pragma once

#include "app/cli/syncing.h"
#include "core/outbox/outbox.h"

/// Actions of the command line: written into the outbox, sent at once, and told about.
namespace supercargo::cli {

/// What puts an action into the outbox.
using Enqueue = std::function<Result<ActionId>(Connection&, ChangeSet&)>;

/// Enqueues, lets the engine send what is due and prints how the action stands then. Failed when it was refused; done
/// in part (3) when it still waits, with the reason.
Outcome<Exit> act(Session& session, Enqueue enqueue);

/// Lets the engine send what is due.
Outcome<void> sendDueActions(Session& session, Syncing& syncing);

QJsonObject rowJson(const OutboxEntry& entry);

/// Tells the shops every level that has changed; done when nothing of it is left open.
Outcome<Exit> pushLevels(Session& session);

} // namespace supercargo::cli
