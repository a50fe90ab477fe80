#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace supercargo {

/// Asks for the passphrase of the vault. It says when one was entered and shows why it was refused; the owner decides.
class UnlockDialog : public QDialog {
  Q_OBJECT
public:
  explicit UnlockDialog(QWidget* parent = nullptr);
  void showError(const QString& sentence);

Q_SIGNALS:
  void entered(const QByteArray& passphrase);
  void givenUp();

private:
  void enter();

  QLineEdit* m_passphrase;
  QLabel* m_error;
  QPushButton* m_open;
};

} // namespace supercargo
