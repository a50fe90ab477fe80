#include "ui/print/pagepreview.h"

#include "ui/print/courierpage.h"
#include "ui/print/labelpainter.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace supercargo {
namespace {

PaperSize paperOf(const PrintMatter& matter, int page)
{
  if (const auto* layout = std::get_if<Layout>(&matter))
    return size_t(page) < layout->pages.size() ? layout->pages[size_t(page)].paper : kPaper76x130;
  return std::get<CourierFile>(matter).paper;
}

} // namespace

int pageCount(const PrintMatter& matter)
{
  const auto* layout = std::get_if<Layout>(&matter);
  return layout ? int(layout->pages.size()) : 1;
}

PagePreview::PagePreview(QWidget* parent) : QWidget(parent)
{
  setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
  setMinimumSize(px(Size::Palette) / 2, px(Size::Palette) / 2);
}

void PagePreview::show(const PrintMatter& matter, int page, int printerDotsPerInch)
{
  m_matter = matter;
  m_page = page;
  m_scaled = {};
  const auto* layout = std::get_if<Layout>(&matter);
  if (!layout)
    m_image = courierPage(std::get<CourierFile>(matter), printerDotsPerInch);
  else if (size_t(page) < layout->pages.size())
    m_image = pageImage(layout->pages[size_t(page)], printerDotsPerInch);
  update();
}

QSize PagePreview::sizeHint() const
{
  return {px(Size::Palette), px(Size::Palette)};
}

QRectF PagePreview::paperArea() const
{
  const PaperSize paper = paperOf(m_matter, m_page);
  const int margin = px(Size::Space3);
  const QRectF room = QRectF(rect()).adjusted(margin, margin, -margin, -margin);
  QRectF area(QPointF(), QSizeF(paper.width, paper.height).scaled(room.size(), Qt::KeepAspectRatio));
  area.moveCenter(room.center());
  return area;
}

void PagePreview::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  painter.fillRect(rect(), ink(Ink::Inset));
  const QRectF area = paperArea();
  painter.fillRect(area, Qt::white);
  painter.setPen(ink(Ink::BorderStrong));
  painter.drawRect(area);
  if (!m_image.isNull()) {
    QRectF at(QPointF(), QSizeF(m_image.size()).scaled(area.size(), Qt::KeepAspectRatio));
    at.moveCenter(area.center());
    const QSize wanted = (at.size() * devicePixelRatioF()).toSize();
    if (m_scaled.size() != wanted) // in grey: a line of one dot stays a line
      m_scaled =
          m_image.convertToFormat(QImage::Format_RGB32).scaled(wanted, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    painter.drawImage(at, m_scaled);
    return;
  }
  const auto* file = std::get_if<CourierFile>(&m_matter);
  if (!file)
    return;
  painter.setPen(Qt::black);
  painter.setFont(typeFont(Size::TypeBody));
  const QString sentence = file->data.isEmpty()
                               ? tr("The courier gave only an address: %1").arg(file->url)
                               : tr("The courier's own label (%1). It is printed as it is; open the file "
                                    "to see it.")
                                     .arg(file->format.toUpper());
  painter.drawText(area.adjusted(px(Size::Space4), 0, -px(Size::Space4), 0), int(Qt::AlignCenter | Qt::TextWordWrap),
                   sentence);
}

} // namespace supercargo
