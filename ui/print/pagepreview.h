#pragma once

#include "core/labels/printmatter.h"

#include <QImage>
#include <QWidget>

namespace supercargo {

/// One page as it will lie on paper: the very dots that the printer burns, made smaller or larger. The paper stays
/// white in every theme.
class PagePreview : public QWidget {
  Q_OBJECT
public:
  explicit PagePreview(QWidget* parent = nullptr);

  /// A page of a layout, or a courier's picture or HTML; files that only a printer understands show a sentence.
  void show(const PrintMatter& matter, int page, int printerDotsPerInch);

  /// What is shown, at the printer's resolution; null for a file that only a printer understands.
  const QImage& image() const { return m_image; }
  QSize sizeHint() const override;

protected:
  void paintEvent(QPaintEvent* event) override;

private:
  QRectF paperArea() const;

  PrintMatter m_matter;
  int m_page = 0;
  QImage m_image, m_scaled; ///< scaled: to the widget's size, kept while that stays
};

/// How many pages it has; a courier's file counts as one.
int pageCount(const PrintMatter& matter);

} // namespace supercargo
