#include "ui/theme/theme.h"

#include "ui/theme/quietwheel.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>
#include <QStyle>
#include <QStyleFactory>
#include <QStyleHints>
#include <QToolTip>

#include <cmath>

namespace supercargo {
namespace {

struct Look {
  Tokens tokens;
  ThemeMode mode = ThemeMode::System;
  bool dark = false;
  double scale = 1.0;
};

Tokens loadOrDie(const QString& name, double scale)
{
  auto loaded = loadTokens(name, scale);
  if (!loaded)
    qFatal("theme %s: %s", qPrintable(name), qPrintable(loaded.error().detail)); // a resource of our own is broken
  return *loaded;
}

Look& look()
{
  static Look current{loadOrDie(QStringLiteral("light"), 1.0), ThemeMode::System, false, 1.0};
  return current;
}

bool systemIsDark()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
  return QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
  // Qt 6.4 knows no colour scheme, but its platform palette is dark when the desktop is.
  static const bool dark = QGuiApplication::palette().color(QPalette::Window).lightness() <
                           QGuiApplication::palette().color(QPalette::WindowText).lightness();
  return dark;
#endif
}

QPalette paletteOf(const Tokens& t)
{
  QPalette p;
  p.setColor(QPalette::Window, t[Ink::Window]);
  p.setColor(QPalette::WindowText, t[Ink::Text]);
  p.setColor(QPalette::Base, t[Ink::Surface]);
  p.setColor(QPalette::AlternateBase, t[Ink::Inset]);
  p.setColor(QPalette::Text, t[Ink::Text]);
  p.setColor(QPalette::PlaceholderText, t[Ink::TextMuted]);
  p.setColor(QPalette::Button, t[Ink::Surface]);
  p.setColor(QPalette::ButtonText, t[Ink::Text]);
  p.setColor(QPalette::BrightText, t[Ink::Danger]);
  p.setColor(QPalette::Highlight, t[Ink::Selected]);
  p.setColor(QPalette::HighlightedText, t[Ink::Text]);
  p.setColor(QPalette::Link, t[Ink::Accent]);
  p.setColor(QPalette::LinkVisited, t[Ink::Violet]);
  p.setColor(QPalette::ToolTipBase, t[Ink::Raised]);
  p.setColor(QPalette::ToolTipText, t[Ink::Text]);
  p.setColor(QPalette::Light, t[Ink::Raised]);
  p.setColor(QPalette::Midlight, t[Ink::Hover]);
  p.setColor(QPalette::Mid, t[Ink::Border]);
  p.setColor(QPalette::Dark, t[Ink::BorderStrong]);
  p.setColor(QPalette::Shadow, t[Ink::Shadow]);
  for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
    p.setColor(QPalette::Disabled, role, t[Ink::TextDisabled]);
  return p;
}

/// Replaces every "@name" of style.qss by its token, and "@mode" by "light" or "dark" (names of pictures). Longer names
/// first, so that @textMuted is not read as @text.
QString styleSheetOf(const Tokens& t, bool dark)
{
  QFile file(QStringLiteral(":/theme/style.qss"));
  if (!file.open(QIODevice::ReadOnly))
    qFatal("no stylesheet");
  QString sheet = QString::fromUtf8(file.readAll());
  std::vector<std::pair<QString, QString>> values{
      {QStringLiteral("mode"), dark ? QStringLiteral("dark") : QStringLiteral("light")}};
  for (size_t i = 0; i < kInkCount; ++i)
    values.emplace_back(inkName(Ink(i)), t.inks[i].name(QColor::HexArgb));
  for (size_t i = 0; i < kSizeCount; ++i)
    values.emplace_back(sizeName(Size(i)), QString::number(t.sizes[i]) + QStringLiteral("px"));
  std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.first.size() > b.first.size(); });
  for (const auto& [name, value] : values)
    sheet.replace(u'@' + name, value);
  return sheet;
}

/// The system's interface font first; Chinese falls to a font with simplified forms on every platform.
QFont interfaceFont()
{
  static const QString systemFamily = QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
  QFont font(systemFamily);
  font.setFamilies({systemFamily, QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Microsoft YaHei UI"),
                    QStringLiteral("PingFang SC"), QStringLiteral("Noto Sans SC")});
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
  font.setFeature(QFont::Tag("tnum"), 1); // columns of figures line up
#endif
  return font;
}

double luminance(const QColor& colour)
{
  const auto linear = [](double part) {
    return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
  };
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

constexpr const char* kTone = "tone"; ///< style.qss selects by it

void setStyled(QWidget* widget, const char* property, const QVariant& value)
{
  widget->setProperty(property, value);
  widget->style()->unpolish(widget);
  widget->style()->polish(widget);
}

} // namespace

void applyTheme(QApplication& app, ThemeMode mode, double textScale)
{
  const bool dark = mode == ThemeMode::Dark || (mode == ThemeMode::System && systemIsDark());
  look() = {loadOrDie(dark ? QStringLiteral("dark") : QStringLiteral("light"), textScale), mode, dark, textScale};
  static bool styled =
      false; // with a stylesheet in force the style can no longer be asked for its name, nor replaced safely
  if (!std::exchange(styled, true)) {
    app.setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    app.installEventFilter(new QuietWheel(&app));
  }
  const QPalette palette = paletteOf(tokens());
  app.setPalette(palette);
  QToolTip::setPalette(palette);
  app.setFont(typeFont(Size::TypeBody));
  app.setStyleSheet(styleSheetOf(tokens(), dark));
}

const Tokens& tokens()
{
  return look().tokens;
}

bool isDarkTheme()
{
  return look().dark;
}

ThemeMode themeMode()
{
  return look().mode;
}

double textScale()
{
  return look().scale;
}

QFont typeFont(Size size, QFont::Weight weight)
{
  QFont font = interfaceFont();
  font.setPixelSize(px(size));
  font.setWeight(weight);
  return font;
}

double contrastRatio(const QColor& a, const QColor& b)
{
  const double one = luminance(a), other = luminance(b);
  return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

void setRole(QWidget* widget, const char* role)
{
  setStyled(widget, "role", QString::fromLatin1(role));
}

void setTone(QLabel* label, Tone tone)
{
  const char* name = tone == Tone::Success   ? "success"
                     : tone == Tone::Warning ? "warning"
                     : tone == Tone::Danger  ? "danger"
                                             : "";
  if (label->property(kTone).toString() != QLatin1String(name))
    setStyled(label, kTone, QString::fromLatin1(name));
}

void setInvalid(QWidget* input, bool invalid)
{
  if (input->property("invalid").toBool() != invalid)
    setStyled(input, "invalid", invalid);
}

} // namespace supercargo
