#include "core/geo/replay.h"

#include <algorithm>

namespace supercargo {

Replay::Replay(std::vector<ReplayStep> steps, std::vector<MapPoint> places)
    : m_steps(std::move(steps)), m_places(std::move(places))
{
  std::stable_sort(m_steps.begin(), m_steps.end(),
                   [](const ReplayStep& a, const ReplayStep& b) { return a.at < b.at; });
  QHash<qint64, qint64> indexes;
  for (ReplayStep& step : m_steps) {
    const auto known = indexes.constFind(step.id);
    if (known != indexes.cend()) {
      step.id = *known;
      continue;
    }
    indexes.insert(step.id, qint64(m_ids.size()));
    m_ids.push_back(step.id);
    step.id = qint64(m_ids.size()) - 1;
  }
}

std::vector<ClusterPoint> Replay::at(qint64 moment) const
{
  struct Last {
    int place = -1;
    quint8 kind = 0;
    bool ended = false;
  };
  std::vector<Last> last(m_ids.size());
  for (const ReplayStep& step : m_steps) {
    if (step.at > moment)
      break;
    Last& now = last[size_t(step.id)];
    if (step.place >= 0)
      now.place = step.place;
    now.kind = step.kind;
    now.ended = step.ends;
  }
  std::vector<ClusterPoint> points;
  for (size_t i = 0; i < last.size(); ++i)
    if (last[i].place >= 0 && size_t(last[i].place) < m_places.size() && !last[i].ended)
      points.push_back({m_ids[i], m_places[size_t(last[i].place)], last[i].place, last[i].kind});
  return points;
}

int Replay::stepsBetween(qint64 from, qint64 to) const
{
  const auto first = [this](qint64 moment) {
    return std::lower_bound(m_steps.begin(), m_steps.end(), moment,
                            [](const ReplayStep& step, qint64 m) { return step.at < m; });
  };
  return int(first(to) - first(from));
}

} // namespace supercargo
