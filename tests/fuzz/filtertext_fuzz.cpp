/// A filter as typed is refused with a reason, or means the same when it is written anew.
#include "core/store/filtertext.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  static const FilterNames names{{{AccountId(1), QStringLiteral("官网店")}, {AccountId(2), QStringLiteral("My shop")}},
                                 QTimeZone("Asia/Shanghai"),
                                 Currency()};
  const Instant now = fromMs(1'790'000'000'000);
  const auto filter = parseOrderFilter(QString::fromUtf8(fuzz::bytesOf(data, size)), names, now);
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
