#include "core/providers/billarchive.h"

#include "core/base/text.h"

#include <memory>
#include <zip.h>

namespace supercargo {
namespace {

constexpr zip_int64_t kMostEntries = 32;
constexpr zip_uint64_t kMostBytes = 256ULL * 1024 * 1024; ///< unpacked; a bill of a million rows has about 250 MB

struct CloseArchive {
  void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct CloseEntry {
  void operator()(zip_file_t* entry) const { zip_fclose(entry); }
};

tl::unexpected<Error> bad(const char* subject, const QString& detail)
{
  return fail(ErrorKind::BadResponse, detail, QString::fromLatin1(subject));
}

bool leavesItsFolder(const QString& name)
{
  return name.contains(QLatin1String("..")) || name.startsWith(u'/') || name.contains(u'\\') || name.contains(u':');
}

Result<QByteArray> readEntry(zip_t* archive, zip_uint64_t index, zip_uint64_t size)
{
  const std::unique_ptr<zip_file_t, CloseEntry> entry(zip_fopen_index(archive, index, 0));
  if (!entry)
    return bad("zip", QStringLiteral("a file of the bill cannot be opened"));
  // The stated size may lie: never read more than that.
  QByteArray bytes(static_cast<qsizetype>(size), Qt::Uninitialized);
  qsizetype filled = 0;
  for (;;) {
    char beyond = 0;
    const bool isFull = filled == bytes.size();
    const zip_int64_t got = zip_fread(entry.get(), isFull ? &beyond : bytes.data() + filled,
                                      isFull ? 1 : static_cast<zip_uint64_t>(bytes.size() - filled));
    if (got < 0)
      return bad(zip_error_code_zip(zip_file_get_error(entry.get())) == ZIP_ER_CRC ? "crc" : "zip",
                 QStringLiteral("a file of the bill is damaged"));
    if (got == 0)
      break;
    if (isFull)
      return bad("size", QStringLiteral("a file of the bill is larger than it says"));
    filled += got;
  }
  if (filled != bytes.size())
    return bad("zip", QStringLiteral("a file of the bill is cut off"));
  return bytes;
}

} // namespace

Result<std::optional<QByteArray>> billEntry(QByteArrayView zip,
                                            const std::function<bool(const QString& name)>& isWanted)
{
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(zip.data(), static_cast<zip_uint64_t>(zip.size()), 0, &error);
  const std::unique_ptr<zip_t, CloseArchive> archive(
      source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr);
  if (source && !archive)
    zip_source_free(source);
  zip_error_fini(&error);
  if (!archive)
    return bad("zip", QStringLiteral("the bill's zip file is damaged"));
  const zip_int64_t count = zip_get_num_entries(archive.get(), 0);
  if (count > kMostEntries)
    return bad("size", QStringLiteral("the bill's zip file has %1 files").arg(count));
  std::optional<QByteArray> found;
  for (zip_uint64_t index = 0; index < static_cast<zip_uint64_t>(count); ++index) {
    zip_stat_t stat;
    if (zip_stat_index(archive.get(), index, ZIP_FL_ENC_RAW, &stat) != 0 || !(stat.valid & ZIP_STAT_NAME))
      return bad("zip", QStringLiteral("the bill's zip file is damaged"));
    const auto name = decodeGb18030(stat.name); // the names carry no sign that they are GBK
    if (!name || leavesItsFolder(*name))
      return bad("path", QStringLiteral("the bill's zip file has an unsafe file name"));
    if (!(stat.valid & ZIP_STAT_SIZE) || stat.size > kMostBytes)
      return bad("size", QStringLiteral("a file of the bill is too large"));
    if (found || !isWanted(*name))
      continue;
    SC_TRY_ASSIGN(bytes, readEntry(archive.get(), index, stat.size));
    found = std::move(bytes);
  }
  return found;
}

} // namespace supercargo
