#pragma once

#include "core/base/result.h"

#include <QBitArray>
#include <QString>

namespace supercargo {

enum class CodeKind { Code128, Qr };

/// A bar code or QR code as dark and light modules, without its quiet zone.
struct Symbol {
  CodeKind kind = CodeKind::Code128;
  QString content;
  int columns = 0, rows = 0; ///< Code 128: one row
  QBitArray modules;         ///< row by row

  bool isDark(int column, int row) const { return modules.testBit(row * columns + column); }
  /// Light modules that the standard wants on each side.
  int quietModules() const { return kind == CodeKind::Qr ? 4 : 10; }
};

/// Printable ASCII, 1 to 60 characters: what every scanner reads. Invalid, naming the character, otherwise.
Result<Symbol> code128(const QString& content);
/// Any text up to 1000 characters, error correction M. Invalid when it is empty or too long.
Result<Symbol> qrCode(const QString& content);

} // namespace supercargo
