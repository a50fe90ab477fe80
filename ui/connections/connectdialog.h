#pragma once

#include "ui/accounts/accountdraft.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace supercargo {

class AccountForm;
class ConnectPanel;

/// Connecting an account in a dialog of its own.
class ConnectDialog : public QDialog {
  Q_OBJECT
public:
  explicit ConnectDialog(AccountActions actions, QWidget* parent = nullptr);
  ConnectPanel* panel() const { return m_panel; }

Q_SIGNALS:
  void added(supercargo::AccountId account, const QString& name);

protected:
  void changeEvent(QEvent* event) override;

private:
  ConnectPanel* m_panel = nullptr;
};

/// New secrets for an account that is there: they are checked before they replace the old ones.
class RenewDialog : public QDialog {
  Q_OBJECT
public:
  using Renew = std::function<QFuture<Result<void>>(const Secrets&)>; ///< checks, then stores
  RenewDialog(const Provider& provider, const QString& account, Renew renew, QWidget* parent = nullptr);
  AccountForm* form() const { return m_form; }

protected:
  void changeEvent(QEvent* event) override;

private:
  void save();
  void retranslate();

  QString m_account;
  Renew m_renew;
  AccountForm* m_form = nullptr;
  QLabel *m_title = nullptr, *m_note = nullptr;
  QPushButton *m_cancel = nullptr, *m_save = nullptr;
};

} // namespace supercargo
