#pragma once

#include "core/files/records.h"

/// How rows become records. Internal to this folder.
namespace supercargo::files {

/// One row seen through the mapping; collects what is wrong with it.
class Cells {
public:
  Cells(const Sheet& sheet, const Mapping& mapping, const ImportDefaults& defaults, const SheetRow& row);

  qint64 number() const { return m_row.number; }
  QString text(const char* field) const; ///< empty: no column, no value, or the text "null" of Taobao's exports
  QString id(const char* field);         ///< a number that a spreadsheet has rounded is a fault
  Money amount(const char* field, Currency currency);
  std::optional<Money> amountIfAny(const char* field, Currency currency);
  std::optional<qint64> piecesIfAny(const char* field);
  std::optional<Instant> timeIfAny(const char* field);
  /// By the unit in the cell, else in the heading, else this one.
  std::optional<qint64> gramsIfAny(const char* field, const QString& unit);
  QString fullName() const; ///< of first and last name; empty: neither is told
  QString line() const;     ///< all cells as they stand, with tabs between
  void fault(RowFaultKind kind, const QString& about = {}) { m_faults.push_back({kind, about, {}}); }
  const std::vector<RowFault>& faults() const { return m_faults; }
  /// What has been found since there were `from` faults does not spoil the record.
  void forgive(size_t from);
  const std::vector<RowFault>& notes() const { return m_notes; }

private:
  int column(const char* field) const;

  const Sheet& m_sheet;
  const Mapping& m_mapping;
  const ImportDefaults& m_defaults;
  const SheetRow& m_row;
  std::vector<RowFault> m_faults, m_notes;
};

void readOrders(std::vector<Cells>& rows, const ImportDefaults& defaults, ImportedRecords& out);
void readOrderLines(std::vector<Cells>& rows, const ImportDefaults& defaults, ImportedRecords& out);
void readProducts(std::vector<Cells>& rows, const QString& layout, const ImportDefaults& defaults,
                  ImportedRecords& out);

void readFreight(std::vector<Cells>& rows, const ImportDefaults& defaults, ImportedRecords& out);

/// The row's currency, or the default where it names none; a code that is none is a fault.
Currency currencyOf(Cells& row, const ImportDefaults& defaults);

QString weightUnitIn(const QString& heading); ///< "kg" of "Weight (kg)"; empty: it names none

/// States of an order by what the file writes; false: unknown.
bool applyStatus(OrderSnapshot& order, const QString& status, const QString& financial, const QString& fulfilment,
                 bool cancelled);

/// Notes one result for every row of a record; false: it failed.
bool conclude(const std::vector<Cells*>& rows, const QString& id, ImportedRecords& out);

} // namespace supercargo::files
