#pragma once

#include "core/labels/printqueue.h"
#include "ui/pages.h"

#include <QFrame>

class QComboBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;

namespace supercargo {

/// Which printer, form, paper and how many copies each kind of document takes; holds at once. A test label shows
/// whether the printer cuts or scales.
class PrinterSettings : public QFrame {
  Q_OBJECT
public:
  explicit PrinterSettings(const PageContext& context, QWidget* parent = nullptr);

protected:
  void changeEvent(QEvent* event) override;

private:
  struct Line {
    PrintDocument document;
    QLabel* name;
    QComboBox *printer, *form, *paper, *dots;
    QSpinBox* copies;
  };

  void addLine(QGridLayout* grid, PrintDocument document);
  void fillPrinters(const Line& line);
  void choosePrinter(const Line& line);
  void chooseFolder(PrintDocument document);
  void printTest();
  void retranslate();

  PageContext m_context;
  std::vector<Line> m_lines;
  QLabel *m_title, *m_note, *m_printerHead, *m_formHead, *m_paperHead, *m_dotsHead, *m_copiesHead;
  QPushButton* m_test;
};

} // namespace supercargo
