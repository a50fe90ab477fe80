#pragma once

#include <QString>

namespace supercargo {

enum class PassphraseStrength { TooShort, Weak, Fair, Strong };

/// A cautious guess: length counts most; few different characters, or rows such as "1234", make it weak.
PassphraseStrength passphraseStrength(const QString& passphrase);

} // namespace supercargo
