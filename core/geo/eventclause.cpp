#include "core/geo/eventclause.h"

#include "core/geo/hanvariants.h"

#include <QStringList>

namespace supercargo {
namespace {

const QStringList kNext = QStringLiteral("发往 运往 送往 飞往 寄往 转往 开往 驶往 前往 下一站 下一网点 下一环节 下站 "
                                         "本次转运目的地 目的地: 目的地： 上一站 来自 即将到达 即将抵达 将到达 将抵达 "
                                         "将于 地址: 地址： 收货地 收件地 收件人地址 寄件人地址")
                              .split(u' ');
/// "从北京发往广州的快件已到达郑州": where it goes only describes the parcel; what follows says where it is.
const QStringList kDescribed = QStringLiteral("的快件 的邮件 的包裹 的快递 的货物 的运单").split(u' ');
/// A part of a sentence that speaks of the parcel's present again.
const QStringList kNow =
    QStringLiteral("快件现 快件已 快件目前 快件当前 邮件现 邮件已 包裹现 包裹已 现在 现已 目前 当前").split(u' ');
const QStringList kArrivals = QStringLiteral("到达 抵达 已到 到了").split(u' ');
const QStringList kPeople =
    QStringLiteral("派件员 派送员 快递员 配送员 投递员 收件员 揽收员 业务员 签收人 收件人 取件人 "
                   "派件人 揽件人 联系人 寄件人 快件交给")
        .split(u' ');
const QString kPersonMarks = QStringLiteral(":：是【[（( ,，");
const QString kPersonEnds = QStringLiteral(",，。.;；、】])）（(！! \t");
constexpr qsizetype kLongestPerson = 6, kLongestName = 4;
const QStringList kDoing = QStringLiteral("正在 已经 正为 为您").split(u' '); ///< what follows the name of a courier

/// The same in English, in lower case; each followed by a place.
const QStringList kNextLatin{
    QStringLiteral("next stop"),    QStringLiteral("next station"),  QStringLiteral("bound for"),
    QStringLiteral("en route to"),  QStringLiteral("on its way to"), QStringLiteral("destined for"),
    QStringLiteral("destination:"), QStringLiteral("heading to"),    QStringLiteral("departure to")};

/// "预计明日送达": what is expected is not yet; only the part before it counts.
qsizetype expectedAt(QStringView text)
{
  const qsizetype at = text.indexOf(u"预计");
  if (at < 0)
    return -1;
  const QStringView near = text.sliced(at, std::min<qsizetype>(16, text.size() - at));
  return near.contains(u"到达") || near.contains(u"送达") || near.contains(u"抵达") ? at : -1;
}

qsizetype nextAt(QStringView text)
{
  qsizetype first = -1;
  for (const QString& mark : kNext) {
    const qsizetype at = text.indexOf(mark);
    if (at >= 0 && (first < 0 || at < first))
      first = at;
  }
  for (const QString& mark : kNextLatin) {
    const qsizetype at = text.indexOf(mark, 0, Qt::CaseInsensitive);
    if (at >= 0 && (first < 0 || at < first))
      first = at;
  }
  return first;
}

/// "派送员李海口正在派送"
bool isNameBeforeVerb(QStringView rest)
{
  return std::any_of(kDoing.begin(), kDoing.end(), [rest](const QString& verb) {
    const qsizetype at = rest.indexOf(verb);
    return at >= 2 && at <= kLongestName;
  });
}

/// Names of people are blanked: 派件员：安康 is no city.
void blankPeople(QString& text)
{
  for (const QString& mark : kPeople) {
    for (qsizetype at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      qsizetype from = at + mark.size();
      const qsizetype marks = from;
      while (from < text.size() && kPersonMarks.contains(text[from]))
        ++from;
      if (from == marks && mark != u"快件交给" && !isNameBeforeVerb(QStringView(text).sliced(from)))
        continue;
      for (qsizetype i = from; i < text.size() && i < from + kLongestPerson && !kPersonEnds.contains(text[i]); ++i)
        text[i] = u' ';
    }
  }
}

/// "已从上海发出，到达武汉": the arrival is later than where it left.
QStringView afterArrival(QStringView text)
{
  const qsizetype from = text.indexOf(u'从') >= 0 ? text.indexOf(u'从') : text.indexOf(u'由');
  if (from < 0)
    return text;
  for (const QString& mark : kArrivals) {
    const qsizetype at = text.lastIndexOf(mark);
    if (at > from + 2 && text.size() - at - mark.size() >= 2 && !text.sliced(at).startsWith(u"到达目的地"))
      return text.sliced(at + mark.size());
  }
  return text;
}

QStringView afterDescription(QStringView sentence)
{
  const qsizetype next = nextAt(sentence);
  for (const QString& mark : kDescribed)
    if (const qsizetype at = next < 0 ? -1 : sentence.indexOf(mark, next); at >= 0)
      return sentence.sliced(at + mark.size());
  return sentence;
}

/// "改投地址：杭州，快件现在宁波": what a later part says of now.
QStringView laterPart(QStringView sentence, qsizetype from)
{
  for (qsizetype comma = from; comma >= 0; comma = sentence.indexOf(u'，', comma + 1)) {
    const QStringView part = sentence.sliced(comma).startsWith(u'，') ? sentence.sliced(comma + 1) : QStringView();
    if (std::any_of(kNow.begin(), kNow.end(), [part](const QString& mark) { return part.startsWith(mark); }))
      return part;
  }
  return {};
}

/// What of a sentence says where the parcel is now; all of it when it begins with where it goes.
QString presentPart(QStringView sentence)
{
  if (const qsizetype at = expectedAt(sentence); at >= 0)
    sentence = sentence.first(at);
  const qsizetype at = nextAt(sentence);
  if (at < 0)
    return sentence.toString();
  const QStringView later = laterPart(sentence, at);
  if (at >= 2)
    return sentence.first(at).toString() + u' ' + later.toString();
  return (later.isEmpty() ? sentence : later).toString();
}

/// "收件地址：北京；快件当前在【天津】": a sentence about somewhere else does not hide the next one.
bool isElsewhere(QStringView sentence)
{
  const QStringView begins = sentence.trimmed();
  return nextAt(begins) == 0;
}

} // namespace

QString currentClause(QStringView text)
{
  QString clause = withoutSpacing(simplifiedHan(text));
  clause.replace(QChar(0x3000), u' ');
  blankPeople(clause);
  QString present;
  static const QString kEnds = QStringLiteral("；;。\n");
  for (qsizetype from = 0; from < clause.size();) {
    qsizetype to = from;
    while (to < clause.size() && !kEnds.contains(clause[to]))
      ++to;
    const QStringView sentence = afterDescription(QStringView(clause).sliced(from, to - from));
    if (!isElsewhere(sentence) || !laterPart(sentence, 0).isEmpty())
      present.append(presentPart(sentence)).append(u' ');
    from = to + 1;
  }
  return afterArrival(present.trimmed()).toString();
}

bool isPartOfOtherWord(QStringView rest)
{
  static const QStringList kWords =
      QStringLiteral(
          "路 街 大道 大街 巷 弄 胡同 大学 学院 学校 医院 小学 中学 幼儿园 花园 公寓 小区 广场 社区 大厦 酒店 "
          "宾馆 餐厅 银行 商场 超市 拉面 小吃 火锅 米粉 烤鸭 时间 一路 二路 三路 四路 五路 六路 国道 高速")
          .split(u' ');
  static const QString kNumbers = QStringLiteral("一二三四五六七八九十");
  static const QString kSides = QStringLiteral("东南西北中");
  qsizetype skip = 0;
  if (!rest.isEmpty() && kSides.contains(rest[0]))
    skip = 1;
  while (skip < rest.size() && skip < 4 && kNumbers.contains(rest[skip]))
    ++skip;
  for (const qsizetype from : {qsizetype(0), skip})
    for (const QString& word : kWords)
      if (from < rest.size() && rest.sliced(from).startsWith(word))
        return true;
  return false;
}

QString plainLatin(QStringView text)
{
  const QString apart = text.toString().normalized(QString::NormalizationForm_KD);
  QString plain;
  plain.reserve(apart.size());
  for (const QChar c : apart) {
    if (c.isMark() || c == u'\'' || c == QChar(0x2019))
      continue;
    const QChar low = c.toLower();
    if ((low >= u'a' && low <= u'z') || (low >= u'0' && low <= u'9'))
      plain.append(low);
    else if (!plain.isEmpty() && plain.back() != u' ')
      plain.append(u' ');
  }
  return plain.trimmed();
}

} // namespace supercargo
