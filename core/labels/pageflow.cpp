#include "core/labels/pageflow.h"

#include "core/labels/textfit.h"

#include <numeric>

namespace supercargo {
namespace {

constexpr int kGap = 1'200;
constexpr int kNarrow = 120'000; ///< paper narrower than this is a label, not a sheet

} // namespace

PageFlow::PageFlow(PaperSize paper, QString pageWords)
    : m_paper(paper), m_pageWords(std::move(pageWords)), m_margin(paper.width < kNarrow ? 3'000 : 14'000),
      m_type(paper.width < kNarrow ? 2'800 : 3'300)
{
  newPage();
}

void PageFlow::newPage()
{
  m_pages.push_back({});
  m_pages.back().paper = m_paper;
  m_y = m_margin;
}

void PageFlow::addText(const QString& text, int type, bool bold, int lines)
{
  if (text.isEmpty())
    return;
  const int height = linePitch(type) * lines;
  m_pages.back().texts.push_back(
      {{m_margin, m_y, width(), height}, text, type, std::max(1'900, type / 2), bold, TextPlace::Left, lines});
  m_y += height;
}

void PageFlow::addCode(Symbol symbol, int codeWidth, int height)
{
  m_pages.back().codes.push_back({{m_paper.width - m_margin - codeWidth, m_y, codeWidth, height}, std::move(symbol)});
}

void PageFlow::beginTable(std::vector<Heading> headings)
{
  m_headings = std::move(headings);
  drawHeadings();
}

LayoutRect PageFlow::cell(size_t column, int height) const
{
  const auto share = [](int sum, const Heading& heading) { return sum + heading.share; };
  const int all = std::accumulate(m_headings.begin(), m_headings.end(), 0, share);
  const int before = std::accumulate(m_headings.begin(), m_headings.begin() + std::ptrdiff_t(column), 0, share);
  const int x = m_margin + width() * before / all,
            right = m_margin + width() * (before + m_headings[column].share) / all;
  return {x, m_y, right - x - (column + 1 < m_headings.size() ? kGap : 0), height};
}

void PageFlow::drawHeadings()
{
  const int height = linePitch(m_type);
  for (size_t i = 0; i < m_headings.size(); ++i)
    m_pages.back().texts.push_back(
        {cell(i, height), m_headings[i].title, m_type * 9 / 10, 1'800, true, m_headings[i].place, 1});
  m_y += height + kGap / 2;
  m_pages.back().line(m_margin, m_y, width(), 300);
  m_y += kGap;
}

void PageFlow::addRow(const QStringList& cells, bool ticked)
{
  const int height = linePitch(m_type) * 2, foot = linePitch(m_type) + kGap;
  if (m_y + height + kGap > m_paper.height - m_margin - foot) {
    newPage();
    drawHeadings();
  }
  const int square = m_type;
  if (ticked)
    m_pages.back().boxes.push_back({{m_margin, m_y + m_type / 4, square, square}, 200});
  for (size_t i = 0; i < m_headings.size() && i < size_t(cells.size()); ++i) {
    LayoutRect at = cell(i, height);
    if (ticked && i == 0)
      at = {at.x + square + kGap, at.y, at.width - square - kGap, at.height};
    m_pages.back().texts.push_back({at, cells.at(qsizetype(i)), m_type, m_type * 7 / 10, m_headings[i].bold,
                                    m_headings[i].place, m_headings[i].lines});
  }
  m_y += height + kGap / 2;
  m_pages.back().line(m_margin, m_y, width(), 100);
  m_y += kGap;
}

std::vector<LayoutPage> PageFlow::take()
{
  const int height = linePitch(m_type);
  for (size_t i = 0; i < m_pages.size(); ++i)
    m_pages[i].texts.push_back({{m_margin, m_paper.height - m_margin - height, width(), height},
                                m_pageWords.arg(i + 1).arg(m_pages.size()),
                                m_type * 9 / 10,
                                1'800,
                                false,
                                TextPlace::Right,
                                1});
  return std::move(m_pages);
}

} // namespace supercargo
