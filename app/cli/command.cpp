#include "app/cli/command.h"

#include <QCoreApplication>

namespace supercargo::cli {

Failure::Failure(Error why) : error(std::move(why)), status(Exit::Failed)
{
  switch (error.kind) {
  case ErrorKind::Denied:
    status = Exit::Denied;
    break;
  case ErrorKind::Locked:
    status = Exit::Locked;
    hint = QCoreApplication::translate("cli", "Give the passphrase in SUPERCARGO_PASSPHRASE or with --passphrase-fd.");
    break;
  case ErrorKind::DiskFull:
    hint = QCoreApplication::translate("cli", "Make room on the disk and try again. Nothing was changed.");
    break;
  default:
    break;
  }
}

tl::unexpected<Failure> wrongUse(QString message, QString subject, QString hint)
{
  return tl::unexpected<Failure>(
      Failure(Error{ErrorKind::Invalid, std::move(message), std::move(subject), std::nullopt}, Exit::WrongUse,
              std::move(hint)));
}

const std::vector<Option>& commonOptions()
{
  static const std::vector<Option> list{
      {QStringLiteral("--profile"), QStringLiteral("DIR"),
       QCoreApplication::translate("cli", "folder of the workspace (default: the desktop's)")},
      {QStringLiteral("--lang"), QStringLiteral("zh_CN|en"),
       QCoreApplication::translate("cli", "language of the output")},
      {QStringLiteral("--json"), {}, QCoreApplication::translate("cli", "one JSON document on standard output")},
      {QStringLiteral("--passphrase-fd"), QStringLiteral("N"),
       QCoreApplication::translate("cli", "read the vault's passphrase from this file descriptor")},
      {QStringLiteral("--help"), {}, QCoreApplication::translate("cli", "explain the command")},
      {QStringLiteral("--version"), {}, QCoreApplication::translate("cli", "print the program's version")},
  };
  return list;
}

const std::vector<Command>& commands()
{
  static const std::vector<Command> list = [] {
    std::vector<Command> all;
    for (const auto part :
         {workspaceCommands, providerCommands,   accountCommands,   syncCommands,     orderCommands,
          catalogueCommands, stockCommands,      warehouseCommands, holdCommands,     countCommands,
          alertCommands,     articleCommands,    shipmentCommands,  moneyCommands,    customerCommands,
          callCommands,      healthCommands,     failureCommands,   watchCommands,    exportCommands,
          importCommands,    completionCommands, actionCommands,    shippingCommands, reportCommands,
          runCommands,       scheduleCommands,   ownReportCommands, geocodeCommands,  printCommands,
          replenishCommands, channelCommands,    freightCommands})
      for (Command& command : part())
        all.push_back(std::move(command));
    return all;
  }();
  return list;
}

} // namespace supercargo::cli
