#pragma once

#include "app/cli/command.h"

/// Completion for shells and the manual page, all made from the table of commands, so that they cannot fall behind it.
/// Pure: text in, text out.
namespace supercargo::cli {

QString bashCompletion(const std::vector<Command>& commands, const std::vector<Option>& common);
QString zshCompletion(const std::vector<Command>& commands, const std::vector<Option>& common);
QString fishCompletion(const std::vector<Command>& commands, const std::vector<Option>& common);

/// supercargo-cli(1) in man(7) macros; `version` for its foot.
QString manualPage(const std::vector<Command>& commands, const std::vector<Option>& common, const QString& version);

} // namespace supercargo::cli
