#include "app/sandbox/site.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {

QString token(quint64 seed, quint64 subject, int length, QLatin1StringView alphabet)
{
  Dice dice(seed, Use::Key, subject);
  QString result;
  while (result.size() < length)
    result += QChar(alphabet[qsizetype(dice.next() % quint64(alphabet.size()))]);
  return result;
}

qint64 disturbedPage(Site& site, qint64 page)
{
  if (site.faults.strikes(u"changed-mid-page"_s))
    site.world.place(3);
  return page > 0 && site.faults.strikes(u"duplicate-page"_s) ? page - 1 : page;
}

QJsonArray disturbedItems(Site& site, const QJsonArray& items)
{
  if (!site.faults.strikes(u"reordered-page"_s))
    return items;
  QJsonArray reversed;
  for (qsizetype i = items.size(); i-- > 0;)
    reversed.append(items[i]);
  return reversed;
}

} // namespace supercargo::sandbox
