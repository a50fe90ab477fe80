/// What couriers push, as far as it is no answer to a call of ours. An input: a byte that says whose it is, then the
/// push; ZTO pushes one scan at a time, so of those as many as the input has lines.
#include "core/providers/kdniao/kdniao_protocol.h"
#include "core/providers/kuaidi100/kuaidi100_protocol.h"
#include "core/providers/sf/sf_protocol.h"
#include "core/providers/zto/zto_protocol.h"
#include "tests/fuzz/whole.h"

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

void readKuaidi100(const QByteArray& body)
{
  static const Declaration& declaration = findProvider(u"kuaidi100")->declaration;
  const auto push = kuaidi100::parsePush(declaration, body);
  demandReason(push);
  demand(!push || !push->parcel || !push->parcel->number.isEmpty(), "a parcel without its number");
}

void readZto(const QByteArray& body)
{
  static const Declaration& declaration = findProvider(u"zto")->declaration;
  std::vector<JsonReader> entries;
  for (const QByteArray& line : body.split('\n'))
    if (const auto entry = JsonReader::parse(line))
      entries.push_back(*entry);
  const Snapshots snapshots = zto::pushedScans(declaration, entries);
  demandWhole(snapshots);
  size_t scans = snapshots.failures.size();
  for (const TrackingSnapshot& parcel : snapshots.tracking)
    scans += parcel.events.size();
  demand(scans <= entries.size() && (scans > 0 || entries.empty()), "other scans than were pushed");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  if (size < 1)
    return 0;
  static const Declaration& sf = findProvider(u"sf")->declaration;
  static const Declaration& kdniao = findProvider(u"kdniao")->declaration;
  const QByteArray body = bytesOf(data + 1, size - 1);
  const auto root = JsonReader::parse(body);
  switch (data[0] % 4) {
  case 0:
    if (root)
      demandWhole(sf::pushedRoutes(sf, *root));
    return 0;
  case 1:
    readKuaidi100(body);
    return 0;
  case 2:
    if (root)
      demandWhole(kdniao::pushedParcels(kdniao, *root));
    return 0;
  default:
    readZto(body);
    return 0;
  }
}
