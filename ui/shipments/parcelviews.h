#pragma once

#include "core/db/database.h"
#include "core/store/shipmentfilter.h"
#include "core/store/workspace.h"

#include <QTabBar>

namespace supercargo {

/// The tabs above the parcels: the built-in views, then those that a person keeps, each with its live count. Kept ones
/// are renamed and deleted by key or context menu.
class ParcelViews : public QTabBar {
  Q_OBJECT
public:
  ParcelViews(Database& db, Clock clock, QWidget* parent = nullptr);

  void reload();
  void recount();
  void showFilter(const ShipmentFilter& filter);
  void keep(const QString& filter); ///< asks for a name
  void rename();
  void remove(); ///< asks first

Q_SIGNALS:
  void chosen(const QString& filter);
  void told(const QString& sentence);

protected:
  void changeEvent(QEvent* event) override;
  void contextMenuEvent(QContextMenuEvent* event) override;

private:
  void take(std::vector<SavedView> saved);
  void askName(const SavedView& view);
  void write(std::function<Result<void>(Connection&)> change, const QString& sentence);
  QString titleOf(int index) const;
  bool isKept(int index) const;
  void retranslate();

  Database& m_db;
  Clock m_clock;
  std::vector<SavedView> m_views;
  std::vector<qint64> m_counts;
  ShipmentFilter m_shown;
  int m_request = 0;
  bool m_quiet = false;
};

} // namespace supercargo
