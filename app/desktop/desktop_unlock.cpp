// The vault of a workspace that does not open by itself: the passphrase, the keychain, and the way out when the key is
// lost.
#include "app/desktop/desktop.h"
#include "app/desktop/newvaultdialog.h"
#include "app/desktop/unlockdialog.h"
#include "core/base/deliver.h"
#include "ui/text/format.h"

#include <QtConcurrent>

namespace supercargo {
namespace {

/// Where nobody can say how the key is kept, a passphrase is asked for.
Protection protectionOf(const Workspace& workspace)
{
  const auto connection = workspace.connect(true);
  const auto protection =
      connection ? Vault::protectionOf(**connection) : Result<std::optional<Protection>>(std::nullopt);
  return protection && *protection ? **protection : Protection::Passphrase;
}

QString refusal(Protection protection, const Error& error)
{
  if (error.kind != ErrorKind::Locked)
    return errorSentence(error.kind).what;
  if (protection == Protection::Passphrase)
    return QCoreApplication::translate("desktop", "This is not the passphrase.");
  if (error.subject == kLostKeySubject)
    return QCoreApplication::translate("desktop", "The key is not in this computer's keychain. Open the keychain that "
                                                  "the workspace was made with, or begin a new vault.");
  return QCoreApplication::translate("desktop", "The keychain does not give out the key. Unlock it and try again.");
}

} // namespace

void Desktop::askForKey(const Error& why)
{
  const Protection protection = protectionOf(*m_workspace);
  auto* unlock = new UnlockDialog(protection);
  m_unlock = unlock;
  unlock->setAttribute(Qt::WA_DeleteOnClose);
  if (protection == Protection::Keychain) // nothing was typed yet that could be wrong
    unlock->showError(refusal(protection, why));
  connect(unlock, &UnlockDialog::entered, this,
          [this, unlock](const QByteArray& passphrase) { openVault(unlock, passphrase); });
  connect(unlock, &UnlockDialog::newVaultRequested, this, [this, unlock] { offerNewVault(unlock); });
  connect(unlock, &UnlockDialog::givenUp, &m_app, &QApplication::quit);
  unlock->show();
}

void Desktop::openVault(UnlockDialog* unlock, const QByteArray& passphrase)
{
  // scrypt takes a tenth of a second on purpose, and a keychain may ask a person: not in this thread.
  const auto open = [config = m_workspace->databaseConfig(), passphrase]() -> Result<std::shared_ptr<Vault>> {
    SC_TRY_ASSIGN(connection, connectTo(config, true));
    return Vault::open(*connection, passphrase);
  };
  deliver(QtConcurrent::run(open), unlock, [this, unlock](Result<std::shared_ptr<Vault>> vault) {
    if (vault)
      unlocked(unlock, std::move(*vault));
    else
      unlock->showError(refusal(unlock->protection(), vault.error()));
  });
}

void Desktop::offerNewVault(UnlockDialog* unlock)
{
  deliver(m_database->read(Vault::accountsToRenew), unlock, [this, unlock](const Result<qint64>& accounts) {
    if (!accounts) {
      unlock->showError(errorSentence(accounts.error().kind).what);
      return;
    }
    unlock->rest();
    auto* dialog = new NewVaultDialog(*accounts, unlock);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &NewVaultDialog::confirmed, this,
            [this, unlock, dialog](Protection protection, const QByteArray& passphrase) {
              renewVault(unlock, dialog, protection, passphrase);
            });
    deliver(QtConcurrent::run(keychainAvailable), dialog, [dialog](bool available) { dialog->setKeychain(available); });
    dialog->open();
  });
}

void Desktop::renewVault(UnlockDialog* unlock, NewVaultDialog* dialog, Protection protection,
                         const QByteArray& passphrase)
{
  const auto renew = [config = m_workspace->databaseConfig(), protection, passphrase]() -> Result<RenewedVault> {
    SC_TRY_ASSIGN(connection, connectTo(config, false));
    return Vault::renew(*connection, protection, passphrase);
  };
  deliver(QtConcurrent::run(renew), dialog, [this, unlock, dialog](Result<RenewedVault> renewed) {
    if (!renewed) {
      dialog->showError(renewed.error());
      return;
    }
    dialog->accept();
    unlocked(unlock, std::move(renewed->vault));
    if (renewed->accounts > 0)
      m_window->open(QStringLiteral("connections")); // where they are marked, and given their credentials
  });
}

void Desktop::unlocked(UnlockDialog* unlock, std::shared_ptr<Vault> vault)
{
  startEngine(std::move(vault));
  showWindow();
  unlock->close();
}

} // namespace supercargo
