#pragma once

#include "core/stock/stocklist.h"
#include "ui/inventory/shortdialog.h"

#include <QTimeZone>

class QCheckBox;
class QComboBox;
class QDateEdit;
class QLineEdit;
class QSpinBox;

namespace supercargo {

enum class StockMove { Receive, Scrap, Send };

/// What was typed in.
struct MoveWish {
  qint64 quantity = 0;
  QString lot;
  QString why;                    ///< the reason; of a receipt its delivery note
  QString to;                     ///< Send: the other warehouse
  bool isBlocked = false;         ///< Scrap: goods that were set apart
  std::optional<Instant> expires; ///< Receive: of the lot
  std::optional<Money> cost;      ///< Receive: of a piece
};

/// Goods of one article come in, go to another warehouse, or leave as broken.
class MoveDialog : public ShortDialog {
  Q_OBJECT
public:
  MoveDialog(StockMove move, const StockListRow& row, const QStringList& warehouses, Currency currency,
             const QTimeZone& zone, QDate today, QWidget* parent = nullptr);
  MoveWish wish() const;

private:
  void addReceipt(QFormLayout* form, QDate today);
  void check();

  StockMove m_move;
  StockListRow m_row;
  Currency m_currency;
  QTimeZone m_zone;
  QSpinBox* m_quantity;
  QLineEdit *m_lot, *m_cost = nullptr;
  QComboBox *m_why, *m_to = nullptr;
  QCheckBox *m_blocked = nullptr, *m_expires = nullptr;
  QDateEdit* m_expiry = nullptr;
};

} // namespace supercargo
