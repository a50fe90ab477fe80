#include "ui/theme/tokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace supercargo {
namespace {

constexpr std::array<const char*, kInkCount> kInkNames = {
    "window",  "surface",      "sidebar",   "raised",     "inset",        "hover",       "selected",    "skeleton",
    "border",  "borderStrong", "text",      "textMuted",  "textDisabled", "accent",      "accentHover", "onAccent",
    "neutral", "neutralSoft",  "info",      "infoSoft",   "success",      "successSoft", "warning",     "warningSoft",
    "danger",  "dangerSoft",   "violet",    "violetSoft", "chart1",       "chart2",      "chart3",      "chart4",
    "chart5",  "chart6",       "chartGrid", "shadow"};

constexpr std::array<const char*, kSizeCount> kSizeNames = {
    "space1",     "space2",    "space3",    "space4",     "space6",    "space8",     "radius",
    "hairline",   "focus",     "iconSmall", "icon",       "iconLarge", "typeSmall",  "typeBody",
    "typeStrong", "typeTitle", "typeHead",  "typeFigure", "row",       "rowCompact", "pill",
    "control",    "sidebar",   "topbar",    "details",    "palette"};

/// Text and what must hold text grow with the user's text size; gaps and lines do not.
bool followsText(Size size)
{
  return size >= Size::IconSmall;
}

Result<QJsonObject> readObject(const QString& name, size_t expected)
{
  QFile file(QStringLiteral(":/theme/%1.json").arg(name));
  if (!file.open(QIODevice::ReadOnly))
    return fail(ErrorKind::NotFound, QStringLiteral("no tokens"), name);
  const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
  if (size_t(object.size()) != expected)
    return fail(ErrorKind::Invalid, QStringLiteral("%1 tokens instead of %2").arg(object.size()).arg(expected), name);
  return object;
}

} // namespace

QString inkName(Ink ink)
{
  return QString::fromLatin1(kInkNames[size_t(ink)]);
}

QString sizeName(Size size)
{
  return QString::fromLatin1(kSizeNames[size_t(size)]);
}

Ink toneInk(Tone tone)
{
  switch (tone) {
  case Tone::Neutral:
    return Ink::Neutral;
  case Tone::Info:
    return Ink::Info;
  case Tone::Success:
    return Ink::Success;
  case Tone::Warning:
    return Ink::Warning;
  case Tone::Danger:
    return Ink::Danger;
  case Tone::Violet:
    return Ink::Violet;
  }
  return Ink::Neutral;
}

Ink toneGround(Tone tone)
{
  return Ink(int(toneInk(tone)) + 1);
} // each soft ground follows its ink

Result<Tokens> loadTokens(const QString& theme, double textScale)
{
  SC_TRY_ASSIGN(colours, readObject(theme, kInkCount));
  SC_TRY_ASSIGN(lengths, readObject(QStringLiteral("sizes"), kSizeCount));
  Tokens tokens;
  for (size_t i = 0; i < kInkCount; ++i) {
    const QColor colour(colours.value(inkName(Ink(i))).toString());
    if (!colour.isValid())
      return fail(ErrorKind::Invalid, QStringLiteral("not a colour: ") + inkName(Ink(i)), theme);
    tokens.inks[i] = colour;
  }
  for (size_t i = 0; i < kSizeCount; ++i) {
    const int length = lengths.value(sizeName(Size(i))).toInt(-1);
    if (length < 0)
      return fail(ErrorKind::Invalid, QStringLiteral("not a length: ") + sizeName(Size(i)), theme);
    tokens.sizes[i] = followsText(Size(i)) ? int(std::lround(length * textScale)) : length;
  }
  return tokens;
}

} // namespace supercargo
