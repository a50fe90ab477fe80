#pragma once

#include <QStringList>

#include <functional>

namespace supercargo {

enum class ScanSound { Accepted, Refused };

/// Sounds at once and returns at once. GUI thread.
using PlayScanSound = std::function<void(ScanSound)>;
void playScanSound(ScanSound sound);

/// With one of these programs, tried in turn until one plays the file; after the last the desktop's beep.
void playWith(const QStringList& programs, const QString& file);
/// The sound as a WAV file of this machine; empty: it could not be written.
QString soundFile(ScanSound sound);

} // namespace supercargo
