#pragma once

#include "core/db/database.h"
#include "core/security/vault.h"
#include "core/store/workspace.h"
#include "core/sync/engine.h"
#include "ui/theme/theme.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <span>

namespace supercargo {

class PictureFetcher;
class Settings;
class Task;

/// What a page may ask of the window around it. All are set; call them in the GUI thread.
struct AppActions {
  std::function<void(const QString& page)> showPage;
  std::function<void(const QString& filterText)>
      showOrders; ///< the Orders page with this filter (core/store/filtertext.h)
  std::function<void(OrderId)> showOrder;
  std::function<void(CallId)> showCall; ///< the flight recorder at this call
  std::function<Task*(const QString& title)>
      beginTask; ///< shown in the status bar until Task::finish (ui/mainwindow/task.h)
  std::function<void(const QString& sentence)> notify;      ///< a short message that goes by itself
  std::function<void(const QString& language)> setLanguage; ///< "en", "zh_CN": at once and for good
  std::function<void(ThemeMode)> setTheme;
  std::function<void(double)> setTextScale;
  std::function<void()> showWizard;                                 ///< connect an account or finish the first run
  std::function<QFuture<Result<void>>(const QString& file)> backUp; ///< a copy of the workspace; may be missing
};

/// Where the look of the window is remembered (columns, splitters, the last filter): bytes by key, empty when there are
/// none.
struct UiState {
  std::function<QByteArray(const QString& key)> load;
  std::function<void(const QString& key, const QByteArray& bytes)> save;
};

/// What a page is given; all outlive it.
struct PageContext {
  Database& db;
  SyncEngine& engine;
  std::shared_ptr<Vault> vault;
  Clock clock;
  WorkspaceInfo workspace;
  AppActions actions;
  UiState state;
  Settings* settings = nullptr;       ///< what the person chose on this machine; null only where nothing is kept
  QString logFile = {};               ///< where the program writes what it did; empty: nowhere
  PictureFetcher* pictures = nullptr; ///< of products; null: none are shown
};

/// A page of the side bar. It builds its widgets in the constructor and reads its data when first shown.
class Page : public QWidget {
  Q_OBJECT
public:
  using QWidget::QWidget;

  /// Shown or chosen again: put the focus where work starts.
  virtual void activate() { setFocus(); }
  /// The window closes: save what should be there again next time, through PageContext::state.
  virtual void saveState() {}
  /// Something another part asks to be shown here; its meaning is the page's ("call:12", "order:3", a filter).
  virtual void open(const QString& /*what*/) {}
  /// Further states that `--screenshots` should take, beyond the first: names, and how to get there.
  virtual QStringList screenshotStates() const { return {}; }
  virtual void showScreenshotState(const QString& /*state*/) {}
};

/// One row of the table of pages: the side bar, Ctrl+1 … Ctrl+9 and the palette are made from it, in this order.
struct PageInfo {
  const char* id;    ///< "orders"
  const char* title; ///< English source, translated in context "pages"
  const char* icon;
  std::function<Page*(const PageContext&)> make;
};

std::span<const PageInfo> pageTable();
QString pageTitle(const PageInfo& page); ///< translated

} // namespace supercargo
