#pragma once

#include "core/labels/printqueue.h"
#include "core/settings/settings.h"

#include <array>

namespace supercargo {

inline constexpr std::array kPrintDocuments{PrintDocument::WaybillLabel, PrintDocument::PackingSlip,
                                            PrintDocument::PickList, PrintDocument::ProductLabel};

/// A printer of the system by its name, or kFolderPrinter and a folder: then every document becomes a file there.
inline constexpr QLatin1String kFolderPrinter("folder:");

/// How our own documents go to the printer; a courier's files go as they came.
enum class PrintForm {
  Page, ///< drawn by the system's driver; as a file PDF
  Zpl   ///< raw, in the language of label printers
};

// One printer, form, size of paper and number of copies a kind of document; a test label is a waybill label's.
Setting<QString> printerSetting(PrintDocument document); ///< empty: none chosen
Setting<QString> formSetting(PrintDocument document);    ///< printFormName
Setting<QString> paperSetting(PrintDocument document);   ///< "76x130", "a4"
Setting<int> copiesSetting(PrintDocument document);
Setting<int> dotsSetting(PrintDocument document); ///< dots an inch: 203, 300
QString printFormName(PrintForm form);            ///< "page", "zpl"
/// As set; a word that is none of ours is a page. `settings` null: what holds without a choice.
PrintForm printForm(const Settings* settings, PrintDocument document);
int printDots(const Settings* settings, PrintDocument document);
/// What finishing a box prints.
extern const Setting<bool> kPackingPrintsLabel, kPackingPrintsSlip;

/// A job with the paper and copies set for its kind. `settings` null: what holds without a choice.
NewPrintJob newPrintJob(const Settings* settings, PrintDocument document, const QString& subject,
                        std::optional<OrderId> order = std::nullopt, std::optional<ShipmentId> shipment = std::nullopt);

} // namespace supercargo
