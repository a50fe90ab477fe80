#include "ui/accounts/trouble.h"

#include "core/store/accounts.h"
#include "ui/text/format.h"

#include <QCoreApplication>

namespace supercargo {

QString troubleText(ErrorKind kind)
{
  const ErrorSentence sentence = errorSentence(kind);
  //: Two sentences, one after the other; the blank between them is not wanted in Chinese.
  return QCoreApplication::translate("trouble", "%1 %2").arg(sentence.what, sentence.todo);
}

QString troubleText(const AccountRow& account)
{
  if (lacksCredentials(account))
    return QCoreApplication::translate("trouble", "Its credentials were forgotten together with the lost key of the "
                                                  "vault. Give them again with “Renew credentials…”.");
  const auto kind = errorKindNamed(account.errorKind);
  return kind ? troubleText(*kind) : QString();
}

std::optional<ErrorKind> errorKindNamed(const QString& name)
{
  for (int i = 0; i <= int(ErrorKind::Invalid); ++i) {
    if (errorKindName(ErrorKind(i)) == name)
      return ErrorKind(i);
  }
  return std::nullopt;
}

} // namespace supercargo
