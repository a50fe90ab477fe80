#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;
class QRadioButton;

namespace supercargo {

/// Asks how an action ended whose outcome the provider does not tell, and for the number that it led to.
class SettleDialog : public QDialog {
  Q_OBJECT
public:
  SettleDialog(const QString& deed, bool needsNumber, QWidget* parent = nullptr);
  QRadioButton* happened() const { return m_happened; }
  QRadioButton* didNotHappen() const { return m_didNotHappen; }
  QLineEdit* number() const { return m_number; }

Q_SIGNALS:
  void settled(bool happened, const QString& number);

private:
  void showChoice();

  bool m_needsNumber;
  QRadioButton *m_happened = nullptr, *m_didNotHappen = nullptr;
  QLineEdit* m_number = nullptr;
  QPushButton* m_yes = nullptr;
};

} // namespace supercargo
