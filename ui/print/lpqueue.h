#pragma once

#include "core/labels/printmatter.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace supercargo {

/// The system's own queue, for files that only it or the printer understands: PDF and ZPL.
struct SystemQueue {
  QString program;                            ///< `lp`; empty: there is none, as on Windows
  std::chrono::milliseconds patience{30'000}; ///< one that says nothing for so long hangs, and is killed
};
SystemQueue systemQueue();

/// Hands the file over as it is. `done` is told once, in the GUI thread and perhaps before this returns; `owner` dead:
/// nobody is told. Errors carry a `printfault` (ui/print/printwords.h) as detail: kNoProgram or kNotOnWindows without a
/// queue, kPrinterOff when it refuses or hangs.
void sendToQueue(const SystemQueue& queue, const CourierFile& file, const QString& printer, int copies, QObject* owner,
                 const std::function<void(Result<void>)>& done);

} // namespace supercargo
