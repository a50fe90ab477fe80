#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace supercargo {

/// What was packed as gzip or as a zlib stream. BadResponse: cut, damaged, or more than `most` bytes unpacked.
Result<QByteArray> inflated(QByteArrayView packed, qsizetype most = 256 * 1024 * 1024);

/// CRC-32 (IEEE 802.3), as zip and PayPal's webhooks use it.
quint32 crc32Of(QByteArrayView data);

} // namespace supercargo
