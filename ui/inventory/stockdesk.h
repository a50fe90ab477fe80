#pragma once

#include "core/stock/stocklist.h"
#include "core/stock/work.h"
#include "ui/inventory/movedialog.h"
#include "ui/pages.h"

#include <QDialog>
#include <QTimeZone>

#include <vector>

class QMenu;

namespace supercargo {

enum class StockTask {
  Adjust,
  Receive,
  Scrap,
  Send,
  Arrive,
  Count,
  Block,
  Unblock,
  Hold,
  Holds,
  Labels,
  Cost,
  Weight,
  Parts,
  Links,
  Past,
  Opening,
  Limits
};

/// What a person does with stock: opens the dialog of a task over the chosen rows, writes what was decided and says so.
class StockDesk : public QObject {
  Q_OBJECT
public:
  StockDesk(const PageContext& context, const QTimeZone& zone, QWidget* page);

  void setWarehouses(const QStringList& names) { m_warehouses = names; }
  /// `text` is what is searched for when nothing is chosen.
  void start(StockTask task, const std::vector<StockListRow>& chosen, const QString& text);
  void openFile(const QString& path); ///< opening stock
  void undo(const StockMovement& movement);
  /// Words and order of the tasks; each action's data is its StockTask.
  static void fill(QMenu& menu);

private:
  using Write = std::function<Result<void>(Connection&, ChangeSet&)>;

  void adjust(const StockListRow& row);
  void receive(const StockListRow& row);
  void scrap(const StockListRow& row);
  void send(const StockListRow& row);
  void arrive();
  void count(const QStringList& skus);
  void block(const StockListRow& row);
  void unblock(const StockListRow& row);
  void hold(const StockListRow& row);
  void showHolds();
  void printLabels(const QStringList& skus);
  void cost(const StockListRow& row);
  void weight(const StockListRow& row);
  void parts(const StockListRow& row);
  void limits();
  void chooseFile();
  void write(const Write& what, const QString& sentence);
  /// Asks for pieces of this article, and hands over what was typed.
  void ask(StockMove move, const StockListRow& row, const std::function<void(const MoveWish&)>& then);
  /// Shows the dialog, forgets it when it closes, and calls `then` when it was accepted.
  template <class Dialog, class Then>
  void open(Dialog* dialog, Then then)
  {
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, then);
    dialog->open();
  }
  QDate today() const;

  PageContext m_context;
  QTimeZone m_zone;
  QWidget* m_page;
  QStringList m_warehouses;
};

} // namespace supercargo
