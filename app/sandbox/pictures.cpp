#include "app/sandbox/pictures.h"

#include <QBuffer>
#include <QCryptographicHash>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <array>

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {

constexpr int kSide = 240;

/// What the options of the catalogue are called: red, black, off-white, dark green, navy, light grey.
constexpr std::array<QRgb, 6> kOptionColours{0xffc8503c, 0xff33363b, 0xfff1ebdd, 0xff2f5d50, 0xff2c4470, 0xffb9bfc6};

QColor colourOf(const Product& product, int place)
{
  if (!product.isSimple())
    return QColor::fromRgb(kOptionColours[std::size_t(place) % kOptionColours.size()]);
  return QColor::fromHsv(product.number * 47 % 360, 120, 190);
}

QPainterPath rounded(double x, double y, double width, double height, double radius)
{
  QPainterPath path;
  path.addRoundedRect(x, y, width, height, radius, radius);
  return path;
}

QPainterPath ring(double x, double y, double width, double height, double thickness)
{
  QPainterPath path, hole;
  path.addEllipse(x, y, width, height);
  hole.addEllipse(x + thickness, y + thickness, width - 2 * thickness, height - 2 * thickness);
  return path.subtracted(hole);
}

QPainterPath shirt()
{
  QPainterPath path;
  path.addPolygon(QPolygonF({{85, 62},
                             {105, 72},
                             {135, 72},
                             {155, 62},
                             {196, 90},
                             {178, 118},
                             {160, 108},
                             {160, 186},
                             {80, 186},
                             {80, 108},
                             {62, 118},
                             {44, 90}}));
  path.closeSubpath();
  return path;
}

QPainterPath leaf()
{
  QPainterPath path(QPointF(120, 108));
  path.cubicTo(160, 112, 158, 156, 120, 168);
  path.cubicTo(82, 156, 80, 112, 120, 108);
  return path;
}

/// The goods' outline, by category.
QPainterPath shapeOf(const QString& category)
{
  if (category == u"家居")
    return rounded(58, 66, 124, 112, 34);
  if (category == u"家纺")
    return rounded(54, 72, 132, 30, 14) + rounded(54, 106, 132, 30, 14) + rounded(54, 140, 132, 30, 14);
  if (category == u"餐厨")
    return rounded(66, 74, 90, 100, 18).united(ring(134, 92, 56, 58, 12)) + rounded(56, 178, 112, 10, 5);
  if (category == u"服饰")
    return shirt();
  if (category == u"箱包")
    return rounded(56, 96, 128, 92, 16).united(ring(88, 54, 64, 84, 10));
  if (category == u"数码")
    return ring(60, 58, 120, 120, 12).subtracted(rounded(40, 130, 160, 60, 0)) + rounded(52, 116, 32, 62, 14) +
           rounded(156, 116, 32, 62, 14);
  if (category == u"文具")
    return rounded(70, 54, 104, 134, 10);
  return rounded(72, 58, 96, 132, 22);
}

void drawDetails(QPainter& painter, const QString& category)
{
  if (category == u"文具")
    for (int line = 0; line < 5; ++line)
      painter.fillPath(rounded(90, 80 + line * 20, 68, 4, 2), QColor(255, 255, 255, 150));
  if (category == u"食品")
    painter.fillPath(leaf(), QColor(255, 255, 255, 190));
}

QByteArray drawn(const Product& product, int place)
{
  QImage image(kSide, kSide, QImage::Format_RGB32);
  const QColor colour = colourOf(product, place);
  const QColor ground = QColor::fromHsv(product.number * 31 % 360, 18, 244);
  image.fill(ground);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.fillPath(rounded(48, 190, 144, 16, 8), ground.darker(112));
  QLinearGradient light(0, 50, 0, 200);
  light.setColorAt(0, colour.lighter(115));
  light.setColorAt(1, colour.darker(108));
  painter.setPen(QPen(colour.darker(130), 2));
  painter.setBrush(light);
  painter.drawPath(shapeOf(product.category));
  drawDetails(painter, product.category);
  painter.end();
  QByteArray png;
  QBuffer buffer(&png);
  buffer.open(QIODevice::WriteOnly);
  image.save(&buffer, "PNG");
  return png;
}

} // namespace

QString pictureUrl(const Site& site, const Product& product)
{
  return site.origin + u"/pictures/"_s + product.slug;
}

QString pictureUrl(const Site& site, const Variant& variant)
{
  const Product& product = site.world.catalogue().productOf(variant);
  return pictureUrl(site, product) + (product.isSimple() ? QString() : u'-' + QString::number(variant.place));
}

Reply pictureReply(const Site& site, const Request& request)
{
  const QStringList parts = QString::fromUtf8(request.path).section(u'/', 2).split(u'-'); // "item", 101, perhaps 2
  const QString slug = parts.mid(0, 2).join(u'-');
  for (const Product& product : site.world.catalogue().products) {
    if (product.slug != slug)
      continue;
    Reply reply;
    reply.body = drawn(product, parts.value(2).toInt());
    const QByteArray etag = '"' + QCryptographicHash::hash(reply.body, QCryptographicHash::Sha1).toHex().left(16) + '"';
    reply.setHeader("Content-Type", "image/png");
    reply.setHeader("Cache-Control", "public, max-age=86400");
    reply.setHeader("ETag", etag);
    if (request.header("If-None-Match") == etag) {
      reply.status = 304;
      reply.body.clear();
    }
    return reply;
  }
  return htmlReply(u"Not Found"_s, 404);
}

} // namespace supercargo::sandbox
