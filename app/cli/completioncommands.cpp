#include "app/cli/completion.h"
#include "app/cli/session.h"

#include <cstdio>

namespace supercargo::cli {
namespace {

void printWhole(QString text)
{
  text.chop(1); // `print` ends the line
  print(text);
}

Outcome<Exit> completion(Session& session)
{
  const QString shell = session.operand(0);
  if (shell == QStringLiteral("bash"))
    printWhole(bashCompletion(commands(), commonOptions()));
  else if (shell == QStringLiteral("zsh"))
    printWhole(zshCompletion(commands(), commonOptions()));
  else if (shell == QStringLiteral("fish"))
    printWhole(fishCompletion(commands(), commonOptions()));
  else
    return wrongUse(QCoreApplication::translate("cli", "there is no completion for \"%1\"").arg(shell), shell,
                    QCoreApplication::translate("cli", "There are: %1").arg(QStringLiteral("bash, zsh, fish")));
  return Exit::Done;
}

Outcome<Exit> manual(Session&)
{
  printWhole(manualPage(commands(), commonOptions(), QCoreApplication::applicationVersion()));
  return Exit::Done;
}

} // namespace

std::vector<Command> completionCommands()
{
  return {
      {QStringLiteral("completion"),
       QStringLiteral("bash|zsh|fish"),
       1,
       1,
       QCoreApplication::translate("cli", "print the completion of this program for a shell"),
       {},
       completion},
      {QStringLiteral("manual"),
       QString(),
       0,
       0,
       QCoreApplication::translate("cli", "print the manual page, for man -l"),
       {},
       manual},
  };
}

} // namespace supercargo::cli
