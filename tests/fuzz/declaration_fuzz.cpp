/// A provider's declaration may be any text: it is read or refused with reasons.
#include "core/providers/declaration.h"
#include "tests/fuzz/fuzz.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  supercargo::fuzz::demandReason(supercargo::parseDeclaration(supercargo::fuzz::bytesOf(data, size)));
  return 0;
}
