#pragma once

#include <QDialog>

class QLineEdit;

namespace supercargo {

/// Asks why records that were not understood may be forgotten. Without a reason there is no way on.
class ReasonDialog : public QDialog {
  Q_OBJECT
public:
  explicit ReasonDialog(qint64 records, QWidget* parent = nullptr);
  QLineEdit* reason() const { return m_reason; }

Q_SIGNALS:
  void given(const QString& reason);

private:
  QLineEdit* m_reason = nullptr;
};

} // namespace supercargo
