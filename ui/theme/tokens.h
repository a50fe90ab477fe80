#pragma once

#include "core/base/result.h"

#include <QColor>
#include <QString>

#include <array>

namespace supercargo {

/// The colours of a theme; the names in resources/theme/{light,dark}.json are these with a small first letter.
enum class Ink {
  Window,
  Surface,
  Sidebar,
  Raised,
  Inset,
  Hover,
  Selected,
  Skeleton,
  Border,
  BorderStrong,
  Text,
  TextMuted,
  TextDisabled,
  Accent,
  AccentHover,
  OnAccent,
  Neutral,
  NeutralSoft,
  Info,
  InfoSoft,
  Success,
  SuccessSoft,
  Warning,
  WarningSoft,
  Danger,
  DangerSoft,
  Violet,
  VioletSoft,
  Chart1,
  Chart2,
  Chart3,
  Chart4,
  Chart5,
  Chart6,
  ChartGrid,
  Shadow
};
constexpr size_t kInkCount = size_t(Ink::Shadow) + 1;

/// Lengths in device-independent pixels (resources/theme/sizes.json). The type sizes follow the user's text size.
enum class Size {
  Space1,
  Space2,
  Space3,
  Space4,
  Space6,
  Space8,
  Radius,
  Border,
  Focus,
  IconSmall,
  Icon,
  IconLarge,
  TypeSmall,
  TypeBody,
  TypeStrong,
  TypeTitle,
  TypeHead,
  TypeFigure,
  Row,
  RowCompact,
  Pill,
  Control,
  Sidebar,
  Topbar,
  Details,
  Palette
};
constexpr size_t kSizeCount = size_t(Size::Palette) + 1;

/// What a status means, so that one pair of colours and one kind of icon can say it everywhere.
enum class Tone { Neutral, Info, Success, Warning, Danger, Violet };

struct Tokens {
  std::array<QColor, kInkCount> inks;
  std::array<int, kSizeCount> sizes{};
  const QColor& operator[](Ink ink) const { return inks[size_t(ink)]; }
  int operator[](Size size) const { return sizes[size_t(size)]; }
};

QString inkName(Ink ink);
QString sizeName(Size size);

/// Ink of text and icon on a tone's ground, and that ground.
Ink toneInk(Tone tone);
Ink toneGround(Tone tone);

/// Reads the tokens of "light" or "dark". `textScale` multiplies type, rows and controls. Missing or unknown names are
/// errors.
Result<Tokens> loadTokens(const QString& theme, double textScale = 1.0);

} // namespace supercargo
