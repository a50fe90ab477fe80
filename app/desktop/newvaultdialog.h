#pragma once

#include "core/security/vault.h"

#include <QDialog>

class QPushButton;

namespace supercargo {

class ProtectionChoice;

/// Says what a new vault costs and asks how its key is kept. It says when that was confirmed, cannot be closed until it
/// was told how it went, and shows what failed; the owner acts.
class NewVaultDialog : public QDialog {
  Q_OBJECT
public:
  /// `accounts`: how many lose their credentials.
  explicit NewVaultDialog(qint64 accounts, QWidget* parent = nullptr);
  void setKeychain(bool available);
  void showError(const Error& error);

  void reject() override;

Q_SIGNALS:
  void confirmed(supercargo::Protection protection, const QByteArray& passphrase);

private:
  void confirm();
  void setBusy(bool busy);

  ProtectionChoice* m_choice;
  QPushButton *m_begin = nullptr, *m_cancel = nullptr;
  bool m_busy = false;
};

} // namespace supercargo
