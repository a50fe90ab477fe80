#include "app/sandbox/faults.h"

using namespace Qt::StringLiterals;

namespace supercargo::sandbox {

const QStringList& faultNames()
{
  static const QStringList names = {u"429"_s,
                                    u"5xx"_s,
                                    u"slow"_s,
                                    u"truncated"_s,
                                    u"bad-signature"_s,
                                    u"duplicate-page"_s,
                                    u"reordered-page"_s,
                                    u"clock-skew"_s,
                                    u"expired-token"_s,
                                    u"changed-mid-page"_s,
                                    u"lost-answer"_s,
                                    u"late-answer"_s};
  return names;
}

bool Faults::strikes(const QString& name)
{
  const double probability = m_probabilities.value(name, 0);
  if (probability <= 0 || !m_dice.chance(probability))
    return false;
  ++m_counts[name];
  return true;
}

} // namespace supercargo::sandbox
