/// Every value of any document is asked for as every type: no fault but a noted one, and writing a document anew loses
/// nothing.
#include "core/base/jsonreader.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;

namespace {

void askAll(const JsonReader& value, int depth)
{
  (void)value.text();
  (void)value.integer();
  (void)value.boolean();
  (void)value.money(Currency());
  (void)value.minorMoney(Currency());
  (void)value.instant();
  (void)value.localInstant(kChinaOffset);
  (void)value.textIfAny();
  (void)value.integerIfAny();
  (void)value.moneyIfAny(Currency());
  (void)value.instantIfAny();
  (void)value.path();
  (void)value["id"].text();
  (void)value.at(0).path();
  if (depth > 16)
    return;
  if (value.isArray())
    for (const JsonReader& item : value.items())
      askAll(item, depth + 1);
  if (value.isObject())
    for (const auto& [name, member] : value.members())
      askAll(member.isolated(), depth + 1);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const auto root = JsonReader::parse(fuzz::bytesOf(data, size));
  fuzz::demandReason(root);
  if (!root)
    return 0;
  askAll(root->isolated(), 0);
  const QByteArray written = root->json();
  const auto again = JsonReader::parse(written);
  fuzz::demand(again.has_value(), "what was written cannot be read");
  fuzz::demand(again->json() == written, "what was written reads differently");
  return 0;
}
