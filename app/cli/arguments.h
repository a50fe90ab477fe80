#pragma once

#include "app/cli/command.h"

#include <QMap>

namespace supercargo::cli {

/// A command line taken apart: which command, its operands and options, all checked against its declaration.
struct Arguments {
  const Command* command = nullptr; ///< null: only common options
  QStringList operands;
  QMap<QString, QStringList> options; ///< a switch has one empty value

  bool has(const QString& name) const { return options.contains(name); }
  QString value(const QString& name) const { return options.value(name).value(0); }
  QStringList values(const QString& name) const { return options.value(name); }
};

/// Wrong use names the nearest command or option.
Outcome<Arguments> parseArguments(const QStringList& words, const std::vector<Command>& known);

/// The candidate that differs least from `text`; empty when none is near.
QString nearest(const QString& text, const QStringList& candidates);

} // namespace supercargo::cli
