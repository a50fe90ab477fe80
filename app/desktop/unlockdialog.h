#pragma once

#include "core/security/vault.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace supercargo {

/// Asks for the passphrase of the vault, or tells that the keychain does not give its key. It says what was entered and
/// shows why it was refused; the owner decides.
class UnlockDialog : public QDialog {
  Q_OBJECT
public:
  explicit UnlockDialog(Protection protection, QWidget* parent = nullptr);
  Protection protection() const { return m_protection; }
  void showError(const QString& sentence); ///< what was asked of the owner failed; it can be tried again
  void rest();                             ///< what was asked of the owner is done; it can be tried again

Q_SIGNALS:
  void entered(const QByteArray& passphrase); ///< empty with a keychain: it is to be asked again
  void newVaultRequested();                   ///< passphrase or key is lost
  void givenUp();

private:
  void enter();
  void wait();

  Protection m_protection;
  QLineEdit* m_passphrase = nullptr; ///< only there for a passphrase
  QLabel* m_error;
  QPushButton *m_open = nullptr, *m_lost = nullptr;
};

} // namespace supercargo
