#include "core/files/rowfault.h"

namespace supercargo {
namespace {

struct Named {
  const char *name, *english; ///< %1 and %2 are about and beside
};

/// In the order of RowFaultKind.
constexpr Named kFaults[] = {
    {"cell_count", "%1 cells under %2 headings"},
    {"open_quote", "a quote is opened and never closed"},
    {"sheet_cut", "the sheet ends too soon: %1"},
    {"rounded_number", "the spreadsheet has rounded \"%1\": export such numbers as text"},
    {"no_amount", "no amount: \"%1\""},
    {"no_pieces", "no number of pieces: \"%1\""},
    {"no_time", "no time: \"%1\""},
    {"no_currency", "no currency: \"%1\""},
    {"too_large", "the sum is too large"},
    {"no_sku", "no sku"},
    {"no_title", "no title"},
    {"no_order_number", "no order number"},
    {"no_order_time", "no time of the order"},
    {"no_price", "no price of one piece"},
    {"no_customer", "nothing tells this customer from others"},
    {"not_stocked", "not stocked there"},
    {"no_quantity", "no quantity"},
    {"no_waybill", "no waybill number"},
    {"no_bill_day", "no day of the bill"},
    {"no_weight", "no weight: \"%1\""},
    {"no_weight_unit", "no unit of weight with \"%1\" nor in its heading: g, kg, lb or oz"},
    {"too_heavy", "too heavy for one piece: \"%1\""},
    {"no_charge", "no amount charged"},
};
static_assert(std::size(kFaults) == std::size_t(RowFaultKind::NoCharge) + 1);

} // namespace

QString rowFaultName(RowFaultKind kind)
{
  return QString::fromLatin1(kFaults[std::size_t(kind)].name);
}

QString rowFaultEnglish(const RowFault& fault)
{
  QString text = QString::fromLatin1(kFaults[std::size_t(fault.kind)].english);
  if (text.contains(QLatin1String("%2")))
    return text.arg(fault.about, fault.beside);
  return text.contains(QLatin1String("%1")) ? text.arg(fault.about) : text;
}

} // namespace supercargo
