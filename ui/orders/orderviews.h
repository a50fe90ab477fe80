#pragma once

#include "core/db/database.h"
#include "core/store/filtertext.h"
#include "core/store/workspace.h"

#include <QTabBar>

#include <functional>

namespace supercargo {

/// The tabs above the orders: the built-in views, then those that a person keeps, each with its live count. Kept ones
/// can be named, renamed, moved among themselves and deleted, by key or context menu.
class OrderViews : public QTabBar {
  Q_OBJECT
public:
  /// `understand` reads a view's filter text.
  OrderViews(Database& db, std::function<OrderFilter(const QString& text)> understand, QWidget* parent = nullptr);

  void reload();
  void recount();
  /// The tab that stands for this filter becomes the current one; the first when none does.
  void showFilter(OrderFilter filter);
  void keep(const QString& filter); ///< asks for a name
  void rename();
  void remove();
  void moveCurrent(int by);
  void step(int by);
  bool isKept(int index) const;

Q_SIGNALS:
  void chosen(const QString& filter);
  void told(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

private:
  void take(std::vector<SavedView> saved);
  void storeOrder();
  void askName(const QString& title, const QString& name, std::function<void(const QString&)> named);
  void store(const SavedView& view, const QString& sentence);
  void write(std::function<Result<void>(Connection&)> change, const QString& sentence);
  QString titleOf(int index) const;
  void retranslate();

  Database& m_db;
  std::function<OrderFilter(const QString&)> m_understand;
  std::vector<SavedView> m_views; ///< in the order of the tabs; id 0: built in
  std::vector<qint64> m_counts;
  OrderFilter m_shown;
  int m_request = 0;
  bool m_quiet = false; ///< tabs are being set, not chosen
};

} // namespace supercargo
