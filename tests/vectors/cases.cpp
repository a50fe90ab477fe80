#include "tests/vectors/cases.h"

#include <QJsonArray>

#include <algorithm>

namespace supercargo::vectors {

QString caseName(const QString& list, qsizetype place, const QJsonObject& given)
{
  for (const char* name : {"id", "name"})
    if (const QString own = given[QLatin1String(name)].toVariant().toString(); !own.isEmpty())
      return own;
  const QString provider = given[QLatin1String("provider")].toString();
  return provider.isEmpty() ? QStringLiteral("%1[%2]").arg(list).arg(place)
                            : QStringLiteral("%1.%2").arg(provider).arg(place + 1);
}

void forEachCase(const QJsonObject& file, const char* list,
                 const std::function<void(const QString& name, const QJsonObject& given)>& check)
{
  const QString key = QLatin1String(list);
  const QJsonArray cases = file[key].toArray();
  for (qsizetype i = 0; i < cases.size(); ++i)
    check(caseName(key, i, cases[i].toObject()), cases[i].toObject());
}

QStringList casesOf(const QString& path, const QJsonObject& file)
{
  static const QStringList kNamed{QStringLiteral("aftersale"), QStringLiteral("currency_exponent"),
                                  QStringLiteral("files"), QStringLiteral("queries")};
  QStringList names;
  for (auto it = file.begin(); it != file.end(); ++it) {
    const QJsonArray list = it.value().toArray();
    for (qsizetype i = 0; i < list.size(); ++i)
      if (list[i].isObject() && it.key() != QLatin1String("producer")) // which programs made the file
        names.append(caseName(it.key(), i, list[i].toObject()));
    if (kNamed.contains(it.key()))
      names += it.value().toObject().keys();
  }
  return names.isEmpty() ? QStringList{path.section(u'/', -1).section(u'.', 0, 0)} : names;
}

QStringList untold(const QStringList& names, QStringList told)
{
  QStringList left;
  for (const QString& name : names) {
    qsizetype at = told.indexOf(name);
    for (qsizetype i = 0; at < 0 && i < told.size(); ++i)
      if (told[i].startsWith(name + u' '))
        at = i;
    if (at < 0)
      left.append(name);
    else
      told.removeAt(at);
  }
  return left;
}

bool isAbout(const Exception& exception, const QString& path)
{
  const QString own = QLatin1String(exception.path);
  return path == own || (own.endsWith(u'/') && path.startsWith(own));
}

} // namespace supercargo::vectors
