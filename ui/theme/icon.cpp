#include "ui/theme/icon.h"

#include "ui/theme/theme.h"

#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace supercargo {
namespace {

QByteArray svg(const QString& name)
{
  QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
  if (!file.open(QIODevice::ReadOnly)) {
    Q_ASSERT_X(false, "icon", qPrintable(name));
    return {};
  }
  return file.readAll();
}

QPixmap render(const QString& name, const QSize& pixels, const QColor& colour)
{
  const QString key =
      QStringLiteral("icon:%1:%2x%3:%4").arg(name).arg(pixels.width()).arg(pixels.height()).arg(colour.name());
  QPixmap pixmap;
  if (QPixmapCache::find(key, &pixmap))
    return pixmap;
  pixmap = QPixmap(pixels);
  pixmap.fill(Qt::transparent);
  QSvgRenderer renderer(svg(name).replace("currentColor", colour.name().toLatin1()));
  renderer.setAspectRatioMode(Qt::KeepAspectRatio);
  QPainter painter(&pixmap);
  renderer.render(&painter);
  painter.end();
  QPixmapCache::insert(key, pixmap);
  return pixmap;
}

class LucideEngine : public QIconEngine {
public:
  LucideEngine(QString name, Ink ink) : m_name(std::move(name)), m_ink(ink) {}

  void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override
  {
    paintIcon(*painter, m_name, rect, inkFor(mode));
  }

  QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State) override
  {
    return render(m_name, size, ink(inkFor(mode)));
  }

  QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal ratio) override
  {
    QPixmap pixels = render(m_name, size, ink(inkFor(mode)));
    pixels.setDevicePixelRatio(ratio);
    return pixels;
  }

  QIconEngine* clone() const override { return new LucideEngine(m_name, m_ink); }
  bool isNull() override { return false; }

private:
  Ink inkFor(QIcon::Mode mode) const
  {
    if (mode == QIcon::Disabled)
      return Ink::TextDisabled;
    return mode == QIcon::Active && m_ink == Ink::TextMuted ? Ink::Text : m_ink;
  }

  QString m_name;
  Ink m_ink;
};

} // namespace

QIcon themedIcon(const QString& name, Ink ink)
{
  return QIcon(new LucideEngine(name, ink));
}

void paintIcon(QPainter& painter, const QString& name, const QRect& rect, Ink which)
{
  const qreal ratio = painter.device()->devicePixelRatioF();
  QPixmap pixels = render(name, rect.size() * ratio, ink(which));
  pixels.setDevicePixelRatio(ratio);
  painter.drawPixmap(rect.topLeft(), pixels);
}

QPixmap iconPixmap(const QString& name, int size, Ink which, qreal ratio)
{
  QPixmap pixels = render(name, QSize(size, size) * ratio, ink(which));
  pixels.setDevicePixelRatio(ratio);
  return pixels;
}

QIcon applicationIcon()
{
  return QIcon(QStringLiteral(":/icons/supercargo.svg"));
}

} // namespace supercargo
