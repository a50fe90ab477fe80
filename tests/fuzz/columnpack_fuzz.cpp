/// Whatever a damaged database holds for a day is noticed or read, and what was read packs to what reads the same.
#include "core/store/columnpack.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  constexpr size_t kColumns = 3;
  ColumnUnpacker unpacker(fuzz::bytesOf(data, size));
  std::vector<std::vector<qint64>> columns(kColumns, std::vector<qint64>(size_t(unpacker.rows())));
  for (auto& column : columns)
    if (!unpacker.column([&](qint64 row, qint64 number) { column[size_t(row)] = number; }))
      return 0;
  ColumnPacker packer(unpacker.words(), unpacker.rows());
  for (const auto& column : columns)
    packer.append(column);
  ColumnUnpacker again(packer.take());
  fuzz::demand(again.words() == unpacker.words() && again.rows() == unpacker.rows(), "another day came back");
  for (const auto& column : columns)
    fuzz::demand(again.column([&](qint64 row, qint64 number) {
      fuzz::demand(column[size_t(row)] == number, "another number came back");
    }),
                 "what was packed is damaged");
  fuzz::demand(again.isAtEnd(), "something is left over");
  return 0;
}
