#include "core/sync/clockoffset.h"

namespace supercargo {

using namespace std::chrono;

std::optional<milliseconds> measuredOffset(const HttpResponse& response, Instant sentAt)
{
  if (!response.header("age").isEmpty() && response.header("age") != "0")
    return std::nullopt;
  const auto date = parseHttpDate(response.header("date"));
  const auto roundTrip = response.receivedAt - sentAt;
  if (!date || roundTrip > seconds(3) || roundTrip < seconds(0))
    return std::nullopt;
  // The header has whole seconds, cut off: half a second later is the best guess.
  return *date + milliseconds(500) - (sentAt + roundTrip / 2);
}

bool isNewOffset(milliseconds known, milliseconds measured)
{
  return abs(measured - known) > seconds(2) + milliseconds(500);
}

} // namespace supercargo
