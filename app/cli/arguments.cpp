#include "app/cli/arguments.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace supercargo::cli {
namespace {

/// How many letters must be added, taken or changed to make one text of the other.
qsizetype distance(const QString& a, const QString& b)
{
  std::vector<qsizetype> row(static_cast<size_t>(b.size()) + 1);
  std::iota(row.begin(), row.end(), 0);
  for (qsizetype i = 0; i < a.size(); ++i) {
    qsizetype diagonal = row[0];
    row[0] = i + 1;
    for (qsizetype j = 0; j < b.size(); ++j) {
      const auto at = static_cast<size_t>(j);
      const qsizetype changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[at + 1];
      row[at + 1] = std::min({changed, row[at] + 1, row[at + 1] + 1});
    }
  }
  return row.back();
}

QString suggestion(const QString& text, const QStringList& candidates)
{
  const QString near = nearest(text, candidates);
  return near.isEmpty() ? QCoreApplication::translate("cli", "See supercargo-cli --help.")
                        : QCoreApplication::translate("cli", "Did you mean \"%1\"?").arg(near);
}

const Option* optionNamed(const std::vector<Option>& options, const QString& name)
{
  const auto found = std::find_if(options.begin(), options.end(), [&](const Option& o) { return o.name == name; });
  return found == options.end() ? nullptr : &*found;
}

/// The command whose words the operands begin with; takes them away.
const Command* takeCommand(QStringList& operands, const std::vector<Command>& known)
{
  for (int words = 2; words >= 1; --words) {
    const QString name = operands.mid(0, words).join(u' ');
    for (const Command& command : known) {
      if (command.name == name && operands.size() >= words) {
        operands.erase(operands.begin(), operands.begin() + words);
        return &command;
      }
    }
  }
  return nullptr;
}

tl::unexpected<Failure> unknownCommand(const QStringList& operands, const std::vector<Command>& known)
{
  QStringList names, ofGroup;
  for (const Command& command : known) {
    names += command.name;
    if (command.name.startsWith(operands.first() + u' '))
      ofGroup += command.name;
  }
  if (!ofGroup.isEmpty() && operands.size() == 1)
    return wrongUse(QCoreApplication::translate("cli", "\"%1\" needs one more word").arg(operands.first()),
                    operands.first(),
                    QCoreApplication::translate("cli", "There are: %1").arg(ofGroup.join(QStringLiteral(", "))));
  const QString typed = operands.mid(0, 2).join(u' ');
  if (operands.size() == 1) // half a command is near to half a command
    for (const Command& command : known)
      names += command.name.section(u' ', 0, 0);
  return wrongUse(QCoreApplication::translate("cli", "there is no command \"%1\"").arg(typed), typed,
                  suggestion(typed, ofGroup.isEmpty() ? names : ofGroup));
}

/// Every option that some command takes, with its value or without.
const Option* optionOfAny(const std::vector<Command>& known, const QString& name)
{
  if (const Option* common = optionNamed(commonOptions(), name))
    return common;
  for (const Command& command : known)
    if (const Option* option = optionNamed(command.options, name))
      return option;
  return nullptr;
}

tl::unexpected<Failure> unknownOption(const QString& name, const std::vector<Option>& options)
{
  QStringList names;
  for (const auto* list : {&options, &commonOptions()})
    for (const Option& option : *list)
      names += option.name;
  return wrongUse(QCoreApplication::translate("cli", "there is no option \"%1\" here").arg(name), name,
                  suggestion(name, names));
}

Outcome<Arguments> checked(Arguments arguments, const std::vector<Command>& known)
{
  if (arguments.operands.isEmpty())
    return arguments;
  QStringList operands = arguments.operands;
  const Command* command = takeCommand(operands, known);
  if (!command)
    return unknownCommand(arguments.operands, known);
  arguments.command = command;
  arguments.operands = operands;
  for (const QString& name : arguments.options.keys())
    if (!optionNamed(command->options, name) && !optionNamed(commonOptions(), name))
      return unknownOption(name, command->options);
  if (arguments.has(QStringLiteral("--help")))
    return arguments;
  if (operands.size() < command->leastOperands)
    return wrongUse(QCoreApplication::translate("cli", "%1 needs: %2").arg(command->name, command->operands),
                    command->name);
  if (operands.size() > command->mostOperands)
    return wrongUse(
        QCoreApplication::translate("cli", "one word too many: \"%1\"").arg(operands.at(command->mostOperands)),
        operands.at(command->mostOperands));
  return arguments;
}

} // namespace

QString nearest(const QString& text, const QStringList& candidates)
{
  QString best;
  qsizetype least = std::max<qsizetype>(2, text.size() / 2) + 1;
  for (const QString& candidate : candidates) {
    const qsizetype d = distance(text, candidate);
    if (d < least) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

Outcome<Arguments> parseArguments(const QStringList& words, const std::vector<Command>& known)
{
  Arguments arguments;
  bool onlyOperands = false; // behind "--"
  for (qsizetype i = 0; i < words.size(); ++i) {
    const QString& word = words.at(i);
    if (onlyOperands || !word.startsWith(QStringLiteral("--"))) {
      arguments.operands += word;
      continue;
    }
    if (word == QStringLiteral("--")) {
      onlyOperands = true;
      continue;
    }
    const qsizetype equals = word.indexOf(u'=');
    const QString name = equals < 0 ? word : word.first(equals);
    const Option* option = optionOfAny(known, name);
    if (!option) {
      QStringList operands = arguments.operands;
      const Command* command = takeCommand(operands, known);
      return unknownOption(name, command ? command->options : std::vector<Option>());
    }
    if (option->value.isEmpty()) {
      if (equals >= 0)
        return wrongUse(QCoreApplication::translate("cli", "%1 takes no value").arg(name), name);
      arguments.options[name] = {QString()};
      continue;
    }
    if (equals < 0 && i + 1 == words.size())
      return wrongUse(QCoreApplication::translate("cli", "%1 needs a value: %2").arg(name, option->value), name);
    arguments.options[name] += equals < 0 ? words.at(++i) : word.sliced(equals + 1);
  }
  return checked(std::move(arguments), known);
}

} // namespace supercargo::cli
