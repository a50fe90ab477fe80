#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace supercargo::cli {

/// The process's exit status: the contract with scripts.
enum class Exit { Done = 0, Failed = 1, WrongUse = 2, Partly = 3, Denied = 4, Locked = 5 };

/// Why a command ends without doing what was asked, and how to go on.
struct Failure {
  Failure(Error why); // NOLINT(google-explicit-constructor): core's errors become failures by their kind
  Failure(Error why, Exit exit, QString whatToDo) : error(std::move(why)), status(exit), hint(std::move(whatToDo)) {}

  Error error;
  Exit status;
  QString hint; ///< translated; may be empty
};

template <class T>
using Outcome = tl::expected<T, Failure>;

/// The command line itself is at fault: exit status 2.
[[nodiscard]] tl::unexpected<Failure> wrongUse(QString message, QString subject = {}, QString hint = {});

struct Option {
  QString name;  ///< "--limit"
  QString value; ///< placeholder, "N"; empty: a switch
  QString help;
};

class Session;

/// One command, as help, completion and the parser see it.
struct Command {
  QString name;     ///< "orders list"
  QString operands; ///< "ID", "SKU", …
  int leastOperands = 0, mostOperands = 0;
  QString help;
  std::vector<Option> options;
  Outcome<Exit> (*run)(Session&) = nullptr;
};

/// Options that every command takes.
const std::vector<Option>& commonOptions();

/// All commands in the order of the help; texts in the language installed at the first call.
const std::vector<Command>& commands();

// One function a file; `commands()` puts them together.
std::vector<Command> workspaceCommands();
std::vector<Command> providerCommands();
std::vector<Command> accountCommands();
std::vector<Command> syncCommands();
std::vector<Command> orderCommands();
std::vector<Command> catalogueCommands();
std::vector<Command> stockCommands();
std::vector<Command> warehouseCommands();
std::vector<Command> holdCommands();
std::vector<Command> countCommands();
std::vector<Command> alertCommands();
std::vector<Command> articleCommands();
std::vector<Command> shipmentCommands();
std::vector<Command> moneyCommands();
std::vector<Command> customerCommands();
std::vector<Command> callCommands();
std::vector<Command> healthCommands();
std::vector<Command> failureCommands();
std::vector<Command> watchCommands();
std::vector<Command> exportCommands();
std::vector<Command> importCommands();
std::vector<Command> completionCommands();
std::vector<Command> actionCommands();
std::vector<Command> shippingCommands();
std::vector<Command> freightCommands();
std::vector<Command> reportCommands();
std::vector<Command> runCommands();
std::vector<Command> scheduleCommands();
std::vector<Command> ownReportCommands();
std::vector<Command> geocodeCommands();
std::vector<Command> printCommands();
std::vector<Command> replenishCommands();
std::vector<Command> channelCommands();

} // namespace supercargo::cli

namespace supercargo {
/// Lets SC_TRY pass a failure on.
[[nodiscard]] inline tl::unexpected<cli::Failure> fail(cli::Failure failure)
{
  return tl::unexpected<cli::Failure>(std::move(failure));
}
} // namespace supercargo
