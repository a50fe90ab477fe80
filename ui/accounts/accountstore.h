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

/// Puts name, address and the fields given in place of the old ones, after a check unless only the name is new. An
/// account that needed attention goes on with what was checked, a paused one stays so.
QFuture<Result<void>> storeEdit(Database& db, AccountId account, const AccountDraft& edited);

/// An account's row as a check wants it: with the secrets it has, and those given put in their place.
QFuture<Result<AccountDraft>> storedDraft(Database& db, std::shared_ptr<Vault> vault, AccountId account,
                                          const Secrets& changed = {});

/// The same with its secrets, and what was edited put in place of the rest.
QFuture<Result<AccountDraft>> editedDraft(Database& db, std::shared_ptr<Vault> vault, AccountId account,
                                          const AccountDraft& edited);

} // namespace supercargo
