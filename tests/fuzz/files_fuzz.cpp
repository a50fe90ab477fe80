/// Any file must be read without a crash, as every kind of record. An input: the file, and where "--map " begins a line
/// of it, behind that what somebody types of its columns.
#include "core/files/records.h"
#include "tests/fuzz/fuzz.h"

using namespace supercargo;
using namespace supercargo::fuzz;

namespace {

void read(ImportKind kind, const Sheet& sheet, const QMap<QString, QString>& typed)
{
  const auto mapping = mapColumns(kind, sheet.header, typed);
  demandReason(mapping);
  if (!mapping)
    return;
  for (auto field = mapping->fields.cbegin(); field != mapping->fields.cend(); ++field)
    demand(importFields(kind).contains(field.key()) && sheet.header.contains(field.value()),
           "a column or field that there is not");
  readRecords(kind, sheet, *mapping, {Currency(), QTimeZone::utc()});
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size)
{
  const QByteArray all = bytesOf(data, size), mark = "\n--map ";
  const qsizetype end = all.lastIndexOf(mark);
  const auto sheet = readSheet(end < 0 ? all : all.left(end));
  demandReason(sheet);
  if (!sheet)
    return 0;
  for (const ImportKind kind : kImportKinds) {
    read(kind, *sheet, {});
    if (end < 0)
      continue;
    const auto typed = parseMapping(kind, sheet->header, {QString::fromUtf8(all.mid(end + mark.size()))});
    demandReason(typed);
    if (typed)
      read(kind, *sheet, *typed);
  }
  return 0;
}
