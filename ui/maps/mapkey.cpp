#include "ui/maps/mapkey.h"

#include "core/base/deliver.h"

#include <tuple>

namespace supercargo {
namespace {

constexpr AccountId kNoAccount{0}; ///< the workspace's own secrets
const QString kField = QStringLiteral("map.key");

} // namespace

QFuture<Result<QString>> mapKey(Database& db, std::shared_ptr<Vault> vault)
{
  return db.read([vault = std::move(vault)](Connection& c) -> Result<QString> {
    if (!vault)
      return QString();
    SC_TRY_ASSIGN(secrets, vault->secrets(c, kNoAccount));
    return QString::fromUtf8(secrets.value(kField));
  });
}

QFuture<Result<void>> keepMapKey(Database& db, std::shared_ptr<Vault> vault, const QString& key, Instant now)
{
  return db.write([vault = std::move(vault), key, now](Connection& c, ChangeSet& changes) -> Result<void> {
    if (!vault)
      return fail(ErrorKind::Locked, QStringLiteral("the vault is closed"));
    changes.settings = true;
    return vault->store(c, kNoAccount, {{kField, key.toUtf8()}}, now);
  });
}

void moveOldMapKey(Database& db, std::shared_ptr<Vault> vault, Settings& choices, Instant now)
{
  const QString old = choices.get(settings::kOldMapKey);
  if (old.isEmpty())
    return choices.forget(settings::kOldMapKey);
  if (!vault)
    return;
  const auto kept = db.write([vault = std::move(vault), old, now](Connection& c, ChangeSet& changes) -> Result<void> {
    SC_TRY_ASSIGN(secrets, vault->secrets(c, kNoAccount));
    if (!secrets.value(kField).isEmpty())
      return {};
    changes.settings = true;
    return vault->store(c, kNoAccount, {{kField, old.toUtf8()}}, now);
  });
  deliver(kept, &choices, [&choices](const Result<void>& done) {
    if (!done)
      return;
    choices.forget(settings::kOldMapKey);
    std::ignore = choices.save(); // what cannot be written now is written when the program ends
  });
}

} // namespace supercargo
