#include "app/cli/completion.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace supercargo::cli {
namespace {

QString groupOf(const Command& command)
{
  return command.name.section(u' ', 0, 0);
}

QString memberOf(const Command& command)
{
  return command.name.section(u' ', 1, 1);
}

/// First words, each once, in the order of the table.
QStringList groups(const std::vector<Command>& commands)
{
  QStringList names;
  for (const Command& command : commands)
    if (!names.contains(groupOf(command)))
      names += groupOf(command);
  return names;
}

QString groupHelp(const std::vector<Command>& commands, const QString& group)
{
  QStringList members;
  for (const Command& command : commands) {
    if (command.name == group)
      return command.help;
    if (groupOf(command) == group)
      members += memberOf(command);
  }
  return members.join(", "_L1);
}

QStringList names(const std::vector<Option>& options)
{
  QStringList list;
  for (const Option& option : options)
    list += option.name;
  return list;
}

/// "keychain|passphrase" lists its values; a placeholder in capitals does not.
QStringList choices(const Option& option)
{
  return option.value.contains(u'|') ? option.value.split(u'|') : QStringList();
}

bool isPath(const QString& placeholder)
{
  return placeholder.contains("FILE"_L1) || placeholder.contains("DIR"_L1) || placeholder == "F"_L1;
}

std::vector<Option> allOptions(const std::vector<Command>& commands, const std::vector<Option>& common)
{
  std::vector<Option> all = common;
  QSet<QString> seen;
  for (const Option& option : common)
    seen.insert(option.name);
  for (const Command& command : commands)
    for (const Option& option : command.options)
      if (!seen.contains(option.name)) {
        seen.insert(option.name);
        all.push_back(option);
      }
  return all;
}

/// Inside single quotes of bash and zsh.
QString shellQuoted(QString text)
{
  return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

QString fishQuoted(QString text)
{
  return u'\'' + text.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1) + u'\'';
}

/// The loop that finds the words of the command before the cursor, and the patterns of options with a value.
QString valueOptions(const std::vector<Option>& options)
{
  QStringList withValue;
  for (const Option& option : options)
    if (!option.value.isEmpty())
      withValue += option.name;
  return withValue.join(u'|');
}

/// `'name: help'` as zsh's _describe takes it.
QString zshItem(const QString& name, const QString& help)
{
  return shellQuoted(QString(name).replace(u':', "\\:"_L1) + u':' + help);
}

/// man(7): a leading dot or quote would be a macro, a backslash an escape, a hyphen a dash.
QString roff(QString text)
{
  text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
  return text.startsWith(u'.') || text.startsWith(u'\'') ? "\\&"_L1 + text : text;
}

QString roffOption(const Option& option)
{
  const QString value = option.value.isEmpty() ? QString() : u" \\fI"_s + roff(option.value) + "\\fR"_L1;
  return u".TP\n\\fB%1\\fR%2\n%3\n"_s.arg(roff(option.name), value, roff(option.help));
}

} // namespace

QString bashCompletion(const std::vector<Command>& commands, const std::vector<Option>& common)
{
  QString text = u"# bash completion for supercargo-cli, made by: supercargo-cli completion bash\n"
                 "_supercargo_cli()\n{\n"
                 "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command='' words='' i\n"
                 "  case $prev in\n"_s;
  const std::vector<Option> all = allOptions(commands, common);
  for (const Option& option : all) {
    if (!choices(option).isEmpty())
      text += u"    %1) COMPREPLY=($(compgen -W '%2' -- \"$cur\")); return ;;\n"_s.arg(option.name,
                                                                                       choices(option).join(u' '));
    else if (isPath(option.value))
      text += u"    %1) compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- \"$cur\")); return ;;\n"_s.arg(
          option.name);
    else if (!option.value.isEmpty())
      text += u"    %1) return ;;\n"_s.arg(option.name);
  }
  text += u"  esac\n"
          "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "    case ${COMP_WORDS[i]} in\n"
          "      %1) i=$((i + 1)) ;;\n"
          "      -*) ;;\n"
          "      *) command=${command:+$command }${COMP_WORDS[i]} ;;\n"
          "    esac\n"
          "  done\n"
          "  case $command in\n"
          "    '') words='%2' ;;\n"_s.arg(valueOptions(all), groups(commands).join(u' '));
  for (const QString& group : groups(commands)) {
    QStringList members;
    for (const Command& command : commands)
      if (groupOf(command) == group && !memberOf(command).isEmpty())
        members += memberOf(command);
    if (!members.isEmpty())
      text += u"    %1) words='%2' ;;\n"_s.arg(group, members.join(u' '));
  }
  for (const Command& command : commands) {
    const bool offersFiles = isPath(command.operands);
    text += u"    '%1'|'%1 '*) words='%2'%3 ;;\n"_s.arg(
        command.name, names(command.options).join(u' '),
        offersFiles ? u"; [[ $cur == -* ]] || { compopt -o filenames 2>/dev/null; "
                      "COMPREPLY=($(compgen -f -- \"$cur\")); return; }"_s
                    : QString());
  }
  text += u"  esac\n"
          "  [[ $cur == -* || -z $words ]] && words=\"$words %1\"\n"
          "  COMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
          "}\n"
          "complete -F _supercargo_cli supercargo-cli\n"_s.arg(names(common).join(u' '));
  return text;
}

QString zshCompletion(const std::vector<Command>& commands, const std::vector<Option>& common)
{
  const auto items = [](const std::vector<Option>& options) {
    QStringList list;
    for (const Option& option : options)
      list += zshItem(option.name, option.help);
    return list.join(u' ');
  };
  const std::vector<Option> all = allOptions(commands, common);
  QString text = u"#compdef supercargo-cli\n"
                 "# zsh completion for supercargo-cli, made by: supercargo-cli completion zsh\n"
                 "_supercargo_cli() {\n"
                 "  local command='' i\n  local -a found\n"
                 "  case ${words[CURRENT-1]} in\n"_s;
  for (const Option& option : all) {
    if (!choices(option).isEmpty())
      text += u"    %1) compadd -- %2; return ;;\n"_s.arg(option.name, choices(option).join(u' '));
    else if (!option.value.isEmpty())
      text += u"    %1) %2; return ;;\n"_s.arg(
          option.name, isPath(option.value) ? u"_files"_s : u"_message "_s + shellQuoted(option.value));
  }
  text += u"  esac\n"
          "  for ((i = 2; i < CURRENT; i++)); do\n"
          "    case ${words[i]} in\n"
          "      %1) ((i++)) ;;\n"
          "      -*) ;;\n"
          "      *) command=${command:+$command }${words[i]} ;;\n"
          "    esac\n"
          "  done\n"
          "  case $command in\n"_s.arg(valueOptions(all));
  QStringList first;
  for (const QString& group : groups(commands))
    first += zshItem(group, groupHelp(commands, group));
  text += u"    '') found=(%1) ;;\n"_s.arg(first.join(u' '));
  for (const QString& group : groups(commands)) {
    QStringList members;
    for (const Command& command : commands)
      if (groupOf(command) == group && !memberOf(command).isEmpty())
        members += zshItem(memberOf(command), command.help);
    if (!members.isEmpty())
      text += u"    %1) found=(%2) ;;\n"_s.arg(group, members.join(u' '));
  }
  for (const Command& command : commands)
    text += u"    '%1'|'%1 '*) found=(%2)%3 ;;\n"_s.arg(command.name, items(command.options),
                                                        isPath(command.operands) ? u"; _files"_s : QString());
  text += u"  esac\n"
          "  [[ ${words[CURRENT]} == -* || -z $found ]] && found+=(%1)\n"
          "  _describe -t commands supercargo-cli found\n"
          "}\n"
          "if [[ $funcstack[1] == _supercargo_cli ]]; then _supercargo_cli \"$@\"; else compdef _supercargo_cli "
          "supercargo-cli; fi\n"_s.arg(items(common));
  return text;
}

QString fishCompletion(const std::vector<Command>& commands, const std::vector<Option>& common)
{
  QString text = u"# fish completion for supercargo-cli, made by: supercargo-cli completion fish\n"
                 "complete -c supercargo-cli -f\n"_s;
  const auto optionLine = [](const Option& option, const QString& condition) {
    QString line = u"complete -c supercargo-cli"_s;
    if (!condition.isEmpty())
      line += " -n "_L1 + fishQuoted(condition);
    line += " -l "_L1 + option.name.mid(2) + " -d "_L1 + fishQuoted(option.help);
    if (!choices(option).isEmpty())
      line += " -x -a "_L1 + fishQuoted(choices(option).join(u' '));
    else if (!option.value.isEmpty())
      line += isPath(option.value) ? u" -r -F"_s : u" -x"_s;
    return line + u'\n';
  };
  for (const Option& option : common)
    text += optionLine(option, {});
  const QStringList firsts = groups(commands);
  const QString before = u"not __fish_seen_subcommand_from "_s + firsts.join(u' ');
  for (const QString& group : firsts) {
    text += u"complete -c supercargo-cli -n %1 -a %2 -d %3\n"_s.arg(fishQuoted(before), group,
                                                                    fishQuoted(groupHelp(commands, group)));
    QStringList members;
    for (const Command& command : commands)
      if (groupOf(command) == group && !memberOf(command).isEmpty())
        members += memberOf(command);
    for (const Command& command : commands) {
      if (groupOf(command) != group)
        continue;
      const QString member = memberOf(command);
      const QString inGroup = u"__fish_seen_subcommand_from "_s + group;
      if (!member.isEmpty())
        text += u"complete -c supercargo-cli -n %1 -a %2 -d %3\n"_s.arg(
            fishQuoted(inGroup + "; and not __fish_seen_subcommand_from "_L1 + members.join(u' ')), member,
            fishQuoted(command.help));
      const QString inCommand = member.isEmpty() ? inGroup : inGroup + "; and __fish_seen_subcommand_from "_L1 + member;
      for (const Option& option : command.options)
        text += optionLine(option, inCommand);
      if (isPath(command.operands))
        text += u"complete -c supercargo-cli -n %1 -F\n"_s.arg(fishQuoted(inCommand));
    }
  }
  return text;
}

QString manualPage(const std::vector<Command>& commands, const std::vector<Option>& common, const QString& version)
{
  QString text = u".TH SUPERCARGO\\-CLI 1 \"\" \"Supercargo %1\" \"User Commands\"\n"
                 ".SH NAME\nsupercargo\\-cli \\- work with a Supercargo workspace from a terminal or a script\n"
                 ".SH SYNOPSIS\n.B supercargo\\-cli\n[\\fIOPTION\\fR]... \\fICOMMAND\\fR [\\fIOPERAND\\fR]...\n"
                 ".SH DESCRIPTION\n"
                 "Does what the desktop's pages do, with the same core. Data go to standard output, progress and\n"
                 "messages to standard error. Without \\fB\\-\\-profile\\fR it works on the desktop's workspace, also\n"
                 "while the desktop is open.\n.SH OPTIONS\nEvery command takes these.\n"_s.arg(version);
  for (const Option& option : common)
    text += roffOption(option);
  text += u".SH COMMANDS\n"_s;
  for (const Command& command : commands) {
    const QString operands = command.operands.isEmpty() ? QString() : u" \\fI"_s + roff(command.operands) + "\\fR"_L1;
    text += u".SS \\fB%1\\fR%2\n%3.\n"_s.arg(roff(command.name), operands, roff(command.help));
    for (const Option& option : command.options)
      text += roffOption(option);
  }
  text += u".SH EXIT STATUS\n"
          ".TP\n0\ndone\n.TP\n1\nthe operation failed\n.TP\n2\nwrong use; the nearest command is suggested\n"
          ".TP\n3\ndone in part; with \\fB\\-\\-json\\fR the answer says what failed\n"
          ".TP\n4\npermission denied\n.TP\n5\nlocked, or the vault is closed\n"
          ".SH ENVIRONMENT\n"
          ".TP\n.B SUPERCARGO_PASSPHRASE\nOpens the vault of the accounts' secrets. Never given as an argument.\n"
          ".TP\n.B PGPASSWORD\nThe password of a workspace on PostgreSQL.\n"
          ".SH SEE ALSO\n.BR supercargo (1),\n.BR supercargo\\-sandbox (1)\n"_s;
  return text;
}

} // namespace supercargo::cli
