#include "app/sandbox/ziparchive.h"

#include <zip.h>

namespace supercargo::sandbox {

QByteArray zipped(const std::vector<std::pair<QByteArray, QByteArray>>& files)
{
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  for (const auto& [name, content] : files) {
    zip_source_t* source = zip_source_buffer(archive, content.constData(), zip_uint64_t(content.size()), 0);
    zip_file_add(archive, name.constData(), source, ZIP_FL_ENC_CP437); // raw bytes, no UTF-8 flag
  }
  zip_close(archive);
  zip_stat_t info;
  zip_source_stat(target, &info);
  QByteArray bytes(qsizetype(info.size), Qt::Uninitialized);
  zip_source_open(target);
  zip_source_read(target, bytes.data(), info.size);
  zip_source_close(target);
  zip_source_free(target);
  return bytes;
}

} // namespace supercargo::sandbox
