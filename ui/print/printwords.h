#pragma once

#include "core/labels/printmatter.h"

#include <QTimeZone>

namespace supercargo {

/// The headings of labels and sheets in the language installed.
LabelWords labelWords();
/// Everything a document needs beside the facts.
PrintSetting printSetting(const QString& shop, Instant now, const QTimeZone& zone);

QString documentWord(PrintDocument document); ///< "Waybill label"
/// What a file of it is called: its subject, a pick list's by its kind since its subject is ids.
QString documentTitle(const NewPrintJob& what);
/// Why a job failed, in words: the runner's own reasons translated, others as they are.
QString printFaultText(const QString& error);

/// Reasons the runner writes into a job.
namespace printfault {
inline constexpr QLatin1String kNoPrinter("no_printer"), kPrinterGone("printer_gone"), kPrinterOff("printer_off"),
    kOnlyAddress("only_address"), kNoProgram("no_print_program"), kBadFile("bad_file"), kNoFit("no_fit"),
    kNotOnWindows("not_on_windows"), kOtherEnding("other_ending");
}

} // namespace supercargo
