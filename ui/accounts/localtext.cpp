#include "ui/accounts/localtext.h"

#include <QLocale>

namespace supercargo {

QString localText(const LocalText& text)
{
  const bool chinese = QLocale().language() == QLocale::Chinese;
  return chinese && !text.zh.isEmpty() ? text.zh : text.en;
}

} // namespace supercargo
