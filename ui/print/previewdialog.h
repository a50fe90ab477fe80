#pragma once

#include "core/labels/printmatter.h"
#include "ui/pages.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSpinBox;

namespace supercargo {

class PagePreview;
class StateView;
struct DocumentNote;

enum class PreviewUse {
  Print, ///< it is not queued yet: offers the printer and the copies
  Look   ///< a job of the queue: looked at, saved or opened
};

/// A document as it will be printed, what is wrong with it, and where it should go: to a printer, through the queue,
/// into a file, or into another program.
class PreviewDialog : public QDialog {
  Q_OBJECT
public:
  PreviewDialog(const PageContext& context, NewPrintJob what, QWidget* parent = nullptr,
                PreviewUse use = PreviewUse::Print);

  /// Saves without asking for a name, as what its suffix says; false: it could not be written, and the dialog says why.
  bool saveAs(const QString& file);

protected:
  void changeEvent(QEvent* event) override;

private:
  void build();
  void read();
  void readComponentData();
  void showPage(int page);
  void showFaults();
  void print();
  void chooseFile();
  void saveComponentData();
  void openOutside();
  bool tell(const DocumentNote& note);
  int dots() const;
  void retranslate();

  PageContext m_context;
  NewPrintJob m_what;
  PreviewUse m_use;
  std::optional<PrintMatter> m_matter, m_componentData; ///< the latter: what only the courier's software prints
  int m_page = 0;
  PagePreview* m_preview;
  StateView* m_states;
  QLabel *m_faults, *m_pageLabel, *m_printerLabel, *m_copiesLabel;
  QComboBox* m_printer;
  QSpinBox* m_copies;
  QPushButton *m_before, *m_after, *m_saveData, *m_save, *m_open, *m_print, *m_close;
};

} // namespace supercargo
