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

} // namespace

MapLook mapLook()
{
  const QColor window = ink(Ink::Window), blue = ink(Ink::Chart5), line = ink(Ink::BorderStrong);
  MapLook look;
  look.sea = mixed(window, blue, isDarkTheme() ? 0.14 : 0.26);
  look.land = mixed(ink(Ink::Surface), ink(Ink::Chart6), isDarkTheme() ? 0.12 : 0.09);
  look.home = mixed(ink(Ink::Surface), ink(Ink::Chart6), isDarkTheme() ? 0.22 : 0.03);
  look.lake = mixed(window, blue, isDarkTheme() ? 0.2 : 0.34);
  look.river = look.lake;
  look.coast = mixed(look.sea, line, 0.45);
  look.country = mixed(look.land, line, 0.8);
  look.province = mixed(look.land, line, 0.45);
  look.prefecture = mixed(look.land, line, 0.2);
  look.dash = look.country;
  look.text = ink(Ink::Text);
  look.halo = look.home;
  look.chinese = language() == u"zh_CN";
  return look;
}

} // namespace supercargo
