#include "core/geo/replay.h"

#include <algorithm>

namespace supercargo {

Replay::Replay(std::vector<ReplayStep> steps, std::vector<MapPoint> places, KindAt kindAt)
    : m_steps(std::move(steps)), m_places(std::move(places)), m_kindAt(std::move(kindAt))
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
    const ReplayStep* step = nullptr;
    int place = -1;
    bool vague = false;
  };
  std::vector<Last> last(m_ids.size());
  for (const ReplayStep& step : m_steps) {
    if (step.at > moment)
      break;
    Last& now = last[size_t(step.id)];
    if (step.place >= 0) {
      now.place = step.place;
      now.vague = step.vague;
    }
    now.step = &step;
  }
  std::vector<ClusterPoint> points;
  for (size_t i = 0; i < last.size(); ++i) {
    const Last& now = last[i];
    if (now.place < 0 || size_t(now.place) >= m_places.size() || now.step->ends)
      continue;
    points.push_back({m_ids[i], m_places[size_t(now.place)], now.place, m_kindAt(*now.step, moment), now.vague});
  }
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
