#pragma once

#include "ui/pages.h"

#include <QMainWindow>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace supercargo {

class Palette;
class SideBar;
class SyncState;
class TaskIndicator;
struct PaletteEntry;

/// The frame around the pages: side bar, search, banner of the simulated shop, status bar, and the actions that work
/// everywhere. Pages are made when first shown.
class MainWindow : public QMainWindow {
  Q_OBJECT
public:
  /// `context.actions` is filled in here. `context.actions.showWizard` may be given by the caller.
  explicit MainWindow(PageContext context);
  ~MainWindow() override;

  int pageCount() const { return int(m_pages.size()); }
  QString pageId(int index) const;
  Page* page(int index); ///< made if it is not there yet
  int currentPage() const;
  void showPage(int index);
  /// "inventory", or with what is to be shown there "inventory:alerts" (Page::open).
  void open(const QString& place);
  void setLanguage(const QString& language);
  void setTheme(ThemeMode mode);
  void setTextScale(double scale);
  void openPalette();
  /// The banner says that the simulated shop has stopped and offers to start it again.
  void setSimulatedShopDown(bool down);

Q_SIGNALS:
  void languageChosen(const QString& language);
  void themeChosen(supercargo::ThemeMode mode);
  void textScaleChosen(double scale);
  void simulatedShopRequested();
  void quitRequested(); ///< the program is to end, tray or not

protected:
  void changeEvent(QEvent* event) override;
  void closeEvent(QCloseEvent* event) override;
  void wheelEvent(QWheelEvent* event) override;

private:
  void buildFrame();
  void addWindowActions();
  void fillAppActions();
  void followSync();
  void retranslate();
  void restoreState();
  void saveSession();
  int indexOf(const QString& page) const;
  void openOn(const QString& page, const QString& what);
  std::vector<PaletteEntry> paletteEntries();

  PageContext m_context;
  SideBar* m_sideBar;
  QStackedWidget* m_stack;
  QLabel* m_title;
  QPushButton* m_search;
  QFrame* m_banner;
  QLabel* m_bannerText;
  QPushButton* m_bannerButton;
  SyncState* m_syncState;
  TaskIndicator* m_tasks;
  Palette* m_palette;
  QList<QPointer<Page>> m_pages;
  bool m_shopDown = false;
};

} // namespace supercargo
