#pragma once

#include <QStringList>

namespace supercargo {

/// Equal for equal texts on every machine and version; different for different ones as good as surely. Tells whether a
/// record that came again says anything new.
qint64 textHash(const QStringList& texts);

} // namespace supercargo
