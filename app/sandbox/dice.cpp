#include "app/sandbox/dice.h"

namespace supercargo::sandbox {
namespace {
/// The finaliser of splitmix64.
quint64 mixed(quint64 x)
{
  x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}
} // namespace

Dice::Dice(quint64 seed, Use use, quint64 subject)
    : m_state(mixed(mixed(seed + 0x9e3779b97f4a7c15ULL * (quint64(use) + 1)) + subject))
{
}

quint64 Dice::next()
{
  return mixed(m_state += 0x9e3779b97f4a7c15ULL);
}

double Dice::unit()
{
  return double(next() >> 11) * 0x1.0p-53;
}

qint64 Dice::between(qint64 low, qint64 high)
{
  return low + qint64(next() % quint64(high - low + 1));
}

Scramble::Scramble(quint64 seed)
{
  m_factor = (mixed(seed) & (kLimit - 1)) | 1;
  m_mask = mixed(seed + 1) & (kLimit - 1);
  m_inverse = 1;
  for (int step = 0; step < 6; ++step) // Newton: each step doubles the bits that are right
    m_inverse *= 2 - m_factor * m_inverse;
}

quint64 Scramble::code(quint64 index) const
{
  const quint64 product = ((index ^ m_mask) * m_factor) & (kLimit - 1);
  return product ^ (product >> 20); // its own inverse, since twice 20 bits exceed 39
}

quint64 Scramble::index(quint64 code) const
{
  const quint64 product = code ^ (code >> 20);
  return ((product * m_inverse) & (kLimit - 1)) ^ m_mask;
}

} // namespace supercargo::sandbox
