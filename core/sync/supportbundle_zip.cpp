/// The support bundle as a zip file.
#include "core/sync/supportbundle.h"

#include <QFile>

#include <memory>
#include <zip.h>

namespace supercargo {
namespace {

Error zipError(const QString& file, const char* reason)
{
  return {ErrorKind::Denied, QStringLiteral("%1 cannot be written: %2").arg(file, QString::fromUtf8(reason)), file};
}

/// Adds one file; `bytes` must live until the archive is closed.
bool add(zip_t* archive, const QString& name, const QByteArray& bytes)
{
  zip_source_t* source = zip_source_buffer(archive, bytes.constData(), zip_uint64_t(bytes.size()), 0);
  if (!source)
    return false;
  if (zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE) >= 0)
    return true;
  zip_source_free(source);
  return false;
}

} // namespace

Result<void> writeSupportBundle(Connection& c, const SupportFacts& facts, Instant now, const QString& file)
{
  SC_TRY_ASSIGN(files, supportFiles(c, facts, now));
  int code = 0;
  zip_t* archive = zip_open(QFile::encodeName(file).constData(), ZIP_CREATE | ZIP_TRUNCATE, &code);
  if (!archive) {
    zip_error_t reason;
    zip_error_init_with_code(&reason, code);
    const Error error = zipError(file, zip_error_strerror(&reason));
    zip_error_fini(&reason);
    return fail(error);
  }
  bool ok = true;
  for (auto each = files.cbegin(); ok && each != files.cend(); ++each)
    ok = add(archive, each.key(), each.value());
  if (ok && zip_close(archive) == 0)
    return {};
  const Error error = zipError(file, zip_strerror(archive));
  zip_discard(archive);
  return fail(error);
}

} // namespace supercargo
