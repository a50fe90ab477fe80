// Labels for goods, and the label that tries a printer out.
#include "core/labels/templates.h"

namespace supercargo {
namespace {

LayoutText words(const LayoutRect& at, const QString& text, int type, bool bold = false,
                 TextPlace place = TextPlace::Left, int lines = 1)
{
  return {at, text, type, std::min(type, 1'600), bold, place, lines};
}

} // namespace

Result<LayoutPage> productLabel(const ProductLabelFacts& facts, PaperSize paper)
{
  const QString content = facts.barcode.isEmpty() ? facts.sku : facts.barcode;
  if (content.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the product has neither a bar code nor an SKU"), facts.title);
  SC_TRY_ASSIGN(bars, code128(content));
  const int margin = 1'500, width = paper.width - 2 * margin, height = paper.height - 2 * margin;
  const auto part = [&](int percent) { return height * percent / 100; };
  LayoutPage page;
  page.paper = paper;
  page.texts.push_back(words({margin, margin, width, part(28)}, facts.title, part(14), true, TextPlace::Left, 2));
  page.texts.push_back(words({margin, margin + part(29), width * 6 / 10, part(13)}, facts.options, part(10)));
  page.texts.push_back(words({margin + width * 6 / 10, margin + part(29), width * 4 / 10, part(13)}, facts.price,
                             part(11), true, TextPlace::Right));
  page.codes.push_back({{margin, margin + part(44), width, part(40)}, std::move(bars)});
  const QString below =
      facts.sku.isEmpty() || facts.sku == content ? content : content + QStringLiteral("  ") + facts.sku;
  page.texts.push_back(words({margin, margin + part(86), width, part(14)}, below, part(11), false, TextPlace::Centre));
  return page;
}

Result<LayoutPage> testLabel(PaperSize paper, const LabelWords& text)
{
  const QString name = paperName(paper);
  SC_TRY_ASSIGN(bars, code128(QStringLiteral("TEST-") + name.toUpper()));
  const int margin = 2'000, width = paper.width - 2 * margin, height = paper.height - 2 * margin;
  constexpr int kCentimetre = 10'000;
  LayoutPage page;
  page.paper = paper;
  page.boxes.push_back({{margin, margin, width, height}, 300});
  for (int x = kCentimetre; x < paper.width - margin; x += kCentimetre)
    page.boxes.push_back({{x - 100, margin, 200, 2'500}, 0});
  for (int y = kCentimetre; y < paper.height - margin; y += kCentimetre)
    page.boxes.push_back({{margin, y - 100, 2'500, 200}, 0});
  const LayoutRect inside = LayoutRect{margin, margin, width, height}.inset(4'000);
  const auto part = [&](int percent) { return inside.height * percent / 100; };
  page.texts.push_back(words({inside.x, inside.y, inside.width, part(20)}, text.testLabel, std::min(7'000, part(16)),
                             true, TextPlace::Centre));
  page.texts.push_back(words({inside.x, inside.y + part(20), inside.width, part(12)}, name + QStringLiteral(" mm"),
                             std::min(5'000, part(10)), false, TextPlace::Centre));
  page.codes.push_back({{inside.x, inside.y + part(36), inside.width, part(34)}, std::move(bars)});
  page.texts.push_back(words({inside.x, inside.y + part(74), inside.width, part(26)}, text.testNote,
                             std::min(3'500, part(8)), false, TextPlace::Centre, 4));
  return page;
}

} // namespace supercargo
