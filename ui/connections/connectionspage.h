#pragma once

#include "core/store/changenotices.h"
#include "ui/accounts/accountdraft.h"
#include "ui/connections/accountcard.h"
#include "ui/connections/actionspanel.h"
#include "ui/connections/failurespanel.h"
#include "ui/pages.h"

#include <QHash>
#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace supercargo {

class AccountsPanel;
class AccountView;
class ApiDocumentPanel;
class CallsPanel;
class ChangesPanel;

/// Accounts and how they do, one account in full, every call to them, the records that could not be understood, what
/// providers changed, and the document of each API.
class ConnectionsPage : public Page {
  Q_OBJECT
public:
  explicit ConnectionsPage(const PageContext& context);
  void activate() override;
  void open(const QString& what)
      override; ///< "call:12", "account:3", "failures", "changes", "actions", "document:sf", "add", "import"
  QStringList screenshotStates() const override;
  void showScreenshotState(const QString& state) override;

protected:
  void changeEvent(QEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void hideEvent(QHideEvent* event) override;

private:
  struct Reading {
    std::vector<AccountRow> accounts;
    std::vector<StreamState> streams;
    std::vector<CallStats> stats;
    std::vector<FailureCause> causes;
    std::vector<SyncFailure> failures;
    std::vector<ChangeCause> changes;
    std::vector<ActionsPanel::Line> actions;
    qint64 failed() const;      ///< records in all causes
    qint64 needPersons() const; ///< actions that wait for somebody to settle them
  };
  static Result<std::vector<ActionsPanel::Line>> readActions(Connection& c);
  static Result<Reading> read(Connection& c, Instant now);

  void makeTabs();
  FailureActions failureActions();
  QWidget* makeHead();
  QWidget* makeEmpty();
  void wire(AccountCard* card);
  void wireView();
  void wireActions();
  void carryOut(std::function<Result<void>(Connection&, ChangeSet&)> deed);
  void showCallsOf(AccountId account, bool failedOnly);
  void showAccount(AccountId account);
  void showCardList();
  void showDocument(const QString& provider);
  void fetchFailed(AccountId account, Stream stream, const QStringList& externalIds);
  void dismissChanges(const std::vector<qint64>& notices);
  void importFile();
  void saveSupportBundle();
  void writeSupportBundle(const QString& file);
  void refresh();
  void scheduleRefresh();
  void show(Reading reading);
  void showCards();
  void add();
  void check(AccountId account);
  void pause(AccountId account, bool pause);
  void edit(AccountId account);
  void renew(AccountId account);
  void remove(AccountId account);
  void changed(const Result<void>& result);
  QFuture<Result<void>> checkedRenewal(AccountId account, const Secrets& secrets);
  QFuture<Result<void>> checkedEdit(AccountId account, const AccountDraft& edited);
  QFuture<Result<void>> checkedFirst(QFuture<Result<AccountDraft>> draft, std::function<QFuture<Result<void>>()> store);
  const AccountRow* row(AccountId account) const;
  void retranslate();

  PageContext m_context;
  AccountActions m_actions;
  QTimer m_refreshLater, m_ticking;
  bool m_reading = false, m_again = false;
  Reading m_data;
  QHash<qint64, QString> m_busy;

  QLabel *m_asOf = nullptr, *m_error = nullptr, *m_emptyTitle = nullptr, *m_emptyText = nullptr;
  QPushButton *m_add = nullptr, *m_emptyAdd = nullptr, *m_retry = nullptr, *m_support = nullptr, *m_import = nullptr;
  QWidget* m_errorBox = nullptr;
  QTabWidget* m_tabs = nullptr;
  QStackedWidget* m_accountsStack = nullptr;
  AccountsPanel* m_accounts = nullptr;
  AccountView* m_view = nullptr;
  CallsPanel* m_calls = nullptr;
  FailuresPanel* m_failures = nullptr;
  ChangesPanel* m_changes = nullptr;
  ActionsPanel* m_asked = nullptr;
  ApiDocumentPanel* m_documents = nullptr;
  std::optional<Instant> m_readAt;
};

} // namespace supercargo
