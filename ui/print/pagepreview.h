#pragma once

#include "core/labels/printmatter.h"

#include <QWidget>

namespace supercargo {

/// One page as it will lie on paper, drawn by the same code as the print. The paper stays white in every theme.
class PagePreview : public QWidget {
  Q_OBJECT
public:
  explicit PagePreview(QWidget* parent = nullptr);

  /// A page of a layout, or a courier's picture; files that only a printer understands show a sentence instead.
  void show(const PrintMatter& matter, int page, int printerDotsPerInch);

  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QRectF paperArea() const;

  PrintMatter m_matter;
  int m_page = 0, m_dots = 203;
};

/// How many pages it has; a courier's file counts as one.
int pageCount(const PrintMatter& matter);

} // namespace supercargo
