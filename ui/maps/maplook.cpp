#include "ui/maps/maplook.h"

#include "ui/text/language.h"
#include "ui/theme/theme.h"

namespace supercargo {
namespace {

QColor mixed(const QColor& a, const QColor& b, double share)
{
  const auto part = [share](float x, float y) { return float(double(x) + (double(y) - double(x)) * share); };
  return QColor::fromRgbF(part(a.redF(), b.redF()), part(a.greenF(), b.greenF()), part(a.blueF(), b.blueF()));
}

MapLook lookOf(const Tokens& tokens, bool dark)
{
  const auto ink = [&tokens](Ink which) { return tokens[which]; };
  const QColor window = ink(Ink::Window), blue = ink(Ink::Chart5), line = ink(Ink::BorderStrong);
  MapLook look;
  look.sea = mixed(window, blue, dark ? 0.14 : 0.26);
  look.land = mixed(ink(Ink::Surface), ink(Ink::Chart6), dark ? 0.12 : 0.09);
  look.home = mixed(ink(Ink::Surface), ink(Ink::Chart6), dark ? 0.22 : 0.03);
  look.lake = mixed(window, blue, dark ? 0.2 : 0.34);
  look.river = look.lake;
  look.coast = mixed(look.sea, line, 0.45);
  look.country = mixed(look.land, line, 0.8);
  look.province = mixed(look.land, line, 0.45);
  look.prefecture = mixed(look.land, line, 0.2);
  look.dash = look.country;
  look.text = ink(Ink::Text);
  look.halo = look.home;
  look.surface = ink(Ink::Surface);
  look.muted = ink(Ink::TextMuted);
  look.border = ink(Ink::Border);
  look.accent = ink(Ink::Accent);
  look.danger = ink(Ink::Danger);
  look.flow = mixed(look.home, ink(Ink::Info), dark ? 0.55 : 0.45); // opaque: thousands are drawn
  look.kinds = {ink(Ink::Info), ink(Ink::Violet), ink(Ink::Warning), ink(Ink::Danger)};
  look.small = typeFont(Size::TypeSmall);
  look.smallBold = typeFont(Size::TypeSmall, QFont::DemiBold);
  look.bodyBold = typeFont(Size::TypeBody, QFont::DemiBold);
  look.chinese = language() == u"zh_CN";
  return look;
}

} // namespace

QPainterPath kindShape(size_t kind, const QRectF& r)
{
  QPainterPath path;
  if (kind == 0)
    path.addEllipse(r);
  else if (kind == 1)
    path.addPolygon(QPolygonF{{r.center().x(), r.top()},
                              {r.right(), r.center().y()},
                              {r.center().x(), r.bottom()},
                              {r.left(), r.center().y()}});
  else if (kind == 2)
    path.addRoundedRect(r, 3, 3);
  else
    path.addPolygon(QPolygonF{{r.center().x(), r.top()}, r.bottomRight(), r.bottomLeft()});
  path.closeSubpath();
  return path;
}

MapLook mapLook()
{
  return lookOf(tokens(), isDarkTheme());
}

MapLook mapPaperLook()
{
  const auto light = loadTokens(QStringLiteral("light"), textScale());
  return light ? lookOf(*light, false) : mapLook();
}

} // namespace supercargo
