#include "app/cli/rowlist.h"
#include "app/cli/tableexport.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

namespace supercargo::cli {
namespace {

Outcome<Exit> exportAll(Session& session)
{
  if (session.operand(0) != QStringLiteral("all"))
    return wrongUse(QCoreApplication::translate("cli", "there is no export \"%1\"").arg(session.operand(0)),
                    session.operand(0), QCoreApplication::translate("cli", "There are: %1").arg(QStringLiteral("all")));
  const QString dir = QFileInfo(session.operand(1)).absoluteFilePath();
  if (QFileInfo::exists(dir) && !QDir(dir).isEmpty())
    return fail(Failure(Error{ErrorKind::Conflict, QStringLiteral("the folder is not empty"), dir, std::nullopt}));
  if (!QDir().mkpath(dir))
    return fail(Failure(Error{ErrorKind::Denied, QStringLiteral("the folder cannot be made"), dir, std::nullopt},
                        Exit::Failed, {}));
  SC_TRY_ASSIGN(connection, session.reader());
  SC_TRY_ASSIGN(tables, exportTables(*connection, dir));
  printRows(
      session, tables, 0, {QCoreApplication::translate("cli", "Table"), QCoreApplication::translate("cli", ">Rows")},
      [&](const ExportedTable& table) {
        return QJsonObject{{QStringLiteral("table"), table.name},
                           {QStringLiteral("rows"), table.rows},
                           {QStringLiteral("csv"), QDir(dir).filePath(table.name + QStringLiteral(".csv"))},
                           {QStringLiteral("jsonl"), QDir(dir).filePath(table.name + QStringLiteral(".jsonl"))}};
      },
      [](const ExportedTable& table) {
        return QStringList{table.name, QString::number(table.rows)};
      });
  return Exit::Done;
}

} // namespace

std::vector<Command> exportCommands()
{
  return {{QStringLiteral("export"),
           QStringLiteral("all DIR"),
           2,
           2,
           QCoreApplication::translate("cli", "write every table as CSV and JSON Lines, unmasked and without secrets"),
           {},
           exportAll}};
}

} // namespace supercargo::cli
