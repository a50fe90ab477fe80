#pragma once

#include "core/geo/gazetteer.h"
#include "ui/maps/mapscene.h"

#include <QFuture>
#include <QImage>

#include <memory>

namespace supercargo {

/// A view as it goes onto paper: all of it as lines and text, in the light look.
struct MapPicture {
  MapScene scene;
  MapCamera camera;
  MapLook look;
  std::shared_ptr<const Gazetteer> names;
  QString title;
};

/// Draws the picture as large as it fits into `page`, in the units of the painter. Any thread; reads the pack.
Result<void> drawMapPicture(QPainter& painter, const QRectF& page, const MapPicture& picture);

/// "map.png" from what is shown, "map.pdf" as lines on A4 across. Written in a worker. DiskFull, Denied: the file.
QFuture<Result<void>> saveMapImage(const QImage& image, const QString& file);
QFuture<Result<void>> saveMapPdf(const MapPicture& picture, const QString& file);

} // namespace supercargo
