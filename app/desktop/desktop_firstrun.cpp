// The first run: the wizard, what it makes, and the simulated shop.
#include "app/desktop/desktop.h"
#include "app/desktop/wizardmemory.h"
#include "core/base/deliver.h"
#include "ui/accounts/accountstore.h"

#include <QtConcurrent>

#include <cstdio>

namespace supercargo {
namespace {

WorkspaceInfo infoOf(const WizardDraft& draft)
{
  WorkspaceInfo info;
  info.shopName = draft.shopName;
  info.timeZone = draft.timeZone;
  info.currency = Currency::of(draft.currency).value_or(Currency());
  info.createdAt = systemNow();
  info.simulated = draft.simulated;
  return info;
}

} // namespace

void Desktop::showWizard()
{
  if (m_wizard)
    return raise();
  m_wizard = std::make_unique<Wizard>(wizardActions(), m_draft, m_window.get());
  connect(m_wizard.get(), &QDialog::finished, this, [this](int result) {
    if (result == QDialog::Accepted || m_workspace) { // closed by hand is answered; only a crash asks again
      m_draft.step = 0;
      saveDraft(*m_settings, m_draft);
    }
    m_wizard.release()->deleteLater();
    if (m_workspace && !m_window)
      showWindow();
    else if (!m_workspace)
      m_app.quit();
    else
      m_engine->reload();
  });
  m_wizard->show();
}

WizardActions Desktop::wizardActions()
{
  WizardActions actions;
  actions.setLanguage = [this](const QString& language) { chooseLanguage(language); };
  actions.setTheme = [this](ThemeMode mode) { chooseTheme(mode); };
  actions.keep = [this](const WizardDraft& draft) {
    m_draft = draft;
    saveDraft(*m_settings, draft);
    if (!draft.backupFolder.isEmpty())
      m_settings->set(settings::kBackupFolder, draft.backupFolder);
  };
  actions.keychainAvailable = [] { return QtConcurrent::run(keychainAvailable); };
  actions.hasWorkspace = [this] { return m_workspace != nullptr; };
  actions.createWorkspace = [this](const WizardDraft& draft, Protection protection, const QByteArray& passphrase) {
    return createWorkspace(draft, protection, passphrase);
  };
  actions.startSimulatedShop = [this] { return startSimulatedShop(); };
  actions.accountActions = [this] { return accountActions(*m_database, *m_engine, m_vault, systemNow); };
  return actions;
}

QFuture<Result<void>> Desktop::createWorkspace(const WizardDraft& draft, Protection protection,
                                               const QByteArray& passphrase)
{
  auto promise = std::make_shared<QPromise<Result<void>>>();
  promise->start();
  const auto make = [profile = m_options.profile, info = infoOf(draft), protection,
                     passphrase]() -> Result<std::shared_ptr<Vault>> {
    SC_TRY_ASSIGN(workspace, Workspace::create(profile, info, protection, passphrase));
    return workspace->openVault(passphrase);
  };
  deliver(QtConcurrent::run(make), this, [this, promise](Result<std::shared_ptr<Vault>> vault) {
    Result<void> opened = vault ? openWorkspace() : Result<void>(fail(vault.error()));
    if (opened)
      startEngine(std::move(*vault));
    promise->addResult(std::move(opened));
    promise->finish();
  });
  return promise->future();
}

Result<void> Desktop::makeSimulatedWorkspace()
{
  WizardDraft draft;
  draft.shopName = QCoreApplication::translate("desktop", "Simulated shop");
  SC_TRY(Workspace::create(m_options.profile, infoOf(draft), Protection::Passphrase, kSimulatedPassphrase));
  return {};
}

QFuture<Result<void>> Desktop::startSimulatedShop()
{
  auto promise = std::make_shared<QPromise<Result<void>>>();
  promise->start();
  SimulatedShop::Options world;
  world.program = m_options.sandbox;
  world.ordersPerMinute = 30;
  world.orders = 2000;
  m_simulated = std::make_unique<SimulatedShop>(world);
  connect(m_simulated.get(), &SimulatedShop::ready, this, [this, promise](const SimulatedWorld& offered) {
    if (m_window)
      m_window->setSimulatedShopDown(false);
    auto adopted = m_database->write([offered, vault = m_vault](Connection& c, ChangeSet& changes) {
      changes.settings = true;
      return adoptSimulatedWorld(c, *vault, offered, systemNow());
    });
    deliver(adopted, this, [this, promise](Result<void> result) {
      m_engine->reload();
      promise->addResult(std::move(result));
      promise->finish();
    });
  });
  connect(m_simulated.get(), &SimulatedShop::failed, this, [this, promise](const Error& error) {
    std::fprintf(stderr, "%s\n", qPrintable(error.detail));
    if (m_window)
      m_window->setSimulatedShopDown(true);
    if (!promise->future().isFinished()) {
      promise->addResult(Result<void>(fail(error)));
      promise->finish();
    }
  });
  m_simulated->start();
  return promise->future();
}

} // namespace supercargo
