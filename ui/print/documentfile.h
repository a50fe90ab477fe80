#pragma once

#include "core/labels/printmatter.h"
#include "ui/print/printsettings.h"

#include <QStringList>

namespace supercargo {

/// A document as a file.
struct DocumentFile {
  QByteArray bytes;
  QString ending; ///< "pdf", without a dot
};

/// How the name of this document's file may end, the usual one first: layouts "pdf" and "zpl", by `form`; a courier's
/// file as it came, HTML also "pdf".
QStringList documentEndings(const PrintMatter& matter, PrintForm form = PrintForm::Page);

/// `ending` empty: the usual one. Errors carry a `printfault` (ui/print/printwords.h) as detail, kOtherEnding for one
/// that is not in documentEndings. Needs a QGuiApplication.
Result<DocumentFile> documentFile(const PrintMatter& matter, int dotsPerInch, PrintForm form = PrintForm::Page,
                                  const QString& ending = {});

/// A safe name for it, without ending: "SF123_4".
QString documentFileName(const QString& title);

/// Whether every bar code finds room at this resolution; kNoFit names the first that does not.
Result<void> checkCodes(const Layout& layout, int dotsPerInch);

} // namespace supercargo
