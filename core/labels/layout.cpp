#include "core/labels/layout.h"

#include <QRegularExpression>

#include <cmath>

namespace supercargo {
namespace {

constexpr int kSmallestSide = 20'000, kLargestSide = 1'000'000;
constexpr double kMicrometresPerInch = 25'400;

} // namespace

std::optional<PaperSize> paperNamed(QStringView name)
{
  const QString text = name.trimmed().toString().toLower();
  if (text == QStringLiteral("a4"))
    return kPaperA4;
  static const QRegularExpression shape(QStringLiteral("^(\\d{1,4}(?:\\.\\d)?)\\s*[x×*]\\s*(\\d{1,4}(?:\\.\\d)?)$"));
  const auto match = shape.match(text);
  if (!match.hasMatch())
    return std::nullopt;
  const auto side = [&](int part) { return int(std::lround(match.captured(part).toDouble() * 1000)); };
  const PaperSize paper{side(1), side(2)};
  const auto fits = [](int length) { return length >= kSmallestSide && length <= kLargestSide; };
  return fits(paper.width) && fits(paper.height) ? std::optional(paper) : std::nullopt;
}

QString paperName(PaperSize paper)
{
  if (paper == kPaperA4)
    return QStringLiteral("a4");
  return QStringLiteral("%1x%2").arg(paper.width / 1000.0).arg(paper.height / 1000.0);
}

int dotsOf(int micrometres, int dotsPerInch)
{
  return int(std::lround(micrometres * double(dotsPerInch) / kMicrometresPerInch));
}

std::optional<CodePlacement> placeCode(const LayoutCode& code, int dotsPerInch)
{
  const Symbol& symbol = code.symbol;
  const int width = dotsOf(code.at.width, dotsPerInch), height = dotsOf(code.at.height, dotsPerInch);
  const int quiet = symbol.quietModules();
  CodePlacement placed;
  placed.module = width / (symbol.columns + 2 * quiet);
  if (symbol.kind == CodeKind::Qr)
    placed.module = std::min(placed.module, height / (symbol.rows + 2 * quiet));
  if (placed.module < 1 || height < 1)
    return std::nullopt;
  placed.barHeight = symbol.kind == CodeKind::Qr ? placed.module : height;
  placed.x = dotsOf(code.at.x, dotsPerInch) + (width - symbol.columns * placed.module) / 2;
  placed.y = dotsOf(code.at.y, dotsPerInch) + (height - symbol.rows * placed.barHeight) / 2;
  return placed;
}

} // namespace supercargo
