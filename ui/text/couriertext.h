#pragma once

#include <QString>

namespace supercargo {

/// The courier's name in the window's language; what the shop wrote when it is nobody we know.
QString courierText(const QString& code);

} // namespace supercargo
