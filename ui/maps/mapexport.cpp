#include "ui/maps/mapexport.h"

#include "ui/maps/maplabels.h"
#include "ui/maps/tilestore.h"

#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QtConcurrent>

namespace supercargo {
namespace {

constexpr qreal kTitleLine = 34; ///< in the view's pixels

Result<void> committed(QSaveFile& file, bool written)
{
  if (!written || !file.commit())
    return fail(ErrorKind::Denied, file.errorString(), file.fileName());
  return {};
}

} // namespace

Result<void> drawMapPicture(QPainter& painter, const QRectF& page, const MapPicture& picture)
{
  SC_TRY_ASSIGN(pack, TileStore::pack(picture.camera.zoom));
  const qreal head = picture.title.isEmpty() ? 0 : kTitleLine;
  const QSizeF size(picture.camera.size.width(), picture.camera.size.height() + head);
  if (size.isEmpty() || page.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the map has no size"));
  const qreal scale = std::min(page.width() / size.width(), page.height() / size.height());
  painter.save();
  painter.translate(page.topLeft());
  painter.scale(scale, scale);
  if (head > 0) {
    painter.setFont(picture.look.bodyBold);
    painter.setPen(picture.look.text);
    painter.drawText(QRectF(0, 0, size.width(), head), Qt::AlignVCenter | Qt::AlignLeft, picture.title);
    painter.translate(0, head);
  }
  painter.setClipRect(QRectF({0, 0}, picture.camera.size));
  drawVectorMap(painter, *pack, picture.camera, picture.look);
  painter.setRenderHint(QPainter::Antialiasing);
  drawFlows(painter, picture.scene, picture.camera, picture.look, 1, QRectF({0, 0}, picture.camera.size),
            FlowDetail::Smooth);
  MapSigns signs;
  signs.setLook(picture.look, 0);
  const auto clusters = clustersShown(picture.scene, picture.camera, signs);
  if (picture.names) {
    MapLabels labels;
    labels.setGazetteer(*picture.names);
    labels.draw(painter, picture.camera, signs, takenBy(picture.scene, picture.camera, signs, clusters));
  }
  drawScene(painter, picture.scene, picture.camera, signs, clusters);
  painter.restore();
  return {};
}

QFuture<Result<void>> saveMapImage(const QImage& image, const QString& file)
{
  return QtConcurrent::run([image, file]() -> Result<void> {
    QSaveFile out(file);
    const bool open = out.open(QIODevice::WriteOnly);
    return committed(out, open && image.save(&out, "PNG"));
  });
}

QFuture<Result<void>> saveMapPdf(const MapPicture& picture, const QString& file)
{
  return QtConcurrent::run([picture, file]() -> Result<void> {
    QSaveFile out(file);
    if (!out.open(QIODevice::WriteOnly))
      return fail(ErrorKind::Denied, out.errorString(), file);
    Result<void> drawn;
    {
      QPdfWriter pdf(&out);
      pdf.setPageSize(QPageSize(QPageSize::A4));
      pdf.setPageOrientation(QPageLayout::Landscape);
      pdf.setPageMargins(QMarginsF(10, 10, 10, 10), QPageLayout::Millimeter);
      pdf.setTitle(picture.title);
      pdf.setCreator(QStringLiteral("Supercargo"));
      QPainter painter;
      if (!painter.begin(&pdf))
        return fail(ErrorKind::Denied, QStringLiteral("the file cannot be drawn into"), file);
      drawn = drawMapPicture(painter, QRectF({0, 0}, QSizeF(pdf.width(), pdf.height())), picture);
      painter.end();
    }
    SC_TRY(drawn);
    return committed(out, true);
  });
}

} // namespace supercargo
