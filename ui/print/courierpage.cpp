#include "ui/print/courierpage.h"

#include "ui/print/labelpainter.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextDocument>

#include <cmath>

namespace supercargo {
namespace {

constexpr double kCssDotsPerInch = 96;
constexpr int kWhite = 250; ///< what is lighter is paper: pictures saved as JPEG are never quite white
/// Whole factors are taken unless the label would get smaller than this share of what the paper holds.
constexpr double kSmallestShare = 0.8;

/// HTML of a courier: neither script nor network nor files of this machine; pictures only when they stand in it.
class ClosedDocument : public QTextDocument {
protected:
  QVariant loadResource(int type, const QUrl& url) override
  {
    return url.scheme() == QStringLiteral("data") ? QTextDocument::loadResource(type, url) : QVariant();
  }
};

bool isBlank(const QImage& grey, const QRect& part)
{
  for (int y = part.top(); y <= part.bottom(); ++y)
    for (int x = part.left(); x <= part.right(); ++x)
      if (grey.constScanLine(y)[x] < kWhite)
        return false;
  return true;
}

/// What is left when white margins are cut off; empty: all of it is white.
QRect inkedPart(const QImage& picture)
{
  const QImage grey = picture.convertToFormat(QImage::Format_Grayscale8);
  QRect part = grey.rect();
  const auto shrink = [&](auto edge, auto cut) {
    while (part.isValid() && isBlank(grey, edge()))
      cut();
  };
  shrink([&] { return QRect(part.left(), part.top(), part.width(), 1); }, [&] { part.setTop(part.top() + 1); });
  shrink([&] { return QRect(part.left(), part.bottom(), part.width(), 1); },
         [&] { part.setBottom(part.bottom() - 1); });
  shrink([&] { return QRect(part.left(), part.top(), 1, part.height()); }, [&] { part.setLeft(part.left() + 1); });
  shrink([&] { return QRect(part.right(), part.top(), 1, part.height()); }, [&] { part.setRight(part.right() - 1); });
  return part.isValid() ? part : QRect();
}

double fit(QSize picture, QSize paper)
{
  return std::min(double(paper.width()) / picture.width(), double(paper.height()) / picture.height());
}

/// Smaller: each dot what most of its area was, so that no thin line is lost; greys of coloured pictures stay.
QImage shrunk(const QImage& picture, QSize size)
{
  const QImage small = picture.scaled(size, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
  return picture.allGray() ? small.convertToFormat(QImage::Format_Mono, Qt::MonoOnly | Qt::ThresholdDither) : small;
}

QImage enlarged(const QImage& picture, double factor, QSize paper)
{
  const QSize size = (QSizeF(picture.size()) * factor).toSize().boundedTo(paper).expandedTo({1, 1});
  return factor < 1 ? shrunk(picture, size) : picture.scaled(size, Qt::IgnoreAspectRatio, Qt::FastTransformation);
}

} // namespace

QImage pictureDots(const QImage& picture, PaperSize paper, int dotsPerInch)
{
  if (picture.isNull())
    return {};
  QImage flat(picture.size(), QImage::Format_RGB32); // nothing shines through
  flat.fill(Qt::white);
  QPainter(&flat).drawImage(QPoint(), picture);
  const QSize dots(dotsOf(paper.width, dotsPerInch), dotsOf(paper.height, dotsPerInch));
  double factor = fit(flat.size(), dots);
  if (factor < 1)
    if (const QRect inked = inkedPart(flat); !inked.isEmpty() && fit(inked.size(), dots) >= 1) {
      flat = flat.copy(inked);
      factor = 1;
    }
  if (std::floor(factor) >= factor * kSmallestShare)
    factor = std::floor(factor);
  const QImage scaled = enlarged(flat, factor, dots);
  QImage page(dots, QImage::Format_RGB32);
  page.fill(Qt::white);
  QPainter(&page).drawImage((dots.width() - scaled.width()) / 2, (dots.height() - scaled.height()) / 2, scaled);
  return page;
}

bool paintHtml(QPainter& painter, const QByteArray& html, PaperSize paper)
{
  QImage screen(1, 1, QImage::Format_Mono); // types in points are measured as on a screen of CSS, whatever this one is
  const int dotsPerMetre = int(std::lround(kCssDotsPerInch / 0.0254));
  screen.setDotsPerMeterX(dotsPerMetre);
  screen.setDotsPerMeterY(dotsPerMetre);
  ClosedDocument document;
  document.documentLayout()->setPaintDevice(&screen);
  document.setDocumentMargin(0);
  document.setHtml(QString::fromUtf8(html));
  if (document.isEmpty())
    return false;
  constexpr double kMicrometresPerInch = 25'400;
  const QRectF page(QPointF(), QSizeF(paper.width, paper.height) * (kCssDotsPerInch / kMicrometresPerInch));
  document.setPageSize(page.size());
  painter.save();
  painter.scale(kLayoutDotsPerInch / kCssDotsPerInch, kLayoutDotsPerInch / kCssDotsPerInch);
  painter.setClipRect(page);
  QAbstractTextDocumentLayout::PaintContext ink;
  ink.palette.setColor(QPalette::Text, Qt::black); // the window may be dark, paper is not
  ink.clip = page;
  document.documentLayout()->draw(&painter, ink);
  painter.restore();
  return true;
}

QImage courierPage(const CourierFile& file, int dotsPerInch)
{
  if (file.format != QStringLiteral("html"))
    return pictureDots(QImage::fromData(file.data), file.paper, dotsPerInch);
  QImage page(dotsOf(file.paper.width, dotsPerInch), dotsOf(file.paper.height, dotsPerInch), QImage::Format_RGB32);
  page.fill(Qt::white);
  QPainter painter(&page);
  const double scale = double(dotsPerInch) / kLayoutDotsPerInch;
  painter.scale(scale, scale);
  return paintHtml(painter, file.data, file.paper) ? page : QImage();
}

} // namespace supercargo
