#pragma once

#include "core/base/result.h"

class QString;

namespace supercargo {

class MainWindow;

/// Visits in both languages and themes every page of the window (and the states it offers), the same pages of a new
/// workspace without anything, the dialogs and each step of the wizard, and saves `<what>.<lang>.<theme>.png`. The
/// process's exit status.
int takeScreenshots(MainWindow& window, const QString& folder);

} // namespace supercargo
