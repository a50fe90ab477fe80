#pragma once

#include "core/db/connection.h"

#include <QHash>

namespace supercargo {

/// What things are called now: shops, their providers, articles and their categories. Read once for a report.
struct ReportNames {
  QHash<QString, QString> shops, channels;    ///< account id -> name, provider id
  QHash<QString, QString> titles, categories; ///< article -> title, first category
  QHash<QString, QString> segments;           ///< customer id -> RFM segment; filled only where it is asked for
};

enum class NamesOf { Shops, Articles };
Result<ReportNames> reportNames(Connection& c, const QList<NamesOf>& wanted);

} // namespace supercargo
