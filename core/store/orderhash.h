#pragma once

#include "core/domain/snapshot.h"

namespace supercargo {

/// Equal for equal contents on every machine and version of Qt; different for different ones as good as surely.
qint64 contentHash(const OrderSnapshot& order);
qint64 contentHash(QByteArrayView bytes);

} // namespace supercargo
