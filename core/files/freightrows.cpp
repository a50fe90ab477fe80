#include "core/domain/courier.h"
#include "core/domain/freight.h"
#include "core/files/reading.h"

namespace supercargo::files {

void readFreight(std::vector<Cells>& rows, const ImportDefaults& defaults, ImportedRecords& out)
{
  for (Cells& row : rows) {
    FreightBillSnapshot bill;
    bill.number = normalisedNumber(row.id("tracking"));
    const Currency currency = currencyOf(row, defaults);
    const auto billedAt = row.timeIfAny("billed_at");
    const auto amount = row.amountIfAny("amount", currency);
    bill.grams = row.gramsIfAny("weight", QStringLiteral("kg"));
    if (bill.number.isEmpty())
      row.fault(RowFaultKind::NoWaybill);
    else if (row.text("billed_at").isEmpty())
      row.fault(RowFaultKind::NoBillDay);
    else if (row.text("amount").isEmpty())
      row.fault(RowFaultKind::NoCharge);
    bill.billedAt = billedAt.value_or(Instant());
    bill.amount = amount.value_or(Money(0, currency));
    bill.courier = courierCodeOf(row.text("courier"));
    bill.service = row.text("service");
    bill.destination = row.text("destination");
    bill.note = row.text("note");
    bill.rawLine = row.line();
    if (conclude({&row}, bill.number, out))
      out.snapshots.freightBills.push_back(std::move(bill));
  }
}

} // namespace supercargo::files
