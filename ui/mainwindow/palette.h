#pragma once

#include "core/db/database.h"
#include "core/store/orders.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QLineEdit;
class QListWidget;
class QLabel;

namespace supercargo {

/// One thing the palette can do.
struct PaletteEntry {
  QString icon, title, hint; ///< hint: keys, or what kind of thing it is
  std::function<void()> run;
};

/// Ctrl+K: type to find pages, actions and orders (by number, customer, title), choose by arrows and Enter. Lies over
/// its window and gives the focus back when it closes.
class Palette : public QFrame {
  Q_OBJECT
public:
  Palette(Database& db, QWidget* window);

  /// Shows it; `entries` are offered at once, orders are read while typing.
  void open(std::vector<PaletteEntry> entries, std::function<void(OrderId)> showOrder);

  /// Whether every word of `query` begins a word of `title` (or, for Chinese, stands in it).
  static bool matches(const QString& title, const QString& query);

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void changeEvent(QEvent* event) override;

private:
  void retranslate();
  void list();
  void readOrders();
  void runCurrent();
  void closePalette();
  void addRow(const PaletteEntry& entry);

  Database& m_db;
  QLineEdit* m_field;
  QListWidget* m_list;
  QLabel* m_nothing;
  QTimer m_debounce;
  std::vector<PaletteEntry> m_entries, m_shown;
  std::vector<OrderRow> m_orders;
  std::function<void(OrderId)> m_showOrder;
  QPointer<QWidget> m_before;
  int m_request = 0;
};

} // namespace supercargo
