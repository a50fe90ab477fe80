/// Any order becomes a label, or is refused with a reason; what is drawn lies on its paper. An input: lines, one for
/// each text of the label, in turn.
#include "core/labels/symbol.h"
#include "core/labels/templates.h"
#include "core/labels/zpl.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

/// The input's lines, round and round.
class Lines {
public:
  explicit Lines(const QString& text) : m_lines(text.split(u'\n')) {}
  QString next() { return m_lines[m_at++ % m_lines.size()]; }

private:
  QStringList m_lines;
  qsizetype m_at = 0;
};

AddressSnapshot addressOf(Lines& lines)
{
  return {lines.next(), lines.next(), lines.next(), lines.next(),
          lines.next(), lines.next(), lines.next(), lines.next()};
}

void print(const Result<LayoutPage>& page)
{
  demandReason(page);
  if (!page)
    return;
  const LayoutRect paper{0, 0, page->paper.width, page->paper.height};
  const auto demandInside = [&](const auto& parts) {
    for (const auto& part : parts)
      demand(part.at.x >= 0 && part.at.y >= 0 && part.at.right() <= paper.right() && part.at.bottom() <= paper.bottom(),
             "something is drawn beside the paper");
  };
  demandInside(page->texts);
  demandInside(page->boxes);
  demandInside(page->codes);
  const auto blank = [](const LayoutText&, int) { return DotRaster::blank(64, 16); };
  demandReason(zplOf(*page, 203, blank));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QString text = QString::fromUtf8(bytesOf(data, size));
  Lines lines(text);
  WaybillFacts facts;
  facts.number = lines.next();
  facts.courier = lines.next();
  facts.service = lines.next();
  facts.sortCode = lines.next();
  facts.orderNumber = lines.next();
  facts.cashOnDelivery = lines.next();
  facts.remark = lines.next();
  facts.recipient = addressOf(lines);
  facts.sender = addressOf(lines);
  for (int i = 0; i < 12; ++i)
    facts.lines.push_back({lines.next(), lines.next(), lines.next(), i});
  const LabelWords words;
  for (const PaperSize paper : {kPaper76x130, kPaper100x150, kPaper100x180})
    print(waybillLabel(facts, paper, words));
  print(productLabel({facts.number, facts.courier, facts.service, facts.sortCode, facts.remark}, kPaper50x30));
  demandReason(code128(text));
  demandReason(qrCode(text));
  return 0;
}
