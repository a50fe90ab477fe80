#pragma once

#include "ui/maps/mapexport.h"
#include "ui/maps/mapview.h"

#include <QWidget>

class QLineEdit;
class QListWidget;
class QMenu;
class QToolButton;

namespace supercargo {

/// A map with what a person needs around it: a place to search, zoom, everything, a box to choose in, routes, export
/// and print. GUI thread.
class MapPanel : public QWidget {
  Q_OBJECT
public:
  explicit MapPanel(QWidget* parent = nullptr);

  MapView* view() const { return m_view; }
  void setGeocoder(std::shared_ptr<const Geocoder> geocoder);
  void focusSearch();
  void search(const QString& text); ///< as if it were typed

Q_SIGNALS:
  void replayToggled(bool on);
  void routesToggled(bool on);
  void told(const QString& sentence); ///< how an export ended

protected:
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  QToolButton* addButton(const QString& icon, bool checkable);
  void build();
  void showMatches(const QString& text);
  void goTo(int row);
  void placeList();
  void exportMap(const QString& ending);
  void print();
  MapPicture picture() const;
  void retranslate();

  MapView* m_view;
  QLineEdit* m_search;
  QListWidget* m_matches;
  QWidget* m_bar;
  QToolButton *m_closer, *m_farther, *m_whole, *m_box, *m_routes, *m_replay, *m_export;
  QMenu* m_menu;
  QAction *m_png, *m_pdf, *m_print;
  std::shared_ptr<const Geocoder> m_geocoder;
  std::vector<FoundPlace> m_found;
};

} // namespace supercargo
