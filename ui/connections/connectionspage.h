#pragma once

#include "ui/accounts/accountdraft.h"
#include "ui/connections/accountcard.h"
#include "ui/pages.h"

#include <QHash>
#include <QTimer>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabWidget;

namespace supercargo {

class AccountsPanel;
class CallsPanel;
class FailuresPanel;

/// Accounts and how they do, every call to them, and the records that could not be understood.
class ConnectionsPage : public Page {
  Q_OBJECT
public:
  explicit ConnectionsPage(const PageContext& context);
  void activate() override;
  void open(const QString& what) override; ///< "call:12", "account:3", "failures", "add"
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
    std::vector<SyncFailure> failures;
  };
  static Result<Reading> read(Connection& c, Instant now);

  QWidget* makeHead();
  QWidget* makeEmpty();
  void wire(AccountCard* card);
  void refresh();
  void scheduleRefresh();
  void show(Reading reading);
  void showCards();
  void add();
  void check(AccountId account);
  void pause(AccountId account, bool pause);
  void renew(AccountId account);
  void remove(AccountId account);
  void changed(const Result<void>& result);
  QFuture<Result<void>> checkedRenewal(AccountId account, const Secrets& secrets);
  const AccountRow* row(AccountId account) const;
  void retranslate();

  PageContext m_context;
  AccountActions m_actions;
  QTimer m_refreshLater, m_ticking;
  bool m_reading = false, m_again = false;
  Reading m_data;
  QHash<qint64, QString> m_busy;

  QLabel *m_asOf = nullptr, *m_error = nullptr, *m_emptyTitle = nullptr, *m_emptyText = nullptr;
  QPushButton *m_add = nullptr, *m_emptyAdd = nullptr, *m_retry = nullptr;
  QWidget* m_errorBox = nullptr;
  QTabWidget* m_tabs = nullptr;
  QStackedWidget* m_accountsStack = nullptr;
  AccountsPanel* m_accounts = nullptr;
  CallsPanel* m_calls = nullptr;
  FailuresPanel* m_failures = nullptr;
  std::optional<Instant> m_readAt;
};

} // namespace supercargo
