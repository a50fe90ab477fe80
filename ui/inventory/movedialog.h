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

enum class StockMove { Receive, Scrap, Send, Block, Unblock, Hold };

/// What was typed in.
struct MoveWish {
  qint64 quantity = 0;
  QString lot;
  QString why;                  ///< the reason; of a receipt its delivery note
  QString to;                   ///< Send: the other warehouse
  bool isBlocked = false;       ///< Scrap: goods that were set apart
  std::optional<Instant> until; ///< Receive: when the lot expires; Hold: when it ends by itself
  std::optional<Money> cost;    ///< Receive: of a piece
};

/// Goods of one article come in, go to another warehouse, leave as broken, or are set apart and given free.
class MoveDialog : public ShortDialog {
  Q_OBJECT
public:
  MoveDialog(StockMove move, const StockListRow& row, const QStringList& warehouses, Currency currency,
             const QTimeZone& zone, QDate today, QWidget* parent = nullptr);
  MoveWish wish() const;

private:
  void addDate(QFormLayout* form, const QString& word, QDate proposed);
  void addCost(QFormLayout* form);
  void addReason(QFormLayout* form);
  qint64 most() const; ///< pieces that there are to move
  QString fault(const MoveWish& typed) const;
  void check();

  StockMove m_move;
  StockListRow m_row;
  Currency m_currency;
  QTimeZone m_zone;
  QSpinBox* m_quantity;
  QLineEdit *m_lot = nullptr, *m_cost = nullptr;
  QComboBox *m_why, *m_to = nullptr;
  QCheckBox *m_blocked = nullptr, *m_hasDate = nullptr;
  QDateEdit* m_date = nullptr;
};

} // namespace supercargo
