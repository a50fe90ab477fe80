#pragma once

#include <QString>

namespace supercargo::test {

QString sourceDir();  ///< the root of this checkout, without a slash in the end
QString programDir(); ///< where the programs of this build are

} // namespace supercargo::test
