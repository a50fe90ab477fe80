#pragma once

#include "core/stock/counts.h"
#include "ui/inventory/shortdialog.h"
#include "ui/pages.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QSpinBox;

namespace supercargo {

/// A cycle count from its list to the ledger: begun, counted with a scanner or by typing, handed in, approved. In a
/// blind count nobody sees the book before everything is counted.
class CountDialog : public ShortDialog {
  Q_OBJECT
public:
  /// `skus`: what a new count is about; empty: what was counted longest ago.
  CountDialog(const PageContext& context, const QStringList& skus, const QStringList& warehouses,
              QWidget* parent = nullptr);

private:
  using CountChange = std::function<Result<void>(Connection&, const StockWorker&, qint64, Instant, ChangeSet&)>;

  void build(const QStringList& warehouses);
  void readList(qint64 wanted); ///< all counts; then shows `wanted`, else the newest
  void begin();
  void scan();
  void enter(int row);
  void change(const CountChange& what);
  void show(const StockCount& count);
  void readCount(qint64 id);
  StockWorker worker() const;

  PageContext m_context;
  QStringList m_skus;
  StockCount m_count; ///< id 0: none is open
  QComboBox *m_which, *m_warehouse;
  QSpinBox* m_most;
  QCheckBox* m_blind;
  QLineEdit *m_who, *m_code;
  QLabel* m_state;
  QTableWidget* m_lines;
  QWidget *m_new, *m_counting, *m_gap; ///< m_gap: the room of the list while there is none
  QPushButton *m_begin, *m_submit, *m_approve, *m_reject;
  int m_request = 0; ///< late answers are dropped
  bool m_isFilling = false;
};

} // namespace supercargo
