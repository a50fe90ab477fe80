#pragma once

#include "core/reports/report.h"

#include <QBuffer>
#include <QFont>
#include <QPageLayout>
#include <QTimeZone>

#include <memory>
#include <vector>

class QIODevice;
class QPainter;
class QPdfWriter;

namespace supercargo {

class Chart;
struct Tokens;

/// What stands on the pages beside the result, in the reader's language.
struct ReportPdfTexts {
  QString shop, title, about;
  QString madeAt; ///< when the file was made
};

/// A report on A4 pages: heading, period and basis, notes, the chart, then the table with its heading on every page,
/// totals last, page numbers below. Upright, or lying where the columns need it. Fonts are embedded, so that Chinese
/// looks the same everywhere. GUI thread (fonts); one page a call, so that a long report blocks nobody.
class ReportPdf {
public:
  /// `out` is open for writing and outlives this; `chart` may be null.
  ReportPdf(QIODevice& out, const ReportResult& result, ReportPdfTexts texts, const Chart* chart);
  ~ReportPdf();

  int pages() const { return m_pages; }
  int pagesDone() const { return m_done; }
  /// Draws the next page; false when all are drawn. Errors: DiskFull.
  Result<bool> drawNext();
  /// Closes the document. Errors: DiskFull.
  Result<void> finish();

private:
  struct Column {
    double left = 0, width = 0;
    bool right = false;
  };
  void setUpPaper();
  void setUpPages();
  std::vector<double> columnWidths() const;
  QString cellAt(size_t row, size_t column) const;
  size_t rowCount() const;
  double headHeight() const;
  double drawHead(QPainter& painter) const;
  double drawNotes(QPainter& painter, double top) const;
  double notesHeight() const;
  void drawTableHead(QPainter& painter, double top) const;
  void drawRow(QPainter& painter, double top, size_t row) const;
  void drawFoot(QPainter& painter) const;
  QString periodText() const;
  QString notesText() const;

  const ReportResult& m_result;
  ReportPdfTexts m_texts;
  const Chart* m_chart;
  std::unique_ptr<Tokens> m_look; ///< paper is light, whatever the screen is
  QTimeZone m_zone;
  QIODevice& m_out;
  QBuffer m_document; ///< as it grows; what it says of its letters is put right before it goes out
  std::unique_ptr<QPdfWriter> m_writer;
  std::unique_ptr<QPainter> m_painter;
  QFont m_text, m_strong, m_title, m_small;
  std::vector<Column> m_columns;
  double m_width = 0, m_height = 0; ///< of what may be drawn on, in 1/96 inch
  double m_chartHeight = 0, m_firstTop = 0, m_nextTop = 0;
  size_t m_firstRows = 0, m_nextRows = 1, m_row = 0;
  int m_pages = 1, m_done = 0;
};

/// All pages at once into a file that is whole or not there, with the chart that suits the report: for programs without
/// a window, which need a QGuiApplication. Errors: Denied, DiskFull.
Result<void> writeReportPdf(const QString& file, const ReportResult& result, const ReportPdfTexts& texts);

} // namespace supercargo
