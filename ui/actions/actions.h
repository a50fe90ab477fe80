#pragma once

#include <QAction>
#include <QKeySequence>
#include <QString>

#include <functional>
#include <span>

/// Every action of the application, in one table: text, icon, keys. The palette, the shortcut sheet and the check for
/// conflicts read it; an action that is not in the table cannot be made.
namespace supercargo {

enum class CommandId {
  ShowPalette,
  ShowShortcuts,
  SearchOrders,
  LargerText,
  SmallerText,
  NormalText,
  SwitchTheme,
  SwitchLanguage,
  SyncNow,
  ShowTasks,
  ShowPrintQueue,
  Quit,
  ListNext,
  ListPrevious,
  ListOpen,
  ListClose,
  ListCopy,
  ListColumns,
  ListRefresh,
  ListFilter,
  ListSearch,
  ListPreview,
  OrdersSaveView,
  OrdersRenameView,
  OrdersMoveViewLeft,
  OrdersMoveViewRight,
  OrdersDeleteView,
  OrdersClearFilter,
  OrdersReveal,
  OrdersCopyNumber,
  OrdersNextView,
  OrdersPreviousView,
  OrdersBook,
  OrdersPack,
  OrdersPrintLabels,
  OrdersPrintSlips,
  OrdersPickList,
  OrdersApprove,
  OrdersMerge,
  OrdersSplit,
  OrdersUndoPlan,
  ConnectionsAdd,
  ConnectionsCheck,
  ConnectionsPause,
  ConnectionsRetry,
  OverviewRefresh
};

struct ActionInfo {
  CommandId id;
  const char* key;   ///< stable, for settings and tests: "orders.reveal"
  const char* scope; ///< "window", "list" (any page with a list), or a page's id
  const char* text;  ///< English source, translated in context "actions"
  const char* icon;
  const char* shortcut; ///< portable text; several separated by ", "; empty: none
};

std::span<const ActionInfo> actionTable();
const ActionInfo& actionInfo(CommandId id);
QString actionText(CommandId id); ///< translated
QList<QKeySequence> actionShortcuts(CommandId id);

/// Makes the action, adds it to `owner` and runs `run` when it is triggered. Window actions work in the whole window,
/// others while `owner` or a child of it has the focus. Its text follows the language by itself.
QAction* bindAction(QWidget* owner, CommandId id, std::function<void()> run);

} // namespace supercargo
