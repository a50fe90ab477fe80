#include "ui/accounts/accountdraft.h"

namespace supercargo {

QString fieldConcerned(const Error& error)
{
  static const QString kPrefix = QStringLiteral("field ");
  return error.subject.startsWith(kPrefix) ? error.subject.mid(kPrefix.size()).trimmed() : QString();
}

} // namespace supercargo
