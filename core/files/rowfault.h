#pragma once

#include <QString>

namespace supercargo {

/// What can be wrong with a row of a file.
enum class RowFaultKind {
  CellCount,     ///< about: how many cells stand there, beside: how many headings
  OpenQuote,     ///< a quote is opened and never closed
  SheetCut,      ///< about: where the file ends, in the words of its reader
  RoundedNumber, ///< about: the identifier that a spreadsheet has rounded
  NoAmount,      ///< about: what stands there
  NoPieces,      ///< about: what stands there
  NoTime,        ///< about: what stands there
  NoCurrency,    ///< about: what stands there
  TooLarge,      ///< a sum of the row does not fit
  NoSku,
  NoTitle,
  NoOrderNumber,
  NoOrderTime,
  NoPrice,    ///< of one piece
  NoCustomer, ///< nothing tells this customer from others
  NotStocked, ///< skipped
  NoQuantity, ///< skipped
  NoWaybill,
  NoBillDay,
  NoWeight,     ///< about: what stands there
  NoWeightUnit, ///< about: what stands there
  TooHeavy,     ///< about: what stands there
  NoCharge,     ///< the amount is missing
};

/// A fault with what it is about. Sentences for people are made in ui (ui/text/filewords.h).
struct RowFault {
  RowFaultKind kind;
  QString about, beside;
  bool operator==(const RowFault&) const = default;
};

QString rowFaultName(RowFaultKind kind);        ///< "no_amount": stable, for scripts
QString rowFaultEnglish(const RowFault& fault); ///< for logs and scripts

} // namespace supercargo
