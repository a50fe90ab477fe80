#include "tests/support/places.h"

namespace supercargo::test {

QString sourceDir()
{
  return QStringLiteral(SUPERCARGO_SOURCE_DIR);
}

QString programDir()
{
  return QStringLiteral(SUPERCARGO_BIN_DIR);
}

} // namespace supercargo::test
