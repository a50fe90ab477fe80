/// What couriers push, as far as it is no answer to a call of ours.
#include "core/providers/kuaidi100/kuaidi100_protocol.h"
#include "core/providers/sf/sf_protocol.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QByteArray body = fuzz::bytesOf(data, size);
  static const Declaration& sf = findProvider(u"sf")->declaration;
  static const Declaration& kuaidi100 = findProvider(u"kuaidi100")->declaration;
  fuzz::demandReason(kuaidi100::parsePush(kuaidi100, body));
  if (const auto root = JsonReader::parse(body))
    (void)sf::pushedRoutes(sf, *root);
  return 0;
}
