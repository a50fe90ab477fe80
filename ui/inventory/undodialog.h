#pragma once

#include "core/store/catalogue.h"
#include "ui/inventory/shortdialog.h"

#include <QTimeZone>

class QLineEdit;

namespace supercargo {

/// Asks why a movement is taken back, and says what that does.
class UndoDialog : public ShortDialog {
  Q_OBJECT
public:
  UndoDialog(const StockMovement& movement, const QTimeZone& zone, QWidget* parent = nullptr);
  QString reason() const;

private:
  QLineEdit* m_reason;
};

} // namespace supercargo
