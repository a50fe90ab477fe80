#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <cmath>

namespace supercargo::vectors {

/// Whether two numbers agree to `tolerance` of the larger of 1 and the expected one.
inline bool areClose(double expected, double got, double tolerance)
{
  return std::abs(got - expected) <= tolerance * std::max(1.0, std::abs(expected));
}

/// The first named number (or list of them) that is missing or not the expected one; empty: all agree.
inline QString differenceOf(const QJsonObject& expected, const QJsonObject& got, double tolerance)
{
  for (auto it = expected.begin(); it != expected.end(); ++it) {
    if (!got.contains(it.key()))
      return QStringLiteral("%1 is not computed").arg(it.key());
    const QJsonArray wanted = it->isArray() ? it->toArray() : QJsonArray{*it};
    const QJsonValue found = got.value(it.key());
    const QJsonArray list = found.isArray() ? found.toArray() : QJsonArray{found};
    if (list.size() != wanted.size())
      return QStringLiteral("%1 has %2 numbers instead of %3").arg(it.key()).arg(list.size()).arg(wanted.size());
    for (int i = 0; i < list.size(); ++i)
      if (!areClose(wanted.at(i).toDouble(), list.at(i).toDouble(), tolerance))
        return QStringLiteral("%1 is %2 instead of %3")
            .arg(it.key())
            .arg(list.at(i).toDouble(), 0, 'g', 12)
            .arg(wanted.at(i).toDouble(), 0, 'g', 12);
  }
  return {};
}

} // namespace supercargo::vectors
