#pragma once

#include "core/security/vault.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QRadioButton;

namespace supercargo {

/// Asks how secrets are to be kept: by the system's keychain, or under a passphrase that is typed twice. The owner
/// looks for a keychain and acts.
class ProtectionChoice : public QWidget {
  Q_OBJECT
public:
  struct Chosen {
    Protection protection = Protection::Passphrase;
    QByteArray passphrase; ///< empty with the keychain
  };

  explicit ProtectionChoice(QWidget* parent = nullptr);

  /// Until it is called, the keychain cannot be chosen and is said to be looked for.
  void setKeychain(bool available);
  /// nullopt when what was typed will not do; then it says why and the focus is there.
  std::optional<Chosen> chosen();
  void showError(const Error& error); ///< why the key could not be kept
  void takeFocus();
  void forget(); ///< what was typed

protected:
  void changeEvent(QEvent* event) override;

private:
  void say(const QString& fault, const QString& detail = {});
  void refresh();
  void retranslate();

  std::optional<bool> m_available;
  QRadioButton *m_keychain = nullptr, *m_passphrase = nullptr;
  QLabel *m_keychainNote = nullptr, *m_firstLabel = nullptr, *m_againLabel = nullptr, *m_strength = nullptr,
         *m_warning = nullptr, *m_error = nullptr;
  QLineEdit *m_first = nullptr, *m_again = nullptr;
  QWidget* m_box = nullptr;
};

} // namespace supercargo
