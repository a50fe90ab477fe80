#include "core/geo/gazetteer.h"

#include "core/base/inflate.h"

#include <cmath>

namespace supercargo {
namespace {

/// One line, cut at its tabs without copying.
class Fields {
public:
  explicit Fields(QByteArrayView line)
  {
    qsizetype from = 0;
    for (qsizetype tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
      m_parts.push_back(line.sliced(from, tab - from));
      from = tab + 1;
    }
    m_parts.push_back(line.sliced(from));
  }
  size_t size() const { return m_parts.size(); }
  QByteArrayView raw(size_t i) const { return i < m_parts.size() ? m_parts[i] : QByteArrayView(); }
  QString text(size_t i) const { return QString::fromUtf8(raw(i)); }
  /// Thousandths of a degree at `i` and `i + 1`; a "~" after them means "about".
  std::optional<GeoPoint> point(size_t i, bool* approximate = nullptr) const
  {
    QByteArrayView last = raw(i + 1);
    const bool about = last.endsWith('~');
    if (about)
      last.chop(1);
    if (approximate)
      *approximate = about;
    bool okX = false, okY = false;
    const int x = raw(i).toInt(&okX), y = last.toInt(&okY);
    if (!okX || !okY || std::abs(x) > 180'000 || std::abs(y) > 90'000)
      return std::nullopt;
    return GeoPoint{x / 1000.0, y / 1000.0};
  }

private:
  std::vector<QByteArrayView> m_parts;
};

bool addDivision(const Fields& f, Gazetteer& g)
{
  Division d;
  const int level = f.raw(1).toInt();
  const auto point = f.point(4, &d.approximate);
  if (level < 1 || level > 3 || !point || f.raw(2).size() != 6 || f.raw(3).isEmpty())
    return false;
  d.level = DivisionLevel(level);
  d.code = f.text(2);
  d.name = f.text(3);
  d.shortName = f.size() > 6 ? f.text(6) : shortDivisionName(d.name);
  if (d.shortName.size() >= 3 && d.shortName.endsWith(u'族')) // 东乡族自治县 bears no name but its people's
    d.shortName.chop(1);
  d.point = *point;
  if (g.byCode.contains(d.code))
    return true; // cities without districts come a second time as their own county
  if (!d.code.endsWith(u'-'))
    g.byCode.insert(d.code, int(g.divisions.size()));
  g.divisions.push_back(std::move(d));
  return true;
}

bool addWorldPlace(const Fields& f, Gazetteer& g)
{
  const auto point = f.point(4);
  if (!point || f.raw(1).size() != 2)
    return false;
  const int bits = f.raw(6).toInt();
  g.world.push_back(
      {f.text(1), f.text(2), f.text(3), f.text(8), *point, bits > 0 ? std::ldexp(1.0, bits) : 0, f.raw(7).toInt()});
  return true;
}

bool addLine(const Fields& f, Gazetteer& g)
{
  if (f.raw(0) == "A")
    return addDivision(f, g);
  if (f.raw(0) == "W")
    return addWorldPlace(f, g);
  const auto point = f.raw(0) == "T" ? f.point(3) : f.point(4);
  if (!point)
    return false;
  if (f.raw(0) == "T")
    g.townships.push_back({f.text(2), f.text(1), *point});
  else if (f.raw(0) == "I")
    g.islands.push_back({f.text(3), *point});
  else
    return false;
  return true;
}

void linkParents(Gazetteer& g)
{
  for (Division& d : g.divisions) {
    if (d.level == DivisionLevel::Province)
      continue;
    // Counties that a province governs itself have no prefecture, and some bear a code that looks like one.
    const auto above = [&](const QString& code) {
      const int found = g.byCode.value(code, -1);
      return found >= 0 && g.divisions[size_t(found)].level < d.level ? found : -1;
    };
    const int prefecture = above(d.code.left(4) + QLatin1String("00"));
    d.parent = prefecture >= 0 ? prefecture : above(d.code.left(2) + QLatin1String("0000"));
  }
}

template <class Fn>
void forEachLine(QByteArrayView text, Fn fn)
{
  for (qsizetype from = 0, number = 1; from < text.size(); ++number) {
    const qsizetype end = text.indexOf('\n', from);
    const qsizetype to = end < 0 ? text.size() : end;
    if (to > from && !fn(text.sliced(from, to - from), number))
      return;
    from = to + 1;
  }
}

bool dropEnding(QString& name, const QStringList& endings, qsizetype least)
{
  for (const QString& ending : endings)
    if (name.endsWith(ending) && name.size() - ending.size() >= least) {
      name.chop(ending.size());
      return true;
    }
  return false;
}

} // namespace

bool isCityProvince(QStringView code)
{
  static const QStringList kProvinces{QStringLiteral("11"), QStringLiteral("12"), QStringLiteral("31"),
                                      QStringLiteral("50"), QStringLiteral("71"), QStringLiteral("81"),
                                      QStringLiteral("82")};
  return kProvinces.contains(code.left(2));
}

QString shortDivisionName(const QString& name)
{
  static const QStringList kAutonomous = QStringLiteral("自治州 自治县 自治旗 自治区").split(u' ');
  static const QStringList kPeoples =
      QStringLiteral("蒙古族 蒙古 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 "
                     "哈尼族 哈萨克族 哈萨克 傣族 黎族 傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 "
                     "柯尔克孜族 柯尔克孜 土族 达斡尔族 达斡尔 仫佬族 羌族 布朗族 撒拉族 毛南族 仡佬族 锡伯族 锡伯 "
                     "普米族 塔吉克族 塔吉克 怒族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春 各族 壮 回")
          .split(u' ');
  static const QStringList kEndings = QStringLiteral("特别行政区 地区 林区 新区 省 市 县 区 盟 旗").split(u' ');
  QString rest = name;
  if (dropEnding(rest, kAutonomous, 2)) {
    while (dropEnding(rest, kPeoples, 2)) {
    }
    return rest;
  }
  dropEnding(rest, kEndings, 2);
  return rest;
}

Result<Gazetteer> readGazetteer(QByteArrayView packed, QByteArrayView english)
{
  SC_TRY_ASSIGN(text, inflated(packed));
  Gazetteer g;
  std::optional<Error> fault;
  forEachLine(text, [&](QByteArrayView line, qsizetype number) {
    if (!addLine(Fields(line), g))
      fault = Error{ErrorKind::BadResponse, QStringLiteral("the gazetteer is damaged in line %1").arg(number)};
    return !fault;
  });
  if (fault)
    return fail(*fault);
  if (g.divisions.empty())
    return fail(ErrorKind::BadResponse, QStringLiteral("the gazetteer is empty"));
  linkParents(g);
  forEachLine(english, [&](QByteArrayView line, qsizetype) {
    const Fields f(line);
    const int found = g.byCode.value(f.text(0), -1);
    if (found >= 0)
      (f.raw(2) == "~" ? g.divisions[size_t(found)].pinyin : g.divisions[size_t(found)].englishName) = f.text(1);
    return true;
  });
  return g;
}

} // namespace supercargo
