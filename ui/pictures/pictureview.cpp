#include "ui/pictures/pictureview.h"

#include "ui/pictures/picturedelegate.h"
#include "ui/pictures/thumbnails.h"

#include <QPainter>

namespace supercargo {

PictureView::PictureView(Thumbnails& thumbnails, const QString& url, int side, QWidget* parent)
    : QWidget(parent), m_thumbnails(thumbnails), m_url(url)
{
  setFixedSize(side, side);
  setAccessibleName(tr("Picture of the product"));
  connect(&thumbnails, &Thumbnails::arrived, this, [this](const QString& arrived) {
    if (arrived == m_url)
      update();
  });
}

void PictureView::paintEvent(QPaintEvent*)
{
  QPainter painter(this);
  paintThumbnail(painter, rect().adjusted(0, 0, -1, -1),
                 m_thumbnails.find(m_url, qRound(width() * devicePixelRatioF())));
}

} // namespace supercargo
