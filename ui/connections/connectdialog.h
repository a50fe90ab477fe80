#pragma once

#include "ui/accounts/accountform.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace supercargo {

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

/// Changes an account that is there: its secrets, or all the rest. What was typed is checked before it is stored.
class AccountDialog : public QDialog {
  Q_OBJECT
public:
  using Save = std::function<QFuture<Result<void>>(const AccountDraft&)>; ///< checks, then stores
  AccountDialog(const AccountRow& account, const Provider& provider, AccountForm::Purpose purpose, Save save,
                QWidget* parent = nullptr);
  AccountForm* form() const { return m_form; }

protected:
  void changeEvent(QEvent* event) override;

private:
  void save();
  void retranslate();

  QString m_account;
  bool m_renews; ///< the secrets
  Save m_storing;
  AccountForm* m_form = nullptr;
  QLabel *m_title = nullptr, *m_note = nullptr;
  QPushButton *m_cancel = nullptr, *m_save = nullptr;
};

} // namespace supercargo
