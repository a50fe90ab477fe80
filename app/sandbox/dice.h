#pragma once

#include <QtGlobal>

#include <array>
#include <cstddef>

namespace supercargo::sandbox {

/// What a row of random numbers is used for, so that two uses never share numbers.
enum class Use : quint64 { Placing, Life, Content, Person, Product, Arrival, Key, Parcel, Stock };

/// Counter-based random numbers: they depend on nothing but (seed, use, subject), so that any order can be made again
/// at any time without remembering the ones before it.
class Dice {
public:
  Dice(quint64 seed, Use use, quint64 subject);

  quint64 next();
  double unit();                           ///< [0, 1)
  qint64 between(qint64 low, qint64 high); ///< both ends included
  bool chance(double probability) { return unit() < probability; }

  template <class T, std::size_t N>
  const T& pick(const std::array<T, N>& items)
  {
    return items[std::size_t(next() % N)];
  }

private:
  quint64 m_state;
};

/// A bijection of 39-bit numbers: turns an index into a number that looks like any other, and back.
class Scramble {
public:
  static constexpr quint64 kLimit = quint64(1) << 39;

  explicit Scramble(quint64 seed);
  quint64 code(quint64 index) const;
  quint64 index(quint64 code) const;

private:
  quint64 m_factor, m_inverse, m_mask;
};

} // namespace supercargo::sandbox
