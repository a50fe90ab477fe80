#pragma once

#include "core/base/result.h"
#include "core/files/rowfault.h"

#include <QSet>
#include <QStringList>

#include <vector>

namespace supercargo {

/// One row of a file as text. `number` is what a person sees at its side in a spreadsheet: the header is row 1.
struct SheetRow {
  qint64 number = 0;
  QStringList cells;    ///< as many as the header has
  QSet<int> inexact;    ///< numbers that the spreadsheet has rounded: they are no ids
  QSet<int> serialDate; ///< numbers of a spreadsheet; where a date is due, days since 1899-12-30
};

struct FaultyRow {
  qint64 row = 0;
  RowFault fault;
  bool operator==(const FaultyRow&) const = default;
};

/// A table read from a file, before anybody knows what it means.
struct Sheet {
  QString name;     ///< of the sheet in a workbook; empty for text files
  QString encoding; ///< "utf-8", "utf-16", "gb18030", "xlsx"
  QChar delimiter;  ///< of text files
  QStringList header;
  std::vector<SheetRow> rows;
  std::vector<FaultyRow> faults; ///< rows that could not be read; the others are there
};

/// Text: a BOM decides, else strict UTF-8, else GB18030; comma, semicolon or tab, whichever the first line has most of.
/// Quotes as in RFC 4180; one inside an unquoted cell is a letter. What protects cells from spreadsheets (a leading
/// apostrophe, ="…", a trailing tab) is taken off.
Result<Sheet> readCsv(QByteArrayView bytes);

/// The first visible sheet of an Office Open XML workbook (ECMA-376): shared, rich and inline texts, results of
/// formulas.
Result<Sheet> readXlsx(QByteArrayView bytes);

/// One of the two, by how the bytes begin.
Result<Sheet> readSheet(QByteArrayView bytes);

/// A cell without its protection.
QString cleanedCell(QString cell);

} // namespace supercargo
