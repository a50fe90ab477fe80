#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QMap>
#include <QString>

#include <array>
#include <compare>

namespace supercargo {

/// ISO 4217 code and the number of digits after the point (0 JPY, 2 CNY, 3 KWD). A value; default is CNY.
class Currency {
public:
  constexpr Currency() = default;

  /// Three letters, any case. Codes that are not in ISO 4217 are Invalid.
  static Result<Currency> of(QStringView code);

  QString code() const { return QString::fromLatin1(m_code.data(), 3); }
  constexpr int digits() const { return m_digits; }
  constexpr auto operator<=>(const Currency&) const = default;

private:
  constexpr Currency(std::array<char, 3> code, int digits) : m_code(code), m_digits(digits) {}
  std::array<char, 3> m_code{'C', 'N', 'Y'};
  int m_digits = 2;
};

/// An exact amount: integer minor units and a currency. No arithmetic across currencies, no floating point.
class Money {
public:
  constexpr Money() = default;
  constexpr Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}

  /// "12.30", "-0.5", "+7". Exact: more digits than the currency has are an error unless they are zeros; so are
  /// exponents, separators, blanks inside, and amounts beyond 64 bits.
  static Result<Money> parse(QStringView text, Currency currency);

  /// Like parse, but digits beyond the currency's are rounded half away from zero. For JSON numbers with binary noise
  /// (0.30000000000000004), and for providers that state more digits (Magento).
  static Result<Money> parseRounded(QStringView text, Currency currency);

  constexpr qint64 minor() const { return m_minor; }
  constexpr Currency currency() const { return m_currency; }
  constexpr bool isZero() const { return m_minor == 0; }
  constexpr Money operator-() const { return Money(-m_minor, m_currency); }

  /// "12.30": plain decimal text, point, no grouping, all digits of the currency.
  QString text() const;
  /// "CNY 12.30": for what has no locale, such as a timeline's rows and papers.
  QString withCode() const;

  /// Same currency only (asserted); overflow is an error.
  Result<Money> plus(Money other) const;
  Result<Money> times(qint64 factor) const;

  constexpr bool operator==(const Money&) const = default;

private:
  qint64 m_minor = 0;
  Currency m_currency;
};

/// Sums per currency: the only way to total amounts. Overflow saturates and is remembered.
class MoneyBag {
public:
  void add(Money amount);
  void subtract(Money amount) { add(-amount); }
  Money of(Currency currency) const { return Money(m_sums.value(currency, 0), currency); }
  QList<Money> amounts() const; ///< ordered by currency code, zero sums included once added
  bool isEmpty() const { return m_sums.isEmpty(); }
  bool overflowed() const { return m_overflowed; }
  bool operator==(const MoneyBag&) const = default;

private:
  QMap<Currency, qint64> m_sums;
  bool m_overflowed = false;
};

} // namespace supercargo
