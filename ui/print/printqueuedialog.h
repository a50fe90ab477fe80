#pragma once

#include "core/labels/printmatter.h"
#include "ui/pages.h"
#include "ui/tables/rowmodel.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace supercargo {

class StateView;
struct DocumentNote;
class TableView;

/// Everything that was and is to be printed, newest first: what failed and why, each to be looked at, saved and opened,
/// and a way to print again only what no paper came out for.
class PrintQueueDialog : public QDialog {
  Q_OBJECT
public:
  explicit PrintQueueDialog(const PageContext& context, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  using Change = std::function<Result<void>(Connection&, PrintJobId, Instant, ChangeSet&)>;

  void build();
  void showState();
  void showChoice();
  void countLost();
  /// Does this to every chosen job; those it cannot be done to stay as they are.
  void change(const Change& what);
  void reprintAllLost();
  /// The one job that is chosen; null: none or several are.
  const PrintJob* chosenJob() const;
  void preview();
  void save();
  void openOutside();
  /// Reads the chosen job's document, as it would be printed now.
  void withMatter(const std::function<void(const NewPrintJob&, const PrintMatter&)>& use);
  void tell(const DocumentNote& note);
  std::vector<PrintJobId> chosen() const;
  void retranslate();

  PageContext m_context;
  RowModel<PrintJob>* m_model;
  TableView* m_table;
  StateView* m_states;
  QLabel* m_reason;
  QPushButton *m_preview, *m_save, *m_open, *m_again, *m_lost, *m_cancel, *m_allLost, *m_close;
  int m_lostCount = 0;
};

/// A job's state as word, icon and tone.
struct StatusWord;
StatusWord printStateWord(PrintState state);

} // namespace supercargo
