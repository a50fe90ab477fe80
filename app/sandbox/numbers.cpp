#include "app/sandbox/numbers.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {
namespace {
constexpr char16_t kLetters[] = u"BCDFGHJKMNPQRTVWXYZ2346789"; // no vowels: no words
constexpr quint64 kBase = 26;
constexpr int kCodeLength = 9, kFillLength = 7;

QString digits(quint64 value, int width)
{
  return QString::number(value).rightJustified(width, u'0');
}

QString letters(quint64 value, int width)
{
  QString result(width, u'B');
  for (int i = width - 1; i >= 0; --i, value /= kBase)
    result[i] = kLetters[value % kBase];
  return result;
}

/// -1: not such a text.
qint64 valueOf(QStringView text)
{
  qint64 value = 0;
  for (const QChar c : text) {
    const qsizetype digit = QStringView(kLetters).indexOf(c);
    if (digit < 0)
      return -1;
    value = value * qint64(kBase) + digit;
  }
  return value;
}

QString prefix(Courier courier)
{
  switch (courier) {
  case Courier::Sf:
    return u"SF1"_s;
  case Courier::Yto:
    return u"YT8"_s;
  case Courier::Zto:
    break;
  }
  return u"75"_s;
}
} // namespace

Numbers::Numbers(quint64 seed) : m_codes(seed * 3 + 1), m_waybills(seed * 5 + 2), m_trades(seed * 7 + 3) {}

QString Numbers::orderNumber(qint64 index) const
{
  if (shopOf(index) == Shop::Woo)
    return QString::number(id(index));
  const quint64 code = m_codes.code(quint64(index));
  return letters(code, kCodeLength) + letters(Dice(code, Use::Key, 7).next() >> 31, kFillLength);
}

qint64 Numbers::indexOfOrderNumber(const QString& number) const
{
  bool isNumber = false;
  const qint64 id = number.toLongLong(&isNumber);
  if (isNumber)
    return indexOfId(Shop::Woo, id);
  const qint64 code = valueOf(QStringView(number).left(kCodeLength));
  return code < 0 || quint64(code) >= Scramble::kLimit ? -1 : qint64(m_codes.index(quint64(code)));
}

QString Numbers::waybill(Courier courier, qint64 index) const
{
  return prefix(courier) + digits(m_waybills.code(quint64(index)), 12);
}

std::optional<std::pair<Courier, qint64>> Numbers::indexOfWaybill(const QString& number) const
{
  for (const Courier courier : {Courier::Sf, Courier::Yto, Courier::Zto}) {
    bool ok = false;
    const quint64 code = QStringView(number).mid(prefix(courier).size()).toULongLong(&ok);
    if (number.startsWith(prefix(courier)) && ok && code < Scramble::kLimit)
      return std::pair(courier, qint64(m_waybills.index(code)));
  }
  return std::nullopt;
}

QString Numbers::tradeNo(qint64 index, Instant paid) const
{
  return formatLocal(paid, kChinaOffset).left(10).remove(u'-') + u"22001"_s + digits(m_trades.code(quint64(index)), 15);
}

qint64 Numbers::indexOfTradeNo(const QString& tradeNo) const
{
  bool ok = false;
  const quint64 code = QStringView(tradeNo).mid(13).toULongLong(&ok);
  return ok && code < Scramble::kLimit ? qint64(m_trades.index(code)) : -1;
}

} // namespace supercargo::sandbox
