#pragma once

#include "core/base/instant.h"
#include "core/db/database.h"
#include "core/security/vault.h"
#include "core/sync/engine.h"
#include "ui/accounts/accountdraft.h"

namespace supercargo {

/// The connect form's actions over the workspace. The three must outlive them. Adding stores the account and its
/// secrets in one write, or neither, and tells the engine.
AccountActions accountActions(Database& db, SyncEngine& engine, std::shared_ptr<Vault> vault, Clock clock);

/// Puts new secrets in place of the old ones and lets the account go on.
QFuture<Result<void>> renewSecrets(Database& db, std::shared_ptr<Vault> vault, AccountId account,
                                   const Secrets& secrets, Instant now);

/// An account's row as a check wants it: with the secrets it has, and those given put in their place.
QFuture<Result<AccountDraft>> storedDraft(Database& db, std::shared_ptr<Vault> vault, AccountId account,
                                          const Secrets& changed = {});

} // namespace supercargo
