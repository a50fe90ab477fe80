#pragma once

#include "app/sandbox/dice.h"

#include <QMap>
#include <QStringList>

namespace supercargo::sandbox {

/// The names a fault is switched by.
const QStringList& faultNames();

/// Which misbehaviour strikes. One thread.
class Faults {
public:
  Faults(quint64 seed, QMap<QString, double> probabilities)
      : m_dice(seed, Use::Key, 99), m_probabilities(std::move(probabilities))
  {
  }

  bool strikes(const QString& name);
  void set(const QString& name, double probability) { m_probabilities[name] = probability; }
  const QMap<QString, double>& probabilities() const { return m_probabilities; }
  const QMap<QString, qint64>& counts() const { return m_counts; } ///< how often each struck

private:
  Dice m_dice;
  QMap<QString, double> m_probabilities;
  QMap<QString, qint64> m_counts;
};

} // namespace supercargo::sandbox
