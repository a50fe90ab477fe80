#pragma once

#include "core/stock/work.h"
#include "ui/inventory/shortdialog.h"

#include <QTimeZone>

namespace supercargo {

/// The lines of a table with opening stock, and what could not be read. Bytes of a CSV or XLSX file.
struct OpeningFile {
  std::vector<OpeningLine> lines;
  QStringList faults; ///< a sentence each
};
Result<OpeningFile> readOpening(QByteArrayView bytes, Currency currency, const QTimeZone& zone);

/// What a file would open, before anything is written.
class OpeningDialog : public ShortDialog {
  Q_OBJECT
public:
  OpeningDialog(const QString& file, const OpeningFile& content, QWidget* parent = nullptr);
};

} // namespace supercargo
