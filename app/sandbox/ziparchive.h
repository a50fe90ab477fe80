#pragma once

#include <QByteArray>

#include <utility>
#include <vector>

namespace supercargo::sandbox {

/// A zip file of these files: name, content. Names are written as they are, without a sign of their encoding.
QByteArray zipped(const std::vector<std::pair<QByteArray, QByteArray>>& files);

} // namespace supercargo::sandbox
