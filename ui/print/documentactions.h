#pragma once

#include "ui/print/documentfile.h"

#include <functional>

class QWidget;

/// What a person does with a document beside printing it.
namespace supercargo {

/// How it went, in words.
struct DocumentNote {
  bool isDone = false;
  QString sentence; ///< may be empty when it is done and plain to see
};

/// The kind of file goes by the name's suffix; without one it is the document's usual kind.
DocumentNote saveDocument(const PrintMatter& matter, int dotsPerInch, PrintForm form, const QString& file);

/// Shows it in the program that this computer has for such files: a copy in a folder that goes when the program ends.
/// What is only an address is opened there. HTML goes as PDF: nothing of it may run.
DocumentNote openDocument(const PrintMatter& matter, int dotsPerInch, PrintForm form, const QString& name);

/// Asks where to save it, by the kinds of file it can become; a name without suffix gets that of the kind chosen.
void askWhereToSave(QWidget* parent, const PrintMatter& matter, PrintForm form, const QString& name,
                    std::function<void(const QString& file)> chosen);

} // namespace supercargo
