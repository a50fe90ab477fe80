#pragma once

#include "core/db/changeset.h"
#include "core/db/connection.h"

#include <optional>
#include <vector>

/// What is to be printed, as rows: a jam, a dead printer or a crash loses nothing, and only what was lost is printed
/// again. Every function that changes something announces ChangeSet::outbox.
namespace supercargo {

using PrintJobId = Id<struct PrintJobTag>;

enum class PrintDocument { WaybillLabel, ProductLabel, PackingSlip, PickList, TestLabel };
QString printDocumentName(PrintDocument document); ///< "waybill_label"
std::optional<PrintDocument> printDocumentNamed(QStringView name);

enum class PrintState {
  Queued,
  Printing,
  Printed, ///< the printer's queue has taken it; only a person knows whether paper came out
  Failed,  ///< refused: no printer, no label; `error` says which
  Lost,    ///< begun and never seen to end, or a person found no paper
  Cancelled
};
QString printStateName(PrintState state); ///< "queued"
std::optional<PrintState> printStateNamed(QStringView name);

struct NewPrintJob {
  PrintDocument document = PrintDocument::WaybillLabel;
  std::optional<OrderId> order;
  std::optional<ShipmentId> shipment;
  QString subject; ///< what a person calls it: the order's number, the waybill, the SKU; pick list: the order ids
  QString paper, printer; ///< printer empty: the one set for this kind of document
  int copies = 1;
};

struct PrintJob {
  PrintJobId id;
  NewPrintJob what;
  PrintState state = PrintState::Queued;
  QString error, actor; ///< error: English
  Instant createdAt{}, changedAt{};
};

/// Invalid when there are fewer than 1 or more than 99 copies.
Result<PrintJobId> enqueuePrint(Connection& c, const NewPrintJob& wanted, const QString& actor, Instant now,
                                ChangeSet& changes);

/// Newest first, those below `before` (0: from the top); `states` empty: all.
Result<std::vector<PrintJob>> printJobs(Connection& c, const std::vector<PrintState>& states, int limit,
                                        qint64 before = 0);
Result<std::optional<PrintJob>> printJob(Connection& c, PrintJobId id);

/// The oldest that waits, now "printing"; nullopt: none.
Result<std::optional<PrintJob>> takeNextPrint(Connection& c, Instant now, ChangeSet& changes);

/// Printed: also noted with the courier's label and in the order's timeline. Conflict when it is not being printed.
Result<void> notePrinted(Connection& c, PrintJobId id, Instant now, ChangeSet& changes);
Result<void> notePrintFailed(Connection& c, PrintJobId id, const QString& why, Instant now, ChangeSet& changes);

/// A person looked and there is no paper. Conflict unless it was printed or is being printed.
Result<void> notePrintLost(Connection& c, PrintJobId id, Instant now, ChangeSet& changes);
/// Conflict unless it still waits.
Result<void> cancelPrint(Connection& c, PrintJobId id, Instant now, ChangeSet& changes);
/// Queues it again, failed, lost, cancelled or printed.
Result<void> printAgain(Connection& c, PrintJobId id, Instant now, ChangeSet& changes);
/// Queues again everything lost, and nothing else; how many.
Result<int> reprintLost(Connection& c, Instant now, ChangeSet& changes);

/// At the program's start: what was being printed when it died is lost.
Result<int> recoverPrints(Connection& c, Instant now, ChangeSet& changes);

} // namespace supercargo
