/// A provider's declaration may be any text: it is read or refused with reasons.
#include "core/providers/declaration.h"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QByteArrayView json(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
  const auto declaration = supercargo::parseDeclaration(json);
  if (!declaration && declaration.error().detail.isEmpty())
    __builtin_trap();
  return 0;
}
