#pragma once

#include <QCache>
#include <QHash>
#include <QImage>
#include <QObject>
#include <QPixmap>

namespace supercargo {

class PictureFetcher;

/// Small pictures of products, ready to draw. They are fetched and decoded in other threads; until one is there, and
/// where there is none, the pixmap is null. GUI thread.
class Thumbnails : public QObject {
  Q_OBJECT
public:
  /// No fetcher: there are no pictures. It outlives this.
  explicit Thumbnails(PictureFetcher* fetcher, QObject* parent = nullptr);

  /// A square of `side` device pixels, the middle of the picture; asks for it when it is not there yet.
  QPixmap find(const QString& url, int side);

Q_SIGNALS:
  void arrived(const QString& url);

private:
  void ask(const QString& url, int side);

  PictureFetcher* m_fetcher;
  QCache<QString, QPixmap> m_ready; ///< cost: bytes
  QHash<QString, qint64> m_asked; ///< by when it was asked for, so that what is missing is not asked for at each paint
};

/// The middle square of a picture, scaled; null when it cannot be decoded or is absurdly large. Any thread.
QImage thumbnailOf(const QByteArray& picture, int side);

} // namespace supercargo
