#pragma once

#include "core/labels/printmatter.h"

#include <QObject>

#include <functional>

namespace supercargo {

struct PrintTarget {
  QString printer; ///< a system printer's name, or kFolderPrinter and a folder (ui/print/printsettings.h)
  int dotsPerInch = 203;
};

QStringList printersHere();

/// Hands a document to a printer and tells `done`, in the GUI thread and perhaps before this returns, once the
/// printer's queue has taken it. Errors carry one of `printfault` (ui/print/printwords.h) as detail. Layouts and
/// pictures are drawn here; a courier's PDF and ZPL go to the system's queue as they are. `owner` dead: nobody is told.
void printMatter(const PrintMatter& matter, const PrintTarget& target, const QString& title, int copies, QObject* owner,
                 std::function<void(Result<void>)> done);

/// The bytes of a file holding this document, and how its name ends: our layouts as PDF.
struct DocumentFile {
  QByteArray bytes;
  QString ending; ///< "pdf"
};
Result<DocumentFile> documentFile(const PrintMatter& matter, int dotsPerInch);

} // namespace supercargo
