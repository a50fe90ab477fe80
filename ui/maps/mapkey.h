#pragma once

#include "core/db/database.h"
#include "core/security/vault.h"
#include "core/settings/settings.h"

#include <memory>

namespace supercargo {

/// The key that a map's provider has given the person is a secret: it lies in the vault, not in the settings file.
/// Without a vault there is none, and keeping one is Locked.
QFuture<Result<QString>> mapKey(Database& db, std::shared_ptr<Vault> vault);
/// Announced as ChangeSet::settings.
QFuture<Result<void>> keepMapKey(Database& db, std::shared_ptr<Vault> vault, const QString& key, Instant now);
/// Earlier versions wrote the key into the settings file in clear: it goes to the vault, unless there is a newer one,
/// and only then out of the file. Without a vault it waits for the next start.
void moveOldMapKey(Database& db, std::shared_ptr<Vault> vault, Settings& choices, Instant now);

} // namespace supercargo
