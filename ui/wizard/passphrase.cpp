#include "ui/wizard/passphrase.h"

#include <QSet>

#include <cmath>

namespace supercargo {
namespace {

/// How many characters carry something new: one that repeats or continues the one before it does not.
int freshCharacters(const QString& text)
{
  int fresh = 0;
  for (qsizetype i = 0; i < text.size(); ++i) {
    const int step = i == 0 ? 99 : text[i].unicode() - text[i - 1].unicode();
    fresh += step < -1 || step > 1 ? 1 : 0;
  }
  return fresh;
}

int alphabet(const QString& text)
{
  bool lower = false, upper = false, digit = false, other = false;
  for (const QChar c : text) {
    lower |= c.isLower();
    upper |= c.isUpper();
    digit |= c.isDigit();
    other |= !c.isLower() && !c.isUpper() && !c.isDigit();
  }
  return 26 * (int(lower) + int(upper)) + 10 * int(digit) + 32 * int(other);
}
} // namespace

PassphraseStrength passphraseStrength(const QString& passphrase)
{
  if (passphrase.size() < 8)
    return PassphraseStrength::TooShort;
  const QSet<QChar> different(passphrase.begin(), passphrase.end());
  const int useful = std::min(freshCharacters(passphrase), int(different.size()) * 2);
  const double bits = useful * std::log2(std::max(2, alphabet(passphrase)));
  if (bits < 45)
    return PassphraseStrength::Weak;
  return bits < 70 ? PassphraseStrength::Fair : PassphraseStrength::Strong;
}

} // namespace supercargo
