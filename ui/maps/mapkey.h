#pragma once

#include "core/db/database.h"
#include "core/security/vault.h"

#include <memory>

namespace supercargo {

/// The key that a map's provider has given the person is a secret: it lies in the vault, not in the settings file.
/// Without a vault there is none, and keeping one is Locked.
QFuture<Result<QString>> mapKey(Database& db, std::shared_ptr<Vault> vault);
/// Announced as ChangeSet::settings.
QFuture<Result<void>> keepMapKey(Database& db, std::shared_ptr<Vault> vault, const QString& key, Instant now);

} // namespace supercargo
