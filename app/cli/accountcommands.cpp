#include "app/cli/accountform.h"
#include "app/cli/providerdocument.h"
#include "app/cli/rowlist.h"
#include "app/cli/syncing.h"
#include "core/store/accounts.h"

#include <QJsonArray>

namespace supercargo::cli {
namespace {

const Declaration* declarationOf(const AccountRow& account)
{
  const Provider* provider = findProvider(account.provider);
  return provider ? &provider->declaration : nullptr;
}

QJsonObject checkJson(AccountId account, AccountState state, const Result<void>& check)
{
  const QJsonValue error = check ? QJsonValue(QJsonValue::Null) : QJsonValue(toJson(check.error()));
  return {{QStringLiteral("account"), account.value()},
          {QStringLiteral("state"), accountStateName(state)},
          {QStringLiteral("check"),
           QJsonObject{{QStringLiteral("ok"), check.has_value()}, {QStringLiteral("error"), error}}}};
}

/// Prints how a check ended, and its exit status.
Exit reportCheck(const Session& session, AccountId account, AccountState state, const Result<void>& check)
{
  if (session.isJson())
    printJson(checkJson(account, state, check));
  else if (check)
    print(QCoreApplication::translate("cli", "Account %1 works.").arg(account.value()));
  else
    say(QCoreApplication::translate("cli", "Account %1 does not work: %2")
            .arg(account.value())
            .arg(errorText(check.error())));
  return check ? Exit::Done : Exit::Failed;
}

/// A provider that cannot be reached just now says nothing about the credentials: syncing will try again by itself.
AccountState stateAfter(const Result<void>& check)
{
  return check || isTransient(check.error().kind) ? AccountState::Ok : AccountState::NeedsAttention;
}

Outcome<Exit> add(Session& session)
{
  const QString providerId = session.value(QStringLiteral("--provider"));
  const QString name = session.value(QStringLiteral("--name")).trimmed();
  if (providerId.isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(QStringLiteral("--provider")),
                    QStringLiteral("--provider"),
                    QCoreApplication::translate("cli", "See supercargo-cli providers list."));
  if (name.isEmpty())
    return wrongUse(QCoreApplication::translate("cli", "%1 is needed").arg(QStringLiteral("--name")),
                    QStringLiteral("--name"));
  const Provider* provider = findProvider(providerId);
  if (!provider)
    return fail(unknownProvider(providerId));
  SC_TRY_ASSIGN(form, readAccountForm(session, provider->declaration));
  SC_TRY(completeForm(form, provider->declaration));
  SC_TRY_ASSIGN(parts, makeSyncing(session));
  SC_TRY_ASSIGN(vault, session.vault());

  const Result<void> check = session.await(parts.engine->check(providerId, form.endpoint, form.fields, form.secrets));
  AccountRow row;
  row.provider = providerId;
  row.name = name;
  row.endpoint = form.endpoint;
  row.fields = form.fields;
  row.createdAt = row.credentialAt = systemNow();
  row.state = stateAfter(check);
  if (!check) {
    row.errorKind = errorKindName(check.error().kind);
    row.detail = check.error().detail;
  }
  // Kept even if it does not work yet, so that `account rotate` can put it right.
  const auto stored = session.await(parts.database->write(
      [row, vault, secrets = form.secrets](Connection& c, ChangeSet& changes) -> Result<AccountId> {
        SC_TRY_ASSIGN(id, addAccount(c, row));
        SC_TRY(vault->store(c, id, secrets, row.createdAt));
        changes.accounts += id.value();
        return id;
      }));
  if (!stored)
    return fail(Failure(stored.error()));
  if (!session.isJson())
    print(QString::number(stored->value()));
  return reportCheck(session, *stored, row.state, check);
}

QJsonObject rowJson(const AccountRow& row)
{
  return {{QStringLiteral("account"), row.id.value()},
          {QStringLiteral("provider"), row.provider},
          {QStringLiteral("name"), row.name},
          {QStringLiteral("endpoint"), row.endpoint},
          {QStringLiteral("state"), accountStateName(row.state)},
          {QStringLiteral("error_kind"), jsonOrNull(row.errorKind)},
          {QStringLiteral("detail"), jsonOrNull(row.detail)},
          {QStringLiteral("created_at"), toIso(row.createdAt)},
          {QStringLiteral("credential_at"), toIso(row.credentialAt)}};
}

Outcome<Exit> list(Session& session)
{
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(rows, accountRows(*connection));
  printRows(
      session, rows, 0,
      {QCoreApplication::translate("cli", ">Id"), QCoreApplication::translate("cli", "Provider"),
       QCoreApplication::translate("cli", "Name"), QCoreApplication::translate("cli", "State"),
       QCoreApplication::translate("cli", "Endpoint"), QCoreApplication::translate("cli", "Reason")},
      [](const AccountRow& row) { return rowJson(row); },
      [](const AccountRow& row) {
        return QStringList{QString::number(row.id.value()), row.provider, row.name,
                           accountStateName(row.state),     row.endpoint, row.detail};
      });
  return Exit::Done;
}

QJsonObject rowJson(const StreamState& state)
{
  return {{QStringLiteral("stream"), streamName(state.stream)},
          {QStringLiteral("last_ok_at"), jsonOrNull(state.lastOkAt)},
          {QStringLiteral("last_try_at"), jsonOrNull(state.lastTryAt)},
          {QStringLiteral("covered_to"), jsonOrNull(state.coveredTo)},
          {QStringLiteral("last_error"), jsonOrNull(state.lastError)}};
}

Outcome<Exit> show(Session& session)
{
  SC_TRY_ASSIGN(id, session.existingAccount(session.operand(0)));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(row, accountRow(*connection, id));
  SC_TRY_ASSIGN(states, streamStates(*connection));
  std::erase_if(states, [&](const StreamState& state) { return state.account != id; });
  if (session.isJson()) {
    QJsonObject object = rowJson(*row), fields;
    for (const auto& [name, value] : row->fields.toStdMap())
      fields.insert(name, value);
    QJsonArray streams;
    for (const StreamState& state : states)
      streams += rowJson(state);
    object.insert(QStringLiteral("fields"), fields);
    object.insert(QStringLiteral("streams"), streams);
    printJson(object);
    return Exit::Done;
  }
  Table facts({QString(), QString()});
  facts.add({QCoreApplication::translate("cli", "Provider"), row->provider});
  facts.add({QCoreApplication::translate("cli", "Name"), row->name});
  facts.add({QCoreApplication::translate("cli", "State"), accountStateName(row->state) + u' ' + row->detail});
  facts.add({QCoreApplication::translate("cli", "Endpoint"), row->endpoint});
  for (const auto& [name, value] : row->fields.toStdMap())
    facts.add({name, value});
  facts.print();
  Table streams({QCoreApplication::translate("cli", "Stream"), QCoreApplication::translate("cli", "Last good sync"),
                 QCoreApplication::translate("cli", "Covered to"), QCoreApplication::translate("cli", "Error")});
  for (const StreamState& state : states)
    streams.add({streamName(state.stream), timeText(state.lastOkAt, session.zone()),
                 timeText(state.coveredTo, session.zone()), state.lastError});
  streams.print();
  return Exit::Done;
}

/// Stores what a check of these values found. `secrets` are those that change.
Outcome<Exit> checkAndStore(Session& session, Syncing& parts, AccountRow row, const Secrets& all, const Secrets& fresh)
{
  const Result<void> check = session.await(parts.engine->check(row.provider, row.endpoint, row.fields, all));
  row.state = row.state == AccountState::Paused ? AccountState::Paused : stateAfter(check);
  row.errorKind = check ? QString() : errorKindName(check.error().kind);
  row.detail = check ? QString() : check.error().detail;
  SC_TRY_ASSIGN(vault, session.vault());
  // Credentials that have not been proven do not replace those that may still work.
  const bool replaces = !fresh.isEmpty() && check;
  if (replaces) {
    row.credentialAt = systemNow();
    row.credentialExpiresAt.reset();
  }
  const auto stored = session.await(parts.database->write([=](Connection& c, ChangeSet& changes) -> Result<void> {
    if (fresh.isEmpty() || replaces)
      SC_TRY(updateAccount(c, row));
    if (replaces)
      SC_TRY(vault->store(c, row.id, fresh, row.credentialAt));
    changes.accounts += row.id.value();
    return {};
  }));
  if (!stored)
    return fail(Failure(stored.error()));
  return reportCheck(session, row.id, row.state, check);
}

struct Credentials {
  AccountRow row;
  Secrets secrets;
};

Outcome<Credentials> credentials(Session& session)
{
  SC_TRY_ASSIGN(id, session.existingAccount(session.operand(0)));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(row, accountRow(*connection, id));
  SC_TRY_ASSIGN(vault, session.vault());
  SC_TRY_ASSIGN(secrets, vault->secrets(*connection, id));
  secrets.remove(QStringLiteral("session")); // an old token proves nothing
  return Credentials{std::move(*row), std::move(secrets)};
}

Outcome<Exit> check(Session& session)
{
  SC_TRY_ASSIGN(known, credentials(session));
  if (lacksCredentials(known.row)) // nothing to ask the provider with
    return reportCheck(session, known.row.id, known.row.state, fail(ErrorKind::Config, kCredentialsMissing));
  SC_TRY_ASSIGN(parts, makeSyncing(session));
  return checkAndStore(session, parts, known.row, known.secrets, {});
}

Outcome<Exit> rotate(Session& session)
{
  SC_TRY_ASSIGN(known, credentials(session));
  const Declaration* declaration = declarationOf(known.row);
  if (!declaration)
    return fail(unknownProvider(known.row.provider));
  SC_TRY_ASSIGN(form, readChanges(session, *declaration));
  const bool isOtherwiseChanged = !form.fields.isEmpty() || !form.endpoint.isEmpty();
  if (form.secrets.isEmpty() && (!isOtherwiseChanged || lacksCredentials(known.row)))
    return wrongUse(QCoreApplication::translate("cli", "no new credentials were given"), {},
                    QCoreApplication::translate(
                        "cli", "Give secrets as field=value lines on standard input with --secrets-stdin."));
  known.row.fields.insert(form.fields);
  if (!form.endpoint.isEmpty())
    known.row.endpoint = form.endpoint;
  known.secrets.insert(form.secrets);
  SC_TRY_ASSIGN(parts, makeSyncing(session));
  return checkAndStore(session, parts, known.row, known.secrets, known.secrets);
}

/// What an account that needs attention lacks is not there by resuming it: only a pause ends so.
Outcome<Exit> setPaused(Session& session, bool pause)
{
  SC_TRY_ASSIGN(id, session.existingAccount(session.operand(0)));
  SC_TRY_ASSIGN(connection, session.writer());
  SC_TRY_ASSIGN(state, pauseAccount(*connection, id, pause));
  SC_TRY_ASSIGN(row, accountRow(*connection, id));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("account"), id.value()}, {QStringLiteral("state"), accountStateName(state)}});
  else
    print(QCoreApplication::translate("cli", "Account %1: %2").arg(id.value()).arg(accountStateName(state)));
  if (!pause && lacksCredentials(*row))
    say(QCoreApplication::translate("cli",
                                    "Its credentials are not here any more; give them again with account rotate."));
  return Exit::Done;
}

Outcome<Exit> pause(Session& session)
{
  return setPaused(session, true);
}

Outcome<Exit> resume(Session& session)
{
  return setPaused(session, false);
}

Outcome<Exit> remove(Session& session)
{
  SC_TRY_ASSIGN(id, session.existingAccount(session.operand(0)));
  SC_TRY_ASSIGN(connection, session.writer());
  SC_TRY(connection->transaction([&] { return removeAccount(*connection, id, systemNow()); }));
  if (session.isJson())
    printJson(QJsonObject{{QStringLiteral("account"), id.value()}, {QStringLiteral("removed"), true}});
  else
    print(
        QCoreApplication::translate("cli", "Account %1 and its secrets are removed; its orders stay.").arg(id.value()));
  return Exit::Done;
}

} // namespace

std::vector<Command> accountCommands()
{
  const std::vector<Option> values{
      {QStringLiteral("--set"), QStringLiteral("FIELD=VALUE"),
       QCoreApplication::translate("cli", "a field that is not secret; may be repeated")},
      {QStringLiteral("--secrets-stdin"), QString(),
       QCoreApplication::translate("cli", "read field=value lines from standard input")},
      {QStringLiteral("--secret-stdin"), QStringLiteral("FIELD"),
       QCoreApplication::translate("cli", "read this field's value from standard input")},
      {QStringLiteral("--endpoint"), QStringLiteral("URL|NAME"),
       QCoreApplication::translate("cli", "base address, or the name of a declared one (sandbox)")}};
  std::vector<Option> adding{
      {QStringLiteral("--provider"), QStringLiteral("ID"), QCoreApplication::translate("cli", "see providers list")},
      {QStringLiteral("--name"), QStringLiteral("NAME"),
       QCoreApplication::translate("cli", "what you call this account")}};
  adding.insert(adding.end(), values.begin(), values.end());
  const QString number = QStringLiteral("N");
  return {
      {QStringLiteral("account add"), QString(), 0, 0,
       QCoreApplication::translate("cli", "connect an account and check it"), adding, add},
      {QStringLiteral("account list"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "list the connected accounts"),
       {},
       list},
      {QStringLiteral("account show"),
       number,
       1,
       1,
       QCoreApplication::translate("cli", "show an account and how far its streams are"),
       {},
       show},
      {QStringLiteral("account check"),
       number,
       1,
       1,
       QCoreApplication::translate("cli", "prove that an account's credentials work"),
       {},
       check},
      {QStringLiteral("account rotate"), number, 1, 1,
       QCoreApplication::translate("cli", "replace an account's credentials after checking the new ones"), values,
       rotate},
      {QStringLiteral("account pause"),
       number,
       1,
       1,
       QCoreApplication::translate("cli", "read and send nothing until it is resumed"),
       {},
       pause},
      {QStringLiteral("account resume"),
       number,
       1,
       1,
       QCoreApplication::translate("cli", "end an account's pause"),
       {},
       resume},
      {QStringLiteral("account remove"),
       number,
       1,
       1,
       QCoreApplication::translate("cli", "forget an account and its secrets; its orders stay"),
       {},
       remove},
  };
}

} // namespace supercargo::cli
