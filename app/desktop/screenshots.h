#pragma once

#include <QString>

namespace supercargo {

class MainWindow;

/// Visits every page (and the states it offers) in both languages and themes at 1280×800 and saves
/// `<page>.<lang>.<theme>.png`; the process's exit status.
int takeScreenshots(MainWindow& window, const QString& folder);

} // namespace supercargo
