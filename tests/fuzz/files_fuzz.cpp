/// Any file must be read without a crash, as every kind of record.
#include "core/files/records.h"

#include <cstddef>
#include <cstdint>

using namespace supercargo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const auto sheet = readSheet(QByteArrayView(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)));
  if (!sheet)
    return 0;
  for (const ImportKind kind : kImportKinds)
    if (const auto mapping = mapColumns(kind, sheet->header))
      readRecords(kind, *sheet, *mapping, {Currency(), QTimeZone::utc()});
  return 0;
}
