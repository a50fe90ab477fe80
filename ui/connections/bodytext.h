#pragma once

#include <QByteArray>
#include <QString>

namespace supercargo {

/// A recorded request or answer for reading: JSON in it is broken into lines and indented; nothing else is touched, so
/// long numbers and the order of keys stay as they were sent. Cut or broken JSON is shown as it is.
QString readableBody(const QByteArray& recorded);

} // namespace supercargo
