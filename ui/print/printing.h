#pragma once

#include "core/labels/printmatter.h"
#include "ui/print/printsettings.h"

#include <QObject>

#include <functional>

namespace supercargo {

struct PrintTarget {
  QString printer; ///< a system printer's name, or kFolderPrinter and a folder (ui/print/printsettings.h)
  int dotsPerInch = 203;
  PrintForm form = PrintForm::Page;
};

QStringList printersHere();

/// Hands a document to a printer and tells `done`, in the GUI thread and perhaps before this returns, once the
/// printer's queue has taken it. Errors carry one of `printfault` (ui/print/printwords.h) as detail. Pages and
/// pictures are drawn here; PDF and ZPL go to the system's queue as they are (ui/print/lpqueue.h). `owner` dead: nobody
/// is told.
void printMatter(const PrintMatter& matter, const PrintTarget& target, const QString& title, int copies, QObject* owner,
                 std::function<void(Result<void>)> done);
/// The shape of printMatter, for who is given another way to print.
using SendMatter = std::function<void(const PrintMatter&, const PrintTarget&, const QString& title, int copies,
                                      QObject* owner, std::function<void(Result<void>)> done)>;

} // namespace supercargo
