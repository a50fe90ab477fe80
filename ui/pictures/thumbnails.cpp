#include "ui/pictures/thumbnails.h"

#include "core/base/deliver.h"
#include "core/pictures/picturefetcher.h"

#include <QBuffer>
#include <QDeadlineTimer>
#include <QImageReader>
#include <QtConcurrent>

namespace supercargo {
namespace {

constexpr int kMostBytes = 24 * 1024 * 1024;
constexpr int kMostSide = 12'000; ///< a picture of more pixels a side is an attack or a mistake
constexpr qint64 kAskAgainMs = 60'000;

QString keyOf(const QString& url, int side)
{
  return QString::number(side) + u' ' + url;
}

qint64 nowMs()
{
  return QDeadlineTimer::current().deadline(); // a steady clock
}

} // namespace

QImage thumbnailOf(const QByteArray& picture, int side)
{
  QBuffer buffer;
  buffer.setData(picture);
  buffer.open(QIODevice::ReadOnly);
  QImageReader reader(&buffer);
  reader.setAutoTransform(true);
  const QSize size = reader.size();
  if (side <= 0 || !size.isValid() || size.width() > kMostSide || size.height() > kMostSide)
    return {};
  // Twice as large as needed, and the rest smoothly: JPEG decodes so without holding the whole picture.
  const QSize wanted = size.scaled(2 * side, 2 * side, Qt::KeepAspectRatioByExpanding);
  if (wanted.width() < size.width())
    reader.setScaledSize(wanted);
  const QImage whole = reader.read();
  if (whole.isNull())
    return {};
  const int square = std::min(whole.width(), whole.height());
  return whole.copy((whole.width() - square) / 2, (whole.height() - square) / 2, square, square)
      .scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
      .convertToFormat(QImage::Format_ARGB32_Premultiplied);
}

Thumbnails::Thumbnails(PictureFetcher* fetcher, QObject* parent)
    : QObject(parent), m_fetcher(fetcher), m_ready(kMostBytes)
{
}

QPixmap Thumbnails::find(const QString& url, int side)
{
  if (!m_fetcher || url.isEmpty() || side <= 0)
    return {};
  if (const QPixmap* ready = m_ready.object(keyOf(url, side)))
    return *ready;
  ask(url, side);
  return {};
}

void Thumbnails::ask(const QString& url, int side)
{
  const QString key = keyOf(url, side);
  const auto asked = m_asked.constFind(key);
  if (asked != m_asked.constEnd() && nowMs() - *asked < kAskAgainMs)
    return;
  constexpr qsizetype kMostNoted = 20'000;
  if (m_asked.size() > kMostNoted)
    m_asked.clear();
  m_asked.insert(key, nowMs());
  deliver(m_fetcher->picture(url), this, [this, url, side, key](const Result<QByteArray>& picture) {
    if (!picture)
      return;
    deliver(QtConcurrent::run(thumbnailOf, *picture, side), this, [this, url, key](const QImage& image) {
      if (image.isNull())
        return;
      m_ready.insert(key, new QPixmap(QPixmap::fromImage(image)), int(image.sizeInBytes()));
      m_asked.remove(key);
      Q_EMIT arrived(url);
    });
  });
}

} // namespace supercargo
