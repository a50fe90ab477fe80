#include "ui/actions/actions.h"

#include "ui/theme/icon.h"

#include <QCoreApplication>
#include <QEvent>
#include <QWidget>

#include <array>

namespace supercargo {
namespace {

constexpr std::array kTable = {
    ActionInfo{CommandId::ShowPalette, "window.palette", "window", QT_TRANSLATE_NOOP("actions", "Search and commands…"),
               "search", "Ctrl+K"},
    ActionInfo{CommandId::ShowShortcuts, "window.shortcuts", "window",
               QT_TRANSLATE_NOOP("actions", "Keyboard shortcuts"), "keyboard", "Ctrl+/, F1"},
    ActionInfo{CommandId::SearchOrders, "window.searchOrders", "window", QT_TRANSLATE_NOOP("actions", "Search orders"),
               "receipt", "Ctrl+Shift+F"},
    ActionInfo{CommandId::LargerText, "window.largerText", "window", QT_TRANSLATE_NOOP("actions", "Larger text"),
               "type", "Ctrl++, Ctrl+="},
    ActionInfo{CommandId::SmallerText, "window.smallerText", "window", QT_TRANSLATE_NOOP("actions", "Smaller text"),
               "type", "Ctrl+-"},
    ActionInfo{CommandId::NormalText, "window.normalText", "window", QT_TRANSLATE_NOOP("actions", "Normal text size"),
               "type", "Ctrl+0"},
    ActionInfo{CommandId::SwitchTheme, "window.theme", "window",
               QT_TRANSLATE_NOOP("actions", "Switch between light and dark"), "moon", "Ctrl+Shift+L"},
    ActionInfo{CommandId::SwitchLanguage, "window.language", "window",
               QT_TRANSLATE_NOOP("actions", "Switch between English and Chinese"), "languages", ""},
    ActionInfo{CommandId::SyncNow, "window.sync", "window", QT_TRANSLATE_NOOP("actions", "Sync all accounts now"),
               "refresh-cw", "Ctrl+Shift+R"},
    ActionInfo{CommandId::ShowTasks, "window.tasks", "window", QT_TRANSLATE_NOOP("actions", "Show running tasks"),
               "activity", "Ctrl+Shift+T"},
    ActionInfo{CommandId::ShowPrintQueue, "window.printQueue", "window",
               QT_TRANSLATE_NOOP("actions", "Show the print queue…"), "printer", "Ctrl+Shift+P"},
    ActionInfo{CommandId::Quit, "window.quit", "window", QT_TRANSLATE_NOOP("actions", "Quit"), "x", "Ctrl+Q"},

    ActionInfo{CommandId::ListNext, "list.next", "list", QT_TRANSLATE_NOOP("actions", "Next row"), "arrow-down", "J"},
    ActionInfo{CommandId::ListPrevious, "list.previous", "list", QT_TRANSLATE_NOOP("actions", "Previous row"),
               "arrow-up", "K"},
    ActionInfo{CommandId::ListOpen, "list.open", "list", QT_TRANSLATE_NOOP("actions", "Open details"), "panel-right",
               "Return, Enter"},
    ActionInfo{CommandId::ListClose, "list.close", "list", QT_TRANSLATE_NOOP("actions", "Back to the list"),
               "chevron-left", "Esc"},
    ActionInfo{CommandId::ListCopy, "list.copy", "list", QT_TRANSLATE_NOOP("actions", "Copy cells"), "copy", "Ctrl+C"},
    ActionInfo{CommandId::ListColumns, "list.columns", "list", QT_TRANSLATE_NOOP("actions", "Choose columns…"),
               "columns-3", "C"},
    ActionInfo{CommandId::ListRefresh, "list.refresh", "list", QT_TRANSLATE_NOOP("actions", "Read the list again"),
               "refresh-cw", "F5"},
    ActionInfo{CommandId::ListFilter, "list.filter", "list", QT_TRANSLATE_NOOP("actions", "Go to the filter"),
               "list-filter", "F"},
    ActionInfo{CommandId::ListSearch, "list.search", "list", QT_TRANSLATE_NOOP("actions", "Search in the list"),
               "search", "/"},
    ActionInfo{CommandId::ListPreview, "list.preview", "list", QT_TRANSLATE_NOOP("actions", "Show or hide the details"),
               "panel-right", "Space"},

    ActionInfo{CommandId::OrdersSaveView, "orders.saveView", "orders",
               QT_TRANSLATE_NOOP("actions", "Save the filter as a view…"), "bookmark", "Ctrl+S"},
    ActionInfo{CommandId::OrdersRenameView, "orders.renameView", "orders",
               QT_TRANSLATE_NOOP("actions", "Rename this view…"), "pencil", "F2"},
    ActionInfo{CommandId::OrdersMoveViewLeft, "orders.moveViewLeft", "orders",
               QT_TRANSLATE_NOOP("actions", "Move this view left"), "chevron-left", "Ctrl+Shift+Left"},
    ActionInfo{CommandId::OrdersMoveViewRight, "orders.moveViewRight", "orders",
               QT_TRANSLATE_NOOP("actions", "Move this view right"), "chevron-right", "Ctrl+Shift+Right"},
    ActionInfo{CommandId::OrdersDeleteView, "orders.deleteView", "orders",
               QT_TRANSLATE_NOOP("actions", "Delete this view"), "trash-2", "Ctrl+Shift+Del"},
    ActionInfo{CommandId::OrdersClearFilter, "orders.clearFilter", "orders",
               QT_TRANSLATE_NOOP("actions", "Clear the filter"), "x", "Ctrl+Backspace"},
    ActionInfo{CommandId::OrdersReveal, "orders.reveal", "orders",
               QT_TRANSLATE_NOOP("actions", "Show or hide the buyer's name and address"), "eye", "R"},
    ActionInfo{CommandId::OrdersCopyNumber, "orders.copyNumber", "orders",
               QT_TRANSLATE_NOOP("actions", "Copy the order number"), "copy", "Ctrl+Shift+C"},
    ActionInfo{CommandId::OrdersNextView, "orders.nextView", "orders", QT_TRANSLATE_NOOP("actions", "Next view"),
               "chevron-right", "]"},
    ActionInfo{CommandId::OrdersPreviousView, "orders.previousView", "orders",
               QT_TRANSLATE_NOOP("actions", "Previous view"), "chevron-left", "["},
    ActionInfo{CommandId::OrdersBook, "orders.book", "orders",
               QT_TRANSLATE_NOOP("actions", "Book parcels for the chosen orders…"), "truck", "B"},
    ActionInfo{CommandId::OrdersPack, "orders.pack", "orders", QT_TRANSLATE_NOOP("actions", "Scan and pack…"),
               "scan-barcode", "P"},
    ActionInfo{CommandId::OrdersPrintLabels, "orders.printLabels", "orders",
               QT_TRANSLATE_NOOP("actions", "Print the labels of the chosen orders"), "printer", "Ctrl+P"},
    ActionInfo{CommandId::OrdersPrintSlips, "orders.printSlips", "orders",
               QT_TRANSLATE_NOOP("actions", "Print packing slips of the chosen orders"), "file-text", "Shift+P"},
    ActionInfo{CommandId::OrdersPickList, "orders.pickList", "orders",
               QT_TRANSLATE_NOOP("actions", "Pick list of the chosen orders…"), "clipboard-check", "L"},
    ActionInfo{CommandId::OrdersApprove, "orders.approve", "orders",
               QT_TRANSLATE_NOOP("actions", "Approve the chosen orders for shipping…"), "circle-check", "A"},
    ActionInfo{CommandId::OrdersMerge, "orders.merge", "orders",
               QT_TRANSLATE_NOOP("actions", "Merge the chosen orders into one parcel…"), "package", "M"},
    ActionInfo{CommandId::OrdersSplit, "orders.split", "orders",
               QT_TRANSLATE_NOOP("actions", "Split the order into parcels…"), "package-open", "S"},
    ActionInfo{CommandId::OrdersUndoPlan, "orders.undoPlan", "orders",
               QT_TRANSLATE_NOOP("actions", "Undo merge or split…"), "undo-2", "U"},

    ActionInfo{CommandId::ConnectionsAdd, "connections.add", "connections",
               QT_TRANSLATE_NOOP("actions", "Connect an account…"), "plus", "Ctrl+N"},
    ActionInfo{CommandId::ConnectionsCheck, "connections.check", "connections",
               QT_TRANSLATE_NOOP("actions", "Check this account"), "circle-check", "Ctrl+T"},
    ActionInfo{CommandId::ConnectionsPause, "connections.pause", "connections",
               QT_TRANSLATE_NOOP("actions", "Pause or resume this account"), "pause", "Ctrl+P"},
    ActionInfo{CommandId::ConnectionsRetry, "connections.retry", "connections",
               QT_TRANSLATE_NOOP("actions", "Try again now"), "rotate-ccw", "Ctrl+R"},

    ActionInfo{CommandId::OverviewRefresh, "overview.refresh", "overview",
               QT_TRANSLATE_NOOP("actions", "Read the overview again"), "refresh-cw", "F5"},
};

constexpr bool inOrder()
{
  for (size_t i = 0; i < kTable.size(); ++i)
    if (size_t(kTable[i].id) != i)
      return false;
  return true;
}
static_assert(inOrder(), "kTable follows CommandId");

/// Keeps an action's words in the language of the moment.
class Retranslation : public QObject {
public:
  Retranslation(QAction* action, CommandId id) : QObject(action), m_action(action), m_id(id) {}
  bool eventFilter(QObject*, QEvent* event) override
  {
    if (event->type() == QEvent::LanguageChange)
      m_action->setText(actionText(m_id));
    return false;
  }

private:
  QAction* m_action;
  CommandId m_id;
};

} // namespace

std::span<const ActionInfo> actionTable()
{
  return kTable;
}

const ActionInfo& actionInfo(CommandId id)
{
  return kTable[size_t(id)];
}

QString actionText(CommandId id)
{
  return QCoreApplication::translate("actions", actionInfo(id).text);
}

QList<QKeySequence> actionShortcuts(CommandId id)
{
  return QKeySequence::listFromString(
      QString::fromLatin1(actionInfo(id).shortcut).replace(QStringLiteral(", "), QStringLiteral("; ")),
      QKeySequence::PortableText);
}

QAction* bindAction(QWidget* owner, CommandId id, std::function<void()> run)
{
  const ActionInfo& info = actionInfo(id);
  auto* action = new QAction(themedIcon(QString::fromLatin1(info.icon)), actionText(id), owner);
  action->setObjectName(QString::fromLatin1(info.key));
  action->setShortcuts(actionShortcuts(id));
  const bool everywhere = qstrcmp(info.scope, "window") == 0;
  action->setShortcutContext(everywhere ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
  QObject::connect(action, &QAction::triggered, owner, std::move(run));
  owner->addAction(action);
  owner->installEventFilter(new Retranslation(action, id));
  return action;
}

} // namespace supercargo
