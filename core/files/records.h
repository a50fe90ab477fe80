#pragma once

#include "core/domain/orderlines.h"
#include "core/domain/pieceweight.h"
#include "core/files/mapping.h"

#include <QTimeZone>

namespace supercargo {

struct RowResult {
  enum class Kind { Read, Skipped, Failed };
  qint64 row = 0;
  Kind kind = Kind::Read;
  QString id;
  std::vector<RowFault> faults; ///< why it was skipped or failed, or what of it was not read

  QString reason() const; ///< the same in English, for logs and scripts
};

/// What files leave open.
struct ImportDefaults {
  Currency currency;
  QTimeZone zone; ///< of times that name none; Taobao's and 1688's exports are in China's time anyway
};

struct ImportedRecords {
  Snapshots snapshots;
  std::vector<OrderLines> lines; ///< of orders that another file tells
  std::vector<PieceWeight> weights;
  std::vector<RowResult> rows; ///< one for every row of the file, those that could not be cut among them; by number
};

/// A table's rows as records. Never guesses silently: an amount, a number of pieces or a time that cannot be read
/// fails its row, an unknown status is kept, warned of and noticed. One order may take several rows: all of them fail
/// together.
ImportedRecords readRecords(ImportKind kind, const Sheet& sheet, const Mapping& mapping,
                            const ImportDefaults& defaults);

/// "¥1,299.00", "1.299,00", "12,5 元". Which sign is the decimal one follows from their order; a comma alone is one
/// unless exactly three digits follow it.
Result<Money> parseAmount(QString text, Currency currency);
/// "5", "5.0". "1.234" may mean both a thousand and one: an error.
Result<qint64> parsePieces(const QString& text);
/// "1.25", "1,25 kg", "350 克", "0.35公斤", "2 lb", "8盎司" as grams, rounded up to whole ones. `unit` is the one where
/// the text names none; empty: it must name one.
Result<qint64> parseGrams(const QString& text, const QString& unit = {});
/// "2026-01-15 04:30:00 -0500", "2026/1/5 9:30", ISO; without zone in `zone`.
Result<Instant> parseTime(QString text, const QTimeZone& zone);
/// A spreadsheet's number of a time: days since 1899-12-30, by the clocks of `zone`.
Instant serialTime(double days, const QTimeZone& zone);
/// The moment at which clocks in `zone` show what `wallClock` would show in UTC.
Instant momentOf(Instant wallClock, const QTimeZone& zone);

} // namespace supercargo
