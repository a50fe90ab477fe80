#include "core/providers/refusalwords.h"

namespace supercargo {

CourierVerdict refusalOf(const Declaration& declaration, const QString& reason)
{
  const QJsonObject row = declaration.rowWithWord("refusal_words", reason);
  if (row.isEmpty())
    return courierVerdict("business");
  return {row[QLatin1String("kind")].toString(), row[QLatin1String("retry")].toString(QStringLiteral("no"))};
}

} // namespace supercargo
