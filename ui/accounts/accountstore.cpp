#include "ui/accounts/accountstore.h"

#include "core/store/accounts.h"

namespace supercargo {
namespace {

const QString kSession = QStringLiteral("session"); ///< an old token proves nothing of new credentials or addresses

Result<AccountDraft> draftOf(Connection& c, Vault& vault, AccountId account)
{
  SC_TRY_ASSIGN(row, accountRow(c, account));
  if (!row)
    return fail(ErrorKind::NotFound, QStringLiteral("the account was removed"));
  SC_TRY_ASSIGN(secrets, vault.secrets(c, account));
  return AccountDraft{row->provider, row->name, row->endpoint, row->fields, secrets};
}

} // namespace

AccountActions accountActions(Database& db, SyncEngine& engine, std::shared_ptr<Vault> vault, Clock clock)
{
  AccountActions actions;
  actions.check = [&engine](const AccountDraft& draft) {
    return engine.check(draft.provider, draft.endpoint, draft.fields, draft.secrets);
  };
  actions.add = [&db, vault = std::move(vault), clock = std::move(clock)](const AccountDraft& draft) {
    return db.write([vault, draft, now = clock()](Connection& c, ChangeSet& changes) -> Result<AccountId> {
      AccountRow row;
      row.provider = draft.provider;
      row.name = draft.name;
      row.endpoint = draft.endpoint;
      row.fields = draft.fields;
      row.createdAt = now;
      row.credentialAt = now;
      SC_TRY_ASSIGN(id, addAccount(c, row));
      SC_TRY(vault->store(c, id, draft.secrets, now));
      changes.accounts.insert(id.value());
      return id;
    });
  };
  return actions;
}

QFuture<Result<void>> renewSecrets(Database& db, std::shared_ptr<Vault> vault, AccountId account,
                                   const Secrets& secrets, Instant now)
{
  return db.write([vault = std::move(vault), account, secrets, now](Connection& c, ChangeSet& changes) -> Result<void> {
    SC_TRY_ASSIGN(row, accountRow(c, account));
    if (!row)
      return fail(ErrorKind::NotFound, QStringLiteral("the account was removed"));
    SC_TRY(vault->store(c, account, secrets, now));
    row->credentialAt = now;
    row->credentialExpiresAt.reset();
    row->state = AccountState::Ok;
    row->errorKind.clear();
    row->detail.clear();
    SC_TRY(updateAccount(c, *row));
    changes.accounts.insert(account.value());
    return {};
  });
}

QFuture<Result<void>> storeEdit(Database& db, AccountId account, const AccountDraft& edited)
{
  return db.write([account, edited](Connection& c, ChangeSet& changes) -> Result<void> {
    SC_TRY_ASSIGN(row, accountRow(c, account));
    if (!row)
      return fail(ErrorKind::NotFound, QStringLiteral("the account was removed"));
    const AccountRow before = *row;
    row->name = edited.name;
    row->endpoint = edited.endpoint;
    row->fields.insert(edited.fields);
    const bool isProven = row->endpoint != before.endpoint || row->fields != before.fields; // a new name proves nothing
    if (isProven && row->state == AccountState::NeedsAttention && !lacksCredentials(*row)) {
      row->state = AccountState::Ok;
      row->errorKind.clear();
      row->detail.clear();
    }
    SC_TRY(updateAccount(c, *row));
    changes.accounts.insert(account.value());
    return {};
  });
}

QFuture<Result<AccountDraft>> storedDraft(Database& db, std::shared_ptr<Vault> vault, AccountId account,
                                          const Secrets& changed)
{
  return db.read([vault = std::move(vault), account, changed](Connection& c) -> Result<AccountDraft> {
    SC_TRY_ASSIGN(draft, draftOf(c, *vault, account));
    if (!changed.isEmpty())
      draft.secrets.remove(kSession);
    for (auto it = changed.begin(); it != changed.end(); ++it)
      draft.secrets.insert(it.key(), it.value());
    return draft;
  });
}

QFuture<Result<AccountDraft>> editedDraft(Database& db, std::shared_ptr<Vault> vault, AccountId account,
                                          const AccountDraft& edited)
{
  return db.read([vault = std::move(vault), account, edited](Connection& c) -> Result<AccountDraft> {
    SC_TRY_ASSIGN(draft, draftOf(c, *vault, account));
    draft.secrets.remove(kSession);
    draft.name = edited.name;
    draft.endpoint = edited.endpoint;
    draft.fields.insert(edited.fields);
    return draft;
  });
}

} // namespace supercargo
