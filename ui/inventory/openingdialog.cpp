#include "ui/inventory/openingdialog.h"

#include "core/files/records.h"
#include "ui/inventory/stockwords.h"
#include "ui/text/filewords.h"
#include "ui/theme/theme.h"

#include <QTableWidget>

namespace supercargo {
namespace {
constexpr std::size_t kShown = 500;
constexpr qsizetype kFaultsShown = 3;
} // namespace

Result<OpeningFile> readOpening(QByteArrayView bytes, Currency currency, const QTimeZone& zone)
{
  SC_TRY_ASSIGN(sheet, readSheet(bytes));
  SC_TRY_ASSIGN(mapping, mapColumns(ImportKind::Stock, sheet.header));
  const ImportedRecords records = readRecords(ImportKind::Stock, sheet, mapping, {currency, zone});
  OpeningFile file;
  for (const StockSnapshot& stock : records.snapshots.stock)
    file.lines.push_back({0, {stock.sku, stock.location, {}}, stock.onHand.value_or(stock.available.value_or(-1))});
  for (const RowResult& row : records.rows)
    if (row.kind == RowResult::Kind::Failed)
      file.faults << OpeningDialog::tr("Row %1: %2").arg(numberText(row.row), rowFaultsText(row.faults));
  return file;
}

OpeningDialog::OpeningDialog(const QString& file, const OpeningFile& content, QWidget* parent)
    : ShortDialog(tr("Opening stock"), tr("Open the balances"), parent)
{
  resize(2 * px(Size::Details), px(Size::Palette));
  addText(file, "strong");
  addText(tr("%n row(s) can be read. Balances that somebody has opened before stay as they are.", nullptr,
             int(content.lines.size())));
  QTableWidget* table = addTable({tr("SKU"), tr("Warehouse"), tr("Pieces")}, tr("Opening stock of the file"));
  for (std::size_t i = 0; i < std::min(kShown, content.lines.size()); ++i) {
    const OpeningLine& line = content.lines[i];
    table->insertRow(int(i));
    const QString place = line.place.warehouse.isEmpty() ? QStringLiteral("main") : line.place.warehouse;
    const QStringList cells{line.place.sku, warehouseWord(place), numberText(line.quantity)};
    for (int column = 0; column < cells.size(); ++column) {
      auto* item = new QTableWidgetItem(cells[column]);
      item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
      table->setItem(int(i), column, item);
    }
  }
  if (!content.faults.isEmpty()) {
    QStringList shown = content.faults.mid(0, kFaultsShown);
    if (content.faults.size() > kFaultsShown)
      shown << tr("… and %n more", nullptr, int(content.faults.size() - kFaultsShown));
    say(shown.join(u'\n'));
  }
  action()->setEnabled(!content.lines.empty());
}

} // namespace supercargo
