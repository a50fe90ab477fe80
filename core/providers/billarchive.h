#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace supercargo {

/// Bills come as zip files. Reads the first file whose name `isWanted` accepts; nullopt: there is none. Names are taken
/// for GBK, as the gateways write them without saying so. Errors are BadResponse, their subject says what is wrong:
/// "zip", "crc", "path" (an entry that would leave its folder), "size".
Result<std::optional<QByteArray>> billEntry(QByteArrayView zip,
                                            const std::function<bool(const QString& name)>& isWanted);

} // namespace supercargo
