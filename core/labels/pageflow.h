#pragma once

#include "core/labels/layout.h"

#include <QStringList>

#include <vector>

namespace supercargo {

/// A table that flows over as many pages as it needs, with its headings on each and "1 / 3" at the foot.
class PageFlow {
public:
  struct Heading {
    QString title;
    int share = 1; ///< of the width, in parts of the sum
    TextPlace place = TextPlace::Left;
    bool bold = false;
    int lines = 2; ///< of a cell, at most
  };

  PageFlow(PaperSize paper, QString pageWords);

  int left() const { return m_margin; }
  int width() const { return m_paper.width - 2 * m_margin; }
  int type() const { return m_type; }

  /// A text of its own line, before or between tables.
  void addText(const QString& text, int type, bool bold, int lines = 1);
  /// A bar code at the right of what comes next; takes no room of its own.
  void addCode(Symbol symbol, int width, int height);
  void addGap(int height) { m_y += height; }
  void beginTable(std::vector<Heading> headings);
  /// Never torn between two pages. `ticked`: an empty square to be marked by pen before the first cell.
  void addRow(const QStringList& cells, bool ticked = false);

  std::vector<LayoutPage> take();

private:
  void newPage();
  void drawHeadings();
  LayoutRect cell(size_t column, int height) const;

  PaperSize m_paper;
  QString m_pageWords;
  int m_margin = 0, m_type = 0, m_y = 0;
  std::vector<Heading> m_headings;
  std::vector<LayoutPage> m_pages;
};

} // namespace supercargo
