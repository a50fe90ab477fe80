#include "core/providers/refusalwords.h"

#include <QJsonArray>

namespace supercargo {

CourierVerdict refusalOf(const Declaration& declaration, const QString& reason)
{
  for (const QJsonValue& row : declaration.extra.value(QLatin1String("refusal_words")).toArray())
    for (const QJsonValue& word : row[QLatin1String("words")].toArray())
      if (reason.contains(word.toString(), Qt::CaseInsensitive))
        return {row[QLatin1String("kind")].toString(), row[QLatin1String("retry")].toString(QStringLiteral("no"))};
  return courierVerdict("business");
}

} // namespace supercargo
