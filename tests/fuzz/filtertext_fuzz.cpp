/// A filter as typed is refused with a reason, or means the same when it is written anew.
#include "core/store/filtertext.h"
#include "core/store/shipmentfilter.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;

namespace {

void filterShipments(const QString& text)
{
  const auto filter = parseShipmentFilter(text);
  fuzz::demandReason(filter);
  if (!filter)
    return;
  const auto again = parseShipmentFilter(shipmentFilterText(*filter));
  fuzz::demand(again.has_value(), "a written filter of parcels is refused");
  fuzz::demand(*again == *filter, "a written filter of parcels means something else");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  static const FilterNames names{{{AccountId(1), QStringLiteral("官网店")}, {AccountId(2), QStringLiteral("My shop")}},
                                 QTimeZone("Asia/Shanghai"),
                                 Currency()};
  const Instant now = fromMs(1'790'000'000'000);
  const QString text = QString::fromUtf8(fuzz::bytesOf(data, size));
  filterShipments(text);
  const auto filter = parseOrderFilter(text, names, now);
  fuzz::demandReason(filter);
  if (!filter)
    return 0;
  const auto again = parseOrderFilter(orderFilterText(*filter, names), names, now);
  fuzz::demand(again.has_value(), "a written filter is refused");
  OrderFilter wanted = *filter;
  wanted.texts.removeAll(QString());
  fuzz::demand(*again == wanted, "a written filter means something else");
  return 0;
}
