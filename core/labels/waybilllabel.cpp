// A parcel's label: what the sorter reads is largest, what the courier reads next, what the buyer may know last.
#include "core/labels/templates.h"
#include "core/labels/textfit.h"

namespace supercargo {
namespace {

constexpr int kMargin = 2'500, kGap = 800;

QString placeOf(const AddressSnapshot& a)
{
  QString place = a.province;
  if (a.city != a.province)
    place += a.city;
  return place.isEmpty() ? a.country : place;
}

QString wholeAddress(const AddressSnapshot& a)
{
  QStringList parts{placeOf(a), a.district, a.street};
  parts.removeAll(QString());
  const bool isChinese = std::ranges::any_of(a.city + a.street, [](QChar c) { return c.unicode() >= 0x2E80; });
  QString text = parts.join(isChinese ? QString() : QStringLiteral(", "));
  if (!a.postalCode.isEmpty())
    text += u' ' + a.postalCode;
  return text;
}

QString nameAndPhone(const AddressSnapshot& a)
{
  return QString(a.name + QStringLiteral("  ") + a.phone).trimmed();
}

/// Lays sections below each other; heights are given for a label of 130 mm and grow with a longer one.
class Waybill {
public:
  Waybill(PaperSize paper, const LabelWords& words) : m_words(words)
  {
    m_page.paper = paper;
    m_left = kMargin;
    m_width = paper.width - 2 * kMargin;
    m_scale = std::max(0.6, std::min(double(paper.height) / kPaper76x130.height, 1.35));
    m_y = kMargin;
  }

  void head(const WaybillFacts& f)
  {
    const int height = tall(9'000);
    text({m_left, m_y, m_width * 6 / 10, height}, f.courier, tall(6'000), true);
    LayoutText service = made({m_left + m_width * 6 / 10, m_y, m_width * 4 / 10, height}, f.service, tall(4'500), true);
    service.place = TextPlace::Right;
    m_page.texts.push_back(service);
    end(height);
  }

  void routing(const WaybillFacts& f)
  {
    const int height = tall(13'000);
    LayoutText code = made({m_left, m_y, m_width, height}, f.sortCode.isEmpty() ? placeOf(f.recipient) : f.sortCode,
                           tall(10'500), true);
    code.smallest = 3'500;
    code.place = TextPlace::Centre;
    m_page.texts.push_back(code);
    end(height);
  }

  void number(const WaybillFacts& f, Symbol symbol)
  {
    const int bars = tall(15'000), type = tall(4'200);
    m_page.codes.push_back({{m_left, m_y, m_width, bars}, std::move(symbol)});
    LayoutText plain = made({m_left, m_y + bars + kGap / 2, m_width, linePitch(type)}, f.number, type, true);
    plain.place = TextPlace::Centre;
    m_page.texts.push_back(plain);
    end(bars + kGap / 2 + linePitch(type));
  }

  void person(const QString& word, const AddressSnapshot& a, int height, int type, int lines)
  {
    const int tag = tall(9'500);
    LayoutText heading = made({m_left, m_y, tag, height}, word, type, true);
    heading.smallest = 1'800;
    heading.lines = 2;
    m_page.texts.push_back(heading);
    const int x = m_left + tag + kGap, width = m_width - tag - kGap, line = linePitch(type);
    text({x, m_y, width, line}, nameAndPhone(a), type, true);
    LayoutText where = made({x, m_y + line, width, height - line}, wholeAddress(a), type, false);
    where.smallest = 1'900;
    where.lines = lines;
    m_page.texts.push_back(where);
    end(height);
  }

  void foot(const WaybillFacts& f, Symbol qr)
  {
    const int side = tall(20'000), x = m_left + side + kGap, width = m_width - side - kGap, type = tall(3'000);
    m_page.codes.push_back({{m_left, m_y, side, side}, std::move(qr)});
    int y = m_y;
    const auto fact = [&](const QString& words, bool bold = false) {
      if (!words.isEmpty() && y + linePitch(type) <= m_y + side)
        text({x, y, width, linePitch(type)}, words, type, bold);
      y += words.isEmpty() ? 0 : linePitch(type);
    };
    if (!f.cashOnDelivery.isEmpty()) {
      const int height = linePitch(tall(4'200)) + kGap;
      m_page.boxes.push_back({{x, y, width, height}, 400});
      text({x + kGap, y + kGap / 2, width - 2 * kGap, height - kGap}, m_words.cashOnDelivery + u' ' + f.cashOnDelivery,
           tall(4'200), true);
      y += height + kGap;
    }
    fact(m_words.order + u' ' + f.orderNumber);
    if (f.parcels > 1)
      fact(m_words.parcel + QStringLiteral(" %1/%2").arg(f.parcel).arg(f.parcels), true);
    if (f.weightGrams > 0)
      fact(m_words.weight + QStringLiteral(" %1 kg").arg(double(f.weightGrams) / 1000, 0, 'f', 3));
    if (!f.remark.isEmpty())
      fact(m_words.note + u' ' + f.remark);
    end(std::max(side, y - m_y));
  }

  void goods(const WaybillFacts& f)
  {
    const int type = tall(2'800), line = linePitch(type);
    int room = (m_page.paper.height - kMargin - m_y) / line;
    for (size_t i = 0; i < f.lines.size() && room > 0; ++i, --room) {
      const bool isLast = room == 1 && i + 1 < f.lines.size();
      const LabelLine& goods = f.lines[i];
      text({m_left, m_y, m_width, line},
           isLast ? m_words.more.arg(f.lines.size() - i)
                  : QStringLiteral("%1 × %2 %3").arg(goods.quantity).arg(goods.title, goods.options).trimmed(),
           type, false);
      m_y += line;
    }
  }

  LayoutPage take() { return std::move(m_page); }

  int tall(int length) const { return int(length * m_scale); }

private:
  LayoutText made(const LayoutRect& at, const QString& words, int type, bool bold) const
  {
    return {at, words, type, std::min(type, std::max(1'900, type / 2)), bold, TextPlace::Left, 1};
  }
  void text(const LayoutRect& at, const QString& words, int type, bool bold)
  {
    m_page.texts.push_back(made(at, words, type, bold));
  }
  /// Closes a section with a rule.
  void end(int height)
  {
    m_y += height + kGap;
    m_page.line(m_left, m_y, m_width);
    m_y += kGap;
  }

  const LabelWords& m_words;
  LayoutPage m_page;
  int m_left = 0, m_width = 0, m_y = 0;
  double m_scale = 1;
};

} // namespace

Result<LayoutPage> waybillLabel(const WaybillFacts& facts, PaperSize paper, const LabelWords& words)
{
  if (facts.recipient.name.isEmpty() && facts.recipient.street.isEmpty())
    return fail(ErrorKind::Invalid, QStringLiteral("the parcel has no recipient's address"), facts.orderNumber);
  SC_TRY_ASSIGN(bars, code128(facts.number));
  SC_TRY_ASSIGN(qr, qrCode(facts.number));
  Waybill label(paper, words);
  label.head(facts);
  label.routing(facts);
  label.number(facts, std::move(bars));
  label.person(words.recipient, facts.recipient, label.tall(20'000), label.tall(4'200), 4);
  label.person(words.sender, facts.sender, label.tall(11'000), label.tall(2'900), 3);
  label.foot(facts, std::move(qr));
  label.goods(facts);
  return label.take();
}

} // namespace supercargo
